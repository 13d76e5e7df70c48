"""What one load brought, by sheet and indicator, each with a figure to look at."""

from dataclasses import dataclass

from lib.domain.datasets import DatasetRecord
from lib.domain.figures import FigureId, FigureKind
from lib.domain.observations import Scope
from lib.domain.periods import Period, PeriodKind
from lib.domain.source_refs import parse_source_ref
from lib.services.analysis import OfficeData
from lib.services.way_home_cell import find_load
from lib.storage.engine import Store, reading
from lib.storage.figure_versions import load_figures_of


@dataclass(frozen=True, slots=True)
class LoadedColumn:
    """One indicator of one sheet in a load.

    Attributes:
        n_values: figures stored of it; ``first`` is the first of them, at ``source_ref``.
    """

    sheet: str
    indicator: str
    period: str
    n_values: int
    source_ref: str
    first: FigureId


def load_columns(
    store: Store, data: OfficeData, dataset_id: int
) -> tuple[DatasetRecord, tuple[LoadedColumn, ...]]:
    """The load with its columns in the order of the file.

    Raises:
        WorkbenchError: there is no such load.
    """
    record = find_load(store, dataset_id)
    with reading(store) as session:
        rows = load_figures_of(session, dataset_id)
    groups: dict[tuple[str, str, Period, str], list[tuple[int, int, str, FigureId]]] = {}
    for indicator_id, kind, year_be, term, subject, scope, source_ref in rows:
        reference = parse_source_ref(source_ref)
        period = Period(PeriodKind(kind), year_be, term or None)
        name = subject.removeprefix("ระดับ")
        figure = (
            FigureId(FigureKind.STATED, indicator_id, period, f"{scope}:{name or Scope(scope).label}")
            if scope
            else FigureId(FigureKind.SCHOOL, indicator_id, period, subject)
        )
        place = (reference.first_row, reference.first_column, source_ref, figure)
        groups.setdefault((reference.sheet, indicator_id, period, scope), []).append(place)
    sheets = list(dict.fromkeys(sheet for sheet, *_ in groups))
    columns = []
    for (sheet, indicator_id, period, scope), places in groups.items():
        row, column, source_ref, figure = min(places, key=lambda place: place[:2])
        indicator = data.catalogue.by_id.get(indicator_id)
        name = indicator.name if indicator else indicator_id
        told = f"{name} · ค่าของ{Scope(scope).label}" if scope else name
        line = LoadedColumn(sheet, told, period.label, len(places), source_ref, figure)
        columns.append(((sheets.index(sheet), bool(scope), column, row), line))
    return record, tuple(line for _, line in sorted(columns, key=lambda each: each[0]))
