"""Where each figure of a slide stands in the file."""

from collections.abc import Iterator

from lib.domain.bound_cells import cell_ids
from lib.domain.bound_figures import BoundFigure, PlacedFigure, bind, chart_ids
from lib.domain.chart_descriptions import Chart
from lib.domain.slides import Slide, SlideDeck
from lib.report.slide_page import WrittenPage


def placed_figures(slide: Slide, number: int, page: WrittenPage) -> Iterator[PlacedFigure]:
    """The bound figures of one slide with their places, in reading order.

    Args:
        number: of the slide, from 1.
    """
    for run in slide.message:
        if run.figure_id:
            yield PlacedFigure(f"{number}:{page.title}", bind(run.figure_id, run.text, {}))
    if slide.chart is not None:
        yield from _of_chart(slide.chart, page.chart_number)
    if slide.table is not None:
        for row, (ids, texts) in enumerate(
            zip(cell_ids(slide.table), slide.table.rows, strict=True), start=1
        ):
            for column, (figure_id, text) in enumerate(zip(ids, texts, strict=True)):
                if figure_id:
                    place = f"{number}:{page.table}:{row}:{column}"
                    yield PlacedFigure(place, bind(figure_id, text, {}))
    for each in slide.lines:
        for run in each:
            if run.figure_id:
                yield PlacedFigure(f"{number}:{page.lines}", bind(run.figure_id, run.text, {}))


def _of_chart(chart: Chart, number: int) -> Iterator[PlacedFigure]:
    """The points of a chart; ``chart_ids`` tells those that are drawn, series by series."""
    told = iter(chart_ids(chart))
    for place, series in enumerate(chart.series):
        for category, value in enumerate(series.values):
            if value is not None:
                figure_id, text, exact = next(told)
                figure = BoundFigure(figure_id, text, exact, None, chart.unit)
                yield PlacedFigure(f"chart:{number}:{place}:{category}", figure)


def deck_figures(deck: SlideDeck) -> Iterator[BoundFigure]:
    """The bound figures of all slides in the order of reading, without their places."""
    for number, slide in enumerate(deck.slides, start=1):
        for placed in placed_figures(slide, number, WrittenPage("")):
            yield placed.figure
