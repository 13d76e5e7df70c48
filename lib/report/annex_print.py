"""How a sheet of the annex comes out on paper: A4, readable letters, who and which page on each."""

from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from lib.report.characters import printable

#: Spreadsheets show another Thai font where this one is not installed.
FONT = "TH SarabunPSK"
#: Widths of columns that fit A4 on its side at a readable size; a wider sheet is printed two pages wide.
READABLE = 190
_UPRIGHT = 95
_A4, _MARGIN_PT, _MOST_LETTERS = 9, 14, 80


@dataclass(frozen=True, slots=True)
class PageWords:
    """What header and footer of every page say."""

    title: str
    office: str


def set_up_print(page: Worksheet, words: PageWords, top: int, width: float) -> None:
    """Paper, margins, what repeats and what stands around.

    Args:
        top: row of the header, from 0.
        width: of all columns together.
    """
    page.set_paper(_A4)
    if width > _UPRIGHT:
        page.set_landscape()
    n_wide = 1 if width <= READABLE else 2
    page.fit_to_pages(n_wide, 0)
    page.repeat_rows(top)
    if n_wide > 1:
        page.repeat_columns(0, 0)
    page.set_margins(left=0.5, right=0.5, top=0.9, bottom=0.7)
    face = f'&"{FONT},Regular"&{_MARGIN_PT}'
    page.set_header(f"&L{face}{_escaped(words.title)}&R{face}{_escaped(page.get_name())}")
    page.set_footer(f"&L{face}{_escaped(words.office)}&R{face}หน้า &P / &N")


def _escaped(text: str) -> str:
    """Text of a header, where & gives orders and a digit behind the font size would change it."""
    told = printable(text)[:_MOST_LETTERS].replace("&", "&&").replace("\n", " ")
    return f" {told}" if told[:1].isdigit() else told
