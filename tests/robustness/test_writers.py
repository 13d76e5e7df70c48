"""T8: six writers who read, change and write wait for each other; nobody is told that something is locked."""

import statistics
import threading
import time
from collections.abc import Iterator

import pytest

from lib.storage.engine import Store, open_store, reading, writing
from lib.storage.settings import load_setting, save_setting
from tests.robustness.figures import note, size

N_WRITERS, N_EACH = 6, size("TRANSACTIONS", short=15, full=100)


@pytest.fixture
def store(any_database_url: str) -> Iterator[Store]:
    opened = open_store(any_database_url)
    with writing(opened) as session:
        save_setting(session, "office", 0, seen_version=0, by="ก")
    yield opened
    opened.dispose()


def test_six_writers_lose_no_change_and_see_no_lock(store: Store) -> None:
    faults: list[BaseException] = []
    seconds: list[float] = []

    def add() -> None:
        for _ in range(N_EACH):
            started = time.perf_counter()
            try:
                with writing(store) as session:
                    value, version = load_setting(session, "office")
                    assert isinstance(value, int)
                    save_setting(session, "office", value + 1, seen_version=version, by="ก")
            except BaseException as fault:
                faults.append(fault)
            seconds.append(time.perf_counter() - started)

    threads = [threading.Thread(target=add) for _ in range(N_WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    with reading(store) as session:
        assert load_setting(session, "office") == (N_WRITERS * N_EACH, N_WRITERS * N_EACH + 1)
    slow = statistics.quantiles(seconds, n=20)[-1] * 1000
    said = f"0 locked, 0 lost; 95 % within {slow:.0f} ms"
    note(
        "T8", f"transactions of {N_WRITERS} writers on {store.write_engine.dialect.name}", len(seconds), said
    )
