"""Kill −9 in the middle of an import leaves the old state or the new one, never a mix.

The long form: ``KTPN_KILLS=500 python -m pytest tests/storage/test_killed_import.py``.
"""

import contextlib
import multiprocessing
import os
import random
import signal
import time

import pytest
from sqlalchemy import text

from lib.settings import data_dir
from lib.storage.datasets import load_history
from lib.storage.engine import Store, open_store, reading
from lib.storage.files import load_file
from lib.storage.observations import load_observations
from tests.storage.killed_import import N_SCHOOLS, import_forever
from tests.storage.loads import add_schools, figures, keep_and_load

#: A server that has the libraries loaded already and gives birth to each importer.
PROCESSES = multiprocessing.get_context("forkserver" if hasattr(signal, "SIGKILL") else None)
N_KILLS = int(os.environ.get("KTPN_KILLS", "20"))

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no kill -9")


def import_until_killed(url: str, first: int, seconds: float) -> tuple[int, int]:
    """(loads begun, loads acknowledged) of one importer killed some time after its first load began."""
    hear, say = PROCESSES.Pipe(duplex=False)
    process = PROCESSES.Process(target=import_forever, args=(url, str(data_dir()), first, say))
    process.start()
    say.close()
    assert hear.recv() is True
    time.sleep(seconds)
    process.kill()
    process.join()
    begun, done = 1, 0
    with hear, contextlib.suppress(EOFError):
        while True:
            begins = hear.recv()
            begun, done = begun + begins, done + (not begins)
    return begun, done


def assert_whole(store: Store, begun: int, acknowledged: int) -> None:
    """Check the database against what the importer said."""
    with reading(store) as session:
        history = load_history(session)
        sizes = session.execute(text("SELECT count(*) FROM observations GROUP BY dataset_id")).scalars()
        assert set(sizes) <= {N_SCHOOLS}
        current = load_observations(session)
    assert acknowledged <= len(history) <= begun
    assert len(current) == (N_SCHOOLS if history else 0)
    assert current["value"].nunique() <= 1
    for record in history[:50]:
        load_file(store, record.sha256)
    if store.write_engine.dialect.name == "sqlite":
        with store.read_engine.connect() as connection:
            assert connection.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"


def test_a_killed_import_is_there_whole_or_not_at_all(any_database_url: str) -> None:
    chance = random.Random(2568)
    PROCESSES.set_forkserver_preload(["tests.storage.killed_import"])
    store = open_store(any_database_url)
    try:
        add_schools(store, N_SCHOOLS)
        begun = acknowledged = 0
        for _ in range(N_KILLS if "sqlite" in any_database_url else max(N_KILLS // 5, 3)):
            more_begun, more_done = import_until_killed(any_database_url, begun, chance.uniform(0, 0.12))
            begun += more_begun
            acknowledged += more_done
            assert_whole(store, begun, acknowledged)
        keep_and_load(store, b"after the last kill", figures([1.0] * N_SCHOOLS))
        assert_whole(store, begun + 1, acknowledged + 1)
    finally:
        store.dispose()
