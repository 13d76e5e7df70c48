"""Own level × measured result, worked by hand: nine schools, area 192 of 320 pupils = 60.00 %."""

from functools import cache

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.analysis.examination import Examination, examine
from lib.analysis.findings import findings_of
from lib.analysis.self_rating_matrix import make_self_rating_matrix, together
from lib.analysis.self_rating_results import LinkedResults
from lib.catalog.rules import load_rules
from lib.domain.assessments import LevelOfEducation
from lib.domain.findings import Finding
from lib.domain.self_rating_matrix import Measured, RatedItem, SelfRatingMatrix, Submitted
from lib.domain.self_ratings import SelfRating
from tests.analysis.builders import PERIODS, YEAR, benchmarks, catalogue, indicator, schools, shares

NINE = schools(9, clusters=2)
PASS, OTHER = indicator(), indicator("other")
#: School 0 far below, school 1 far above (40 points, z = 5.2), school 8 without a figure.
COUNTS = [8, 40, 24, 24, 24, 24, 24, 24]
ABOUT = RatedItem(LevelOfEducation.BASIC, "1", "1.1", "ประเด็นพิจารณาที่ 1.1", (PASS.id, OTHER.id))
SUBMITTED = Submitted(YEAR, 9, 9, 9, 8, 0)
LOW, HIGH, SAME, NONE = Measured.LOW, Measured.HIGH, Measured.SAME, Measured.NONE


@cache
def _examined(*, turned: bool = False) -> tuple[Examination, tuple[Finding, ...]]:
    """``turned``: a second indicator on which the two outer schools change places."""
    known = catalogue(PASS, OTHER) if turned else catalogue(PASS)
    tables = [shares(PASS, NINE[:8], COUNTS, [40] * 8)]
    if turned:
        tables.append(shares(OTHER, NINE[:8], [40, 8, *COUNTS[2:]], [40] * 8))
    found = examine(pd.concat(tables), benchmarks(), known.indicators, NINE, PERIODS, load_rules())
    return found, findings_of(found, known)


def _rated(
    school: int, level: int | None, *, confirmed: bool = True, doubt: str = "", year: int = YEAR
) -> SelfRating:
    return SelfRating(
        NINE[school].school_id, year, ABOUT.name, level, str(level), ABOUT.indicator_ids, "ก.docx หน้า 7",
        about=ABOUT.linked, confirmed=confirmed, doubt=doubt, place="หน้า 7",
    )  # fmt: skip


RATINGS = (
    _rated(0, 5), _rated(1, 2), _rated(2, 3), _rated(3, 4), _rated(4, None), _rated(5, None, doubt="ไม่ตรงกัน"),
    _rated(6, 5, confirmed=False), _rated(8, 5),
)  # fmt: skip


def _matrix(
    ratings: tuple[SelfRating, ...] = RATINGS,
    *,
    turned: bool = False,
    indicator_id: str = "",
    drafts: bool = False,
) -> SelfRatingMatrix:
    linked = LinkedResults(*_examined(turned=turned))
    return make_self_rating_matrix(
        linked, ABOUT, ratings, SUBMITTED, indicator_id=indicator_id, with_drafts=drafts
    )


def test_every_confirmed_school_stands_where_its_level_and_its_result_meet() -> None:
    cells = {
        (level, measured): len(_matrix().cell(level, measured))
        for level in (5, 4, 3, 2, 1, None)
        for measured in Measured
    }
    assert {cell: n for cell, n in cells.items() if n} == {
        (5, LOW): 1, (2, HIGH): 1, (3, SAME): 1, (4, SAME): 1, (None, SAME): 2, (5, NONE): 1,
    }  # fmt: skip


def test_the_two_lists_name_school_level_page_figure_area_and_gap_in_pupils() -> None:
    matrix = _matrix()
    (over,), (under,) = matrix.overrated, matrix.underrated
    (result,) = over.telling(LOW)
    assert (over.name, over.level, over.place) == ("ทดสอบ 0", 5, "หน้า 7")
    assert (result.own, result.against) == ("มี 8 จาก 40 คน (ร้อยละ 20.00)", "ร้อยละ 60.00")
    assert result.apart == "40.00 จุด หรือประมาณ 16 คน"
    assert (under.name, under.level, under.telling(HIGH)[0].x) == ("ทดสอบ 1", 2, 40)


def test_a_draft_is_counted_only_when_asked_for() -> None:
    assert len(_matrix().schools) == 7
    assert [one.name for one in _matrix(drafts=True).cell(5, SAME)] == ["ทดสอบ 6"]


def test_of_two_schools_that_could_agree_none_does() -> None:
    found = _matrix().agreement
    assert (found.n, found.n_same, found.n_apart, found.pct) == (2, 0, 2, 0.0)
    alike = _matrix((_rated(0, 2), _rated(1, 4), _rated(2, 5))).agreement
    assert (alike.n, alike.n_same, alike.pct) == (2, 2, 100.0)
    assert _matrix((_rated(2, 5),)).agreement.pct is None


def test_chance_alone_would_bring_less_than_one_school_of_two_and_none_where_nothing_was_compared() -> None:
    assert _matrix().expected_overrated == 1
    assert _matrix((_rated(8, 5),)).expected_overrated == 0


def test_what_lies_beyond_chance_on_both_sides_is_mixed_and_in_no_list() -> None:
    matrix = _matrix(turned=True)
    assert [one.name for one in matrix.cell(5, Measured.MIXED)] == ["ทดสอบ 0"]
    assert matrix.overrated == matrix.underrated == ()
    assert [one.name for one in _matrix(turned=True, indicator_id=PASS.id).overrated] == ["ทดสอบ 0"]


def test_a_school_without_a_figure_says_why_nothing_is_compared() -> None:
    (school,) = _matrix().cell(5, NONE)
    assert [result.unmeasured for result in school.results] == ["no_figure"]


def test_a_level_of_another_year_is_not_held_against_this_years_results() -> None:
    assert _matrix((_rated(0, 5, year=YEAR - 1),)).schools == ()


def test_schools_stand_by_cluster_and_name_whatever_their_gap() -> None:
    order = [(one.cluster, one.name) for one in _matrix().schools]
    assert order == sorted(order)


@pytest.mark.parametrize(
    ("results", "expected"),
    [
        ((), NONE),
        ((NONE, NONE), NONE),
        ((SAME, NONE), SAME),
        ((Measured.LIKELY_LOW, SAME), Measured.LIKELY_LOW),
        ((Measured.LIKELY_LOW, Measured.LIKELY_HIGH), Measured.MIXED),
        ((LOW, Measured.LIKELY_HIGH), LOW),
        ((HIGH, Measured.LIKELY_LOW, SAME), HIGH),
        ((LOW, HIGH), Measured.MIXED),
    ],
)
def test_the_surest_tier_decides_and_two_sides_of_it_are_mixed(
    results: tuple[Measured, ...], expected: Measured
) -> None:
    assert together(results) is expected


levels = st.lists(
    st.tuples(st.sampled_from([None, 1, 2, 3, 4, 5]), st.booleans()), min_size=len(NINE), max_size=len(NINE)
)


@settings(max_examples=60, deadline=None)
@given(levels, st.booleans(), st.booleans(), st.randoms())
def test_cells_add_up_lists_are_the_far_corners_and_order_changes_nothing(
    given_levels: list[tuple[int | None, bool]], drafts: bool, turned: bool, random: object
) -> None:
    ratings = [_rated(k, level, confirmed=sure) for k, (level, sure) in enumerate(given_levels)]
    matrix = _matrix(tuple(ratings), turned=turned, drafts=drafts)
    counted = sum(drafts or sure for _, sure in given_levels)
    cells = {(a, b): matrix.cell(a, b) for a in (None, 1, 2, 3, 4, 5) for b in Measured}
    assert sum(len(cell) for cell in cells.values()) == counted
    assert set(matrix.overrated) == {*cells[4, LOW], *cells[5, LOW]}
    assert set(matrix.underrated) == {*cells[1, HIGH], *cells[2, HIGH]}
    random.shuffle(ratings)  # type: ignore[attr-defined]
    assert _matrix(tuple(ratings), turned=turned, drafts=drafts) == matrix


@settings(max_examples=40, deadline=None)
@given(levels, st.booleans())
def test_the_rule_of_findings_tells_the_same_schools_as_the_lists(
    given_levels: list[tuple[int | None, bool]], turned: bool
) -> None:
    ratings = tuple(_rated(k, level) for k, (level, _) in enumerate(given_levels))
    found, _ = _examined(turned=turned)
    known = catalogue(PASS, OTHER) if turned else catalogue(PASS)
    told = {
        f.scope_id for f in findings_of(found, known, ratings) if f.rule_id == "R7" and f.scope == "school"
    }
    matrix = _matrix(ratings, turned=turned)
    assert told == {one.school_id for one in (*matrix.overrated, *matrix.underrated)}
