"""Figures of a Word file: a bookmark around each, and what the file's own list says of it."""

from collections.abc import Iterable

from lib.domain.bound_figures import PlacedFigure, PlacedTable, bind, chart_ids, placed_table
from lib.domain.chart_descriptions import Chart
from lib.domain.documents import Digits, Document, Run, Table
from lib.report.characters import with_digits
from lib.report.numbering import Numbered
from lib.report.word_text import Bookmarks, field_xml, figure_bookmark, run_xml, table_bookmark


class FigureMarks:
    """Marks the figures of one document in the order in which they are written."""

    def __init__(self, document: Document, bookmarks: Bookmarks) -> None:
        self._exact = {each.figure_id: each for each in document.exact}
        self._bookmarks = bookmarks
        self.changed = document.changed
        self.placed: list[PlacedFigure | PlacedTable] = []

    def around(self, figure_id: str, text: str, content: str) -> str:
        """The written figure between the ends of its bookmark."""
        name, start, end = self._bookmarks.ends(figure_bookmark(figure_id))
        self.placed.append(PlacedFigure(name, bind(figure_id, text, self._exact)))
        return f"{start}{content}{end}"

    def table_ends(self, table: Table) -> tuple[str, str, str]:
        """Name and ends of the bookmark in a table's head."""
        return self._bookmarks.ends(table_bookmark(table.key or table.caption))

    def note_table(self, name: str, table: Table) -> None:
        """Cells found by their place; a bookmark in each would make large tables slow to open."""
        placed = placed_table(name, table)
        if placed is not None:
            self.placed.append(placed)

    def note_chart(self, chart: Chart, number: int) -> None:
        """The points of a chart; they stand in the chart's own part and need no bookmark."""
        places = [
            (series, point)
            for series, drawn in enumerate(chart.series)
            for point, value in enumerate(drawn.values)
            if value is not None
        ]
        for (series, point), (figure_id, text, _) in zip(places, chart_ids(chart), strict=True):
            figure = bind(figure_id, text, self._exact, chart.unit)
            self.placed.append(PlacedFigure(f"chart:{number}:{series}:{point}", figure))


def runs_xml(
    runs: Iterable[Run], digits: Digits, figures: FigureMarks, references: dict[str, Numbered]
) -> str:
    """The runs of a paragraph, figures bookmarked, references as fields that follow their caption."""
    parts: list[str] = []
    for run in runs:
        if run.refers_to:
            target = references[run.refers_to]
            parts.append(field_xml(f"REF {target.anchor} \\h", with_digits(target.label, digits)))
            continue
        own = "arabic" if run.verbatim else digits
        content = run_xml(
            run.text, own, bold=run.bold, italic=run.italic, changed=run.figure_id in figures.changed
        )
        parts.append(figures.around(run.figure_id, run.text, content) if run.figure_id else content)
    return "".join(parts)
