"""Every chart says what it shows, hides no small school, and survives odd names and grey print."""

import json
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pandas as pd
import pytest

from lib.charts.distribution import make_distribution
from lib.charts.funnel import make_funnel
from lib.charts.groups import make_group_bars
from lib.charts.marks import Mark
from lib.charts.sar_levels import make_sar_levels
from lib.charts.spec import apart, wrapped
from lib.charts.theme import GROUND, LEVELS, VegaSpec
from lib.charts.trend import make_trend
from tests.charts.frames import ODD_NAME, curve, groups, levels, lines, schools, spec

CHARTS = {
    "distribution": lambda: make_distribution(schools(), spec(chosen="1")),
    "funnel": lambda: make_funnel(schools(), curve(), spec(chosen="1"), "ผู้เข้าสอบ (คน)"),
    "trend": lambda: make_trend(lines(), spec()),
    "groups": lambda: make_group_bars(groups(), spec()),
    "sar_levels": lambda: make_sar_levels(levels(), spec()),
}


@pytest.fixture(params=sorted(CHARTS))
def chart(request: pytest.FixtureRequest) -> VegaSpec:
    return CHARTS[request.param]()


def encodings(chart: VegaSpec) -> Iterator[tuple[str, dict[str, Any]]]:
    for layer in chart["layer"]:
        yield from layer.get("encoding", {}).items()


def rows(chart: VegaSpec, column: str) -> list[dict[str, Any]]:
    """Rows of the largest data set that has the column."""
    found = [data for data in chart["datasets"].values() if data and column in data[0]]
    return max(found, key=len)


def test_the_title_is_the_message_and_the_subtitle_names_indicator_unit_n_and_year(chart: VegaSpec) -> None:
    assert " ".join(chart["title"]["text"]) == spec().title
    assert " ".join(chart["title"]["subtitle"]) == spec().subtitle


def test_every_chart_names_its_source(chart: VegaSpec) -> None:
    texts = [layer["mark"].get("text") for layer in chart["layer"] if layer["mark"]["type"] == "text"]
    assert [spec().footnote] in texts


def test_field_names_are_ascii_so_that_no_header_needs_escaping(chart: VegaSpec) -> None:
    fields = [each["field"] for _, each in encodings(chart) if isinstance(each, dict) and "field" in each]
    assert fields
    assert [name for name in fields if not name.replace("_", "").isascii() or not name.isidentifier()] == []


def test_upper_marks_have_room_on_every_side(chart: VegaSpec) -> None:
    assert isinstance(chart["padding"], dict)
    assert chart["padding"]["top"] >= 14
    assert chart["config"]["title"]["subtitlePadding"] >= 8


def test_a_chart_is_plain_json_without_nan(chart: VegaSpec) -> None:
    assert json.loads(json.dumps(chart, allow_nan=False)) == chart


def test_an_odd_name_is_data_and_never_part_of_an_expression() -> None:
    chart = CHARTS["funnel"]()
    names = {row["school_name"] for row in rows(chart, "school_name")}
    chart.pop("datasets")
    assert ODD_NAME in names
    assert json.dumps(ODD_NAME, ensure_ascii=False)[1:-1] not in json.dumps(chart, ensure_ascii=False)


@pytest.mark.parametrize("name", ["distribution", "funnel"])
def test_a_small_school_is_shown_and_stays_hollow(name: str) -> None:
    chart = CHARTS[name]()
    fill = next(each for channel, each in encodings(chart) if channel == "fill")["scale"]
    colours = dict(zip(fill["domain"], fill["range"], strict=True))
    assert colours[Mark.SMALL] == GROUND
    assert "บ้านหิน" in {row["school_name"] for row in rows(chart, "school_name")}


@pytest.mark.parametrize("name", ["distribution", "funnel"])
def test_good_and_poor_differ_by_shape_as_well_as_colour(name: str) -> None:
    shape = next(each for channel, each in encodings(CHARTS[name]()) if channel == "shape")["scale"]
    shapes = dict(zip(shape["domain"], shape["range"], strict=True))
    assert len({shapes[Mark.GOOD], shapes[Mark.POOR], shapes[Mark.CHANCE]}) == 3


@pytest.mark.parametrize("name", ["distribution", "funnel"])
def test_the_tooltip_of_a_school_is_one_sentence(name: str) -> None:
    tooltips = [each["field"] for channel, each in encodings(CHARTS[name]()) if channel == "tooltip"]
    assert tooltips == ["sentence"]


def test_schools_that_meet_are_stacked_not_hidden() -> None:
    same = pd.concat([schools().assign(value=40.0), schools().assign(value=60.0)], ignore_index=True)
    stacked = rows(make_distribution(same, spec()), "stack")
    assert len({(row["at"], row["stack"]) for row in stacked}) == 8


def test_bars_start_at_zero() -> None:
    chart = CHARTS["groups"]()
    bars = next(layer for layer in chart["layer"] if layer["mark"]["type"] == "bar")
    assert bars["encoding"]["x"]["scale"]["domain"][0] == 0
    assert bars["encoding"]["x"]["scale"]["zero"] is True


def test_bars_below_zero_keep_zero_inside() -> None:
    below = groups().assign(value=[-5.0, 3.0, float("nan")])
    chart = make_group_bars(below, spec(low=None, high=None, held=()))
    low, high = next(layer for layer in chart["layer"] if layer["mark"]["type"] == "bar")["encoding"]["x"][
        "scale"
    ]["domain"]
    assert low < -5
    assert high > 3


def test_clusters_keep_their_official_order_and_one_without_a_figure_has_no_bar() -> None:
    bars = next(layer for layer in CHARTS["groups"]()["layer"] if layer["mark"]["type"] == "bar")
    assert bars["encoding"]["y"]["sort"] == ["กลุ่มน้ำ", "กลุ่มป่า"]


def test_a_year_without_a_figure_interrupts_the_line() -> None:
    every_row = [row for data in CHARTS["trend"]()["datasets"].values() for row in data if "year" in row]
    outside = {row["year"]: row["value"] for row in every_row if row["name"].startswith("ประเทศ")}
    assert outside == {"2565": 43.0, "2566": None, "2567": 42.1}


def test_names_of_near_lines_do_not_lie_on_each_other() -> None:
    moves = apart([40.0, 40.1, 60.0], [0.0, 100.0], 300)
    places = [300 * (100 - value) / 100 + move for value, move in zip([40.0, 40.1, 60.0], moves, strict=True)]
    assert abs(places[0] - places[1]) >= 20


def test_far_names_stay_beside_their_lines() -> None:
    assert apart([10.0, 90.0], [0.0, 100.0], 300) == [0.0, 0.0]


def test_the_levels_of_a_standard_add_up_to_its_schools() -> None:
    parts = rows(CHARTS["sar_levels"](), "n_schools")
    assert [(part["start"], part["end"]) for part in parts if part["standard"] == "มาตรฐานที่ 1"] == [
        (0, 10),
        (10, 14),
    ]


def test_levels_grow_darker_so_that_grey_print_keeps_their_order() -> None:
    def light(colour: str) -> float:
        red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    shades = [light(colour) for colour in LEVELS]
    assert all(before - after > 25 for before, after in pairwise(shades))


def test_marks_above_a_letter_take_no_room_when_lines_are_cut() -> None:
    assert wrapped("น้ำ ที่ กี่", 5) == ["น้ำ ที่", "กี่"]


def test_a_pile_too_high_for_dots_becomes_bars_from_zero_that_count_every_school() -> None:
    many = pd.concat([schools().assign(value=0.0)] * 20 + [schools()], ignore_index=True)
    chart = make_distribution(many, spec())
    parts = rows(chart, "bottom")
    assert min(part["bottom"] for part in parts) == 0
    assert sum(part["stack"] - part["bottom"] for part in parts) == 84
