from hypothesis import given
from hypothesis import strategies as st

from lib.analysis.sar_changes import level_changes, levels_over_years, schools_counted
from lib.catalog.standards import load_standards
from lib.domain.assessment_synthesis import GroupKind, SchoolReport
from lib.domain.level_changes import Direction, LevelChange
from lib.domain.reported_counts import CountPart, ReportedCount
from tests.analysis.sar_schools import BASIC, rating, sent, silent

OLD = ("basic_2554",)
STANDARDS = load_standards()


def change(before: list[SchoolReport], now: list[SchoolReport]) -> LevelChange:
    return level_changes({2565: before, 2566: now}, 2565, 2566, BASIC, STANDARDS)[0]


def test_levels_move_from_one_year_to_the_next() -> None:
    found = change(
        [sent(1, rating(3)), sent(2, rating(4)), sent(3, rating(4)), sent(4, rating(5)), silent(5)],
        [sent(1, rating(5)), sent(2, rating(4)), sent(3, rating(3)), silent(4), sent(5, rating(2))],
    )
    # S1 3→5 rose, S2 4→4 stayed, S3 4→3 fell; S4 and S5 sent one report only
    assert found.matrix == (
        (0, 0, 0, 0, 0),
        (0, 0, 0, 0, 0),
        (0, 0, 0, 0, 1),
        (0, 0, 1, 1, 0),
        (0, 0, 0, 0, 0),
    )
    assert [found.n(each) for each in Direction] == [1, 1, 1]
    assert (found.n_both, found.n_before, found.n_now) == (3, 4, 4)


def test_a_level_of_another_set_is_no_step_up_or_down() -> None:
    found = change(
        [sent(1, rating(2), sets=OLD), sent(2, rating(2))], [sent(1, rating(4)), sent(2, rating(3))]
    )
    assert (found.n_both, found.n(Direction.RISEN), found.n_before) == (1, 1, 1)


def test_years_stand_side_by_side_oldest_first_and_empty_ones_are_absent() -> None:
    years = {2566: [sent(1, rating(4))], 2565: [silent(1)], 2564: [sent(1, rating(3))]}
    found = levels_over_years(years, BASIC, STANDARDS)
    assert [(y.academic_year_be, y.level.standards[0].mean) for y in found] == [(2564, 3.0), (2566, 4.0)]


def test_a_year_of_older_sets_only_shows_no_level_of_theirs() -> None:
    (year,) = levels_over_years({2558: [sent(1, rating(4), sets=OLD)]}, BASIC, STANDARDS)
    assert (year.level.standards[0].n_rated, year.level.standards[0].n_apart) == (0, 1)


def test_every_count_finds_its_schools() -> None:
    now = [
        sent(1, rating(4), cluster="ก"),
        sent(2, rating(4), cluster="ข"),
        sent(3, cluster="ก"),
        sent(4, rating(4), cluster="ก", sets=OLD),
        silent(5),
    ]
    years = {2565: [sent(1, rating(3)), sent(2, rating(4))], 2566: now}

    def ids(cell: ReportedCount) -> list[str]:
        return [school.school_id for school, *_ in schools_counted(years, cell, STANDARDS)]

    assert ids(ReportedCount(2566, BASIC, "1", (4,))) == ["S1", "S2"]
    assert ids(ReportedCount(2566, BASIC, "1", (4,), group=GroupKind.CLUSTER, group_name="ข")) == ["S2"]
    assert ids(ReportedCount(2566, BASIC, "1", part=CountPart.WITHOUT_LEVEL)) == ["S3"]
    assert ids(ReportedCount(2566, BASIC, "1", part=CountPart.APART)) == ["S4"]
    assert ids(ReportedCount(2566, BASIC, "1", (4,), confirmed_only=True)) == []
    risen = ReportedCount(
        2566, BASIC, "1", part=CountPart.MOVES, before_year_be=2565, moves=Direction.RISEN.moves
    )
    assert [
        (s.school_id, level, before) for s, level, _, before in schools_counted(years, risen, STANDARDS)
    ] == [("S1", 4, 3)]


@given(st.lists(st.tuples(st.sampled_from([None, 1, 2, 3, 4, 5]), st.sampled_from([None, 1, 2, 3, 4, 5]))))
def test_risen_same_and_fallen_are_all_schools_with_both_years(
    pairs: list[tuple[int | None, int | None]],
) -> None:
    before = [sent(n, rating(old)) for n, (old, _) in enumerate(pairs)]
    now = [sent(n, rating(new)) for n, (_, new) in enumerate(pairs)]
    found = change(before, now)
    both = [(old, new) for old, new in pairs if old is not None and new is not None]
    assert sum(found.n(each) for each in Direction) == found.n_both == len(both)
    assert found.n(Direction.RISEN) == sum(new > old for old, new in both)
    assert found.n_both <= min(found.n_before, found.n_now)
