"""Bring a database to the newest schema, as alembic describes it under ``migrations/``."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

MIGRATIONS_DIR = Path(__file__).with_name("migrations")


def alembic_config() -> Config:
    """The migration set-up; there is no alembic.ini, the program upgrades its own database."""
    config = Config()
    config.set_main_option("script_location", MIGRATIONS_DIR.as_posix())
    config.set_main_option("path_separator", "os")
    return config


def upgrade_to_newest(engine: Engine) -> None:
    """Run every migration the database has not seen, each in a transaction of its own."""
    config = alembic_config()
    newest = ScriptDirectory.from_config(config).get_current_head()
    with engine.begin() as connection:
        current = MigrationContext.configure(connection).get_current_revision()
    if current == newest:
        return
    config.attributes["engine"] = engine
    command.upgrade(config, "head")
