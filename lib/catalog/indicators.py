"""Turn the indicator files into typed indicators: one ``[[indicator]]`` is one, one ``[[grid]]`` a family."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lib.catalog.facets import FILE_SORTS, FLAGS, INDICATOR_SORTS, NEEDED, NUMBERS, SPELLED, TEXTS
from lib.catalog.grids import expand_grid
from lib.catalog.toml_files import Table, load_table, refuse, require, require_sorts
from lib.domain.indicators import Compare, Direction, Indicator, Kind
from lib.domain.periods import PeriodKind

#: How schools are told apart unless the file says otherwise.
_DEFAULT_COMPARE = {
    Kind.PROPORTION: Compare.PROPORTION,
    Kind.MEAN: Compare.MEAN,
    Kind.RATING: Compare.MEAN,
    Kind.SCORE: Compare.ROBUST,
    Kind.COUNT: Compare.NONE,
    Kind.AMOUNT: Compare.ROBUST,
    Kind.RATIO: Compare.ROBUST,
}


#: Units that turn a proportion's header into its count: ``เยี่ยมบ้าน`` is a per cent, ``เยี่ยมบ้าน (คน)`` is not.
_COUNT_UNITS = ("คน", "แห่ง", "โรงเรียน", "โครงการ", "รายการ", "เรื่อง", "บาท")
_PER_CENT_WORDS = ("ร้อยละ", "%", "อัตรา")


def load_indicators(path: Path, domain: str) -> tuple[Indicator, ...]:
    """Every indicator of one domain's file, in the file's order, grids last.

    Raises:
        BadCatalogue: a key is missing, unknown or of the wrong sort; file, entry and key are named.
    """
    document = load_table(path)
    require_sorts(document, FILE_SORTS, file=path.name, where="ทั้งไฟล์")
    groups: Table = document.get("groups", {})
    found: list[Indicator] = []
    for table in document.get("indicator", []):
        require_sorts(table, INDICATOR_SORTS, file=path.name, where=str(table.get("id", "?")))
        found.append(_make(table, groups, domain, path.name))
    for grid in document.get("grid", []):
        found.extend(_make(table, groups, domain, path.name) for table in expand_grid(grid, path.name))
    return tuple(found)


def _make(table: Table, groups: Table, domain: str, file: str) -> Indicator:
    code = str(table.get("id", "?"))
    require(table, ("id", *NEEDED), file=file, where=code)
    try:
        kind = Kind(table["kind"])
        values: dict[str, Any] = {
            "direction": Direction(table["direction"]),
            "kind": kind,
            "period_kind": PeriodKind(table["period_kind"]),
            "compare": Compare(table["compare"]) if "compare" in table else _DEFAULT_COMPARE[kind],
        }
    except ValueError as error:
        raise refuse(file, code, f"มีคำที่ไม่อยู่ในรายการที่ใช้ได้ ({error})") from error
    values |= {
        key: table[key] for key in (*TEXTS, *FLAGS, "row", "column", "min_n", "due_month") if key in table
    }
    values |= {key: float(table[key]) for key in NUMBERS if key in table}
    values |= {key: tuple(table[key]) for key in (*SPELLED, "context", "break_years") if key in table}
    values.setdefault("short_name", values["name"])
    # An indicator is always known by its own names, so that a blank workbook can be read back.
    own_names = (values["name"], values["short_name"])
    values["full_aliases"] = tuple(dict.fromkeys((*own_names, *values.get("full_aliases", ()))))
    if kind is Kind.PROPORTION:
        counted = _counted((*values["full_aliases"], *values.get("aliases", ())))
        values["numerator_aliases"] = tuple(dict.fromkeys((*values.get("numerator_aliases", ()), *counted)))
    values["total_of"] = tuple(f"{domain}.{part}" for part in table.get("total_of", ()))
    group = str(table.get("group", code))
    if "group" in table and "group_name" not in table and group not in groups:
        raise refuse(file, code, f"ไม่มีชื่อของ group {group} ใน [groups]")
    return Indicator(
        id=f"{domain}.{code}",
        domain=domain,
        group=group,
        group_name=str(table.get("group_name", groups.get(group, values["short_name"]))),
        **values,
    )


def _counted(aliases: tuple[str, ...]) -> Iterator[str]:
    for alias in aliases:
        if not any(word in alias for word in _PER_CENT_WORDS) and not alias.endswith(")"):
            yield from (f"{alias} ({unit})" for unit in _COUNT_UNITS)
