"""Random histories of an office: loads of figures, register files, corrections by hand, undo in between."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hypothesis import strategies as st

from lib.domain.schools import School
from lib.errors import WorkbenchError
from lib.storage.answers import save_answers
from lib.storage.datasets import load_history, undo_dataset
from lib.storage.engine import Store, reading, writing
from lib.storage.integrity import check_store
from lib.storage.layouts import save_layout
from lib.storage.observations import load_observations, state_hash
from lib.storage.register_loads import undo_register_load
from lib.storage.schools import load_schools, save_schools
from tests.storage.loads import add_schools, area_figures, figures, load, take_in_register

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
class Register:
    """One register file: which schools it names."""

    schools: tuple[int, ...]


@dataclass(frozen=True)
class Correction:
    """One school corrected, or added, by a person."""

    school: int


@dataclass(frozen=True)
class Undo:
    which: int


@dataclass(frozen=True)
class Held:
    """A load that was not taken back; ``of_register`` tells the two histories apart."""

    of_register: bool
    number: int


History = Sequence[Step | Register | Correction | Undo]
_SOME_SCHOOLS = st.lists(st.integers(1, N_SCHOOLS), min_size=1, max_size=3, unique=True).map(tuple)
_STEPS = st.builds(
    Step,
    schools=_SOME_SCHOOLS,
    year_be=st.sampled_from((2566, 2567)),
    alias=st.none() | st.integers(1, N_SCHOOLS),
    layout=st.booleans(),
    replaces=st.none() | st.integers(0, 5),
    area=st.booleans(),
)
HISTORIES = st.lists(
    _STEPS
    | st.builds(Register, _SOME_SCHOOLS)
    | st.builds(Correction, st.integers(1, N_SCHOOLS))
    | st.builds(Undo, st.integers(0, 5)),
    min_size=1,
    max_size=8,
)


def school(number: int, load_number: int) -> School:
    """A school that each load spells in its own way."""
    return School(f"{number:08d}", f"สมมติ {number} แบบ {load_number}", f"{number:08d}")


def state(store: Store) -> str:
    with reading(store) as session:
        return state_hash(session)


def listed(store: Store) -> tuple[School, ...]:
    with reading(store) as session:
        return load_schools(session)


def take_in_figures(store: Store, step: Step, number: int) -> int:
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


def take_in(store: Store, step: Step | Register, number: int) -> Held:
    if isinstance(step, Step):
        return Held(False, take_in_figures(store, step, number))
    return Held(True, take_in_register(store, [school(n, number) for n in step.schools]))


def take_back(store: Store, held: Held) -> None:
    with writing(store) as session:
        if held.of_register:
            undo_register_load(session, held.number, by="ข")
        else:
            undo_dataset(session, held.number, by="ข")


def is_taken_back(store: Store, held: Held) -> bool:
    """Whether a load could be taken back; a refusal changes nothing at all."""
    before = state(store)
    try:
        take_back(store, held)
    except WorkbenchError:
        assert held.of_register, "figures can always be taken back"
        assert state(store) == before
        return False
    return True


def play(store: Store, history: History, order: Sequence[int]) -> None:
    """Take everything back in the order wanted, as far as it is allowed: only corrections by hand stay."""
    add_schools(store, N_REGISTERED)
    start = state(store)
    expected = {each.school_id: each for each in listed(store)}
    held: list[Held] = []
    for number, step in enumerate(history, start=1):
        if isinstance(step, Undo):
            if held and is_taken_back(store, held[step.which % len(held)]):
                held.pop(step.which % len(held))
        elif isinstance(step, Correction):
            corrected = replace(school(step.school, number), pupils=number)
            expected[corrected.school_id] = corrected
            with writing(store) as session:
                save_schools(session, [corrected])
        else:
            before = state(store)
            take_back(store, take_in(store, step, number))
            assert state(store) == before, "undone at once"
            held.append(take_in(store, step, number))
    assert [result.faults for result in check_store(store)[:-1] if not result.fine] == []
    waiting = [held[n] for n in order if n < len(held)]
    while waiting:
        refused = [each for each in waiting if not is_taken_back(store, each)]
        assert len(refused) < len(waiting), "something can always be taken back"
        waiting = refused
    assert listed(store) == tuple(expected[school_id] for school_id in sorted(expected))
    with reading(store) as session:
        assert load_observations(session).empty
    if not any(isinstance(step, Correction) for step in history):
        assert state(store) == start
