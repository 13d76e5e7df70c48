"""Results of the four domains as the report prints them."""

from collections.abc import Mapping
from dataclasses import replace

from lib.analysis.benchmarks import widest
from lib.analysis.examination import Examination
from lib.analysis.standing import is_ceiling
from lib.analysis.summary import IndicatorSummary, summarize_all
from lib.domain.chart_descriptions import Chart
from lib.domain.finding_figures import sentence_pieces
from lib.domain.findings import Finding
from lib.domain.indicators import Catalogue, Indicator, Kind
from lib.domain.report_content import AcceptedFinding, DomainResults, FigureRow
from lib.services.analysis import OfficeData
from lib.services.finding_topics import family_of, topic_schools
from lib.services.findings import ReviewedFinding, report_place
from lib.services.report_charts import trend_charts, year_charts
from lib.services.report_funnels import funnel_charts
from lib.thai.numerals import format_number

_PER_CENT_TOP = 100.0
_DRAWN_UNITS = ("ร้อยละ", "คะแนน")
_WHOLE_BAHT_FROM = 10_000  # satang of larger sums tell nobody anything


def domain_results(
    data: OfficeData, found: Examination, findings: tuple[ReviewedFinding, ...]
) -> tuple[DomainResults, ...]:
    """Key indicators with figures, and accepted findings, per domain in the office's order.

    Args:
        findings: all of the round; those that people accepted are told, the others stand behind their tables.
    """
    by_id = {each.finding.id: each.finding for each in findings}
    accepted = tuple(
        _accepted(each, data.catalogue, by_id, found)
        for each in sorted((each for each in findings if each.enters_report), key=report_place)
    )
    summaries = {summary.indicator_id: summary for summary in summarize_all(found, data.catalogue.scales)}
    funnels = funnel_charts(data, found, accepted)
    domains = []
    for area in data.catalogue.domains:
        domain = _domain(area.id, data.catalogue, summaries, accepted)
        charts = (*_charts(found, domain), *funnels.get(area.id, ()))
        domains.append(replace(domain, charts=charts))
    return tuple(domains)


def _charts(found: Examination, domain: DomainResults) -> tuple[Chart, ...]:
    """Years and trends of the indicators on an axis to 100, those with an accepted finding first."""
    told = {each.finding.indicator_id for each in domain.findings if each.finding.scope == "area"}
    ids = [row.indicator_id for row in domain.rows if row.drawn]
    by_id = {indicator.id: indicator for indicator in found.cube.indicators}
    chosen = [by_id[each] for each in sorted(ids, key=lambda each: each not in told)]
    return (*year_charts(found, chosen, domain), *trend_charts(found, chosen, domain))


def _domain(
    domain_id: str,
    catalogue: Catalogue,
    summaries: dict[str, IndicatorSummary],
    accepted: tuple[AcceptedFinding, ...],
) -> DomainResults:
    area = catalogue.domain(domain_id)
    shown = [
        (indicator, summaries[indicator.id])
        for indicator in catalogue.of_domain(domain_id)
        if indicator.key_indicator and indicator.id in summaries and summaries[indicator.id].value is not None
    ]
    judged = [summary for _, summary in shown if summary.target_gap is not None]
    return DomainResults(
        domain_id,
        area.name,
        area.colour,
        tuple(figure_row(indicator, summary) for indicator, summary in shown),
        tuple(each for each in accepted if each.finding.domain == domain_id),
        n_reached=sum((summary.target_gap or 0.0) >= 0 for summary in judged),
        n_judged=len(judged),
    )


def _accepted(
    each: ReviewedFinding, catalogue: Catalogue, by_id: Mapping[str, Finding], found: Examination
) -> AcceptedFinding:
    shared = each.finding.scope == "schools"
    listed = topic_schools(each.finding, by_id, found) if shared else ()
    return AcceptedFinding(
        each.finding,
        each.sentence,
        each.review.recommendations,
        family_of(each.finding, catalogue).name,
        catalogue.by_id[each.finding.indicator_id].short_name,
        tuple(school for school in listed if not school.likely),
        sentence_pieces(each.finding, each.review),
        catalogue.by_id[each.finding.indicator_id].unit,
    )


def figure_row(indicator: Indicator, summary: IndicatorSummary) -> FigureRow:
    """One indicator as the result table prints it."""
    whole = indicator.kind is Kind.COUNT or (
        indicator.kind is Kind.AMOUNT and abs(summary.value or 0.0) >= _WHOLE_BAHT_FROM
    )
    decimals = 0 if whole else 2
    outside = widest(tuple(each.benchmark for each in summary.benchmarks))
    return FigureRow(
        figure_id=f"{indicator.id}|{summary.period.kind}|{summary.period.year_be}",
        name=indicator.name,
        short_name=indicator.short_name,
        unit=indicator.unit,
        period=summary.period.label,
        value=summary.value,
        value_text=format_number(summary.value, decimals),
        n_text=format_number(float(summary.n_total), 0) if summary.n_total else "–",
        target=summary.target,
        target_text=_target(indicator, decimals),
        target_gap=summary.target_gap,
        benchmark=outside.value if outside else None,
        benchmark_of=(str(outside.scope), outside.name) if outside else None,
        benchmark_text=f"{format_number(outside.value, decimals)} ({outside.name})" if outside else "–",
        change_text=_change(summary, decimals),
        meeting_text=_meeting(summary),
        drawn=indicator.unit in _DRAWN_UNITS
        and indicator.kind in (Kind.PROPORTION, Kind.MEAN, Kind.SCORE)
        and (indicator.valid_max or 0.0) >= _PER_CENT_TOP,
        is_median=summary.aggregation == "median",
        small_below=indicator.min_n if summary.n_small else None,
    )


def _target(indicator: Indicator, decimals: int) -> str:
    if indicator.target is None:
        return "–"
    low = format_number(indicator.target, decimals)
    if indicator.target_high is None or indicator.target_high == indicator.target:
        return low
    high = format_number(indicator.target_high, decimals)
    return f"ไม่เกิน {high}" if is_ceiling(indicator) else f"{low} ถึง {high}"


def _change(summary: IndicatorSummary, decimals: int) -> str:
    """Difference of the two figures as printed, so that a reader who subtracts them finds the same."""
    change = summary.change_all
    if change is None:
        return "–"
    gap = change.printed
    text = format_number(gap, decimals)
    return f"+{text}" if gap > 0 else text


def _meeting(summary: IndicatorSummary) -> str:
    if summary.n_meeting is None or not summary.n_judged:
        return "–"
    return f"{summary.n_meeting:,} จาก {summary.n_judged:,} ({format_number(summary.meeting_pct)})"
