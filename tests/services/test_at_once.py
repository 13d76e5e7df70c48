"""Two people, or one who clicks twice, store at once: one import, whatever both had before them.

``python -m tests.robustness`` tries a hundred times on each database.
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from functools import partial

import pytest

from lib.errors import WorkbenchError
from lib.ingest.choices import ImportChoices
from lib.services import imports
from lib.services.register import load_register
from lib.storage.engine import Store, open_store, reading, writing
from lib.storage.integrity import check_store
from lib.storage.observations import load_observations
from lib.storage.schools import save_schools
from tests.builders import make_schools, make_scores
from tests.robustness.figures import note, size

SCHOOLS = make_schools(3)
N_TRIES = size("SAME_FILE", short=2, full=100)
FILE = "คะแนน.xlsx"
Outcome = int | WorkbenchError


@pytest.fixture
def store(any_database_url: str) -> Iterator[Store]:
    opened = open_store(any_database_url)
    with writing(opened) as session:
        save_schools(session, SCHOOLS)
    yield opened
    opened.dispose()


def at_once(actions: Sequence[Callable[[], int]]) -> list[Outcome]:
    """Run all of them from one signal; what each gave, or the refusal it met."""
    start = threading.Barrier(len(actions))
    outcomes: list[Outcome] = []

    def run(action: Callable[[], int]) -> None:
        start.wait()
        try:
            outcomes.append(action())
        except WorkbenchError as refusal:
            outcomes.append(refusal)

    threads = [threading.Thread(target=run, args=(action,)) for action in actions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(outcomes) == len(actions), "an action ended neither with a load nor with a refusal"
    return outcomes


def stored(outcomes: list[Outcome]) -> list[int]:
    return [each for each in outcomes if isinstance(each, int)]


def held(store: Store) -> set[int]:
    return {each.dataset_id for each in imports.load_history(store) if each.speaks}


def test_the_same_file_stored_twice_at_once_is_one_import_each_time(store: Store) -> None:
    for number in range(N_TRIES):
        content = make_scores(SCHOOLS, [number, 50, 60])
        preview = imports.preview_file(store, content, FILE)
        again = imports.preview_file(store, content, FILE, ImportChoices(add_schools=True))
        commit = partial(imports.commit, store, content=content, by="ก")
        outcomes = at_once([partial(commit, preview), partial(commit, again)])
        (dataset_id,) = stored(outcomes)
        assert held(store) == {dataset_id}
        imports.undo(store, dataset_id, by="ก")
    assert len(imports.load_history(store)) == N_TRIES
    assert all(result.fine for result in check_store(store))
    note("T6", f"the same file twice at once, {store.write_engine.dialect.name}", N_TRIES, "1 import each")


def test_two_files_that_want_one_load_s_place_do_not_both_get_it(store: Store) -> None:
    for number in range(N_TRIES):
        first = make_scores(SCHOOLS, [number, 10, 20])
        earlier = imports.commit(store, imports.preview_file(store, first, FILE), first, by="ก")
        files = [make_scores(SCHOOLS, [number, 30 + one, 40]) for one in range(2)]
        previews = [imports.preview_file(store, each, FILE) for each in files]
        commit = partial(imports.commit, store, by="ก", replaces=earlier)
        outcomes = at_once([partial(commit, *pair) for pair in zip(previews, files, strict=True)])
        (dataset_id,) = stored(outcomes)
        assert held(store) == {dataset_id}
        imports.undo(store, dataset_id, by="ก")
        assert held(store) == {earlier}
        imports.undo(store, earlier, by="ก")


def test_two_files_with_the_same_new_school_add_it_once(store: Store) -> None:
    everyone = make_schools(4)
    choices = ImportChoices(add_schools=True)
    for number in range(N_TRIES):
        files = [make_scores(everyone, [number, 1, 2, 3], year_be=year_be) for year_be in (2566, 2567)]
        previews = [imports.preview_file(store, each, FILE, choices) for each in files]
        commit = partial(imports.commit, store, by="ก")
        outcomes = at_once([partial(commit, *pair) for pair in zip(previews, files, strict=True)])
        assert len(stored(outcomes)) == 2
        assert len(load_register(store)) == 4
        for dataset_id in stored(outcomes):
            imports.undo(store, dataset_id, by="ก")
        assert load_register(store) == SCHOOLS


def test_an_undo_pressed_twice_at_once_takes_back_once(store: Store) -> None:
    for number in range(N_TRIES):
        content = make_scores(SCHOOLS, [number, 50, 60])
        dataset_id = imports.commit(store, imports.preview_file(store, content, FILE), content, by="ก")

        def take_back(number: int = dataset_id) -> int:
            imports.undo(store, number, by="ก")
            return number

        assert stored(at_once([take_back, take_back])) == [dataset_id]
    with reading(store) as session:
        assert load_observations(session).empty
