"""R3: change since the last comparable year, told only where its interval excludes none."""

from collections.abc import Iterator

import numpy as np

from lib.analysis.area_parts import area_figure, area_gap_n
from lib.analysis.areas import aggregation_of
from lib.analysis.changes import Change, area_changes, school_changes
from lib.analysis.cube import BoolArray
from lib.analysis.examination import Examination
from lib.analysis.intervals import Z_95
from lib.analysis.school_rules import own_of_school, spread_words, subject_of, whole_or_none
from lib.analysis.sentences import AREA, Wording, make_finding, printed_gap, whole_gap_number, whole_number
from lib.analysis.standing import scale_width
from lib.domain.findings import Finding, FindingKind
from lib.domain.indicators import Compare, Indicator, Kind


def area_change_findings(found: Examination, usable: BoolArray, wording: Wording) -> Iterator[Finding]:
    """Changes of the area, over the schools that have figures in both years.

    With a sampling n the 99.8 % interval must exclude 0; complete counts need a larger change instead. Both
    limits are per cents of the indicator's scale, or of the earlier value where the scale is open.
    """
    limits = found.rules.thresholds
    _, same = area_changes(found.cube, found.area, found.comparison.spread, limits.alarm_z)
    for i in np.flatnonzero(usable & (found.comparison.good_side != 0)):
        change, indicator = same[i], found.cube.indicators[i]
        if change is None or change.n_schools < limits.min_schools:
            continue
        needed = limits.min_count_change_pct if change.certain is None else limits.min_area_change_pct
        base = scale_width(indicator) if indicator.valid_max is not None else abs(change.earlier)
        least = needed * base / 100
        if indicator.kind is Kind.COUNT:
            # cases come by chance too: the difference of two counts scatters by the root of their sum
            least = max(least, Z_95 * (2 * change.earlier + change.difference) ** 0.5)
        if change.certain is not False and abs(change.difference) >= least > 0:
            yield _area_finding(found, int(i), indicator, change, wording)


def _area_finding(
    found: Examination, i: int, indicator: Indicator, change: Change, wording: Wording
) -> Finding:
    better = np.sign(change.difference) == found.comparison.good_side[i]
    now = change.earlier + change.difference
    gap = printed_gap(now, change.earlier)
    n, earlier_n = _same_n(found, i, change)
    aggregation = aggregation_of(indicator, any_n=n is not None)
    gap_n = area_gap_n(indicator, aggregation, change.difference, n or 0)
    return make_finding(
        wording,
        AREA,
        indicator,
        found.cube.periods[i],
        kind="strength" if better else "improvement_area",
        tier=0 if change.certain is None else 2 if found.is_estimated(i) else 1,
        rule_id="R3",
        template="R3",
        words={
            "own": area_figure(indicator, aggregation, now, n or 0, wording),
            **_change_words(found, i, change.year_be, change.earlier, gap, wording, earlier_n),
            "whole_gap": wording.whole_gap(indicator, gap_n),
            "same_schools": wording.phrase("same_schools", n_schools=whole_number(change.n_schools)),
            "certainty": wording.phrase("full_count" if change.certain is None else "beyond_change"),
            "spread": spread_words(found, i, wording),
        },
        numbers={
            "value": now,
            "n": n,
            "earlier": change.earlier,
            "earlier_n": earlier_n,
            "earlier_year_be": change.year_be,
            "gap": abs(gap),
            "gap_n": whole_gap_number(gap_n),
            "n_schools": change.n_schools,
        },
    )


def _same_n(found: Examination, i: int, change: Change) -> tuple[int | None, int | None]:
    """What weighs the latest and the earlier value over the schools of both years; None without any n."""
    cube = found.cube
    years = (cube.depth - 1, change.year_be - cube.year_be(i, 0))
    both = np.isfinite(cube.value[i, years]).all(axis=0)
    latest, earlier = (int(np.nansum(cube.n[i, year, both])) or None for year in years)
    return latest, earlier


def school_change_findings(found: Examination, usable: BoolArray, wording: Wording) -> Iterator[Finding]:
    """Changes of schools beyond 99.8 % limits, both years with enough pupils.

    A fall is a matter to watch: after one unusual year the next is usual again. A rise is a strength only
    where the school now stands on the good side of the area.
    """
    cube, seen = found.cube, found.comparison
    change = school_changes(cube, seen.spread, found.rules.thresholds.alarm_z)
    least = np.array([max(ind.min_n, found.rules.thresholds.min_latest_n) for ind in cube.indicators], float)[
        :, None
    ]
    rows = np.arange(len(cube.indicators))
    enough = (cube.n[:, -1] >= least) & (cube.n[rows, change.year] >= least)
    certain = (
        enough
        & cube.active
        & (usable & (seen.good_side != 0))[:, None]
        & ((change.lower > 0) | (change.upper < 0))
    )
    for i, s in np.argwhere(certain):
        indicator, difference = cube.indicators[i], float(change.difference[i, s])
        year = int(change.year[i])
        earlier = float(cube.value[i, year, s])
        gap = printed_gap(float(cube.value[i, -1, s]), earlier)
        better = np.sign(difference) == seen.good_side[i]
        n = int(cube.n[i, -1, s])
        gap_n = abs(difference) * n / 100 if indicator.compare is Compare.PROPORTION else 0.0
        kind: FindingKind = "strength" if better and seen.side[i, s] == seen.good_side[i] else "watch"
        yield make_finding(
            wording,
            subject_of(found, int(s)),
            indicator,
            cube.periods[i],
            kind=kind,
            tier=2,
            rule_id="R3",
            template="R3",
            words={
                "own": own_of_school(found, int(i), int(s), wording),
                **_change_words(
                    found, int(i), cube.year_be(int(i), year), earlier, gap, wording, int(cube.n[i, year, s])
                ),
                "whole_gap": wording.whole_gap(indicator, gap_n),
                "same_schools": "",
                "certainty": wording.phrase("beyond_change"),
                "spread": spread_words(found, int(i), wording),
            },
            numbers={
                "value": float(cube.value[i, -1, s]),
                "n": n,
                "x": whole_or_none(float(cube.numerator[i, -1, s])),
                "earlier": earlier,
                "earlier_n": int(cube.n[i, year, s]),
                "earlier_year_be": cube.year_be(int(i), year),
                "gap": abs(gap),
                "gap_n": whole_gap_number(gap_n),
            },
            sources=tuple(
                (cube.schools[s].school_id, cube.period(int(i), place)) for place in (year, cube.depth - 1)
            ),
        )


def _change_words(
    found: Examination,
    i: int,
    year_be: int,
    earlier: float,
    gap: float,
    wording: Wording,
    earlier_n: int | None,
) -> dict[str, str]:
    """The earlier value with the pupils behind it, and which way it went."""
    year, indicator = year_be - found.cube.year_be(i, 0), found.cube.indicators[i]
    before = wording.value(indicator, earlier)
    if earlier_n and indicator.has_n:
        classifier = wording.rules.classifier(indicator.denominator)
        before = wording.phrase("earlier_of", value=before, n=whole_number(earlier_n), classifier=classifier)
    return {
        "relation": wording.phrase("rose" if gap > 0 else "fell"),
        "earlier_period": found.cube.period(i, year).label,
        "earlier": before,
        "gap": wording.gap(indicator, gap),
    }
