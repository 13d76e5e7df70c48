"""Current figures: of every load that speaks, the latest counts for a school × period × indicator."""

import hashlib
import json
from collections.abc import Iterable

import pandas as pd
from sqlalchemy import Select, and_, func, select
from sqlalchemy.orm import Session

from lib.domain.observations import BENCHMARK_COLUMNS, OBSERVATION_COLUMNS, Scope
from lib.storage.answers import load_answers
from lib.storage.bulk import plain_rows
from lib.storage.layouts import load_layouts
from lib.storage.schema import benchmarks, datasets, observations
from lib.storage.schools import load_schools
from lib.storage.speaking import speaks

_KEY = ("indicator_id", "school_id", "period_kind", "year_be", "term")
_STATED_KEY = ("indicator_id", "scope", "period_kind", "year_be", "term")


def load_observations(
    session: Session,
    *,
    indicator_id: str | None = None,
    school_id: str | None = None,
    beneath: int | None = None,
) -> pd.DataFrame:
    """Current observations: for each school × period × indicator the value of the latest load that speaks.

    Args:
        beneath: a load; only what other loads have to say about its figures, as though it did not speak.

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
        .where(speaks(beneath))
    )
    if beneath is not None:
        above = observations.alias("above")
        same = and_(above.c.dataset_id == beneath, *(above.c[name] == observations.c[name] for name in _KEY))
        query = query.join(above, same)
    if indicator_id is not None:
        query = query.where(observations.c.indicator_id == indicator_id)
    if school_id is not None:
        query = query.where(observations.c.school_id == school_id)
    latest = query.subquery()
    columns = [column for column in latest.c if column.name != "age"]
    return _frame(session, select(*columns).where(latest.c.age == 1))


def load_benchmarks(session: Session, *, without: int | None = None) -> pd.DataFrame:
    """Current benchmarks: by scope and name, indicator and period the figure of the latest load that speaks.

    Returns:
        BENCHMARK_COLUMNS with ``dataset_id``, ``source_id`` (sha256) and ``source_file``.
    """
    query = (
        select(
            *(benchmarks.c[column] for column in BENCHMARK_COLUMNS),
            benchmarks.c.dataset_id,
            datasets.c.sha256.label("source_id"),
            datasets.c.file_name.label("source_file"),
        )
        .join(datasets, datasets.c.dataset_id == benchmarks.c.dataset_id)
        .where(speaks(without))
        .order_by(benchmarks.c.dataset_id.desc(), benchmarks.c.benchmark_id)
    )
    return latest_benchmarks(_frame(session, query))


def latest_benchmarks(frame: pd.DataFrame) -> pd.DataFrame:
    """The first row of each scope, name, period and indicator; one name in two spellings is one."""
    names = [
        Scope(scope).name_key(str(name))
        for scope, name in zip(frame["scope"], frame["scope_name"], strict=True)
    ]
    doubled = frame[list(_STATED_KEY)].assign(name=names).duplicated()
    return frame[~doubled].reset_index(drop=True)


def state_hash(session: Session) -> str:
    """One hash over figures with their files, the register, answers and layouts: undo gives it back."""
    observed, stated = load_observations(session), load_benchmarks(session)
    digest = hashlib.sha256(content_hash(observed, stated).encode())
    for frame, key in ((observed, _KEY), (stated, (*_STATED_KEY, "scope_name"))):
        _add_lines(digest, plain_rows(frame[[*key, "source_id"]]))
    _add_lines(digest, load_schools(session))
    _add_lines(digest, load_answers(session).items())
    _add_lines(digest, (json.dumps(each, sort_keys=True) for each in load_layouts(session).items()))
    return digest.hexdigest()


def content_hash(observed: pd.DataFrame, stated: pd.DataFrame) -> str:
    """Hash of figures and their places, whatever the order of the rows."""
    digest = hashlib.sha256()
    for frame, columns in ((observed, OBSERVATION_COLUMNS), (stated, BENCHMARK_COLUMNS)):
        _add_lines(digest, plain_rows(frame[list(columns)]))
    return digest.hexdigest()


def _add_lines(digest: "hashlib._Hash", values: Iterable[object]) -> None:
    between = ""
    for line in sorted(map(repr, values)):
        digest.update(f"{between}{line}".encode())
        between = "\n"


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
