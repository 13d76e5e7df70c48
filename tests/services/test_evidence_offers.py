import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from lib.domain.evidence_items import WorkOutput
from lib.domain.meeting import Look, Question
from lib.domain.periods import PeriodKind
from lib.errors import WorkbenchError
from lib.services.analysis import load_office_data
from lib.services.evidence import load_evidence_page
from lib.services.evidence_focus import thai_today
from lib.services.evidence_offers import attach_output
from lib.services.evidence_preview import preview_evidence
from lib.services.meeting import answer
from lib.services.meeting_pins import pin_answer
from lib.services.office import load_office, size_scheme
from lib.storage.backup import write_backup
from lib.storage.engine import Store, open_store
from lib.storage.files import keep_file, load_file
from lib.storage.restore import restore_backup
from lib.thai.dates import fiscal_year_of
from lib.thai.numerals import to_arabic_digits
from tests.ingest.pdf_files import Ink, make_pdf

YEAR = 2569
TODAY = date(2026, 8, 1)


@pytest.fixture
def empty_store(database_url: str) -> Iterator[Store]:
    opened = open_store(database_url)
    yield opened
    opened.dispose()


@pytest.fixture
def filled_store(sample_store: Store, tmp_path: Path) -> Iterator[Store]:
    """The sample office as a copy of its own, because evidence is attached to it."""
    backup = tmp_path / "office.zip"
    write_backup(sample_store, backup)
    opened = open_store(f"sqlite:///{(tmp_path / 'office.sqlite3').as_posix()}")
    restore_backup(opened, backup, replace=True, by="ก")
    yield opened
    opened.dispose()


def attached(store: Store, item_id: str, output: WorkOutput, year: int = YEAR) -> tuple[str, bytes]:
    office, _ = load_office(store)
    evidence_id = attach_output(store, office, "ars46", year, item_id, output, today=TODAY, by="ก")
    page = load_evidence_page(store, "ars46", year)
    (file,) = [each for each in page.files if each.evidence_id == evidence_id]
    assert (file.dated_on, file.counts) == (TODAY, True)
    return file.kind, load_file(store, file.sha256)


def rows_of(content: bytes) -> list[tuple[object, ...]]:
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    return list(sheet.iter_rows(values_only=True))


@pytest.mark.parametrize(
    ("item_id", "output", "kind", "word"),
    [
        ("2", WorkOutput.CATALOGUE, "information", "พจนานุกรมตัวชี้วัด"),
        ("3", WorkOutput.FINDINGS, "information", "ข้อค้นพบที่รับแล้ว"),
        ("5", WorkOutput.RECOMMENDATIONS, "use_record", "ข้อเสนอแนะที่รับแล้ว"),
    ],
)
def test_a_record_of_the_workbench_becomes_evidence_of_its_kind(
    filled_store: Store, item_id: str, output: WorkOutput, kind: str, word: str
) -> None:
    found_kind, content = attached(filled_store, item_id, output)
    rows = rows_of(content)
    assert found_kind == kind
    assert word in str(rows[0][0])
    assert "จัดทำเมื่อ 1 สิงหาคม 2569" in str(rows[1][0])
    assert len(rows) > 5


def test_the_committee_report_becomes_evidence_as_the_file_it_was(filled_store: Store) -> None:
    kind, content = attached(filled_store, "4", WorkOutput.COMMITTEE_REPORT)
    assert kind == "result_report"
    assert any("ก.ต.ป.น." in paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs)


def test_an_output_with_nothing_to_show_is_refused_and_says_where_to_begin(empty_store: Store) -> None:
    with pytest.raises(WorkbenchError, match="ยังไม่มีข้อมูล") as refused:
        attached(empty_store, "3", WorkOutput.VISITS)
    assert "หน้าโรงเรียน" in refused.value.hint
    assert load_evidence_page(empty_store, "ars46", YEAR).files == ()


def test_an_item_takes_only_the_outputs_its_form_names(empty_store: Store) -> None:
    with pytest.raises(WorkbenchError, match="ข้อ 1"):
        attached(empty_store, "1", WorkOutput.VISITS)


def word_file(text: str) -> bytes:
    document, stream = Document(), io.BytesIO()
    document.add_paragraph(text)
    document.save(stream)
    return stream.getvalue()


def test_a_word_file_shows_its_first_lines_and_a_workbook_is_handed_out_only(empty_store: Store) -> None:
    word = keep_file(empty_store, word_file("คำสั่งแต่งตั้งคณะกรรมการ"))
    seen = preview_evidence(empty_store, word, "คำสั่ง.docx")
    assert (seen.lines, seen.picture, seen.fault) == (("คำสั่งแต่งตั้งคณะกรรมการ",), None, "")
    _, workbook = attached(empty_store, "2", WorkOutput.CATALOGUE)
    seen = preview_evidence(empty_store, keep_file(empty_store, workbook), "พจนานุกรม.xlsx")
    assert (seen.content, seen.lines, seen.picture) == (workbook, (), None)


def test_a_pdf_shows_its_first_page_and_a_broken_one_says_why(empty_store: Store) -> None:
    sound = keep_file(empty_store, make_pdf([Ink("order", 72, 700, 14)]))
    seen = preview_evidence(empty_store, sound, "คำสั่ง.pdf")
    assert seen.picture is not None
    assert seen.picture.startswith(b"\x89PNG")
    broken = keep_file(empty_store, b"%PDF-1.7 nothing more")
    seen = preview_evidence(empty_store, broken, "เสีย.pdf")
    assert seen.picture is None
    assert seen.fault


def test_readings_of_self_assessments_become_evidence_of_item_4(filled_store: Store) -> None:
    kind, content = attached(filled_store, "4", WorkOutput.SAR_READINGS)
    assert kind == "information"
    assert len(rows_of(content)) > 5


def test_answers_pinned_in_the_fiscal_year_become_evidence_of_item_5(filled_store: Store) -> None:
    office, _ = load_office(filled_store)
    data = load_office_data(filled_store)
    years = ((PeriodKind.ACADEMIC_YEAR, 2568), (PeriodKind.FISCAL_YEAR, 2569))
    question = Question("academic.onet_p6_math", (), Look.LEVEL, "", years)
    told = answer(data, question, size_scheme(office))
    pin_answer(filled_store, told, data_version=data.version, by="ก")
    pinned_in = fiscal_year_of(thai_today())
    kind, content = attached(filled_store, "5", WorkOutput.MEETING_ANSWERS, pinned_in)
    assert kind == "minutes"
    lines = [paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs]
    assert to_arabic_digits(told.sentence) in [to_arabic_digits(line) for line in lines]
    with pytest.raises(WorkbenchError, match="ยังไม่มีข้อมูล"):
        attached(filled_store, "5", WorkOutput.MEETING_ANSWERS, pinned_in - 1)
