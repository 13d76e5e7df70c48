"""What the charts of the sample office say of themselves, and the files they leave as."""

import csv
import io
import json
from itertools import islice

import openpyxl
import pytest

from lib.analysis.examination import Examination
from lib.charts.drawing import ChartTable, Drawing
from lib.charts.spec import ChartSpec
from lib.services.analysis import OfficeData, examine_office, load_office_data, make_periods
from lib.services.chart_files import chart_csv, chart_file_name, chart_workbook
from lib.services.explore import IndicatorView, list_indicators, load_indicator_view
from lib.services.explore_charts import Picture, draw_picture, pictures_of
from lib.services.heat_map import AREA, draw_heat_map
from lib.storage.engine import Store

READING, UNLIKE = "academic.literacy_fail_pct", "academic.competency_pct"


@pytest.fixture(scope="module")
def data(sample_store: Store) -> OfficeData:
    return load_office_data(sample_store)


@pytest.fixture(scope="module")
def found(data: OfficeData) -> Examination:
    return examine_office(data, make_periods(data))


@pytest.fixture(scope="module")
def views(data: OfficeData, found: Examination) -> list[IndicatorView]:
    """Three indicators of every domain."""
    return [
        load_indicator_view(data, found, each.id)
        for domain in data.catalogue.domains
        for each in islice(list_indicators(data, found, domain.id), 3)
    ]


@pytest.fixture(scope="module")
def drawings(views: list[IndicatorView]) -> list[tuple[IndicatorView, Drawing]]:
    return [(view, draw_picture(view, each, view.colour)) for view in views for each in pictures_of(view)]


def sentences(drawing: Drawing) -> list[str]:
    """What its signs say when pointed at."""
    return [
        row["sentence"] for rows in drawing.spec["datasets"].values() for row in rows if "sentence" in row
    ]


def test_every_picture_names_indicator_unit_n_year_source_and_how_it_is_read(
    drawings: list[tuple[IndicatorView, Drawing]],
) -> None:
    assert len(drawings) > 20
    for view, drawing in drawings:
        words, summary = drawing.words, view.summary
        assert words.title
        for part in (view.indicator.name, f"หน่วย {view.words.unit}", summary.period.label):
            assert part in words.subtitle
        assert f"โรงเรียน {summary.n_schools:,} แห่ง" in words.subtitle
        assert view.words.counted(summary.n_total) in words.subtitle
        assert words.reading.startswith("อ่านว่า: ")
        assert words.footnote.startswith("ที่มา: ")
        assert "(นำเข้า " in words.footnote


def test_no_school_or_group_is_shown_without_its_n(
    drawings: list[tuple[IndicatorView, Drawing]],
) -> None:
    for view, drawing in drawings:
        if view.indicator.has_n:
            named = [told for told in sentences(drawing) if "โรงเรียน มีค่าระหว่าง" not in told]
            without = [told for told in named if view.indicator.denominator not in told and "–" not in told]
            # the same schools over the years are named with their number
            own = [told for told in without if not told.startswith("โรงเรียนเดิม ")]
            assert [told for told in own if told.startswith(("โรงเรียน", "กลุ่ม", "เขต"))] == []


def test_unlike_schools_get_wider_limits_and_a_sentence_that_says_why(
    data: OfficeData, found: Examination
) -> None:
    unlike, alike = (load_indicator_view(data, found, each) for each in (UNLIKE, READING))
    told = draw_picture(unlike, Picture.FUNNEL, unlike.colour)
    assert unlike.wider.factor > 1.5
    assert f"โรงเรียน {unlike.wider.n_schools:,} แห่งต่างกันเองอยู่แล้ว" in told.words.reading
    assert "ต่างกันเองอยู่แล้ว" not in draw_picture(alike, Picture.FUNNEL, alike.colour).words.reading


def test_the_heat_map_tells_every_cell_in_a_sentence_with_its_n(data: OfficeData, found: Examination) -> None:
    drawing = draw_heat_map(data, found, "academic")
    assert drawing is not None
    told = sentences(drawing)
    assert any(each.startswith(AREA) for each in told)
    assert [each for each in told if " โรงเรียน" not in each] == []
    table = drawing.rows()
    by_name = [dict(zip(table.header, row, strict=True)) for row in table.rows]
    area = next(row for row in by_name if row["กลุ่มโรงเรียน"] == AREA and row["ระดับ (1–5)"] is not None)
    assert area["จำนวนรองรับ (n)"] == found_n(found, str(area["ตัวชี้วัด"]))


def found_n(found: Examination, name: str) -> int:
    place = next(at for at, indicator in enumerate(found.cube.indicators) if indicator.name == name)
    n = found.cube.n[place, -1]
    return int(n[n == n].sum())


def test_the_rows_of_a_picture_carry_n_file_and_cell(data: OfficeData, found: Examination) -> None:
    view = load_indicator_view(data, found, READING)
    table = draw_picture(view, Picture.FUNNEL, view.colour).rows()
    first = dict(zip(table.header, table.rows[0], strict=True))
    row = view.schools[view.schools["school_id"] == first["รหัสโรงเรียน"]].iloc[0]
    assert len(table.rows) == view.summary.n_schools
    assert first["นักเรียนที่ได้รับการคัดกรอง (คน)"] == row["n"]
    assert (first["ไฟล์"], first["เซลล์"]) == (row["source_file"], row["source_ref"])


def test_the_rows_of_clusters_carry_the_cells_of_their_schools(data: OfficeData, found: Examination) -> None:
    view = load_indicator_view(data, found, READING)
    table = draw_picture(view, Picture.GROUPS, view.colour).rows()
    for row in table.rows:
        told = dict(zip(table.header, row, strict=True))
        assert str(told["เซลล์"]).count("!") == told["โรงเรียนที่มีค่า"]


def test_a_trend_names_the_files_of_each_year(data: OfficeData, found: Examination) -> None:
    view = load_indicator_view(data, found, READING)
    table = draw_picture(view, Picture.TREND, view.colour).rows()
    files = {row[1]: row[-1] for row in table.rows}
    assert all(str(year) in str(file) for year, file in files.items())


def drawing(name: str = "ภาพ", *rows: tuple[str | float | None, ...]) -> Drawing:
    words = ChartSpec("ข่าวของภาพ", "หน่วย คน", "ที่มา: ก.xlsx", "คน", reading="อ่านว่า: ดังนี้")
    return Drawing({}, words, name, lambda: ChartTable(("โรงเรียน", "ค่า"), rows))


def test_a_file_name_keeps_its_thai_and_nothing_that_windows_refuses() -> None:
    name = chart_file_name(drawing('ร้อยละ "น้ำ/ค่ำ": 2568?'), ".png")
    assert name == "ร้อยละ _น้ำ_ค่ำ__ 2568_.png"


def test_a_long_file_name_keeps_its_ending() -> None:
    name = chart_file_name(drawing("น้ำ" * 200), ".xlsx")
    assert len(name) <= 110
    assert name.endswith(".xlsx")


def test_the_csv_opens_in_excel_with_thai_letters_and_runs_nothing() -> None:
    content = chart_csv(drawing("ภาพ", ("=cmd()", 12.5), ("บ้านน้ำคำ", None)))
    assert content.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(content.decode("utf-8-sig")))) == [
        ["โรงเรียน", "ค่า"],
        ["'=cmd()", "12.5"],
        ["บ้านน้ำคำ", ""],
    ]


def test_the_workbook_holds_the_words_of_the_chart_over_its_rows() -> None:
    book = openpyxl.load_workbook(
        io.BytesIO(chart_workbook(drawing("ภาพ", ("=1+1", 12.5), ("บ้านน้ำคำ", None))))
    )
    lines = [[cell for cell in row if cell] for row in book.active.iter_rows(values_only=True)]
    assert lines == [
        ["ข่าวของภาพ"],
        ["หน่วย คน"],
        ["อ่านว่า: ดังนี้"],
        ["ที่มา: ก.xlsx"],
        [],
        ["โรงเรียน", "ค่า"],
        ["=1+1", 12.5],
        ["บ้านน้ำคำ"],
    ]
    assert [cell.data_type for cell in book.active["A"]][6] == "s"


def test_a_chart_of_an_office_is_plain_json(drawings: list[tuple[IndicatorView, Drawing]]) -> None:
    assert all(json.dumps(drawn.spec, allow_nan=False) for _, drawn in drawings)
