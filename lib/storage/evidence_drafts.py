"""What people typed into items of KPI forms and did not save: one draft per person and item.

The history has no line of a draft: it is nobody's word yet, and comes with every change of an input.
"""

from datetime import UTC, datetime

from sqlalchemy import ColumnElement, and_, delete, insert, select, update
from sqlalchemy.orm import Session

from lib.domain.evidence import Answer
from lib.domain.evidence_drafts import AnswerDraft
from lib.storage.evidence import FormKey
from lib.storage.schema import kpi_drafts


def load_drafts(session: Session, key: FormKey, typed_by: str) -> dict[str, AnswerDraft]:
    """Item id → the draft of one person; items without one are absent."""
    mine = key.where(kpi_drafts), kpi_drafts.c.typed_by == typed_by
    return {
        row.item_id: AnswerDraft(
            row.item_id,
            Answer(
                row.content["answer"], row.content["fields"], row.seen_version, row.content["sub_answers"]
            ),
            row.typed_at,
        )
        for row in session.execute(select(kpi_drafts).where(*mine))
    }


def keep_draft(session: Session, key: FormKey, item_id: str, answer: Answer, *, typed_by: str) -> None:
    """Put a person's draft of an item in the place of their earlier one."""
    content = {
        "answer": answer.answer,
        "fields": dict(answer.fields),
        "sub_answers": dict(answer.sub_answers),
    }
    values = {"content": content, "seen_version": answer.version, "typed_at": datetime.now(UTC)}
    # The transaction holds the only turn to write, so nobody inserts between the two statements.
    mine = _draft_of(key, item_id, typed_by)
    changed = session.execute(update(kpi_drafts).where(mine).values(values))
    if changed.rowcount == 0:  # type: ignore[attr-defined]
        row = key.columns | {"item_id": item_id, "typed_by": typed_by}
        session.execute(insert(kpi_drafts).values(**row, **values))


def drop_draft(session: Session, key: FormKey, item_id: str, *, typed_by: str) -> None:
    """Forget a person's draft of an item; none is no fault."""
    session.execute(delete(kpi_drafts).where(_draft_of(key, item_id, typed_by)))


def _draft_of(key: FormKey, item_id: str, typed_by: str) -> ColumnElement[bool]:
    return and_(key.where(kpi_drafts), kpi_drafts.c.item_id == item_id, kpi_drafts.c.typed_by == typed_by)
