"""A grid stands for one indicator per row (grade) and column (subject), such as a test family.

In its texts ``{row}``, ``{column}``, ``{row_short}`` and ``{column_short}`` are replaced by the names; in
header patterns ``{row}`` and ``{column}`` by every spelling of the row and the column; in context patterns
``{row}`` by every context word of the row. The patterns of grid, row and column add up; of other keys the
column's wins over the row's, the row's over the grid's, and a ``[[grid.cell]]`` over all.
"""

from collections.abc import Iterator
from itertools import product
from typing import Any

from lib.catalog.facets import AXIS_SORTS, CELL_SORTS, FACET_SORTS, GRID_SORTS, SPELLED
from lib.catalog.toml_files import Table, refuse, require, require_sorts


def expand_grid(grid: Table, file: str) -> Iterator[dict[str, Any]]:
    """One plain indicator table per row and column of the grid, rows first.

    Raises:
        BadCatalogue: a key is missing, unknown, of the wrong sort, or a pattern names something else.
    """
    where = f"grid {grid.get('id', '?')}"
    require(grid, ("id", "row", "column", "name"), file=file, where=where)
    require_sorts(grid, GRID_SORTS, file=file, where=where)
    for axis in (*grid["row"], *grid["column"]):
        require(axis, ("id", "name"), file=file, where=where)
        require_sorts(axis, AXIS_SORTS, file=file, where=f"{where} {axis['id']}")
    cells = _cells(grid, file, where)
    for row, column in product(grid["row"], grid["column"]):
        if row["id"] in column.get("not_in_rows", ()):
            continue
        try:
            table = _one_of_grid(grid, row, column)
        except (KeyError, IndexError, ValueError) as error:
            reason = f"ข้อความที่มี {{ }} ใช้ได้เฉพาะ {{row}} และ {{column}} ({error})"
            raise refuse(file, f"{where} {row['id']} {column['id']}", reason) from error
        yield table | cells.get((row["id"], column["id"]), {})


def _cells(grid: Table, file: str, where: str) -> dict[tuple[str, str], dict[str, Any]]:
    rows, columns = ({axis["id"] for axis in grid[key]} for key in ("row", "column"))
    cells = {}
    for cell in grid.get("cell", ()):
        require(cell, ("row", "column"), file=file, where=f"{where} cell")
        key = cell["row"], cell["column"]
        require_sorts(cell, CELL_SORTS, file=file, where=f"{where} cell {key[0]} {key[1]}")
        if key[0] not in rows or key[1] not in columns:
            raise refuse(file, f"{where} cell", f"ไม่มีแถว {key[0]} หรือคอลัมน์ {key[1]}")
        cells[key] = dict(cell)
    return cells


def _one_of_grid(grid: Table, row: Table, column: Table) -> dict[str, Any]:
    words = {
        "row": row["name"],
        "column": column["name"],
        "row_short": row.get("short", row["name"]),
        "column_short": column.get("short", column["name"]),
    }
    named = ("name", "short_name", *SPELLED)
    inherited = {
        key: value
        for axis in (grid, row, column)
        for key, value in axis.items()
        if key in FACET_SORTS and key not in named
    }
    table: dict[str, Any] = inherited | {
        "id": f"{grid['id']}_{row['id']}_{column['id']}",
        "name": str(column.get("full_name", grid["name"])).format(**words),
        "short_name": str(column.get("short_name", grid.get("short_name", grid["name"]))).format(**words),
        "group": str(inherited.get("group", f"{grid['id']}_{row['id']}")).format(**words),
        "row": row["id"],
        "column": column["id"],
        "context": list(dict.fromkeys(_contexts(grid.get("context", ()), row))),
    }
    if "group_name" in inherited:
        table["group_name"] = str(inherited["group_name"]).format(**words)
    for key in SPELLED:
        patterns = [pattern for axis in (grid, row, column) for pattern in axis.get(key, ())]
        table[key] = list(dict.fromkeys(_spelled(patterns, row, column)))
    across = [f"{grid['id']}_{row['id']}_{part}" for part in column.get("total_of_columns", ())]
    down = [f"{grid['id']}_{part}_{column['id']}" for part in row.get("total_of_rows", ())]
    return table | {"total_of": across or down}


def _contexts(patterns: list[str], row: Table) -> Iterator[str]:
    """Each context pattern once per way the row is written in a title."""
    for pattern in patterns:
        for word in row.get("context", row.get("spellings", (row["name"],))):
            yield pattern.format(row=word)


def _spelled(patterns: list[str], row: Table, column: Table) -> Iterator[str]:
    rows = row.get("spellings", (row["name"],))
    columns = column.get("spellings", (column["name"],))
    for pattern, row_word, column_word in product(patterns, rows, columns):
        yield pattern.format(row=row_word, column=column_word)
