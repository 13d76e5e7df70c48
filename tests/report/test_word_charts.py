"""Native charts: editable data, Thai in every text slot, order, target, words for the blind."""

from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.domain.chart_descriptions import Chart, ChartSeries
from lib.domain.documents import Document
from lib.report.chart_workbook import chart_workbook
from lib.report.chart_xml import chart_xml
from lib.report.word import write_docx
from tests.report.reading_word import WP, A, C, paragraph_texts, part_names, part_xml
from tests.report.sample_document import bar_chart, grouped_chart, line_chart, sample_document, stacked_chart

ALL = (bar_chart, grouped_chart, line_chart, stacked_chart)


def written(*charts: Chart) -> bytes:
    return write_docx(Document("ก", "", "", "", charts, contents=False))


def test_every_chart_has_its_part_and_its_workbook() -> None:
    names = part_names(write_docx(sample_document()))
    assert sum(name.startswith("word/charts/chart") and name.endswith(".xml") for name in names) == 4
    assert sum(name.startswith("word/embeddings/") for name in names) == 4


@pytest.mark.parametrize("make", ALL)
def test_every_text_of_a_chart_names_the_thai_face_in_both_slots(make) -> None:
    root = chart_xml(make(), "rId1")
    texts = [*root.iter(f"{A}defRPr"), *root.iter(f"{A}rPr")]
    assert texts
    for properties in texts:
        assert properties.get("lang") == "th-TH"
        assert properties.find(f"{A}latin").get("typeface") == properties.find(f"{A}cs").get("typeface")


@pytest.mark.parametrize("make", ALL)
def test_axis_ids_are_positive_and_paired(make) -> None:
    root = chart_xml(make(), "rId1")
    ids = [int(i.get("val")) for i in root.iter(f"{C}axId")]
    assert min(ids) > 0
    assert {int(i.get("val")) for i in root.iter(f"{C}crossAx")} == set(ids)


def test_a_lying_chart_shows_its_first_category_on_top() -> None:
    root = chart_xml(bar_chart(), "rId1")
    assert root.find(f".//{C}catAx/{C}scaling/{C}orientation").get("val") == "maxMin"


def test_a_missing_value_is_a_gap_and_not_zero() -> None:
    root = chart_xml(bar_chart(), "rId1")
    points = root.find(f".//{C}ser").findall(f"{C}val//{C}pt")
    assert [point.get("idx") for point in points] == ["0", "1", "2", "3", "5"]
    assert root.find(f".//{C}dispBlanksAs").get("val") == "gap"


def test_a_percent_axis_runs_from_zero_to_a_hundred() -> None:
    scaling = chart_xml(bar_chart(), "rId1").find(f".//{C}valAx/{C}scaling")
    assert (float(scaling.find(f"{C}min").get("val")), float(scaling.find(f"{C}max").get("val"))) == (
        0.0,
        100.0,
    )


def test_the_target_of_standing_bars_is_a_line_on_the_same_axes() -> None:
    root = chart_xml(grouped_chart(), "rId1")
    bars, line = root.find(f".//{C}barChart"), root.find(f".//{C}lineChart")
    assert [a.get("val") for a in bars.findall(f"{C}axId")] == [
        a.get("val") for a in line.findall(f"{C}axId")
    ]
    assert [v.text for v in line.findall(f"{C}ser/{C}val//{C}v")] == ["50.0"] * 4
    assert len(bars.findall(f"{C}ser")) == 3


def test_the_target_of_lying_bars_stands_in_the_caption() -> None:
    texts = paragraph_texts(part_xml(written(bar_chart())))
    assert any(line.startswith("ภาพที่ 1") and line.endswith("(เป้าหมาย 50.00)") for line in texts)


def test_alt_text_is_written_beside_the_drawing() -> None:
    [properties] = part_xml(written(replace(bar_chart(), alt_text='แท่ง "สูง" <ต่ำ>'))).iter(f"{WP}docPr")
    assert 'แท่ง "สูง" <ต่ำ>' in properties.get("descr")


def test_the_workbook_holds_the_same_numbers_as_the_chart() -> None:
    sheet = openpyxl.load_workbook(BytesIO(chart_workbook(line_chart()))).active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == (None, "งบบุคลากร", "งบดำเนินงาน", "งบลงทุน", "เป้าหมาย 80.00")
    assert rows[3] == ("ไตรมาส 3", 74.8, 61.2, None, 80)


def test_a_category_that_looks_like_a_formula_stays_text() -> None:
    chart = Chart("bar", "ก", ("=1+1",), (ChartSeries("=2+2", (1.0,), "0072B2"),), "คน", "ก")
    sheet = openpyxl.load_workbook(BytesIO(chart_workbook(chart))).active
    assert sheet["A2"].value == "=1+1"
    assert sheet["A2"].data_type == "s"
    assert sheet["B1"].data_type == "s"


def test_the_workbook_is_the_same_for_the_same_chart() -> None:
    assert chart_workbook(bar_chart()) == chart_workbook(bar_chart())


def test_labels_too_close_for_reading_are_left_out() -> None:
    values = (ChartSeries("ก", (50.0,), "0072B2"), ChartSeries("ข", (51.0,), "00785A"))
    chart = Chart("line", "ก", ("2568",), values, "ร้อยละ", "ก", percent_axis=True)
    first, second = chart_xml(chart, "rId1").iter(f"{C}ser")
    assert first.find(f"{C}dLbls/{C}dLbl") is None
    assert second.find(f"{C}dLbls/{C}dLbl/{C}delete").get("val") == "1"


@given(st.text(max_size=20), st.text(max_size=20), st.floats(-1e9, 1e9) | st.none())
@settings(max_examples=50, deadline=None)
def test_no_name_or_value_breaks_a_chart(name: str, category: str, value: float | None) -> None:
    for kind in ("bar", "stacked_bar", "grouped_bar", "line"):
        chart = Chart(kind, name, (category, "ข"), (ChartSeries(name, (value, 1.0), "0072B2"),), name, name)
        document = written(chart)
        assert part_xml(document, "word/charts/chart1.xml").tag == f"{C}chartSpace"
        assert openpyxl.load_workbook(BytesIO(chart_workbook(chart))).sheetnames == ["Sheet1"]
