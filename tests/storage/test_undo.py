"""Undo of any load, in any order, gives back the identical state: figures, register, answers, layouts."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.domain.schools import School
from lib.errors import WorkbenchError
from lib.storage.answers import load_answers, save_answers
from lib.storage.datasets import load_history, undo_dataset
from lib.storage.engine import Store, open_store, reading, writing
from lib.storage.integrity import check_store
from lib.storage.layouts import load_layout, save_layout
from lib.storage.observations import load_observations, state_hash
from lib.storage.schools import load_schools, save_schools
from tests.postgres_server import empty_database
from tests.storage.loads import add_schools, area_figures, figures, keep_and_load, load

N_REGISTERED = 2
N_SCHOOLS = 4


@dataclass(frozen=True)
class Step:
    """One load: figures of which schools, which of them as new, what else it brings, what it replaces."""

    schools: tuple[int, ...]
    year_be: int
    alias: int | None
    layout: bool
    replaces: int | None
    area: bool


@dataclass(frozen=True)
class Undo:
    which: int


STEPS = st.builds(
    Step,
    schools=st.lists(st.integers(1, N_SCHOOLS), min_size=1, max_size=3, unique=True).map(tuple),
    year_be=st.sampled_from((2566, 2567)),
    alias=st.none() | st.integers(1, N_SCHOOLS),
    layout=st.booleans(),
    replaces=st.none() | st.integers(0, 5),
    area=st.booleans(),
)
HISTORIES = st.lists(STEPS | st.builds(Undo, st.integers(0, 5)), min_size=1, max_size=7)


def school(number: int, load_number: int) -> School:
    """A school that each load spells in its own way."""
    return School(f"{number:08d}", f"สมมติ {number} แบบ {load_number}", f"{number:08d}")


def state(store: Store) -> str:
    with reading(store) as session:
        return state_hash(session)


def take_in(store: Store, step: Step, number: int) -> int:
    """Load as an import does: schools that the register does not know come along."""
    every = figures([10.0 * number + n for n in range(1, N_SCHOOLS + 1)], year_be=step.year_be)
    observed = every[every["school_id"].isin([f"{n:08d}" for n in step.schools])]
    with writing(store) as session:
        listed = {each.school_id for each in load_schools(session)}
        speaking = [each.dataset_id for each in load_history(session) if each.speaks]
        new = [school(n, number) for n in step.schools if f"{n:08d}" not in listed]
        dataset_id = load(
            session,
            f"file {number}".encode(),
            observed,
            area_figures(float(number)) if step.area else None,
            new_schools=new,
            replaces=speaking[step.replaces % len(speaking)] if step.replaces and speaking else None,
        )
        if step.alias in step.schools:
            save_answers(session, {"ชื่อย่อ": (f"{step.alias:08d}", "ชื่อย่อ")}, dataset_id=dataset_id, by="ก")
        if step.layout:
            save_layout(session, "แบบ", {"ครั้งที่": number}, dataset_id=dataset_id, by="ก")
    return dataset_id


def take_back(store: Store, dataset_id: int) -> None:
    with writing(store) as session:
        undo_dataset(session, dataset_id, by="ข")


def play(store: Store, history: list[Step | Undo], order: Callable[[list[int]], list[int]]) -> None:
    add_schools(store, N_REGISTERED)
    start = state(store)
    held: list[int] = []
    for number, step in enumerate(history, start=1):
        if isinstance(step, Undo):
            if held:
                take_back(store, held.pop(step.which % len(held)))
            continue
        before = state(store)
        first = take_in(store, step, number)
        take_back(store, first)
        assert state(store) == before, "undone at once"
        held.append(take_in(store, step, number))
    assert [result.faults for result in check_store(store)[:-1] if not result.fine] == []
    for dataset_id in order(held):
        take_back(store, dataset_id)
    assert state(store) == start


@given(history=HISTORIES, order=st.permutations(range(7)))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_history_undone_in_any_order_ends_where_it_began(
    tmp_path_factory: pytest.TempPathFactory, history: list[Step | Undo], order: list[int]
) -> None:
    folder: Path = tmp_path_factory.mktemp("history")
    store = open_store(f"sqlite:///{(folder / 'office.sqlite3').as_posix()}")
    try:
        play(store, history, lambda held: [held[n] for n in order if n < len(held)])
    finally:
        store.dispose()


@given(history=HISTORIES, order=st.permutations(range(7)))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_history_undone_in_any_order_ends_where_it_began_on_a_server_too(
    postgres_server: object, history: list[Step | Undo], order: list[int]
) -> None:
    with empty_database(postgres_server) as url:  # type: ignore[arg-type]
        store = open_store(url)
        try:
            play(store, history, lambda held: [held[n] for n in order if n < len(held)])
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
    take_back(store, second)
    assert values(store) == [10.0, 20.0, 30.0]


def test_what_was_replaced_twice_stays_silent_when_the_one_between_is_undone(store: Store) -> None:
    add_schools(store, 3)
    first = keep_and_load(store, b"1", figures([10.0, 20.0, 30.0]))
    second = keep_and_load(store, b"2", figures([11.0, 21.0]), replaces=first)
    third = keep_and_load(store, b"3", figures([12.0]), replaces=second)
    take_back(store, second)
    assert values(store) == [12.0]
    take_back(store, third)
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
    take_back(store, first)
    assert [each.school_id for each in listed(store)] == ["00000001"]
    take_back(store, second)
    assert listed(store) == ()


def test_a_school_of_a_load_stays_once_the_register_names_it(store: Store) -> None:
    first = keep_and_load(store, b"1", figures([10.0]), new_schools=[school(1, 1)])
    with writing(store) as session:
        change = save_schools(session, [school(1, 1)])
    take_back(store, first)
    assert (change.added, change.unchanged, len(listed(store))) == (0, 1, 1)


def test_a_school_that_left_with_its_load_is_new_to_the_next_register(store: Store) -> None:
    take_back(store, keep_and_load(store, b"1", figures([10.0]), new_schools=[school(1, 1)]))
    with writing(store) as session:
        assert save_schools(session, [school(1, 2)]).added == 1
    assert listed(store) == (school(1, 2),)


def listed(store: Store) -> tuple[School, ...]:
    with reading(store) as session:
        return load_schools(session)


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
    take_back(store, loads[1])
    assert remembered(store) == ("00000001", {"ปี": 1})
    take_back(store, loads[0])
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
