"""Find the tables of a sheet: title rows, a header one to three rows deep, the rows beneath."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from lib.domain.sheets import Sheet
from lib.ingest.cells import cell_text, is_note, is_number, is_year
from lib.ingest.header_paths import header_paths
from lib.ingest.header_rows import DEEPEST_HEADER, header_rows_at
from lib.ingest.side_by_side import side_by_side, within

_LEAST_HITS = 2
_SEARCHED_ROWS = 40
_MOST_ABOVE = 8


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a sheet, rows and columns zero-based.

    Attributes:
        title: texts above the header, top down.
        earlier: titles of the tables above in the same sheet; they hold where the own title says nothing.
        header_rows: consecutive rows of the header.
        headers: column → header texts from the top row down, without repeats; columns without any are absent.
        data_rows: non-empty rows beneath, in order.
        span: columns of the table; of tables side by side each has its own, and nothing of the others.
    """

    sheet: Sheet
    title: tuple[str, ...]
    earlier: tuple[str, ...]
    header_rows: tuple[int, ...]
    headers: dict[int, tuple[str, ...]]
    data_rows: tuple[int, ...]
    span: range


def find_tables(
    sheet: Sheet, known: Callable[[str], bool], picked: tuple[tuple[int, int], ...] = ()
) -> tuple[Table, ...]:
    """Every table of the sheet.

    Args:
        known: whether a header text is one that offices use for a school, a year or an indicator.
        picked: (first, last) Excel rows of all headers, top down, as a person said; none: find them.

    Returns:
        Tables top down, those side by side from the left; empty when no row looks like a header. A header
        that is repeated word for word without a title of its own stays among the data rows of its table,
        where it is passed over.
    """
    regions = {
        first - 1: range(first - 1, last) for first, last in picked if first <= last <= len(sheet.rows)
    }
    tops = [*regions] or _header_tops(sheet, known)
    tables: list[Table] = []
    start = 0
    earlier: tuple[str, ...] = ()
    for top, following in pairwise([*tops, len(sheet.rows)]):
        header_rows = tuple(regions.get(top, ())) or header_rows_at(sheet, known, start, top, following)
        beneath = header_rows[-1] + 1
        end = _first_title_row(sheet, beneath, following) if following < len(sheet.rows) else following
        for span in side_by_side(sheet, header_rows, end):
            own = within(sheet, span, range(start, header_rows[0]))
            title = tuple(dict.fromkeys(_texts(own, start, header_rows[0])))
            data_rows = tuple(row for row in range(beneath, end) if _is_filled(own, row))
            headers = header_paths(own, header_rows)
            tables.append(Table(own, title, earlier, header_rows, headers, data_rows, span))
        title = tuple(dict.fromkeys(_texts(sheet, start, header_rows[0])))
        start, earlier = end, (*earlier, *title)
    return tuple(tables)


def _header_tops(sheet: Sheet, known: Callable[[str], bool]) -> list[int]:
    """First rows of the headers; a repeated one counts only beneath a title of its own."""
    tops: list[int] = []
    words: set[str] = set()
    for row, cells in enumerate(sheet.rows):
        if not tops and row > _SEARCHED_ROWS:
            break
        # Nearly every row is data: it holds more numbers than texts, which is quick to see.
        n_texts = sum(type(cell) is str for cell in cells)
        n_numbers = sum(type(cell) in (float, int) for cell in cells)
        if n_texts < _LEAST_HITS or n_texts * 2 < n_numbers or (tops and row - tops[-1] < DEEPEST_HEADER):
            continue
        hits = {text for cell in cells if type(cell) is str and (text := cell_text(cell)) and known(text)}
        if len(hits) < _LEAST_HITS or len(hits) * 2 < sum(map(is_number, cells)):
            continue
        if tops and hits <= words and _first_title_row(sheet, tops[-1] + 1, row) == row:
            continue
        tops.append(row)
        words |= hits
    return tops


def _first_title_row(sheet: Sheet, lower: int, top: int) -> int:
    """Where the titles of a header at ``top`` begin: above it only words stand, no figures and no remarks."""
    first = top
    for row in range(top - 1, max(lower, top - _MOST_ABOVE) - 1, -1):
        cells = sheet.rows[row]
        if any(is_number(cell) and not is_year(cell) for cell in cells):
            break
        texts = _texts(sheet, row, row + 1)
        if any(map(is_note, texts)):
            break
        if texts:
            first = row
    return first


def _texts(sheet: Sheet, start: int, end: int) -> list[str]:
    return [text for cells in sheet.rows[start:end] for cell in cells if (text := cell_text(cell))]


def _is_filled(sheet: Sheet, row: int) -> bool:
    return any(cell is not None and cell_text(cell) for cell in sheet.rows[row])
