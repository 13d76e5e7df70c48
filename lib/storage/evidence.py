"""Answers of the KPI forms; every function is about one form in one fiscal year."""

from dataclasses import dataclass

from sqlalchemy import Table, and_, func, select
from sqlalchemy.orm import Session
from sqlalchemy.sql import ColumnElement

from lib.domain.evidence import Answer
from lib.domain.evidence_forms import CONTACTS_ITEM
from lib.storage.audit import record
from lib.storage.schema import kpi_answers
from lib.storage.versioned import save_versioned


@dataclass(frozen=True, slots=True)
class FormKey:
    """Which form, in which fiscal year."""

    form_id: str
    fiscal_year_be: int

    @property
    def columns(self) -> dict[str, object]:
        return {"form_id": self.form_id, "fiscal_year_be": self.fiscal_year_be}

    def where(self, table: Table) -> ColumnElement[bool]:
        return and_(table.c.form_id == self.form_id, table.c.fiscal_year_be == self.fiscal_year_be)

    def subject(self, part: str) -> str:
        """How the history names a part of the form."""
        return f"{self.form_id}/{self.fiscal_year_be}/{part}"


def hold_form(session: Session, key: FormKey) -> None:
    """Let one writer at a time work on a form, so that no answer slips in while its round is being closed."""
    # SQLite needs nothing: its writing transactions already follow one another.
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(func.hashtext(key.subject("")))))


def load_answers(session: Session, key: FormKey) -> dict[str, Answer]:
    """Item id → answer, without the people in the form's roles; items never saved are absent."""
    people = kpi_answers.c.item_id == CONTACTS_ITEM
    rows = session.execute(select(kpi_answers).where(key.where(kpi_answers), ~people))
    return {
        row.item_id: Answer(row.answer, dict(row.fields), row.version, dict(row.sub_answers)) for row in rows
    }


def save_answer(session: Session, key: FormKey, item_id: str, answer: Answer, *, by: str) -> int:
    """Save one item; ``answer.version`` is the version the person had before them.

    Returns:
        The new version.

    Raises:
        EditConflict: somebody saved this item meanwhile.
    """
    values = {
        "answer": answer.answer,
        "fields": dict(answer.fields),
        "sub_answers": dict(answer.sub_answers),
    }
    version = save_versioned(
        session,
        kpi_answers,
        key.columns | {"item_id": item_id},
        values,
        seen_version=answer.version,
        by=by,
    )
    record(session, by=by, action="save_kpi_answer", subject=key.subject(item_id), detail=values)
    return version
