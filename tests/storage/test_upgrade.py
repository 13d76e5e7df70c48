"""The schema is what the migrations build, up and down again, and two may open a fresh database at once."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, inspect, text

from lib.errors import WorkbenchError
from lib.storage.engine import Store, open_store, reading, writing
from lib.storage.observations import state_hash
from lib.storage.schema import metadata
from lib.storage.settings import load_setting, save_setting
from lib.storage.upgrade import alembic_config, is_newest, upgrade_to_newest

ROOT = Path(__file__).resolve().parents[2]


def differences(engine: Engine) -> list[object]:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, metadata))


def take_down(engine: Engine) -> None:
    config = alembic_config()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")


def test_the_migrations_build_exactly_the_tables_of_the_schema(store: Store) -> None:
    assert differences(store.write_engine) == []


def test_every_migration_can_be_taken_back_and_run_again(store: Store) -> None:
    take_down(store.write_engine)
    assert set(inspect(store.write_engine).get_table_names()) <= {"alembic_version"}
    upgrade_to_newest(store.write_engine)
    assert differences(store.write_engine) == []


def test_opening_a_database_again_changes_nothing(store: Store) -> None:
    with writing(store) as session:
        save_setting(session, "office", {"name": "สมมติ"}, seen_version=0, by="ก")
        before = state_hash(session)
    again = open_store(store.url)
    try:
        with reading(again) as session:
            assert load_setting(session, "office") == ({"name": "สมมติ"}, 1)
            assert state_hash(session) == before
    finally:
        again.dispose()


def test_a_database_of_a_newer_program_is_left_alone(store: Store) -> None:
    with store.write_engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(WorkbenchError) as refusal:
        open_store(store.url)
    assert "รุ่นใหม่กว่า" in refusal.value.message
    with store.read_engine.connect() as connection:
        assert not is_newest(connection)


def test_threads_that_open_a_fresh_database_at_once_all_succeed(any_database_url: str) -> None:
    start = threading.Barrier(5)
    faults: list[BaseException] = []

    def open_it() -> None:
        start.wait()
        try:
            open_store(any_database_url).dispose()
        except BaseException as fault:
            faults.append(fault)

    threads = [threading.Thread(target=open_it) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []


def test_processes_that_open_a_fresh_database_at_once_all_succeed(any_database_url: str) -> None:
    code = "import sys; from lib.storage.engine import open_store; open_store(sys.argv[1]).dispose()"
    opening = [
        subprocess.Popen(
            [sys.executable, "-c", code, any_database_url], cwd=ROOT, stderr=subprocess.PIPE, encoding="utf-8"
        )
        for _ in range(3)
    ]
    assert [each.communicate()[1] for each in opening] == ["", "", ""]
    assert [each.returncode for each in opening] == [0, 0, 0]


def test_an_upgrade_that_fails_leaves_nothing_of_itself(
    any_database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = command.upgrade

    def broken(config: object, revision: str) -> None:
        real(config, revision)  # type: ignore[arg-type]
        raise RuntimeError("power cut")

    monkeypatch.setattr(command, "upgrade", broken)
    with pytest.raises(RuntimeError):
        open_store(any_database_url)
    monkeypatch.undo()
    opened = open_store(any_database_url)
    try:
        assert differences(opened.write_engine) == []
    finally:
        opened.dispose()
