"""The strips beside a school's table: placed by row, each on a scale of its own, small years hollow."""

from typing import Any

import pandas as pd

from lib.charts.small_multiples import STRIP_COLUMNS, make_strips
from lib.charts.theme import VegaSpec

NAN = float("nan")
ROWS = pd.DataFrame(
    [
        (0, 2566, 20.0, 40.0, 30.0, 50.0, False, "ก"),
        (0, 2567, NAN, 40.0, 30.0, 50.0, False, "ก"),
        (0, 2568, 60.0, 40.0, 30.0, 50.0, True, "ก"),
        (1, 2566, 5.0, NAN, NAN, NAN, False, "ข"),
        (1, 2567, 5.0, NAN, NAN, NAN, False, "ข"),
        (1, 2568, 5.0, NAN, NAN, NAN, False, "ข"),
    ],
    columns=list(STRIP_COLUMNS),
)


def drawn() -> VegaSpec:
    return make_strips(ROWS, "#0072B2", ("2566", "2567", "2568"), row_height=36, head_height=38)


def points(spec: VegaSpec) -> list[dict[str, Any]]:
    layer = next(
        each for each in spec["layer"] if isinstance(each["mark"], dict) and each["mark"]["type"] == "point"
    )
    values: list[dict[str, Any]] = spec["datasets"][layer["data"]["name"]]
    return values


def test_the_strips_are_as_high_as_the_rows_of_the_table_and_its_head() -> None:
    spec = drawn()
    assert spec["height"] == 2 * 36 + 38
    assert (spec["padding"]["top"], spec["width"]) == (0, "container")


def test_the_lowest_stands_low_in_its_strip_and_the_highest_high() -> None:
    shown = points(drawn())
    # strip 0 reaches from 20 to 60 with 16 % free above and below: 20 stands at 0.84, 60 at 0.16, 40 midway
    assert [
        round(each["at_value"], 4) for each in shown if each["place"] == 0 and each["at_value"] is not None
    ] == [
        0.84,
        0.16,
    ]
    assert {round(each["at_area"], 4) for each in shown if each["place"] == 0} == {0.5}


def test_a_missing_year_leaves_a_gap_and_equal_years_stand_in_the_middle() -> None:
    shown = points(drawn())
    assert [each["at_value"] for each in shown if each["place"] == 0][1] is None
    assert {each["at_value"] for each in shown if each["place"] == 1} == {1.5}


def test_a_year_too_small_to_read_alone_is_hollow() -> None:
    spec = drawn()
    layer = next(
        each for each in spec["layer"] if isinstance(each["mark"], dict) and each["mark"]["type"] == "point"
    )
    assert layer["encoding"]["fill"]["condition"]["test"] == "datum.small"
    assert [each["small"] for each in points(spec)] == [False, False, True, False, False, False]
