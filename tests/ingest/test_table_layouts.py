"""Tables beside each other, long ones, ones on their side, and words that stand beside a title."""

import pytest

from lib.ingest.count_words import usual_wording
from tests.ingest.workbooks import Row, read, sheet

ONE, TWO = "99010001", "99010002"
THAI, MATH, M3_THAI = "academic.onet_p6_thai", "academic.onet_p6_math", "academic.onet_m3_thai"
HEADER = ("รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนผู้เข้าสอบ", "ภาษาไทย")
LEFT, RIGHT = (ONE, "บ้านสมมติหนึ่ง", 12, 50), (TWO, "บ้านสมมติสอง", 4, 31)


def beside(*gap: None, left: Row = ("O-NET ป.6",), right: Row = ("O-NET ม.3",)) -> Row:
    return (*left, *(None,) * (4 - len(left)), *gap, *right)


@pytest.mark.parametrize("gap", [(), (None,)], ids=["touching", "a blank column between"])
def test_tables_side_by_side_are_tables_of_their_own(gap: tuple[None, ...]) -> None:
    found = read(
        sheet(beside(*gap), (*HEADER, *gap, *HEADER), (*LEFT, *gap, *RIGHT)),
        file_name="ปีการศึกษา 2567.xlsx",
    )
    assert found.values() == {(ONE, THAI, 2567, 0): 50, (TWO, M3_THAI, 2567, 0): 31}
    assert (found.n(THAI), found.n(M3_THAI, TWO)) == (12, 4)
    assert found.place(M3_THAI, TWO) == f"ข้อมูล!{'I' if gap else 'H'}3"


def test_a_title_above_the_left_table_alone_holds_for_both() -> None:
    found = read(
        sheet(("O-NET ป.6 ปีการศึกษา 2566",), (*HEADER, None, *HEADER), (*LEFT, None, *RIGHT)),
        file_name="a.xlsx",
    )
    assert found.values() == {(ONE, THAI, 2566, 0): 50, (TWO, THAI, 2566, 0): 31}


def test_a_blank_column_inside_one_table_parts_nothing() -> None:
    found = read(sheet((*HEADER, None, "คณิตศาสตร์"), (*LEFT, None, 30)))
    assert (found.value(THAI), found.value(MATH)) == (50, 30)


def long_list(*rows: Row):
    header = ("รหัสโรงเรียน", "ชื่อโรงเรียน", "ตัวชี้วัด", "ปีการศึกษา", "ค่า", "จำนวนผู้เข้าสอบ")
    return read(sheet(header, *rows), file_name="ข้อมูล.xlsx")


def test_a_long_table_is_read_by_the_indicator_each_row_names() -> None:
    found = long_list(
        (ONE, None, "O-NET ป.6 ภาษาไทย", 2567, 50, 12),
        (ONE, None, "O-NET ป.6 คณิตศาสตร์", 2567, 30, 11),
        (ONE, None, "O-NET ป.6 ภาษาไทย", 2566, 48, 10),
    )
    assert found.values() == {(ONE, THAI, 2567, 0): 50, (ONE, MATH, 2567, 0): 30, (ONE, THAI, 2566, 0): 48}
    assert found.place(MATH) == "ข้อมูล!E3"
    assert found.n(MATH) == 11
    assert len(found.data.tables) == 1


def test_a_row_of_a_long_table_that_names_no_known_indicator_is_said() -> None:
    found = long_list(
        (ONE, None, "O-NET ป.6 ภาษาไทย", 2567, 50, 12),
        (ONE, None, "ความสุขของครู", 2567, 4, 9),
        (TWO, None, None, 2567, 41, 9),
    )
    assert len(found.accepted) == 1
    assert ("S22", "C3:C4") in {(issue.code, issue.cell) for issue in found.issues}
    assert found.counts == (3, 1, 0, 2)


def test_schools_across_the_columns_are_said_plainly() -> None:
    found = read(
        sheet(("O-NET ป.6",), ("วิชา", "บ้านสมมติหนึ่ง", "วัดสมมติสาม"), ("ภาษาไทย", 50, 47), ("คณิตศาสตร์", 30, 29))
    )
    assert [(issue.code, issue.cell) for issue in found.issues] == [("S28", "B2:C2")]
    assert found.accepted.empty


def test_words_beside_a_title_do_not_make_it_a_header() -> None:
    found = read(
        sheet(("O-NET ป.6 ปีการศึกษา 2566", None, None, "พิมพ์เมื่อ 3/6/2568"), HEADER, LEFT), file_name="a.xlsx"
    )
    assert found.data.tables[0].header_rows == (2,)
    assert found.value(THAI) == 50


def test_a_band_over_the_school_columns_leaves_them_what_they_are() -> None:
    found = read(
        sheet(
            ("ข้อมูลพื้นฐาน", None, "O-NET ป.6", None),
            HEADER,
            LEFT,
            merged=("A1:B1", "C1:D1"),
        ),
        file_name="ปีการศึกษา 2567.xlsx",
    )
    assert found.values() == {(ONE, THAI, 2567, 0): 50}


def test_a_number_of_schools_is_no_name_of_a_school() -> None:
    found = read(
        sheet(
            ("ที่", "จำนวน", None, "O-NET ป.6"),
            (None, "โรงเรียน", "ห้อง", "ภาษาไทย"),
            (1, 12, 30, 50),
            merged=("A1:A2", "B1:C1"),
        )
    )
    assert "school_name" not in {str(column.role) for column in found.data.tables[0].columns}


def test_a_generic_word_is_told_by_the_word_above_whatever_stands_above_that() -> None:
    found = read(
        sheet(
            ("ที่", "สถานศึกษา", "จำนวน นร. เข้าสอบ", "ความสามารถ", None, None, None),
            (None, None, None, "ด้านคณิตศาสตร์", None, "ด้านภาษาไทย", None),
            (None, None, None, "คะแนนเฉลี่ยร้อยละ", "S.D.", "คะแนนเฉลี่ยร้อยละ", "S.D."),
            (1, "บ้านสมมติหนึ่ง", 12, 40, 9.5, 51, 11),
            merged=("A1:A3", "B1:B3", "C1:C3", "D1:G1", "D2:E2", "F2:G2"),
        ),
        file_name="NT ป.3 ปีการศึกษา 2567.xlsx",
    )
    assert found.value("academic.nt_p3_math") == 40
    assert found.value("academic.nt_p3_thai") == 51
    assert found.n("academic.nt_p3_thai") == 12
    assert sorted(found.accepted["sd"]) == [9.5, 11]


@pytest.mark.parametrize(
    ("text", "usual"),
    [
        ("จน.นร. ที่เข้าสอบ", "จำนวนผู้เข้าสอบ"),
        ("นักเรียนสอบ (คน)", "จำนวนผู้เข้าสอบ"),
        ("จำนวนผู้เข้ารับการประเมิน", "จำนวนที่ประเมิน"),
        ("เด็กที่คัดกรองทั้งหมด", "จำนวนนักเรียนที่คัดกรอง"),
        ("จำนวนนักเรียน", ""),
        ("คะแนนสอบ", ""),
    ],
)
def test_a_count_of_people_is_known_however_it_is_worded(text: str, usual: str) -> None:
    assert usual_wording(text) == usual


def test_a_header_that_only_resembles_a_known_one_is_asked_about() -> None:
    found = read(sheet((*HEADER, "คณิตศาตร์", "วิทยาศาสตร์"), (*LEFT, 30, 33)))
    assert found.value(MATH) is None
    assert [(issue.cell, issue.value) for issue in found.issues if issue.code == "S21"] == [("E1", "คณิตศาตร์")]


def test_columns_of_levels_say_which_column_would_be_read() -> None:
    found = read(
        sheet(
            ("รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนผู้เข้าสอบ", "ดีมาก", "ดี"),
            (ONE, None, 12, "6\n(50)", "3\n(25)"),
            name="RT ป.1 ด้านการอ่านออกเสียง",
        )
    )
    said = [issue for issue in found.issues if issue.code == "S22"]
    assert [issue.cell for issue in said] == ["D1", "E1"]
    assert all("ระดับดีขึ้นไป" in issue.hint for issue in said)


def test_a_code_beside_a_name_is_no_table_on_its_side() -> None:
    rows = (("เลขประจำ", "สถานที่", "วิชาหนึ่ง"), ("99010001", "บ้านสมมติหนึ่ง", 50))
    codes = read(sheet(*rows)).codes
    assert "S10" in codes
    assert "S28" not in codes


@pytest.mark.parametrize(
    "title", ["คะแนนเฉลี่ย O-NET ป.6 ภาษาไทย", "ตารางที่ 3 O-NET ป.6 ภาษาไทย ปีการศึกษา 2566-2567"]
)
def test_columns_of_years_are_told_by_a_title_that_is_an_indicator(title: str) -> None:
    found = read(
        sheet((title,), ("ที่", "โรงเรียน", "2566", "๒๕๖๗"), (1, "บ้านสมมติหนึ่ง", 48, 50)), file_name="a.xlsx"
    )
    assert found.values() == {(ONE, THAI, 2566, 0): 48, (ONE, THAI, 2567, 0): 50}


def test_columns_of_years_under_a_title_of_a_whole_test_are_not_guessed() -> None:
    found = read(
        sheet(("ผลการทดสอบ O-NET ป.6",), ("ที่", "โรงเรียน", "2566", "2567"), (1, "บ้านสมมติหนึ่ง", 48, 50))
    )
    assert found.accepted.empty


def test_the_last_heading_reaches_over_its_blank_neighbour_without_merged_cells() -> None:
    # a row ends at its last filled cell, so nothing stands right of the last heading; its count is no mean
    found = read(
        sheet(
            ("RT ป.1 ปีการศึกษา 2567",),
            ("รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนผู้เข้าสอบ", "การอ่านออกเสียง", None, "การอ่านรู้เรื่อง"),
            (None, None, None, *("ระดับดีขึ้นไป (คน)", "ระดับดีขึ้นไป (ร้อยละ)") * 2),
            (ONE, "บ้านสมมติหนึ่ง", 20, 12, 60, 11, 55),
        ),
        file_name="RT.xlsx",
    )
    assert found.values() == {
        (ONE, "academic.rt_good_p1_aloud", 2567, 0): 60,
        (ONE, "academic.rt_good_p1_comprehension", 2567, 0): 55,
    }
