"""Named styles of the papers of an office: 16 points, black, first lines 2.5 cm in, no rule anywhere."""

from docx.document import Document as DocxDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from lib.report.word_fonts import run_properties
from lib.report.word_styles import TEXT_WIDTH_CM, twips

_BLACK = "000000"
_FAINT = "8A969B"
#: Where the date begins: the middle of the paper; signatures stand in its right part.
_MIDDLE_CM = 8.0
_HEAD_TAB_CM = 1.6
_ENCLOSURE_TAB_CM = 3.4
_FIRST_LINE_CM = 2.5
_HALF_CM = 7.8


def use_paper_styles(word: DocxDocument) -> None:
    """Add the papers' styles to a file."""
    for style in list(parse_xml(f"<w:styles {nsdecls('w')}>{_styles()}</w:styles>")):
        word.styles.element.append(style)


def _styles() -> str:
    end = twips(TEXT_WIDTH_CM)
    centre = '<w:jc w:val="center"/>'
    sign = f'<w:keepLines/>{_spacing()}<w:ind w:left="{twips(_MIDDLE_CM - 1)}"/>{centre}'
    first_line = f'<w:ind w:firstLine="{twips(_FIRST_LINE_CM)}"/>'
    return "".join(
        (
            _style("PaperText", "Paper Text", f"{_spacing(6)}{first_line}"),
            _style("PaperPlain", "Paper Plain", _spacing()),
            _style("PaperTitle", "Paper Title", f"{_spacing()}{centre}", bold=True),
            _style("PaperOrderLine", "Paper Order Line", f"{_spacing(after=4)}{centre}"),
            _style("PaperMemoTitle", "Paper Memo Title", f"{_spacing()}{centre}", size_pt=29, bold=True),
            _style("PaperRef", "Paper Reference", _hanging(_MIDDLE_CM + 1, before=6)),
            _style("PaperAddress", "Paper Address", f'{_spacing()}<w:ind w:left="{twips(_MIDDLE_CM + 1)}"/>'),
            _style("PaperDate", "Paper Date", f'{_spacing(6)}<w:ind w:left="{twips(_MIDDLE_CM)}"/>'),
            _style("PaperHead", "Paper Head", _hanging(_HEAD_TAB_CM, before=6)),
            _style("PaperEnclosure", "Paper Enclosure", _hanging(_ENCLOSURE_TAB_CM, before=6)),
            _style("PaperMemoLine", "Paper Memo Line", _tabs(("right", "dot", end)) + _spacing()),
            _style(
                "PaperMemoHalves",
                "Paper Memo Halves",
                _tabs(("left", "dot", twips(_HALF_CM)), ("right", "dot", end)) + _spacing(),
            ),
            _style("PaperSign", "Paper Signature", sign),
            _style("PaperSignRoom", "Paper Signature Room", f"{_keep()}{_spacing(40)}"),
            _style("PaperSeat", "Paper Seat", _spacing()),
            _style("PaperItem", "Paper Agenda Item", _keep() + _spacing(10), bold=True),
            _style(
                "PaperPoint",
                "Paper Agenda Point",
                _tabs(("left", "", twips(3.7)))
                + _spacing(3)
                + f'<w:ind w:left="{twips(3.7)}" w:hanging="{twips(1.2)}"/>',
            ),
            _style("PaperPart", "Paper Part", _keep() + _spacing(8), bold=True),
            _style(
                "PaperBlank",
                "Paper Blank",
                f'{_tabs(("right", "dot", end))}{_spacing(2)}<w:ind w:left="{twips(_FIRST_LINE_CM)}"/>',
            ),
            _style(
                "PaperSource",
                "Paper Source",
                f'{_spacing(2, 4)}<w:ind w:left="{twips(_FIRST_LINE_CM)}"/>',
                size_pt=13,
            ),
            _style("PaperNumber", "Paper Page Number", f"{_spacing()}{centre}"),
            _style("PaperSample", "Paper Sample", f'{_spacing()}<w:jc w:val="right"/>', size_pt=13),
            _style("PaperCrest", "Paper Crest", f"{_spacing()}{centre}", size_pt=10, colour=_FAINT),
            '<w:style w:type="character" w:customStyle="1" w:styleId="PaperLabel">'
            '<w:name w:val="Paper Label"/>'
            f"<w:qFormat/><w:rPr>{run_properties(20, bold=True, font=False)}</w:rPr></w:style>",
        )
    )


def _style(
    style_id: str, name: str, paragraph: str, *, size_pt: float = 16, bold: bool = False, colour: str = _BLACK
) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraph}</w:pPr>'
        f"<w:rPr>{run_properties(size_pt, bold=bold, colour=colour)}</w:rPr></w:style>"
    )


def _keep() -> str:
    return "<w:keepNext/><w:keepLines/>"


def _spacing(before_pt: int = 0, after: int = 0) -> str:
    return f'<w:spacing w:before="{before_pt * 20}" w:after="{after * 20}" w:line="240" w:lineRule="auto"/>'


def _tabs(*stops: tuple[str, str, int]) -> str:
    shown = "".join(
        f'<w:tab w:val="{kind}"{f" w:leader={chr(34)}{leader}{chr(34)}" if leader else ""} w:pos="{place}"/>'
        for kind, leader, place in stops
    )
    return f"<w:tabs>{shown}</w:tabs>"


def _hanging(tab_cm: float, *, before: int) -> str:
    place = twips(tab_cm)
    indent = f'<w:ind w:left="{place}" w:hanging="{place}"/>'
    return f"{_tabs(('left', '', place))}{_spacing(before)}{indent}"
