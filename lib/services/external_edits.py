"""What people enter about external assessment: outcomes by hand, follow-ups, schools due."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from lib.catalog.external_rounds import load_external_rounds
from lib.domain.external_assessments import (
    ExternalAssessment,
    ExternalDue,
    FollowUp,
    FollowUpStatus,
    OutcomeKey,
)
from lib.errors import WorkbenchError
from lib.ingest.personal_cells import name_in, number_in
from lib.storage.engine import Store, reading, writing
from lib.storage.external_assessments import find_outcome, remove_outcome, save_outcome
from lib.storage.external_follow_ups import load_dues, remove_due, save_due, save_follow_up
from lib.thai.text import clean_text

_NOT_SAVED = "จึงยังไม่ได้บันทึก"


def stored_outcome(store: Store, key: OutcomeKey) -> ExternalAssessment | None:
    """The outcome a school already has under this key."""
    with reading(store) as session:
        return find_outcome(session, key)


def enter_outcome(store: Store, outcome: ExternalAssessment, *, today: date, by: str) -> int:
    """Save an outcome entered or corrected by hand; ``outcome.version`` is the version the person had.

    Returns:
        The new version.

    Raises:
        WorkbenchError: it says nothing, its day lies ahead, a word is none of the round's, a person is named.
        EditConflict: somebody saved it meanwhile.
    """
    reading_ = outcome.reading
    if not reading_.results and not reading_.statements:
        raise WorkbenchError(f"ยังไม่ได้เลือกผลของมาตรฐานใด {_NOT_SAVED}", "เลือกผลอย่างน้อยหนึ่งมาตรฐาน")
    if outcome.assessed_on is not None and outcome.assessed_on > today:
        raise WorkbenchError(f"วันที่ประเมินยังมาไม่ถึง {_NOT_SAVED}", "แก้วันที่ประเมิน")
    of = load_external_rounds().by_id[outcome.key.round_id]
    phase = of.phase(outcome.key.phase)
    words = {each.word for each in phase.words} if phase else set()
    wrong = [each.result for each in reading_.results if words and each.result not in words]
    if wrong and not (of.open or of.numbers):
        raise WorkbenchError(f"“{wrong[0]}” ไม่ใช่ผลของ{of.name} {_NOT_SAVED}", "เลือกผลจากรายการ")
    _refuse_persons(*(each.text for each in reading_.statements))
    with writing(store) as session:
        return save_outcome(session, outcome, by=by)


def delete_outcome(store: Store, outcome: ExternalAssessment, *, by: str) -> None:
    """Take an outcome out; what it said stays in the history.

    Raises:
        EditConflict: somebody saved or removed it meanwhile.
    """
    with writing(store) as session:
        remove_outcome(session, outcome, by=by)


def follow_up(store: Store, one: FollowUp, *, today: date, by: str) -> int:
    """Save what was done about a recommendation.

    Returns:
        The new version.

    Raises:
        WorkbenchError: done without a day, done ahead of today, or a text names a person.
        EditConflict: somebody saved it meanwhile.
    """
    if one.status is FollowUpStatus.DONE and one.done_on is None:
        raise WorkbenchError(f"สถานะเสร็จแล้วต้องมีวันที่เสร็จ {_NOT_SAVED}", "เลือกวันที่เสร็จ")
    if one.done_on is not None and one.done_on > today:
        raise WorkbenchError(f"วันที่เสร็จยังมาไม่ถึง {_NOT_SAVED}", "แก้วันที่เสร็จ หรือเลือกสถานะกำลังทำ")
    roles = load_external_rounds().roles
    if one.by_role and one.by_role not in roles:
        raise WorkbenchError(f"ยังไม่ได้เลือกผู้รับผิดชอบจากรายการบทบาท {_NOT_SAVED}", "เลือกบทบาท ไม่ใช้ชื่อบุคคล")
    _refuse_persons(one.action, one.note)
    done_on = one.done_on if one.status is FollowUpStatus.DONE else None
    tidy = replace(one, action=clean_text(one.action), note=clean_text(one.note), done_on=done_on)
    with writing(store) as session:
        return save_follow_up(session, tidy, by=by)


def set_due(store: Store, one: ExternalDue, *, by: str) -> int:
    """Save when a school is due and what is ready.

    Returns:
        The new version.

    Raises:
        WorkbenchError: the round or a step is unknown, or the note names a person.
        EditConflict: somebody saved it meanwhile.
    """
    rounds = load_external_rounds()
    if one.round_id not in rounds.by_id or set(one.steps) - {each.id for each in rounds.steps}:
        raise WorkbenchError(f"ไม่รู้จักรอบหรือขั้นเตรียมความพร้อม {_NOT_SAVED}", "เปิดหน้านี้ใหม่แล้วเลือกจากรายการ")
    _refuse_persons(one.note)
    with writing(store) as session:
        return save_due(session, replace(one, note=clean_text(one.note)), by=by)


def add_dues(store: Store, school_ids: Sequence[str], round_id: str, day: date | None, *, by: str) -> int:
    """Enter schools as due on one day; those already entered only change their day.

    Returns:
        How many schools.
    """
    with writing(store) as session:
        known = {each.school_id: each for each in load_dues(session, round_id)}
        for school_id in school_ids:
            one = known.get(school_id, ExternalDue(school_id, round_id))
            save_due(session, replace(one, due_on=day), by=by)
    return len(school_ids)


def drop_due(store: Store, one: ExternalDue, *, by: str) -> None:
    """Take a school out of those due.

    Raises:
        EditConflict: somebody saved or removed it meanwhile.
    """
    with writing(store) as session:
        remove_due(session, one, by=by)


def _refuse_persons(*texts: str) -> None:
    for text in texts:
        person = number_in(text) or name_in(text)
        if person:
            raise WorkbenchError(
                f"ข้อความมี{person.label} ซึ่งระบบนี้ไม่เก็บข้อมูลรายบุคคล {_NOT_SAVED}", "เขียนเป็นเรื่องหรือบทบาทแทน"
            )
