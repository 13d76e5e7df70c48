"""From a stored figure to its cell in the kept original: xlsx, csv, xls, HTML, hidden and wide sheets."""

import io
from dataclasses import replace

import openpyxl
import pytest

from lib.domain.figures import FigureId, FigureKind
from lib.domain.periods import Period, PeriodKind
from lib.domain.schools import School
from lib.errors import WorkbenchError
from lib.ingest.choices import ImportChoices
from lib.services import analysis, imports
from lib.services.way_home_cell import Surroundings, find_versions, surroundings
from lib.storage.engine import Store, open_store, writing
from lib.storage.schools import save_schools

YEAR = Period(PeriodKind.ACADEMIC_YEAR, 2567)
MATH = "academic.onet_p6_math"
SCHOOLS = tuple(School(f"9901000{n}", f"บ้านสมมติ {n}", f"9901000{n}") for n in range(1, 8))
HEADERS = ("รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนผู้เข้าสอบ", "คณิตศาสตร์")
TITLE = "ผลการทดสอบ O-NET ป.6 ปีการศึกษา 2567"


@pytest.fixture
def store(database_url: str) -> Store:
    opened = open_store(database_url)
    with writing(opened) as session:
        save_schools(session, SCHOOLS)
    return opened


def rows(value: object = 45.5) -> list[tuple[object, ...]]:
    figures = [(school.smis_code, school.name, 10 + n, 40.0 + n) for n, school in enumerate(SCHOOLS)]
    figures[4] = (*figures[4][:3], value)
    return [(TITLE,), HEADERS, *figures]


def xlsx(table: list[tuple[object, ...]], sheet: str = "ข้อมูล") -> bytes:
    book = openpyxl.Workbook()
    book.active.title = sheet
    for row in table:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def load(store: Store, content: bytes, name: str, choices: ImportChoices | None = None) -> None:
    preview = imports.preview_file(store, content, name, choices)
    imports.commit(store, preview, content, by="ผู้ทดสอบ")


def way(store: Store, school: int = 4, version: int = 0) -> Surroundings:
    figure = FigureId(FigureKind.SCHOOL, MATH, YEAR, SCHOOLS[school].school_id)
    data = analysis.load_office_data(store)
    return surroundings(store, data, figure, find_versions(store, figure)[version])


def marked(found: Surroundings, mark: str) -> list[tuple[int, str, str]]:
    """(row, letter, text) of the cells with a mark."""
    return [
        (line.number, letter, cell.text)
        for line in found.view.lines
        for letter, cell in zip(found.view.columns, line.cells, strict=True)
        if cell.mark == mark
    ]


def steps(found: Surroundings) -> dict[str, str]:
    return {step.title: step.text for step in found.steps}


def test_an_xlsx_shows_the_cell_its_count_and_its_headers_where_excel_has_them(store: Store) -> None:
    load(store, xlsx(rows()), "คะแนน.xlsx")
    found = way(store)
    assert marked(found, "value") == [(7, "D", "45.5")]
    assert marked(found, "n") == [(7, "C", "14")]
    assert [text for _, _, text in marked(found, "header")] == list(HEADERS)
    assert (found.view.sheet, found.view.values, found.view.n) == ("ข้อมูล", "D7", "C7")
    assert [line.number for line in found.view.lines] == [2, 3, 4, 5, 6, 7, 8, 9]


def test_the_steps_begin_with_the_text_of_the_cell_and_end_with_the_printed_figure(store: Store) -> None:
    load(store, xlsx(rows("๔๕.๕๕๕")), "คะแนน.xlsx")
    told = steps(way(store))
    assert "“๔๕.๕๕๕”" in told["ข้อความในเซลล์"]
    assert "เลขไทย" in told["การอ่าน"]
    assert "45.555" in told["การอ่าน"]
    assert "14 คน จากเซลล์ C7" in told["จำนวนที่เป็นฐาน"]
    assert told["ตัวเลขที่แสดง"] == "45.56 คะแนน (ปัดครึ่งขึ้น 2 ตำแหน่งจาก 45.555)"


def test_a_csv_has_no_sheet_but_the_same_letters_and_numbers(store: Store) -> None:
    text = "\n".join(",".join(map(str, row)) for row in rows())
    load(store, text.encode("cp874"), "คะแนน.csv")
    found = way(store)
    assert found.view.sheet == ""
    assert marked(found, "value") == [(7, "D", "45.5")]


def test_a_web_page_saved_as_xls_is_shown_as_the_table_it_is(store: Store) -> None:
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows())
    load(store, f"<html><meta charset=utf-8><table>{table}</table></html>".encode(), "คะแนน.xls")
    found = way(store)
    assert [text for *_, text in marked(found, "value")] == ["45.5"]
    assert found.view.values == "D7"


def test_a_sheet_name_with_an_exclamation_mark_is_found_again(store: Store) -> None:
    load(store, xlsx(rows(), "ป.6! 'จริง'"), "คะแนน.xlsx")
    assert way(store).view.sheet == "ป.6! 'จริง'"


def test_of_a_wide_sheet_only_the_school_and_the_near_columns_are_cut_out(store: Store) -> None:
    blank = ("",) * 36
    wide = [(TITLE,), (*HEADERS[:3], *blank, HEADERS[3]), *((*row[:3], *blank, row[3]) for row in rows()[2:])]
    load(store, xlsx(wide), "คะแนน.xlsx")
    found = way(store)
    assert found.view.columns == ("A", "B", "C", "D", "E", "F", "", "AK", "AL", "AM", "AN")
    assert marked(found, "value") == [(7, "AN", "45.5")]


def test_a_hidden_sheet_that_was_wanted_is_said_to_be_hidden(store: Store) -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx(rows(), "ซ่อน")))
    book.create_sheet("หน้าปก")
    book["ซ่อน"].sheet_state = "hidden"
    book.active = 1
    out = io.BytesIO()
    book.save(out)
    load(store, out.getvalue(), "คะแนน.xlsx", ImportChoices(hidden_sheets=("ซ่อน",)))
    found = way(store)
    assert found.view.hidden
    assert "เลือกให้อ่านชีตที่ซ่อนอยู่นี้" in found.choices


def test_a_confirmed_reading_is_one_of_the_steps(store: Store) -> None:
    choices = ImportChoices(corrections=((("ข้อมูล", "D7"), "46.5"),))
    load(store, xlsx(rows("4 6.5?")), "คะแนน.xlsx", choices)
    told = steps(way(store))
    assert "“4 6.5?”" in told["ข้อความในเซลล์"]
    assert "46.5" in told["การแก้ที่ผู้ใช้ยืนยัน"]
    assert told["ตัวเลขที่แสดง"] == "46.50 คะแนน"


def test_earlier_and_undone_versions_stand_beside_the_one_that_counts(store: Store) -> None:
    load(store, xlsx(rows(45.5)), "รอบแรก.xlsx")
    load(store, xlsx(rows(47.5)), "รอบสอง.xlsx")
    load(store, xlsx(rows(48.5)), "รอบสาม.xlsx")
    imports.undo(store, 3, by="ผู้ทดสอบ")
    versions = find_versions(store, FigureId(FigureKind.SCHOOL, MATH, YEAR, SCHOOLS[4].school_id))
    assert [(each.dataset.file_name, each.value, each.speaks) for each in versions] == [
        ("รอบสาม.xlsx", 48.5, False),
        ("รอบสอง.xlsx", 47.5, True),
        ("รอบแรก.xlsx", 45.5, False),
    ]
    assert marked(way(store, version=2), "value") == [(7, "D", "45.5")]


def test_an_original_that_is_gone_is_said_in_plain_words(store: Store) -> None:
    load(store, xlsx(rows()), "คะแนน.xlsx")
    for file in store.files.glob("*/*"):
        file.unlink()
    with pytest.raises(WorkbenchError, match="ไม่พบไฟล์ต้นฉบับ"):
        way(store)


def test_an_original_that_was_changed_is_not_shown(store: Store) -> None:
    load(store, xlsx(rows()), "คะแนน.xlsx")
    for file in store.files.glob("*/*"):
        file.write_bytes(xlsx(rows(99.0)))
    with pytest.raises(WorkbenchError, match="ถูกแก้ไขหลังจัดเก็บ"):
        way(store)


def test_a_figure_stated_for_the_nation_has_its_cell_too(store: Store) -> None:
    load(store, xlsx([*rows(), ("", "ระดับประเทศ", 500000, 29.96)]), "คะแนน.xlsx")
    figure = FigureId(FigureKind.STATED, MATH, YEAR, "nation:ประเทศ")
    version = find_versions(store, figure)[0]
    found = surroundings(store, analysis.load_office_data(store), figure, version)
    assert marked(found, "value") == [(10, "D", "29.96")]


def test_a_load_without_kept_answers_is_read_as_found(store: Store) -> None:
    load(store, xlsx(rows()), "คะแนน.xlsx")
    figure = FigureId(FigureKind.SCHOOL, MATH, YEAR, SCHOOLS[0].school_id)
    version = replace(find_versions(store, figure)[0], n=None)
    found = surroundings(store, analysis.load_office_data(store), figure, version)
    assert found.view.n == ""
    assert "ไม่ได้ให้จำนวน" in steps(found)["จำนวนที่เป็นฐาน"]
