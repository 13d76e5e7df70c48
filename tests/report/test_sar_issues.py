"""The list of issues for สมศ. read back: rows, levels stated and recomputed, statements with pages."""

import io
from dataclasses import replace
from time import perf_counter

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from lib.catalog.report_words import load_sar_words
from lib.catalog.standards import load_standards
from lib.domain.assessments import LevelOfEducation, StatementKind
from lib.domain.sar_report_content import SarReportContent
from lib.report.sar_issues_workbook import (
    DICTIONARY,
    ISSUES,
    LEVELS,
    MATTERS,
    STATEMENTS,
    make_issues_workbook,
)
from tests.report.sample_sar import make_sar_content, themes_of


def write(content: SarReportContent) -> bytes:
    return make_issues_workbook(content, load_standards().vocabularies, load_sar_words())


def opened(content: SarReportContent) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(write(content)))


def rows(sheet: Worksheet, first: str) -> list[dict[str, object]]:
    """Rows below the header that begins with a word, by column."""
    lines = [[cell.value for cell in line] for line in sheet.iter_rows()]
    top = next(place for place, line in enumerate(lines) if line[0] == first)
    return [dict(zip(map(str, lines[top]), line, strict=True)) for line in lines[top + 1 :]]


def test_the_overview_has_one_row_per_school_with_counts_and_first_lines() -> None:
    content = make_sar_content()
    found = rows(opened(content)[ISSUES], "โรงเรียน")
    assert len(found) == len(content.schools) == 12
    first = next(row for row in found if row["โรงเรียน"] == "บ้านสมมติ 1")
    said = content.reports[0].saved.assessment.statements
    assert first["จุดเด่น (ข้อ)"] == sum(each.kind is StatementKind.STRENGTH for each in said) > 0
    assert str(first["จุดเด่นข้อแรก"]).startswith("ผู้เรียนมีสุขภาวะทางร่างกายดี")
    assert first["สมศ. ค้าง (ข้อ)"] == 1


def test_a_first_line_is_shortened_and_a_school_without_a_report_has_no_counts() -> None:
    found = rows(opened(make_sar_content())[ISSUES], "โรงเรียน")
    assert all(len(str(row["จุดเด่นข้อแรก"] or "")) <= 92 for row in found)
    absent = next(row for row in found if row["โรงเรียน"] == "บ้านสมมติ 6")
    assert absent["สถานะรายงาน"] == "ยังไม่ส่งรายงาน"
    assert absent["จุดเด่น (ข้อ)"] is None


def test_levels_have_one_row_per_school_and_level_of_education() -> None:
    found = rows(opened(make_sar_content())[LEVELS], "โรงเรียน")
    assert len(found) == 24
    assert len({(row["รหัส SMIS"], row["ระดับการศึกษา"]) for row in found}) == 24


def test_levels_are_stated_with_their_page_and_recomputed() -> None:
    found = rows(opened(make_sar_content())[LEVELS], "โรงเรียน")
    first = next(row for row in found if row["โรงเรียน"] == "บ้านสมมติ 1" and row["ระดับการศึกษา"] == "ขั้นพื้นฐาน")
    # School 1: standards 1, 2, 3 at 1 + 2, 1 + 3, 1 + 4; their mean is 4.
    assert first["มาตรฐานที่ 1 ระบุ"] == "ดี (3) หน้า 11"
    assert [first[f"มาตรฐานที่ {n} คำนวณ"] for n in (1, 2, 3)] == [3, 4, 5]
    assert (first["ภาพรวม ระบุ"] or "", first["ภาพรวม คำนวณ"]) == ("", 4)


def test_a_school_without_a_report_is_listed_as_not_sent() -> None:
    found = rows(opened(make_sar_content())[ISSUES], "โรงเรียน")
    assert {row["โรงเรียน"] for row in found if row["สถานะรายงาน"] == "ยังไม่ส่งรายงาน"} == {
        "บ้านสมมติ 6",
        "บ้านสมมติ 12",
    }


def test_each_matter_to_ask_about_has_a_row_of_its_own() -> None:
    found = rows(opened(make_sar_content())[MATTERS], "รหัสโรงเรียน")

    def told(school: str, level: str, kind: str) -> list[str]:
        mine = [row for row in found if (row["โรงเรียน"], row["ระดับการศึกษา"]) == (school, level)]
        return [str(row["เรื่อง"]) for row in mine if row["ชนิด"] == kind]

    outcome = told("บ้านสมมติ 1", "ขั้นพื้นฐาน", "ผลประเมินภายนอกล่าสุด")
    assert "มาตรฐานที่ 1 คุณภาพของผู้เรียน ดี" in outcome[0]
    open_ones = told("บ้านสมมติ 1", "ขั้นพื้นฐาน", "ข้อเสนอแนะ สมศ. ที่ยังไม่เสร็จ")
    assert open_ones == ["ควรจัดทำเครื่องมือวัดการคิด (ยังไม่เริ่ม)"]
    assert "O-NET" in told("บ้านสมมติ 1", "ขั้นพื้นฐาน", "ผลจริงที่ควรสอบถาม")[0]
    odd = told("บ้านสมมติ 5", "ปฐมวัย", "ข้อที่ขัดกันในรายงาน")
    assert "ระดับ 4 (หน้า 7) แต่ ระดับ 5 (หน้า 31)" in odd[0]


def test_no_sheet_is_wider_than_one_page_and_no_row_holds_a_school_s_whole_report() -> None:
    book = opened(make_sar_content())
    for sheet in book:
        assert sheet.page_setup.fitToWidth in (None, 1)  # 1 is what a file leaves out
    tallest = max(each.height or 0 for each in book[ISSUES].row_dimensions.values())
    assert tallest < 150


def test_every_statement_has_its_row_word_for_word_with_theme_and_page() -> None:
    content = make_sar_content()
    found = rows(opened(content)[STATEMENTS], "รหัสโรงเรียน")
    assert [(row["ข้อความ"], row["หน้า"]) for row in found] == [
        (said.text, said.place.page) for said in content.themes.statements
    ]
    assert {row["เรื่อง"] for row in found} == {count.name for count in content.themes.counts}
    assert found[0]["ไฟล์"] == "รายงาน 1.docx"


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_a_statement_that_begins_like_a_formula_stays_text(start: str) -> None:
    content = make_sar_content()
    said = content.themes.statements[0]
    odd = replace(said, text=f"{start}1+1 ควรพัฒนา")
    changed = replace(content, themes=replace(content.themes, statements=(odd,)))
    sheet = opened(changed)[STATEMENTS]
    cell = next(cell for line in sheet.iter_rows() for cell in line if cell.value == odd.text)
    assert (cell.data_type, bool(cell.quotePrefix)) == ("s", True)


def test_every_column_is_explained() -> None:
    book = opened(make_sar_content())
    told = {(row["แผ่น"], row["คอลัมน์"]) for row in rows(book[DICTIONARY], "แผ่น")}
    for name, first in (
        (ISSUES, "โรงเรียน"),
        (LEVELS, "โรงเรียน"),
        (STATEMENTS, "รหัสโรงเรียน"),
        (MATTERS, "รหัสโรงเรียน"),
    ):
        assert {(name, head) for head in rows(book[name], first)[0]} <= told


def test_headers_stay_in_sight_and_stand_on_every_printed_page() -> None:
    book = opened(make_sar_content())
    for name in (ISSUES, LEVELS, STATEMENTS, MATTERS):
        sheet = book[name]
        assert sheet.freeze_panes
        assert sheet.print_title_rows
        assert sheet.page_setup.orientation == "landscape"
        assert sheet["A1"].font.name == "TH Sarabun New"


def test_sets_of_different_length_keep_their_columns() -> None:
    content = make_sar_content()
    early, basic = content.standards
    shorter = replace(early, standards=early.standards[:2])
    found = rows(opened(replace(content, standards=(shorter, basic)))[LEVELS], "โรงเรียน")
    first = next(row for row in found if row["ระดับการศึกษา"] == LevelOfEducation.EARLY_CHILDHOOD.label)
    assert first["มาตรฐานที่ 3 ระบุ"] is None
    assert first["ภาพรวม คำนวณ"] is not None


def test_the_same_content_gives_the_same_bytes() -> None:
    assert write(make_sar_content()) == write(make_sar_content())


def test_an_office_without_schools_gets_headers_alone() -> None:
    content = replace(make_sar_content(0), themes=themes_of(()))
    assert rows(opened(content)[ISSUES], "โรงเรียน") == []


def test_two_hundred_and_fifty_schools_are_written_in_time() -> None:
    content = make_sar_content(250)
    started = perf_counter()
    write(content)
    assert perf_counter() - started < 6
