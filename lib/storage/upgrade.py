"""Bring a database to the newest schema, as alembic describes it under ``migrations/``."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from lib.errors import WorkbenchError

MIGRATIONS_DIR = Path(__file__).with_name("migrations")
#: Any number will do, as long as every version of the program takes the same one.
_UPGRADE_LOCK = 20462


def alembic_config() -> Config:
    """The migration set-up; there is no alembic.ini, the program upgrades its own database."""
    config = Config()
    config.set_main_option("script_location", MIGRATIONS_DIR.as_posix())
    config.set_main_option("path_separator", "os")
    return config


def upgrade_to_newest(engine: Engine) -> None:
    """Run every migration the database has not seen, all of them or none.

    Whoever comes second while another process upgrades waits, and then finds nothing left to do.

    Args:
        engine: of writers; its transactions take the write lock at once.

    Raises:
        WorkbenchError: a newer version of the program made this database.
    """
    config = alembic_config()
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    with engine.connect() as connection:
        on_sqlite = connection.dialect.name == "sqlite"
        if on_sqlite:
            # Tables are rebuilt under a new name; a foreign key pointing at them must not fire meanwhile.
            _outside_transactions(connection, "PRAGMA foreign_keys=OFF")
        try:
            with connection.begin():
                if not on_sqlite:
                    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _UPGRADE_LOCK})
                current = MigrationContext.configure(connection).get_current_revision()
                if current is not None and current not in known:
                    raise WorkbenchError(
                        "ฐานข้อมูลนี้สร้างด้วยโปรแกรมรุ่นใหม่กว่า จึงยังไม่ได้เปิด", "ใช้โปรแกรมรุ่นล่าสุด แล้วเปิดใหม่อีกครั้ง"
                    )
                config.attributes["connection"] = connection
                command.upgrade(config, "head")
                if on_sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                    raise WorkbenchError(
                        "ปรับรุ่นฐานข้อมูลไม่สำเร็จ ข้อมูลเดิมไม่เปลี่ยนแปลง", "กู้จากชุดสำรองล่าสุด หรือส่งรายงานปัญหาจากหน้าตั้งค่า"
                    )
        finally:
            if on_sqlite:
                _outside_transactions(connection, "PRAGMA foreign_keys=ON")


def is_newest(connection: Connection) -> bool:
    """Whether a database needs no migration."""
    newest = ScriptDirectory.from_config(alembic_config()).get_current_head()
    return MigrationContext.configure(connection).get_current_revision() == newest


def _outside_transactions(connection: Connection, pragma: str) -> None:
    """SQLite ignores this pragma inside a transaction, so it goes past SQLAlchemy's BEGIN."""
    driver = connection.connection.driver_connection
    assert driver is not None  # noqa: S101 - narrows the type for mypy
    driver.execute(pragma)
