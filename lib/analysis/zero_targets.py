"""R6 for totals that ought to be 0: schools are counted, one case is never "far" from none."""

import numpy as np

from lib.analysis.area_parts import counted_schools, own_of_area
from lib.analysis.areas import is_netted
from lib.analysis.examination import Examination
from lib.analysis.sentences import AREA, Wording, make_finding, two_decimals, whole_number
from lib.analysis.summary import IndicatorSummary
from lib.domain.findings import Finding, Number
from lib.domain.indicators import Indicator


def occurrence_finding(
    found: Examination, indicator: Indicator, summary: IndicatorSummary, wording: Wording, *, good: bool
) -> Finding:
    """The area's total with the schools it comes from; wants and excesses of a netted one stand apart.

    Args:
        good: the schools without any are told, else those with some.
    """
    values = found.cube.value[found.place(indicator.id), -1]
    values = values[np.isfinite(values)]
    numbers: dict[str, Number | None]
    if is_netted(indicator):
        key = "schools_even" if good else "schools_uneven"
        own, numbers = _apart(indicator, values, wording)
    else:
        key = "schools_without" if good else "schools_with"
        own, numbers = own_of_area(indicator, summary, wording), {"value": summary.value}
    n_reached = summary.n_meeting or 0
    told = n_reached if good else len(values) - n_reached
    share = 100 * told / len(values)
    schools = wording.phrase(
        key,
        n_told=whole_number(told),
        n_schools=whole_number(len(values)),
        told_pct=two_decimals(share),
    )
    return make_finding(
        wording,
        AREA,
        indicator,
        summary.period,
        kind="strength" if good else "improvement_area",
        tier=0,
        rule_id="R6",
        template="R6_zero",
        words={"own": own, "schools": schools, "certainty": counted_schools(summary, wording)},
        numbers={
            **numbers,
            "n_reached" if good else "n_below": told,
            "reached_pct" if good else "below_pct": share,
            "n_schools": len(values),
            "n_expected": summary.n_expected,
        },
    )


def _apart(
    indicator: Indicator, values: np.ndarray[tuple[int], np.dtype[np.float64]], wording: Wording
) -> tuple[str, dict[str, Number | None]]:
    short, over = values[values < 0], values[values > 0]
    numbers: dict[str, Number | None] = {
        "n_short": len(short),
        "short": float(abs(short.sum())),
        "n_over": len(over),
        "over": float(over.sum()),
    }
    words = wording.phrase(
        "short_and_over",
        n_short=whole_number(len(short)),
        short=wording.value(indicator, float(abs(short.sum()))),
        n_over=whole_number(len(over)),
        over=wording.value(indicator, float(over.sum())),
    )
    return words, numbers
