"""Remembered layouts: what a person confirmed about a kind of file, offered when its like comes again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from lib.storage.schema import remembered_layouts
from lib.storage.speaking import holds


@dataclass(frozen=True, slots=True)
class RememberedLayout:
    """The answers last given about a layout.

    Attributes:
        answers: JSON-ready, as the page that asked keeps them.
        dataset_id: the load they were given for, None when they belong to none.
    """

    layout_key: str
    answers: Mapping[str, object]
    dataset_id: int | None
    saved_at: datetime
    saved_by: str


def load_layout(session: Session, layout_key: str) -> RememberedLayout | None:
    """The latest answers about a layout whose load was not taken back."""
    query = (
        select(remembered_layouts)
        .where(remembered_layouts.c.layout_key == layout_key, holds(remembered_layouts.c.dataset_id))
        .order_by(remembered_layouts.c.layout_id.desc())
        .limit(1)
    )
    row = session.execute(query).first()
    if row is None:
        return None
    return RememberedLayout(row.layout_key, dict(row.answers), row.dataset_id, row.saved_at, row.saved_by)


def load_layouts(session: Session) -> dict[str, Mapping[str, object]]:
    """Every remembered layout: its key → the answers that speak."""
    query = (
        select(remembered_layouts.c.layout_key, remembered_layouts.c.answers)
        .where(holds(remembered_layouts.c.dataset_id))
        .order_by(remembered_layouts.c.layout_id)
    )
    return {row.layout_key: row.answers for row in session.execute(query)}


def save_layout(
    session: Session, layout_key: str, answers: Mapping[str, object], *, dataset_id: int | None, by: str
) -> None:
    """Remember what a person confirmed about a layout; earlier answers stay for when this load is undone."""
    session.execute(
        insert(remembered_layouts).values(
            layout_key=layout_key,
            answers=dict(answers),
            dataset_id=dataset_id,
            saved_at=datetime.now(UTC),
            saved_by=by,
        )
    )
