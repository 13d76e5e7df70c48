"""The annex of the sample office: every formula gives what the report prints, every figure has its source."""

import io
import time
import tracemalloc
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import lxml.etree
import openpyxl
import pytest

from lib.domain.annex import FigureBlock
from lib.domain.bound_figures import DocumentKind, FileOrigin
from lib.report.annex_workbook import write_annex
from lib.services.annex import annex_figures, collect_annex
from lib.services.annex_figures import figure_blocks
from lib.services.report_run import ReportRun, start_run
from lib.storage.engine import Store
from lib.thai.numerals import format_number
from tests.report.sample_annex import make_annex_content, make_blocks
from tests.report.small_spreadsheet import Spreadsheet


@pytest.fixture(scope="module")
def run(sample_store: Store) -> ReportRun:
    return start_run(sample_store, None, None, today=date(2026, 5, 1))


@pytest.fixture(scope="module")
def blocks(run: ReportRun) -> list[FigureBlock]:
    return list(figure_blocks(run.data, run.found, run.content))


@pytest.fixture(scope="module")
def content(run: ReportRun, blocks: list[FigureBlock]) -> bytes:
    """The annex with the figures that the report prints; the whole takes a minute to read back."""
    return write_annex(collect_annex(run), (block for block in blocks if block.area.printed)).content


def test_every_figure_the_report_prints_is_recomputed_from_the_schools(
    run: ReportRun, content: bytes
) -> None:
    printed = {
        (row.indicator_id, row.period): row.value_text
        for domain in run.content.domains
        for row in domain.rows
    }
    sheet = Spreadsheet(content)
    page = sheet.formulas["ค่าของเขต"]
    told = {}
    for row in page.iter_rows(min_row=5):
        if row[14].value is not None:
            value = sheet.value("ค่าของเขต", row[5].coordinate)
            decimals = 2 if "." in str(row[5].number_format) else 0
            told[row[0].value, row[3].value] = format_number(value, decimals)
            assert sheet.value("ค่าของเขต", row[15].coordinate) == "ตรง"
    assert told == printed


def test_every_school_s_figure_names_its_file_and_cell(run: ReportRun, blocks: list[FigureBlock]) -> None:
    lines = [line for block in blocks for line in block.schools]
    assert len(lines) > 1_000
    assert all(line.source_file and line.cell for line in lines)
    known = run.data.observations
    assert len(lines) <= len(known)
    first = lines[0]
    mine = known[(known["school_id"] == first.school_id) & (known["source_file"] == first.source_file)]
    assert first.value in set(mine["value"])


def test_blocks_hold_three_years_each_once(blocks: list[FigureBlock]) -> None:
    keys = [(block.area.indicator_id, block.area.period) for block in blocks]
    assert len(set(keys)) == len(keys)
    years = {period.year_be for _, period in keys}
    assert len(years) >= 3


def test_every_table_of_the_report_is_a_sheet(run: ReportRun, content: bytes) -> None:
    tables = collect_annex(run).tables
    names = openpyxl.load_workbook(io.BytesIO(content), read_only=True).sheetnames
    assert len([name for name in names if name.startswith("ต") and name[1].isdigit()]) == len(tables) > 5
    assert {"พจนานุกรมตัวชี้วัด", "วิธีและกฎ", "แหล่งข้อมูล", "ค่าที่ไฟล์แจ้ง", "SAR รายโรงเรียน"} <= set(names)


def test_the_dictionary_has_every_indicator_and_the_sources_every_file(
    run: ReportRun, content: bytes
) -> None:
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
    ids = {row[0] for row in book["พจนานุกรมตัวชี้วัด"].iter_rows(values_only=True)}
    assert set(run.data.catalogue.by_id) <= ids
    hashes = {row[9] for row in book["แหล่งข้อมูล"].iter_rows(values_only=True)}
    assert {line.sha256 for line in run.content.sources} <= hashes


def test_the_same_database_gives_the_same_figures_again(
    run: ReportRun, content: bytes, sample_store: Store
) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        part = lxml.etree.fromstring(file.read("customXml/figures.xml"))
    bound = {str(each.get("id")) for each in part}
    period = {kind: each.year_be for kind, each in run.periods.items()}
    origin = FileOrigin(DocumentKind.ANNEX, *period.values())
    figures = {each.figure_id: each.text for each in annex_figures(sample_store, origin)}
    assert bound <= set(figures)
    for domain in run.content.domains:
        for row in domain.rows:
            assert figures[f"{row.figure_id}|value"].rstrip("*") == row.value_text


def test_memory_does_not_grow_with_the_schools() -> None:
    """7,200 rows more are 10 MB of XML, and none of it may stay in memory."""
    one = make_blocks()[1]

    def many(n_rows: int) -> Iterator[FigureBlock]:
        for place in range(n_rows // 50):
            area = replace(one.area, indicator_id=f"a.{place}", figure_id=f"a.{place}|academic_year|2567")
            yield replace(one, area=area, schools=one.schools * 16)

    def peak(n_rows: int) -> int:
        tracemalloc.start()
        write_annex(make_annex_content(), many(n_rows))
        top = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return top

    started = time.perf_counter()
    assert peak(8_000) < peak(800) + 5_000_000
    assert time.perf_counter() - started < 60
