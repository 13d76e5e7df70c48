"""Open a database: two engines, the right pragmas, the schema at its newest revision.

A session lives for one user action: ``with writing(store) as session: ...`` commits at its end or not at all.
It must never be kept, cached or crossed by a Streamlit call, whose reruns are raised as BaseException.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from lib.errors import WorkbenchError
from lib.settings import files_dir
from lib.storage.upgrade import upgrade_to_newest

_WAIT_SECONDS = 15
_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON")


@dataclass(frozen=True, slots=True)
class Store:
    """An open database with the folder of its stored originals.

    Attributes:
        write_engine: every transaction takes the write lock at once (BEGIN IMMEDIATE on SQLite), so a writer
            waits instead of failing half-way with "database is locked".
        read_engine: plain transactions; readers never take the write lock.
        files: folder of the stored originals, by content hash.
    """

    url: str
    write_engine: Engine
    read_engine: Engine
    files: Path

    def dispose(self) -> None:
        self.write_engine.dispose()
        self.read_engine.dispose()


def open_store(url: str) -> Store:
    """Open, and where needed create or upgrade, a database.

    Args:
        url: ``sqlite:///path`` or ``postgresql+psycopg://…``.

    Raises:
        WorkbenchError: the place cannot be used (no such server, no right to write, a network folder).
    """
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        _prepare_sqlite_folder(parsed.database or "")
        write_engine, read_engine = _sqlite_engine(url, "BEGIN IMMEDIATE"), _sqlite_engine(url, "BEGIN")
    else:
        write_engine = create_engine(url, pool_pre_ping=True)
        read_engine = write_engine
    upgrade_to_newest(write_engine)
    return Store(url, write_engine, read_engine, files_dir(url))


@contextmanager
def writing(store: Store) -> Iterator[Session]:
    """One transaction of one user action; committed at the end of the block, rolled back by any exception."""
    with Session(store.write_engine) as session, session.begin():
        yield session


@contextmanager
def reading(store: Store) -> Iterator[Session]:
    """A consistent view of the data for the length of the block."""
    with Session(store.read_engine) as session, session.begin():
        yield session


def _prepare_sqlite_folder(database: str) -> None:
    if database.startswith(("//", "\\\\")):
        raise WorkbenchError(
            "ที่เก็บฐานข้อมูลอยู่บนโฟลเดอร์เครือข่าย ซึ่งใช้กับฐานข้อมูลแบบไฟล์ไม่ได้",
            "เลือกโฟลเดอร์ในเครื่องนี้ หรือใช้ PostgreSQL สำหรับเครื่องแม่ข่าย",
        )
    try:
        Path(database).parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WorkbenchError(
            f"สร้างโฟลเดอร์ของฐานข้อมูลไม่ได้: {Path(database).parent}", "ตรวจสิทธิ์ของโฟลเดอร์หรือเลือกที่อื่น"
        ) from error


def _sqlite_engine(url: str, begin: str) -> Engine:
    engine = create_engine(url, connect_args={"timeout": _WAIT_SECONDS})

    @event.listens_for(engine, "connect")
    def _set_up(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        assert isinstance(connection, sqlite3.Connection)  # noqa: S101 - narrows the type for mypy
        connection.isolation_level = None  # the driver must not send BEGIN by itself
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
