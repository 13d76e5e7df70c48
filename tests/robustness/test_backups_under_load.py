"""T12: a backup made while others import holds whole loads with their originals and can be put back."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from lib.storage.backup import write_backup
from lib.storage.engine import Store, open_store, reading
from lib.storage.integrity import check_store
from lib.storage.restore import restore_backup
from tests.robustness.figures import note, size
from tests.storage.loads import add_schools, figures, keep_and_load

N_BACKUPS, N_SCHOOLS = size("BACKUPS", short=4, full=20), 100


@pytest.fixture
def store(any_database_url: str) -> Iterator[Store]:
    opened = open_store(any_database_url)
    add_schools(opened, N_SCHOOLS)
    yield opened
    opened.dispose()


def test_a_backup_made_while_others_import_is_whole(store: Store, tmp_path: Path) -> None:
    enough = threading.Event()
    faults: list[BaseException] = []

    def import_on() -> None:
        number = 0
        while not enough.is_set():
            number += 1
            try:
                keep_and_load(store, f"file {number}".encode(), figures([float(number)] * N_SCHOOLS))
            except BaseException as fault:
                faults.append(fault)
                return

    importer = threading.Thread(target=import_on)
    importer.start()
    try:
        for number in range(N_BACKUPS):
            write_backup(store, tmp_path / f"{number}.zip")
    finally:
        enough.set()
        importer.join()
    assert faults == []
    n_loads = [loads_put_back(tmp_path, number) for number in range(N_BACKUPS)]
    assert n_loads == sorted(n_loads)
    said = f"all put back and checked without fault; loads in them rise from {n_loads[0]} to {n_loads[-1]}"
    note("T12", f"backups while others import on {store.write_engine.dialect.name}", N_BACKUPS, said)


def loads_put_back(folder: Path, number: int) -> int:
    """Whole loads of a backup that is put back into an empty office."""
    store = open_store(f"sqlite:///{(folder / f'back {number}.sqlite3').as_posix()}")
    try:
        restore_backup(store, folder / f"{number}.zip", replace=False, by="ก")
        assert [result.faults for result in check_store(store) if not result.fine] == []
        with reading(store) as session:
            sizes = list(
                session.execute(text("SELECT count(*) FROM observations GROUP BY dataset_id")).scalars()
            )
        assert set(sizes) <= {N_SCHOOLS}
        return len(sizes)
    finally:
        store.dispose()
