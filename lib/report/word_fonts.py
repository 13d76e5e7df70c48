"""Character properties with their complex-script twins; without them Thai is small, thin, in another face."""

from lxml import etree

FONT = "TH Sarabun New"
LANGUAGE = "th-TH"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


def run_properties(
    size_pt: float | None = None,
    *,
    bold: bool = False,
    italic: bool = False,
    colour: str = "",
    font: bool = True,
) -> str:
    """The inside of a ``w:rPr`` in schema order.

    Args:
        size_pt: written for both scripts; None inherits.
        colour: six hex digits; empty inherits.
        font: whether face and language are named; False only for character styles laid over a paragraph.
    """
    parts: list[str] = []
    if font:
        parts.append(f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>')
    if bold:
        parts.append("<w:b/><w:bCs/>")
    if italic:
        parts.append("<w:i/><w:iCs/>")
    if colour:
        parts.append(f'<w:color w:val="{colour}"/>')
    if size_pt is not None:
        half_points = round(size_pt * 2)
        parts.append(f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>')
    if font:
        parts.append(f'<w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}" w:bidi="{LANGUAGE}"/>')
    return "".join(parts)


def dress_drawing_text(root: etree._Element) -> None:
    """Name the Thai face and language in every text property of a chart; the Latin slot is not enough."""
    names = [f"{{{_DRAWING}}}{tag}" for tag in ("defRPr", "rPr", "endParaRPr")]
    for properties in root.iter(*names):
        properties.set("lang", LANGUAGE)
        for slot in ("latin", "ea", "cs"):
            for old in properties.findall(f"{{{_DRAWING}}}{slot}"):
                properties.remove(old)
        for slot in ("latin", "ea", "cs"):
            etree.SubElement(properties, f"{{{_DRAWING}}}{slot}").set("typeface", FONT)
