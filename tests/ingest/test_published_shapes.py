"""The shapes of table that area offices publish, each read into the right figures."""

import pytest

from lib.domain.periods import PeriodKind
from tests.ingest.workbooks import ONET_HEADER, Reading, read, sheet

ONE, TWO, THREE = "99010001", "99010002", "99010003"


def onet_table() -> Reading:
    return read(
        sheet(
            ONET_HEADER,
            (ONE, "บ้านสมมติหนึ่ง", 12, 50.25, 40, 35.5, 30, 33.75, 37.9),
            (TWO, None, "4", "44.00", "41", "30.5", "28", "31.25", "34.95"),
            ("99010000", "ค่าเฉลี่ยระดับเขตพื้นที่", None, 48.69, 40.25, 34.25, 29.5, 33.13, 37.16),
            ("00000000", None, None, 52.8, 45.1, 39.2, 28.06, 34.3, 39.89),
            name="",
        ),
        file_name="onet ป6 2567.csv",
    )


def test_an_onet_upload_gives_one_figure_per_school_and_subject() -> None:
    found = onet_table()
    assert found.value("academic.onet_p6_thai") == 50.25
    assert found.value("academic.onet_p6_science", TWO) == 31.25
    assert len(found.accepted) == 12
    assert found.place("academic.onet_p6_math", TWO) == "G3"


def test_the_count_column_of_an_onet_upload_weighs_every_subject() -> None:
    found = onet_table()
    assert {found.n(f"academic.onet_p6_{each}") for each in ("thai", "math", "science", "social")} == {12}
    assert found.n("academic.onet_p6_english", TWO) == 4


def test_area_and_nation_rows_of_an_onet_upload_are_benchmarks_by_their_codes() -> None:
    stated = onet_table().stated()
    assert stated["area", "academic.onet_p6_thai"] == 48.69
    assert stated["nation", "academic.onet_p6_math"] == 28.06
    assert onet_table().counts == (4, 2, 0, 2)


def test_an_nt_upload_is_read_with_the_year_of_its_file() -> None:
    found = read(
        sheet(
            ("รหัสโรงเรียน", "ชื่อโรงเรียน", "น.ร.(คน)", "ภาษา", "คำนวณ", "เหตุผล", "รวมเฉลี่ย"),
            (ONE, "บ้านสมมติหนึ่ง", 9, 55.5, 47.2, 0, 51.35),
            (TWO, "บ้านสมมติสอง", 3, 60.1, 50.2, 0, 55.15),
        ),
        file_name="nt_2565.csv",
    )
    assert found.values()[ONE, "academic.nt_p3_thai", 2565, 0] == 55.5
    assert found.n("academic.nt_p3_math", TWO) == 3
    assert found.value("academic.nt_p3_reasoning") is None


def pupils_rows() -> tuple[tuple[object, ...], ...]:
    return (
        ("รหัสโรงเรียน", "ชื่อโรงเรียน", "อ.2", None, None, "ป.1", None, None, "รวม", None, None, None),
        (None, None, "ชาย", "หญิง", "ห้อง", "ชาย", "หญิง", "ห้อง", "ชาย", "หญิง", "รวม", "ห้อง"),
        (ONE, "บ้านสมมติหนึ่ง", 5, 4, 1, 7, 6, 1, 12, 10, 22, 2),
        (TWO, "บ้านสมมติสอง", 1, 2, 1, 0, 3, 1, 1, 5, 6, 2),
        ("รวม", None, 6, 6, 2, 7, 9, 2, 13, 15, 28, 4),
    )


@pytest.mark.parametrize(
    "merged", [(), ("A1:A2", "B1:B2", "C1:E1", "F1:H1", "I1:L1")], ids=["without merges", "with merges"]
)
def test_a_two_row_header_of_pupils_is_read_by_grade_and_sex(merged: tuple[str, ...]) -> None:
    found = read(sheet(*pupils_rows(), name="จำนวนนักเรียน", merged=merged), file_name="จำนวนนักเรียน 1-2567.xls")
    assert found.value("general.pupils_k2_male") == 5
    assert found.value("general.pupils_p1_female", TWO) == 3
    assert found.value("general.pupils_all_total") == 22
    assert found.stated()["area", "general.pupils_all_total"] == 28
    assert all(one.agrees for one in found.reconciliation)


def test_staff_by_kind_and_sex_is_read() -> None:
    found = read(
        sheet(
            ("รหัสโรงเรียน", "ชื่อโรงเรียน", "ครู", None, "พนักงานราชการ", None, "รวม", None, "ทั้งหมด"),
            (None, None, "ชาย", "หญิง", "ชาย", "หญิง", "ชาย", "หญิง", None),
            (ONE, "บ้านสมมติหนึ่ง", 3, 8, 0, 1, 3, 9, 12),
            name="ข้อมูลบุคลากร",
        ),
        file_name="จำนวนบุคลากร 2567.xls",
    )
    assert found.value("personnel.staff_teacher_male") == 3
    assert found.value("personnel.staff_teacher_female") == 8


def test_8c_results_take_year_and_term_from_their_columns_and_schools_by_name() -> None:
    header = (
        "ลำดับ", "วันที่บันทึก", "ปีการศึกษา", "ภาคเรียน", "อำเภอ", "กลุ่มโรงเรียน", "โรงเรียน",
        "ขนาดโรงเรียน", "จำนวนนักเรียนทั้งหมด", "จำนวนที่ประเมิน", "C1 คิดวิเคราะห์แก้ปัญหา", "คะแนนเฉลี่ย 8C",
        "ระดับคุณภาพ", "จุดเด่น",
    )  # fmt: skip
    found = read(
        sheet(
            header, (1, "5/6/2567", 2567, 1, "เมือง", "ก", "โรงเรียนวัดสมมติสาม", "เล็ก", 80, 75, 3, 3.2, "ดี", "-")
        ),
        file_name="8C.xlsx",
    )
    assert found.values()[THREE, "academic.c8_mean", 2567, 1] == 3.2
    assert found.n("academic.c8_mean", THREE) == 75


def test_a_register_without_any_figure_brings_no_values_and_asks_about_no_school() -> None:
    found = read(sheet(("รหัสโรงเรียน", "ชื่อโรงเรียน", "กลุ่มโรงเรียน"), ("11111111", "บ้านอื่น", "ก")))
    assert found.accepted.empty
    assert "S12" in found.codes
    assert "S15" not in found.codes
    assert found.counts == (1, 0, 0, 1)


def test_two_title_rows_and_vertical_merges_are_no_obstacle() -> None:
    found = read(
        sheet(
            ("ข้อมูลจำนวนนักเรียน",),
            ("สำนักงานศึกษาธิการจังหวัดสมมติ ปีการศึกษา 2566",),
            ("รหัสสถานศึกษา", "ชื่อโรงเรียน", "ป.6", None),
            (None, None, "ชาย", "หญิง"),
            ("1099990001", "บ้านสมมติหนึ่ง", 7, 0),
            merged=("A1:D1", "A2:D2", "A3:A4", "B3:B4", "C3:D3"),
        ),
        file_name="export.xlsx",
    )
    assert found.values() == {
        (ONE, "general.pupils_p6_male", 2566, 0): 7,
        (ONE, "general.pupils_p6_female", 2566, 0): 0,
    }


def test_a_table_of_levels_without_a_school_column_gives_no_school_a_value() -> None:
    found = read(
        sheet(
            ("ผลการทดสอบ NT ป.3 ปีการศึกษา 2566",),
            ("ระดับ", "จำนวนผู้เข้าสอบ", "ด้านภาษาไทย", "ด้านคณิตศาสตร์"),
            ("ระดับโรงเรียน", 4, 68.75, 54),
            ("ระดับเขตพื้นที่การศึกษา", None, 62.35, 53.1),
            ("ระดับประเทศ", None, 50.84, 44.2),
        )
    )
    assert found.accepted.empty
    assert "S12" in found.codes


def test_a_count_and_a_per_cent_in_one_cell_are_taken_apart() -> None:
    found = read(
        sheet(
            ("รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนผู้เข้าสอบ", "อ่านออกเสียง ระดับดีขึ้นไป"),
            (ONE, "บ้านสมมติหนึ่ง", "1,200", "1,050\n(87.5)"),
            name="RT ป.1 ปีการศึกษา 2566",
        ),
        file_name="rt.xlsx",
    )
    assert found.value("academic.rt_good_p1_aloud") == 87.5
    assert found.accepted["numerator"].tolist() == [1050]
    assert found.n("academic.rt_good_p1_aloud") == 1200


def test_budget_lines_carry_their_baht_and_commas() -> None:
    found = read(
        sheet(
            ("รายงานการเบิกจ่าย ปีงบประมาณ พ.ศ. ๒๕๖๘",),
            ("ที่", "โรงเรียน", "งบประมาณที่ได้รับ", "เบิกจ่ายสะสม", "คงเหลือ", "ร้อยละการเบิกจ่าย"),
            (1, "บ้านสมมติหนึ่ง", "฿1,000,000.00", "930,000.-", "70,000", "93.00 %"),
        ),
        file_name="budget.xlsx",
    )
    assert found.value("budget.disburse_total_pct") == 93
    assert found.n("budget.disburse_total_pct") == 1_000_000
    assert found.value("budget.remaining_total_amt") == 70_000
    assert found.accepted["numerator"].dropna().tolist() == [930_000]
    assert set(found.accepted["period_kind"]) == {PeriodKind.FISCAL_YEAR}


def test_budget_categories_are_no_schools() -> None:
    found = read(
        sheet(
            ("หมวดงบประมาณ", "งบประมาณที่ได้รับ", "เบิกจ่ายสะสม", "คงเหลือ", "ร้อยละการเบิกจ่าย"),
            ("งบลงทุน", 100, 70, 30, 70),
            ("รวม", 100, 70, 30, 70),
            name="ปีงบประมาณ 2568",
        )
    )
    assert found.accepted.empty
    assert found.data.benchmarks.empty
    assert found.counts == (2, 0, 0, 2)


def test_a_ratio_written_with_a_colon_is_read() -> None:
    found = read(
        sheet(
            ("ที่", "โรงเรียน", "จำนวนครู", "จำนวนนักเรียน", "นักเรียนต่อครู"),
            (1, "วัดสมมติสาม", 5, 80, "1 : 16"),
            name="อัตรากำลัง ปีการศึกษา 2567",
        )
    )
    assert 16 in found.accepted["value"].tolist()


def test_group_rows_of_provinces_and_districts_are_no_schools() -> None:
    found = read(
        sheet(
            ("ที่", "ชื่อสถานศึกษา", "อนุบาล", "ประถมศึกษา", "รวมทุกระดับ"),
            (None, "จังหวัดสมมติ", None, None, None),
            (None, "อำเภอเมืองสมมติ", 308, 221, 529),
            (1, "1.รร.วัดสมมติสาม", "-", 221, 221),
            name="จำนวนนักเรียน ปีการศึกษา 2566",
        ),
        file_name="a.xlsx",
    )
    assert found.counts[0] == 3
    assert found.data.benchmarks.empty
    assert set(found.accepted["school_id"]) <= {THREE}
