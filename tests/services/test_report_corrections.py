"""Items of a report answered one by one, confirmed, opened again, taken out: the history loses nothing."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.domain.assessments import (
    LevelOfEducation,
    Place,
    Rating,
    ReportStatus,
    SavedSelfAssessment,
    Statement,
    StatementKind,
)
from lib.domain.issues import Issue, Severity
from lib.domain.report_checks import CheckItem, ItemAnswer, Urgency
from lib.domain.report_history import ReportAction
from lib.domain.schools import School
from lib.errors import EditConflict, WorkbenchError
from lib.services import self_assessments as service
from lib.services.report_history import report_history
from lib.services.report_items import list_items
from lib.services.report_queue import removed_reports
from lib.storage.engine import Store, open_store, reading, writing
from lib.storage.integrity import check_store
from lib.storage.report_history import load_report_events, load_report_history
from lib.storage.schools import save_schools
from lib.storage.self_assessments import load_report_pages
from tests.ingest import report_builders as made
from tests.services.report_edits import correct

BASIC = LevelOfEducation.BASIC
SCHOOL = School("99000001", "บ้านทดสอบหนึ่ง", smis_code="99000001", moe_code="1099000001", cluster="กลุ่ม ก")


@pytest.fixture
def store(any_database_url: str) -> Iterator[Store]:
    opened = open_store(any_database_url)
    with writing(opened) as session:
        save_schools(session, (SCHOOL,))
    yield opened
    opened.dispose()


def saved_report(store: Store, report: made.Report | None = None) -> SavedSelfAssessment:
    report = report or made.levels_in_a_table()
    (read,) = service.read_reports(store, [(report.name, report.content)])
    return service.save_report(store, read, by="ผู้อ่าน")


def now(store: Store, report: SavedSelfAssessment) -> SavedSelfAssessment:
    return service.load_report(store, report.report_id)[0]


def rating(report: SavedSelfAssessment, standard: str, item: str = "") -> Rating:
    own = (*report.assessment.overall, *report.assessment.ratings)
    return next(r for r in own if (r.level_of_education, r.standard, r.item) == (BASIC, standard, item))


def told(store: Store, report: SavedSelfAssessment) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(line.by, line.action, line.changes) for line in report_history(store, now(store, report))]


def with_issue(store: Store, report: SavedSelfAssessment, issue: Issue) -> SavedSelfAssessment:
    changed = replace(report.assessment, issues=(*report.assessment.issues, issue))
    correct(store, report, changed, SCHOOL, by="ผู้อ่าน")
    return now(store, report)


def test_an_item_a_person_called_right_is_certain_and_theirs(store: Store) -> None:
    first = saved_report(store)
    seen = rating(first, "2")
    service.answer_item(store, first.report_id, ItemAnswer(seen, seen), by="ผู้ตรวจ")
    assert rating(now(store, first), "2") == replace(seen, confidence=1.0, checked_by="ผู้ตรวจ")
    assert told(store, first)[0][2] == ("ตรวจแล้วว่าถูกต้อง ระดับขั้นพื้นฐาน มาตรฐานที่ 2: ยอดเยี่ยม",)


def test_a_corrected_level_is_told_in_words(store: Store) -> None:
    first = saved_report(store)
    seen = rating(first, "3")
    service.answer_item(store, first.report_id, ItemAnswer(seen, replace(seen, level=4)), by="ผู้ตรวจ")
    assert rating(now(store, first), "3").level == 4
    assert told(store, first)[0] == ("ผู้ตรวจ", "แก้ไข", ("ระดับขั้นพื้นฐาน มาตรฐานที่ 3: ดี → ดีเลิศ",))


def test_a_statement_can_change_its_kind_its_words_and_go(store: Store) -> None:
    first = saved_report(store, made.both_levels_in_one_book())
    seen = first.assessment.statements[0]
    other = StatementKind.PLAN if seen.kind is not StatementKind.PLAN else StatementKind.STRENGTH
    moved = replace(seen, kind=other, text="ข้อความใหม่")
    service.answer_item(store, first.report_id, ItemAnswer(seen, moved), by="ก")
    kept = now(store, first).assessment.statements[0]
    assert (kept.kind, kept.text, kept.place) == (other, "ข้อความใหม่", seen.place)
    service.answer_item(store, first.report_id, ItemAnswer(kept, None), by="ก")
    assert now(store, first).assessment.statements == first.assessment.statements[1:]
    assert told(store, first)[0][2] == (f"ลบ{other.label} “ข้อความใหม่”",)
    assert told(store, first)[1][2] == (
        f"แก้ข้อความ “{seen.text}” → “ข้อความใหม่”",
        f"“ข้อความใหม่”: {seen.kind.label} → {other.label}",
    )


def test_what_the_reading_missed_is_added_with_its_page_but_not_twice(store: Store) -> None:
    first = saved_report(store)
    new = Statement(StatementKind.STRENGTH, "ผู้เรียนว่ายน้ำเป็น", BASIC, "1", Place(page=9))
    service.answer_item(store, first.report_id, ItemAnswer(None, new), by="ก")
    assert now(store, first).assessment.statements[-1] == replace(new, checked_by="ก")
    with pytest.raises(WorkbenchError, match="มีข้อความนี้อยู่แล้ว"):
        service.answer_item(store, first.report_id, ItemAnswer(None, new), by="ก")
    second = Rating(BASIC, "2", "", 1, "sar5")
    with pytest.raises(WorkbenchError, match="มีระดับของ ระดับขั้นพื้นฐาน มาตรฐานที่ 2 อยู่แล้ว"):
        service.answer_item(store, first.report_id, ItemAnswer(None, second), by="ก")


def test_an_empty_text_is_refused(store: Store) -> None:
    first = saved_report(store)
    with pytest.raises(WorkbenchError, match="ข้อความว่าง"):
        service.answer_item(
            store, first.report_id, ItemAnswer(None, Statement(StatementKind.PLAN, " \u200b ")), by="ก"
        )
    assert now(store, first) == first


def test_pressing_twice_answers_once(store: Store) -> None:
    first = saved_report(store)
    seen = rating(first, "2")
    for _ in range(2):
        service.answer_item(store, first.report_id, ItemAnswer(seen, seen), by="ก")
    assert now(store, first).version == first.version + 1


def test_two_people_at_two_items_do_not_disturb_each_other(store: Store) -> None:
    first = saved_report(store)
    one, other = rating(first, "2"), rating(first, "3")
    service.answer_item(store, first.report_id, ItemAnswer(one, replace(one, level=1)), by="ก")
    service.answer_item(store, first.report_id, ItemAnswer(other, replace(other, level=2)), by="ข")
    assert (rating(now(store, first), "2").level, rating(now(store, first), "3").level) == (1, 2)


def test_the_second_person_at_one_item_is_told_both_answers_and_nothing_is_overwritten(store: Store) -> None:
    first = saved_report(store)
    seen = rating(first, "2")
    service.answer_item(store, first.report_id, ItemAnswer(seen, replace(seen, level=1)), by="ก")
    with pytest.raises(EditConflict, match=r"^ก บันทึกเมื่อ .*“กำลังพัฒนา” คำตอบของท่านคือ “ดี”"):
        service.answer_item(store, first.report_id, ItemAnswer(seen, replace(seen, level=3)), by="ข")
    assert rating(now(store, first), "2").level == 1


def test_a_contradiction_ends_with_the_answer_and_is_remembered_as_settled(store: Store) -> None:
    first = saved_report(store)
    other = replace(rating(first, "1"), confidence=0.9, number=2.0)
    changed = replace(
        first.assessment,
        ratings=tuple(other if r == rating(first, "1") else r for r in first.assessment.ratings),
    )
    correct(store, first, changed, SCHOOL, by="ก")
    (item,) = [i for i in list_items(now(store, first).assessment) if i.urgency is Urgency.CONTRADICTION]
    assert item.subject == other
    service.answer_item(store, first.report_id, ItemAnswer(other, other), by="ข")
    after = now(store, first).assessment
    assert [each.by for each in after.settled if each.issue.code == "D15"] == ["ข"]
    assert not any(
        item.is_open for item in list_items(after) if item.subject == rating(now(store, first), "1")
    )


def test_confirming_settles_the_doubts_and_signs_what_nobody_had_looked_at(store: Store) -> None:
    first = with_issue(store, saved_report(store), Issue(Severity.WARNING, "D21", "ข้อความเพี้ยน"))
    seen = rating(first, "2")
    service.answer_item(store, first.report_id, ItemAnswer(seen, seen), by="ก")
    service.confirm_report(store, first.report_id, seen_version=now(store, first).version, by="ข")
    done = now(store, first)
    assert {r.checked_by for r in done.assessment.ratings} == {"ก", "ข"}
    assert {r.confidence for r in done.assessment.ratings} == {1.0}
    assert ("D21", "ข") in [(each.issue.code, each.by) for each in done.assessment.settled]
    assert (done.status, done.saved_by) == (ReportStatus.CONFIRMED, "ข")
    assert not any(item.is_open for item in list_items(done.assessment))


@pytest.mark.parametrize(
    "issue",
    [Issue(Severity.ERROR, "D17", "ระดับอยู่นอกช่วง"), Issue(Severity.QUESTION, "D14", "พบปีการศึกษาสองปี")],
)
def test_nothing_is_confirmed_while_an_error_or_the_year_is_open(store: Store, issue: Issue) -> None:
    first = with_issue(store, saved_report(store), issue)
    with pytest.raises(WorkbenchError, match=f"1 เรื่อง: {issue.message}"):
        service.confirm_report(store, first.report_id, seen_version=first.version, by="ก")
    service.answer_item(store, first.report_id, ItemAnswer(issue, issue), by="ก")
    service.confirm_report(store, first.report_id, seen_version=first.version + 1, by="ก")
    assert now(store, first).status is ReportStatus.CONFIRMED


def test_a_confirmed_report_refuses_every_change_until_it_is_opened_with_a_reason(store: Store) -> None:
    first = saved_report(store)
    seen = rating(first, "2")
    version = service.confirm_report(store, first.report_id, seen_version=first.version, by="ก")
    locked = now(store, first)
    with pytest.raises(WorkbenchError, match="ยืนยันแล้วโดย ก"):
        service.answer_item(store, first.report_id, ItemAnswer(seen, None), by="ข")
    with pytest.raises(WorkbenchError, match="ยืนยันแล้วโดย ก"):
        service.remove_report(store, first.report_id, reason="ผิดไฟล์", seen_version=version, by="ข")
    with pytest.raises(WorkbenchError, match="ไม่มีเหตุผล"):
        service.reopen_report(store, first.report_id, reason="  ", seen_version=version, by="ข")
    assert now(store, first) == locked
    service.reopen_report(store, first.report_id, reason="อ่านหน้าผิด", seen_version=version, by="ข")
    assert now(store, first).status is ReportStatus.DRAFT
    assert report_history(store, now(store, first))[0].reason == "อ่านหน้าผิด"


def test_a_report_taken_out_keeps_its_reading_in_the_history_and_the_store_is_sound(store: Store) -> None:
    first = saved_report(store)
    service.remove_report(
        store, first.report_id, reason="ไฟล์ของโรงเรียนอื่น", seen_version=first.version, by="ก"
    )
    assert service.load_reports(store) == ()
    (gone,) = removed_reports(store, 2566)
    assert (gone.school_id, gone.by, gone.reason) == (SCHOOL.school_id, "ก", "ไฟล์ของโรงเรียนอื่น")
    assert [fault for result in check_store(store) for fault in result.faults] == []
    again = saved_report(store)
    with reading(store) as session:
        events = load_report_history(session, again)
        present = load_report_events(session, again)
    assert [each.action for each in events] == [ReportAction.SAVE, ReportAction.REMOVE, ReportAction.SAVE]
    assert (events[1].before, events[1].after) == (first.assessment, None)
    assert [each.action for each in present] == [ReportAction.SAVE]
    assert removed_reports(store, 2566) == ()


def test_what_a_replaced_report_said_stays_in_the_history(store: Store) -> None:
    first = saved_report(store)
    other = made.levels_in_prose()
    (read,) = service.read_reports(store, [(other.name, other.content)])
    second = service.save_report(store, read, by="ก", replaces=first.version)
    with reading(store) as session:
        assert [each.before for each in load_report_history(session, second)] == [None, first.assessment]


def test_the_pages_are_read_without_the_text(store: Store) -> None:
    first = saved_report(store)
    with reading(store) as session:
        assert (
            load_report_pages(session, first.report_id)
            == service.load_report(store, first.report_id)[1].pages
        )


_STEPS = st.lists(
    st.tuples(
        st.sampled_from(("keep", "level", "drop", "add", "confirm", "reopen")),
        st.integers(0, 30),
        st.integers(1, 5),
    ),
    max_size=8,
)
_NUMBERS = count()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=_STEPS)
def test_whatever_people_do_the_history_is_whole_and_a_locked_report_never_changes(
    steps: list[tuple[str, int, int]], tmp_path: Path
) -> None:
    store = open_store(f"sqlite:///{tmp_path / f'{next(_NUMBERS)}.sqlite3'}")
    with writing(store) as session:
        save_schools(session, (SCHOOL,))
    report = saved_report(store)
    said = [report.assessment]
    for action, place, level in steps:
        before = now(store, report)
        with suppress(WorkbenchError):
            _do(store, before, action, place, level)
        after = now(store, report)
        if before.status is ReportStatus.CONFIRMED and action != "reopen":
            assert after == before
        if after.version != before.version:
            said.append(after.assessment)
    with reading(store) as session:
        events = load_report_history(session, now(store, report))
    assert [each.after for each in events] == said
    assert [each.before for each in events] == [None, *said[:-1]]
    store.dispose()


def _do(store: Store, report: SavedSelfAssessment, action: str, place: int, level: int) -> None:
    items: tuple[CheckItem, ...] = list_items(report.assessment)
    seen = items[place % len(items)].subject if items else None
    if action == "confirm":
        service.confirm_report(store, report.report_id, seen_version=report.version, by="ก")
    elif action == "reopen":
        service.reopen_report(store, report.report_id, reason="ตรวจซ้ำ", seen_version=report.version, by="ก")
    elif action == "add":
        new = Statement(StatementKind.STRENGTH, f"ข้อความที่ {level}", BASIC)
        service.answer_item(store, report.report_id, ItemAnswer(None, new), by="ข")
    elif seen is not None and not items[place % len(items)].is_missing:
        becomes = {"keep": seen, "drop": None, "level": seen}[action]
        if action == "level" and isinstance(seen, Rating):
            becomes = replace(seen, level=level)
        service.answer_item(store, report.report_id, ItemAnswer(seen, becomes), by="ข")
