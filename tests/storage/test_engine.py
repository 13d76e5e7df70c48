"""Every connection has the pragmas, writers wait for each other, a bad place is refused in plain words."""

import os
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select, text
from sqlalchemy.exc import IntegrityError

from lib.errors import WorkbenchError
from lib.storage import audit
from lib.storage import engine as opening
from lib.storage.engine import Store, open_store, reading, writing
from lib.storage.schema import audit as audit_table
from lib.storage.schema import school_aliases
from lib.storage.settings import load_setting, save_setting


@pytest.mark.parametrize(
    ("pragma", "wanted"), [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1)]
)
def test_each_connection_of_both_engines_has_the_pragmas(
    sqlite_store: Store, pragma: str, wanted: object
) -> None:
    for engine in (sqlite_store.write_engine, sqlite_store.read_engine):
        with engine.connect() as connection:
            assert connection.execute(text(f"PRAGMA {pragma}")).scalar_one() == wanted


def test_foreign_keys_still_hold_after_the_schema_was_built(sqlite_store: Store) -> None:
    reopened = open_store(sqlite_store.url)
    try:
        with reopened.write_engine.connect() as connection:
            assert connection.execute(text("PRAGMA foreign_keys")).scalar_one() == 1
    finally:
        reopened.dispose()


def test_a_row_that_points_nowhere_is_refused(store: Store) -> None:
    alias = {"alias_key": "ก", "school_id": "ไม่มีในทะเบียน", "text": "ก", "saved_by": "ก"}
    with pytest.raises(IntegrityError), writing(store) as session:
        session.execute(insert(school_aliases).values(**alias, saved_at=datetime.now(UTC)))


def test_a_writer_takes_the_write_lock_before_its_first_statement(sqlite_store: Store) -> None:
    statements: list[str] = []
    with sqlite_store.write_engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.set_trace_callback(statements.append)
        connection.execute(text("SELECT 1"))
    assert statements[0] == "BEGIN IMMEDIATE"


def test_a_reader_sees_one_state_while_another_person_writes(store: Store) -> None:
    with reading(store) as session:
        before = session.execute(select(func.count()).select_from(audit_table)).scalar_one()
        with writing(store) as other:
            audit.record(other, by="ก", action="import", subject="1")
        assert session.execute(select(func.count()).select_from(audit_table)).scalar_one() == before


def test_six_writers_of_twenty_transactions_all_succeed(store: Store) -> None:
    with writing(store) as session:
        save_setting(session, "count", 0, seen_version=0, by="ก")
    faults: list[BaseException] = []

    def add_twenty() -> None:
        try:
            for _ in range(20):
                with writing(store) as session:
                    value, version = load_setting(session, "count")
                    assert isinstance(value, int)
                    save_setting(session, "count", value + 1, seen_version=version, by="ก")
        except BaseException as fault:
            faults.append(fault)

    threads = [threading.Thread(target=add_twenty) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    with reading(store) as session:
        assert load_setting(session, "count")[0] == 120


def test_an_interrupted_action_leaves_nothing_and_frees_the_lock(store: Store) -> None:
    class Rerun(BaseException):
        """As Streamlit raises it at any of its calls."""

    def interrupted() -> None:
        with writing(store) as session:
            audit.record(session, by="ก", action="import", subject="1")
            raise Rerun

    with pytest.raises(Rerun):
        interrupted()
    with writing(store) as session:
        assert session.execute(select(func.count()).select_from(audit_table)).scalar_one() == 0


def test_a_writer_that_waits_too_long_is_told_to_try_again(
    sqlite_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lib.storage.engine._WAIT_SECONDS", 0.05)
    impatient = open_store(sqlite_store.url)
    try:
        with writing(sqlite_store) as session:
            audit.record(session, by="ก", action="import", subject="1")
            with pytest.raises(WorkbenchError) as refusal, writing(impatient) as second:
                audit.record(second, by="ข", action="import", subject="2")
    finally:
        impatient.dispose()
    assert "กำลังบันทึกงานอื่น" in refusal.value.message
    assert "ลองอีกครั้ง" in refusal.value.hint


@pytest.mark.parametrize(
    "url",
    ["", "ไม่ใช่ที่อยู่", "sqlite://", "sqlite:///:memory:", "mysql://host/db", "sqlite:////", "office.sqlite3"],
)
def test_an_address_that_cannot_be_a_database_is_refused(url: str) -> None:
    with pytest.raises(WorkbenchError):
        open_store(url)


def test_a_network_folder_is_refused() -> None:
    with pytest.raises(WorkbenchError) as refusal:
        open_store("sqlite://///server/share/office.sqlite3")
    assert "เครือข่าย" in refusal.value.message


@pytest.mark.parametrize(("kind", "refused"), [(4, True), (3, False)])
def test_a_drive_letter_that_windows_maps_to_a_network_is_refused(
    kind: int, refused: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Windows:
        class kernel32:
            GetDriveTypeW = {"Z:\\": kind}.__getitem__

    monkeypatch.setattr(opening.ctypes, "windll", Windows, raising=False)
    with monkeypatch.context() as windows:
        windows.setattr(opening.os, "name", "nt")
        assert opening._is_on_network("Z:/office.sqlite3") is refused


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "office.sqlite3"
    file.write_bytes("บันทึกช่วยจำ ไม่ใช่ฐานข้อมูล".encode() * 200)
    before = file.read_bytes()
    with pytest.raises(WorkbenchError) as refusal:
        open_store(f"sqlite:///{file.as_posix()}")
    assert "ไม่ใช่ฐานข้อมูล" in refusal.value.message
    assert file.read_bytes() == before


def test_a_server_that_does_not_answer_is_named_so() -> None:
    with pytest.raises(WorkbenchError) as refusal:
        open_store("postgresql://nobody@127.0.0.1:9/office?connect_timeout=2")
    assert "แม่ข่าย" in refusal.value.message


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root and Windows may write where nobody may"
)
def test_a_folder_without_the_right_to_write_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    with pytest.raises(WorkbenchError):
        open_store(f"sqlite:///{(folder / 'office.sqlite3').as_posix()}")


def test_a_place_under_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(WorkbenchError) as refusal:
        open_store(f"sqlite:///{(tmp_path / 'file' / 'office.sqlite3').as_posix()}")
    assert "โฟลเดอร์" in refusal.value.message
