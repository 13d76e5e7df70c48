"""Loads of four-domain files: each a version; the latest that is not undone speaks for a figure."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

import pandas as pd
from sqlalchemy import Row, Select, Table, and_, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from lib.domain.datasets import DatasetRecord, RowCounts
from lib.domain.observations import BENCHMARK_COLUMNS, OBSERVATION_COLUMNS
from lib.domain.schools import School
from lib.errors import WorkbenchError
from lib.storage import audit
from lib.storage.bulk import insert_rows, plain_rows
from lib.storage.observations import content_hash
from lib.storage.schema import benchmarks, datasets, observations
from lib.storage.schools import add_schools_of_load
from lib.storage.speaking import speaks
from lib.storage.way_home import refuse_homeless
from lib.thai.dates import format_moment

_NEWER = datasets.alias("newer")
#: All of a load but its report, which is long and rarely asked for; ``newer`` is the load in its place.
_RECORDS: Select[tuple[object, ...]] = select(
    *(column for column in datasets.c if column.name != "report"), _NEWER.c.dataset_id.label("replaced_by")
).outerjoin(_NEWER, and_(_NEWER.c.dataset_id == datasets.c.superseded_by, _NEWER.c.undone_at.is_(None)))


def save_dataset(
    session: Session,
    *,
    sha256: str,
    file_name: str,
    choices_key: str,
    rows: RowCounts,
    observed: pd.DataFrame,
    stated: pd.DataFrame,
    report: Mapping[str, object],
    by: str,
    new_schools: Iterable[School] = (),
    replaces: int | None = None,
) -> int:
    """Store one file's observations and benchmarks as a new version; all or nothing with the session.

    Args:
        sha256: of the original, already kept and registered.
        observed / stated: OBSERVATION_COLUMNS / BENCHMARK_COLUMNS, no missing values in ``value``.
        report: what the preview said, JSON-ready, for the history.

    Returns:
        dataset_id.

    Raises:
        WorkbenchError: the same file with the same answers is already loaded, or a figure names no cell.
    """
    refuse_homeless(observed, stated)
    try:
        with session.begin_nested():
            result = session.execute(
                insert(datasets)
                .values(
                    sha256=sha256,
                    file_name=file_name,
                    choices_key=choices_key,
                    rows_read=rows.read,
                    rows_loaded=rows.loaded,
                    rows_rejected=rows.rejected,
                    rows_ignored=rows.ignored,
                    n_values=len(observed) + len(stated),
                    content_hash=content_hash(observed, stated),
                    report=dict(report),
                    loaded_at=datetime.now(UTC),
                    loaded_by=by,
                )
                .returning(datasets.c.dataset_id)
            )
            dataset_id = int(result.scalar_one())
    except IntegrityError as error:
        earlier = active_load_of(session, sha256)
        if earlier is None:
            raise  # another rule of the table
        raise already_loaded(earlier) from error
    if replaces is not None:
        _replace(session, replaces, dataset_id)
    add_schools_of_load(session, new_schools, dataset_id)
    _insert(session, observations, OBSERVATION_COLUMNS, observed, dataset_id)
    _insert(session, benchmarks, BENCHMARK_COLUMNS, stated, dataset_id)
    detail = {"sha256": sha256} if replaces is None else {"sha256": sha256, "replaces": replaces}
    audit.record(session, by=by, action="import", subject=str(dataset_id), detail=detail)
    return dataset_id


def _replace(session: Session, earlier: int, dataset_id: int) -> None:
    speaking = select(datasets.c.dataset_id).where(datasets.c.dataset_id == earlier, speaks())
    if session.execute(speaking).first() is None:
        raise WorkbenchError(
            f"รายการ {earlier} ถูกยกเลิกหรือถูกแทนไปแล้วหลังจากดูตัวอย่าง ยังไม่มีข้อมูลใดถูกบันทึก",
            "เปิดหน้านี้ใหม่เพื่อดูรายการล่าสุด",
        )
    session.execute(update(datasets).where(datasets.c.dataset_id == earlier).values(superseded_by=dataset_id))


def undo_dataset(session: Session, dataset_id: int, *, by: str) -> None:
    """Take a load back; what it superseded speaks again.

    Raises:
        WorkbenchError: there is no such load, or it was already taken back.
    """
    result = session.execute(
        update(datasets)
        .where(datasets.c.dataset_id == dataset_id, datasets.c.undone_at.is_(None))
        .values(undone_at=datetime.now(UTC), undone_by=by)
    )
    if result.rowcount == 0:  # type: ignore[attr-defined]
        raise WorkbenchError(f"ไม่พบรายการนำเข้าหมายเลข {dataset_id} ที่ยังใช้อยู่", "ดูหมายเลขจากประวัติการนำเข้า")
    _hand_on(session, dataset_id)
    audit.record(session, by=by, action="undo_import", subject=str(dataset_id))


def _hand_on(session: Session, dataset_id: int) -> None:
    """What this load replaced stays replaced where a further load, which holds, has replaced this one."""
    newer = datasets.alias("newer")
    holding = (
        select(newer.c.dataset_id)
        .join(datasets, datasets.c.superseded_by == newer.c.dataset_id)
        .where(datasets.c.dataset_id == dataset_id, newer.c.undone_at.is_(None))
    )
    heir = session.execute(holding).scalar_one_or_none()
    if heir is not None:
        session.execute(
            update(datasets).where(datasets.c.superseded_by == dataset_id).values(superseded_by=heir)
        )


def already_loaded(earlier: DatasetRecord) -> WorkbenchError:
    """The refusal to load a file a second time while its first load holds."""
    if earlier.replaced_by is not None:
        return WorkbenchError(
            f"ไฟล์ “{earlier.file_name}” ถูกนำเข้าไว้แล้วเป็นรายการ {earlier.dataset_id} และถูกแทนด้วยรายการ "
            f"{earlier.replaced_by} จึงไม่ได้นำเข้าซ้ำ",
            f"ถ้าต้องการกลับไปใช้ไฟล์นี้ ให้ยกเลิกรายการ {earlier.replaced_by} ในประวัติการนำเข้า",
            code="F20",
        )
    return WorkbenchError(
        f"ไฟล์ “{earlier.file_name}” ถูกนำเข้าไว้แล้วเป็นรายการ {earlier.dataset_id} เมื่อ "
        f"{format_moment(earlier.loaded_at)} โดย {earlier.loaded_by} และยังใช้อยู่ จึงไม่ได้นำเข้าซ้ำ",
        "ถ้าต้องการนำเข้าใหม่ให้ยกเลิกรายการเดิมในประวัติการนำเข้าก่อน",
        code="F20",
    )


def load_history(session: Session) -> tuple[DatasetRecord, ...]:
    """Every load, the newest first, undone ones included."""
    rows = session.execute(_RECORDS.order_by(datasets.c.dataset_id.desc()))
    return tuple(_record(row) for row in rows)


def load_report(session: Session, dataset_id: int) -> dict[str, object]:
    """What the preview of a load said."""
    return dict(
        session.execute(select(datasets.c.report).where(datasets.c.dataset_id == dataset_id)).scalar_one()
    )


def active_load_of(session: Session, sha256: str) -> DatasetRecord | None:
    """The load of this very file that still holds, None when it was never loaded or was taken back."""
    same = _RECORDS.where(datasets.c.sha256 == sha256, datasets.c.undone_at.is_(None))
    row = session.execute(same.order_by(datasets.c.dataset_id.desc())).first()
    return None if row is None else _record(row)


def _record(row: Row[tuple[object, ...]]) -> DatasetRecord:
    return DatasetRecord(
        row.dataset_id,
        row.file_name,
        row.sha256,
        RowCounts(row.rows_read, row.rows_loaded, row.rows_rejected, row.rows_ignored),
        row.n_values,
        row.loaded_at,
        row.loaded_by,
        row.undone_at,
        row.undone_by,
        None if row.undone_at else row.replaced_by,
    )


def _insert(
    session: Session, table: Table, columns: tuple[str, ...], frame: pd.DataFrame, dataset_id: int
) -> None:
    """Missing values are NULL; NaN is the one value that is not itself."""
    rows = (
        (*(value if value == value else None for value in row), dataset_id)
        for row in plain_rows(frame[list(columns)])
    )
    insert_rows(session, table, (*columns, "dataset_id"), rows)
