"""Kill −9 in the middle of an import leaves the old state or the new one, never a mix.

The long form: ``python -m tests.robustness --only T3``.
"""

import random

import pytest
from sqlalchemy import text

from lib.storage.datasets import load_history
from lib.storage.engine import Store, open_store, reading
from lib.storage.files import load_file
from lib.storage.observations import load_observations
from tests.robustness.figures import note, size
from tests.robustness.killing import HAS_KILL, work_until_killed
from tests.storage.killed_import import N_SCHOOLS, import_forever
from tests.storage.loads import add_schools, figures, keep_and_load

N_KILLS = size("KILLS", short=20, full=500)

pytestmark = pytest.mark.skipif(not HAS_KILL, reason="Windows has no kill -9")


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
    store = open_store(any_database_url)
    try:
        add_schools(store, N_SCHOOLS)
        begun = acknowledged = 0
        n_kills = N_KILLS if "sqlite" in any_database_url else max(N_KILLS // 5, 3)
        for _ in range(n_kills):
            more_begun, more_done = work_until_killed(
                import_forever, any_database_url, begun, chance.uniform(0, 0.12)
            )
            begun += more_begun
            acknowledged += more_done
            assert_whole(store, begun, acknowledged)
        keep_and_load(store, b"after the last kill", figures([1.0] * N_SCHOOLS))
        assert_whole(store, begun + 1, acknowledged + 1)
        said = (
            f"{begun} imports begun, {acknowledged} acknowledged: 0 half, 0 lost, 0 corrupt, 0 without file"
        )
        note("T3", f"kills in import on {store.write_engine.dialect.name}", n_kills, said)
    finally:
        store.dispose()
