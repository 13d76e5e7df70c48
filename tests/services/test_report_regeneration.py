"""A copy that people worked in beside the report now: who changed what, all or nothing saved."""

import io
from collections.abc import Callable, Iterator
from dataclasses import replace

import docx
import pytest
from docx.document import Document as DocxDocument
from docx.oxml.ns import qn
from lxml import etree

from lib.domain.report_content import ReportContent
from lib.errors import EditConflict, WorkbenchError
from lib.services.report import load_texts, make_report_docx, save_text
from lib.services.report_editions import write_report
from lib.services.report_regeneration import (
    ComparedSection,
    PickedText,
    SectionState,
    compare_copy,
    save_picked,
)
from lib.services.report_template import keep_template
from lib.storage.engine import Store, open_store
from tests.report import office_templates as made
from tests.report.sample_content import make_content

YEAR = 2567
NAME = "รายงาน.docx"


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = open_store(database_url)
    yield opened
    opened.dispose()


def content(**texts: str) -> ReportContent:
    return make_content(texts=tuple(texts.items()))


def copy_of(report: ReportContent, **written: str) -> bytes:
    """A copy for editing with other words in the first run of some sections."""
    word = docx.Document(io.BytesIO(make_report_docx(report, for_editing=True)))
    for section_id, text in written.items():
        _letters(word, section_id)[0].text = text
    return made.saved(word)


def _letters(word: DocxDocument, section_id: str) -> list[etree._Element]:
    tags = (each for each in word.element.iter(qn("w:tag")) if each.get(qn("w:val")) == section_id)
    return list(next(tags).getparent().getparent().iter(qn("w:t")))


def section(store: Store, report: ReportContent, file: bytes, section_id: str) -> ComparedSection:
    found = compare_copy(store, report, YEAR, file, NAME).sections
    return next(each for each in found if each.section_id == section_id)


def test_a_copy_that_nobody_touched_changes_nothing(store: Store) -> None:
    report = content(preface_text="คำนำเดิม")
    compared = compare_copy(store, report, YEAR, copy_of(report), NAME)
    assert {each.state for each in compared.sections} == {SectionState.UNCHANGED}
    assert (compared.strays, compared.remarks, compared.comments) == ((), (), ())


@pytest.mark.parametrize(
    ("in_file", "now", "state"),
    [
        ("คำนำเดิม", "คำนำเดิม", SectionState.UNCHANGED),
        ("คำนำในไฟล์", "คำนำเดิม", SectionState.IN_FILE),
        ("คำนำเดิม", "คำนำในโปรแกรม", SectionState.IN_PROGRAM),
        ("คำนำในไฟล์", "คำนำในโปรแกรม", SectionState.BOTH),
        ("คำนำใหม่", "คำนำใหม่", SectionState.UNCHANGED),
    ],
)
def test_who_changed_a_section_is_told(store: Store, in_file: str, now: str, state: SectionState) -> None:
    file = copy_of(content(preface_text="คำนำเดิม"), preface_text=in_file)
    found = section(store, content(preface_text=now), file, "preface_text")
    assert (found.state, found.in_file, found.in_program) == (state, in_file, now)


def test_a_section_that_was_empty_can_be_written_in_word(store: Store) -> None:
    report = content()
    found = section(store, report, copy_of(report, summary_text="เขียนใหม่"), "summary_text")
    assert (found.state, found.in_file, found.in_program) == (SectionState.IN_FILE, "เขียนใหม่", "")


def test_thai_digits_of_print_are_no_change_and_are_not_saved_over_stored_ones(store: Store) -> None:
    report = replace(content(preface_text="ปี 2567\nบรรทัดสอง"), thai_digits=True)
    word = docx.Document(io.BytesIO(make_report_docx(report, for_editing=True)))
    _letters(word, "preface_text")[1].text = "บรรทัดสองแก้"
    found = section(store, report, made.saved(word), "preface_text")
    assert (found.state, found.in_file) == (SectionState.IN_FILE, "ปี 2567\nบรรทัดสองแก้")


def test_a_frame_that_is_gone_keeps_the_words_of_the_program(store: Store) -> None:
    report = content(preface_text="คำนำเดิม")
    word = docx.Document(io.BytesIO(make_report_docx(report)))
    control = next(
        each.getparent().getparent()
        for each in word.element.iter(qn("w:tag"))
        if each.get(qn("w:val")) == "preface_text"
    )
    control.getparent().remove(control)
    found = section(store, report, made.saved(word), "preface_text")
    assert found.state is SectionState.UNCHANGED
    assert "ไม่พบกรอบ" in found.remarks[0]


def test_words_outside_the_sections_are_announced(store: Store) -> None:
    def typed(change: Callable[[DocxDocument], object]) -> tuple[str, ...]:
        word = docx.Document(io.BytesIO(make_report_docx(content(), for_editing=True)))
        change(word)
        return compare_copy(store, content(), YEAR, made.saved(word), NAME).remarks

    (remark,) = typed(lambda word: word.add_paragraph("พิมพ์นอกกรอบ"))
    assert remark.startswith("ข้อความนอกส่วนที่เขียนได้ 1 แห่ง")


def test_a_copy_of_another_year_or_another_document_is_refused_in_words(store: Store) -> None:
    other = replace(content(), academic_year_be=2560, fiscal_year_be=2561)
    with pytest.raises(WorkbenchError) as told:
        compare_copy(store, content(), YEAR, copy_of(other), NAME)
    assert "2560" in told.value.message
    with pytest.raises(WorkbenchError) as told:
        compare_copy(store, content(), YEAR, made.with_letterhead(), NAME)
    assert "ส่วนที่เขียนได้" in told.value.message


def test_what_is_picked_is_saved_all_or_nothing(store: Store) -> None:
    save_text(store, "scope_text", YEAR, "ขอบเขต", seen_version=0, by="ก")
    save_picked(
        store, YEAR, (PickedText("preface_text", "ใหม่", 0), PickedText("scope_text", "แก้", 1)), by="ข"
    )
    assert load_texts(store, YEAR) == {"preface_text": ("ใหม่", 1), "scope_text": ("แก้", 2)}
    with pytest.raises(EditConflict):
        save_picked(
            store, YEAR, (PickedText("context_text", "ค", 0), PickedText("scope_text", "ช้าไป", 1)), by="ค"
        )
    assert load_texts(store, YEAR) == {"preface_text": ("ใหม่", 1), "scope_text": ("แก้", 2)}


def test_what_was_picked_is_printed_and_comes_back_unchanged(store: Store) -> None:
    text = "นำ **หนา**\n- ข้อ **ก** ข\n- ข้อสอง"
    report = content(conclusion_text=text)
    found = section(store, report, copy_of(report), "conclusion_text")
    assert (found.state, found.in_file) == (SectionState.UNCHANGED, text)


def test_a_copy_written_into_the_offices_template_comes_back_like_any_other(store: Store) -> None:
    keep_template(store, made.with_own_cover(), "ก.docx", seen_version=0, by="ก")
    report = content(preface_text="คำนำเดิม")
    file, remark = write_report(store, report, for_editing=True)
    assert remark == ""
    compared = compare_copy(store, report, YEAR, file, NAME)
    assert {each.state for each in compared.sections} == {SectionState.UNCHANGED}
    assert compared.remarks == ()
