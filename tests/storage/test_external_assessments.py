"""External assessment in both databases: outcomes, files taken in and back, follow-ups, schools due."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import update

from lib.domain.assessments import Place
from lib.domain.external_assessments import (
    ExternalAssessment,
    ExternalDue,
    ExternalExtra,
    ExternalReading,
    ExternalResult,
    ExternalStatement,
    ExternalStatementKind,
    FollowUp,
    FollowUpStatus,
    OutcomeKey,
)
from lib.domain.schools import School
from lib.errors import EditConflict, WorkbenchError
from lib.storage import audit
from lib.storage.backup import write_backup
from lib.storage.engine import Store, open_store, reading, writing
from lib.storage.external_assessments import load_outcomes, remove_outcome, save_outcome
from lib.storage.external_follow_ups import load_dues, load_follow_ups, remove_due, save_due, save_follow_up
from lib.storage.external_loads import load_loads, save_load, undo_load
from lib.storage.files import keep_file, register_file
from lib.storage.integrity import check_store
from lib.storage.restore import restore_backup
from lib.storage.schema import schools
from lib.storage.schools import load_schools, save_schools

SCHOOL = "99010001"
KEY = OutcomeKey(SCHOOL, "4", "covid_1", "basic")
SAID = ExternalReading(
    (ExternalResult("1", "ดี", 5, Place(sheet="ผล", cell="E4"), "5 ข้อ"), ExternalResult("", "พอใช้")),
    (ExternalStatement(ExternalStatementKind.RECOMMENDATION, "ควรเพิ่มสื่อ", "1", Place(3, 12)),),
    (ExternalExtra("ผู้ส่งข้อมูล", "เขต", Place(sheet="ผล", cell="H4")),),
)
ONE = ExternalAssessment(KEY, SAID, date(2022, 12, 16))


@pytest.fixture
def store(any_database_url: str) -> Iterator[Store]:
    opened = open_store(any_database_url)
    with writing(opened) as session:
        save_schools(session, [School(f"9901000{n}", f"บ้านทดสอบ {n}") for n in (1, 2)])
    yield opened
    opened.dispose()


def kept_file(store: Store, content: bytes = b"a file") -> str:
    sha256 = keep_file(store, content)
    with writing(store) as session:
        register_file(session, sha256, "ผล.xlsx", len(content))
    return sha256


def load(store: Store, *outcomes: ExternalAssessment, content: bytes = b"a file") -> int:
    sha256 = kept_file(store, content)
    with writing(store) as session:
        made = save_load(session, outcomes, sha256=sha256, file_name="ผล.xlsx", by="ผู้ทดสอบ")
    assert made is not None
    return made.load_id


def now(store: Store) -> tuple[ExternalAssessment, ...]:
    with reading(store) as session:
        return load_outcomes(session)


def test_an_outcome_comes_back_as_it_was_saved(store: Store) -> None:
    with writing(store) as session:
        assert save_outcome(session, ONE, by="ผู้ทดสอบ") == 1
    (kept,) = now(store)
    assert (kept.key, kept.reading, kept.assessed_on, kept.version) == (KEY, SAID, date(2022, 12, 16), 1)


def test_the_second_of_two_editors_of_an_outcome_is_told(store: Store) -> None:
    with writing(store) as session:
        save_outcome(session, ONE, by="คนหนึ่ง")
    with pytest.raises(EditConflict), writing(store) as session:
        save_outcome(session, replace(ONE, assessed_on=None), by="อีกคน")
    assert now(store)[0].assessed_on == date(2022, 12, 16)


def test_a_removed_outcome_stays_in_the_history(store: Store) -> None:
    with writing(store) as session:
        save_outcome(session, ONE, by="ผู้ทดสอบ")
    with writing(store) as session:
        remove_outcome(session, now(store)[0], by="ผู้ทดสอบ")
    assert now(store) == ()
    with reading(store) as session:
        assert audit.last_at(session, "external_remove") is not None


def test_taking_a_file_back_removes_what_it_brought(store: Store) -> None:
    load_id = load(store, ONE, replace(ONE, key=replace(KEY, level_of_education="early_childhood")))
    with writing(store) as session:
        done = undo_load(session, load_id, by="ผู้ทดสอบ")
    assert (done.n_removed, done.n_restored, done.kept) == (2, 0, ())
    assert now(store) == ()


def test_taking_a_file_back_brings_back_what_it_replaced(store: Store) -> None:
    load(store, ONE)
    other = replace(ONE, reading=ExternalReading((ExternalResult("1", "ปรับปรุง"),)), version=1)
    second = load(store, other, content=b"another file")
    assert now(store)[0].reading.results[0].result == "ปรับปรุง"
    with writing(store) as session:
        done = undo_load(session, second, by="ผู้ทดสอบ")
    assert (done.n_removed, done.n_restored) == (0, 1)
    assert now(store)[0].reading == SAID


def test_what_a_person_changed_since_stays_when_a_file_is_taken_back(store: Store) -> None:
    load_id = load(store, ONE)
    with writing(store) as session:
        save_outcome(session, replace(now(store)[0], assessed_on=date(2023, 1, 5)), by="ผู้ทดสอบ")
    with writing(store) as session:
        assert undo_load(session, load_id, by="ผู้ทดสอบ").kept == (SCHOOL,)
    assert now(store)[0].assessed_on == date(2023, 1, 5)


def test_a_file_is_taken_back_once(store: Store) -> None:
    load_id = load(store, ONE)
    with writing(store) as session:
        undo_load(session, load_id, by="ผู้ทดสอบ")
    with pytest.raises(WorkbenchError), writing(store) as session:
        undo_load(session, load_id, by="ผู้ทดสอบ")
    with reading(store) as session:
        assert [(each.n_new, each.undone) for each in load_loads(session)] == [(1, True)]


def test_two_files_of_one_outcome_at_once_do_not_overwrite_each_other(store: Store) -> None:
    load(store, ONE)
    with pytest.raises(EditConflict):
        load(store, ONE, content=b"another file")


def test_follow_ups_keep_status_role_and_days(store: Store) -> None:
    one = FollowUp(
        SCHOOL, "4", SAID.recommendations[0].key, FollowUpStatus.DOING, "ซื้อสื่อ", "ศึกษานิเทศก์", date(2026, 9, 1)
    )
    with writing(store) as session:
        save_follow_up(session, one, by="ผู้ทดสอบ")
    with reading(store) as session:
        assert load_follow_ups(session) == (replace(one, version=1),)
    with pytest.raises(EditConflict), writing(store) as session:
        save_follow_up(session, replace(one, status=FollowUpStatus.DONE), by="อีกคน")


def test_a_school_due_is_kept_changed_and_taken_out(store: Store) -> None:
    due = ExternalDue(SCHOOL, "5", date(2027, 2, 1), ("standards",), "นัดแล้ว")
    with writing(store) as session:
        save_due(session, due, by="ผู้ทดสอบ")
    with writing(store) as session:
        save_due(session, replace(due, steps=("standards", "online"), version=1), by="ผู้ทดสอบ")
    with reading(store) as session:
        (kept,) = load_dues(session, "5")
        assert load_dues(session, "4") == ()
    assert (kept.steps, kept.version) == (("standards", "online"), 2)
    with writing(store) as session:
        remove_due(session, kept, by="ผู้ทดสอบ")
    with reading(store) as session:
        assert load_dues(session) == ()


def test_external_assessment_changes_no_figure(store: Store) -> None:
    with reading(store) as session:
        before = audit.data_version(session)
    load(store, ONE)
    with reading(store) as session:
        assert audit.data_version(session) == before


def test_everything_survives_a_backup_with_its_file(store: Store, tmp_path: Path) -> None:
    load_id = load(store, ONE)
    with writing(store) as session:
        save_due(session, ExternalDue(SCHOOL, "5", date(2027, 2, 1)), by="ผู้ทดสอบ")
    write_backup(store, tmp_path / "backup.zip")
    other = open_store(f"sqlite:///{(tmp_path / 'other.sqlite3').as_posix()}")
    restore_backup(other, tmp_path / "backup.zip", replace=False, by="ผู้ทดสอบ")
    assert now(other) == now(store)
    assert all(check.fine for check in check_store(other))
    with writing(other) as session:
        assert undo_load(session, load_id, by="ผู้ทดสอบ").n_removed == 1
    other.dispose()


def test_a_school_with_an_outcome_stays_in_the_register(store: Store) -> None:
    load(store, ONE)
    with writing(store) as session:
        session.execute(update(schools).values(listed=False))
    with reading(store) as session:
        assert [school.school_id for school in load_schools(session)] == [SCHOOL]
