"""What every room's tests may ask for: an empty database of either kind, and clean page caches."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import URL

from tests.postgres_server import NoPostgres, empty_database, running_server
from tests.sample_office import sample_store  # noqa: F401 - a fixture for every room


@pytest.fixture(autouse=True)
def clean_page_caches() -> Iterator[None]:
    """Page caches outlive a test; nothing is imported for tests that never load streamlit."""
    yield
    streamlit = sys.modules.get("streamlit")
    if streamlit is not None:
        streamlit.cache_data.clear()
        streamlit.cache_resource.clear()


@pytest.fixture(autouse=True)
def own_main_module() -> Iterator[None]:
    """A page test leaves its page as the main module, which every child process of a later test would run."""
    before = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = before


@pytest.fixture(autouse=True)
def own_data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stored files of a server's databases lie in the data folder; never in this computer's own."""
    monkeypatch.setenv("KTPN_DATA_DIR", str(tmp_path / "data"))


@pytest.fixture
def database_url(tmp_path: Path) -> str:
    """An embedded database whose file does not exist yet."""
    return f"sqlite:///{(tmp_path / 'office.sqlite3').as_posix()}"


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[URL]:
    """One PostgreSQL server for the whole run, started when the first test asks for it."""
    try:
        with running_server() as url:
            yield url
    except NoPostgres as reason:
        if os.environ.get("CI"):
            pytest.fail(str(reason))
        pytest.skip(str(reason))


@pytest.fixture
def postgres_url(postgres_server: URL) -> Iterator[str]:
    """An empty PostgreSQL database of this test alone."""
    with empty_database(postgres_server) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def any_database_url(request: pytest.FixtureRequest) -> str:
    """The same test on both databases."""
    name = "database_url" if request.param == "sqlite" else "postgres_url"
    url: str = request.getfixturevalue(name)
    return url
