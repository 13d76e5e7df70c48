"""An office for the crafted inputs, one for the whole run because nothing may be written to it."""

from collections.abc import Iterator

import pytest

from lib.settings import DATA_DIR_VARIABLE
from lib.storage.engine import Store
from tests.robustness.office import open_office


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A register of twelve schools and no figure."""
    folder = tmp_path_factory.mktemp("robust-office")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(DATA_DIR_VARIABLE, str(folder / "data"))
        store = open_office(f"sqlite:///{(folder / 'office.sqlite3').as_posix()}")
    yield store
    store.dispose()
