"""Every figure of a document with the name of its data, so that a file can be checked against them later.

A figure id tells what it is, its parts between ``|``, and stays the same while that does:
``indicator|period kind|year|measure[|scope]``, ``finding|id|name``, ``sar|year|…``, ``kpi|form|year|…``,
``chart|key|series|category``, ``cell|key of table|row|column`` for cells without a name of their own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lib.domain.bound_cells import (
    cell_id,
    cell_ids,
    column_titles,
    has_figures,
    is_figure,
    row_names,
    table_key,
)
from lib.domain.bound_words import note_runs
from lib.domain.chart_descriptions import Chart
from lib.domain.documents import BulletList, Document, ExactFigure, Paragraph, Run, Table
from lib.thai.numerals import format_number, to_arabic_digits

#: Root of the part ``figures.xml`` that a file carries.
FIGURES_NAMESPACE = "urn:ktpn:figures:1"
_NUMBER = re.compile(r"[-+−]?\d[\d,]*(?:\.\d+)?")


class DocumentKind(StrEnum):
    """What a file is, and so which service makes it again."""

    REPORT = "committee_report"
    SAR_REPORT = "sar_report"
    SCHOOL_SHEET = "school_sheet"
    KPI_FORM = "kpi_form"
    SLIDES = "slides"
    ANNEX = "annex"
    PUBLICATION = "publication"


@dataclass(frozen=True, slots=True)
class FileOrigin:
    """What a file was made from.

    Attributes:
        academic_year_be / fiscal_year_be: the years chosen; None where there was none.
        subject: school id of a school's sheet, form id of a KPI form, choices of a SAR report; else empty.
        made_on: the day it speaks of, for figures that count days; None where none does.
    """

    kind: DocumentKind
    academic_year_be: int | None
    fiscal_year_be: int | None
    subject: str = ""
    made_on: date | None = None


@dataclass(frozen=True, slots=True)
class BoundFigure:
    """One figure as a document prints it.

    Attributes:
        text: as printed, in Arabic digits.
        value: exact, before rounding; as printed where nothing finer is known, None for words.
        n: what it rests on, None where that is not told.
    """

    figure_id: str
    text: str
    value: float | None
    n: float | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class PlacedFigure:
    """A figure with its place in a file.

    Attributes:
        place: docx: name of the bookmark, ``bookmark in the head:row:column`` of a table whose cells have no
            ids of their own, rows below the head from 0; chart of docx and pptx:
            ``chart:number:series:category`` counted from 0, its number from 1;
            pptx: ``slide:name of the shape`` or ``…:row:column`` of a table; xlsx: ``sheet!cell``;
            site: ``file#id of the element``, ``file#row:column`` of a CSV, from 0.
    """

    place: str
    figure: BoundFigure


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """Cells of a table that are named by row and column alone: one record of a table, not one of each cell.

    Attributes:
        place: bookmark in the head.
        key: what the table is called in ids.
        columns / names: titles of the columns and names of the rows, as ids tell them.
        rows: texts of all cells, empty where a cell has an id of its own.
    """

    place: str
    key: str
    columns: tuple[str, ...]
    names: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def figures(self) -> Iterator[PlacedFigure]:
        """Its figures cell by cell."""
        for row, (name, cells) in enumerate(zip(self.names, self.rows, strict=True)):
            for column, (title, cell) in enumerate(zip(self.columns, cells, strict=True)):
                if is_figure(cell, column):
                    figure = bind(cell_id(self.key, name, title), cell, {})
                    yield PlacedFigure(f"{self.place}:{row}:{column}", figure)


def placed_table(place: str, table: Table) -> PlacedTable | None:
    """The cells of a table without ids of their own; None where none of them is a figure."""
    if not has_figures(table):
        return None
    rows = table.rows
    if table.figure_ids:
        pairs = zip(rows, table.figure_ids, strict=True)
        rows = tuple(tuple("" if i else c for i, c in zip(ids, row, strict=True)) for row, ids in pairs)
    if not any(is_figure(cell, column) for row in rows for column, cell in enumerate(row)):
        return None
    return PlacedTable(place, table_key(table), column_titles(table), row_names(table), rows)


def bound_figures(document: Document) -> tuple[BoundFigure, ...]:
    """All bound figures of a document in the order of reading; one told twice is there twice."""
    exact = {each.figure_id: each for each in document.exact}
    return tuple(bind(figure_id, text, exact, unit) for figure_id, text, unit in _shown(document))


def bind(figure_id: str, text: str, exact: dict[str, ExactFigure], unit: str = "") -> BoundFigure:
    """A printed figure with what is known of its data."""
    known = exact.get(figure_id)
    arabic = to_arabic_digits(text)
    if known is None:
        return BoundFigure(figure_id, arabic, _first_number(arabic), None, unit)
    return BoundFigure(figure_id, arabic, known.value, known.n, known.unit or unit)


def printed_value(text: str) -> float | None:
    """The first number of a text; None where there is none."""
    return _first_number(to_arabic_digits(text))


def _first_number(arabic: str) -> float | None:
    found = _NUMBER.search(arabic)
    return float(found[0].replace(",", "").replace("−", "-")) if found else None


def chart_ids(chart: Chart) -> Iterator[tuple[str, str, float]]:
    """Figure id, text and value of each point that a chart draws, series by series."""
    key = chart.key or chart.caption
    for series in chart.series:
        met: dict[str, int] = {}
        for category, value in zip(chart.categories, series.values, strict=True):
            met[category] = repeat = met.get(category, 0) + 1
            name = f"{category} ({repeat})" if repeat > 1 else category
            if value is not None:
                yield f"chart|{key}|{series.name}|{name}", format_number(value, chart.decimals), value


def _shown(document: Document) -> Iterator[tuple[str, str, str]]:
    """Figure id, text and unit of everything bound."""
    for block in document.all_blocks():
        if isinstance(block, Paragraph):
            yield from _of_runs(block.runs)
        elif isinstance(block, BulletList):
            for item in block.items:
                yield from _of_runs(item)
        elif isinstance(block, Table):
            for ids, row in zip(cell_ids(block), block.rows, strict=True):
                yield from ((one, cell, "") for one, cell in zip(ids, row, strict=True) if one)
            yield from _of_runs(note_runs(block))
        elif isinstance(block, Chart):
            yield from ((one, text, block.unit) for one, text, _ in chart_ids(block))
            yield from _of_runs(note_runs(block))


def _of_runs(runs: tuple[Run, ...]) -> Iterator[tuple[str, str, str]]:
    return ((run.figure_id, run.text, "") for run in runs if run.figure_id)
