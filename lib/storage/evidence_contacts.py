"""People in the roles of a KPI form; the history names what was filled, never its words."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.domain.evidence_forms import CONTACTS_ITEM
from lib.storage.audit import record
from lib.storage.evidence import FormKey
from lib.storage.schema import kpi_answers
from lib.storage.versioned import save_versioned


def load_contact_texts(session: Session, key: FormKey) -> tuple[dict[str, str], int]:
    """``<role>:<part>`` → text, and the version; ({}, 0) where nothing was saved."""
    here = key.where(kpi_answers), kpi_answers.c.item_id == CONTACTS_ITEM
    row = session.execute(select(kpi_answers.c.fields, kpi_answers.c.version).where(*here)).first()
    return (dict(row.fields), row.version) if row else ({}, 0)


def save_contact_texts(
    session: Session, key: FormKey, texts: Mapping[str, str], *, seen_version: int, by: str
) -> int:
    """Save the people of a form.

    Returns:
        The new version.

    Raises:
        EditConflict: somebody saved them meanwhile.
    """
    values = {"answer": "", "fields": dict(texts), "sub_answers": {}}
    row = key.columns | {"item_id": CONTACTS_ITEM}
    version = save_versioned(session, kpi_answers, row, values, seen_version=seen_version, by=by)
    filled = sorted(name for name, text in texts.items() if text)
    record(
        session,
        by=by,
        action="save_kpi_contacts",
        subject=key.subject(CONTACTS_ITEM),
        detail={"filled": filled},
    )
    return version
