"""The figures of the public copy by their place: open data, values on the pages, the report's words."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping

from lib.domain.bound_figures import BoundFigure, PlacedFigure, bind, bound_figures
from lib.domain.documents import Document
from lib.domain.publication import Publication, PublishedFigure
from lib.report.open_data import FIGURES, safe_text
from lib.report.open_data_columns import FIGURE_COLUMNS
from lib.thai.numerals import format_number

_COLUMN = {column.name: place for place, column in enumerate(FIGURE_COLUMNS)}
#: The value as pages write it, with commas and without decimals for what is counted alone.
ON_PAGES = "shown"
#: The people below a value, and the value again in the table of a chart.
PEOPLE, IN_CHART = "people", "in_chart"
_ELEMENTS = {ON_PAGES: "v", PEOPLE: "n", IN_CHART: "c"}
_BOUND = re.compile(rb' id="([vncf]\d+)"')


def published_figures_of(publication: Publication) -> Iterator[tuple[int, str, BoundFigure]]:
    """(row of the open data from 1, column, figure) of every number, level and sign of hiding."""
    for row, each in enumerate(publication.figures, start=1):
        unit = each.unit
        key = f"public|{each.indicator_id}|{each.year_be}|{each.term}|{unit.kind}|{unit.id}"
        for column, text in _told(each):
            yield row, column, bind(f"{key}|{column}", text, {})


def report_figure(figure_id: str, text: str) -> BoundFigure:
    """A figure of the report as it is printed, no finer: exact values would tell more than is published.

    Ids may hold the code of a school that is not named, so they are told as a digest.
    """
    digest = hashlib.sha256(figure_id.encode("utf-8", "replace")).hexdigest()
    return bind(f"report|{digest[:16]}", text, {})


def public_figures(document: Document, publication: Publication) -> Iterator[BoundFigure]:
    """Every figure that the public copy of a document and its data may show."""
    yield from (figure for _, _, figure in published_figures_of(publication))
    yield from (report_figure(each.figure_id, each.text) for each in bound_figures(document))


def placed_figures(
    publication: Publication, in_report: Mapping[str, BoundFigure], pages: Iterable[tuple[str, bytes]]
) -> Iterator[PlacedFigure]:
    """The figures with their places.

    Args:
        in_report: by the id of the element.
        pages: (file, content); the element ``v`` and a row's number holds the value of that row, ``n`` its
            people, ``c`` the value again in the table of a chart.
    """
    values: dict[str, BoundFigure] = dict(in_report)
    for row, column, figure in published_figures_of(publication):
        if column in _ELEMENTS:
            values[f"{_ELEMENTS[column]}{row}"] = figure
            continue
        yield PlacedFigure(f"{FIGURES}#{row}:{_COLUMN[column]}", figure)
    for file, content in pages:
        for found in _BOUND.finditer(content):
            name = found[1].decode()
            if name in values:
                yield PlacedFigure(f"{file}#{name}", values[name])


def shown_value(figure: PublishedFigure) -> str:
    """The value of a figure as pages write it; a dash where there is none."""
    return format_number(figure.value, 0 if is_whole(figure) else 2) if figure.value is not None else "–"


def is_whole(figure: PublishedFigure) -> bool:
    """Whether it is a count alone, written without decimals."""
    return figure.numerator is not None and figure.denominator is None


def people_words(figure: PublishedFigure) -> str:
    """Of how many people, and how many of them where that is told; empty where neither is."""
    if figure.denominator is None:
        return ""
    if figure.numerator is None or figure.is_hidden:
        return f"n {figure.denominator:,}"
    return f"{figure.numerator:,} จาก {figure.denominator:,}"


def _told(each: PublishedFigure) -> Iterator[tuple[str, str]]:
    for column, count in (("numerator", each.numerator), ("denominator", each.denominator)):
        if count is not None:
            yield column, str(count)
    if each.value is not None:
        yield "value", f"{each.value:.2f}"
        yield ON_PAGES, shown_value(each)
        yield IN_CHART, shown_value(each)
    if words := people_words(each):
        yield PEOPLE, words
    if each.level:
        yield "level", safe_text(each.level)
    if each.is_hidden:
        yield "suppressed", "1"
