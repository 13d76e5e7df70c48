"""One figure per school, period and indicator: two places of a file that disagree wait for a person."""

import pandas as pd

from lib.domain.indicators import Catalogue
from lib.domain.issues import Issue, Severity
from lib.domain.observations import Scope

_KEY = ["indicator_id", "school_id", "period_kind", "year_be", "term"]
_STATED_KEY = ["indicator_id", "scope", "name_key", "period_kind", "year_be", "term"]


#: (sheet, school id) → Excel row of a row that a person chose.
KeptRows = tuple[tuple[tuple[str, str], int], ...]


def doubled_places(frame: pd.DataFrame) -> dict[str, tuple[tuple[str, int], ...]]:
    """School id → (sheet, Excel row) of its rows that state differing figures."""
    doubled = frame[frame.duplicated(_KEY, keep=False)]
    doubled = doubled[doubled.groupby(_KEY)["value"].transform("nunique") > 1]
    return {
        str(school_id): tuple(
            dict.fromkeys(
                (str(sheet), int(row)) for sheet, row in zip(group["sheet"], group["row"], strict=True)
            )
        )
        for school_id, group in doubled.groupby("school_id", sort=False)
    }


def settle_doubles(
    frame: pd.DataFrame, catalogue: Catalogue, kept_rows: KeptRows = ()
) -> tuple[pd.DataFrame, list[Issue]]:
    """Keep one of equal doubles, none of differing ones.

    Args:
        frame: OBSERVATION_COLUMNS with ``sheet`` and ``row``.
        kept_rows: rows that a person chose; the others of the same figure are left out.
    """
    chosen = {(*place, row) for place, row in kept_rows}
    doubled = frame[frame.duplicated(_KEY, keep=False)]
    if doubled.empty:
        return frame, []
    issues = []
    lost: list[int] = []
    for _, group in doubled.groupby(_KEY, sort=False):
        if group["value"].nunique() == 1:
            continue
        kept = [
            (sheet, school_id, row) in chosen
            for sheet, school_id, row in zip(group["sheet"], group["school_id"], group["row"], strict=True)
        ]
        if sum(kept) == 1:
            lost += list(group.index[[not one for one in kept]])
            continue
        first = group.iloc[0]
        lost += list(group.index)
        name = catalogue.by_id[str(first["indicator_id"])].short_name
        issues.append(
            Issue(
                Severity.QUESTION,
                "S13",
                f"“{name}” ของโรงเรียนเดียวกันมีหลายค่า ({', '.join(group['source_ref'])}) จึงยังไม่นำเข้าค่าใด",
                "เลือกแถวที่ถูกต้อง หรือลบตารางหรือชีตที่ไม่ใช้ แล้วนำเข้าใหม่",
                sheet=str(first["sheet"]),
                cell=str(first["source_ref"]).rsplit("!", 1)[-1],
            )
        )
    return frame.drop(index=lost).drop_duplicates(_KEY), issues


def settle_benchmarks(benchmarks: pd.DataFrame, catalogue: Catalogue) -> tuple[pd.DataFrame, list[Issue]]:
    """Keep one of equal statements about the same area, cluster … and period, none of differing ones.

    Args:
        benchmarks: BENCHMARK_COLUMNS with ``sheet`` and ``row``.
    """
    names = [
        Scope(scope).name_key(str(name))
        for scope, name in zip(benchmarks["scope"], benchmarks["scope_name"], strict=True)
    ]
    keyed = benchmarks.assign(name_key=names)
    n_values = keyed.groupby(_STATED_KEY)["value"].transform("nunique")
    differing = keyed[n_values > 1]
    issues = []
    for (indicator_id, scope, _), group in differing.groupby(
        ["indicator_id", "scope", "name_key"], sort=False
    ):
        first = group.iloc[0]
        name = catalogue.by_id[str(indicator_id)].short_name
        issues.append(
            Issue(
                Severity.WARNING,
                "S26",
                f"ไฟล์ระบุค่าของ{Scope(str(scope)).label}สำหรับ “{name}” ไว้ไม่เท่ากัน "
                f"({', '.join(group['source_ref'])}) จึงไม่เก็บเป็นค่าเปรียบเทียบ",
                "ลบแถวรวมที่ไม่ใช้ แล้วนำเข้าใหม่",
                sheet=str(first["sheet"]),
                cell=str(first["source_ref"]).rsplit("!", 1)[-1],
            )
        )
    kept = keyed[n_values <= 1].drop_duplicates(_STATED_KEY)
    return kept.drop(columns="name_key"), issues
