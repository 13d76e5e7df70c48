"""Small frames for the tests of charts; every name is invented."""

from collections.abc import Callable
from typing import Any

import pandas as pd

from lib.charts.distribution import make_distribution
from lib.charts.funnel import make_funnel
from lib.charts.groups import make_group_bars
from lib.charts.heatmap import make_heatmap
from lib.charts.histogram import make_histogram
from lib.charts.marks import Mark
from lib.charts.profile import make_profile
from lib.charts.rating_matrix import make_rating_matrix
from lib.charts.sar_levels import make_sar_levels
from lib.charts.spec import ChartSpec, HeldAgainst
from lib.charts.strip import make_strip
from lib.charts.theme import VegaSpec
from lib.charts.trend import make_trend

ODD_NAME = 'บ้าน"น้ำใส".[1]:{x} <b>ก้าง</b> \\n'


def spec(**keys: Any) -> ChartSpec:
    """Words of one chart with an area value of 40 and a target of 50."""
    values: dict[str, Any] = {
        "title": "ครึ่งหนึ่งของโรงเรียนอยู่ระหว่าง 30.00 ถึง 50.00",
        "subtitle": "คะแนนเฉลี่ย · หน่วย คะแนน · ผู้เข้าสอบ 66 คน · โรงเรียน 4 แห่ง · ปีการศึกษา 2567",
        "footnote": "ที่มา: ไฟล์ทดสอบ.xlsx · ข้อมูลรุ่นที่ 3",
        "axis": "คะแนน",
        "reading": "อ่านว่า: หนึ่งจุดคือหนึ่งโรงเรียน",
        "low": 0.0,
        "high": 100.0,
        "held": (HeldAgainst("area", 40.0, "เขต 40.00"), HeldAgainst("target", 50.0, "เป้าหมาย 50.00")),
    }
    return ChartSpec(**(values | keys))


def schools() -> pd.DataFrame:
    """Four schools: good, poor, told apart by chance only, and one too small to read."""
    return pd.DataFrame(
        {
            "school_id": ["1", "2", "3", "4"],
            "school_name": [ODD_NAME, "บ้านทราย", "บ้านดิน", "บ้านหิน"],
            "value": [70.0, 20.0, 41.0, 5.0],
            "n": [20.0, 30.0, 12.0, 4.0],
            "mark": [str(Mark.GOOD), str(Mark.POOR), str(Mark.CHANCE), str(Mark.SMALL)],
            "sentence": [f"โรงเรียน{name} เป็นประโยค" for name in (ODD_NAME, "ทราย", "ดิน", "หิน")],
        }
    )


def curve() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "n": [1.0, 30.0],
            "lower": [0.0, 35.0],
            "upper": [80.0, 45.0],
            "outer_lower": [0.0, 32.0],
            "outer_upper": [100.0, 48.0],
        }
    )


def groups() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "group_id": ["กลุ่มน้ำ", "กลุ่มป่า", "กลุ่มว่าง"],
            "group_name": ["กลุ่มน้ำ", "กลุ่มป่า", "กลุ่มว่าง"],
            "value": [38.0, 44.0, float("nan")],
            "small": [False, True, False],
            "words": ["38.00 คะแนน (3 โรงเรียน)", "44.00 คะแนน (1 โรงเรียน)", ""],
            "sentence": ["กลุ่มน้ำ 38.00 คะแนน", "กลุ่มป่า 44.00 คะแนน", ""],
        }
    )


def lines() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "series": ["เขต"] * 3 + ["ประเทศ"] * 3,
            "year_be": [2565, 2566, 2567] * 2,
            "value": [40.0, 41.0, 42.0, 43.0, float("nan"), 42.1],
            "figure": ["40.00", "41.00", "42.00", "43.00", "–", "42.10"],
            "sentence": ["ประโยค"] * 6,
        }
    )


def levels() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "standard": ["มาตรฐานที่ 1", "มาตรฐานที่ 1", "มาตรฐานที่ 2"],
            "level": [3, 5, 4],
            "level_label": ["ดี", "ยอดเยี่ยม", "ดีเลิศ"],
            "n_schools": [10, 4, 14],
        }
    )


def wider() -> pd.DataFrame:
    """Limits that allow for schools that differ: 20 to 60 at the largest school."""
    return curve().assign(outer_lower=[0.0, 20.0], outer_upper=[100.0, 60.0])


def profile() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "name": ["อ่านออก", "เขียนได้"],
            "value": [61.0, 40.0],
            "area": [62.5, float("nan")],
            "mark": [str(Mark.CHANCE), str(Mark.SMALL)],
            "words": ["61.00 ผู้เข้าสอบ 24 คน", "40.00 ผู้เข้าสอบ 6 คน"],
            "sentence": ["ประโยคหนึ่ง", "ประโยคสอง"],
        }
    )


def cells() -> pd.DataFrame:
    """Two indicators × the area and a cluster: told apart, hatched level, hatched change, and too small."""
    return pd.DataFrame(
        {
            "indicator_id": ["a", "a", "b", "b"],
            "group_id": ["", "กลุ่มน้ำ", "", "กลุ่มน้ำ"],
            "row": ["อ่านออก", "อ่านออก", "เขียนได้", "เขียนได้"],
            "column": ["ทั้งเขต", "น้ำ", "ทั้งเขต", "น้ำ"],
            "status": [1.0, 3.0, 5.0, float("nan")],
            "level_chance": [False, True, False, False],
            "change_sign": ["▼", "▲", "=", ""],
            "change_chance": [False, False, True, False],
            "sentence": [f"ทั้งเขต {words} จากผู้เข้าสอบ 66 คน" for words in ("หนึ่ง", "สอง", "สาม", "สี่")],
        }
    )


def matrix() -> pd.DataFrame:
    """Two levels × two results: a disagreement, a likely one, an empty field."""
    return pd.DataFrame(
        {
            "row": ["5 ยอดเยี่ยม", "5 ยอดเยี่ยม", "3 ดี", "3 ดี"],
            "column": ["ด้อยกว่าเขต|เกินความผันผวน", "น่าจะด้อยกว่าเขต"] * 2,
            "side": ["low", "likely"] * 2,
            "n_schools": [2, 1, 0, 3],
            "framed": [True, False, False, False],
            "sentence": ["ประโยค"] * 4,
        }
    )


#: Every builder of lib.charts, drawn once; a test of the house holds that none is missing.
CHARTS: dict[str, Callable[[], VegaSpec]] = {
    "make_distribution": lambda: make_distribution(schools(), spec(chosen="1")),
    "make_funnel": lambda: make_funnel(schools(), curve(), spec(chosen="1"), "ผู้เข้าสอบ (คน)", wider()),
    "make_trend": lambda: make_trend(lines(), spec()),
    "make_group_bars": lambda: make_group_bars(groups(), spec()),
    "make_heatmap": lambda: make_heatmap(cells(), spec()),
    "make_histogram": lambda: make_histogram(pd.Series([1.0, 2.0, 2.5]), spec()),
    "make_profile": lambda: make_profile(profile(), spec()),
    "make_rating_matrix": lambda: make_rating_matrix(matrix(), spec()),
    "make_sar_levels": lambda: make_sar_levels(levels(), spec()),
    "make_strip": lambda: make_strip(
        schools().assign(own=[True, False, False, False], row=["ก", "ข", "ข", "ข"]), spec(chosen="1")
    ),
}
