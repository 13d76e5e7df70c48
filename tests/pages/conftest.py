"""Databases behind the pages: an empty one, and a copy of the sample office that a test may change."""

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from lib.settings import DATABASE_VARIABLE
from lib.storage.engine import Store, open_store


@pytest.fixture
def store(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """An empty database, the one the pages open."""
    monkeypatch.setenv(DATABASE_VARIABLE, database_url)
    opened = open_store(database_url)
    yield opened
    opened.dispose()


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch, sample_store: Store, tmp_path: Path) -> Iterator[Store]:
    """A copy of the sample office that a test may change."""
    copy = tmp_path / "copy.sqlite3"
    source, target = sqlite3.connect(sample_store.url.removeprefix("sqlite:///")), sqlite3.connect(copy)
    source.backup(target)
    source.close()
    target.close()
    shutil.copytree(sample_store.files, copy.with_name(f"{copy.name}.files"))
    url = f"sqlite:///{copy.as_posix()}"
    monkeypatch.setenv(DATABASE_VARIABLE, url)
    store = open_store(url)
    yield store
    store.dispose()
