"""Confirmed self-assessments reach the rule that holds them against results."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from lib.catalog.loader import load_catalogue
from lib.catalog.rules import load_rules
from lib.catalog.self_rating_links import load_self_rating_links
from lib.catalog.standards import load_standards
from lib.domain.assessments import (
    LevelOfEducation,
    OtherLevel,
    Place,
    Rating,
    ReportStatus,
    SavedSelfAssessment,
    SelfAssessment,
)
from lib.domain.self_ratings import SelfRating
from lib.services import self_assessments as service
from lib.services.analysis import OfficeData, load_data_version, load_office_data
from lib.services.findings import compute_findings
from lib.services.self_ratings import checked_reports_of, self_ratings_of
from lib.storage.engine import Store, open_store, writing
from lib.storage.schools import save_schools
from tests.analysis.builders import PERIODS, YEAR, benchmarks, schools, shares
from tests.ingest import report_builders as made

BASIC, EARLY = LevelOfEducation.BASIC, LevelOfEducation.EARLY_CHILDHOOD
TWENTY = schools(20)
ACHIEVEMENT, CHARACTER = "academic.reading_analytic_pct", "academic.desirable_char_pct"


def _rating(standard: str, item: str, level: int | None, of: LevelOfEducation = BASIC) -> Rating:
    return Rating(of, standard, item, level, "sar5", place=Place(page=12, block=3))


def _report(*ratings: Rating, sets: tuple[str, ...] = ("basic_2561",)) -> SavedSelfAssessment:
    assessment = SelfAssessment(
        TWENTY[0].school_id, "", YEAR, (BASIC,), ratings, (), 1.0, (), standard_sets=sets
    )
    return SavedSelfAssessment(
        1, TWENTY[0].school_id, YEAR, "0" * 64, "sar.docx", ReportStatus.CONFIRMED, assessment, 1,
        datetime(2025, 5, 1, tzinfo=UTC), "ผู้ทดสอบ",
    )  # fmt: skip


def _ratings(*reports: SavedSelfAssessment) -> tuple[SelfRating, ...]:
    return self_ratings_of(reports, load_standards(), load_self_rating_links())


def _rated(*reports: SavedSelfAssessment) -> tuple[SelfRating, ...]:
    """Those that have a level."""
    return tuple(rating for rating in _ratings(*reports) if rating.level is not None)


def test_an_item_speaks_for_its_own_indicators_and_the_standard_for_the_rest() -> None:
    item, standard = _rated(_report(_rating("1", "", 4), _rating("1", "1.1", 5)))
    assert (standard.level_label, item.level_label) == ("ดีเลิศ", "ยอดเยี่ยม")
    assert ACHIEVEMENT in item.indicator_ids
    assert CHARACTER in standard.indicator_ids
    assert (item.by_standard, standard.by_standard) == (False, True)
    assert set(item.indicator_ids).isdisjoint(standard.indicator_ids)


def test_a_standard_whose_items_are_unreadable_speaks_for_all_of_them() -> None:
    first, second = _rated(_report(_rating("1", "", 4), _rating("1", "1.1", None)))
    assert ACHIEVEMENT in first.indicator_ids
    assert CHARACTER in second.indicator_ids
    assert first.item == second.item == "มาตรฐานที่ 1 คุณภาพของผู้เรียน (ระดับขั้นพื้นฐาน)"


def test_a_rating_is_named_with_its_level_of_education_its_file_and_its_page() -> None:
    (item,) = _rated(_report(_rating("1", "1.2", 5)))
    assert item.item == "ประเด็นพิจารณาที่ 1.2 คุณลักษณะที่พึงประสงค์ของผู้เรียน (ระดับขั้นพื้นฐาน)"
    assert item.source == "sar.docx หน้า 12"


def test_the_same_number_in_early_childhood_means_another_standard() -> None:
    (item,) = _rated(_report(_rating("1", "1.1", 5, EARLY), sets=("early_childhood_2561",)))
    assert item.indicator_ids == ("academic.ecd_dev_all_body",)


def test_drafts_older_standards_and_standards_nothing_measures_say_nothing() -> None:
    draft = replace(_report(_rating("1", "", 5)), status=ReportStatus.DRAFT)
    older = _report(_rating("1", "", 5), sets=("basic_2559",))
    unmeasured = _report(_rating("3", "", 5), _rating("2", "2.6", 5))
    assert _ratings(draft, older) == ()
    assert _rated(unmeasured) == ()


def test_a_draft_speaks_only_where_it_is_asked_for() -> None:
    draft = replace(_report(_rating("1", "", 5)), status=ReportStatus.DRAFT)
    asked = self_ratings_of((draft,), load_standards(), load_self_rating_links(), with_drafts=True)
    assert {(rating.level, rating.confirmed) for rating in asked if rating.level} == {(5, False)}


def test_a_level_of_an_older_scale_is_set_apart_like_an_older_set() -> None:
    older = replace(_rating("1", "", 5), scale="old5")
    assert all(rating.about is None or rating.about.standard != "1" for rating in _ratings(_report(older)))


def test_a_level_that_nobody_states_is_kept_without_one() -> None:
    levels = {
        rating.about.item: rating.level
        for rating in _ratings(_report(_rating("1", "1.1", 4)))
        if rating.about
    }
    assert levels == {"1.1": 4, "1.2": None, "2.2": None}


def _not_adding_up(*, confirmed: bool) -> SavedSelfAssessment:
    items = [_rating("1", f"1.{k}", 2, EARLY) for k in range(1, 5)]
    report = _report(_rating("1", "", 5, EARLY), *items, sets=("early_childhood_2561",))
    return report if confirmed else replace(report, status=ReportStatus.DRAFT)


def test_a_standard_that_its_items_contradict_has_no_level_to_compare() -> None:
    whole = next(r for r in _ratings(_not_adding_up(confirmed=True)) if r.about and not r.about.item)
    assert whole.level is None
    assert "ค่าเฉลี่ยของประเด็น" in whole.doubt
    assert {
        r.level for r in _ratings(_not_adding_up(confirmed=True)) if r.about and r.about.standard == "1"
    } == {None, 2}


def test_a_confirmed_report_that_does_not_add_up_is_a_doubt_about_the_data() -> None:
    checked = checked_reports_of([_not_adding_up(confirmed=True)], load_standards())
    assert [len(one.says) for one in checked] == [1]
    assert checked_reports_of([_not_adding_up(confirmed=False)], load_standards()) == ()


def test_two_stated_levels_are_a_doubt_until_a_person_has_confirmed_one() -> None:
    two = replace(
        _rating("1", "1.1", 5), confidence=0.8, elsewhere=(OtherLevel(3, Place(page=40), "ระดับ 3"),)
    )
    (doubted,) = checked_reports_of([_report(two)], load_standards())
    assert doubted.says == ()
    draft = replace(_report(two), status=ReportStatus.DRAFT)
    first, *_ = self_ratings_of((draft,), load_standards(), load_self_rating_links(), with_drafts=True)
    assert first.level is None
    assert "หน้า 40" in first.doubt


def test_a_confirmed_rating_above_a_low_result_becomes_a_finding_of_the_round() -> None:
    catalogue = load_catalogue()
    table = shares(catalogue.by_id[ACHIEVEMENT], TWENTY, [16, *[32] * 19], [40] * 20)
    ratings = _ratings(_report(_rating("1", "1.1", 5)))
    data = OfficeData(table, benchmarks(), TWENTY, TWENTY, catalogue, load_rules(), 1, ratings)
    findings, _ = compute_findings(data, PERIODS)
    (found,) = (finding for finding in findings if finding.rule_id == "R7")
    assert found.indicator_id == ACHIEVEMENT
    assert "(sar.docx หน้า 12)" in found.sentence


@pytest.fixture
def store(any_database_url: str) -> Iterator[Store]:
    opened = open_store(any_database_url)
    with writing(opened) as session:
        save_schools(session, (replace(TWENTY[0], school_id="99000001", smis_code="99000001"),))
    yield opened
    opened.dispose()


def test_confirming_a_report_is_news_to_the_findings_and_saving_a_draft_is_not(store: Store) -> None:
    report = made.both_levels_in_one_book()
    read = service.read_reports(store, [(report.name, report.content)])[0]
    before = load_data_version(store)
    known = service.choose_school_and_year(store, read, "99000001", YEAR)
    saved = service.save_report(store, known, by="ผู้ทดสอบ")
    assert load_data_version(store) == before
    assert load_office_data(store).self_ratings == ()
    service.confirm_report(store, saved.report_id, seen_version=saved.version, by="ผู้ทดสอบ")
    assert load_data_version(store) > before
    assert {rating.school_id for rating in load_office_data(store).self_ratings} == {"99000001"}
