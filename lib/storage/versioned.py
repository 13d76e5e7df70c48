"""Save a row that people edit: the second of two editors is told, nothing is overwritten."""

from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy import Table, and_, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from lib.errors import EditConflict


def save_versioned(
    session: Session,
    table: Table,
    key: Mapping[str, object],
    values: Mapping[str, object],
    *,
    seen_version: int,
    by: str,
) -> int:
    """Insert or replace one versioned row.

    Args:
        table: has the columns ``version``, ``saved_at``, ``saved_by``.
        key: columns that identify the row.
        values: columns to write.
        seen_version: the version the person had before them, 0 for a row that was not there.

    Returns:
        The new version.

    Raises:
        EditConflict: somebody saved this row meanwhile; the message says who and when.
    """
    stamp = {"version": seen_version + 1, "saved_at": datetime.now(UTC), "saved_by": by}
    if seen_version == 0:
        try:
            with session.begin_nested():
                session.execute(insert(table).values(**key, **values, **stamp))
        except IntegrityError as error:
            raise _conflict(session, table, key) from error
        return 1
    here = and_(*(table.c[name] == value for name, value in key.items()), table.c.version == seen_version)
    result = session.execute(update(table).where(here).values(**values, **stamp))
    if result.rowcount == 0:  # type: ignore[attr-defined]
        raise _conflict(session, table, key)
    return seen_version + 1


def _conflict(session: Session, table: Table, key: Mapping[str, object]) -> EditConflict:
    here = and_(*(table.c[name] == value for name, value in key.items()))
    row = session.execute(select(table.c.saved_by, table.c.saved_at).where(here)).first()
    who = f"{row.saved_by} บันทึกเมื่อ {row.saved_at:%H:%M} น. (UTC)" if row else "มีผู้ลบรายการนี้"
    return EditConflict(
        f"{who} หลังจากที่เปิดหน้านี้ จึงยังไม่ได้บันทึกของท่าน", "เปิดรายการใหม่เพื่อดูข้อความล่าสุด แล้วเลือกว่าจะใช้ข้อความใด"
    )
