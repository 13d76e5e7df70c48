"""Every version of one figure: what each load that held it says, the newest first."""

from collections.abc import Iterable

from sqlalchemy import RowMapping, literal, select
from sqlalchemy.orm import Session

from lib.domain.figures import FigureVersion
from lib.domain.observations import WHOLE_YEAR, Scope
from lib.domain.periods import Period
from lib.storage.datasets import load_history
from lib.storage.schema import benchmarks, observations

#: indicator_id, period_kind, year_be, term, school id or scope's name, scope (empty: school), source_ref.
LoadedFigure = tuple[str, str, int, int, str, str, str]


def load_versions(
    session: Session, indicator_id: str, school_id: str, period: Period
) -> tuple[FigureVersion, ...]:
    """Versions of a school's figure, of loads that were taken back or replaced too."""
    table = observations.c
    rows = session.execute(
        select(table.dataset_id, table.value, table.numerator, table.n, table.sd, table.source_ref)
        .where(
            table.indicator_id == indicator_id,
            table.school_id == school_id,
            table.period_kind == str(period.kind),
            table.year_be == period.year_be,
            table.term == (period.term or WHOLE_YEAR),
        )
        .order_by(table.dataset_id.desc())
    )
    return _versions(session, rows.mappings())


def load_stated_versions(
    session: Session, indicator_id: str, scope: Scope, name: str, period: Period
) -> tuple[FigureVersion, ...]:
    """Versions of a figure stated for an area, a province or the nation.

    Args:
        name: of the scope as the pages print it, without the word ระดับ.
    """
    table = benchmarks.c
    rows = session.execute(
        select(table.dataset_id, table.value, table.n, table.source_ref, table.scope_name)
        .where(
            table.indicator_id == indicator_id,
            table.scope == str(scope),
            table.period_kind == str(period.kind),
            table.year_be == period.year_be,
            table.term == (period.term or WHOLE_YEAR),
        )
        .order_by(table.dataset_id.desc(), table.benchmark_id)
    )
    named = [
        row for row in rows.mappings() if (row["scope_name"] or scope.label).removeprefix("ระดับ") == name
    ]
    return _versions(session, named)


def _versions(session: Session, rows: Iterable[RowMapping]) -> tuple[FigureVersion, ...]:
    loads = {record.dataset_id: record for record in load_history(session)}
    found: list[FigureVersion] = []
    for row in rows:
        record = loads[row["dataset_id"]]
        speaks = record.speaks and not any(each.speaks for each in found)
        numerator, sd = row.get("numerator"), row.get("sd")
        found.append(FigureVersion(record, row["value"], numerator, row["n"], sd, row["source_ref"], speaks))
    return tuple(found)


def load_figures_of(session: Session, dataset_id: int) -> tuple[LoadedFigure, ...]:
    """Every figure that one load brought, of schools first."""
    school, stated = observations.c, benchmarks.c
    of_schools = select(
        school.indicator_id, school.period_kind, school.year_be, school.term, school.school_id,
        literal(""), school.source_ref,
    ).where(school.dataset_id == dataset_id)  # fmt: skip
    of_scopes = select(
        stated.indicator_id, stated.period_kind, stated.year_be, stated.term, stated.scope_name,
        stated.scope, stated.source_ref,
    ).where(stated.dataset_id == dataset_id)  # fmt: skip
    rows = [*session.execute(of_schools), *session.execute(of_scopes)]
    return tuple((row[0], row[1], row[2], row[3], row[4], row[5], row[6]) for row in rows)
