"""The sample office comes in whole, the way a person would load it, and says what it was made to say."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from lib.domain.assessments import LevelOfEducation, ReportStatus
from lib.domain.issues import Severity
from lib.domain.level_changes import Direction
from lib.domain.observations import Scope
from lib.domain.periods import PeriodKind
from lib.domain.sheets import address, cells_of
from lib.errors import WorkbenchError
from lib.services.analysis import OfficeData, load_office_data, make_periods
from lib.services.demo import SAMPLE_FOLDER, load_demo
from lib.services.evidence import computed_level
from lib.services.findings import FindingsResult, compute_findings, join_reviews
from lib.services.imports import load_history, preview_file
from lib.services.office import load_office
from lib.services.register import load_register
from lib.services.sar_synthesis import load_level_changes, load_synthesis
from lib.services.self_assessments import load_reports
from lib.storage.datasets import load_report
from lib.storage.engine import Store, reading
from sample_data.faulty_files import FILE_NAME, PLANTED
from sample_data.report_files import laid_out_reports
from sample_data.report_layouts import by_item, by_old_set

DOMAINS = ("academic", "budget", "personnel", "general")
# A primary office has no upper secondary pupils, and สังคมศึกษา is not tested in ป.6.
NOT_HELD = ("_m6", "academic.onet_p6_social")


@pytest.fixture(scope="module")
def office_data(sample_store: Store) -> OfficeData:
    return load_office_data(sample_store)


@pytest.fixture(scope="module")
def decided(sample_store: Store, office_data: OfficeData) -> FindingsResult:
    return join_reviews(sample_store, *compute_findings(office_data, make_periods(office_data)))


def load_reports_of_imports(store: Store) -> Iterator[tuple[str, dict[str, object]]]:
    """File name and the stored report of every import."""
    history = load_history(store)
    assert history
    with reading(store) as session:
        for record in history:
            yield record.file_name, load_report(session, record.dataset_id)


def test_every_workbook_of_the_sample_is_loaded(sample_store: Store) -> None:
    folders = ("academic", "budget", "personnel", "general", "area")
    files = {file.name for folder in folders for file in (SAMPLE_FOLDER / folder).iterdir()}
    assert {record.file_name for record in load_history(sample_store)} == files


def test_rows_read_are_loaded_rejected_or_ignored_in_every_file(sample_store: Store) -> None:
    rows = {record.file_name: record.rows for record in load_history(sample_store)}
    assert {name for name, r in rows.items() if r.read != r.loaded + r.rejected + r.ignored} == set()


def test_no_row_of_a_good_file_is_rejected(sample_store: Store) -> None:
    rejected = {record.file_name: record.rows.rejected for record in load_history(sample_store)}
    assert {name: n for name, n in rejected.items() if n} == {}


def test_good_files_raise_no_question_and_no_error(sample_store: Store) -> None:
    stopped = []
    for name, report in load_reports_of_imports(sample_store):
        issues = report["issues"]
        assert isinstance(issues, list)
        stopped += [
            (name, issue["code"], issue["message"])
            for issue in issues
            if issue["severity"] in (Severity.ERROR, Severity.QUESTION)
        ]
    assert stopped == []


def test_every_area_row_of_a_good_file_is_met_by_its_schools(sample_store: Store) -> None:
    compared = []
    for name, report in load_reports_of_imports(sample_store):
        lines = report["reconciliation"]
        assert isinstance(lines, list)
        compared += [(name, line["indicator_id"], line["difference"], line["agrees"]) for line in lines]
    assert len(compared) > 250
    assert [line for line in compared if not line[3]] == []


def test_the_closed_school_is_kept_but_not_active(sample_store: Store) -> None:
    assert [school.name for school in load_register(sample_store) if not school.active] == ["บ้านซับหมอกขาวฟ้า"]


def test_more_than_half_of_the_schools_are_small(office_data: OfficeData) -> None:
    heads = [school.pupils for school in office_data.schools if school.pupils is not None]
    small = sum(count <= 120 for count in heads) / len(heads)
    assert len(heads) == 119
    assert 0.5 <= small <= 0.65


@pytest.mark.parametrize("indicator_id", ["academic.nt_p3_thai", "academic.rt_p1_both"])
def test_the_median_cohort_of_one_grade_is_seven_or_eight(office_data: OfficeData, indicator_id: str) -> None:
    frame = office_data.observations
    cohorts = frame[(frame["indicator_id"] == indicator_id) & (frame["year_be"] == 2568)]["n"]
    assert 7 <= cohorts.median() <= 8


def test_every_key_indicator_has_figures_in_the_latest_year(office_data: OfficeData) -> None:
    latest = {PeriodKind.ACADEMIC_YEAR: 2568, PeriodKind.FISCAL_YEAR: 2569}
    missing = []
    for indicator in office_data.catalogue.indicators:
        if not indicator.key_indicator or any(mark in indicator.id for mark in NOT_HELD):
            continue
        year_be = latest[indicator.period_kind]
        found = [
            frame[(frame["indicator_id"] == indicator.id) & (frame["year_be"] == year_be)]
            for frame in (office_data.observations, office_data.benchmarks)
        ]
        if all(frame.empty for frame in found):
            missing.append(indicator.id)
    assert missing == []


def test_results_come_with_rows_of_area_province_affiliation_and_nation(office_data: OfficeData) -> None:
    scopes = set(office_data.benchmarks["scope"])
    assert {Scope.AREA, Scope.PROVINCE, Scope.AFFILIATION, Scope.NATION} <= scopes


@pytest.mark.parametrize("domain", DOMAINS)
def test_each_domain_has_strengths_and_areas_for_development_of_the_area(
    decided: FindingsResult, domain: str
) -> None:
    kinds = {
        each.finding.kind
        for each in decided.findings
        if each.finding.scope == "area" and each.finding.domain == domain
    }
    assert {"strength", "improvement_area"} <= kinds


@pytest.mark.parametrize("domain", DOMAINS)
def test_each_domain_brings_an_accepted_finding_with_advice_into_the_report(
    decided: FindingsResult, domain: str
) -> None:
    advised = [
        each
        for each in decided.findings
        if each.finding.domain == domain and each.enters_report and each.review.recommendations
    ]
    assert len(advised) >= 2


def test_some_findings_of_the_area_still_wait_and_one_is_rejected(decided: FindingsResult) -> None:
    states = [each.review.status for each in decided.findings if each.finding.scope == "area"]
    assert states.count("rejected") == 1
    assert states.count("new") > 10


def test_about_half_of_the_self_assessments_wait_for_a_person(sample_store: Store) -> None:
    states = {year: [r.status for r in load_reports(sample_store, year)] for year in (2567, 2568)}
    assert {year: len(found) for year, found in states.items()} == {2567: 15, 2568: 36}
    assert {year: found.count(ReportStatus.DRAFT) for year, found in states.items()} == {2567: 8, 2568: 18}


def test_each_self_assessment_is_read_with_the_levels_it_was_written_with(sample_store: Store) -> None:
    written = {
        (report.school.smis, report.year_be): {
            (level, str(place)): number
            for level, numbers in report.levels.items()
            for place, number in enumerate(numbers, start=1)
        }
        for report, layout in laid_out_reports()
        if layout is not by_old_set
    }
    read = {
        (report.school_id, report.academic_year_be): {
            (rating.level_of_education.value, rating.standard): rating.level
            for rating in report.assessment.ratings
            if not rating.item
        }
        for report in load_reports(sample_store)
    }
    assert {key: read[key] for key in written} == written


def test_items_are_read_with_their_levels(sample_store: Store) -> None:
    written = {
        (report.school.smis, report.year_be, level, item): number
        for report, layout in laid_out_reports()
        if layout is by_item
        for level in report.levels
        for place in (1, 2, 3)
        for item, _, number in report.items(level, place)
    }
    read = {
        (
            report.school_id,
            report.academic_year_be,
            rating.level_of_education.value,
            rating.item,
        ): rating.level
        for report in load_reports(sample_store)
        for rating in report.assessment.ratings
        if rating.item
    }
    assert read == written


def test_the_synthesis_of_the_sample_has_everything_to_tell(sample_store: Store) -> None:
    early, basic = load_synthesis(sample_store, 2568).levels
    assert [len(each.schools) for each in basic.apart] == [1]
    assert [school.name for school in early.not_offered] == ["บ้านวังลมเอื่อย"]
    assert len(early.without_part) == 3
    changes = load_level_changes(sample_store, 2568, LevelOfEducation.BASIC)
    assert {change.n_both for change in changes} == {11}
    assert sum(change.n(Direction.RISEN) for change in changes) > 3
    assert sum(change.n(Direction.FALLEN) for change in changes) > 3


def test_the_evidence_reaches_level_four_and_lacks_the_fifth(sample_store: Store) -> None:
    result = computed_level(sample_store, "ars46", 2569, "12")
    assert result.level == 4
    assert [each.item_id for each in result.missing] == ["5"]


def test_the_office_says_that_it_is_a_sample(sample_store: Store) -> None:
    office, _ = load_office(sample_store)
    assert office.is_sample
    assert office.area_name == "ศรีบูรพา"


def test_the_sample_is_not_loaded_over_existing_data(sample_store: Store) -> None:
    before = len(load_history(sample_store))
    with pytest.raises(WorkbenchError, match="มีข้อมูลอยู่แล้ว"):
        load_demo(sample_store, "ผู้ทดสอบ")
    assert len(load_history(sample_store)) == before


def test_the_faulty_file_is_reported_fault_by_fault_at_its_cell(sample_store: Store) -> None:
    content = (SAMPLE_FOLDER / "faulty" / FILE_NAME).read_bytes()
    preview = preview_file(sample_store, content, Path(FILE_NAME).name)
    found = {
        (issue.code, issue.sheet, cell)
        for issue in preview.issues
        for cell in (issue.cell, *(address(*place) for place in cells_of(issue.cell)))
    }
    found |= {("reconciliation", line.sheet, line.cell) for line in preview.reconciliation if not line.agrees}
    assert [fault for fault in PLANTED if (fault.code, fault.sheet, fault.cell) not in found] == []


def test_swapped_columns_of_the_faulty_file_are_named_as_swapped(sample_store: Store) -> None:
    content = (SAMPLE_FOLDER / "faulty" / FILE_NAME).read_bytes()
    lines = preview_file(sample_store, content, FILE_NAME).reconciliation
    told = {line.indicator_id: line.suggestion for line in lines if line.sheet == "O-NET สลับคอลัมน์"}
    assert "O-NET ป.6 คณิต" in told["academic.onet_p6_english"]
    assert "O-NET ป.6 อังกฤษ" in told["academic.onet_p6_math"]
