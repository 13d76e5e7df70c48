"""A school register: up to three codes, doubles, and updates that keep what they do not speak of."""

from lib.catalog.identity_headers import load_identity_headers
from lib.domain.datasets import RowCounts
from lib.domain.schools import School
from lib.domain.sheets import Workbook
from lib.ingest.register import RegisterReading, merge_entry, tidy_register
from tests.ingest.workbooks import Row, sheet

HEADER = ("ลำดับ", "รหัส 10 หลัก", "รหัส Smis", "รหัส Obec", "โรงเรียน", "อำเภอ", "เครือข่าย", "จำนวนนักเรียน")


def register(*rows: Row) -> RegisterReading:
    return tidy_register(Workbook("xlsx", (sheet(*rows),)), load_identity_headers())


def test_three_codes_are_kept_apart_and_the_eight_digits_are_the_key() -> None:
    found = register(
        HEADER, (1, "1099990001", 99010001.0, "๙๙๐๐๐๑", "โรงเรียนบ้านสมมติ (ก )", "เมือง", "-", "๘๐")
    )
    assert found.schools == (
        School("99010001", "บ้านสมมติ (ก)", "99010001", "990001", "1099990001", "", "เมือง", pupils=80),
    )


def test_titles_totals_and_the_office_itself_are_passed_over() -> None:
    found = register(
        ("ทะเบียนโรงเรียน",), HEADER,
        (1, "", "99010001", "", "บ้านสมมติ", "", "", 80), (None, "", "99010000", "", "สพป.สมมติ", "", "", None),
        (None, "", "", "", "รวม", "", "", 80),
    )  # fmt: skip
    assert [school.name for school in found.schools] == ["บ้านสมมติ"]
    assert found.rows == RowCounts(3, 1, 0, 2)


def test_one_code_with_two_names_is_turned_away_at_the_second() -> None:
    found = register(("รหัสโรงเรียน", "ชื่อโรงเรียน"), ("99010001", "ก"), ("99010001", "ข"), ("99010001", "ก"))
    assert [issue.code for issue in found.issues] == ["S13"]
    assert found.rows == RowCounts(3, 1, 1, 1)


def test_a_code_of_another_length_is_turned_away() -> None:
    found = register(("รหัสโรงเรียน", "ชื่อโรงเรียน"), ("9901", "ก"), ("99010001", ""))
    assert [issue.code for issue in found.issues] == ["S24", "S24"]
    assert found.schools == ()


def test_a_file_without_codes_is_no_register() -> None:
    assert [issue.code for issue in register(("ชื่อโรงเรียน", "อำเภอ"), ("ก", "ข")).issues] == ["S12"]


def test_an_update_keeps_the_fields_it_does_not_speak_of() -> None:
    known = School("99010001", "บ้านสมมติ", "99010001", "990001", "1099990001", "กลุ่มหนึ่ง", "เมือง", pupils=80)
    found = register(("รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนนักเรียน"), ("99010001", "บ้านสมมติใหม่", 75))
    merged = merge_entry(known, found.schools[0], found.fields)
    assert (merged.name, merged.pupils) == ("บ้านสมมติใหม่", 75)
    assert (merged.obec_code, merged.moe_code, merged.cluster, merged.district) == (
        "990001", "1099990001", "กลุ่มหนึ่ง", "เมือง",
    )  # fmt: skip


def test_a_blank_code_in_an_update_erases_nothing() -> None:
    known = School("99010001", "บ้านสมมติ", "99010001", "990001")
    found = register(("รหัส Smis", "รหัส Obec", "โรงเรียน"), ("99010001", "", "บ้านสมมติ"))
    assert merge_entry(known, found.schools[0], found.fields).obec_code == "990001"
