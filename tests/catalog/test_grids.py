"""A grid is expanded to the indicators one would have written by hand."""

from collections.abc import Callable

import pytest

from lib.domain.indicators import Direction, Indicator
from lib.errors import BadCatalogue

Load = Callable[[str], tuple[Indicator, ...]]

GRID = """
[[grid]]
id = "song"
name = "คะแนนเพลง {row} {column}"
short_name = "เพลง {row} {column_short}"
group_name = "เพลง {row}"
unit = "คะแนน"
direction = "higher"
kind = "mean"
denominator = "ผู้ร้อง"
period_kind = "academic_year"
source_system = "แบบทดสอบ"
owner = "กลุ่มทดสอบ"
context = ["เพลง & {row}"]
aliases = ["{column}"]
full_aliases = ["เพลง {column} {row}"]
n_aliases = ["ผู้ร้อง"]

[[grid.row]]
id = "p1"
name = "ป.1"
spellings = ["ป.1", "ประถมปีที่ 1"]

[[grid.row]]
id = "p2"
name = "ป.2"
context = ["ป.2", "p2"]

[[grid.column]]
id = "high"
name = "เสียงสูง"
short = "สูง"
spellings = ["เสียงสูง", "สูง"]
aliases = ["สูงมาก"]

[[grid.column]]
id = "low"
name = "เสียงต่ำ"
not_in_rows = ["p1"]
direction = "context"

[[grid.cell]]
row = "p2"
column = "high"
benchmark = 40
benchmark_label = "ตัวอย่าง"
"""


def test_a_grid_yields_its_pairs_row_by_row_without_those_left_out(load_text: Load) -> None:
    assert [indicator.id for indicator in load_text(GRID)] == [
        "general.song_p1_high",
        "general.song_p2_high",
        "general.song_p2_low",
    ]


def test_every_spelling_of_row_and_column_is_put_into_the_patterns(load_text: Load) -> None:
    high = load_text(GRID)[0]
    assert high.aliases == ("เสียงสูง", "สูง", "สูงมาก")
    assert high.full_aliases == (
        "คะแนนเพลง ป.1 เสียงสูง",
        "เพลง ป.1 สูง",
        "เพลง เสียงสูง ป.1",
        "เพลง สูง ป.1",
        "เพลง เสียงสูง ประถมปีที่ 1",
        "เพลง สูง ประถมปีที่ 1",
    )
    assert high.context == ("เพลง & ป.1", "เพลง & ประถมปีที่ 1")
    assert (high.group, high.group_name) == ("song_p1", "เพลง ป.1")


def test_a_row_may_be_written_otherwise_in_titles_than_in_headers(load_text: Load) -> None:
    assert load_text(GRID)[1].context == ("เพลง & ป.2", "เพลง & p2")


def test_a_column_wins_over_the_grid_and_a_cell_over_both(load_text: Load) -> None:
    _, high, low = load_text(GRID)
    assert (high.direction, high.benchmark) == (Direction.HIGHER, 40.0)
    assert (low.direction, low.benchmark) == (Direction.CONTEXT, None)


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [
        ('aliases = ["{column}"]', 'aliases = ["{subject}"]', "subject"),
        ('row = "p2"\n', 'row = "p9"\n', "p9"),
        ("not_in_rows", "notinrows", "notinrows"),
        ('spellings = ["เสียงสูง", "สูง"]', 'spellings = "สูง"', "spellings"),
        ('name = "ป.1"\n', "", "name"),
    ],
)
def test_a_fault_of_a_grid_is_named(load_text: Load, before: str, after: str, named: str) -> None:
    assert before in GRID
    with pytest.raises(BadCatalogue, match=rf"general\.toml.*grid song.*{named}"):
        load_text(GRID.replace(before, after, 1))
