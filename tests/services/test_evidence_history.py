from collections.abc import Iterator

import pytest
from icalendar import Calendar

from lib.domain.evidence import Answer
from lib.errors import WorkbenchError
from lib.services.evidence import load_evidence_page
from lib.services.evidence_edits import save_answer
from lib.services.evidence_files import attach_file
from lib.services.evidence_history import changes_since_last_round, copy_last_year, copyable_items
from lib.services.evidence_outputs import make_round_calendar
from lib.services.evidence_rounds import freeze_round, open_correction, submit_round
from lib.storage.engine import Store, open_store

FORM, YEAR = "ars46", 2569
PDF = b"%PDF-1.7 test"


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = open_store(database_url)
    yield opened
    opened.dispose()


def test_nothing_was_handed_in_so_nothing_has_changed(store: Store) -> None:
    save_answer(store, FORM, YEAR, "2", Answer("yes"), by="ก")
    assert changes_since_last_round(store, FORM, YEAR) is None


def test_the_last_report_speaks_for_what_has_changed_since(store: Store) -> None:
    save_answer(store, FORM, YEAR, "2", Answer("no", {"model": "เดิม"}), by="ก")
    submit_round(store, FORM, YEAR, "6", by="ก")
    submit_round(store, FORM, YEAR, "9", by="ก")
    save_answer(store, FORM, YEAR, "5", Answer("yes"), by="ก")
    attach_file(store, FORM, YEAR, "5", PDF, "รายงาน.pdf", kind="result_report", by="ก")
    since = changes_since_last_round(store, FORM, YEAR)
    assert since is not None
    assert since.record.round_id == "9"
    assert [(each.number, each.words) for each in since.changes] == [
        (5, ("ผลการปฏิบัติงาน จาก ยังไม่ได้ตอบ เป็น มี", "เพิ่มหลักฐาน รายงาน.pdf"))
    ]


def test_a_correction_is_compared_with_the_edition_it_corrects(store: Store) -> None:
    submit_round(store, FORM, YEAR, "6", by="ก")
    freeze_round(store, FORM, YEAR, "6", by="ก")
    open_correction(store, FORM, YEAR, "6", reason="ผิด", by="ก")
    save_answer(store, FORM, YEAR, "2", Answer("no"), by="ก")
    since = changes_since_last_round(store, FORM, YEAR)
    assert since is not None
    assert (since.record.edition, [each.number for each in since.changes]) == (1, [2])


def test_last_years_texts_are_a_start_without_answers_and_evidence(store: Store) -> None:
    save_answer(store, FORM, YEAR - 1, "2", Answer("yes", {"model": "กระบวนการ 5 ขั้น"}), by="ก")
    save_answer(store, FORM, YEAR - 1, "4", Answer("yes", {"method": "สัมภาษณ์"}), by="ก")
    save_answer(store, FORM, YEAR, "4", Answer("", {"method": "ของปีนี้"}), by="ก")
    assert copyable_items(store, FORM, YEAR) == ("2",)
    assert copy_last_year(store, FORM, YEAR, by="ข") == 1
    answers = load_evidence_page(store, FORM, YEAR).answers
    assert (answers["2"].answer, answers["2"].fields["model"]) == ("", "กระบวนการ 5 ขั้น")
    assert answers["4"].fields["method"] == "ของปีนี้"
    assert load_evidence_page(store, FORM, YEAR - 1).answers["2"].answer == "yes"
    with pytest.raises(WorkbenchError, match="2568"):
        copy_last_year(store, FORM, YEAR, by="ข")


def test_the_calendar_holds_every_round_of_every_form_of_the_year() -> None:
    events = Calendar.from_ical(make_round_calendar(YEAR)).walk("VEVENT")
    assert sorted(event.decoded("dtstart").isoformat() for event in events) == [
        "2026-03-31",
        "2026-03-31",
        "2026-06-30",
        "2026-09-30",
        "2026-09-30",
    ]
    assert len({str(event["uid"]) for event in events}) == 5
