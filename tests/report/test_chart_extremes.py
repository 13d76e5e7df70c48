"""Screen, paper and workbook agree where a chart is crowded, long-worded, nearly empty or below zero."""

import json
from io import BytesIO

import openpyxl
import pytest
from lxml import etree

from lib.charts.described import draw_chart
from lib.domain.chart_descriptions import Chart, ChartSeries
from lib.domain.chart_scales import step_decimals, value_scale
from lib.report.chart_workbook import chart_workbook
from lib.report.chart_xml import chart_xml
from tests.report.reading_word import C
from tests.report.test_chart_parity import described, in_native, in_workbook, on_screen

LONG = "ร้อยละของนักเรียนชั้นประถมศึกษาปีที่ ๖ ที่มีผลการทดสอบทางการศึกษาระดับชาติขั้นพื้นฐานสูงกว่าค่าเฉลี่ยระดับประเทศ"
MANY = tuple(f"กลุ่มโรงเรียนที่ {place}" for place in range(60))
CASES = {
    "sixty": ("bar", MANY, tuple(float(place) for place in range(60)), True),
    "long": ("bar", (LONG, f"{LONG} น้ำคำ"), (41.0, 52.5), True),
    "long standing": ("grouped_bar", (LONG, f"{LONG} น้ำคำ"), (41.0, 52.5), True),
    "missing": ("line", ("2566", "2567", "2568"), (41.0, None, 52.5), False),
    "missing bar": ("bar", ("ก", "ข", "ค"), (None, 0.0, 52.5), False),
    "one": ("grouped_bar", ("ก",), (41.25,), False),
    "change": ("bar", ("ก", "ข", "ค"), (-12.5, 3.25, -0.5), False),
    "change line": ("line", ("2567", "2568"), (-12.5, 3.25), False),
    "per cent": ("grouped_bar", ("ก", "ข"), (0.0, 100.0), True),
    "four points": ("line", ("2567", "2568"), (1.0, 4.0), False),
}


def case(name: str) -> Chart:
    kind, categories, values, percent = CASES[name]
    series = (ChartSeries("เขต", values, "0072B2"), ChartSeries("ประเทศ", values[::-1], "9AA5AB"))
    return Chart(kind, "ก", categories, series, "หน่วย", "แผนภูมิ", percent_axis=percent)


@pytest.mark.parametrize("name", CASES)
def test_numbers_order_and_colours_are_the_same_everywhere(name: str) -> None:
    chart = case(name)
    expected = described(chart)
    assert on_screen(draw_chart(chart)) == expected
    assert in_native(chart_xml(chart, "rId1"), chart) == expected
    assert in_workbook(chart_workbook(chart), chart) == expected


@pytest.mark.parametrize("name", CASES)
def test_axis_steps_and_number_formats_are_the_same_on_screen_and_paper(name: str) -> None:
    chart = case(name)
    scale, root = value_scale(chart), chart_xml(chart, "rId1")
    axis = root.find(f".//{C}valAx")
    native = [float(axis.find(f"{C}{tag}").get("val")) for tag in (f"scaling/{C}min", "majorUnit")]
    assert native == [scale.low, scale.step]
    places = axis.find(f"{C}numFmt").get("formatCode").partition(".")[2]
    assert len(places) == step_decimals(scale)
    told = json.dumps(draw_chart(chart))
    assert f'"format": ",.{step_decimals(scale)}f"' in told
    assert f'"domain": {json.dumps([scale.low, scale.high])}' in told
    labels = root.findall(f".//{C}dLbls/{C}numFmt")
    assert {each.get("formatCode") for each in labels} <= {"#,##0.00"}


@pytest.mark.parametrize("name", ["missing", "missing bar"])
def test_a_missing_value_is_an_empty_cell_and_a_gap(name: str) -> None:
    chart = case(name)
    empty = chart.series[0].values.index(None)
    sheet = openpyxl.load_workbook(BytesIO(chart_workbook(chart))).active
    assert sheet.cell(row=empty + 2, column=2).value is None
    root = chart_xml(chart, "rId1")
    assert root.find(f".//{C}dispBlanksAs").get("val") == "gap"
    points = root.find(f".//{C}ser/{C}val").iter(f"{C}pt")
    assert str(empty) not in [point.get("idx") for point in points]


def test_bars_of_changes_hang_from_zero() -> None:
    scale = value_scale(case("change"))
    assert (scale.low, scale.high) == (-15.0, 5.0)


def test_the_whole_of_a_long_name_is_in_chart_and_workbook() -> None:
    root: etree._Element = chart_xml(case("long"), "rId1")
    assert root.find(f".//{C}cat//{C}v").text == LONG
    sheet = openpyxl.load_workbook(BytesIO(chart_workbook(case("long")))).active
    assert sheet["A2"].value == LONG
