"""Figures of one domain as pages: per indicator the area and its groups over the years, then the schools."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from lib.domain.chart_descriptions import Chart, ChartSeries
from lib.domain.indicators import Catalogue, Indicator
from lib.domain.periods import PeriodKind
from lib.domain.publication import UNIT_LABELS, Publication, PublishedFigure, PublishedUnit
from lib.report.site_binding import is_whole, people_words, shown_value
from lib.report.site_blocks import DrawChart, chart_html
from lib.report.site_html import HtmlColumn, HtmlTable, table_html, text_html
from lib.thai.numerals import format_number

HIDDEN = '<span class="hid">ปกปิด</span>'
_ABSENT = "–"
_COLUMNS_OF_SCHOOLS = 6  # more cannot be read on a sheet of paper
_YEAR_WORDS = {PeriodKind.ACADEMIC_YEAR: "ปีการศึกษา", PeriodKind.FISCAL_YEAR: "ปีงบประมาณ"}
_Of = dict[tuple[str, PublishedUnit], dict[int, PublishedFigure]]


@dataclass(frozen=True, slots=True)
class DomainFigures:
    """The published figures of one domain, ready to be looked up.

    Attributes:
        indicators: with a figure, in the catalogue's order.
        of: (indicator id, unit) → year → figure.
        row: its row in the open data, from 1.
    """

    indicators: tuple[Indicator, ...]
    groups: tuple[PublishedUnit, ...]
    schools: tuple[PublishedUnit, ...]
    of: _Of
    row: Mapping[PublishedFigure, int]

    def cell(self, figure: PublishedFigure | None) -> str:
        """The figure as it stands in a table, its value to be found by the row of the open data."""
        return _cell(figure, self.row[figure]) if figure else _ABSENT

    def years(self, indicator: Indicator) -> list[int]:
        """Years with a figure of anybody, the oldest first."""
        return sorted({year for (own, _), years in self.of.items() if own == indicator.id for year in years})


def figures_of_domain(publication: Publication, catalogue: Catalogue, domain_id: str) -> DomainFigures:
    """Only figures of the domain's indicators; a year's later term stands before its earlier ones."""
    of: _Of = {}
    row: dict[PublishedFigure, int] = {}
    for place, figure in enumerate(publication.figures, start=1):
        if catalogue.by_id[figure.indicator_id].domain == domain_id:
            of.setdefault((figure.indicator_id, figure.unit), {})[figure.year_be] = figure
            row[figure] = place
    units = tuple(dict.fromkeys(unit for _, unit in of))
    return DomainFigures(
        tuple(catalogue.by_id[key] for key in dict.fromkeys(key for key, _ in of)),
        tuple(unit for unit in units if unit.kind != "school"),
        tuple(unit for unit in units if unit.kind == "school"),
        of,
        row,
    )


def groups_body(figures: DomainFigures, colour: str, draw: DrawChart) -> str:
    """One section per indicator: a chart of the clusters and a table of area and groups over the years."""
    contents = "".join(
        f'<li><a href="#{_anchor(each)}">{text_html(each.short_name)}</a></li>' for each in figures.indicators
    )
    sections = "".join(_section(figures, each, colour, draw) for each in figures.indicators)
    return f'<h2>ตัวชี้วัดในหน้านี้</h2><ul class="toc">{contents}</ul>{sections}'


def _anchor(indicator: Indicator) -> str:
    return indicator.id.replace(".", "-")


def _section(figures: DomainFigures, indicator: Indicator, colour: str, draw: DrawChart) -> str:
    years = figures.years(indicator)
    columns = [
        HtmlColumn("หน่วย"),
        *(HtmlColumn(str(year), "right", _YEAR_WORDS[indicator.period_kind]) for year in years),
    ]
    rows: list[list[str]] = []
    strong: set[int] = set()
    for kind, units in groupby(figures.groups, key=lambda unit: unit.kind):
        told = [unit for unit in units if (indicator.id, unit) in figures.of]
        if kind == "area":
            strong.add(len(rows))
        elif told:
            strong.add(len(rows))
            rows.append([UNIT_LABELS[kind], *("" for _ in years)])
        rows += [
            [
                text_html(unit.name),
                *(figures.cell(figures.of[indicator.id, unit].get(year)) for year in years),
            ]
            for unit in told
        ]
    chart = _cluster_chart(figures, indicator, colour, draw)
    table = table_html(HtmlTable("", columns, rows, indicator.name, frozenset(strong)))
    of_whom = f" · n คือ{indicator.n_words}" if indicator.has_n else ""
    return (
        f'<section><h2 id="{_anchor(indicator)}">{text_html(indicator.name)}</h2>'
        f'<p class="note">หน่วย: {text_html(indicator.unit + of_whom)}{_target(indicator)}</p>'
        f"{chart}{table}</section>"
    )


def _target(indicator: Indicator) -> str:
    return f" · เป้าหมาย {format_number(indicator.target)}" if indicator.target is not None else ""


def _cell(figure: PublishedFigure, row: int) -> str:
    words = people_words(figure)
    n = f'<span class="n" id="n{row}">{words}</span>' if words else ""
    if figure.is_hidden or figure.value is None:
        return HIDDEN + n
    return f'<span id="v{row}">{shown_value(figure)}</span>{n}'


def _cluster_chart(figures: DomainFigures, indicator: Indicator, colour: str, draw: DrawChart) -> str:
    """Clusters of the latest year beside each other; nothing where fewer than three are shown."""
    years = figures.years(indicator)
    told: list[PublishedFigure] = []
    n_hidden = 0
    for unit in figures.groups:
        figure = figures.of.get((indicator.id, unit), {}).get(years[-1]) if unit.kind == "cluster" else None
        if figure is not None and figure.value is not None:
            told.append(figure)
        n_hidden += figure is not None and figure.is_hidden
    if len(told) < 3:
        return ""
    note = f"ไม่แสดงกลุ่มที่ปกปิด {n_hidden} กลุ่ม" if n_hidden else ""
    period = f"{_YEAR_WORDS[indicator.period_kind]} {years[-1]}"
    caption = f"{indicator.name} รายกลุ่มโรงเรียน {period}"
    values = tuple(figure.value for figure in told)
    chart = Chart(
        "bar",
        caption,
        tuple(figure.unit.name for figure in told),
        (ChartSeries(indicator.short_name, values, colour.removeprefix("#")),),
        indicator.unit,
        f"แผนภูมิแท่ง{caption} {len(told)} กลุ่ม",
        note=note,
        percent_axis=indicator.unit == "ร้อยละ"
        and all(0 <= value <= 100 for value in values if value is not None),
        target=indicator.target,
        decimals=0 if all(is_whole(figure) for figure in told) else 2,
        key=f"cluster_{_anchor(indicator)}",
    )
    points = {
        (0, place): f'<span id="c{figures.row[figure]}">{shown_value(figure)}</span>'
        for place, figure in enumerate(told)
    }
    return chart_html(chart, draw, points, text_html(chart.foot))


def schools_body(figures: DomainFigures) -> str:
    """Tables of a few indicators each, one row per school, the latest year of each indicator."""
    return "".join(_schools_table(figures, part) for part in _parts(figures.indicators, _COLUMNS_OF_SCHOOLS))


def _parts(indicators: Sequence[Indicator], size: int) -> Iterable[Sequence[Indicator]]:
    return (indicators[start : start + size] for start in range(0, len(indicators), size))


def _schools_table(figures: DomainFigures, indicators: Sequence[Indicator]) -> str:
    latest = {indicator.id: figures.years(indicator)[-1] for indicator in indicators}
    columns = [HtmlColumn("โรงเรียน")]
    columns += [HtmlColumn(f"{each.short_name} {latest[each.id]}", "right") for each in indicators]
    rows = [
        [
            text_html(unit.name),
            *(figures.cell(figures.of.get((each.id, unit), {}).get(latest[each.id])) for each in indicators),
        ]
        for unit in figures.schools
    ]
    title = f"{indicators[0].short_name} ถึง {indicators[-1].short_name}"
    return f"<h2>{text_html(title)}</h2>{table_html(HtmlTable('', columns, rows, title))}"
