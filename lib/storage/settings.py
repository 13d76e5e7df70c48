"""The office's own choices, one JSON value per key, versioned."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.storage import audit
from lib.storage.schema import indicator_changes, settings
from lib.storage.versioned import save_versioned


def load_setting(session: Session, key: str) -> tuple[object, int]:
    """The value under a key and its version; (None, 0) when nothing was saved."""
    row = session.execute(select(settings.c.value, settings.c.version).where(settings.c.key == key)).first()
    return (row.value, row.version) if row else (None, 0)


def save_setting(session: Session, key: str, value: object, *, seen_version: int, by: str) -> int:
    """Save a JSON-ready value.

    Raises:
        EditConflict: somebody saved this key meanwhile.
    """
    version = save_versioned(
        session, settings, {"key": key}, {"value": value}, seen_version=seen_version, by=by
    )
    audit.record(session, by=by, action="save_setting", subject=key)
    return version


def load_indicator_changes(session: Session) -> dict[str, tuple[dict[str, object], int]]:
    """indicator id → (changed fields, version)."""
    rows = session.execute(
        select(indicator_changes.c.indicator_id, indicator_changes.c.changes, indicator_changes.c.version)
    )
    return {row.indicator_id: (dict(row.changes), row.version) for row in rows}


def save_indicator_changes(
    session: Session, indicator_id: str, changes: Mapping[str, object], *, seen_version: int, by: str
) -> int:
    """Save what the office changed in one indicator; an empty mapping returns to the catalogue file.

    Raises:
        EditConflict: somebody saved this indicator meanwhile.
    """
    version = save_versioned(
        session,
        indicator_changes,
        {"indicator_id": indicator_id},
        {"changes": dict(changes)},
        seen_version=seen_version,
        by=by,
    )
    audit.record(
        session, by=by, action="change_indicator", subject=indicator_id, detail={"changes": dict(changes)}
    )
    return version
