"""Stated totals against their parts, school by school and in the rows of totals (ชาย + หญิง = รวม)."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from lib.domain.indicators import Catalogue
from lib.domain.issues import Issue, Severity
from lib.domain.observations import Scope
from lib.domain.sheets import cells_of
from lib.validation.cell_issues import issues_at_cells

_SAME = 0.005
_PERIOD = ["period_kind", "year_be", "term"]
_SCHOOL = ["school_id", *_PERIOD]
_STATED = ["scope", "scope_name", *_PERIOD, "sheet", "row"]


def check_totals(observations: pd.DataFrame, catalogue: Catalogue, sure: "pd.Series[bool]") -> list[Issue]:
    """Totals of schools that are not the sum of their parts.

    Args:
        sure: by index, totals that a person confirmed.
    """
    off = _off_totals(observations, _SCHOOL, catalogue)
    return [
        issue
        for total_id, frame in off.items()
        for issue in _issues(frame[~sure[frame.index]], catalogue.by_id[total_id].short_name)
    ]


def check_stated_totals(benchmarks: pd.DataFrame, catalogue: Catalogue) -> list[Issue]:
    """Totals in the rows of an area, province or nation that are not the sum of their parts.

    Args:
        benchmarks: BENCHMARK_COLUMNS with ``sheet`` and ``row``.
    """
    return [
        issue
        for total_id, frame in _off_totals(benchmarks, _STATED, catalogue).items()
        for scope, rows in frame.groupby("scope", sort=False)
        for issue in _issues(rows, f"{catalogue.by_id[total_id].short_name} ของ{Scope(str(scope)).label}")
    ]


@dataclass(frozen=True, slots=True)
class OffCells:
    """Where parts and totals disagree.

    Attributes:
        schools: indicator id → (sheet, Excel row) of schools where it is the total or one of the parts.
        stated: (indicator id, sheet, Excel row) likewise of area rows.
    """

    schools: Mapping[str, frozenset[tuple[str, int]]]
    stated: frozenset[tuple[str, str, int]]

    def schools_of(self, indicator_id: str) -> frozenset[tuple[str, int]]:
        return self.schools.get(indicator_id, frozenset())

    def states(self, indicator_id: str, sheet: str, cell: str) -> bool:
        """Whether the area row that a cell stands in disagrees with itself in this indicator."""
        return any((indicator_id, sheet, row + 1) in self.stated for row, _ in cells_of(cell))


def find_off_cells(observations: pd.DataFrame, areas: pd.DataFrame, catalogue: Catalogue) -> OffCells:
    """Where parts and totals disagree, in the rows of schools and of the area."""
    schools: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for total_id, frame in _off_totals(observations, _SCHOOL, catalogue).items():
        places = {(str(sheet), int(row)) for sheet, row in zip(frame["sheet"], frame["row"], strict=True)}
        for each in (total_id, *catalogue.by_id[total_id].total_of):
            schools[each] |= places
    stated = {
        (each, str(sheet), int(row))
        for total_id, frame in _off_totals(areas, _STATED, catalogue).items()
        for sheet, row in zip(frame["sheet"], frame["row"], strict=True)
        for each in (total_id, *catalogue.by_id[total_id].total_of)
    }
    return OffCells({each: frozenset(places) for each, places in schools.items()}, frozenset(stated))


def _off_totals(frame: pd.DataFrame, key: list[str], catalogue: Catalogue) -> dict[str, pd.DataFrame]:
    """Total's id → its rows that differ from ``parts``, the sum of their parts where every part is there."""
    present = set(frame["indicator_id"].unique())
    totals = [catalogue.by_id[each] for each in sorted(present)]
    totals = [total for total in totals if total.total_of and set(total.total_of) <= present]
    wanted = {each for total in totals for each in (total.id, *total.total_of)}
    frame = frame[frame["indicator_id"].isin(wanted)]
    found = {}
    for total in totals:
        parts = frame[frame["indicator_id"].isin(total.total_of)].groupby(key)["value"].agg(["sum", "count"])
        complete = parts[parts["count"] == len(total.total_of)]["sum"].rename("parts")
        stated = frame[frame["indicator_id"] == total.id].join(complete, on=key, how="inner")
        off = stated[(stated["value"] - stated["parts"]).abs() > _SAME]
        if len(off):
            found[total.id] = off
    return found


def _issues(frame: pd.DataFrame, name: str) -> list[Issue]:
    return list(
        issues_at_cells(
            frame,
            Severity.WARNING,
            "V22",
            lambda row: f"“{name}” ระบุ {row['value']:g} แต่ผลบวกของส่วนย่อยคือ {row['parts']:g}",
            "เลือกค่าที่ถูกต้อง หรือตรวจส่วนย่อยของแถวนี้ในไฟล์ต้นฉบับ",
            lambda row: (f"{row['parts']:.10g}", f"{row['value']:.10g}"),
        )
    )
