import docx
import pytest

from lib.ingest.report_reader import read_report_file
from tests.ingest import report_builders as made

EARLY, BASIC = made.EARLY, made.BASIC
Part = str | list[list[str]]


def _levels(*parts: Part) -> made.Levels:
    document = docx.Document()
    made.cover(document)
    for part in parts:
        if isinstance(part, str):
            document.add_paragraph(part)
        else:
            made.table(document, part)
    read = read_report_file(made.document_bytes(document), "ก.docx", lambda _code, _name: None)[1]
    return {(str(r.level_of_education), r.standard, r.item): r.level or 0 for r in read.ratings}


def test_a_header_that_names_its_level_of_education_speaks_for_the_table() -> None:
    first = [["มาตรฐานการศึกษาปฐมวัย", "ระดับคุณภาพ"], ["มาตรฐานที่ 2", "ดีเลิศ"]]
    second = [["มาตรฐานการศึกษาขั้นพื้นฐาน", "ระดับคุณภาพ"], ["มาตรฐานที่ 2", "ดี"]]
    assert _levels(first, second) == {(EARLY, "2", ""): 4, (BASIC, "2", ""): 3}


def test_a_merged_level_of_education_holds_for_the_rows_below_it() -> None:
    rows = [
        ["ระดับการศึกษา", "มาตรฐาน", "ผลการประเมิน"],
        ["ปฐมวัย", "มาตรฐานที่ 1", "ดี"],
        ["", "มาตรฐานที่ 2", "ดีเลิศ"],
        ["ขั้นพื้นฐาน", "มาตรฐานที่ 1", "ยอดเยี่ยม"],
        ["", "มาตรฐานที่ 2", "ปานกลาง"],
    ]
    assert _levels(rows) == {
        (EARLY, "1", ""): 3,
        (EARLY, "2", ""): 4,
        (BASIC, "1", ""): 5,
        (BASIC, "2", ""): 2,
    }


def test_a_row_with_only_a_level_of_education_divides_the_table() -> None:
    rows = [
        ["มาตรฐาน", "ระดับคุณภาพ", "หมายเหตุ"],
        ["ระดับปฐมวัย", "", ""],
        ["มาตรฐานที่ 2 กระบวนการบริหารและการจัดการ", "ดีเลิศ", ""],
        ["ระดับการศึกษาขั้นพื้นฐาน", "", ""],
        ["มาตรฐานที่ 2 กระบวนการบริหารและการจัดการ", "ยอดเยี่ยม", ""],
        ["รวม", "ดี", ""],
    ]
    assert _levels(rows) == {(EARLY, "2", ""): 4, (BASIC, "2", ""): 5}


def test_standards_may_be_the_columns() -> None:
    rows = [
        ["ระดับการศึกษา", "มาตรฐานที่ 1", "มาตรฐานที่ 2", "มาตรฐานที่ 3", "ภาพรวม"],
        ["ปฐมวัย", "ดี", "ดีเลิศ", "ยอดเยี่ยม", "ดีเลิศ"],
        ["ขั้นพื้นฐาน", "4", "5", "3", "4"],
    ]
    assert _levels(rows) == {
        (level, str(number), ""): value
        for level, given in ((EARLY, (3, 4, 5)), (BASIC, (4, 5, 3)))
        for number, value in enumerate(given, start=1)
    }


def test_of_three_years_side_by_side_only_the_reports_own_counts() -> None:
    rows = [
        ["มาตรฐาน", "ระดับคุณภาพ", "", ""],
        ["", "2564", "2565", "2566"],
        ["มาตรฐานที่ 1 คุณภาพของผู้เรียน", "ดี", "ดี", "ดีเลิศ"],
        ["มาตรฐานที่ 2 กระบวนการบริหารและการจัดการ", "ดี", "ดีเลิศ", "ยอดเยี่ยม"],
    ]
    assert _levels("ระดับการศึกษาขั้นพื้นฐาน", rows) == {(BASIC, "1", ""): 4, (BASIC, "2", ""): 5}


@pytest.mark.parametrize("mark", ["/", "✓", "√", "☑", "x", "1"])
def test_any_mark_under_numbered_columns_chooses_the_level(mark: str) -> None:
    rows = [
        ["มาตรฐาน", "ระดับคุณภาพ", "", "", "", ""],
        ["", "5", "4", "3", "2", "1"],
        ["มาตรฐานที่ 1 คุณภาพของเด็ก", "", mark, "", "", ""],
    ]
    assert _levels("ระดับปฐมวัย", rows) == {(EARLY, "1", ""): 4}


def test_label_and_value_rows_belong_to_the_standard_above() -> None:
    rows = [["มาตรฐานที่ 1 คุณภาพของเด็ก", ""], ["ค่าเป้าหมาย", "ดี"], ["ผลการประเมิน", "ดีเลิศ"], ["จุดเด่น", "- เด็กดี"]]
    assert _levels("ระดับปฐมวัย", rows) == {(EARLY, "1", ""): 4}


def test_a_key_to_the_levels_is_no_rating() -> None:
    key = [["ระดับ", "ความหมาย"], *[[str(n), made.WORDS[n]] for n in (5, 4, 3, 2, 1)]]
    assert _levels(key, "ระดับการศึกษาขั้นพื้นฐาน", "มาตรฐานที่ 1 คุณภาพของผู้เรียน อยู่ในระดับ ดี") == {(BASIC, "1", ""): 3}


def test_a_targets_appendix_states_no_result() -> None:
    rows = [["มาตรฐาน", "ค่าเป้าหมาย"], ["มาตรฐานที่ 1 คุณภาพของเด็ก", "ยอดเยี่ยม"]]
    assert _levels("ระดับปฐมวัย", rows) == {}


def test_items_have_their_own_levels_and_a_row_below_an_item_has_none() -> None:
    found = _levels(
        "ระดับการศึกษาขั้นพื้นฐาน",
        "มาตรฐานที่ 1 คุณภาพของผู้เรียน",
        "1.1 ผลสัมฤทธิ์ทางวิชาการของผู้เรียน ระดับคุณภาพ ดี",
        "1) มีความสามารถในการอ่าน ระดับ ยอดเยี่ยม",
        "1.2 คุณลักษณะที่พึงประสงค์ของผู้เรียน ระดับคุณภาพ ดีเลิศ",
        "สรุปผลการประเมินมาตรฐานที่ 1 ระดับคุณภาพ ดีเลิศ",
    )
    assert found == {(BASIC, "1", ""): 4, (BASIC, "1", "1.1"): 3, (BASIC, "1", "1.2"): 4}
