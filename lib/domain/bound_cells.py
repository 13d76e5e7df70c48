"""Names of the cells of a table that show a figure."""

from collections import Counter

from lib.domain.documents import Table

#: Tables of what was printed before, no figures of now.
_WITHOUT_FIGURES = ("edition_changes",)
#: Longer words are sentences, which name no row.
_LONGEST_NAME = 60


def cell_ids(table: Table) -> tuple[tuple[str, ...], ...]:
    """The figure of each cell: what the table says, else for a cell with a digit its row and column.

    The first column names the rows; rows that share a name are counted.
    """
    titles, key = column_titles(table), table_key(table)
    if not has_figures(table):
        return (("",) * len(table.columns),) * len(table.rows)
    ids: list[tuple[str, ...]] = []
    for place, (name, row) in enumerate(zip(row_names(table), table.rows, strict=True)):
        given = table.figure_ids[place] if table.figure_ids else ("",) * len(row)
        ids.append(
            tuple(
                own or (cell_id(key, name, title) if is_figure(cell, column) else "")
                for column, (own, cell, title) in enumerate(zip(given, row, titles, strict=True))
            )
        )
    return tuple(ids)


def has_figures(table: Table) -> bool:
    """Whether a table shows figures of now."""
    return table_key(table) not in _WITHOUT_FIGURES


def table_key(table: Table) -> str:
    """What a table is called in ids."""
    return table.key or table.caption


def column_titles(table: Table) -> tuple[str, ...]:
    """What the columns are called in ids."""
    return tuple(" ".join(filter(None, (column.group, column.title))) for column in table.columns)


def row_names(table: Table) -> tuple[str, ...]:
    """The first words of each row, with the next ones where any rows share them; those still alike count."""
    words = [_words(table, row) for row in table.rows]
    n_words = 1 if len({told[0] for told in words}) == len(words) else 2
    met: Counter[str] = Counter()
    names: list[str] = []
    for told in words:
        label = " · ".join(told[:n_words])
        met[label] += 1
        names.append(f"{label} ({met[label]})" if met[label] > 1 else label)
    return tuple(names)


def _words(table: Table, row: tuple[str, ...]) -> list[str]:
    """Words of a row that can name it: the first, then short ones of columns that hold words."""
    told = [(place, cell.replace("\n", " ")) for place, cell in enumerate(row) if cell and not cell.isdigit()]
    if not told:
        return [row[0]]
    first, *others = told
    return [
        first[1],
        *(
            cell
            for place, cell in others
            if len(cell) <= _LONGEST_NAME and table.columns[place].align == "left"
        ),
    ]


def cell_id(key: str, name: str, title: str) -> str:
    """The id of a cell that has none of its own."""
    return f"cell|{key}|{name}|{title}"


def is_figure(cell: str, column: int) -> bool:
    """Whether a cell holds a figure; the first column holds names and running numbers."""
    return column > 0 and any(letter.isdigit() for letter in cell)
