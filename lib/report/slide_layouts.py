"""The workbench's own 16:9 template: a theme with Thai faces, a master and three named layouts."""

from xml.sax.saxutils import escape

from lib.report.slide_fit import LINE_PT, TITLE_PT
from lib.report.word_fonts import FONT, LANGUAGE
from lib.report.word_styles import INK, LINE, MUTED, PRIMARY

WIDTH_CM, HEIGHT_CM = 33.867, 19.05
COVER, CONTENT, TWO = "ปก", "เนื้อหา", "กราฟหรือตารางกับข้อความ"
#: Layout → the type that PowerPoint's own templates give theirs.
LAYOUT_TYPES = {COVER: "title", CONTENT: "obj", TWO: "twoObj"}
_EMU_PER_CM = 360_000
_NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_FACES = "".join(f'<a:{slot} typeface="{FONT}"/>' for slot in ("latin", "ea", "cs"))
_GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/>'
    "</a:xfrm></p:grpSpPr>"
)
FOOT_PT = 16
_Box = tuple[float, float, float, float]
_TITLE: _Box = (1.7, 0.8, 30.47, 3.4)
_RULE: _Box = (1.7, 4.4, 30.47, 0.0)
_BODY: _Box = (1.7, 4.9, 30.47, 12.3)
_LEFT: _Box = (1.7, 4.9, 19.6, 12.3)
_RIGHT: _Box = (21.9, 4.9, 10.27, 12.3)
_FOOT: _Box = (1.7, 17.6, 26.0, 0.95)
_NUMBER: _Box = (28.7, 17.6, 3.47, 0.95)


def layout_xml(name: str) -> bytes:
    """The ``p:sldLayout`` of one of the three layouts."""
    kind = LAYOUT_TYPES[name]
    if name == COVER:
        shapes = (
            _placeholder(2, "ชื่อเรื่อง", 'type="ctrTitle"', (3.2, 4.4, 27.5, 4.2), _cover_text(40, INK, "b"))
            + _placeholder(
                3, "รายละเอียด", 'type="subTitle" idx="1"', (3.2, 9.3, 27.5, 7.6), _cover_text(28, MUTED, "t")
            )
            + _bar((1.7, 4.6, 0.28, 12.0))
        )
    else:
        bodies = ((_BODY, "เนื้อหา"),) if name == CONTENT else ((_LEFT, "กราฟหรือตาราง"), (_RIGHT, "ข้อความ"))
        shapes = _placeholder(2, "หัวเรื่อง", 'type="title"', None)
        for place, (box, said) in enumerate(bodies, start=1):
            shapes += _placeholder(2 + place, said, f'idx="{place}"', box)
        shapes += _placeholder(7, "แหล่งข้อมูล", 'type="ftr" sz="quarter" idx="11"', _FOOT, _foot_text("l"))
        shapes += _placeholder(8, "เลขหน้า", 'type="sldNum" sz="quarter" idx="12"', _NUMBER, _foot_text("r"))
        shapes += _line(_RULE)
    return (
        f'<p:sldLayout {_NAMESPACES} type="{kind}" preserve="1"><p:cSld name="{escape(name)}">'
        f"<p:spTree>{_GROUP}{shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    ).encode()


def master_shapes() -> bytes:
    """The ``p:spTree`` of the master: where everything stands unless a layout says otherwise."""
    shapes = (
        _placeholder(
            2,
            "หัวเรื่อง",
            'type="title"',
            _TITLE,
            '<a:bodyPr lIns="0" rIns="0" anchor="b"><a:normAutofit/></a:bodyPr>',
        )
        + _placeholder(
            3,
            "เนื้อหา",
            'type="body" idx="1"',
            _BODY,
            '<a:bodyPr lIns="0" rIns="0"><a:normAutofit/></a:bodyPr>',
        )
        + _placeholder(4, "แหล่งข้อมูล", 'type="ftr" sz="quarter" idx="3"', _FOOT, _foot_text("l"))
        + _placeholder(5, "เลขหน้า", 'type="sldNum" sz="quarter" idx="4"', _NUMBER, _foot_text("r"))
    )
    return f"<p:spTree {_NAMESPACES}>{_GROUP}{shapes}</p:spTree>".encode()


def text_styles() -> bytes:
    """The ``p:txStyles`` of the master, every size for every script."""
    title = _level(1, TITLE_PT, bold=True, bullet=False, before=0)
    body = "".join(_level(level, max(24, LINE_PT - 2 * (level - 1)), before=8) for level in range(1, 6))
    other = _level(1, 18, bullet=False, before=0)
    return (
        f"<p:txStyles {_NAMESPACES}><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{body}</p:bodyStyle>"
        f"<p:otherStyle>{other}</p:otherStyle></p:txStyles>"
    ).encode()


def font_scheme() -> str:
    """The theme's ``a:fontScheme``: the Thai face in every slot."""
    faces = f'{_FACES}<a:font script="Thai" typeface="{FONT}"/>'
    return (
        f'<a:fontScheme name="KTPN"><a:majorFont>{faces}</a:majorFont><a:minorFont>{faces}</a:minorFont>'
        "</a:fontScheme>"
    )


def colour_scheme() -> str:
    """The theme's ``a:clrScheme`` in the workbench's colours."""
    colours = {
        "dk1": INK, "lt1": "FFFFFF", "dk2": MUTED, "lt2": "F4F7F7", "accent1": PRIMARY, "accent2": "0072B2",
        "accent3": "00785A", "accent4": "A6407F", "accent5": "A55F00", "accent6": "9AA5AB", "hlink": PRIMARY,
        "folHlink": MUTED,
    }  # fmt: skip
    parts = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colours.items())
    return f'<a:clrScheme name="KTPN">{parts}</a:clrScheme>'


def _placeholder(shape_id: int, name: str, kind: str, box: _Box | None, text: str = "<a:bodyPr/>") -> str:
    style = "" if "<a:lstStyle>" in text else "<a:lstStyle/>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name="{name}"/>'
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr>{_place(box)}</p:spPr>"
        f'<p:txBody>{text}{style}<a:p><a:endParaRPr lang="{LANGUAGE}"/></a:p></p:txBody></p:sp>'
    )


def _place(box: _Box | None) -> str:
    if box is None:
        return ""
    left, top, width, height = (round(each * _EMU_PER_CM) for each in box)
    return (
        f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    )


def _cover_text(size: int, colour: str, anchor: str) -> str:
    bold = ' b="1"' if size > LINE_PT else ""
    return (
        f'<a:bodyPr lIns="0" rIns="0" anchor="{anchor}"><a:normAutofit/></a:bodyPr>'
        '<a:lstStyle><a:lvl1pPr marL="0" indent="0" algn="l">'
        f'<a:buNone/><a:defRPr sz="{size * 100}"{bold}><a:solidFill><a:srgbClr val="{colour}"/>'
        "</a:solidFill></a:defRPr></a:lvl1pPr></a:lstStyle>"
    )


def _foot_text(align: str) -> str:
    return (
        f'<a:bodyPr lIns="0" rIns="0" anchor="ctr"/><a:lstStyle><a:lvl1pPr algn="{align}">'
        f'<a:defRPr sz="{FOOT_PT * 100}">'
        '<a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:defRPr></a:lvl1pPr></a:lstStyle>'
    )


def _level(level: int, size: int, *, before: int, bold: bool = False, bullet: bool = True) -> str:
    hang = f'marL="{360_000 * level}" indent="-360000"' if bullet else 'marL="0" indent="0"'
    sign = (
        '<a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buFont typeface="Arial"/><a:buChar char="•"/>'
        if bullet
        else "<a:buNone/>"
    )
    slot = "mj" if bold else "mn"
    faces = "".join(
        f'<a:{tag} typeface="+{slot}-{end}"/>' for tag, end in (("latin", "lt"), ("ea", "ea"), ("cs", "cs"))
    )
    weight = ' b="1"' if bold else ""
    return (
        f'<a:lvl{level}pPr {hang} algn="l"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{before * 100}"/></a:spcBef>{sign}'
        f'<a:defRPr lang="{LANGUAGE}" sz="{size * 100}"{weight} kern="0">'
        f'<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>{faces}</a:defRPr></a:lvl{level}pPr>'
    )


def _line(box: _Box) -> str:
    return (
        '<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="9" name="เส้นใต้หัวเรื่อง"/><p:cNvCxnSpPr/>'
        '<p:nvPr userDrawn="1"/></p:nvCxnSpPr>'
        f"<p:spPr>{_place(box).replace('rect', 'line')}"
        f'<a:ln w="12700"><a:solidFill><a:srgbClr val="{LINE}"/></a:solidFill></a:ln></p:spPr></p:cxnSp>'
    )


def _bar(box: _Box) -> str:
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="9" name="แถบสี"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr>{_place(box)}<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'
        "<a:ln><a:noFill/></a:ln></p:spPr>"
        f'<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="{LANGUAGE}"/></a:p></p:txBody></p:sp>'
    )
