"""Remembered answers about school names; each belongs to the load it was given for."""

from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from lib.storage.schema import school_aliases, schools
from lib.storage.speaking import holds, is_listed


def load_answers(session: Session) -> dict[str, str]:
    """``alias_key`` → school_id: of each key the latest answer whose load was not taken back."""
    latest = (
        select(school_aliases.c.alias_key, school_aliases.c.school_id)
        .join(schools, schools.c.school_id == school_aliases.c.school_id)
        .where(holds(school_aliases.c.dataset_id), is_listed())
        .order_by(school_aliases.c.alias_id)
    )
    return {row.alias_key: row.school_id for row in session.execute(latest)}


def save_answers(
    session: Session, answers: Mapping[str, tuple[str, str]], *, dataset_id: int | None, by: str
) -> None:
    """Remember whom a written code and name mean.

    Args:
        answers: alias_key → (school_id, text as written).
        dataset_id: the load they were given for, None for answers that stay whatever is taken back.
    """
    now = datetime.now(UTC)
    rows = [
        {
            "alias_key": key,
            "school_id": school_id,
            "text": text[:300],
            "dataset_id": dataset_id,
            "saved_at": now,
            "saved_by": by,
        }
        for key, (school_id, text) in answers.items()
    ]
    if rows:
        session.execute(insert(school_aliases), rows)
