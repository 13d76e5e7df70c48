"""Open a database: two engines, the right pragmas, the schema at its newest revision.

A session lives for one user action: ``with writing(store) as session: ...`` commits at its end or not at all.
It must never be kept, cached or crossed by a Streamlit call, whose reruns are raised as BaseException.
"""

import ctypes
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from lib.errors import WorkbenchError
from lib.settings import files_dir
from lib.storage.refusals import plain_words
from lib.storage.upgrade import is_newest, upgrade_to_newest

_WAIT_SECONDS = 15
_WRITERS_TURN = 20463
_URL_HINT = "ใช้ sqlite:///ที่อยู่ไฟล์ หรือ postgresql+psycopg://ผู้ใช้@เครื่อง/ชื่อฐานข้อมูล"
_REMOTE_DRIVE = 4  # DRIVE_REMOTE of the Windows API
_RETRY_SECONDS = 0.05
_PRAGMAS = ("synchronous=FULL", "foreign_keys=ON")


@dataclass(frozen=True, slots=True)
class Store:
    """An open database with the folder of its stored originals.

    Attributes:
        write_engine: every transaction takes the write lock at once (BEGIN IMMEDIATE on SQLite), so a writer
            waits instead of failing half-way with "database is locked".
        read_engine: transactions that keep the state of their first look; they never take the write lock.
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
    parsed = _checked_url(url)
    with plain_words():
        if parsed.get_backend_name() == "sqlite":
            _prepare_sqlite_folder(parsed.database or "")
            write_engine, read_engine = (
                _sqlite_engine(parsed, "BEGIN IMMEDIATE"),
                _sqlite_engine(parsed, "BEGIN"),
            )
        else:
            write_engine = create_engine(parsed, pool_pre_ping=True)
            # SQLite readers keep the state of their first look; PostgreSQL does so only when asked.
            read_engine = write_engine.execution_options(isolation_level="REPEATABLE READ")
        try:
            with read_engine.connect() as connection:
                newest = is_newest(connection)
            if not newest:
                upgrade_to_newest(write_engine)
        except BaseException:
            write_engine.dispose()
            read_engine.dispose()
            raise
    return Store(url, write_engine, read_engine, files_dir(url))


@contextmanager
def writing(store: Store) -> Iterator[Session]:
    """One transaction of one user action; committed at the end of the block, rolled back by any exception."""
    with plain_words(), Session(store.write_engine) as session, session.begin():
        if store.write_engine.dialect.name == "postgresql":
            # One writer at a time, as on SQLite: the history's numbers then rise in the order of the commits.
            session.execute(text(f"SET LOCAL lock_timeout = '{_WAIT_SECONDS}s'"))
            session.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": _WRITERS_TURN})
        yield session


@contextmanager
def reading(store: Store) -> Iterator[Session]:
    """A consistent view of the data for the length of the block."""
    with plain_words(), Session(store.read_engine) as session, session.begin():
        yield session


def _checked_url(url: str) -> URL:
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise WorkbenchError(f"ที่อยู่ฐานข้อมูลอ่านไม่ได้: {url}", _URL_HINT) from error
    backend = parsed.get_backend_name()
    if backend == "postgresql":
        return parsed.set(drivername="postgresql+psycopg")
    if backend != "sqlite" or parsed.database in (None, "", ":memory:"):
        raise WorkbenchError(f"ใช้ฐานข้อมูลนี้ไม่ได้: {parsed.render_as_string(hide_password=True)}", _URL_HINT)
    return parsed


def _prepare_sqlite_folder(database: str) -> None:
    if _is_on_network(database):
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


def _is_on_network(database: str) -> bool:
    """A UNC path, or a drive letter that Windows maps to one."""
    drive = PureWindowsPath(database).drive
    return database.startswith(("//", "\\\\")) or (bool(drive) and _drive_type(f"{drive}\\") == _REMOTE_DRIVE)


def _drive_type(root: str) -> int:
    """What Windows says of a drive; 0, unknown, on any other system."""
    if os.name != "nt":
        return 0
    windows = getattr(ctypes, "windll")  # noqa: B009 - a name that exists on Windows only
    return int(windows.kernel32.GetDriveTypeW(root))


def _keep_a_log(connection: sqlite3.Connection) -> None:
    """Write-ahead logging; SQLite does not wait by itself where several open a fresh file at once."""
    deadline = time.monotonic() + _WAIT_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
        time.sleep(_RETRY_SECONDS)


def _sqlite_engine(url: URL, begin: str) -> Engine:
    engine = create_engine(url, connect_args={"timeout": _WAIT_SECONDS})

    @event.listens_for(engine, "connect")
    def _set_up(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        assert isinstance(connection, sqlite3.Connection)  # noqa: S101 - narrows the type for mypy
        connection.isolation_level = None  # the driver must not send BEGIN by itself
        _keep_a_log(connection)
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
