"""Editions of the committee report: written once, never changed."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Row, func, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from lib.domain.report_editions import Edition
from lib.errors import EditConflict
from lib.storage import audit
from lib.storage.schema import report_editions


def save_edition(
    session: Session,
    year_be: int,
    sha256: str,
    *,
    figures: Mapping[str, str],
    sections: Mapping[str, str],
    note: str,
    at: datetime,
    by: str,
    seen: int,
) -> int:
    """Keep an edition as the next of its year.

    Args:
        sha256: of a file that is kept and registered.
        figures: figure id → text as printed.
        sections: section id → text as printed.
        seen: number of the latest edition the person had before them, 0 for none.

    Returns:
        Its number.

    Raises:
        EditConflict: somebody made an edition meanwhile.
    """
    number = seen + 1
    latest = session.execute(
        select(func.max(report_editions.c.number)).where(report_editions.c.year_be == year_be)
    ).scalar_one()
    row = {
        "year_be": year_be,
        "number": number,
        "sha256": sha256,
        "figures": dict(figures),
        "sections": dict(sections),
        "note": note,
        "made_at": at,
        "made_by": by,
    }
    if (latest or 0) != seen:
        raise _made_meanwhile(latest or 0)
    try:
        with session.begin_nested():
            session.execute(insert(report_editions).values(**row))
    except IntegrityError as error:
        raise _made_meanwhile(number) from error
    audit.record(
        session,
        by=by,
        action="report_edition",
        subject=f"{year_be}:{number}",
        detail={"sha256": sha256, "figures": len(figures)},
    )
    return number


def load_editions(session: Session, year_be: int) -> tuple[Edition, ...]:
    """Editions of a year, the first one first."""
    query = select(report_editions).where(report_editions.c.year_be == year_be)
    return tuple(_edition(row) for row in session.execute(query.order_by(report_editions.c.number)))


def _edition(row: Row[tuple[object, ...]]) -> Edition:
    return Edition(
        row.year_be,
        row.number,
        row.sha256,
        tuple(row.figures.items()),
        tuple(row.sections.items()),
        row.note,
        row.made_at,
        row.made_by,
    )


def _made_meanwhile(number: int) -> EditConflict:
    return EditConflict(
        f"มีผู้ออกฉบับที่ {number:,} ไปแล้วหลังจากที่เปิดหน้านี้ จึงยังไม่ได้ออกฉบับใหม่", "เปิดหน้านี้ใหม่เพื่อดูสิ่งที่เปลี่ยนจากฉบับล่าสุด"
    )
