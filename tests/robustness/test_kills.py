"""T3, T13: kill −9 in an undo, a replacing load, a restore, a migration leaves the old state or the new.

Kills in an import are in ``tests/storage/test_killed_import.py``.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from lib.settings import data_dir
from lib.storage.backup import write_backup
from lib.storage.datasets import load_history
from lib.storage.engine import Store, open_store, reading
from lib.storage.integrity import check_store
from lib.storage.observations import load_observations, state_hash
from tests.robustness.figures import note, size
from tests.robustness.killed import (
    BACKUPS,
    BASE,
    N_SCHOOLS,
    SECOND,
    migrate_forever,
    replace_forever,
    restore_forever,
    undo_forever,
)
from tests.robustness.killing import HAS_KILL, Work, work_until_killed
from tests.storage.loads import add_schools, figures, keep_and_load

N_KILLS = size("KILLS_ELSEWHERE", short=3, full=25)

pytestmark = pytest.mark.skipif(not HAS_KILL, reason="Windows has no kill -9")


@pytest.fixture
def store(any_database_url: str) -> Iterator[Store]:
    opened = open_store(any_database_url)
    add_schools(opened, N_SCHOOLS)
    keep_and_load(opened, BASE, figures([1.0] * N_SCHOOLS))
    yield opened
    opened.dispose()


@dataclass(frozen=True)
class Tally:
    begun: int
    done: int


def kill_often(store: Store, work: Work, longest_seconds: float, still_whole) -> Tally:
    """Kill the work again and again; after each kill the store must be whole and work on."""
    chance = random.Random(2569)
    begun = done = 0
    for _ in range(N_KILLS):
        more_begun, more_done = work_until_killed(work, store.url, begun, chance.uniform(0, longest_seconds))
        begun, done = begun + more_begun, done + more_done
        assert [result.faults for result in check_store(store) if not result.fine] == []
        still_whole()
    return Tally(begun, done)


def state(store: Store) -> str:
    with reading(store) as session:
        return state_hash(session)


def tell(store: Store, what: str, tally: Tally) -> None:
    said = f"{tally.begun} begun, {tally.done} acknowledged: always the old or the new state, no fault found"
    note("T3", f"kills in {what} on {store.write_engine.dialect.name}", N_KILLS, said)


def test_a_killed_undo_happened_or_did_not(store: Store) -> None:
    before = state(store)
    keep_and_load(store, SECOND, figures([2.0] * N_SCHOOLS))
    both = {before, state(store)}
    tally = kill_often(store, undo_forever, 0.1, lambda: assert_state(store, both))
    with reading(store) as session:
        undone = sum(each.undone_at is not None for each in load_history(session))
    assert tally.done <= undone <= tally.begun
    tell(store, "an undo", tally)


def test_a_killed_replacing_load_has_replaced_or_not(store: Store) -> None:
    tally = kill_often(store, replace_forever, 0.1, lambda: assert_one_speaks(store))
    with reading(store) as session:
        assert tally.done <= len(load_history(session)) - 1 <= tally.begun
    tell(store, "a replacing load", tally)


def test_a_killed_restore_leaves_one_of_the_two_offices(store: Store) -> None:
    states = set()
    data_dir().mkdir(parents=True, exist_ok=True)
    for name in BACKUPS:
        keep_and_load(store, name.encode(), figures([float(len(states) + 2)] * N_SCHOOLS))
        write_backup(store, data_dir() / name)
        states.add(state(store))
    tally = kill_often(store, restore_forever, 0.3, lambda: assert_state(store, states))
    tell(store, "a restore", tally)


def test_a_killed_migration_can_be_run_again(store: Store) -> None:
    before = state(store)

    def opens_again_with_the_same_figures() -> None:
        again = open_store(store.url)
        try:
            assert_state(again, {before})
        finally:
            again.dispose()

    chance = random.Random(2570)
    begun = done = 0
    for _ in range(N_KILLS):
        more = work_until_killed(migrate_forever, store.url, begun, chance.uniform(0, 0.4))
        begun, done = begun + more[0], done + more[1]
        opens_again_with_the_same_figures()
    assert [result.faults for result in check_store(store) if not result.fine] == []
    tell(store, "a migration", Tally(begun, done))


def assert_state(store: Store, allowed: set[str]) -> None:
    assert state(store) in allowed


def assert_one_speaks(store: Store) -> None:
    with reading(store) as session:
        speaking = [
            each for each in load_history(session) if each.undone_at is None and each.replaced_by is None
        ]
        values = load_observations(session)["value"]
    assert len(speaking) == 1
    assert (len(values), values.nunique()) == (N_SCHOOLS, 1)
