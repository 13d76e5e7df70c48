"""A document's blocks as HTML: the same words, tables and charts as in Word."""

import re
from collections.abc import Callable, Iterable, Mapping

from lib.domain.bound_cells import cell_ids
from lib.domain.bound_figures import BoundFigure, chart_ids
from lib.domain.bound_words import note_runs
from lib.domain.chart_descriptions import Chart
from lib.domain.documents import BulletList, Document, Heading, PageBreak, Paragraph, Run, Table
from lib.report.characters import with_digits
from lib.report.numbering import Numbered, number_document
from lib.report.site_binding import report_figure
from lib.report.site_html import HtmlColumn, HtmlTable, table_html, text_html

DrawChart = Callable[[Chart], str]
#: HTML of the values of a chart by the places of their series and category.
Points = Mapping[tuple[int, int], str]
_ABSENT = "–"
_STYLES = {"body": "", "plain": "", "center": ' class="center"', "note": ' class="note"'}
_SVG_HEAD = re.compile(r"^.*?(?=<svg)", re.DOTALL)
#: What the drawing says of its parts: a value's words stay for the script, axes speak through their text.
_PART = re.compile(
    r'(?: aria-label="(?P<before>[^"]*)")? role="graphics-[a-z]+" aria-roledescription="(?P<sort>[^"]*)"'
    r'(?: aria-label="(?P<after>[^"]*)")?'
)
_VALUES = ("bar", "point", "circle", "square", "symbol mark", "line mark")


class BlockPage:
    """Writes the blocks of one document; ``draw`` gives the SVG text of a chart.

    Attributes:
        bound: by the id of its element, every figure written so far.
    """

    def __init__(self, document: Document, draw: DrawChart) -> None:
        self._digits = document.lang_digits
        self._numbered = number_document(document)
        self._references = self._numbered.references()
        self._draw = draw
        self.bound: dict[str, BoundFigure] = {}
        self._name = ""
        self._level = 1

    def front(self) -> str:
        """The sections before the contents, each under its heading."""
        return "".join(self._all(section) for section in self._numbered.front)

    def body(self) -> str:
        """The chapters and annexes."""
        self._level = 1
        return self._all(self._numbered.body)

    def contents(self) -> list[tuple[str, str]]:
        """(anchor, words) of the chapters and annexes."""
        return [
            (item.anchor, self._told(f"{item.label} {item.block.text}".strip()))
            for item in self._numbered.body
            if isinstance(item.block, Heading) and item.block.level == 1
        ]

    def _all(self, items: Iterable[Numbered]) -> str:
        return "".join(self._block(item) for item in items)

    def _block(self, item: Numbered) -> str:
        match item.block:
            case Heading() as heading:
                self._name = heading.text
                self._level = min(heading.level + 1, self._level + 1)
                level, words = self._level, self._told(f"{item.label} {heading.text}".strip())
                return f'<h{level} id="{item.anchor}">{text_html(words)}</h{level}>'
            case Paragraph(runs, style):
                return f"<p{_STYLES[style]}>{self._runs(runs)}</p>"
            case BulletList(items):
                return (
                    "<ul>" + "".join(f"<li>{self._runs(runs)}</li>" for runs in items) + "</ul>"
                    if items
                    else ""
                )
            case Table() as table:
                return self._table(item, table)
            case Chart() as chart:
                label, foot = f"{self._told(item.label)} ", self._runs(note_runs(chart))
                return chart_html(chart, self._draw, self._points(chart), foot, label, item.anchor)
            case PageBreak():
                return ""

    def _runs(self, runs: Iterable[Run]) -> str:
        return "".join(self._run(run) for run in runs)

    def _run(self, run: Run) -> str:
        if run.refers_to:
            known = self._references[run.refers_to]
            return f'<a href="#{known.anchor}">{text_html(self._told(known.label))}</a>'
        told = text_html(run.text if run.verbatim else self._told(run.text)).replace("\n", "<br>")
        told = self._bind(run.figure_id, run.text, told)
        if run.italic:
            told = f"<em>{told}</em>"
        return f"<strong>{told}</strong>" if run.bold else told

    def _bind(self, figure_id: str | None, text: str, told: str) -> str:
        """The words in an element of their own where they are a figure."""
        if not figure_id:
            return told
        name = f"f{len(self.bound) + 1}"
        self.bound[name] = report_figure(figure_id, text)
        return f'<span id="{name}">{told}</span>'

    def _points(self, chart: Chart) -> Points:
        """The value of every point, in an element of its own."""
        figures = chart_ids(chart)
        return {
            (series, place): self._bind(figure_id, text, text_html(text))
            for series, one in enumerate(chart.series)
            for place, value in enumerate(one.values)
            if value is not None
            for figure_id, text, _ in (next(figures),)
        }

    def _told(self, text: str) -> str:
        return with_digits(text, self._digits)

    def _table(self, item: Numbered, table: Table) -> str:
        caption = f"{self._told(item.label)} {table.caption}" if table.caption else ""
        told = table_html(
            HtmlTable(
                caption,
                [HtmlColumn(column.title, column.align, column.group or "") for column in table.columns],
                [
                    [self._bind(one, cell, text_html(cell)) for one, cell in zip(ids, row, strict=True)]
                    for ids, row in zip(cell_ids(table), table.rows, strict=True)
                ],
                self._name,
                table.bold_rows,
            )
        )
        return f'<div id="{item.anchor}">{told}{_note(self._runs(note_runs(table)))}</div>'


def chart_html(
    chart: Chart, draw: DrawChart, points: Points, foot: str, label: str = "", anchor: str = ""
) -> str:
    """The chart as a picture that scales, its caption, remarks and the value of every point in a table."""
    name = f' id="{anchor}"' if anchor else ""
    columns = [HtmlColumn("รายการ"), *(HtmlColumn(series.name, "right") for series in chart.series)]
    rows = [
        [
            text_html(category),
            *(points.get((series, place), _ABSENT) for series in range(len(chart.series))),
        ]
        for place, category in enumerate(chart.categories)
    ]
    data = table_html(HtmlTable("", columns, rows, f"ข้อมูลของแผนภูมิ {chart.caption}"))
    drawn = _PART.sub(_value_words, _SVG_HEAD.sub("", draw(chart), count=1))
    name_of = text_html(f"แผนภูมิ {label}{chart.caption}")
    return (
        f"<figure{name}><figcaption>{text_html(label + chart.caption)}</figcaption>"
        f'<div class="scroll chart" tabindex="0" role="region" aria-label="{name_of}">{drawn}</div>'
        f"{_note(foot)}"
        f"<details><summary>ข้อมูลของแผนภูมินี้</summary>{data}</details></figure>"
    )


def _value_words(part: re.Match[str]) -> str:
    words = part["before"] or part["after"]
    return f' data-tip="{words}"' if part["sort"] in _VALUES and words else ""


def _note(html: str) -> str:
    return f'<p class="note">{html}</p>' if html else ""
