"""What every table is made with: one metadata, moments in UTC, who and which version."""

from datetime import UTC, datetime

from sqlalchemy import Column, DateTime, Integer, MetaData, String, TypeDecorator
from sqlalchemy.engine import Dialect

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class UtcMoment(TypeDecorator[datetime]):
    """A moment with its zone; SQLite forgets zones, so UTC goes in and UTC comes out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=value.tzinfo or UTC).astimezone(UTC)


def moment(name: str, *, required: bool = True) -> Column[datetime]:
    """A column of moments."""
    return Column(name, UtcMoment(), nullable=not required)


def who(name: str = "saved_by") -> Column[str]:
    """A column that names a person at work."""
    return Column(name, String(200), nullable=False)


def version() -> Column[int]:
    """Rises by one with each save; a save names the version it saw, so nobody overwrites unseen."""
    return Column("version", Integer, nullable=False, default=1)
