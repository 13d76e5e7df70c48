from hypothesis import given
from hypothesis import strategies as st

from lib.analysis.sar_synthesis import synthesise
from lib.catalog.standards import load_standards
from lib.domain.assessment_synthesis import SarSynthesis, SchoolReport, StandardSummary
from lib.domain.assessments import (
    LevelOfEducation,
    Rating,
    ReportStatus,
    SelfAssessment,
    Statement,
    StatementKind,
)

BASIC, EARLY = LevelOfEducation.BASIC, LevelOfEducation.EARLY_CHILDHOOD


def _report(
    number: int, *ratings: Rating, offers: tuple[LevelOfEducation, ...] = (BASIC,), said: tuple[str, ...] = ()
) -> SchoolReport:
    statements = tuple(Statement(StatementKind.STRENGTH, text) for text in said)
    assessment = SelfAssessment("", "", 2566, (BASIC,), ratings, statements, 1.0, ())
    return SchoolReport(f"S{number}", f"โรงเรียน {number}", "กลุ่ม ก", offers, ReportStatus.DRAFT, assessment)


def _missing(number: int, offers: tuple[LevelOfEducation, ...] = (BASIC,)) -> SchoolReport:
    return SchoolReport(f"S{number}", f"โรงเรียน {number}", "กลุ่ม ข", offers)


def _level(level: int | None, standard: str = "1", item: str = "", scale: str = "sar5") -> Rating:
    return Rating(BASIC, standard, item, level, scale)


def _first(synthesis: SarSynthesis) -> StandardSummary:
    return next(level for level in synthesis.levels if level.level_of_education is BASIC).standards[0]


def _synthesise(*schools: SchoolReport) -> SarSynthesis:
    return synthesise(schools, 2566, load_standards())


def test_three_ns_stand_apart() -> None:
    found = _synthesise(_report(1, _level(4)), _missing(2), _missing(3, (EARLY,)))
    basic = next(level for level in found.levels if level.level_of_education is BASIC)
    assert (basic.n_schools, basic.n_offering, basic.n_submitted) == (3, 2, 1)


def test_counts_and_per_cents_rest_on_schools_that_submitted() -> None:
    row = _first(
        _synthesise(_report(1, _level(4)), _report(2, _level(4)), _report(3, _level(5)), _missing(4))
    )
    # 2 of 3 = 66.666… and 1 of 3 = 33.333…; mean (4 + 4 + 5) / 3 = 4.333…
    assert [(c.n, c.pct) for c in row.counts] == [(0, 0), (0, 0), (0, 0), (2, 66.67), (1, 33.33)]
    assert row.mean == 4.33


def test_a_submitted_report_without_that_level_is_counted_apart() -> None:
    row = _first(_synthesise(_report(1, _level(4)), _report(2, _level(None)), _report(3)))
    assert (row.n_submitted, row.n_rated, row.n_without_level) == (3, 1, 2)


def test_an_older_scale_never_mixes_with_the_current_one() -> None:
    row = _first(_synthesise(_report(1, _level(5)), _report(2, _level(5, scale="old5"))))
    assert (row.n_rated, row.n_other_scale, row.mean) == (1, 1, 5.0)


def test_a_standard_without_its_own_level_takes_the_mean_of_its_items() -> None:
    row = _first(_synthesise(_report(1, _level(3, item="1.1"), _level(4, item="1.2"))))  # 3.5 → 4
    assert (row.counts[3].n, row.n_recomputed) == (1, 1)


def test_a_level_of_education_nobody_submitted_has_no_mean_and_no_division_by_zero() -> None:
    early = next(
        level for level in _synthesise(_missing(1, (EARLY,))).levels if level.level_of_education is EARLY
    )
    assert (early.standards[0].mean, early.standards[0].counts[0].pct) == (None, 0.0)


def test_who_has_not_submitted_is_listed() -> None:
    found = _synthesise(_report(1, _level(4)), _missing(2), _missing(3))
    assert [school.school_id for school in found.not_submitted] == ["S2", "S3"]


def test_statements_are_counted_by_school_and_not_by_line() -> None:
    found = _synthesise(
        _report(1, said=("ครูครบชั้น", "ครู ครบชั้น")), _report(2, said=("ครูครบชั้น",)), _report(3, said=("อื่น ๆ",))
    )
    assert [(s.text, s.n_schools) for s in found.statements] == [("ครูครบชั้น", 2), ("อื่น ๆ", 1)]


def test_clusters_have_their_own_rows() -> None:
    found = _synthesise(_report(1, _level(4)), _missing(2))
    rows = {(r.cluster, r.standard): (r.n_offering, r.n_submitted, r.mean) for r in found.clusters}
    assert (rows["กลุ่ม ก", "1"], rows["กลุ่ม ข", "1"]) == ((1, 1, 4.0), (1, 0, None))


@given(st.lists(st.sampled_from([None, 1, 2, 3, 4, 5]), max_size=12), st.integers(0, 4))
def test_the_parts_of_a_row_always_add_up(levels: list[int | None], n_old: int) -> None:
    schools = [_report(n, _level(level)) for n, level in enumerate(levels)]
    schools += [_report(100 + n, _level(3, scale="old5")) for n in range(n_old)]
    row = _first(_synthesise(*schools))
    assert row.n_rated + row.n_without_level + row.n_other_scale == row.n_submitted == len(schools)
    assert sum(count.n for count in row.counts) == row.n_rated
