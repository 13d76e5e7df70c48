"""Which columns of a sheet are about single persons, and which lone cells hold a number of one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import zip_longest

from lib.catalog.identity_headers import load_identity_headers
from lib.catalog.person_headers import load_person_headers
from lib.domain.columns import CODE_ROLES, Role
from lib.domain.persons import PersonCell, PersonColumn, PersonsFound, PersonSort
from lib.domain.sheets import CellValue, Sheet
from lib.ingest.cells import cell_text
from lib.ingest.personal_cells import (
    LEAST_ID,
    has_title,
    may_hold_number,
    name_in,
    number_in,
    whole_number_of,
)
from lib.thai.codes import is_citizen_id
from lib.thai.text import fold_key

_SEARCHED_ROWS = 40
_LEAST_SHARE = 0.8
_LEAST_NAMES = 3
#: One random number of 13 digits in ten passes the checksum; a column with so few is of something else.
_MANY, _CHANCE_SHARE, _MISTYPED_SHARE = 10, 0.3, 0.5
#: Titles and headers that may stand over the names of a column.
_ABOVE = 4
_SCHOOL_LIKE = frozenset({Role.SCHOOL_NAME, Role.CLUSTER, Role.DISTRICT, Role.AREA_NAME})
_SCHOOL = frozenset({Role.SCHOOL_NAME, *CODE_ROLES})

ColumnCells = Sequence[CellValue]


def find_persons(sheet: Sheet) -> PersonsFound:
    """Look at every cell of a sheet for what is about single persons.

    A column counts as citizen ids when four of five of its numbers of 13 digits pass the checksum, as names
    when four of five of its cells begin with a title, or as what its header says where another such column
    stands beside it.
    """
    roles, headed = _headers(sheet)
    columns: dict[int, PersonColumn] = {}
    cells: list[PersonCell] = []
    transposed: list[ColumnCells] = list(zip_longest(*sheet.rows))
    for place, column in enumerate(transposed):
        role, _ = roles.get(place, (None, 0))
        sort, lone = _look(column, names=role not in _SCHOOL_LIKE)
        if sort is not None:
            named = headed.get(place, PersonColumn(place, sort))
            columns[place] = named if named.sort.proves else replace(named, sort=sort)
        cells += [PersonCell(row, place, one) for row, one in lone]
    columns |= _told_by_headers(headed, columns, transposed)
    by_school = any(
        role in _SCHOOL and _is_one_a_row(transposed[place][row + 1 :])
        for place, (role, row) in roles.items()
    )
    rest = tuple(cell for cell in cells if cell.column not in columns)
    return PersonsFound(tuple(columns[place] for place in sorted(columns)), by_school, rest)


def _headers(sheet: Sheet) -> tuple[dict[int, tuple[Role, int]], dict[int, PersonColumn]]:
    """By column: identity role with its row, and what of a person the header names; the first counts."""
    identity, persons = load_identity_headers(), load_person_headers()
    roles: dict[int, tuple[Role, int]] = {}
    headed: dict[int, PersonColumn] = {}
    for row, cells in enumerate(sheet.rows[:_SEARCHED_ROWS]):
        for column, cell in enumerate(cells):
            if not isinstance(cell, str) or not (key := fold_key(cell)):
                continue
            if key in identity:
                roles.setdefault(column, (identity[key], row))
            if key in persons:
                headed.setdefault(column, PersonColumn(column, persons[key], cell_text(cell), row))
    return roles, headed


def _look(column: ColumnCells, *, names: bool) -> tuple[PersonSort | None, list[tuple[int, PersonSort]]]:
    """What a column is by its cells, and the rows of lone hits where it is nothing of the kind."""
    texts, has_ids = _texts_and_numbers(column)
    lines = "\n".join(("", *texts))
    lone: list[tuple[int, PersonSort]] = []
    if has_ids or may_hold_number(lines):
        known = {text: number_in(text) for text in texts}
        for row, value in enumerate(column):
            found = known[value] if isinstance(value, str) else number_in(value)
            if found is not None:
                lone.append((row, found))
        sort, lone = _weigh_numbers(column, lone)
        if sort is not None:
            return sort, []
    if names and has_title(lines):
        sort = _weigh_names(column)
        if sort is not None:
            return sort, []
    return None, lone


def _texts_and_numbers(column: ColumnCells) -> tuple[set[str], bool]:
    """The different texts of a column, and whether it has numbers as long as a citizen id.

    Nearly every column is all numbers or all texts, which is quick to see without a step per cell.
    """
    types = set(map(type, column))
    if types <= {int, float}:
        return set(), max(column) >= LEAST_ID  # type: ignore[operator,type-var]
    if types <= {str, type(None)}:
        return {value for value in set(column) if isinstance(value, str)}, False
    numbers = [value for value in column if type(value) is float or type(value) is int]
    return {value for value in column if isinstance(value, str)}, any(n >= LEAST_ID for n in numbers)


def _weigh_numbers(
    column: ColumnCells, hits: list[tuple[int, PersonSort]]
) -> tuple[PersonSort | None, list[tuple[int, PersonSort]]]:
    whole = [number for value in column if (number := whole_number_of(value))]
    n_valid = sum(map(is_citizen_id, whole))
    share = n_valid / len(whole) if whole else 0.0
    if (n_valid >= 2 and share >= _LEAST_SHARE) or (len(whole) >= _MANY and share >= _MISTYPED_SHARE):
        return PersonSort.CITIZEN_ID, []
    if len(whole) >= _MANY and share < _CHANCE_SHARE:
        hits = [(row, sort) for row, sort in hits if not whole_number_of(column[row])]
    if sum(sort is PersonSort.PUPIL_CODE for _, sort in hits) >= 2:
        return PersonSort.PUPIL_CODE, []
    n_phones = sum(sort is PersonSort.PHONE for _, sort in hits)
    if n_phones >= _LEAST_NAMES and n_phones >= _LEAST_SHARE * (_n_filled(column) - _ABOVE):
        return PersonSort.PHONE, []
    return None, hits


def _weigh_names(column: ColumnCells) -> PersonSort | None:
    found = [sort for value in column if isinstance(value, str) and (sort := name_in(value))]
    if len(found) < _LEAST_NAMES or len(found) < _LEAST_SHARE * (_n_filled(column) - _ABOVE):
        return None
    for sort in (PersonSort.CHILD_NAME, PersonSort.TITLE):
        if found.count(sort) * 2 >= len(found):
            return sort
    return PersonSort.CHILD_NAME if PersonSort.CHILD_NAME in found else PersonSort.FULL_NAME


def _n_filled(column: Iterable[CellValue]) -> int:
    return sum(value is not None and value != "" for value in column)


def _told_by_headers(
    headed: dict[int, PersonColumn], found: dict[int, PersonColumn], transposed: Sequence[ColumnCells]
) -> dict[int, PersonColumn]:
    """Columns whose header names something of a person and that hold anything; a lone ชื่อ tells nothing."""
    filled = {
        place: column
        for place, column in headed.items()
        if place not in found and any(map(cell_text, transposed[place][column.header_row + 1 :]))
    }
    vague = {PersonSort.GIVEN_NAME, PersonSort.BODY}
    sure = {*found, *(place for place, column in filled.items() if column.sort not in vague)}
    n_body = sum(column.sort is PersonSort.BODY for column in filled.values())
    return {
        place: column
        for place, column in filled.items()
        if column.sort not in vague
        or (column.sort is PersonSort.GIVEN_NAME and sure)
        or (column.sort is PersonSort.BODY and (n_body > 1 or sure))
    }


def _is_one_a_row(column: ColumnCells) -> bool:
    """Nearly every row names another school."""
    names = [value for value in column if value is not None and value != ""]
    return bool(names) and len(set(names)) >= _LEAST_SHARE * len(names) and len(names) > 1
