"""The sample office's SAR report: figures of the synthesis, quotes of the reports, the checklist."""

import io
from datetime import date

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn

from lib.domain.sar_report_content import SarReportContent
from lib.errors import WorkbenchError
from lib.report.sar_issues_workbook import ISSUES, STATEMENTS
from lib.services.analysis import examine_office, load_office_data, make_periods
from lib.services.findings import compute_findings
from lib.services.office import load_office
from lib.services.report import save_text
from lib.services.report_regeneration import SectionState, compare_copy
from lib.services.sar_report import (
    SECTIONS,
    SarSource,
    collect_sar_report,
    make_sar_docx,
    make_sar_issues,
    open_contradictions,
)
from lib.services.sar_report_checks import check_sar_report
from lib.services.sar_synthesis import load_synthesis
from lib.services.self_assessments import load_reports
from lib.storage.engine import Store, open_store
from tests.report.sample_content import make_content

YEAR = 2568
MADE_ON = date(2026, 6, 20)


@pytest.fixture(scope="module")
def source(sample_store: Store) -> SarSource:
    data = load_office_data(sample_store)
    periods = make_periods(data, YEAR)
    return SarSource(data, examine_office(data, periods), compute_findings(data, periods)[0])


def collect(store: Store, source: SarSource, **switches: bool) -> SarReportContent:
    return collect_sar_report(store, load_office(store)[0], source, YEAR, made_on=MADE_ON, **switches)


@pytest.fixture(scope="module")
def content(sample_store: Store, source: SarSource) -> SarReportContent:
    return collect(sample_store, source)


def test_counts_are_those_of_the_synthesis(sample_store: Store, content: SarReportContent) -> None:
    assert content.synthesis == load_synthesis(sample_store, YEAR)
    assert len(content.reports) == content.synthesis.n_reports
    assert len(content.board.missing) == len(content.synthesis.not_submitted)


def test_every_quote_of_the_document_stands_in_its_school_s_report(
    sample_store: Store, content: SarReportContent
) -> None:
    word = docx.Document(io.BytesIO(make_sar_docx(content, sample_store)))
    texts = [paragraph.text for paragraph in word.paragraphs]
    own = {s.text for report in content.reports for s in report.saved.assessment.statements}
    quotes = [text.split("“", 1)[1].rsplit("” (", 1)[0] for text in texts if "” (" in text]
    assert len(quotes) > 20
    assert set(quotes) <= own


def test_contradictions_are_those_nobody_has_answered(sample_store: Store) -> None:
    for report in load_reports(sample_store, YEAR):
        open_codes = {issue.code for issue in report.assessment.issues}
        assert not open_contradictions(report) or open_codes & {"D15", "D16", "D31", "D33", "D36"}


def test_only_confirmed_reports_stand_in_the_tables_when_asked(
    sample_store: Store, source: SarSource, content: SarReportContent
) -> None:
    confirmed = collect(sample_store, source, confirmed_only=True)
    assert [level.n_counted for level in confirmed.told] == [level.n_confirmed for level in content.told]
    assert "นับเฉพาะรายงานที่ตรวจและยืนยันแล้ว" in "\n".join(
        paragraph.text
        for paragraph in docx.Document(io.BytesIO(make_sar_docx(confirmed, sample_store))).paragraphs
    )


def test_without_names_no_school_of_the_register_is_named(sample_store: Store, source: SarSource) -> None:
    written = docx.Document(
        io.BytesIO(make_sar_docx(collect(sample_store, source, names_schools=False), sample_store))
    )
    shown = "\n".join(
        [
            *(paragraph.text for paragraph in written.paragraphs),
            *(cell.text for table in written.tables for row in table.rows for cell in row.cells),
        ]
    )
    assert [school.name for school in source.data.schools if school.name in shown] == []


def test_the_list_of_issues_has_every_school_and_every_statement(content: SarReportContent) -> None:
    book = openpyxl.load_workbook(io.BytesIO(make_sar_issues(content)), read_only=True)
    schools, statements = (list(book[name].iter_rows(values_only=True)) for name in (ISSUES, STATEMENTS))
    assert {row[1] for row in schools} >= {school.smis_code for school in content.schools}
    said = [s.text for report in content.reports for s in report.saved.assessment.statements]
    assert sorted(row[7] for row in statements[4:] if row[7] is not None) == sorted(said)


def test_the_checklist_counts_drafts_missing_and_open_points(content: SarReportContent) -> None:
    told = {check.text: check.state for check in check_sar_report(content)}
    drafts = content.synthesis.n_reports - content.synthesis.n_confirmed
    assert told[f"ฉบับร่าง {drafts:,} ฉบับยังไม่ได้ตรวจและยืนยัน"] == "ask"
    missing = len(content.board.missing)
    assert any(text.startswith(f"สถานศึกษา {missing:,} แห่งยังไม่ส่งรายงาน") for text in told)
    assert "block" not in told.values()


def test_an_empty_office_is_blocked_and_still_writes_both_files(database_url: str) -> None:
    store = open_store(database_url)
    data = load_office_data(store)
    periods = make_periods(data)
    empty = collect(store, SarSource(data, examine_office(data, periods), ()))
    assert [check.state for check in check_sar_report(empty)] == ["block", "block"]
    assert make_sar_docx(empty, store)[:2] == make_sar_issues(empty)[:2] == b"PK"
    store.dispose()


def test_what_people_write_stands_in_the_next_document(database_url: str) -> None:
    store = open_store(database_url)
    save_text(store, "sar_advice_text", YEAR, "ควรมีคลินิกภาษาไทย", seen_version=0, by="ก")
    data = load_office_data(store)
    content = collect(store, SarSource(data, examine_office(data, make_periods(data)), ()))
    store.dispose()
    assert content.text("sar_advice_text") == "ควรมีคลินิกภาษาไทย"


def test_words_written_in_an_edited_copy_of_the_sar_report_come_back_to_it_alone(
    sample_store: Store, content: SarReportContent
) -> None:
    word = docx.Document(io.BytesIO(make_sar_docx(content, sample_store, for_editing=True)))
    control = next(
        each.getparent().getparent()
        for each in word.element.iter(qn("w:tag"))
        if each.get(qn("w:val")) == "sar_advice_text"
    )
    next(control.iter(qn("w:t"))).text = "คำแนะนำที่เขียนใน Word"
    file = io.BytesIO()
    word.save(file)
    compared = compare_copy(sample_store, content, YEAR, file.getvalue(), "สำเนา.docx")
    changed = [each for each in compared.sections if each.state is SectionState.IN_FILE]
    assert [each.section_id for each in changed] == ["sar_advice_text"]
    assert "คำแนะนำที่เขียนใน Word" in changed[0].in_file
    assert [each.section_id for each in compared.sections] == [section_id for section_id, _ in SECTIONS]


def test_a_copy_of_the_sar_report_is_no_copy_of_the_committee_report(
    sample_store: Store, content: SarReportContent
) -> None:
    with pytest.raises(WorkbenchError, match="รายงานอื่น"):
        compare_copy(sample_store, make_content(), YEAR, make_sar_docx(content, sample_store), "สำเนา.docx")
