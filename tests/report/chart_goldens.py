"""One chart of each kind as the golden files hold it: picture of the screen, drawing of the office."""

import json
from pathlib import Path
from typing import get_args

from lxml import etree

from lib.charts.described import draw_chart
from lib.domain.chart_descriptions import Chart, ChartKind, ChartSeries
from lib.report.chart_xml import chart_xml

FOLDER = Path(__file__).with_name("agreed_charts")
_BETWEEN = ">\n<c:"
KINDS: tuple[ChartKind, ...] = get_args(ChartKind)


def golden_chart(kind: ChartKind) -> Chart:
    xs = (12.0, 150.0) if kind == "scatter" else ()
    series = (
        ChartSeries("น้ำคำ", (41.5, None), "00695C", shape="triangle"),
        ChartSeries("ที่ผู้", (38.25, 52.0), "9AA5AB", "line" if kind == "scatter" else "points"),
    )
    return Chart(
        kind,
        "ผลการทดสอบ",
        ("กลุ่มหนึ่ง", "กลุ่มสอง"),
        series,
        "คะแนน",
        "แผนภูมิผลการทดสอบ",
        target=50.0,
        xs=xs,
        x_unit="คน" if xs else "",
        n_text="n = 162 คน",
        period="ปีการศึกษา 2568",
        source="ที่มา: แฟ้มสมมุติ",
    )


def golden_text(kind: ChartKind) -> str:
    """The picture without its dress, which all share, then the canonical XML; one element a line."""
    chart = golden_chart(kind)
    spec = {name: part for name, part in draw_chart(chart).items() if name != "config"}
    picture = json.dumps(spec, ensure_ascii=False, sort_keys=True).replace('{"data"', '\n{"data"')
    drawing = etree.tostring(chart_xml(chart, "rId1"), method="c14n").decode()
    return f"{picture}\n\n{drawing.replace('><c:', _BETWEEN)}\n"


def write_chart_goldens() -> None:
    FOLDER.mkdir(exist_ok=True)
    for kind in KINDS:
        (FOLDER / f"{kind}.txt").write_text(golden_text(kind), encoding="utf-8")
