"""The second of two editors is told who and when, and nothing of the first is lost."""

import threading

import pytest
from sqlalchemy.exc import IntegrityError

from lib.errors import EditConflict
from lib.storage import audit
from lib.storage.engine import Store, reading, writing
from lib.storage.report_texts import load_report_texts, save_report_text
from lib.storage.schema import settings
from lib.storage.settings import (
    load_indicator_changes,
    load_setting,
    save_indicator_changes,
    save_setting,
)
from lib.storage.versioned import save_versioned
from tests.robustness.figures import note, size

N_EDITS = size("EDITS", short=5, full=25)


def save(store: Store, value: object, seen_version: int, by: str) -> int:
    with writing(store) as session:
        return save_setting(session, "office", value, seen_version=seen_version, by=by)


def test_a_save_names_the_version_it_makes(store: Store) -> None:
    assert [save(store, "หนึ่ง", 0, "ก"), save(store, "สอง", 1, "ก")] == [1, 2]


def test_the_second_of_two_editors_is_told_and_the_first_text_stays(store: Store) -> None:
    save(store, "เดิม", 0, "ก")
    save(store, "ของสมหญิง", 1, "สมหญิง")
    with pytest.raises(EditConflict) as conflict:
        save(store, "ของฉัน", 1, "ก")
    assert "สมหญิง" in conflict.value.message
    assert "น." in conflict.value.message
    with reading(store) as session:
        assert load_setting(session, "office") == ("ของสมหญิง", 2)


def test_of_two_who_save_a_new_row_at_once_one_is_told(store: Store) -> None:
    start = threading.Barrier(2)
    saved: list[str] = []
    told: list[EditConflict] = []

    def save_it(name: str) -> None:
        start.wait()
        try:
            save(store, name, 0, name)
            saved.append(name)
        except EditConflict as conflict:
            told.append(conflict)

    threads = [threading.Thread(target=save_it, args=(name,)) for name in ("ก", "ข")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(saved) == 1
    assert len(told) == 1
    assert told[0].message.startswith(saved[0])
    with reading(store) as session:
        assert load_setting(session, "office") == (saved[0], 1)


def test_eight_editors_of_one_record_lose_no_save(store: Store) -> None:
    save(store, 0, 0, "ก")
    faults: list[BaseException] = []

    def add(times: int) -> None:
        done = 0
        while done < times:
            with reading(store) as session:
                value, version = load_setting(session, "office")
            assert isinstance(value, int)
            try:
                save(store, value + 1, version, "ก")
                done += 1
            except EditConflict:
                continue
            except BaseException as fault:
                faults.append(fault)
                return

    threads = [threading.Thread(target=add, args=(N_EDITS,)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    with reading(store) as session:
        assert load_setting(session, "office") == (8 * N_EDITS, 8 * N_EDITS + 1)
    note("T7", f"edits by eight editors on {store.write_engine.dialect.name}", 8 * N_EDITS, "0 lost")


def test_a_row_another_rule_refuses_is_no_conflict(store: Store) -> None:
    with pytest.raises(IntegrityError), writing(store) as session:
        save_versioned(session, settings, {"key": None}, {"value": 1}, seen_version=0, by="ก")


def test_a_conflict_leaves_nothing_of_the_second_editor_in_the_history(store: Store) -> None:
    save(store, "เดิม", 0, "ก")
    with reading(store) as session:
        before = audit.data_version(session)
    with pytest.raises(EditConflict):
        save(store, "อื่น", 0, "ข")
    with reading(store) as session:
        assert audit.data_version(session) == before


def test_report_texts_are_kept_per_year(store: Store) -> None:
    with writing(store) as session:
        save_report_text(session, "preface_text", 2567, "คำนำ ๖๗", seen_version=0, by="ก")
        save_report_text(session, "preface_text", 2568, "คำนำ ๖๘", seen_version=0, by="ก")
    with reading(store) as session:
        assert load_report_texts(session, 2567) == {"preface_text": ("คำนำ ๖๗", 1)}


def test_changes_of_an_indicator_can_be_cleared_again(store: Store) -> None:
    with writing(store) as session:
        save_indicator_changes(session, "a.b", {"target": 70.0}, seen_version=0, by="ก")
        save_indicator_changes(session, "a.b", {}, seen_version=1, by="ก")
    with reading(store) as session:
        assert load_indicator_changes(session) == {"a.b": ({}, 2)}
