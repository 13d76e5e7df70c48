"""One school beside its area and the middle half of its like schools, against values worked by hand."""

import math

import pytest

from lib.analysis.examination import examine
from lib.analysis.school_profile import SchoolFigure, school_profile
from lib.catalog.rules import load_rules
from tests.analysis.builders import PERIODS, YEAR, benchmarks, indicator, observations, schools

# nine schools of one third of the sizes: each has the eight others as like schools
VALUES = (10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0)
N = 20


def profiled(values: tuple[float | None, ...], school: int = 0) -> SchoolFigure:
    known = schools(27, pupils=[100 + place for place in range(27)])
    rows = [
        {
            "school_id": known[place].school_id,
            "indicator_id": "academic.pass",
            "year_be": YEAR,
            "value": value,
            "numerator": value * N / 100,
            "n": N,
        }
        for place, value in enumerate(values)
        if value is not None
    ]
    found = examine(observations(rows), benchmarks(), (indicator(),), known, PERIODS, load_rules())
    return school_profile(found, known[school].school_id)[0]


def test_the_range_of_like_schools_is_their_middle_half_without_the_school_itself() -> None:
    # eight others 20 … 90: places 0.25·7 = 1.75 and 0.75·7 = 5.25 give 30 + 0.75·10 and 70 + 0.25·10
    assert profiled(VALUES).peer_range == pytest.approx((37.5, 72.5))


def test_fewer_like_schools_with_a_figure_than_make_a_comparison_give_no_range() -> None:
    assert all(math.isnan(limit) for limit in profiled((*VALUES[:8], None)).peer_range)


def test_a_share_keeps_its_count_and_its_area() -> None:
    one = profiled(VALUES)
    assert (one.x, one.n) == (2, N)  # 10 per cent of 20
    assert one.area_years[-1] == (YEAR, pytest.approx(50.0))  # nine schools of equal n


def test_years_of_school_area_and_like_schools_stand_side_by_side() -> None:
    one = profiled(VALUES)
    years = [year for year, _ in one.years]
    assert years == [year for year, _ in one.area_years] == [year for year, _, _ in one.peer_years]
    assert years[-1] == YEAR
