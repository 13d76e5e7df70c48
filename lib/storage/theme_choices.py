"""Where people put statements of schools' reports; each move and each return stays in the history."""

from sqlalchemy import RowMapping, select
from sqlalchemy.orm import Session

from lib.domain.themes import ThemeChoice
from lib.storage import audit
from lib.storage.schema import theme_choices
from lib.storage.versioned import delete_versioned, save_versioned


def load_theme_choices(session: Session) -> tuple[ThemeChoice, ...]:
    """Every choice, the newest first."""
    query = select(theme_choices).order_by(theme_choices.c.saved_at.desc(), theme_choices.c.statement_key)
    return tuple(_choice(row) for row in session.execute(query).mappings())


def save_theme_choice(
    session: Session, statement_key: str, text: str, theme_id: str, *, seen_version: int, by: str
) -> int:
    """Put a wording to a theme, or to none (``theme_id`` empty).

    Returns:
        The new version.

    Raises:
        EditConflict: somebody moved this wording meanwhile.
    """
    version = save_versioned(
        session,
        theme_choices,
        {"statement_key": statement_key},
        {"text": text, "theme_id": theme_id},
        seen_version=seen_version,
        by=by,
    )
    audit.record(
        session,
        by=by,
        action="theme_move",
        subject=statement_key,
        detail={"text": text, "theme_id": theme_id, "version": version},
    )
    return version


def remove_theme_choice(session: Session, choice: ThemeChoice, *, by: str) -> None:
    """Give a wording back to the program's own reasons.

    Raises:
        EditConflict: somebody moved or gave back this wording meanwhile.
    """
    key = {"statement_key": choice.statement_key}
    delete_versioned(session, theme_choices, key, seen_version=choice.version)
    audit.record(
        session,
        by=by,
        action="theme_return",
        subject=choice.statement_key,
        detail={"text": choice.text, "theme_id": choice.theme_id},
    )


def _choice(row: RowMapping) -> ThemeChoice:
    return ThemeChoice(
        row["statement_key"],
        row["text"],
        row["theme_id"],
        row["version"],
        row["saved_at"],
        row["saved_by"],
    )
