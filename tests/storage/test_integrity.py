"""A healthy office passes; each kind of harm is found and named."""

from collections.abc import Iterator

import pytest
from sqlalchemy import text, update

from lib.domain.schools import School
from lib.storage.check_results import CheckResult
from lib.storage.engine import Store, open_store, writing
from lib.storage.files import content_hash, keep_file, remove_file
from lib.storage.integrity import check_store, orphan_files
from lib.storage.schema import observations
from lib.storage.schools import add_schools_of_load
from tests.storage.loads import take_in_register
from tests.storage.office_with_data import ORIGINAL, fill_office


@pytest.fixture
def store(any_database_url: str) -> Iterator[Store]:
    opened = open_store(any_database_url)
    fill_office(opened)
    yield opened
    opened.dispose()


def faults(store: Store) -> dict[str, tuple[str, ...]]:
    return {result.name: result.faults for result in check_store(store) if not result.fine}


def result_named(store: Store, name: str) -> CheckResult:
    return next(result for result in check_store(store) if result.name == name)


def test_a_healthy_office_has_no_faults(store: Store) -> None:
    assert faults(store) == {}
    assert result_named(store, "ทางกลับไปยังไฟล์และเซลล์").n_seen == 3


def test_a_lost_original_is_named_by_its_file_name(store: Store) -> None:
    remove_file(store, content_hash(ORIGINAL))
    (found,) = faults(store)["ไฟล์ต้นฉบับที่เก็บไว้"]
    assert "คะแนนสมมติ.xlsx" in found


def test_a_changed_original_is_found(store: Store) -> None:
    sha256 = content_hash(ORIGINAL)
    (store.files / sha256[:2] / sha256).write_bytes(b"other")
    (found,) = faults(store)["ไฟล์ต้นฉบับที่เก็บไว้"]
    assert "ถูกแก้ไข" in found


def test_a_file_that_no_row_names_is_listed_and_no_fault(store: Store) -> None:
    sha256 = keep_file(store, b"left over")
    assert faults(store) == {}
    assert orphan_files(store) == (sha256,)
    assert sha256 in result_named(store, "ไฟล์ต้นฉบับที่เก็บไว้").remarks[0]


def test_values_that_vanished_from_a_load_are_counted(store: Store) -> None:
    with writing(store) as session:
        session.execute(text("DELETE FROM observations WHERE school_id = '10990002'"))
    (found,) = faults(store)["จำนวนแถวของการนำเข้า"]
    assert "ควรมี 3 ค่า แต่พบ 2 ค่า" in found


def test_a_figure_without_its_cell_is_found(database_url: str) -> None:
    store = open_store(database_url)
    fill_office(store)
    with store.write_engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA ignore_check_constraints=ON")
        connection.execute(update(observations).values(source_ref=""))
        connection.commit()
        connection.exec_driver_sql("PRAGMA ignore_check_constraints=OFF")
        connection.rollback()
    (found,) = faults(store)["ทางกลับไปยังไฟล์และเซลล์"]
    assert "2 ค่า" in found
    store.dispose()


def test_a_load_whose_file_is_unknown_is_found(database_url: str) -> None:
    store = open_store(database_url)
    fill_office(store)
    raw = store.write_engine.raw_connection()
    raw.execute("PRAGMA foreign_keys=OFF")
    raw.execute("UPDATE datasets SET sha256 = 'gone'")
    raw.commit()
    raw.close()
    found = faults(store)
    assert "stored_files" in found["การอ้างอิงระหว่างตาราง"][0]
    assert found["ทางกลับไปยังไฟล์และเซลล์"]
    store.dispose()


def test_a_load_replaced_by_an_earlier_one_is_found(store: Store) -> None:
    with writing(store) as session:
        session.execute(text("UPDATE datasets SET superseded_by = dataset_id"))
    (found,) = faults(store)["รายการที่แทนกัน"]
    assert "ถูกแทนด้วยรายการ" in found


def test_a_school_of_a_load_that_has_no_figure_of_it_is_found(store: Store) -> None:
    with writing(store) as session:
        add_schools_of_load(session, [School("10990009", "บ้านไร้ค่า")], 1)
    (found,) = faults(store)["โรงเรียนที่มากับการนำเข้า"]
    assert "10990009" in found


def test_a_school_that_vanished_from_a_register_load_is_counted(store: Store) -> None:
    take_in_register(store, [School("10990001", "บ้านใหม่"), School("10990009", "บ้านไร่")])
    assert faults(store) == {}
    with writing(store) as session:
        session.execute(text("DELETE FROM register_load_schools WHERE school_id = '10990009'"))
    (found,) = faults(store)["การนำเข้าทะเบียนโรงเรียน"]
    assert "ควรมี 2 แห่ง แต่พบ 1 แห่ง" in found
