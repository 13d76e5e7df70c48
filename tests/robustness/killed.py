"""Work that goes on without end until a test kills its process; each piece is said before and after."""

import os
from multiprocessing import Queue
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Barrier

from alembic import command
from sqlalchemy import Engine

from lib.errors import WorkbenchError
from lib.settings import DATA_DIR_VARIABLE
from lib.storage.datasets import load_history, undo_dataset
from lib.storage.engine import open_store, reading, writing
from lib.storage.restore import restore_backup
from lib.storage.upgrade import alembic_config, upgrade_to_newest
from tests.storage.loads import figures, keep_and_load

N_SCHOOLS = 60
BASE, SECOND = b"the load before", b"the load that is taken back"
BACKUPS = ("one.zip", "two.zip")


def undo_forever(url: str, data_dir: str, first: int, said: Connection) -> None:
    """Load the second file and take it back again and again; only the taking back is said."""
    os.environ[DATA_DIR_VARIABLE] = data_dir
    store = open_store(url)
    for _ in range(first, first + 1_000_000):
        with reading(store) as session:
            standing = [each for each in load_history(session) if each.undone_at is None]
        second = next((each.dataset_id for each in standing if each.dataset_id != 1), None)
        if second is None:
            second = keep_and_load(store, SECOND, figures([2.0] * N_SCHOOLS))
        said.send(True)
        with writing(store) as session:
            undo_dataset(session, second, by="ก")
        said.send(False)


def replace_forever(url: str, data_dir: str, first: int, said: Connection) -> None:
    """Put a further load in the place of the one that speaks."""
    os.environ[DATA_DIR_VARIABLE] = data_dir
    store = open_store(url)
    for number in range(first, first + 1_000_000):
        with reading(store) as session:
            speaking = load_history(session)[0].dataset_id
        said.send(True)
        keep_and_load(
            store, f"file {number}".encode(), figures([float(number)] * N_SCHOOLS), replaces=speaking
        )
        said.send(False)


def restore_forever(url: str, data_dir: str, first: int, said: Connection) -> None:
    """Put two backups back in turn."""
    os.environ[DATA_DIR_VARIABLE] = data_dir
    store = open_store(url)
    for number in range(first, first + 1_000_000):
        said.send(True)
        restore_backup(store, Path(data_dir) / BACKUPS[number % 2], replace=True, by="ก")
        said.send(False)


def migrate_forever(url: str, data_dir: str, first: int, said: Connection) -> None:
    """Take the schema down to its first revision and up again."""
    os.environ[DATA_DIR_VARIABLE] = data_dir
    store = open_store(url)
    for _ in range(first, first + 1_000_000):
        said.send(True)
        take_down(store.write_engine)
        upgrade_to_newest(store.write_engine)
        said.send(False)


def take_down(engine: Engine) -> None:
    """To the first revision in one transaction, as the program upgrades."""
    config = alembic_config()
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        on_sqlite = connection.dialect.name == "sqlite"
        if on_sqlite:
            driver.execute("PRAGMA foreign_keys=OFF")
        with connection.begin():
            config.attributes["connection"] = connection
            command.downgrade(config, "0001")
        if on_sqlite:
            driver.execute("PRAGMA foreign_keys=ON")


def load_together(url: str, data_dir: str, n: int, start: Barrier, ends: "Queue[str]") -> None:
    """Store the same n files as another process does, each at the same moment as it."""
    os.environ[DATA_DIR_VARIABLE] = data_dir
    store = open_store(url)
    for number in range(n):
        start.wait()
        try:
            keep_and_load(store, f"one of two {number}".encode(), figures([float(number)] * N_SCHOOLS))
            ends.put("stored")
        except WorkbenchError as refusal:
            ends.put(refusal.code)
    store.dispose()
