"""Where data lives and which limits hold; read from the environment once per call, so tests can change it."""

import os
from pathlib import Path

from platformdirs import user_data_path

DATA_DIR_VARIABLE = "KTPN_DATA_DIR"
DATABASE_VARIABLE = "KTPN_DATABASE"
USER_VARIABLE = "KTPN_USER"


def data_dir() -> Path:
    """Folder of the database and the stored files on this PC."""
    chosen = os.environ.get(DATA_DIR_VARIABLE)
    return Path(chosen) if chosen else user_data_path("ktpn-workbench", appauthor=False)


def default_database_path() -> Path:
    """The embedded database of this PC; it need not exist yet."""
    return data_dir() / "office.sqlite3"


def default_database_url() -> str:
    """SQLAlchemy URL used where no ``--database`` is given."""
    return os.environ.get(DATABASE_VARIABLE) or f"sqlite:///{default_database_path().as_posix()}"


def files_dir(database_url: str) -> Path:
    """Folder of the stored originals of one database, beside the file for SQLite."""
    if database_url.startswith("sqlite:///"):
        database = Path(database_url.removeprefix("sqlite:///"))
        return database.with_name(f"{database.name}.files")
    name = database_url.rsplit("/", 1)[-1].split("?", 1)[0] or "database"
    return data_dir() / f"{name}.files"


def user_name() -> str:
    """Who is at work, as the history names them; one PC has no sign-in."""
    return os.environ.get(USER_VARIABLE) or "ผู้ใช้เครื่องนี้"
