"""Where tables begin, how deep their headers are, and what their titles lend them."""

import pytest

from tests.ingest.workbooks import ONET_HEADER, SCHOOLS, Row, read, sheet

ONE, TWO = "99010001", "99010002"
SUBJECTS = ("รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนผู้เข้าสอบ", "ภาษาไทย")
TITLES = (
    ("ผลการทดสอบ O-NET ชั้นประถมศึกษาปีที่ ๖ ปีการศึกษา ๒๕๖๗",),
    ("สำนักงานเขตพื้นที่การศึกษาประถมศึกษาสมมติ เขต 1",),
    ("ข้อมูล ณ วันที่ 10 มิถุนายน 2568",),
    ("กลุ่มนิเทศ ติดตามและประเมินผล",),
)


def body(value: float = 50) -> tuple[Row, ...]:
    return (SUBJECTS, (ONE, "บ้านสมมติหนึ่ง", 12, value), (TWO, "บ้านสมมติสอง", 4, 44))


@pytest.mark.parametrize("n_titles", range(5))
def test_up_to_four_title_rows_stand_above_a_header(n_titles: int) -> None:
    name = "ปีการศึกษา 2567 O-NET ป.6" if n_titles == 0 else "ชีต1"
    found = read(sheet(*TITLES[:n_titles], *body(), name=name), file_name="a.xlsx")
    assert found.values() == {
        (ONE, "academic.onet_p6_thai", 2567, 0): 50,
        (TWO, "academic.onet_p6_thai", 2567, 0): 44,
    }
    assert found.data.tables[0].header_rows == (n_titles + 1,)


def test_three_header_rows_are_joined_from_the_top() -> None:
    found = read(
        sheet(
            ("รหัสโรงเรียน", "ชื่อโรงเรียน", "O-NET ป.6", None, None, None),
            (None, None, "ภาษาไทย", None, "คณิตศาสตร์", None),
            (None, None, "จำนวนผู้เข้าสอบ", "คะแนนเฉลี่ย", "จำนวนผู้เข้าสอบ", "คะแนนเฉลี่ย"),
            (ONE, "บ้านสมมติหนึ่ง", 12, 50, 11, 40),
            merged=("A1:A3", "B1:B3", "C1:F1", "C2:D2", "E2:F2"),
        ),
        file_name="ปีการศึกษา 2567.xlsx",
    )
    assert found.value("academic.onet_p6_thai") == 50
    assert found.n("academic.onet_p6_thai") == 12
    assert found.n("academic.onet_p6_math") == 11


def test_bands_of_years_above_the_columns_are_their_years() -> None:
    found = read(
        sheet(
            ("รหัสโรงเรียน", "ชื่อโรงเรียน", "ปีการศึกษา 2566", None, "ปีการศึกษา 2567", None),
            (None, None, "ภาษาไทย", "คณิตศาสตร์", "ภาษาไทย", "คณิตศาสตร์"),
            (ONE, "บ้านสมมติหนึ่ง", 45, 30, 50, 35),
            name="O-NET ป.6",
        ),
        file_name="onet.xlsx",
    )
    assert found.values() == {
        (ONE, "academic.onet_p6_thai", 2566, 0): 45,
        (ONE, "academic.onet_p6_math", 2566, 0): 30,
        (ONE, "academic.onet_p6_thai", 2567, 0): 50,
        (ONE, "academic.onet_p6_math", 2567, 0): 35,
    }


def test_two_tables_of_one_sheet_keep_their_own_titles() -> None:
    found = read(
        sheet(
            ("ปีการศึกษา 2567",),
            ("O-NET ป.6",),
            *body(50),
            (),
            ("O-NET ม.3",),
            *body(30),
        ),
        file_name="a.xlsx",
    )
    assert found.value("academic.onet_p6_thai") == 50
    assert found.value("academic.onet_m3_thai") == 30
    assert set(found.accepted["year_be"]) == {2567}


def test_two_years_below_each_other_are_two_years() -> None:
    found = read(
        sheet(("O-NET ป.6 ปีการศึกษา 2566",), *body(45), ("O-NET ป.6 ปีการศึกษา 2567",), *body(50)),
        file_name="a.xlsx",
    )
    thai = "academic.onet_p6_thai"
    assert found.values()[ONE, thai, 2566, 0] == 45
    assert found.values()[ONE, thai, 2567, 0] == 50


def test_a_header_printed_again_on_the_next_page_is_passed_over() -> None:
    found = read(sheet(*body()[:2], SUBJECTS, body()[2]), file_name="O-NET ป.6 ปีการศึกษา 2567.xlsx")
    assert len(found.accepted) == 2
    assert found.counts == (3, 2, 0, 1)


def test_every_sheet_is_read_with_the_year_of_its_name() -> None:
    found = read(
        sheet(*body(45), name="ปีการศึกษา 2566"),
        sheet(*body(50), name="ปีการศึกษา 2567"),
        file_name="O-NET ป.6.xlsx",
    )
    assert {year for _, _, year, _ in found.values()} == {2566, 2567}


def test_a_hidden_sheet_is_asked_about_and_read_only_when_wanted() -> None:
    hidden = sheet(*body(), name="ซ่อน", hidden=True)
    assert read(hidden).codes == ["S06"]
    assert len(read(hidden, hidden_sheets=("ซ่อน",)).accepted) == 2


def test_a_sheet_without_a_header_is_counted_and_said() -> None:
    found = read(sheet(("บันทึก", "ข้อความ"), ("ก", 1), (), ("ข", 2)))
    assert found.codes == ["S10"]
    assert found.counts == (3, 0, 0, 3)


def test_an_empty_workbook_is_said() -> None:
    assert read(sheet()).codes == ["S04"]


def test_a_bottom_word_under_several_parents_is_a_question_unless_the_parent_is_known() -> None:
    found = read(
        sheet(
            ("รหัสโรงเรียน", "ชื่อโรงเรียน", "งบบุคลากร", None, "งบลงทุน", None, None),
            (None, None, "จัดสรร", "เบิกจ่าย", "จัดสรร", "เบิกจ่าย", "ร้อยละการเบิกจ่าย"),
            (ONE, "บ้านสมมติหนึ่ง", 900, 800, 100, 70, 70),
            name="ปีงบประมาณ 2568",
            merged=("A1:A2", "B1:B2", "C1:D1", "E1:G1"),
        ),
        file_name="เบิกจ่าย.xlsx",
    )
    assert found.value("budget.disburse_capital_pct") == 70
    assert found.value("budget.disburse_total_pct") is None
    asked = {issue.value for issue in found.issues if issue.code == "S21"}
    assert asked == {"งบบุคลากร › จัดสรร", "งบบุคลากร › เบิกจ่าย"}


def test_counts_under_known_subjects_belong_to_them() -> None:
    found = read(
        sheet(
            ("รหัสโรงเรียน", "ชื่อโรงเรียน", "ภาษาไทย", None, "คณิตศาสตร์", None),
            (None, None, "นร.", "คะแนน", "นร.", "คะแนน"),
            (ONE, "บ้านสมมติหนึ่ง", 12, 50, 11, 40),
            merged=("A1:A2", "B1:B2", "C1:D1", "E1:F1"),
        )
    )
    assert found.n("academic.onet_p6_thai") == 12
    assert found.n("academic.onet_p6_math") == 11


def test_an_ambiguous_column_follows_the_family_of_all_its_neighbours() -> None:
    found = read(
        sheet(
            ("รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1 ชาย", "ป.1 หญิง", "รวมทั้งหมด"),
            (ONE, "บ้านสมมติหนึ่ง", 7, 6, 13),
        ),
        file_name="จำนวนนักเรียน 2567.csv",
    )
    assert found.value("general.pupils_all_total") == 13


def test_the_head_count_weighs_only_what_is_measured_on_pupils() -> None:
    found = read(
        sheet(
            ("รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนนักเรียน", "อ่านไม่ออกเขียนไม่ได้ (ร้อยละ)", "ร้อยละโครงการแล้วเสร็จ"),
            (ONE, "บ้านสมมติหนึ่ง", 80, 2.5, 90),
        ),
        file_name="ปีการศึกษา 2567 ปีงบประมาณ 2568.xlsx",
    )
    assert found.n("academic.literacy_fail_pct") == 80
    assert found.n("budget.project_done_pct") is None
    assert "S20" in found.codes


def test_a_column_named_by_a_person_brings_its_count_and_its_family_along() -> None:
    table = sheet(ONET_HEADER, (ONE, None, 12, 50, 40, 35, 30, 33, 38), name="ชีต1")
    asked = read(table, file_name="ปีการศึกษา 2567.xlsx")
    assert asked.accepted.empty
    answered = read(
        table, file_name="ปีการศึกษา 2567.xlsx", columns=((("ชีต1", 1, 3), "academic.onet_p6_thai"),)
    )
    assert answered.value("academic.onet_p6_thai") == 50
    assert answered.n("academic.onet_p6_thai") == 12
    assert answered.value("academic.onet_p6_science") == 33


def test_a_column_set_aside_by_a_person_is_not_read() -> None:
    found = read(sheet(*body()), columns=((("ข้อมูล", 1, 3), "remark"),))
    assert found.accepted.empty


def test_a_doubled_column_is_read_once_and_asked_about() -> None:
    found = read(sheet((*SUBJECTS, "ภาษาไทย"), (ONE, "บ้านสมมติหนึ่ง", 12, 50, 51)))
    assert found.value("academic.onet_p6_thai") == 50
    assert "S08" in found.codes


def test_the_branch_of_a_school_is_a_school_of_its_own() -> None:
    found = read(sheet(SUBJECTS, ("1099010004", SCHOOLS[3].name, 3, 41)))
    assert found.value("academic.onet_p6_thai", "99010004") == 41


def test_a_count_picked_by_a_person_belongs_to_the_indicator_named() -> None:
    rows = (("รหัสโรงเรียน", "คอลัมน์ ก", "ภาษาไทย"), (ONE, 7, 50))
    found = read(
        sheet(("O-NET ป.6 ปีการศึกษา 2567",), *rows),
        columns=((("ข้อมูล", 2, 1), "n:academic.onet_p6_thai"),),
    )
    assert found.n("academic.onet_p6_thai") == 7


def test_a_column_without_any_header_can_be_picked() -> None:
    rows = (("รหัสโรงเรียน", "ภาษาไทย", "คณิตศาสตร์"), (ONE, 50, 41, 33))
    found = read(
        sheet(("O-NET ป.6 ปีการศึกษา 2567",), *rows),
        columns=((("ข้อมูล", 2, 3), "academic.onet_p6_science"),),
    )
    assert found.value("academic.onet_p6_science") == 33


def test_the_same_column_of_two_tables_of_a_sheet_is_answered_for_each() -> None:
    first = (("O-NET ป.6 ปีการศึกษา 2567",), ("รหัสโรงเรียน", "ภาษาไทย", "ก"), (ONE, 50, 41), ())
    second = (("O-NET ม.3 ปีการศึกษา 2567",), ("รหัสโรงเรียน", "ภาษาไทย", "ก"), (ONE, 20, 33))
    found = read(
        sheet(*first, *second),
        columns=(
            (("ข้อมูล", 2, 2), "academic.onet_p6_math"),
            (("ข้อมูล", 6, 2), "academic.onet_m3_math"),
        ),
    )
    assert found.value("academic.onet_p6_math") == 41
    assert found.value("academic.onet_m3_math") == 33


def test_header_rows_picked_by_a_person_are_the_headers_of_the_sheet() -> None:
    rows = (("O-NET ป.6 ปีการศึกษา 2567",), ("ผู้ส่ง", "งานก"), ("เลขประจำโรง", "วิชาหนึ่ง"), (ONE, 50))
    assert "S10" in read(sheet(*rows)).codes
    found = read(
        sheet(*rows),
        headers=(("ข้อมูล", (3, 3)),),
        columns=((("ข้อมูล", 3, 0), "school_code"), (("ข้อมูล", 3, 1), "academic.onet_p6_thai")),
    )
    assert found.value("academic.onet_p6_thai") == 50


def test_a_column_is_the_surer_the_nearer_the_words_that_told_its_meaning() -> None:
    def sure(found_in: str, *title: Row) -> float:
        table = sheet(*title, SUBJECTS, (ONE, "บ้านสมมติหนึ่ง", 12, 50))
        return read(table, file_name=f"{found_in}.xlsx").data.tables[0].columns[3].confidence

    by_itself = read(
        sheet((*SUBJECTS[:3], "O-NET ป.6 ภาษาไทย"), (ONE, "บ้านสมมติหนึ่ง", 12, 50)), file_name="ก.xlsx"
    )
    assert by_itself.data.tables[0].columns[3].confidence == 1
    assert sure("ก", ("O-NET ป.6 ปีการศึกษา 2567",)) == 1
    assert 0.75 <= sure("O-NET ป.6 ปีการศึกษา 2567") < 0.95
    assert sure("ก") <= 0.5
