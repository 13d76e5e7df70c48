"""The named styles of the report; every look a writer uses is defined here and nowhere else."""

from lib.report.word_character_styles import character_styles
from lib.report.word_columns import SMALL_TEXT_PT, TEXT_PT
from lib.report.word_fonts import run_properties

INK = "1F2A30"
MUTED = "5B6B73"
LINE = "DCE4E6"
RULE = "A9B8BC"
PRIMARY = "0F5E6B"
CHANGED = "8A3B00"
HEAD_FILL = "E4EEF0"
TOTAL_FILL = "F4F7F7"

TEXT_WIDTH_CM = 16.0
TWIPS_PER_CM = 1440 / 2.54


def twips(centimetres: float) -> int:
    return round(centimetres * TWIPS_PER_CM)


def _paragraph_style(
    style_id: str,
    name: str,
    *,
    based_on: str = "Normal",
    next_style: str = "",
    paragraph: str = "",
    run: str = "",
) -> str:
    default = ' w:default="1"' if style_id == "Normal" else ""
    base = f'<w:basedOn w:val="{based_on}"/>' if style_id != "Normal" else ""
    following = f'<w:next w:val="{next_style}"/>' if next_style else ""
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{style_id}">'
        f'<w:name w:val="{name}"/>{base}{following}'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run or run_properties()}</w:rPr></w:style>"
    )


def _spacing(before_pt: float = 0, after_pt: float = 0) -> str:
    before, after = round(before_pt * 20), round(after_pt * 20)
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="240" w:lineRule="auto"/>'


def _heading(level: int, size_pt: float, paragraph: str, colour: str) -> str:
    return _paragraph_style(
        f"Heading{level}",
        f"heading {level}",
        next_style="BodyText",
        paragraph=paragraph,
        run=run_properties(size_pt, bold=True, colour=colour),
    )


def _table_texts(suffix: str, name_suffix: str, size_pt: float) -> list[str]:
    """The four looks of a cell at one size."""
    looks = (("Text", "left"), ("Center", "center"), ("Number", "right"))
    styles = [
        _paragraph_style(
            f"Table{look}{suffix}",
            f"Table {look}{name_suffix}",
            paragraph=f'{_spacing()}<w:jc w:val="{align}"/>',
            run=run_properties(size_pt),
        )
        for look, align in looks
    ]
    head = _paragraph_style(
        f"TableHead{suffix}",
        f"Table Head{name_suffix}",
        paragraph=f'<w:keepNext/>{_spacing()}<w:jc w:val="center"/>',
        run=run_properties(size_pt, bold=True),
    )
    return [*styles, head]


def _contents_entry(style_id: str, name: str, indent_cm: float, text_width_cm: float) -> str:
    tab = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{twips(text_width_cm)}"/></w:tabs>'
    indent = f'<w:ind w:left="{twips(indent_cm)}"/>'
    return _paragraph_style(style_id, name, paragraph=f"{tab}{_spacing(after_pt=2)}{indent}")


def styles_xml(text_width_cm: float = TEXT_WIDTH_CM) -> str:
    """All ``w:style`` elements and the document defaults, as one string of siblings.

    Args:
        text_width_cm: where the page numbers of the contents stand.
    """
    page_top = "<w:keepNext/><w:pageBreakBefore/>"
    rule = f'<w:pBdr><w:bottom w:val="single" w:sz="18" w:space="14" w:color="{PRIMARY}"/></w:pBdr>'
    thin_rule = f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="3" w:color="{RULE}"/></w:pBdr>'
    centre = '<w:jc w:val="center"/>'
    bullet = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>{_spacing(after_pt=3)}'
    tiny = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    date_line = run_properties(18, colour=MUTED)
    gap = '<w:spacing w:before="0" w:after="0" w:line="200" w:lineRule="exact"/>'
    small = run_properties(13, colour=MUTED)
    return "".join(
        [
            f"<w:docDefaults><w:rPrDefault><w:rPr>{run_properties(16, colour=INK)}</w:rPr></w:rPrDefault>"
            f"<w:pPrDefault><w:pPr>{_spacing()}</w:pPr></w:pPrDefault></w:docDefaults>",
            _paragraph_style("Normal", "Normal", paragraph=_spacing(), run=run_properties(16, colour=INK)),
            _paragraph_style(
                "Title",
                "Title",
                paragraph=f"{rule}{_spacing(140, 14)}{centre}",
                run=run_properties(28, bold=True, colour=PRIMARY),
            ),
            _paragraph_style(
                "Subtitle",
                "Subtitle",
                paragraph=f"{_spacing(14, 6)}{centre}",
                run=run_properties(22, bold=True, colour=INK),
            ),
            _paragraph_style(
                "CoverOffice",
                "Cover Office",
                paragraph=f"{_spacing(230, 6)}{centre}",
                run=run_properties(20, bold=True, colour=INK),
            ),
            _paragraph_style("CoverDate", "Cover Date", paragraph=_spacing() + centre, run=date_line),
            _heading(1, 22, f'{page_top}{_spacing(0, 14)}{centre}<w:outlineLvl w:val="0"/>', PRIMARY),
            _heading(
                2, 18, f'<w:keepNext/><w:keepLines/>{_spacing(14, 4)}<w:outlineLvl w:val="1"/>', PRIMARY
            ),
            _heading(3, 16, f'<w:keepNext/><w:keepLines/>{_spacing(10, 2)}<w:outlineLvl w:val="2"/>', INK),
            _paragraph_style(
                "TOCHeading",
                "TOC Heading",
                paragraph=f"{page_top}{_spacing(0, 14)}{centre}",
                run=run_properties(22, bold=True, colour=PRIMARY),
            ),
            _paragraph_style(
                "ListHeading",
                "List Heading",
                based_on="TOCHeading",
                paragraph=f'<w:keepNext/><w:pageBreakBefore w:val="0"/>{_spacing(20, 8)}',
            ),
            _paragraph_style(
                "BodyText",
                "Body Text",
                paragraph=f'<w:widowControl/>{_spacing(after_pt=6)}<w:ind w:firstLine="{twips(2.5)}"/>',
            ),
            _paragraph_style(
                "PlainText", "Plain Paragraph", paragraph=f"<w:widowControl/>{_spacing(after_pt=6)}"
            ),
            _paragraph_style("CenterText", "Center Paragraph", paragraph=f"{_spacing(after_pt=6)}{centre}"),
            _paragraph_style(
                "ListBullet",
                "List Bullet",
                paragraph=f'<w:widowControl/>{bullet}<w:ind w:left="{twips(1.5)}" w:hanging="{twips(0.6)}"/>',
            ),
            _paragraph_style(
                "Caption",
                "caption",
                paragraph=f"<w:keepNext/><w:keepLines/>{_spacing(12, 4)}",
                run=run_properties(16),
            ),
            _paragraph_style("Figure", "Figure", paragraph=f"<w:keepNext/>{_spacing(10, 2)}{centre}"),
            _paragraph_style(
                "FigureCaption",
                "Figure Caption",
                based_on="Caption",
                paragraph=f'<w:keepNext w:val="0"/><w:keepLines/>{_spacing(2, 4)}{centre}',
            ),
            *_table_texts("", "", TEXT_PT),
            *_table_texts("Small", " Small", SMALL_TEXT_PT),
            _paragraph_style("Note", "Note", paragraph=f"<w:keepLines/>{_spacing(3, 8)}", run=small),
            _paragraph_style("Gap", "Gap", paragraph=gap, run=run_properties(8)),
            _contents_entry("TOC1", "toc 1", 0, text_width_cm),
            _contents_entry("TOC2", "toc 2", 0.9, text_width_cm),
            _contents_entry("TableofFigures", "table of figures", 0, text_width_cm),
            _paragraph_style(
                "Header", "header", paragraph=f'{thin_rule}{_spacing()}<w:jc w:val="right"/>', run=small
            ),
            _paragraph_style("Footer", "footer", paragraph=f"{_spacing()}{centre}", run=run_properties(14)),
            _paragraph_style("SectionMark", "Section Mark", paragraph=tiny, run=run_properties(1)),
            *character_styles(MUTED),
            _table_style(),
        ]
    )


def _table_style() -> str:
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 15), ("left", 56), ("bottom", 15), ("right", 56))
    )
    return (
        '<w:style w:type="table" w:styleId="ReportTable"><w:name w:val="Report Table"/>'
        f"<w:pPr>{_spacing()}</w:pPr><w:tblPr><w:tblBorders>{edges}</w:tblBorders>"
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style>"
    )
