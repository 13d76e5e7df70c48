"""Undo of any load, in any order, gives back the identical state: figures, register, answers, layouts."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.errors import WorkbenchError
from lib.storage.answers import load_answers, save_answers
from lib.storage.datasets import load_history, undo_dataset
from lib.storage.engine import Store, open_store, reading, writing
from lib.storage.layouts import load_layout, save_layout
from lib.storage.observations import load_observations
from lib.storage.schools import save_schools
from tests.postgres_server import empty_database
from tests.storage.histories import HISTORIES, History, listed, play, school
from tests.storage.loads import add_schools, figures, keep_and_load


def take_back_figures(store: Store, dataset_id: int) -> None:
    with writing(store) as session:
        undo_dataset(session, dataset_id, by="ข")


@given(history=HISTORIES, order=st.permutations(range(8)))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_history_undone_in_any_order_ends_where_it_began(
    tmp_path_factory: pytest.TempPathFactory, history: History, order: list[int]
) -> None:
    folder: Path = tmp_path_factory.mktemp("history")
    store = open_store(f"sqlite:///{(folder / 'office.sqlite3').as_posix()}")
    try:
        play(store, history, order)
    finally:
        store.dispose()


@given(history=HISTORIES, order=st.permutations(range(8)))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_history_undone_in_any_order_ends_where_it_began_on_a_server_too(
    postgres_server: object, history: History, order: list[int]
) -> None:
    with empty_database(postgres_server) as url:  # type: ignore[arg-type]
        store = open_store(url)
        try:
            play(store, history, order)
        finally:
            store.dispose()


def values(store: Store) -> list[float]:
    with reading(store) as session:
        return load_observations(session).sort_values("school_id")["value"].tolist()


def test_a_load_in_anothers_place_silences_the_whole_of_it(store: Store) -> None:
    add_schools(store, 3)
    first = keep_and_load(store, b"1", figures([10.0, 20.0, 30.0]))
    second = keep_and_load(store, b"2", figures([11.0]), replaces=first)
    assert values(store) == [11.0]
    with reading(store) as session:
        assert {each.dataset_id: each.replaced_by for each in load_history(session)} == {
            second: None,
            first: second,
        }
    take_back_figures(store, second)
    assert values(store) == [10.0, 20.0, 30.0]


def test_what_was_replaced_twice_stays_silent_when_the_one_between_is_undone(store: Store) -> None:
    add_schools(store, 3)
    first = keep_and_load(store, b"1", figures([10.0, 20.0, 30.0]))
    second = keep_and_load(store, b"2", figures([11.0, 21.0]), replaces=first)
    third = keep_and_load(store, b"3", figures([12.0]), replaces=second)
    take_back_figures(store, second)
    assert values(store) == [12.0]
    take_back_figures(store, third)
    assert values(store) == [10.0, 20.0, 30.0]


def test_a_load_that_does_not_speak_cannot_be_replaced(store: Store) -> None:
    add_schools(store, 1)
    first = keep_and_load(store, b"1", figures([10.0]))
    keep_and_load(store, b"2", figures([11.0]), replaces=first)
    with pytest.raises(WorkbenchError, match="ยังไม่มีข้อมูลใดถูกบันทึก"):
        keep_and_load(store, b"3", figures([12.0]), replaces=first)
    assert values(store) == [11.0]


def test_a_replaced_file_is_told_from_one_in_use_when_it_comes_again(store: Store) -> None:
    add_schools(store, 1)
    first = keep_and_load(store, b"1", figures([10.0]))
    second = keep_and_load(store, b"2", figures([11.0]), replaces=first)
    with pytest.raises(WorkbenchError, match=f"ถูกแทนด้วยรายการ {second}"):
        keep_and_load(store, b"1", figures([10.0]))


def test_a_school_of_a_load_leaves_with_it_unless_another_load_uses_it(store: Store) -> None:
    first = keep_and_load(store, b"1", figures([10.0]), new_schools=[school(1, 1)])
    second = keep_and_load(store, b"2", figures([11.0], year_be=2566))
    take_back_figures(store, first)
    assert [each.school_id for each in listed(store)] == ["00000001"]
    take_back_figures(store, second)
    assert listed(store) == ()


def test_a_school_of_a_load_stays_once_the_register_names_it(store: Store) -> None:
    first = keep_and_load(store, b"1", figures([10.0]), new_schools=[school(1, 1)])
    with writing(store) as session:
        change = save_schools(session, [school(1, 1)])
    take_back_figures(store, first)
    assert (change.added, change.unchanged, len(listed(store))) == (0, 1, 1)


def test_a_school_that_left_with_its_load_is_new_to_the_next_register(store: Store) -> None:
    take_back_figures(store, keep_and_load(store, b"1", figures([10.0]), new_schools=[school(1, 1)]))
    with writing(store) as session:
        assert save_schools(session, [school(1, 2)]).added == 1
    assert listed(store) == (school(1, 2),)


def test_undo_brings_the_former_answer_and_layout_back(store: Store) -> None:
    add_schools(store, 2)
    loads = []
    for number in (1, 2):
        dataset_id = keep_and_load(store, f"{number}".encode(), figures([10.0]))
        with writing(store) as session:
            save_answers(session, {"ก": (f"{number:08d}", "ก")}, dataset_id=dataset_id, by="ก")
            save_layout(session, "แบบ", {"ปี": number}, dataset_id=dataset_id, by="ก")
        loads.append(dataset_id)
    assert remembered(store) == ("00000002", {"ปี": 2})
    take_back_figures(store, loads[1])
    assert remembered(store) == ("00000001", {"ปี": 1})
    take_back_figures(store, loads[0])
    assert remembered(store) == (None, None)


def remembered(store: Store) -> tuple[str | None, object]:
    with reading(store) as session:
        layout = load_layout(session, "แบบ")
        return load_answers(session).get("ก"), layout and layout.answers


def test_answers_outlive_the_replacing_of_their_load(store: Store) -> None:
    add_schools(store, 1)
    first = keep_and_load(store, b"1", figures([10.0]))
    with writing(store) as session:
        save_answers(session, {"ก": ("00000001", "ก")}, dataset_id=first, by="ก")
    keep_and_load(store, b"2", figures([11.0]), replaces=first)
    assert remembered(store)[0] == "00000001"
