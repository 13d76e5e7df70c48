"""T6: one file stored twice at the same moment, by two threads or two processes, is there once."""

import threading
from collections.abc import Iterator

import pytest

from lib.errors import WorkbenchError
from lib.services import imports
from lib.settings import data_dir
from lib.storage.datasets import load_history
from lib.storage.engine import Store, open_store, reading
from lib.storage.observations import load_observations
from tests.robustness.crafted_values import scores
from tests.robustness.figures import note, size
from tests.robustness.killed import N_SCHOOLS, load_together
from tests.robustness.killing import PROCESSES
from tests.robustness.office import open_office
from tests.storage.loads import add_schools

N_TRIES = size("SAME_FILE", short=6, full=50)


@pytest.fixture
def store(any_database_url: str) -> Iterator[Store]:
    opened = open_office(any_database_url)
    yield opened
    opened.dispose()


def test_two_threads_that_store_one_file_at_once_store_it_once(store: Store) -> None:
    for number in range(N_TRIES):
        content = scores([40.0 + number / 100, 50.0])
        preview = imports.preview_file(store, content, "คะแนน.xlsx")
        start = threading.Barrier(2)
        ends: list[str] = []

        def store_it(content: bytes = content, preview=preview, start=start, ends=ends) -> None:  # type: ignore[no-untyped-def]
            start.wait()
            try:
                imports.commit(store, preview, content, by="ก")
                ends.append("stored")
            except WorkbenchError as refusal:
                ends.append(refusal.code)

        threads = [threading.Thread(target=store_it) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(ends) == ["F20", "stored"]
    with reading(store) as session:
        assert len(load_history(session)) == N_TRIES
    note(
        "T6",
        f"double stores by threads on {store.write_engine.dialect.name}",
        N_TRIES,
        "one load each, one F20 each",
    )


def test_two_processes_that_store_one_file_at_once_store_it_once(any_database_url: str) -> None:
    store = open_store(any_database_url)
    try:
        add_schools(store, N_SCHOOLS)
        ends = PROCESSES.Queue()
        start = PROCESSES.Barrier(2)
        both = [
            PROCESSES.Process(target=load_together, args=(store.url, str(data_dir()), N_TRIES, start, ends))
            for _ in range(2)
        ]
        for process in both:
            process.start()
        outcomes = [ends.get(timeout=120) for _ in range(2 * N_TRIES)]
        for process in both:
            process.join()
        assert sorted(outcomes) == ["F20"] * N_TRIES + ["stored"] * N_TRIES
        with reading(store) as session:
            assert len(load_history(session)) == N_TRIES
            assert len(load_observations(session)) == N_SCHOOLS
        note(
            "T6",
            f"double stores by processes on {store.write_engine.dialect.name}",
            N_TRIES,
            "one load each, one F20 each",
        )
    finally:
        store.dispose()
