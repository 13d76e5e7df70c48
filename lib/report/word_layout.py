"""On which page a heading, table or chart will probably stand, so that สารบัญ is never without numbers.

A forecast for TH Sarabun New: Word replaces it whenever the contents are updated. Chapters start on new
pages, so an error inside one does not grow into the next unless it fills a page.
"""

from collections.abc import Iterable
from math import ceil

from lib.domain.chart_descriptions import Chart
from lib.domain.documents import BulletList, Heading, PageBreak, Paragraph, Table
from lib.report.chart_layout import chart_height_cm
from lib.report.numbering import Numbered, NumberedDocument
from lib.report.page_setup import A4, PageSetup
from lib.report.text_width import TRUE_FACE, text_em
from lib.report.word_columns import SMALL_TEXT_PT, TEXT_PT, fitted_widths_cm
from lib.report.word_pages import split_by_orientation

FRONT_LETTERS = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_POINTS_PER_CM = 72 / 2.54
_LINE = 1.1  # line height of the face, in em
_BODY_PT, _NOTE_PT = 16.0, 13.0
_HEADINGS = {1: (22.0, 0.0, 14.0), 2: (18.0, 14.0, 4.0), 3: (16.0, 10.0, 2.0)}  # size, before, after
_CELL_LETTER = 0.3  # em of a letter in running Thai, marks included


def forecast_pages(numbered: NumberedDocument, setup: PageSetup = A4) -> dict[str, str]:
    """Page number of every anchor, in Arabic digits, front pages in letters."""
    pages: dict[str, str] = {}
    upright, lying = (
        height * _POINTS_PER_CM for height in (setup.text_height_cm, setup.lying_text_height_cm)
    )
    front = _Sheets(upright, setup.text_width_cm)
    for section in numbered.front:
        for anchor, page in front.place(section):
            pages[anchor] = FRONT_LETTERS[(page - 1) % len(FRONT_LETTERS)]
    first = 1
    for stretch in split_by_orientation(numbered.body, setup):
        sheets = _Sheets(lying if stretch.landscape else upright, stretch.text_width_cm, first)
        for anchor, page in sheets.place(stretch.items):
            pages[anchor] = str(page)
        first = sheets.page + 1
    return pages


class _Sheets:
    """Paper of one size being filled from the top, in points."""

    def __init__(self, height: float, width_cm: float, first_page: int = 1) -> None:
        self.page = first_page
        self._height = height
        self._width_cm = width_cm
        self._used = 0.0

    def place(self, items: Iterable[Numbered]) -> Iterable[tuple[str, int]]:
        """Set the blocks one after the other; yields anchor and page."""
        for item in items:
            match item.block:
                case Heading(level, text):
                    size, before, after = _HEADINGS[level]
                    if level == 1:
                        self._turn()
                    self._solid(before + self._lines(f"{item.label} {text}", size) * size * _LINE + after, 40)
                    yield item.anchor, self.page
                case Paragraph(runs):
                    self._flow("".join(run.text for run in runs))
                case BulletList(bullets):
                    for runs in bullets:
                        self._flow("".join(run.text for run in runs))
                case Chart() as chart:
                    drawing = chart_height_cm(chart) * _POINTS_PER_CM + 18
                    self._solid(drawing + self._lines(chart.caption, _BODY_PT) * _BODY_PT * _LINE)
                    yield item.anchor, self.page
                    self._note(chart.note)
                case Table() as table:
                    yield item.anchor, self._table(table)
                    self._note(table.note)
                case PageBreak():
                    self._turn()

    def _turn(self) -> None:
        if self._used:
            self.page, self._used = self.page + 1, 0.0

    def _solid(self, height: float, room_after: float = 0.0) -> None:
        """Something that is not cut by a page's end; ``room_after`` must follow it on the same page."""
        if self._used + height + room_after > self._height:
            self._turn()
        self._used += height

    def _lines(self, text: str, size_pt: float) -> int:
        width = self._width_cm * _POINTS_PER_CM
        lengths = (text_em(line) * TRUE_FACE * size_pt for line in text.split("\n"))
        return sum(max(1, ceil(length * 1.02 / width)) for length in lengths)

    def _flow(self, text: str) -> None:
        for _ in range(self._lines(text, _BODY_PT)):
            self._solid(_BODY_PT * _LINE)
        self._used += 6

    def _note(self, note: str) -> None:
        self._solid(self._lines(note, _NOTE_PT) * _NOTE_PT * _LINE + 11 if note else 10)

    def _table(self, table: Table) -> int:
        """Caption and rows; returns the page of the caption."""
        widths, small = fitted_widths_cm(table, self._width_cm)
        size = SMALL_TEXT_PT if small else TEXT_PT
        line = size * _LINE
        head = (2 if any(column.group for column in table.columns) else 1) * (line + 2)
        caption = 16 + self._lines(table.caption, _BODY_PT) * _BODY_PT * _LINE
        self._solid(caption + head, line)
        page = self.page
        texts = [
            (position, (width - 0.2) * _POINTS_PER_CM / (size * _CELL_LETTER))
            for position, (column, width) in enumerate(zip(table.columns, widths, strict=True))
            if column.align == "left"
        ]
        for row in table.rows:
            lines = max((ceil(len(row[position]) / letters) for position, letters in texts), default=1)
            height = max(1, lines) * line + 2
            if self._used + height > self._height:
                self._turn()
                self._used += head
            self._used += height
        return page
