"""Current figures: of every load that holds, the latest speaks for a school × period × indicator."""

import hashlib

import pandas as pd
from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from lib.domain.observations import BENCHMARK_COLUMNS, OBSERVATION_COLUMNS
from lib.storage.schema import benchmarks, datasets, observations

_KEY = ("indicator_id", "school_id", "period_kind", "year_be", "term")


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


def _frame(session: Session, query: Select[tuple[object, ...]]) -> pd.DataFrame:
    result = session.execute(query)
    names = list(result.keys())
    # Column by column: pandas takes several times as long to look into SQLAlchemy's rows.
    columns = list(zip(*result.fetchall(), strict=True)) or [()] * len(names)
    frame = pd.DataFrame(dict(zip(names, columns, strict=True)))
    for name in ("value", "numerator", "n", "sd"):
        if name in frame:
            frame[name] = pd.to_numeric(frame[name]).astype("float64")
    for name in ("year_be", "term"):
        frame[name] = frame[name].astype("int64")
    return frame
