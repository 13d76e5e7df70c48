"""An open, empty office database of either kind."""

from collections.abc import Iterator

import pytest

from lib.storage.engine import Store, open_store


@pytest.fixture
def store(any_database_url: str) -> Iterator[Store]:
    opened = open_store(any_database_url)
    yield opened
    opened.dispose()


@pytest.fixture
def sqlite_store(database_url: str) -> Iterator[Store]:
    opened = open_store(database_url)
    yield opened
    opened.dispose()
