"""Larger type for a room, and the picture of one school."""

import pandas as pd

from lib.charts.large import enlarged
from lib.charts.marks import Mark
from lib.charts.profile import make_profile
from lib.charts.spec import ChartSpec

SPEC = ChartSpec(title="ก", subtitle="ข", footnote="ที่มา: ค", axis="ร้อยละ")


def rows() -> pd.DataFrame:
    return pd.DataFrame(
        [
            ("อ่าน", 40.0, 50.0, str(Mark.CHANCE), "40.00 ผู้เข้าสอบ 12 คน", "ประโยค ก"),
            ("เขียน", 60.0, float("nan"), str(Mark.SMALL), "60.00 ผู้เข้าสอบ 6 คน", "ประโยค ข"),
        ],
        columns=["name", "value", "area", "mark", "words", "sentence"],
    )


def test_only_type_and_its_room_grow() -> None:
    spec = {
        "height": 300,
        "config": {"axis": {"labelFontSize": 10, "grid": False}},
        "layer": [{"mark": {"type": "text", "dy": -4, "size": 90}, "data": {"values": [{"dy": 7}]}}],
    }
    assert enlarged(spec, 1.5) == {
        "height": 300,
        "config": {"axis": {"labelFontSize": 15.0, "grid": False}},
        "layer": [{"mark": {"type": "text", "dy": -6.0, "size": 90}, "data": {"values": [{"dy": 7}]}}],
    }
    assert spec["height"] == 300


def test_every_indicator_of_a_school_is_drawn_beside_the_area_with_its_n() -> None:
    spec = make_profile(rows(), SPEC)
    values = next(rows for rows in spec["datasets"].values() if "words" in rows[0])
    assert [(row["name"], row["value"], row["area"]) for row in values] == [
        ("อ่าน", 40.0, 50.0),
        ("เขียน", 60.0, None),
    ]
    assert all("คน" in row["words"] for row in values)
