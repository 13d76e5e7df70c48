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
from sqlalchemy.exc import IntegrityError

from lib.domain.evidence import EvidenceFile, RoundRecord
from lib.domain.schools import School
from lib.errors import WorkbenchError
from lib.storage.answers import load_answers
from lib.storage.datasets import load_history, undo_dataset
from lib.storage.engine import Store, open_store, reading, writing
from lib.storage.evidence import FormKey
from lib.storage.evidence_files import add_evidence
from lib.storage.evidence_rounds import save_round
from lib.storage.files import content_hash
from lib.storage.observations import load_observations, state_hash
from lib.storage.register_loads import undo_register_load
from lib.storage.schema import metadata
from lib.storage.schools import load_schools
from lib.storage.settings import load_setting, save_setting
from lib.storage.upgrade import alembic_config, is_newest, upgrade_to_newest
from tests.storage.loads import figures, load, take_in_register
from tests.storage.office_with_data import ORIGINAL, fill_office, observed

ROOT = Path(__file__).resolve().parents[2]
NEWEST = "0008"


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


def move_to(engine: Engine, revision: str) -> None:
    """As the program upgrades: rows of a table that is rebuilt under a new name are still pointed at."""
    config = alembic_config()
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        if connection.dialect.name == "sqlite":
            driver.execute("PRAGMA foreign_keys=OFF")
        with connection.begin():
            config.attributes["connection"] = connection
            now = MigrationContext.configure(connection).get_current_revision() or ""
            step = command.downgrade if revision < now else command.upgrade
            step(config, revision)
        if connection.dialect.name == "sqlite":
            driver.execute("PRAGMA foreign_keys=ON")


def digest(engine: Engine) -> str:
    """Of every row of every table as the database has it now."""
    lines = []
    with engine.connect() as connection:
        inspector = inspect(connection)
        for table in sorted(set(inspector.get_table_names()) - {"alembic_version"}):
            names = sorted(each["name"] for each in inspector.get_columns(table))
            rows = connection.execute(text(f"SELECT {', '.join(names)} FROM {table}"))  # noqa: S608
            lines += sorted(f"{table} {names} {tuple(row)!r}" for row in rows)
    return content_hash("\n".join(lines).encode())


@pytest.fixture
def first_store(store: Store) -> Store:
    """An office as the first schema kept it, filled."""
    fill_office(store)
    move_to(store.write_engine, "0001")
    return store


def test_an_office_of_the_first_schema_goes_up_and_down_and_up_without_losing_a_row(
    first_store: Store,
) -> None:
    engine = first_store.write_engine
    old = digest(engine)
    move_to(engine, NEWEST)
    new = digest(engine)
    with reading(first_store) as session:
        state = state_hash(session)
        assert load_answers(session) == {"บน้ำสมมติ": "10990001"}
        assert [school.school_id for school in load_schools(session)] == ["10990001", "10990002"]
    assert differences(engine) == []
    move_to(engine, "0001")
    assert digest(engine) == old
    move_to(engine, NEWEST)
    assert digest(engine) == new
    with reading(first_store) as session:
        assert state_hash(session) == state


def test_the_rules_of_a_table_outlive_its_rebuilding(first_store: Store) -> None:
    move_to(first_store.write_engine, NEWEST)
    for faulty in ("rows_read = 99", "sha256 = NULL", "superseded_by = 99"):
        with pytest.raises(IntegrityError), first_store.write_engine.begin() as connection:
            connection.execute(text(f"UPDATE datasets SET {faulty}"))  # noqa: S608
    with first_store.write_engine.connect() as connection:
        names = {index["name"] for index in inspect(connection).get_indexes("datasets")}
    assert "uq_datasets_active" in names


def test_going_down_makes_a_replaced_load_an_undone_one(store: Store) -> None:
    first = fill_office(store)
    with writing(store) as session:
        later = load(session, ORIGINAL, observed(50.0), choices_key="อื่น", replaces=first)
    with reading(store) as session:
        figures = load_observations(session)["value"].tolist()
    move_to(store.write_engine, "0001")
    with store.read_engine.connect() as connection:
        undone = connection.execute(text("SELECT dataset_id FROM datasets WHERE undone_at IS NOT NULL"))
        assert [row.dataset_id for row in undone] == [first]
    move_to(store.write_engine, NEWEST)
    with reading(store) as session:
        assert load_observations(session)["value"].tolist() == figures == [50.0]
        assert {record.dataset_id for record in load_history(session) if record.speaks} == {later}


def test_going_down_keeps_the_register_as_it_stands(store: Store) -> None:
    fill_office(store)
    take_in_register(store, [School("10990003", "บ้านไร่สมมติ"), School("10990004", "บ้านนาสมมติ")])
    with writing(store) as session:
        gone = load(session, ORIGINAL, figures([10.0]).assign(school_id="10990004"), choices_key="อื่น")
        undo_dataset(session, gone, by="ก")
        undo_register_load(session, 1, by="ก")
        register = load_schools(session)
        state = state_hash(session)
    move_to(store.write_engine, "0002")
    with store.read_engine.connect() as connection:
        rows = connection.execute(text("SELECT school_id, added_by FROM schools ORDER BY school_id"))
        # one with figures leaves with the load that was taken back; one that nothing names leaves no row
        assert [tuple(row) for row in rows] == [("10990001", None), ("10990002", None), ("10990004", gone)]
    move_to(store.write_engine, NEWEST)
    with reading(store) as session:
        assert load_schools(session) == register
        assert state_hash(session) == state


def test_going_down_keeps_the_newest_edition_of_a_round_and_evidence_with_a_file(store: Store) -> None:
    key = FormKey("ars46", 2569)
    with writing(store) as session:
        save_round(session, key, RoundRecord("6"), by="ก")
        save_round(session, key, RoundRecord("6", edition=2, reason="ผิด"), by="ข")
        add_evidence(session, key, EvidenceFile(0, "1", "", "", "แฟ้ม", "order", held_at="ตู้ 3"), by="ก")
    move_to(store.write_engine, "0006")
    with store.read_engine.connect() as connection:
        rows = connection.execute(text("SELECT round_id, saved_by FROM kpi_rounds"))
        assert [tuple(row) for row in rows] == [("6", "ข")]
        assert connection.execute(text("SELECT count(*) FROM kpi_evidence")).scalar_one() == 0
    move_to(store.write_engine, NEWEST)
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
