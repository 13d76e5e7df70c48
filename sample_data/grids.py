"""Sheets as offices lay them out: titles, one or two header rows, groups, totals, rows of area and nation."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from sample_data.chance import half_up
from sample_data.measures import Figure, Measure
from sample_data.office_names import CLUSTERS, PROVINCE
from sample_data.school_list import SampleSchool


@dataclass(frozen=True, slots=True)
class Percent:
    """A number that Excel shows as a percentage; 0.955 reads 95.50%."""

    share: float


Cell = str | int | float | Percent | None
Part = Literal["value", "n", "x", "sd", "x_and_value"]
Show = Literal["plain", "thai", "percent_text", "percent_cell", "ratio", "baht"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of figures; ``path`` is its header from the top row down."""

    path: tuple[str, ...]
    measure: Measure
    part: Part = "value"
    show: Show = "plain"


@dataclass(frozen=True, slots=True)
class Identity:
    """One column that says which school a row is about."""

    path: tuple[str, ...]
    text: Callable[[SampleSchool], Cell]


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet ready to be written; merged ranges are (row, column, row, column), zero-based."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    n_titles: int = 0
    n_headers: int = 1
    merged: tuple[tuple[int, int, int, int], ...] = ()


NAME = Identity(("ชื่อโรงเรียน",), lambda school: school.name)
CODE = Identity(("รหัสโรงเรียน",), lambda school: school.smis)
CODED = (CODE, NAME)


def make_grid(
    name: str,
    titles: Sequence[str],
    identities: Sequence[Identity],
    columns: Sequence[Column],
    schools: Sequence[SampleSchool],
    *,
    by_district: bool = False,
    total: str = "รวมทั้งสิ้น",
    outside: bool = False,
    note: str = "",
    numbered: bool = False,
) -> Grid:
    """Lay out one sheet.

    Args:
        by_district: a heading and a subtotal for each district.
        total: label of the area's row, empty for none.
        outside: rows of province, affiliation and nation beneath it.
        numbered: a first column ลำดับที่.
    """
    head, merged = _headers([i.path for i in identities], [c.path for c in columns], numbered, len(titles))
    rows: list[tuple[Cell, ...]] = [(title,) for title in titles]
    rows += head
    number = 0
    for district in CLUSTERS if by_district else ("",):
        members = [school for school in schools if not district or school.district == district]
        if district:
            rows.append(_labelled(identities, numbered, f"อำเภอ{district}", ()))
        for school in members:
            number += 1
            rows.append(
                (
                    *((number,) if numbered else ()),
                    *(identity.text(school) for identity in identities),
                    *(show_figure(column, column.measure.of(school)) for column in columns),
                )
            )
        if district:
            figures = tuple(show_figure(c, c.measure.area(members)) for c in columns)
            rows.append(_labelled(identities, numbered, f"รวมอำเภอ{district}", figures))
    if total:
        rows.append(
            _labelled(identities, numbered, total, tuple(show_figure(c, c.measure.area()) for c in columns))
        )
    if outside:
        rows += _outside_rows(identities, numbered, columns)
    if note:
        rows.append((note,))
    spans = [(place, 0, place, len(head[0]) - 1) for place in range(len(titles)) if len(head[0]) > 1]
    return Grid(name, tuple(rows), len(titles), len(head), (*spans, *merged))


def show_figure(column: Column, figure: Figure) -> Cell:
    """One part of a figure as the office types it; nothing known is a dash."""
    if column.part == "x_and_value":
        return "-" if figure.value is None else f"{figure.x:,.0f}\n({figure.value:.2f})"
    number = {"value": figure.value, "n": figure.n, "x": figure.x, "sd": figure.sd}[column.part]
    if number is None:
        return "-"
    match column.show:
        case "thai":
            return f"{number:.{column.measure.decimals}f}".translate(_THAI)
        case "percent_text":
            return f"{number:.2f}%"
        case "percent_cell":
            return Percent(round(number / 100, 6))
        case "ratio":
            return f"1 : {number:.2f}"
        case "baht":
            return f"{number:,.2f}"
    return int(number) if float(number).is_integer() else number


_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def thai_digits(text: str) -> str:
    return text.translate(_THAI)


def _labelled(
    identities: Sequence[Identity], numbered: bool, label: str, figures: tuple[Cell, ...]
) -> tuple[Cell, ...]:
    """A row of no school; the label stands under the school's name."""
    named = [place for place, identity in enumerate(identities) if identity.text is NAME.text]
    place = named[0] if named else 0
    texts: list[Cell] = [None] * len(identities)
    texts[place] = label
    return (*((None,) if numbered else ()), *texts, *figures)


def _outside_rows(
    identities: Sequence[Identity], numbered: bool, columns: Sequence[Column]
) -> list[tuple[Cell, ...]]:
    rows = []
    for place, label in enumerate((f"ระดับจังหวัด{PROVINCE}", "ระดับสังกัด สพฐ.", "ระดับประเทศ")):
        cells: list[Cell] = []
        for column in columns:
            area = column.measure.area().value
            known = area is not None and column.part == "value" and any(column.measure.gaps)
            value = half_up((area or 0) + column.measure.gaps[place]) if known else None
            cells.append(show_figure(column, Figure(value)))
        rows.append(_labelled(identities, numbered, label, tuple(cells)))
    return rows


def _headers(
    identities: Iterable[tuple[str, ...]], columns: Iterable[tuple[str, ...]], numbered: bool, above: int
) -> tuple[list[tuple[Cell, ...]], list[tuple[int, int, int, int]]]:
    """Header rows with parents merged across and short headers merged down."""
    paths = [*([("ลำดับที่",)] if numbered else []), *identities, *columns]
    depth = max(len(path) for path in paths)
    rows: list[list[Cell]] = [[None] * len(paths) for _ in range(depth)]
    merged: list[tuple[int, int, int, int]] = []
    column = 0
    while column < len(paths):
        path = paths[column]
        if len(path) == 1:
            rows[0][column] = path[0]
            if depth > 1:
                merged.append((above, column, above + depth - 1, column))
            column += 1
            continue
        last = column
        while last + 1 < len(paths) and len(paths[last + 1]) > 1 and paths[last + 1][0] == path[0]:
            last += 1
        rows[0][column] = path[0]
        for place in range(column, last + 1):
            rows[1][place] = paths[place][1]
        if last > column:
            merged.append((above, column, above, last))
        column = last + 1
    return [tuple(row) for row in rows], merged
