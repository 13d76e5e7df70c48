from hypothesis import given
from hypothesis import strategies as st

from lib.analysis.sar_synthesis import synthesise
from lib.catalog.standards import load_standards
from lib.domain.assessment_synthesis import (
    GroupKind,
    LevelSynthesis,
    SarSynthesis,
    SchoolReport,
    StandardSummary,
)
from lib.domain.assessments import ReportStatus
from tests.analysis.sar_schools import BASIC, EARLY, rating, sent, silent

SIZES = ("เล็ก", "กลาง", "ใหญ่")


def synthesised(*schools: SchoolReport, confirmed_only: bool = False) -> SarSynthesis:
    return synthesise(schools, 2566, load_standards(), confirmed_only=confirmed_only, sizes=SIZES)


def basic(synthesis: SarSynthesis) -> LevelSynthesis:
    return next(level for level in synthesis.levels if level.level_of_education is BASIC)


def set_name(set_id: str) -> str:
    found = load_standards().by_id(set_id)
    assert found is not None
    return found.name


def first(synthesis: SarSynthesis) -> StandardSummary:
    return basic(synthesis).standards[0]


def test_three_ns_stand_apart() -> None:
    found = basic(synthesised(sent(1, rating(4)), silent(2), silent(3, (EARLY,))))
    assert (found.n_schools, found.n_offering, found.n_submitted) == (3, 2, 1)


def test_counts_and_per_cents_rest_on_schools_that_submitted() -> None:
    row = first(synthesised(sent(1, rating(4)), sent(2, rating(4)), sent(3, rating(5)), silent(4)))
    # 2 of 3 = 66.666… and 1 of 3 = 33.333…; mean (4 + 4 + 5) / 3 = 4.333…
    assert [(c.n, c.pct) for c in row.counts] == [(0, 0), (0, 0), (0, 0), (2, 66.67), (1, 33.33)]
    assert row.mean == 4.33


def test_a_per_cent_is_rounded_half_up() -> None:
    row = first(synthesised(*(sent(n, rating(5 if n == 0 else 4)) for n in range(16))))
    # 1 of 16 = 6.25, 15 of 16 = 93.75; 1 of 32 = 3.125 → 3.13, 31 of 32 = 96.875 → 96.88
    assert [c.pct for c in row.counts[3:]] == [93.75, 6.25]
    row = first(synthesised(*(sent(n, rating(5 if n == 0 else 4)) for n in range(32))))
    assert [c.pct for c in row.counts[3:]] == [96.88, 3.13]


def test_a_submitted_report_without_that_level_is_counted_apart() -> None:
    row = first(synthesised(sent(1, rating(4)), sent(2, rating(None)), sent(3)))
    assert (row.n_counted, row.n_rated, row.n_without_level, row.pct_without_level) == (3, 1, 2, 66.67)


def test_an_older_scale_never_mixes_with_the_current_one() -> None:
    found = synthesised(sent(1, rating(5)), sent(2, rating(5, scale="old5")))
    row = first(found)
    assert (row.n_rated, row.n_apart, row.pct_apart, row.mean) == (1, 1, 50.0, 5.0)
    assert [len(a.schools) for a in basic(found).apart] == [1]


def test_a_special_education_centre_stands_on_a_line_of_its_own_with_the_reason() -> None:
    found = synthesised(sent(1, rating(3)), sent(2, rating(5), sets=("basic_special_2561",)))
    row = first(found)
    assert (row.n_counted, row.n_rated, row.n_apart, row.mean) == (2, 1, 1, 3.0)
    (centre,) = basic(found).apart
    assert (centre.name, [s.school_id for s in centre.schools]) == (set_name("basic_special_2561"), ["S2"])
    assert "ศูนย์การศึกษาพิเศษ" in centre.reason


def test_an_older_set_is_kept_apart_even_where_its_number_and_scale_look_current() -> None:
    found = synthesised(sent(1, rating(4)), sent(2, rating(4), sets=("basic_2554",)))
    assert (first(found).n_rated, first(found).n_apart) == (1, 1)
    assert [(a.name, "เลิกใช้แล้ว" in a.reason) for a in basic(found).apart] == [(set_name("basic_2554"), True)]


def test_a_standard_without_its_own_level_takes_the_mean_of_its_items() -> None:
    found = synthesised(sent(1, rating(3, item="1.1"), rating(4, item="1.2")))  # 3.5 → 4
    assert (first(found).counts[3].n, first(found).n_recomputed) == (1, 1)


def test_items_have_rows_of_their_own_without_recomputing() -> None:
    found = basic(synthesised(sent(1, rating(3, item="1.1"), rating(4, item="1.2")), sent(2, rating(5))))
    rows = {row.number: row for row in found.items}
    assert [c.n for c in rows["1.1"].counts] == [0, 0, 1, 0, 0]
    assert (rows["1.1"].n_without_level, rows["1.1"].standard, rows["1.1"].item) == (1, "1", "1.1")
    assert len(rows) == 13  # 2 + 6 + 5 items of the 2561 set


def test_a_level_of_education_nobody_submitted_has_no_mean_and_no_division_by_zero() -> None:
    early = next(
        level for level in synthesised(silent(1, (EARLY,))).levels if level.level_of_education is EARLY
    )
    assert (early.standards[0].mean, early.standards[0].counts[0].pct) == (None, 0.0)


def test_who_has_not_submitted_is_listed() -> None:
    found = synthesised(sent(1, rating(4)), silent(2), silent(3))
    assert [school.school_id for school in found.not_submitted] == ["S2", "S3"]


def test_a_report_of_a_level_the_register_does_not_offer_is_told_and_not_counted() -> None:
    found = basic(synthesised(sent(1, rating(4)), sent(2, rating(5), offers=(EARLY,))))
    assert [school.school_id for school in found.not_offered] == ["S2"]
    assert (found.n_offering, found.n_submitted, found.standards[0].n_rated) == (1, 1, 1)


def test_a_report_in_which_an_offered_level_was_not_found_is_told() -> None:
    found = basic(synthesised(sent(1, rating(4)), sent(2, covers=(EARLY,), offers=(BASIC, EARLY)), silent(3)))
    assert [school.school_id for school in found.without_part] == ["S2"]
    assert found.n_offering == 3 == found.n_submitted + len(found.without_part) + 1


def test_only_confirmed_reports_are_counted_when_asked_and_both_numbers_stay_told() -> None:
    schools = (sent(1, rating(4), status=ReportStatus.CONFIRMED), sent(2, rating(1)))
    found = synthesised(*schools, confirmed_only=True)
    level = basic(found)
    assert (found.n_reports, found.n_confirmed) == (2, 1)
    assert (level.n_submitted, level.n_confirmed, level.n_counted) == (2, 1, 1)
    assert [c.pct for c in level.standards[0].counts] == [0, 0, 0, 100.0, 0]
    assert found.not_submitted == ()  # a draft has been sent all the same


def test_each_group_has_its_own_three_ns() -> None:
    found = synthesised(
        sent(1, rating(4), size="กลาง"), sent(2, rating(2), cluster="กลุ่ม ข", size="เล็ก"), silent(3)
    )
    rows = {(g.kind, g.name): basic_of(g.levels) for g in found.groups}
    cluster = rows[GroupKind.CLUSTER, "กลุ่ม ข"]
    assert (cluster.n_schools, cluster.n_offering, cluster.n_submitted) == (2, 2, 1)
    assert cluster.standards[0].mean == 2.0
    assert [g.name for g in found.groups if g.kind is GroupKind.SIZE] == ["เล็ก", "กลาง"]


def test_an_office_with_one_cluster_is_not_parted_by_it() -> None:
    found = synthesised(sent(1, rating(4)), sent(2, rating(4)))
    assert found.groups == ()


def test_schools_of_no_cluster_come_last_and_are_named_so() -> None:
    found = synthesised(sent(1, rating(4), cluster=""), sent(2, rating(4)))
    assert [g.label for g in found.groups] == ["กลุ่ม ก", "ไม่ระบุกลุ่มโรงเรียน"]


def basic_of(levels: tuple[LevelSynthesis, ...]) -> LevelSynthesis:
    return next(level for level in levels if level.level_of_education is BASIC)


every_school = st.builds(
    lambda level, scale, offers, covers, cluster, size, sets, status, has: (
        (
            sent(
                0,
                rating(level, scale=scale),
                offers=offers,
                covers=covers,
                cluster=cluster,
                size=size,
                sets=sets,
                status=status,
            )
        )
        if has
        else silent(0, offers, cluster)
    ),
    st.sampled_from([None, 1, 2, 3, 4, 5]),
    st.sampled_from(["sar5", "sar5_pct", "old5"]),
    st.sampled_from([(BASIC,), (EARLY,), (BASIC, EARLY), ()]),
    st.sampled_from([(BASIC,), (EARLY,), (BASIC, EARLY)]),
    st.sampled_from(["", "ก", "ข"]),
    st.sampled_from(["", *SIZES]),
    st.sampled_from([(), ("basic_2561",), ("basic_special_2561",), ("basic_2554", "early_childhood_2561")]),
    st.sampled_from(list(ReportStatus)),
    st.booleans(),
)


@given(st.lists(every_school, max_size=14), st.booleans())
def test_the_parts_of_every_row_add_up_and_the_ns_never_grow(
    schools: list[SchoolReport], confirmed_only: bool
) -> None:
    found = synthesised(*schools, confirmed_only=confirmed_only)
    for level in (*found.levels, *(level for group in found.groups for level in group.levels)):
        assert level.n_counted <= level.n_submitted <= level.n_offering <= level.n_schools
        assert level.n_confirmed <= level.n_submitted
        for row in (*level.standards, *level.items):
            assert sum(count.n for count in row.counts) == row.n_rated
            assert row.n_rated + row.n_without_level + row.n_apart == row.n_counted == level.n_counted
            if row.n_counted:
                told = sum(count.pct for count in row.counts) + row.pct_without_level + row.pct_apart
                assert abs(told - 100) <= 0.035 + 1e-9  # seven parts, each rounded by at most 0.005


@given(st.lists(every_school, max_size=14))
def test_the_groups_of_a_kind_add_up_to_the_whole(schools: list[SchoolReport]) -> None:
    found = synthesised(*schools)
    for kind in {group.kind for group in found.groups}:
        for place, whole in enumerate(found.levels):
            parts = [group.levels[place] for group in found.groups if group.kind is kind]
            assert sum(p.n_schools for p in parts) == whole.n_schools
            assert sum(p.n_offering for p in parts) == whole.n_offering
            assert sum(p.n_submitted for p in parts) == whole.n_submitted
            for number, row in enumerate(whole.standards):
                counts = [[c.n for c in part.standards[number].counts] for part in parts]
                assert [sum(column) for column in zip(*counts, strict=True)] == [c.n for c in row.counts]
