"""Named styles of the official form, added to the report's template: black rules, dotted leaders, ticks."""

from lib.report.word_fonts import run_properties
from lib.report.word_styles import TEXT_WIDTH_CM, twips

COLUMNS_CM = (6.0, 1.4, 1.4, 7.2)
_CELL_MARGIN_TWIPS = 85
_BLACK = "000000"
#: Neither Sarabun nor most Thai faces have the boxes; Windows has this one, other systems find their own.
_TICK_FONT = "Segoe UI Symbol"


def form_styles_xml() -> str:
    """The form's ``w:style`` elements as siblings."""
    cell_leader = _leader(twips(COLUMNS_CM[3]) - 2 * _CELL_MARGIN_TWIPS)
    hanging = f'<w:ind w:left="{twips(0.75)}" w:hanging="{twips(0.75)}"/>'
    return "".join(
        (
            _paragraph("FormCode", "Form Code", _spacing() + _align("right"), 16),
            _paragraph("FormTitle", "Form Title", _spacing(after=4) + _align("center"), 18, bold=True),
            _paragraph("FormName", "Form Name", _spacing(after=2), 16, bold=True),
            _paragraph("FormLine", "Form Line", _leader(twips(TEXT_WIDTH_CM)) + _spacing(after=2), 16),
            _paragraph("FormReach", "Form Reach", _spacing(after=4) + f'<w:ind w:left="{twips(1)}"/>', 14),
            _paragraph(
                "FormHead", "Form Head", "<w:keepNext/>" + _spacing() + _align("center"), 14, bold=True
            ),
            _paragraph("FormCell", "Form Cell", _spacing(), 14),
            _paragraph("FormItem", "Form Item", _spacing() + hanging, 14),
            _paragraph(
                "FormSub",
                "Form Sub",
                f'{_spacing()}<w:ind w:left="{twips(1.75)}" w:hanging="{twips(1)}"/>',
                14,
            ),
            _paragraph("FormBlank", "Form Blank", cell_leader + _spacing(), 14),
            _paragraph("FormCenter", "Form Center", _spacing() + _align("center"), 14),
            _paragraph("FormLegend", "Form Legend", _spacing(before=3, after=4), 14),
            _paragraph(
                "FormSection", "Form Section", "<w:keepNext/>" + _spacing(before=8, after=2), 16, bold=True
            ),
            _paragraph("FormList", "Form List", _spacing() + hanging, 14),
            '<w:style w:type="character" w:styleId="FormTick"><w:name w:val="Form Tick"/><w:qFormat/><w:rPr>'
            f'<w:rFonts w:ascii="{_TICK_FONT}" w:hAnsi="{_TICK_FONT}" w:eastAsia="{_TICK_FONT}"'
            f' w:cs="{_TICK_FONT}"/><w:sz w:val="26"/><w:szCs w:val="26"/></w:rPr></w:style>',
            _table_style(),
        )
    )


def _paragraph(style_id: str, name: str, properties: str, size_pt: float, *, bold: bool = False) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{properties}</w:pPr>'
        f"<w:rPr>{run_properties(size_pt, bold=bold, colour=_BLACK)}</w:rPr></w:style>"
    )


def _leader(position_twips: int) -> str:
    return f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{position_twips}"/></w:tabs>'


def _spacing(before: int = 0, after: int = 0) -> str:
    return f'<w:spacing w:before="{before * 20}" w:after="{after * 20}" w:line="240" w:lineRule="auto"/>'


def _align(side: str) -> str:
    return f'<w:jc w:val="{side}"/>'


def _table_style() -> str:
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="{_BLACK}"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (
            ("top", 40),
            ("left", _CELL_MARGIN_TWIPS),
            ("bottom", 40),
            ("right", _CELL_MARGIN_TWIPS),
        )
    )
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="FormTable"><w:name w:val="Form Table"/>'
        f"<w:tblPr><w:tblBorders>{edges}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style>"
    )
