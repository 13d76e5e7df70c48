"""The sample office, loaded once for a whole run of the tests; look at it, never write to it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from lib.storage.engine import Store


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[Store]":
    """A database with everything of sample_data; loading takes some seconds, so it is done once."""
    from lib.services.demo import load_demo
    from lib.storage.engine import open_store

    folder = tmp_path_factory.mktemp("sample_office")
    store = open_store(f"sqlite:///{(folder / 'office.sqlite3').as_posix()}")
    load_demo(store, "ผู้ทดสอบ")
    yield store
    store.dispose()
