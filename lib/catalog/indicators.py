"""Turn the indicator files into typed indicators; one ``[[indicator]]`` is one indicator, one ``[[grid]]`` a family.

A grid has rows (grades) and columns (subjects) and stands for every pair. In its texts ``{row}``, ``{column}``
and their ``_short`` forms are replaced; an alias pattern is expanded for every alias of the row and the column.
"""

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

from lib.catalog.toml_files import Table, load_table, refuse, refuse_unknown, require
from lib.domain.indicators import Compare, Direction, Indicator, Kind
from lib.domain.periods import PeriodKind

_NEEDED = ("name", "unit", "direction", "kind", "period_kind", "source_system", "owner")
_TEXTS = (
    "name",
    "short_name",
    "unit",
    "denominator",
    "benchmark_label",
    "scale",
    "source_system",
    "owner",
    "note",
)
_NUMBERS = ("valid_min", "valid_max", "target", "target_high", "benchmark")
_LISTS = (
    "aliases",
    "full_aliases",
    "n_aliases",
    "numerator_aliases",
    "sd_aliases",
    "context",
    "total_of",
    "break_years",
)
_FLAGS = ("zero_is_missing", "key_indicator")
_SHARED = {*_NEEDED, *_TEXTS, *_NUMBERS, *_LISTS, *_FLAGS, "id", "compare", "min_n", "group", "group_name"}
_GRID_ONLY = {"row", "column"}
_AXIS_TEXTS = ("aliases", "context", "total_of")
_AXIS = {"short", "full_name", "not_in_rows", *_SHARED, "total_of_rows", "total_of_columns"}

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


def load_indicators(path: Path, domain: str) -> tuple[Indicator, ...]:
    """Every indicator of one domain's file, in the file's order.

    Raises:
        BadCatalogue: a key is missing, unknown or of the wrong sort; file, entry and key are named.
    """
    document = load_table(path)
    refuse_unknown(document, ("indicator", "grid"), file=path.name, where="ทั้งไฟล์")
    found: list[Indicator] = []
    for table in document.get("indicator", []):
        refuse_unknown(table, _SHARED, file=path.name, where=str(table.get("id", "?")))
        found.append(_make(table, domain, path.name))
    for grid in document.get("grid", []):
        found.extend(_make(table, domain, path.name) for table in _expand(grid, domain, path.name))
    return tuple(found)


def _make(table: Table, domain: str, file: str) -> Indicator:
    where = str(table.get("id", "?"))
    require(table, ("id", *_NEEDED), file=file, where=where)
    try:
        kind = Kind(table["kind"])
        values: dict[str, Any] = {
            "direction": Direction(table["direction"]),
            "kind": kind,
            "period_kind": PeriodKind(table["period_kind"]),
            "compare": Compare(table["compare"]) if "compare" in table else _DEFAULT_COMPARE[kind],
        }
    except ValueError as error:
        raise refuse(file, where, str(error)) from error
    values |= {key: str(table[key]) for key in _TEXTS if key in table}
    values |= {key: float(table[key]) for key in _NUMBERS if key in table}
    values |= {key: tuple(table[key]) for key in _LISTS if key in table}
    values |= {key: bool(table[key]) for key in _FLAGS if key in table}
    values |= {key: str(table[key]) for key in ("row", "column") if key in table}
    values.setdefault("short_name", values["name"])
    code = where
    values["total_of"] = tuple(f"{domain}.{part}" for part in values.get("total_of", ()))
    return Indicator(
        id=f"{domain}.{code}",
        domain=domain,
        group=str(table.get("group", code)),
        group_name=str(table.get("group_name", values["name"])),
        min_n=int(table.get("min_n", 10)),
        **values,
    )


def _expand(grid: Table, domain: str, file: str) -> Iterator[dict[str, Any]]:
    """One plain indicator table per row × column; a column's keys win over a row's, a row's over the grid's."""
    where = f"grid {grid.get('id', '?')}"
    require(grid, ("id", "row", "column", "name"), file=file, where=where)
    refuse_unknown(grid, _SHARED | _GRID_ONLY, file=file, where=where)
    for row, column in product(grid["row"], grid["column"]):
        for axis in (row, column):
            require(axis, ("id", "name"), file=file, where=where)
            refuse_unknown(axis, _AXIS, file=file, where=f"{where} {axis['id']}")
        if row["id"] in column.get("not_in_rows", ()):
            continue
        yield _one_of_grid(grid, row, column)


def _one_of_grid(grid: Table, row: Table, column: Table) -> dict[str, Any]:
    words = {
        "row": row["name"],
        "column": column["name"],
        "row_short": row.get("short", row["name"]),
        "column_short": column.get("short", column["name"]),
    }
    inherited = {
        key: value
        for axis in (grid, row, column)
        for key, value in axis.items()
        if key in _SHARED and key not in ("id", "name", "short_name", *_AXIS_TEXTS)
    }
    code = f"{grid['id']}_{row['id']}_{column['id']}"
    table: dict[str, Any] = inherited | {
        "id": code,
        "name": str(column.get("full_name", grid["name"])).format(**words),
        "short_name": str(grid.get("short_name", grid["name"])).format(**words),
        "group": f"{grid['id']}_{row['id']}",
        "group_name": str(grid.get("group_name", grid["name"])).format(**words),
        "row": row["id"],
        "column": column["id"],
        "context": list(dict.fromkeys(_contexts(grid.get("context", ()), row))),
    }
    for key in ("aliases", "full_aliases", "n_aliases", "numerator_aliases", "sd_aliases"):
        patterns = [*column.get(key, ()), *(grid.get(key, ()) if key != "aliases" else ())]
        table[key] = list(dict.fromkeys(_aliases(patterns, row, column)))
    across = [f"{grid['id']}_{row['id']}_{part}" for part in column.get("total_of_columns", ())]
    down = [f"{grid['id']}_{part}_{column['id']}" for part in row.get("total_of_rows", ())]
    return table | {"total_of": across or down}


def _contexts(patterns: list[str], row: Table) -> Iterator[str]:
    """Each context pattern once per way the row is written."""
    for pattern in patterns:
        for word in row.get("context", (row["name"],)):
            yield pattern.format(row=word)


def _aliases(patterns: list[str], row: Table, column: Table) -> Iterator[str]:
    rows = row.get("aliases", (row["name"],))
    columns = (column["name"], column.get("short", column["name"]))
    for pattern in patterns:
        for row_word, column_word in product(rows, dict.fromkeys(columns)):
            yield pattern.format(row=row_word, column=column_word)
