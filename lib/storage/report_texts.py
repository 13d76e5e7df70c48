"""Sections of the committee report that people write, kept per year and versioned."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.storage import audit
from lib.storage.schema import report_texts
from lib.storage.versioned import save_versioned


def load_report_texts(session: Session, year_be: int) -> dict[str, tuple[str, int]]:
    """section id → (text, version)."""
    query = select(report_texts.c.section_id, report_texts.c.text, report_texts.c.version)
    rows = session.execute(query.where(report_texts.c.year_be == year_be))
    return {row.section_id: (row.text, row.version) for row in rows}


def save_report_text(
    session: Session, section_id: str, year_be: int, text: str, *, seen_version: int, by: str
) -> int:
    """Save one section; an empty text returns to the packaged wording.

    Raises:
        EditConflict: somebody saved this section meanwhile.
    """
    key = {"section_id": section_id, "year_be": year_be}
    version = save_versioned(session, report_texts, key, {"text": text}, seen_version=seen_version, by=by)
    audit.record(
        session, by=by, action="report_text", subject=f"{section_id}:{year_be}", detail={"text": text}
    )
    return version
