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
from lib.charts.heatmap import make_heatmap
from lib.charts.marks import Mark
from lib.charts.sar_levels import make_sar_levels
from lib.charts.spec import apart
from lib.charts.theme import GROUND, VegaSpec
from lib.charts.wrapping import beside, wrapped
from lib.domain.palette import LEVELS
from tests.charts.frames import CHARTS, ODD_NAME, cells, curve, groups, levels, schools, spec, wider


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


def test_every_chart_says_how_it_is_read_and_names_its_source_below(chart: VegaSpec) -> None:
    notes = [layer["mark"] for layer in chart["layer"] if layer["mark"]["type"] == "text"]
    below = {" ".join(mark["text"]): mark["dy"] for mark in notes if isinstance(mark.get("text"), list)}
    assert list(below) == [spec().reading, spec().footnote]
    assert below[spec().reading] < below[spec().footnote]


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
    chart = CHARTS["make_funnel"]()
    names = {row["school_name"] for row in rows(chart, "school_name")}
    chart.pop("datasets")
    assert ODD_NAME in names
    assert json.dumps(ODD_NAME, ensure_ascii=False)[1:-1] not in json.dumps(chart, ensure_ascii=False)


@pytest.mark.parametrize("name", ["make_distribution", "make_funnel"])
def test_a_small_school_is_shown_and_stays_hollow(name: str) -> None:
    chart = CHARTS[name]()
    fill = next(each for channel, each in encodings(chart) if channel == "fill")["scale"]
    colours = dict(zip(fill["domain"], fill["range"], strict=True))
    assert colours[Mark.SMALL] == GROUND
    assert "บ้านหิน" in {row["school_name"] for row in rows(chart, "school_name")}


@pytest.mark.parametrize("name", ["make_distribution", "make_funnel"])
def test_good_and_poor_differ_by_shape_as_well_as_colour(name: str) -> None:
    shape = next(each for channel, each in encodings(CHARTS[name]()) if channel == "shape")["scale"]
    shapes = dict(zip(shape["domain"], shape["range"], strict=True))
    assert len({shapes[Mark.GOOD], shapes[Mark.POOR], shapes[Mark.CHANCE]}) == 3


@pytest.mark.parametrize("name", ["make_distribution", "make_funnel"])
def test_the_tooltip_of_a_school_is_one_sentence(name: str) -> None:
    tooltips = [each["field"] for channel, each in encodings(CHARTS[name]()) if channel == "tooltip"]
    assert tooltips == ["sentence"]


def test_schools_that_meet_are_stacked_not_hidden() -> None:
    same = pd.concat([schools().assign(value=40.0), schools().assign(value=60.0)], ignore_index=True)
    stacked = rows(make_distribution(same, spec()), "stack")
    assert len({(row["at"], row["stack"]) for row in stacked}) == 8


def test_bars_start_at_zero() -> None:
    chart = CHARTS["make_group_bars"]()
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
    bars = next(layer for layer in CHARTS["make_group_bars"]()["layer"] if layer["mark"]["type"] == "bar")
    assert bars["encoding"]["y"]["sort"] == ["กลุ่มน้ำ", "กลุ่มป่า"]


def test_a_year_without_a_figure_interrupts_the_line() -> None:
    every_row = [row for data in CHARTS["make_trend"]()["datasets"].values() for row in data if "year" in row]
    outside = {row["year"]: row["value"] for row in every_row if row["name"].startswith("ประเทศ")}
    assert outside == {"2565": 43.0, "2566": None, "2567": 42.1}


def test_names_of_near_lines_do_not_lie_on_each_other() -> None:
    moves = apart([40.0, 40.1, 60.0], [0.0, 100.0], 300)
    places = [300 * (100 - value) / 100 + move for value, move in zip([40.0, 40.1, 60.0], moves, strict=True)]
    assert abs(places[0] - places[1]) >= 20


def test_far_names_stay_beside_their_lines() -> None:
    assert apart([10.0, 90.0], [0.0, 100.0], 300) == [0.0, 0.0]


def test_bars_of_shares_are_all_as_long_and_say_the_schools() -> None:
    parts = rows(make_sar_levels(levels(), spec()), "n_schools")
    ends = {(part["standard"], part["n_schools"]): round(part["end"], 2) for part in parts}
    # 10 of 14 = 71.43 %
    assert ends == {("มาตรฐานที่ 1", 10): 71.43, ("มาตรฐานที่ 1", 4): 100, ("มาตรฐานที่ 2", 14): 100}


def test_levels_grow_darker_so_that_grey_print_keeps_their_order() -> None:
    def light(colour: str) -> float:
        red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    shades = [light(colour) for colour in (f"#{level}" for level in LEVELS)]
    assert all(before - after > 25 for before, after in pairwise(shades))


def test_marks_above_a_letter_take_no_room_when_lines_are_cut() -> None:
    assert wrapped("น้ำ ที่ กี่", 5) == ["น้ำ ที่", "กี่"]


def test_a_pile_too_high_for_dots_becomes_bars_from_zero_that_count_every_school() -> None:
    many = pd.concat([schools().assign(value=0.0)] * 20 + [schools()], ignore_index=True)
    chart = make_distribution(many, spec())
    parts = rows(chart, "bottom")
    assert min(part["bottom"] for part in parts) == 0
    assert sum(part["stack"] - part["bottom"] for part in parts) == 84


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("make_distribution", ["school_id"]),
        ("make_funnel", ["school_id"]),
        ("make_group_bars", ["group_id"]),
        ("make_heatmap", ["indicator_id", "group_id"]),
    ],
)
def test_a_click_on_a_sign_hands_over_what_it_stands_for(name: str, fields: list[str]) -> None:
    chart = CHARTS[name]()
    (choice,) = chart["params"]
    assert choice["select"]["fields"] == fields
    signs = next(layer for layer in chart["layer"] if layer.get("name") in choice["views"])
    assert set(fields) <= set(chart["datasets"][signs["data"]["name"]][0])


def test_limits_for_unlike_schools_are_a_second_pair_with_its_own_name() -> None:
    plain, widened = (make_funnel(schools(), curve(), spec(), "คน", each) for each in (None, wider()))
    lines = [layer for layer in widened["layer"] if layer["mark"]["type"] == "line"]
    assert len(lines) == 2 + sum(layer["mark"]["type"] == "line" for layer in plain["layer"])
    assert len({tuple(line["mark"]["strokeDash"]) for line in lines}) == 3
    assert "เมื่อคำนึงว่าโรงเรียนต่างกันเองอยู่แล้ว" in {
        layer["mark"].get("text") for layer in widened["layer"] if isinstance(layer["mark"].get("text"), str)
    }


def test_the_wider_limits_of_the_largest_school_are_inside_the_picture() -> None:
    far = wider().assign(outer_lower=[0.0, 2.0], outer_upper=[100.0, 95.0])
    chart = make_funnel(schools(), curve(), spec(held=()), "คน", far)
    low, high = next(each["scale"]["domain"] for channel, each in encodings(chart) if channel == "y")
    assert low <= 2.0
    assert high >= 95.0


def hatched_cells(chart: VegaSpec) -> set[tuple[str, str, str]]:
    """Row, column and sign of the parts that are hatched."""
    marked = set()
    for layer in chart["layer"]:
        rows_of = chart["datasets"][layer["data"]["name"]]
        if layer["mark"]["type"] == "rule" and rows_of and "row" in rows_of[0]:
            sign = next(name for name in rows_of[0] if name.endswith("_sign"))
            marked |= {(row["row"], row["column"], sign) for row in rows_of}
    return marked


def test_only_what_cannot_be_told_from_chance_is_hatched() -> None:
    assert hatched_cells(CHARTS["make_heatmap"]()) == {
        ("อ่านออก", "น้ำ", "level_sign"),
        ("เขียนได้", "ทั้งเขต", "change_sign"),
    }


def test_every_step_of_the_heat_map_is_a_number_as_well_as_a_colour() -> None:
    drawn = rows(CHARTS["make_heatmap"](), "level_sign")
    assert [(row["level_sign"], row["level"][0]) for row in drawn] == [(s, s) for s in "135–"]


def test_a_cell_of_which_nothing_may_be_said_has_neither_step_nor_hatching() -> None:
    small = cells().assign(status=float("nan"), level_chance=False, change_chance=False, change_sign="")
    chart = make_heatmap(small, spec())
    assert hatched_cells(chart) == set()
    assert {row["level_sign"] for row in rows(chart, "level_sign")} == {"–"}


def test_notes_right_of_long_names_are_cut_so_that_they_end_with_the_chart() -> None:
    assert beside([]) == 108
    # 840 pixels less 44 letters of 8.9 leave 59 letters of 7.5
    assert beside(["ก" * 44]) == 59


@pytest.mark.parametrize(
    ("highest", "ticks"), [(0.74, [0, 0.2, 0.4, 0.6]), (6.37, [0, 2, 4, 6]), (98.0, [0, 20, 40, 60, 80])]
)
def test_the_steps_of_a_per_cent_scale_follow_its_values(highest: float, ticks: list[float]) -> None:
    chart = make_group_bars(groups().assign(value=[highest, 0.1, float("nan")]), spec(held=()))
    axes = [each["axis"]["values"] for channel, each in encodings(chart) if channel == "x" and "axis" in each]
    assert axes[0] == pytest.approx(ticks)
