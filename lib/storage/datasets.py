"""Loads of four-domain files: each a version; the latest that is not undone speaks for a figure."""

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime

import pandas as pd
from sqlalchemy import Select, func, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from lib.domain.datasets import DatasetRecord, RowCounts
from lib.domain.observations import BENCHMARK_COLUMNS, OBSERVATION_COLUMNS
from lib.errors import WorkbenchError
from lib.storage import audit
from lib.storage.bulk import insert_rows
from lib.storage.schema import benchmarks, datasets, observations, stored_files

_KEY = ("indicator_id", "school_id", "period_kind", "year_be", "term")


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
) -> int:
    """Store one file's observations and benchmarks as a new version; all or nothing with the session.

    Args:
        sha256: of the original, already kept and registered.
        observed / stated: OBSERVATION_COLUMNS / BENCHMARK_COLUMNS, no missing values in ``value``.
        report: what the preview said, JSON-ready, for the history.

    Returns:
        dataset_id.

    Raises:
        WorkbenchError: the same file with the same answers is already loaded.
    """
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
        raise WorkbenchError(
            f"ไฟล์ “{file_name}” ถูกนำเข้าไว้แล้วและยังใช้อยู่ จึงไม่ได้นำเข้าซ้ำ",
            "ดูรายการในประวัติการนำเข้า ถ้าต้องการนำเข้าใหม่ให้ยกเลิกรายการเดิมก่อน",
        ) from error
    _insert(session, observations, OBSERVATION_COLUMNS, observed, dataset_id)
    _insert(session, benchmarks, BENCHMARK_COLUMNS, stated, dataset_id)
    audit.record(session, by=by, action="import", subject=str(dataset_id), detail={"sha256": sha256})
    return dataset_id


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
    audit.record(session, by=by, action="undo_import", subject=str(dataset_id))


def load_history(session: Session) -> tuple[DatasetRecord, ...]:
    """Every load, the newest first, undone ones included."""
    rows = session.execute(select(datasets).order_by(datasets.c.dataset_id.desc())).mappings()
    return tuple(
        DatasetRecord(
            row["dataset_id"],
            row["file_name"],
            row["sha256"],
            RowCounts(row["rows_read"], row["rows_loaded"], row["rows_rejected"], row["rows_ignored"]),
            row["n_values"],
            row["loaded_at"],
            row["loaded_by"],
            row["undone_at"],
            row["undone_by"],
        )
        for row in rows
    )


def load_report(session: Session, dataset_id: int) -> dict[str, object]:
    """What the preview of a load said."""
    return dict(
        session.execute(select(datasets.c.report).where(datasets.c.dataset_id == dataset_id)).scalar_one()
    )


def active_load_of(session: Session, sha256: str) -> DatasetRecord | None:
    """The load of this very file that still holds, None when it was never loaded or was taken back."""
    return next(
        (one for one in load_history(session) if one.sha256 == sha256 and one.undone_at is None), None
    )


def load_observations(
    session: Session, *, indicator_id: str | None = None, school_id: str | None = None
) -> pd.DataFrame:
    """Current observations: for each school × period × indicator the value of the latest load that holds.

    Returns:
        OBSERVATION_COLUMNS with ``dataset_id``, ``source_id`` (sha256) and ``source_file``; value, numerator,
        n, sd are float64 with NaN for missing.
    """
    query = (
        select(
            *(observations.c[column] for column in OBSERVATION_COLUMNS),
            observations.c.dataset_id,
            datasets.c.sha256.label("source_id"),
            datasets.c.file_name.label("source_file"),
            func.row_number()
            .over(
                partition_by=[observations.c[column] for column in _KEY],
                order_by=observations.c.dataset_id.desc(),
            )
            .label("age"),
        )
        .join(datasets, datasets.c.dataset_id == observations.c.dataset_id)
        .where(datasets.c.undone_at.is_(None))
    )
    if indicator_id is not None:
        query = query.where(observations.c.indicator_id == indicator_id)
    if school_id is not None:
        query = query.where(observations.c.school_id == school_id)
    latest = query.subquery()
    columns = [column for column in latest.c if column.name != "age"]
    return _frame(session, select(*columns).where(latest.c.age == 1))


def load_benchmarks(session: Session) -> pd.DataFrame:
    """Current benchmarks: for each scope × period × indicator the figure of the latest load that holds.

    Returns:
        BENCHMARK_COLUMNS with ``dataset_id`` and ``source_file``.
    """
    query = (
        select(
            *(benchmarks.c[column] for column in BENCHMARK_COLUMNS),
            benchmarks.c.dataset_id,
            datasets.c.file_name.label("source_file"),
            func.row_number()
            .over(
                partition_by=[
                    benchmarks.c[column]
                    for column in ("indicator_id", "scope", "period_kind", "year_be", "term")
                ],
                order_by=[benchmarks.c.dataset_id.desc(), benchmarks.c.benchmark_id],
            )
            .label("age"),
        )
        .join(datasets, datasets.c.dataset_id == benchmarks.c.dataset_id)
        .where(datasets.c.undone_at.is_(None))
    ).subquery()
    columns = [column for column in query.c if column.name != "age"]
    return _frame(session, select(*columns).where(query.c.age == 1))


def state_hash(session: Session) -> str:
    """One hash over all current figures; equal before a load and after its undo."""
    return content_hash(load_observations(session), load_benchmarks(session))


def content_hash(observed: pd.DataFrame, stated: pd.DataFrame) -> str:
    """Hash of figures and their places, whatever the order of the rows."""
    digest = hashlib.sha256()
    for frame, columns in ((observed, OBSERVATION_COLUMNS), (stated, BENCHMARK_COLUMNS)):
        lines = sorted(map(repr, frame[list(columns)].astype(object).itertuples(index=False, name=None)))
        digest.update("\n".join(lines).encode())
    return digest.hexdigest()


def stored_file_name(session: Session, sha256: str) -> str:
    return str(
        session.execute(select(stored_files.c.file_name).where(stored_files.c.sha256 == sha256)).scalar_one()
    )


def _insert(
    session: Session, table: object, columns: tuple[str, ...], frame: pd.DataFrame, dataset_id: int
) -> None:
    if frame.empty:
        return
    plain = frame[list(columns)].astype(object).where(frame[list(columns)].notna(), None)
    rows = [(*row, dataset_id) for row in plain.itertuples(index=False, name=None)]
    insert_rows(session, table, (*columns, "dataset_id"), rows)  # type: ignore[arg-type]


def _frame(session: Session, query: Select[tuple[object, ...]]) -> pd.DataFrame:
    result = session.execute(query)
    frame = pd.DataFrame(result.fetchall(), columns=list(result.keys()))
    for name in ("value", "numerator", "n", "sd"):
        if name in frame:
            frame[name] = pd.to_numeric(frame[name]).astype("float64")
    for name in ("year_be", "term"):
        frame[name] = frame[name].astype("int64")
    return frame
