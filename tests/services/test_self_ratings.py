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
    Place,
    Rating,
    ReportStatus,
    SavedSelfAssessment,
    SelfAssessment,
)
from lib.domain.findings import SelfRating
from lib.services import self_assessments as service
from lib.services.analysis import OfficeData, load_data_version, load_office_data
from lib.services.findings import compute_findings
from lib.services.self_ratings import self_ratings_of
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


def test_an_item_speaks_for_its_own_indicators_and_the_standard_for_the_rest() -> None:
    standard, item = _ratings(_report(_rating("1", "", 4), _rating("1", "1.1", 5)))
    assert (standard.level_label, item.level_label) == ("ดีเลิศ", "ยอดเยี่ยม")
    assert ACHIEVEMENT in item.indicator_ids
    assert CHARACTER in standard.indicator_ids
    assert set(item.indicator_ids).isdisjoint(standard.indicator_ids)


def test_a_standard_whose_items_are_unreadable_speaks_for_all_of_them() -> None:
    (standard,) = _ratings(_report(_rating("1", "", 4), _rating("1", "1.1", None)))
    assert {ACHIEVEMENT, CHARACTER} <= set(standard.indicator_ids)


def test_a_rating_is_named_with_its_level_of_education_its_file_and_its_page() -> None:
    (item,) = _ratings(_report(_rating("1", "1.2", 5)))
    assert item.item == "ประเด็นพิจารณาที่ 1.2 คุณลักษณะที่พึงประสงค์ของผู้เรียน (ระดับขั้นพื้นฐาน)"
    assert item.source == "sar.docx หน้า 12"


def test_the_same_number_in_early_childhood_means_another_standard() -> None:
    (item,) = _ratings(_report(_rating("1", "1.1", 5, EARLY), sets=("early_childhood_2561",)))
    assert item.indicator_ids == ("academic.ecd_dev_all_body",)


def test_drafts_older_standards_and_standards_nothing_measures_say_nothing() -> None:
    draft = replace(_report(_rating("1", "", 5)), status=ReportStatus.DRAFT)
    older = _report(_rating("1", "", 5), sets=("basic_2559",))
    unmeasured = _report(_rating("3", "", 5), _rating("2", "2.6", 5))
    assert _ratings(draft, older, unmeasured) == ()


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
