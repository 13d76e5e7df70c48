"""Styles of a short paper: the report's own, set smaller, and a few more."""

from docx.document import Document as DocxDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from lib.report.word_fonts import run_properties
from lib.report.word_styles import INK, MUTED, PRIMARY, RULE, twips

SHEET_WIDTH_CM = 17.0
_BULLET_INDENT_CM = 0.6
#: Style → size in points on a short paper, and spacing before and after.
_SMALLER = {
    "Normal": (14, 0, 0),
    "PlainText": (14, 0, 0),
    "BodyText": (14, 0, 2),
    "ListBullet": (14, 0, 0),
    "Heading2": (15, 3, 0),
    "Heading3": (14, 3, 0),
    "Note": (11, 1, 0),
    "Footer": (12, 0, 0),
    "TableText": (12, 0, 0),
    "TableCenter": (12, 0, 0),
    "TableNumber": (12, 0, 0),
    "TableHead": (12, 0, 0),
}


def use_sheet_styles(word: DocxDocument) -> None:
    """Set the report's styles smaller in this file, in both scripts, and add those of a short paper."""
    element = word.styles.element
    for style in element.findall(qn("w:style")):
        smaller = _SMALLER.get(style.get(qn("w:styleId")))
        if smaller is not None:
            _set(style, *smaller)
    for style in list(parse_xml(f"<w:styles {nsdecls('w')}>{_own_styles()}</w:styles>")):
        element.append(style)


def sheet_section_xml(number_format: str) -> str:
    """One A4 section with room for a hole punch on the left and for as many lines as fit."""
    return (
        '<w:sectPr><w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{twips(21)}" w:h="{twips(29.7)}"/>'
        f'<w:pgMar w:top="{twips(1.3)}" w:right="{twips(1.5)}" w:bottom="{twips(1.4)}" w:left="{twips(2.5)}" '
        f'w:header="{twips(0.8)}" w:footer="{twips(0.6)}" w:gutter="0"/>'
        f'<w:pgNumType w:fmt="{number_format}" w:start="1"/></w:sectPr>'
    )


def _set(style: object, size_pt: float, before_pt: float, after_pt: float) -> None:
    run = style.find(qn("w:rPr"))  # type: ignore[attr-defined]
    for tag in ("w:sz", "w:szCs"):
        size = run.find(qn(tag))
        if size is None:  # inherited: both twins are written before the language, as the schema has them
            size = parse_xml(f"<{tag} {nsdecls('w')}/>")
            language = run.find(qn("w:lang"))
            run.append(size) if language is None else language.addprevious(size)
        size.set(qn("w:val"), str(round(size_pt * 2)))
    indent = style.find(f"{qn('w:pPr')}/{qn('w:ind')}")  # type: ignore[attr-defined]
    if indent is not None and indent.get(qn("w:hanging")):
        indent.set(qn("w:left"), str(twips(_BULLET_INDENT_CM)))
    spacing = style.find(f"{qn('w:pPr')}/{qn('w:spacing')}")  # type: ignore[attr-defined]
    if spacing is not None:
        spacing.set(qn("w:before"), str(round(before_pt * 20)))
        spacing.set(qn("w:after"), str(round(after_pt * 20)))


def _own_styles() -> str:
    centre = '<w:jc w:val="center"/>'
    rule = f'<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="4" w:color="{PRIMARY}"/></w:pBdr>'
    dots = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{twips(SHEET_WIDTH_CM)}"/></w:tabs>'
    return "".join(
        (
            _style("SheetTitle", "Sheet Title", centre, run_properties(20, bold=True, colour=PRIMARY)),
            _style(
                "SheetOffice",
                "Sheet Office",
                f'{rule}<w:spacing w:after="80"/>{centre}',
                run_properties(14, colour=MUTED),
            ),
            _style(
                "SheetCaption",
                "Sheet Caption",
                f"<w:keepNext/>{centre}",
                run_properties(13, colour=INK),
            ),
            _style(
                "WritingLine",
                "Writing Line",
                f'{dots}<w:spacing w:before="80"/>',
                run_properties(14, colour=RULE),
            ),
            _style("SheetSource", "Sheet Source", "", run_properties(10, colour=MUTED)),
        )
    )


def _style(style_id: str, name: str, paragraph: str, run: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>'
    )
