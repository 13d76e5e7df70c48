"""In which matters schools differ, and which schools they are: one finding for all that share one."""

from collections.abc import Iterator, Sequence

import numpy as np

from lib.analysis.contributions import area_made
from lib.analysis.examination import Examination
from lib.analysis.probability import normal_p
from lib.analysis.school_matters import Matter, matters_of
from lib.analysis.sentences import (
    Subject,
    Wording,
    make_finding,
    printed_gap,
    whole_gap_number,
    whole_number,
)
from lib.analysis.summary import counted_among
from lib.domain.findings import Finding, Number
from lib.domain.indicators import Compare

_MOST_NAMED = 3


def topic_findings(found: Examination, findings: Sequence[Finding], wording: Wording) -> Iterator[Finding]:
    """One finding per matter that schools share, with the findings of the single schools as its members."""
    places = {school.school_id: s for s, school in enumerate(found.cube.schools)}
    for matter in matters_of(found, findings):
        yield _finding(found, matter, [places[one.scope_id] for one in matter.told], wording)


def _finding(found: Examination, matter: Matter, told_places: list[int], wording: Wording) -> Finding:
    cube, first = found.cube, matter.told[0]
    indicator, period = cube.indicators[matter.i], cube.periods[matter.i]
    n_told, n_schools = len(matter.told), int(np.isfinite(cube.value[matter.i, -1]).sum())
    figures = dict(first.numbers)
    words = {
        "n_told": whole_number(n_told),
        "n_schools": whole_number(n_schools),
        "names": _names(matter.told, wording),
        "likely": "",
        "turned": wording.phrase("rose" if matter.side == "high" else "fell"),
        "relation": wording.phrase("higher" if matter.side == "high" else "lower"),
        **dict.fromkeys(("comparator", "earlier_period", "own", "apart", "expected", "rated"), ""),
    }
    numbers: dict[str, Number | None] = {
        "n_told": n_told,
        "n_schools": n_schools,
        "n_likely": len(matter.likely) or None,
        "schools": ", ".join(one.scope_name for one in matter.told),
    }
    if matter.manner == "R3_schools":
        numbers["earlier_year_be"] = figures["earlier_year_be"]
        earlier = int(figures["earlier_year_be"]) - cube.year_be(matter.i, 0)
        words["earlier_period"] = cube.period(matter.i, earlier).label
    else:
        comparator = float(figures["comparator"])
        numbers["comparator"] = comparator
        words["comparator"] = wording.value(indicator, comparator)
    if matter.manner == "R7_schools":
        words["rated"] = wording.phrase("rated_high" if _is_poor(found, matter) else "rated_low")
    if matter.manner in ("R2_schools", "R2_schools_likely"):
        told, counted = _together(found, matter, told_places, wording)
        words |= told
        numbers |= counted
    if matter.likely:
        words["likely"] = wording.phrase("likely_too", n_likely=whole_number(len(matter.likely)))
    return make_finding(
        wording,
        Subject("schools", matter.side),
        indicator,
        period,
        kind=first.kind,
        tier=first.tier,
        rule_id=first.rule_id,
        template=matter.manner,
        words=words,
        numbers=numbers,
        sources=tuple((one.scope_id, period) for one in (*matter.told, *matter.likely)),
        members=tuple(one.id for one in (*matter.told, *matter.likely)),
    )


def _together(
    found: Examination, matter: Matter, told_places: list[int], wording: Wording
) -> tuple[dict[str, str], dict[str, Number | None]]:
    """The told schools' latest year together, its distance from the area, and what chance would bring."""
    cube, i = found.cube, matter.i
    indicator, against = cube.indicators[i], float(found.comparison.p0[i])
    member = np.zeros(len(cube.schools), bool)
    member[told_places] = True
    made = area_made(found, i, -1, member)
    value, n = float(made.exact or 0), float(made.divisor)
    x = counted_among(cube.numerator[i, -1, member], value, int(n))
    gap = printed_gap(value, against)
    gap_n = abs(value - against) * n / 100 if indicator.compare is Compare.PROPORTION else 0.0
    tail = float(normal_p(found.rules.thresholds.alarm_z)) / 2
    expected = int(np.isfinite(cube.value[i, -1]).sum() * tail) + 1
    sure = matter.manner == "R2_schools"
    own = wording.own(indicator, value, n, x)
    words = {
        "own": wording.phrase("together", own=own) if len(matter.told) > 1 else own,
        "apart": wording.phrase(
            "apart", gap=wording.gap(indicator, gap), whole_gap=wording.whole_gap(indicator, gap_n)
        ).strip(),
        "comparator": wording.value(indicator, against),
        "expected": wording.phrase("expected_by_chance", expected=whole_number(expected)) if sure else "",
    }
    return words, {
        "value": value,
        "n": int(n),
        "x": x,
        "comparator": against,
        "gap": abs(gap),
        "gap_n": whole_gap_number(gap_n),
        "expected": expected if sure else None,
    }


def _is_poor(found: Examination, matter: Matter) -> bool:
    """Whether the schools lie on the side that is not the good one."""
    return bool(found.comparison.good_side[matter.i] == (-1 if matter.side == "high" else 1))


def _names(told: Sequence[Finding], wording: Wording) -> str:
    if len(told) > _MOST_NAMED:
        return wording.phrase("named_in_table")
    return wording.phrase(
        "named", names=", ".join(wording.phrase("school", name=one.scope_name) for one in told)
    )
