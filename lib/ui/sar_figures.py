"""Rows of the synthesis of self-assessments: counts with per cents, each count leading to its schools."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lib.domain.assessment_synthesis import StandardSummary
from lib.domain.level_changes import Direction, LevelChange
from lib.domain.reported_counts import CountPart, ReportedCount
from lib.thai.numerals import format_number
from lib.ui.figure_tables import show_figures
from lib.ui.way_home_stops import Stop

#: Of fewer reports a per cent says more than they do.
FEW = 10
_EVERY_LEVEL = (1, 2, 3, 4, 5)
_WITHOUT, _APART, _ALL, _MEAN = "ไม่ระบุระดับ", "ชุดอื่น", "รวม", "ค่าเฉลี่ย"


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One row of a table of levels.

    Attributes:
        heads: columns before the levels.
        summary: what the row counts; ``cell`` names the count without its levels.
    """

    heads: dict[str, str]
    summary: StandardSummary
    cell: ReportedCount


def show_levels(rows: Sequence[FigureRow], key: str, *, with_few: bool = True) -> bool:
    """A table of rows by five levels.

    Args:
        with_few: give per cents of rows of fewer than ten reports too.

    Returns:
        Whether some row shows counts only.
    """
    has_apart = any(row.summary.n_apart for row in rows)
    ways: dict[str, list[Stop | None]] = {}
    drawn = []
    for row in rows:
        summary, bare = row.summary, not with_few and 0 < row.summary.n_counted < FEW
        cells = dict(row.heads)
        for count in summary.counts:
            cells[count.word] = _share(count.n, count.pct, bare or not summary.n_counted)
            _lead(ways, count.word, count.n, replace(row.cell, levels=(count.level,)))
        cells[_WITHOUT] = _share(summary.n_without_level, summary.pct_without_level, bare)
        without = replace(row.cell, part=CountPart.WITHOUT_LEVEL)
        _lead(ways, _WITHOUT, summary.n_without_level, without)
        if has_apart:
            cells[_APART] = _share(summary.n_apart, summary.pct_apart, bare)
            _lead(ways, _APART, summary.n_apart, replace(row.cell, part=CountPart.APART))
        cells |= {_ALL: f"{summary.n_counted:,}", _MEAN: format_number(summary.mean)}
        _lead(ways, _MEAN, summary.n_rated, replace(row.cell, levels=_EVERY_LEVEL))
        drawn.append(cells)
    show_figures(drawn, key=key, ways=ways)
    return not with_few and any(0 < row.summary.n_counted < FEW for row in rows)


def rounded_apart(rows: Sequence[StandardSummary]) -> bool:
    """Whether the rounded per cents of some row add up to something other than 100."""
    return any(
        row.n_counted
        and round(sum(count.pct for count in row.counts) + row.pct_without_level + row.pct_apart, 2) != 100
        for row in rows
    )


def show_directions(changes: Sequence[LevelChange], key: str, *, confirmed_only: bool) -> None:
    """How many schools rose, stayed and fell, one row per standard."""
    ways: dict[str, list[Stop | None]] = {}
    drawn = []
    for change in changes:
        row = {"มาตรฐาน": f"{change.standard} {change.name}"}
        for direction in Direction:
            n = change.n(direction)
            row[direction.label] = f"{n:,}"
            _lead(ways, direction.label, n, _moved(change, direction.moves, confirmed_only))
        row["มีระดับทั้งสองปี"] = f"{change.n_both:,}"
        row[f"มีระดับปี {change.from_year_be}"] = f"{change.n_before:,}"
        row[f"มีระดับปี {change.to_year_be}"] = f"{change.n_now:,}"
        every = tuple(move for direction in Direction for move in direction.moves)
        _lead(ways, "มีระดับทั้งสองปี", change.n_both, _moved(change, every, confirmed_only))
        drawn.append(row)
    show_figures(drawn, key=key, ways=ways)


def show_moves(change: LevelChange, words: Sequence[str], key: str, *, confirmed_only: bool) -> None:
    """From-level by to-level of one standard; levels nobody had in either year are absent."""
    used = [
        place
        for place in range(len(words))
        if any(change.matrix[place]) or any(row[place] for row in change.matrix)
    ]
    ways: dict[str, list[Stop | None]] = {}
    drawn = []
    for before in used:
        row = {f"ปี {change.from_year_be}": words[before]}
        for now in used:
            n, column = change.matrix[before][now], f"{words[now]} ปี {change.to_year_be}"
            row[column] = f"{n:,}"
            _lead(ways, column, n, _moved(change, ((before + 1, now + 1),), confirmed_only))
        drawn.append(row)
    show_figures(drawn, key=key, ways=ways)


def _share(n: int, pct: float, bare: bool) -> str:
    return f"{n:,}" if bare or not n else f"{n:,} ({format_number(pct)})"


def _lead(ways: dict[str, list[Stop | None]], column: str, n: int, cell: ReportedCount) -> None:
    ways.setdefault(column, []).append(Stop(reported=cell) if n else None)


def _moved(change: LevelChange, moves: tuple[tuple[int, int], ...], confirmed_only: bool) -> ReportedCount:
    return ReportedCount(
        change.to_year_be,
        change.level_of_education,
        change.standard,
        part=CountPart.MOVES,
        before_year_be=change.from_year_be,
        moves=moves,
        confirmed_only=confirmed_only,
    )
