"""R8: a statement about the data in place of one about performance."""

import numpy as np

from lib.analysis.cube import BoolArray
from lib.analysis.definitions import is_first_year
from lib.analysis.doubts import Doubt
from lib.analysis.examination import Examination
from lib.analysis.school_rules import own_of_school, sources_of, subject_of, whole_or_none
from lib.analysis.sentences import AREA, Wording, make_finding, two_decimals, whole_number
from lib.analysis.summary import IndicatorSummary
from lib.domain.findings import Finding, Number
from lib.domain.indicators import Direction

#: Ending of the phrases ``doubt_…`` (one school) and ``doubts_…`` (how many schools).
_TOLD = {
    Doubt.NO_N: "no_n",
    Doubt.ZERO_N: "zero_n",
    Doubt.COUNTED_ABOVE_N: "x_above_n",
    Doubt.N_ABOVE_ENROLMENT: "enrolment",
    Doubt.N_JUMPED: "jump",
}


def usable_indicators(found: Examination) -> BoolArray:
    """Per indicator, whether the data of its schools suffice to speak of performance.

    Not in the first year of a new definition, nor with too few schools. Doubted denominators silence their
    own schools; the whole indicator only where the area's weighted figure rests on too few others.
    """
    cube = found.cube
    has, weighed = np.isfinite(cube.value[:, -1]), np.isfinite(cube.n[:, -1])
    needed = found.rules.thresholds.min_coverage_pct * cube.expected.sum(axis=1) / 100
    sound = (has & ~cube.doubts.latest).sum(axis=1)
    enough = (has.sum(axis=1) >= needed) & ((sound >= needed) | ~weighed.any(axis=1))
    return np.asarray(enough & ~is_first_year(cube.indicators, cube.periods))


def data_findings(found: Examination, summary: IndicatorSummary, wording: Wording) -> tuple[Finding, ...]:
    """What is to be said of an indicator's data: a new definition, too few schools, doubted denominators."""
    place = found.place(summary.indicator_id)
    if is_first_year(found.cube.indicators, found.cube.periods)[place] and summary.n_schools:
        return (_era(found, summary, wording),)
    gap = coverage_finding(found, summary, wording)
    if gap is not None and summary.aggregation != "stated":
        return (gap,)
    doubted = found.cube.doubts.latest[place] & found.cube.active
    if found.cube.indicators[place].direction is Direction.CONTEXT or not doubted.any():
        return ()
    if doubted.sum() <= found.rules.thresholds.doubts_told_singly:
        return tuple(_school(found, place, int(s), wording) for s in np.flatnonzero(doubted))
    return (_area(found, place, summary, wording),)


def coverage_finding(found: Examination, summary: IndicatorSummary, wording: Wording) -> Finding | None:
    """Too few schools have a figure; None where coverage suffices or the indicator is not in use."""
    place = found.place(summary.indicator_id)
    needed = found.rules.thresholds.min_coverage_pct
    coverage = summary.coverage_pct
    never_used = not np.isfinite(found.cube.value[place]).any()
    if coverage is None or coverage >= needed or never_used:
        return None
    return _finding(
        found,
        summary,
        wording,
        "R8_coverage",
        words={
            "n_schools": whole_number(summary.n_schools),
            "n_expected": whole_number(summary.n_expected),
            "coverage_pct": two_decimals(coverage),
            "needed_pct": f"{needed:g}",
        },
        numbers={
            "coverage_pct": coverage,
            "n_expected": summary.n_expected,
            "n_schools": summary.n_schools,
            "needed_pct": needed,
        },
    )


def _era(found: Examination, summary: IndicatorSummary, wording: Wording) -> Finding:
    """The first year of a new definition: nobody knows yet who counted by which one."""
    return _finding(
        found,
        summary,
        wording,
        "R8_era",
        words={"n_schools": whole_number(summary.n_schools)},
        numbers={"n_schools": summary.n_schools},
    )


def _area(found: Examination, place: int, summary: IndicatorSummary, wording: Wording) -> Finding:
    """One sentence for many schools with a doubted denominator, the reasons counted."""
    code = np.where(found.cube.active, found.cube.doubts.code[place, -1], Doubt.NONE)
    counts = {doubt: int((code == doubt).sum()) for doubt in _TOLD}
    n_doubted = sum(counts.values())
    denominator = wording.counted_words(found.cube.indicators[place])["denominator"]
    reasons = ", ".join(
        wording.phrase(f"doubts_{_TOLD[doubt]}", n_doubted=whole_number(count), denominator=denominator)
        for doubt, count in counts.items()
        if count
    )
    share = 100 * n_doubted / summary.n_schools
    return _finding(
        found,
        summary,
        wording,
        "R8_n_area",
        words={
            "n_doubted": whole_number(n_doubted),
            "n_schools": whole_number(summary.n_schools),
            "doubted_pct": two_decimals(share),
            "doubts": reasons,
        },
        numbers={
            "doubted_pct": share,
            "n_doubted": n_doubted,
            "n_schools": summary.n_schools,
            **{f"n_{_TOLD[doubt]}": count or None for doubt, count in counts.items()},
        },
        schools=np.flatnonzero(code != Doubt.NONE).tolist(),
    )


def _finding(
    found: Examination,
    summary: IndicatorSummary,
    wording: Wording,
    template: str,
    *,
    words: dict[str, str],
    numbers: dict[str, Number | None],
    schools: list[int] | None = None,
) -> Finding:
    """About the area; ``schools`` are the places of those it rests on, all by default."""
    return make_finding(
        wording,
        AREA,
        found.cube.indicators[found.place(summary.indicator_id)],
        summary.period,
        kind="data_quality",
        tier=0,
        rule_id="R8",
        template=template,
        words=words,
        numbers=numbers,
        sources=tuple((found.cube.schools[s].school_id, summary.period) for s in schools or ()),
    )


def _school(found: Examination, i: int, s: int, wording: Wording) -> Finding:
    cube, doubts = found.cube, found.cube.doubts
    indicator, doubt = cube.indicators[i], Doubt(int(doubts.code[i, -1, s]))
    figures: dict[str, float] = {"n": float(doubts.n[i, s])}
    if doubt is Doubt.COUNTED_ABOVE_N:
        figures["x"] = float(doubts.x[i, s])
    elif doubt is Doubt.N_ABOVE_ENROLMENT:
        figures["enrolled"] = float(cube.schools[s].pupils or 0)
    elif doubt is Doubt.N_JUMPED:
        figures["earlier_n"] = float(doubts.earlier_n[i, s])
    known = {name: figure for name, figure in figures.items() if np.isfinite(figure)}
    told = wording.phrase(
        f"doubt_{_TOLD[doubt]}",
        **wording.counted_words(indicator),
        **{name: whole_number(figure) for name, figure in known.items()},
    )
    return make_finding(
        wording,
        subject_of(found, s),
        indicator,
        cube.periods[i],
        kind="data_quality",
        tier=0,
        rule_id="R8",
        template="R8_n",
        words={"own": own_of_school(found, i, s, wording), "doubt": told},
        numbers={"value": float(cube.value[i, -1, s])}
        | {name: whole_or_none(figure) for name, figure in known.items()},
        sources=sources_of(found, i, s, pooled=False),
    )
