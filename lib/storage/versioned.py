"""Save or delete a row that people edit: the second of two editors is told, nothing is overwritten."""

from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Table, and_, delete, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from lib.errors import EditConflict
from lib.thai.dates import format_moment


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
            if not _is_there(session, table, key):
                raise  # another rule of the table, no second editor
            raise _conflict(session, table, key) from error
        return 1
    seen = and_(_row_of(table, key), table.c.version == seen_version)
    result = session.execute(update(table).where(seen).values(**values, **stamp))
    if result.rowcount == 0:  # type: ignore[attr-defined]
        raise _conflict(session, table, key)
    return seen_version + 1


def delete_versioned(session: Session, table: Table, key: Mapping[str, object], *, seen_version: int) -> None:
    """Delete one versioned row.

    Raises:
        EditConflict: somebody saved or deleted this row meanwhile; the row stays as it is.
    """
    seen = and_(_row_of(table, key), table.c.version == seen_version)
    result = session.execute(delete(table).where(seen))
    if result.rowcount == 0:  # type: ignore[attr-defined]
        raise _conflict(session, table, key)


def _row_of(table: Table, key: Mapping[str, object]) -> ColumnElement[bool]:
    return and_(*(table.c[name] == value for name, value in key.items()))


def _is_there(session: Session, table: Table, key: Mapping[str, object]) -> bool:
    return session.execute(select(table.c.version).where(_row_of(table, key))).first() is not None


def _conflict(session: Session, table: Table, key: Mapping[str, object]) -> EditConflict:
    row = session.execute(select(table.c.saved_by, table.c.saved_at).where(_row_of(table, key))).first()
    who = f"{row.saved_by} บันทึกเมื่อ {format_moment(row.saved_at)}" if row else "มีผู้ลบรายการนี้"
    return EditConflict(
        f"{who} หลังจากที่เปิดหน้านี้ จึงยังไม่ได้บันทึกของท่าน", "เปิดรายการใหม่เพื่อดูข้อความล่าสุด แล้วเลือกว่าจะใช้ข้อความใด"
    )
