"""Screen, Word, slides and the workbook of a chart show the same numbers in the same colours and order."""

from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from typing import get_args

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from pptx import Presentation

from lib.charts.described import described_table, draw_chart
from lib.charts.described_svg import chart_svg
from lib.domain.chart_alt import alt_words
from lib.domain.chart_descriptions import Chart, ChartKind, ChartSeries
from lib.domain.chart_labels import readable_labels
from lib.domain.chart_looks import drawn_series, target_words
from lib.domain.chart_scales import value_scale
from lib.domain.documents import Document
from lib.domain.palette import LEVELS, year_shades
from lib.report.chart_slides import add_slide_chart
from lib.report.chart_workbook import chart_workbook
from lib.report.chart_xml import chart_xml
from lib.report.word import write_docx
from tests.report.reading_word import A, C, part_names, part_xml

COLOURS = ("0072B2", "00785A", "A55F00", "A6407F", "9AA5AB")
KINDS = get_args(ChartKind)
Shown = list[tuple[str, str, float, str]]

names = st.text(st.sampled_from("กขคงจฉชน้ำคำที่ผู้ ๒๕๖๘12(=)"), min_size=1, max_size=40).map(
    lambda name: f"ช{name.strip()}"
)
values = st.none() | st.integers(-10_000, 100_000).map(lambda number: number / 100)


@st.composite
def charts(draw: st.DrawFn, kind: ChartKind | None = None) -> Chart:
    kind = kind or draw(st.sampled_from(KINDS))
    n_categories = draw(st.sampled_from((1, 2, 5)))
    n_series = draw(st.integers(1, 4))
    marks = ("points", "hollow", "line", "dashed")
    series = tuple(
        ChartSeries(
            f"{place} {draw(names)}",
            tuple(draw(st.lists(values, min_size=n_categories, max_size=n_categories))),
            COLOURS[place],
            marks[place] if kind == "scatter" else "points",
        )
        for place in range(n_series)
    )
    return Chart(
        kind,
        "ภาพ",
        tuple(draw(names) for _ in range(n_categories)),
        series,
        "ร้อยละ",
        "ภาพ",
        percent_axis=draw(st.booleans()),
        target=draw(st.none() | st.integers(1, 90).map(float)),
        decimals=draw(st.integers(0, 2)),
        xs=tuple(float(place + 1) for place in range(n_categories)) if kind == "scatter" else (),
        x_unit="คน" if kind == "scatter" else "",
    )


def described(chart: Chart) -> Shown:
    return [
        (one.name, category, value, one.colour)
        for one in chart.series
        for category, value in zip(chart.categories, one.values, strict=True)
        if value is not None
    ]


def on_screen(spec: dict) -> Shown:
    """Marks of the picture with the colour its scale or mark gives them, series by series."""
    found = []
    for layer in spec["layer"]:
        rows = [row for row in _rows(spec, layer) if "order" in row]
        kind = layer["mark"]["type"]
        if kind not in ("bar", "point", "line") or (kind == "line" and has_points(spec)):
            continue
        encoding = layer["encoding"]
        for row in rows:
            if row["value"] is not None:
                painted = encoding.get("color") or encoding.get("stroke")
                colour = layer["mark"].get("color")
                if painted:
                    scale = painted["scale"]
                    key = row["order"] if painted["field"] == "order" else row["series"]
                    colour = scale["range"][scale["domain"].index(key)]
                found.append((row["order"], (row["series"], row["category"], row["value"], colour[1:])))
    found.sort(key=lambda each: each[0])
    return [shown for _, shown in found]


def has_points(spec: dict) -> bool:
    """Whether the points of its lines are marks of their own, as in a line chart."""
    return any("strokeDash" in layer.get("encoding", {}) for layer in spec["layer"])


def in_native(root: etree._Element, chart: Chart) -> Shown:
    found = []
    series = root.findall(f".//{C}ser")
    for element in series[: len(chart.series)]:
        name = element.find(f"{C}tx//{C}v").text
        categories = [each.text for each in element.findall(f"{C}cat//{C}v")] or list(chart.categories)
        points = element.find(f"{C}val") if chart.kind != "scatter" else element.find(f"{C}yVal")
        paint = element.find(f"{C}marker/{C}spPr/{A}ln//{A}srgbClr")
        if paint is None:
            paint = element.find(f"{C}spPr//{A}srgbClr")
        for point in points.iter(f"{C}pt"):
            value = float(point.find(f"{C}v").text)
            found.append((name, categories[int(point.get("idx"))], value, paint.get("val")))
    return found


def in_workbook(content: bytes, chart: Chart) -> Shown:
    rows = list(openpyxl.load_workbook(BytesIO(content)).active.iter_rows(values_only=True))
    first = 2 if chart.xs else 1
    colours = [one.colour for one in chart.series]
    return [
        (rows[0][column], row[0], row[column], colour)
        for column, colour in enumerate(colours, start=first)
        for row in rows[1:]
        if column < len(row) and row[column] is not None
    ]


@given(charts())
@settings(max_examples=40, deadline=None)
def test_screen_paper_and_workbook_show_the_same(chart: Chart) -> None:
    expected = described(chart)
    assert on_screen(draw_chart(chart)) == expected
    assert in_native(chart_xml(chart, "rId1"), chart) == expected
    assert in_workbook(chart_workbook(chart), chart) == expected


@given(charts())
@settings(max_examples=25, deadline=None)
def test_screen_and_paper_have_the_same_axis_and_target(chart: Chart) -> None:
    spec, root = draw_chart(chart), chart_xml(chart, "rId1")
    scale = value_scale(chart)
    axis = root.findall(f".//{C}valAx")[-1]
    ends = [float(axis.find(f"{C}scaling/{C}{end}").get("val")) for end in ("min", "max")]
    assert ends == [scale.low, scale.high]
    side = "x" if chart.lies_down else "y"
    domains = [
        layer["encoding"][side]["scale"]["domain"] for layer in spec["layer"] if _has_scale(layer, side)
    ]
    assert domains
    assert all(domain == ends for domain in domains)
    told = [
        row["series"] for layer in spec["layer"] for row in _rows(spec, layer) if "order" not in row and row
    ]
    assert set(told) == ({target_words(chart)} if chart.target is not None else set())
    assert all(scale.low <= number <= scale.high for number in chart.numbers) or chart.kind == "stacked_bar"


def _rows(spec: dict, layer: dict) -> list:
    data = layer.get("data", spec.get("data", {}))
    return data["values"] if "values" in data else spec["datasets"][data["name"]]


def _has_scale(layer: dict, side: str) -> bool:
    channel = layer.get("encoding", {}).get(side, {})
    return channel.get("type") == "quantitative" and "scale" in channel


@pytest.mark.parametrize("kind", KINDS)
def test_a_slide_holds_the_same_chart_as_word_with_its_own_workbook(kind: ChartKind) -> None:
    xs = (5.0, 60.0) if kind == "scatter" else ()
    series = (ChartSeries("ก", (1.5, None), "0072B2"), ChartSeries("ข", (2.25, 3.0), "9AA5AB"))
    chart = Chart(kind, "ก", ("น้ำ", "คำ"), series, "คน", "คำบรรยายภาพ", target=2.0, xs=xs)
    deck = Presentation()
    frame = add_slide_chart(deck.slides.add_slide(deck.slide_layouts[6]), chart, 1, 2, 20, 10)
    assert in_native(frame.chart._chartSpace, chart) == described(chart)
    assert in_workbook(frame.chart.part.chart_workbook.xlsx_part.blob, chart) == described(chart)
    assert frame._element.nvGraphicFramePr.cNvPr.get("descr") == alt_words(chart)
    saved = BytesIO()
    deck.save(saved)
    assert sum(name.startswith("ppt/charts/") for name in part_names(saved.getvalue())) >= 1


@pytest.mark.parametrize("kind", KINDS)
def test_thai_digits_change_the_caption_and_no_number_of_the_chart(kind: ChartKind) -> None:
    xs = (5.0,) if kind == "scatter" else ()
    chart = Chart(kind, "ปี 2568", ("ชั้น 6",), (ChartSeries("ก", (12.5,), "0072B2"),), "คน", "ก", xs=xs)
    plain, thai = (
        write_docx(Document("ก", "", "", "", (chart,), contents=False, lang_digits=digits))
        for digits in ("arabic", "thai")
    )
    part = "word/charts/chart1.xml"
    assert etree.tostring(part_xml(plain, part)) == etree.tostring(part_xml(thai, part))


def test_a_target_is_a_dashed_line_in_every_kind() -> None:
    for kind in KINDS:
        xs = (5.0, 60.0) if kind == "scatter" else ()
        chart = Chart(
            kind, "ก", ("ก", "ข"), (ChartSeries("ก", (1.0, 2.0), "0072B2"),), "คน", "ก", target=1.5, xs=xs
        )
        document = write_docx(Document("ก", "", "", "", (chart,), contents=False))
        assert not [name for name in part_names(document) if name.startswith("word/drawings/")]
        lines = part_xml(document, "word/charts/chart1.xml")
        assert "dash" in [each.get("val") for each in lines.iter(f"{A}prstDash")]
        assert any(layer["mark"].get("strokeDash") == [8, 4] for layer in draw_chart(chart)["layer"])


@pytest.mark.parametrize("kind", KINDS)
def test_the_target_is_seen_beside_one_category_too(kind: ChartKind) -> None:
    xs = (5.0,) if kind == "scatter" else ()
    chart = Chart(kind, "ก", ("ก",), (ChartSeries("ก", (1.0,), "0072B2"),), "คน", "ก", target=1.5, xs=xs)
    target = chart_xml(chart, "rId1").findall(f".//{C}ser")[-1]
    assert target.find(f"{C}spPr/{A}ln/{A}prstDash").get("val") == "dash"
    symbol = target.find(f"{C}marker/{C}symbol")
    assert (None if symbol is None else symbol.get("val")) == {"line": "dash", "scatter": "none"}.get(kind)


def test_the_two_lines_of_a_limit_have_one_entry_in_the_legend() -> None:
    limit = tuple(ChartSeries("ช่วง", (1.0, 2.0), "5B6B73", "line") for _ in range(2))
    chart = Chart("scatter", "ก", ("ก", "ข"), limit, "คน", "ก", xs=(1.0, 2.0), target=1.0)
    entries = chart_xml(chart, "rId1").findall(f".//{C}legendEntry")
    assert [each.find(f"{C}idx").get("val") for each in entries] == ["1"]


def test_labels_are_rounded_half_up_on_screen_and_in_the_table() -> None:
    chart = Chart("bar", "ก", ("ก",), (ChartSeries("ก", (2.345,), "0072B2"),), "คน", "ก")
    spec = draw_chart(chart)
    labels = [row["label"] for layer in spec["layer"] for row in _rows(spec, layer) if "label" in row]
    assert set(labels) == {"2.35"}
    assert described_table(chart).rows == (("ก", 2.35),)


def test_the_label_of_a_sliver_is_written_nowhere() -> None:
    series = (ChartSeries("ก", (2.0,), "0072B2"), ChartSeries("ข", (98.0,), "00785A"))
    chart = Chart("stacked_bar", "ก", ("ก",), series, "คน", "ก", percent_axis=True)
    assert readable_labels(chart) == {(1, 0)}


def test_the_picture_for_the_public_is_the_same_text_each_time_and_names_nothing_outside() -> None:
    series = tuple(ChartSeries(f"น้ำคำ {place}", (1.0, 2.0), colour) for place, colour in enumerate(COLOURS))
    chart = Chart("grouped_bar", "ก", ("คำ", "ผู้ที่"), series, "คน", 'ภาพ "น้ำ" <1>')
    first, other = chart_svg(chart), chart_svg(replace(chart, kind="line"))
    assert first == chart_svg(chart)
    root = etree.fromstring(first.encode())
    assert root.get("aria-label") == alt_words(chart)
    assert root.get("viewBox")
    assert root.get("width") is None
    assert "href" not in first
    assert any((text.text or "") == "น้ำคำ 0" for text in root.iter("{http://www.w3.org/2000/svg}text"))
    ids = [
        [each.get("id") for each in etree.fromstring(svg.encode()).iter() if each.get("id")]
        for svg in (first, other)
    ]
    assert not set(ids[0]) & set(ids[1])


def test_levels_and_years_get_darker_step_by_step() -> None:
    def light(colour: str) -> float:
        red, green, blue = bytes.fromhex(colour)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    for shades in (LEVELS, year_shades("0072B2", 3), year_shades("A55F00", 3)):
        assert all(light(before) - light(after) > 15 for before, after in pairwise(shades))
    assert year_shades("0072B2", 1) == ("0072B2",)


def test_the_target_is_the_last_of_the_drawn_series() -> None:
    chart = Chart("line", "ก", ("ก",), (ChartSeries("ก", (1.0,), "0072B2"),), "คน", "ก", target=2.0)
    assert [one.name for one in drawn_series(chart)] == ["ก", "เป้าหมาย 2.00"]
    assert drawn_series(replace(chart, kind="bar")) == drawn_series(chart)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("n", [1, 3])
def test_every_mark_and_the_target_stand_on_cells_of_the_workbook(kind: ChartKind, n: int) -> None:
    xs = tuple(float(place + 1) for place in range(n)) if kind == "scatter" else ()
    own = (ChartSeries("ก", (1.0, None, 3.0)[:n], "0072B2"), ChartSeries("ข", (2.0, 5.0, 4.0)[:n], "00785A"))
    chart = Chart(kind, "ก", ("ก", "ข", "ค")[:n], own, "คน", "ก", target=2.5, xs=xs)
    root = chart_xml(chart, "rId1")
    sheet = openpyxl.load_workbook(BytesIO(chart_workbook(chart)))["Sheet1"]
    drawn = root.findall(f".//{C}ser")
    assert len(drawn) == len(own) + 1
    assert not root.findall(f".//{C}numLit") + root.findall(f".//{C}userShapes")
    for element in drawn:
        values = element.find(f"{C}yVal") if kind == "scatter" else element.find(f"{C}val")
        cells = [row[0].value for row in _cells(sheet, values.find(f".//{C}f").text)]
        shown = {int(each.get("idx")): float(each.find(f"{C}v").text) for each in values.iter(f"{C}pt")}
        assert [shown.get(place) for place in range(n)] == cells
        [[name]] = _cells(sheet, element.find(f"{C}tx//{C}f").text)
        assert name.value == element.find(f"{C}tx//{C}v").text
    assert name.value == "เป้าหมาย 2.50"
    assert cells == [2.5] * n
    assert bool(root.findall(f".//{C}trendline")) is (chart.lies_down and n > 1)


def _cells(sheet: object, address: str) -> tuple:
    found = sheet[address.removeprefix("Sheet1!").replace("$", "")]
    return found if isinstance(found, tuple) else ((found,),)
