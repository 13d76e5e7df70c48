"""Results of the four domains as the report prints them."""

from lib.analysis.examination import Examination
from lib.analysis.summary import IndicatorSummary, summarize_all
from lib.domain.indicators import Catalogue, Direction, Indicator, Kind
from lib.domain.report_content import AcceptedFinding, DomainResults, FigureRow
from lib.services.analysis import OfficeData
from lib.services.findings import ReviewedFinding
from lib.thai.numerals import format_number

_PER_CENT_TOP = 100.0
_WHOLE_BAHT_FROM = 10_000  # satang of larger sums tell nobody anything


def domain_results(
    data: OfficeData, found: Examination, accepted: tuple[ReviewedFinding, ...]
) -> tuple[DomainResults, ...]:
    """Key indicators with figures, and accepted findings, per domain in the office's order."""
    summaries = {summary.indicator_id: summary for summary in summarize_all(found, data.catalogue.scales)}
    return tuple(_domain(area.id, data.catalogue, summaries, accepted) for area in data.catalogue.domains)


def _domain(
    domain_id: str,
    catalogue: Catalogue,
    summaries: dict[str, IndicatorSummary],
    accepted: tuple[ReviewedFinding, ...],
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
        tuple(
            AcceptedFinding(each.finding, each.sentence, each.review.recommendation, each.review.recommend_to)
            for each in accepted
            if each.finding.domain == domain_id
        ),
        n_reached=sum((summary.target_gap or 0.0) >= 0 for summary in judged),
        n_judged=len(judged),
    )


def figure_row(indicator: Indicator, summary: IndicatorSummary) -> FigureRow:
    """One indicator as the result table prints it."""
    whole = indicator.kind is Kind.COUNT or (
        indicator.kind is Kind.AMOUNT and abs(summary.value or 0.0) >= _WHOLE_BAHT_FROM
    )
    decimals = 0 if whole else 2
    change = summary.change_all
    small = (
        f"ตัวชี้วัดที่มีโรงเรียนขนาดกลุ่มต่ำกว่า {indicator.min_n} คน ไม่ควรอ่านรายโรงเรียนโดยลำพัง"
        if summary.n_small
        else ""
    )
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
        benchmark_text=_benchmark(summary, decimals),
        change_text=_signed(change.difference, decimals) if change else "–",
        meeting_text=_meeting(summary),
        status=summary.status,
        per_cent=indicator.valid_max == _PER_CENT_TOP
        and indicator.direction is Direction.HIGHER
        and indicator.kind in (Kind.PROPORTION, Kind.MEAN, Kind.SCORE),
        small_note=small,
    )


def _target(indicator: Indicator, decimals: int) -> str:
    if indicator.target is None:
        return "–"
    low = format_number(indicator.target, decimals)
    return low if indicator.target_high is None else f"{low}–{format_number(indicator.target_high, decimals)}"


def _benchmark(summary: IndicatorSummary, decimals: int) -> str:
    """The widest stated figure, named."""
    outside = [each.benchmark for each in summary.benchmarks if each.benchmark.scope != "area"]
    if not outside:
        return "–"
    widest = outside[-1]
    return f"{format_number(widest.value, decimals)} ({widest.name})"


def _signed(value: float, decimals: int) -> str:
    text = format_number(value, decimals)
    return f"+{text}" if value > 0 and not text.startswith("-") else text


def _meeting(summary: IndicatorSummary) -> str:
    if summary.n_meeting is None or not summary.n_judged:
        return "–"
    return f"{summary.n_meeting:,} จาก {summary.n_judged:,} ({format_number(summary.meeting_pct)})"
