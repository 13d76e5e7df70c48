"""A column of a dropped workbook charted as it stands, without knowing what it means."""

from functools import partial
from typing import TYPE_CHECKING

from lib.charts.drawing import ChartTable, Drawing
from lib.charts.groups import make_group_bars
from lib.charts.histogram import make_histogram
from lib.charts.plain_rows import PlainRow, plain_frame
from lib.charts.spec import ChartSpec
from lib.domain.meeting import PinnedTable, Question, Term, TermKind
from lib.domain.plain_tables import PlainColumn, PlainTable
from lib.services.meeting_answer import Answer, FollowUp, heading, meeting_words
from lib.thai.numerals import round_half_up

if TYPE_CHECKING:
    import pandas as pd

#: More bars than these no longer fit a screen.
_MOST_BARS = 30
_MOST_COLUMNS = 24


def column_terms(tables: tuple[PlainTable, ...]) -> dict[str, str]:
    """Key → label of every column that can be charted, in the file's order."""
    return {
        Term(TermKind.COLUMN, column.place).key: " · ".join(
            part for part in (column.name, table.sheet) if part
        )
        for table in tables
        for column in table.columns
    }


def column_steps(tables: tuple[PlainTable, ...], but: str = "") -> tuple[FollowUp, ...]:
    """The columns as questions; ``but`` is the place of one left out."""
    left_out = Term(TermKind.COLUMN, but).key
    offered = [(key, label) for key, label in column_terms(tables).items() if key != left_out]
    return tuple(FollowUp(label, (key,)) for key, label in offered[:_MOST_COLUMNS])


def answer_column(question: Question, tables: tuple[PlainTable, ...], file_name: str) -> Answer:
    """The column as bars, or as a distribution where there are many rows.

    Raises:
        KeyError: the file has no such column.
    """
    found = [(table, one) for table in tables for one in table.columns if one.place == question.column]
    if not found:
        raise KeyError(question.column)
    table, column = found[0]
    named = {
        "column": column.name,
        "sheet": f"ชีต {table.sheet} " if table.sheet else "",
        "file": file_name,
    }
    frame = _rows(table, column)
    told = meeting_words().say(
        "plain",
        **named,
        n=f"{len(frame):,}",
        n_rows=f"{len(table.labels):,}",
        low=_printed(frame["value"].min()),
        high=_printed(frame["value"].max()),
        middle=_printed(frame["value"].median()),
        totals=meeting_words().say("plain_totals", n=f"{table.n_totals:,}") if table.n_totals else "",
    )
    rows = tuple(zip(frame["group_name"], frame["words"], frame["group_id"], strict=True))
    return Answer(
        question,
        heading("plain", **named),
        told,
        _draw(frame, column, named, len(table.labels)),
        PinnedTable((table.label_name or "แถว", column.name, "เซลล์"), rows),
        (None,) * len(rows),
        (file_name,),
        column_steps(tables, column.place),
    )


def _rows(table: PlainTable, column: PlainColumn) -> "pd.DataFrame":
    """The rows with a value in the file's order."""
    seen: dict[str, int] = {}
    rows = []
    for label, value, cell in zip(table.labels, column.values, column.cells, strict=True):
        if value is not None:
            seen[label] = seen.get(label, 0) + 1
            rows.append(
                PlainRow(label if seen[label] == 1 else f"{label} ({cell})", value, _printed(value), cell)
            )
    return plain_frame(rows)


def _draw(frame: "pd.DataFrame", column: PlainColumn, named: dict[str, str], n_rows: int) -> Drawing:
    wording = meeting_words()
    words = ChartSpec(
        title=heading("plain", **named),
        subtitle=wording.say("plain_subtitle", **named, n=f"{len(frame):,}", n_rows=f"{n_rows:,}"),
        footnote=wording.say("plain_source", **named),
        axis=column.name,
        reading=wording.texts["plain_reading"],
    )
    few = len(frame) <= _MOST_BARS
    spec = make_group_bars(frame, words) if few else make_histogram(frame["value"], words)
    return Drawing(spec, words, words.title, partial(_saved, frame, column))


def _saved(frame: "pd.DataFrame", column: PlainColumn) -> ChartTable:
    return ChartTable(
        ("แถว", column.name, "เซลล์"),
        tuple(
            (str(name), round_half_up(float(value)), str(cell))
            for name, value, cell in zip(frame["group_name"], frame["value"], frame["group_id"], strict=True)
        ),
    )


def _printed(value: float) -> str:
    rounded = round_half_up(float(value))
    return f"{rounded:,.0f}" if rounded == int(rounded) else f"{rounded:,.2f}"
