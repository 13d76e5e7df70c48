"""A register file is taken back whole or not at all, and what a person corrected since stays."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import insert

from lib.domain.schools import School
from lib.errors import WorkbenchError
from lib.storage.answers import save_answers
from lib.storage.datasets import undo_dataset
from lib.storage.engine import Store, reading, writing
from lib.storage.files import content_hash
from lib.storage.register_loads import load_register_history, undo_register_load
from lib.storage.register_undo import RegisterUndo
from lib.storage.schema import self_assessments
from lib.storage.schools import save_schools
from tests.storage.histories import listed, school, state
from tests.storage.loads import add_schools, figures, keep_and_load, take_in_register


def take_back(store: Store, load_id: int) -> RegisterUndo:
    with writing(store) as session:
        return undo_register_load(session, load_id, by="ข")


def refused(store: Store, load_id: int) -> WorkbenchError:
    """The refusal, after which everything is as it was."""
    before = state(store)
    with pytest.raises(WorkbenchError) as refusal:
        take_back(store, load_id)
    assert state(store) == before
    with reading(store) as session:
        assert all(each.undone_at is None for each in load_register_history(session))
    return refusal.value


def test_changed_schools_go_back_and_new_ones_leave(store: Store) -> None:
    add_schools(store, 2)
    before, register = state(store), listed(store)
    number = take_in_register(store, [register[0], replace(register[1], pupils=9), school(3, 1)])
    with reading(store) as session:
        (record,) = load_register_history(session)
    assert (record.added, record.updated, record.unchanged) == (1, 1, 1)
    assert record.sha256 == content_hash(b"register")
    undone = take_back(store, number)
    assert state(store) == before
    assert [each.school_id for each in undone.leaving] == ["00000003"]
    assert undone.back == ((register[1], None),)
    with reading(store) as session:
        (record,) = load_register_history(session)
    assert (record.undone_by, record.undone_at is not None) == ("ข", True)


def test_a_school_corrected_since_stays_as_corrected_and_is_named(store: Store) -> None:
    add_schools(store, 1)
    number = take_in_register(store, [school(1, 1), school(2, 1), school(3, 1)])
    corrected = (replace(school(1, 1), pupils=7), replace(school(2, 1), cluster="กลุ่มหนึ่ง"))
    with writing(store) as session:
        save_schools(session, corrected)
    assert take_back(store, number).kept == corrected
    assert listed(store) == corrected


def test_a_new_school_with_figures_holds_the_whole_undo_up(store: Store) -> None:
    add_schools(store, 1)
    number = take_in_register(store, [school(1, 1), school(2, 1), school(3, 1)])
    dataset_id = keep_and_load(store, b"1", figures([10.0, 20.0]))
    error = refused(store, number)
    assert f"โรงเรียนสมมติ 2 แบบ 1 ใช้อยู่ในรายการนำเข้าข้อมูล {dataset_id}" in error.message
    assert "สมมติ 3" not in error.message
    assert f"ยกเลิกรายการนำเข้าข้อมูล {dataset_id}" in error.hint
    with writing(store) as session:
        undo_dataset(session, dataset_id, by="ข")
    take_back(store, number)
    assert [each.name for each in listed(store)] == ["สมมติ 1"]


def test_a_school_of_a_replaced_load_leaves_and_returns_with_the_figures_of_that_load(store: Store) -> None:
    add_schools(store, 1)
    number = take_in_register(store, [school(2, 1)])
    first = keep_and_load(store, b"1", figures([10.0, 20.0]))
    second = keep_and_load(store, b"2", figures([10.0]), replaces=first)
    take_back(store, number)
    assert [each.school_id for each in listed(store)] == ["00000001"]
    with writing(store) as session:
        undo_dataset(session, second, by="ข")
    assert [each.school_id for each in listed(store)] == ["00000001", "00000002"]


def test_an_answer_about_its_name_holds_it_up(store: Store) -> None:
    add_schools(store, 1)
    number = take_in_register(store, [school(2, 1)])
    dataset_id = keep_and_load(store, b"1", figures([10.0]))
    with writing(store) as session:
        save_answers(session, {"ก": ("00000002", "ก")}, dataset_id=dataset_id, by="ก")
    assert f"รายการนำเข้าข้อมูล {dataset_id}" in refused(store, number).message


def test_a_report_of_a_new_school_holds_it_up(store: Store) -> None:
    number = take_in_register(store, [school(1, 1)])
    values = {"status": "draft", "reading": {}, "document_text": {}, "saved_at": datetime.now(UTC)}
    with writing(store) as session:
        session.execute(
            insert(self_assessments).values(
                school_id="00000001",
                academic_year_be=2567,
                sha256=content_hash(b"register"),
                file_name="รายงาน.docx",
                saved_by="ก",
                **values,
            )
        )
    assert "SAR" in refused(store, number).message


def test_a_later_file_that_names_the_school_is_taken_back_first(store: Store) -> None:
    add_schools(store, 1)
    before = state(store)
    first = take_in_register(store, [school(1, 1)])
    second = take_in_register(store, [school(1, 1), school(2, 1)], b"second")
    assert f"(รายการ {second})" in refused(store, first).message
    take_back(store, second)
    take_back(store, first)
    assert state(store) == before


def test_files_about_different_schools_are_taken_back_in_any_order(store: Store) -> None:
    add_schools(store, 2)
    first = take_in_register(store, [school(1, 1)])
    second = take_in_register(store, [school(2, 1)], b"second")
    take_back(store, first)
    assert [each.name for each in listed(store)] == ["สมมติ 1", "สมมติ 2 แบบ 1"]
    take_back(store, second)
    assert [each.name for each in listed(store)] == ["สมมติ 1", "สมมติ 2"]


def test_a_school_that_came_with_figures_leaves_with_them_again(store: Store) -> None:
    dataset_id = keep_and_load(store, b"1", figures([10.0]), new_schools=[school(1, 1)])
    number = take_in_register(store, [school(1, 1)])
    with writing(store) as session:
        undo_dataset(session, dataset_id, by="ข")
    assert listed(store) == (school(1, 1),)
    take_back(store, number)
    assert listed(store) == ()


def test_many_schools_and_loads_are_counted_not_listed(store: Store) -> None:
    number = take_in_register(store, [school(n, 1) for n in range(1, 9)])
    for year_be in range(2560, 2565):
        keep_and_load(store, f"{year_be}".encode(), figures([1.0] * 8, year_be=year_be))
    told = refused(store, number).message
    assert "และอีก 5 แห่ง" in told
    assert "5 4 3 และอีก 2 รายการ" in told


def test_a_load_is_taken_back_once(store: Store) -> None:
    number = take_in_register(store, [school(1, 1)])
    take_back(store, number)
    with pytest.raises(WorkbenchError, match="ที่ยังใช้อยู่"):
        take_back(store, number)


def test_a_school_that_left_may_come_again_with_a_file_or_with_figures(store: Store) -> None:
    take_back(store, take_in_register(store, [school(1, 1)]))
    dataset_id = keep_and_load(store, b"1", figures([1.0]), new_schools=[school(1, 2)])
    assert listed(store) == (school(1, 2),)
    with writing(store) as session:
        undo_dataset(session, dataset_id, by="ข")
    assert listed(store) == ()
    take_in_register(store, [school(1, 3)])
    assert listed(store) == (School("00000001", "สมมติ 1 แบบ 3", "00000001"),)
