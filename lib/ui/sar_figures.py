"""Rows of the synthesis of self-assessments: counts with per cents, each count leading to its schools."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st

from lib.domain.assessment_synthesis import StandardSummary
from lib.domain.level_changes import Direction, LevelChange
from lib.domain.reported_counts import CountPart, ReportedCount
from lib.thai.numerals import format_number
from lib.ui.figure_tables import show_figures
from lib.ui.way_home_stops import Stop

#: Of fewer reports a per cent says more than they do.
FEW = 10
_EVERY_LEVEL = (1, 2, 3, 4, 5)
_WITHOUT, _APART, _ALL, _MEAN = "ไม่ระบุ", "ชุดอื่น", "รวม", "เฉลี่ย"
_HELP = {
    _WITHOUT: "ส่งรายงานแล้ว แต่อ่านระดับของแถวนี้ไม่พบ",
    _APART: "ใช้มาตรฐานชุดอื่นหรือเกณฑ์เดิม ระดับเทียบกับชุดปัจจุบันไม่ได้",
    _ALL: "รายงานที่นำมานับ เป็นฐานของร้อยละ",
    _MEAN: "ค่าเฉลี่ยของระดับ 1–5 จากสถานศึกษาที่มีระดับ",
}
_ROW_HEIGHT = 36
#: A count with its per cent, a bare count, and what is left of a page for the names of rows.
_SHARE_PX, _COUNT_PX, _TABLE_PX, _NAME_PX = 87, 48, 874, 150


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


def show_levels(
    rows: Sequence[FigureRow], key: str, *, with_few: bool = True, with_total: bool = True
) -> bool:
    """A table of rows by five levels.

    Args:
        with_few: give per cents of rows of fewer than ten reports too.
        with_total: say what the per cents rest on; False where a column before the levels does.

    Returns:
        Whether some row shows counts only.
    """
    has_without = any(row.summary.n_without_level for row in rows)
    has_apart = any(row.summary.n_apart for row in rows)
    ways: dict[str, list[Stop | None]] = {}
    drawn = []
    for row in rows:
        summary, bare = row.summary, not with_few and 0 < row.summary.n_counted < FEW
        cells = dict(row.heads)
        for count in summary.counts:
            cells[count.word] = _share(count.n, count.pct, bare or not summary.n_counted)
            _lead(ways, count.word, count.n, replace(row.cell, levels=(count.level,)))
        if has_without:
            cells[_WITHOUT] = _share(summary.n_without_level, summary.pct_without_level, bare)
            without = replace(row.cell, part=CountPart.WITHOUT_LEVEL)
            _lead(ways, _WITHOUT, summary.n_without_level, without)
        if has_apart:
            cells[_APART] = _share(summary.n_apart, summary.pct_apart, bare)
            _lead(ways, _APART, summary.n_apart, replace(row.cell, part=CountPart.APART))
        if with_total:
            cells[_ALL] = f"{summary.n_counted:,}"
        cells[_MEAN] = format_number(summary.mean)
        _lead(ways, _MEAN, summary.n_rated, replace(row.cell, levels=_EVERY_LEVEL))
        drawn.append(cells)
    _show(drawn, ways, key)
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
    _show(drawn, ways, key)


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
    _show(drawn, ways, key)


def _show(rows: Sequence[dict[str, str]], ways: dict[str, list[Stop | None]], key: str) -> None:
    """Every row in sight; the first column takes what the figures leave."""
    first, *others = rows[0]
    widths = {
        column: max(_COUNT_PX, _head_px(column), _SHARE_PX if any("(" in row[column] for row in rows) else 0)
        for column in others
    }
    longest = max(_head_px(text) for text in (first, *(row[first] for row in rows)))
    widths[first] = max(min(_NAME_PX, longest), _TABLE_PX - sum(widths.values()))
    show_figures(
        rows,
        key=key,
        ways=ways,
        height=_ROW_HEIGHT * (len(rows) + 1) + 3,
        row_height=_ROW_HEIGHT,
        column_config={
            column: st.column_config.TextColumn(width=width, help=_HELP.get(column))
            for column, width in widths.items()
        },
    )


def _head_px(text: str) -> int:
    """Room of a header; marks above and below a letter take none."""
    return 18 + 9 * sum(unicodedata.category(letter) != "Mn" for letter in text)


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
