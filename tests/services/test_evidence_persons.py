"""Numbers of persons in KPI evidence: typed ones and lists are refused, a few inside a file are told."""

import io
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from docx import Document
from openpyxl import Workbook

from lib.domain.evidence import Answer
from lib.errors import RefusedFile, WorkbenchError
from lib.services.evidence import load_evidence_page
from lib.services.evidence_edits import save_answer, save_baseline
from lib.services.evidence_files import attach_file, replace_file, save_file
from lib.services.evidence_rounds import save_claim
from lib.storage.engine import Store, open_store
from lib.storage.files import kept_files
from tests.ingest.persons import citizen_id

FORM, YEAR = "ars46", 2569
PDF = b"%PDF-1.7 fictional"
NUMBER = citizen_id(7)


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = open_store(database_url)
    yield opened
    opened.dispose()


def _attach(store: Store, content: bytes = PDF, name: str = "ก.pdf", title: str = "") -> tuple[str, ...]:
    done = attach_file(store, FORM, YEAR, "1", content, name, kind="other", title=title, by="ก")
    return tuple(each.code for each in done.remarks)


def _workbook(*rows: list[object]) -> bytes:
    stream, book = io.BytesIO(), Workbook()
    for row in rows:
        book.active.append(row)
    book.save(stream)
    return stream.getvalue()


def _replace_by(store: Store, name: str, reason: str) -> None:
    _attach(store)
    [file] = load_evidence_page(store, FORM, YEAR).files
    replace_file(store, FORM, YEAR, file, b"%PDF-1.7 newer", name, reason=reason, by="ก")


def _retitle(store: Store) -> None:
    _attach(store)
    [file] = load_evidence_page(store, FORM, YEAR).files
    save_file(store, FORM, YEAR, replace(file, note=f"ของ {NUMBER}"), by="ก")


TYPED: dict[str, Callable[[Store], object]] = {
    "a file name": lambda store: _attach(store, name=f"บัตร {NUMBER}.pdf"),
    "a title": lambda store: _attach(store, title=f"สำเนาบัตร {NUMBER}"),
    "a note": _retitle,
    "a newer file": lambda store: _replace_by(store, f"{NUMBER}.pdf", ""),
    "a reason": lambda store: _replace_by(store, "ข.pdf", f"แก้เลข {NUMBER}"),
    "a field": lambda store: save_answer(
        store, FORM, YEAR, "2", Answer("yes", {"model": f"เลข {NUMBER}"}), by="ก"
    ),
    "a past result": lambda store: save_baseline(
        store, FORM, YEAR, {"level:2568": NUMBER}, seen_version=0, by="ก"
    ),
    "a claim": lambda store: save_claim(store, FORM, YEAR, "6", 2, reason=NUMBER, seen_version=0, by="ก"),
}


@pytest.mark.parametrize("typed", TYPED.values(), ids=TYPED.keys())
def test_a_number_of_a_person_is_never_kept_in(store: Store, typed: Callable[[Store], object]) -> None:
    with pytest.raises(WorkbenchError, match="เลขประจำตัวประชาชน"):
        typed(store)
    page = load_evidence_page(store, FORM, YEAR)
    kept = repr((page.answers, page.files, page.baseline, page.editions))
    assert NUMBER not in kept


def test_a_workbook_with_numbers_of_persons_is_kept_and_told(store: Store) -> None:
    book = _workbook(["ที่", "เลขประจำตัว"], [1, citizen_id(1)], [2, int(citizen_id(2))])
    done = attach_file(store, FORM, YEAR, "1", book, "รายชื่อ.xlsx", kind="other", by="ก")
    [remark] = done.remarks
    assert remark.code == "V17"
    assert "รายชื่อ.xlsx มีเลขที่เข้าเกณฑ์เลขประจำตัวประชาชนหรือนักเรียน 2 แห่ง" in remark.message
    assert len(load_evidence_page(store, FORM, YEAR).files) == 1


def test_a_list_of_persons_is_refused_and_not_stored(store: Store) -> None:
    book = _workbook(["ที่", "เลขประจำตัว"], *([place, citizen_id(place)] for place in range(1, 6)))
    with pytest.raises(RefusedFile, match="5 แห่ง เป็นรายชื่อบุคคล") as refused:
        attach_file(store, FORM, YEAR, "1", book, "รายชื่อ.xlsx", kind="other", by="ก")
    assert refused.value.code == "V17"
    assert load_evidence_page(store, FORM, YEAR).files == ()
    assert kept_files(store) == set()


def test_a_list_of_persons_takes_the_place_of_no_file(store: Store) -> None:
    book = _workbook(["ที่", "เลขประจำตัว"], *([place, citizen_id(place)] for place in range(1, 9)))
    attach_file(store, FORM, YEAR, "1", PDF, "ก.pdf", kind="other", by="ก")
    [file] = load_evidence_page(store, FORM, YEAR).files
    with pytest.raises(RefusedFile, match="รายชื่อบุคคล"):
        replace_file(store, FORM, YEAR, file, book, "ข.xlsx", reason="แก้", by="ก")
    assert load_evidence_page(store, FORM, YEAR).files == (file,)


def test_a_number_that_word_cut_into_runs_is_found(store: Store) -> None:
    word, stream = Document(), io.BytesIO()
    paragraph = word.add_paragraph("เลขประจำตัว ")
    paragraph.add_run(NUMBER[:6])
    paragraph.add_run(NUMBER[6:])
    word.save(stream)
    assert _attach(store, stream.getvalue(), "ก.docx") == ("V17",)


def test_numbers_that_are_nobodys_are_not_told(store: Store) -> None:
    book = _workbook(["รหัส", "จำนวน"], ["1234567890123", 10_500_000.25], ["ศธ 04001/ว 5", 120])
    assert _attach(store, book, "สรุป.xlsx") == ()
