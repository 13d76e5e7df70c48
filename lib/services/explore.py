"""One indicator from the area down to its schools, with everything a page shows of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from lib.analysis.examination import Examination
from lib.analysis.funnel import WidenedFunnel, funnel_curve, widened_funnel
from lib.analysis.groups import summarize_groups
from lib.analysis.school_rows import school_rows
from lib.analysis.sources import figure_sources, files_by_year
from lib.analysis.summary import IndicatorSummary, summarize_place
from lib.analysis.trend_lines import NamedLine, outside_line, school_line
from lib.analysis.trends import area_trend
from lib.domain.indicators import Indicator
from lib.domain.schools import School
from lib.services.analysis import OfficeData
from lib.services.explore_tiles import Tile, make_tiles
from lib.services.indicator_words import IndicatorWords, make_words
from lib.thai.text import sort_key

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class ListedIndicator:
    """An indicator with figures; ``label`` is its line in the list."""

    id: str
    label: str
    key_indicator: bool


@dataclass(frozen=True, slots=True, eq=False)
class IndicatorView:
    """One indicator in the year examined.

    Attributes:
        colour: of the indicator's domain.
        sentence: the area's standing in one line, with n and certainty.
        schools: school_rows with ``mark``, ``sentence``, ``n_text``, ``relation_text``, ``change_text``,
            ``source_file`` and ``source_ref``, in the order of the schools' names.
        groups: summarize_groups by cluster with ``small``, ``words``, ``n_text``, ``sentence``.
        outside: the outside value over the years, None where files state none.
        funnel: limits of chance, empty where there is no sampling n.
        wider: limits that allow for schools that differ beyond chance.
        files: files the figures come from.
        file_dates: file → day of its load.
        year_files: year → files, of every year.
    """

    indicator: Indicator
    colour: str
    words: IndicatorWords
    summary: IndicatorSummary
    sentence: str
    tiles: tuple[Tile, ...]
    schools: "pd.DataFrame"
    groups: "pd.DataFrame"
    trend: "pd.DataFrame"
    outside: NamedLine | None
    funnel: "pd.DataFrame"
    wider: WidenedFunnel
    files: tuple[str, ...]
    file_dates: Mapping[str, date]
    year_files: Mapping[int, tuple[str, ...]]
    data_version: int

    @property
    def clusters(self) -> tuple[str, ...]:
        return tuple(sorted({*self.schools["cluster"]} - {""}, key=sort_key))

    def of_cluster(self, cluster: str) -> "pd.DataFrame":
        """The schools of one cluster, or all of them for an empty name."""
        return self.schools if not cluster else self.schools[self.schools["cluster"] == cluster]


def list_indicators(data: OfficeData, found: Examination, domain: str) -> tuple[ListedIndicator, ...]:
    """Indicators of a domain that have any figure: the key ones, then ข้อมูลพื้นฐาน."""
    stated = {row[0] for row in found.benchmarks}
    filled = {
        indicator.id
        for indicator, values in zip(found.cube.indicators, found.cube.value, strict=True)
        if (values == values).any() or indicator.id in stated
    }
    present = [indicator for indicator in data.catalogue.of_domain(domain) if indicator.id in filled]
    ordered = sorted(present, key=lambda indicator: not indicator.key_indicator)
    return tuple(
        ListedIndicator(
            indicator.id,
            indicator.name if indicator.key_indicator else f"ข้อมูลพื้นฐาน · {indicator.name}",
            indicator.key_indicator,
        )
        for indicator in ordered
    )


def load_indicator_view(data: OfficeData, found: Examination, indicator_id: str) -> IndicatorView:
    """Everything the explore page shows of one indicator.

    Raises:
        KeyError: the indicator is unknown, or its kind of year was not examined.
    """
    place = found.place(indicator_id)
    indicator, period = found.cube.indicators[place], found.cube.periods[place]
    scale = data.catalogue.scale(indicator.scale) if indicator.scale else None
    words = make_words(indicator, found.rules)
    summary = summarize_place(found, place, scale)
    sources = figure_sources(data.observations, indicator_id, period)
    schools = _told(school_rows(found, indicator_id), words).merge(sources, on="school_id", how="left")
    schools[["source_file", "source_ref"]] = schools[["source_file", "source_ref"]].fillna("")
    schools = schools.sort_values("school_name", key=lambda names: names.map(sort_key), kind="stable")
    return IndicatorView(
        indicator=indicator,
        colour=data.catalogue.domain(indicator.domain).colour,
        words=words,
        summary=summary,
        sentence=words.area_sentence(summary),
        tiles=make_tiles(summary, words),
        schools=schools.reset_index(drop=True),
        groups=told_groups(summarize_groups(found, indicator_id, "cluster"), words),
        trend=area_trend(found, indicator_id),
        outside=outside_line(found, indicator_id),
        funnel=funnel_curve(found, indicator_id),
        wider=widened_funnel(found, indicator_id),
        files=tuple(sorted({*schools["source_file"]} - {""})),
        file_dates=data.file_dates,
        year_files=files_by_year(data.observations, indicator_id, period),
        data_version=data.version,
    )


def load_school_line(found: Examination, indicator_id: str, school: School) -> NamedLine:
    """One school's latest years, for the trend."""
    return school_line(found, indicator_id, school.school_id, school.name)


def find_school(data: OfficeData, school_id: str) -> School | None:
    """A school of the register that has a page."""
    return next((school for school in data.schools if school.school_id == school_id), None)


def _told(rows: "pd.DataFrame", words: IndicatorWords) -> "pd.DataFrame":
    """Rows with their sign and their words."""
    marks, relations, sentences = [], [], []
    for name, value, n, small, area, relation in zip(
        rows["school_name"],
        rows["value"],
        rows["n"],
        rows["small"],
        rows["p0"],
        rows["relation"],
        strict=True,
    ):
        mark = words.mark(str(relation), small=bool(small))
        marks.append(str(mark))
        relations.append(words.relation(mark, float(value), float(area), float(n)))
        sentences.append(words.school_sentence(str(name), float(value), float(n), float(area), mark))
    return rows.assign(
        mark=marks,
        relation_text=relations,
        sentence=sentences,
        n_text=[words.counted(float(n)) for n in rows["n"]],
        change_text=[
            words.signed_change(float(value), float(change), bool(certain) if known else None)
            for value, change, certain, known in zip(
                rows["value"],
                rows["change"],
                rows["change_certain"].fillna(False),
                rows["change_certain"].notna(),
                strict=True,
            )
        ],
    )


def told_groups(groups: "pd.DataFrame", words: IndicatorWords) -> "pd.DataFrame":
    """Groups (GROUP_COLUMNS) with their words; ``small`` marks an n below the indicator's minimum."""
    indicator = words.indicator
    counted = [words.counted(float(n)) for n in groups["n_total"]]
    told = [
        f"{words.figure(float(value))} ({n_schools:,} โรงเรียน)"
        for value, n_schools in zip(groups["value"], groups["n_schools"], strict=True)
    ]
    return groups.assign(
        small=(groups["n_total"] < indicator.min_n) & indicator.has_n,
        words=told,
        n_text=counted,
        sentence=[
            f"{name} {line} {n}".strip()
            for name, line, n in zip(groups["group_name"], told, counted, strict=True)
        ],
    )
