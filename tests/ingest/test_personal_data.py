"""Tables about single persons are turned away before anything is kept, and nothing of them is repeated."""

import pytest

from lib.errors import RefusedFile
from lib.thai.codes import is_citizen_id
from tests.ingest.workbooks import Row, read, sheet

BODY = "110170020345"


def citizen_id(number: int) -> str:
    """An invented number that passes the checksum."""
    body = f"{BODY[:-3]}{number:03}"
    total = sum(int(digit) * (13 - place) for place, digit in enumerate(body))
    return f"{body}{(11 - total % 11) % 10}"


def refusal(*rows: Row) -> RefusedFile:
    with pytest.raises(RefusedFile) as caught:
        read(sheet(*rows, name="นักเรียน"))
    return caught.value


def test_the_checksum_knows_a_right_and_a_wrong_number() -> None:
    right = citizen_id(1)
    assert is_citizen_id(right)
    assert not is_citizen_id(right[:-1] + str((int(right[-1]) + 1) % 10))


@pytest.mark.parametrize(
    "shape", ["{}", "{0[0]}-{0[1]}{0[2]}{0[3]}{0[4]}-{0[5]}{0[6]}{0[7]}{0[8]}{0[9]}-{0[10]}{0[11]}-{0[12]}"]
)
def test_a_column_of_citizen_ids_is_refused_without_repeating_one(shape: str) -> None:
    ids = [shape.format(citizen_id(number)) for number in range(1, 6)]
    caught = refusal(("รหัสโรงเรียน", "ชื่อโรงเรียน", "เลข"), *(("99010001", "บ้านสมมติ", one) for one in ids))
    assert caught.code == "V17"
    said = f"{caught} {caught.hint}"
    assert not any(one in said for one in ids)
    assert "คอลัมน์ C" in said


def test_ids_stored_as_numbers_are_found_too() -> None:
    assert refusal(("ก", "ข"), *((number, int(citizen_id(number))) for number in range(1, 6))).code == "V17"


def test_a_column_of_names_with_titles_is_refused_without_repeating_one() -> None:
    names = [f"{title}สมมติ ใจดี" for title in ("เด็กชาย", "ด.ญ.", "ด.ช. ", "นางสาว", "นาย")]
    caught = refusal(("ที่", "รายการ"), *enumerate(names))
    assert caught.code == "V17"
    assert "ใจดี" not in f"{caught} {caught.hint}"


def test_headers_of_a_pupil_list_are_refused() -> None:
    header = ("ลำดับ", "โรงเรียน", "ชั้น", "เลขประจำตัวนักเรียน", "คำนำหน้าชื่อ", "ชื่อ", "นามสกุล", "น้ำหนัก")
    assert refusal(header, (1, "บ้านสมมติ", "ป.1", "123", "x", "y", "z", 20)).code == "V17"


def test_a_person_far_down_a_long_list_is_found() -> None:
    filler = [("99010001", 1)] * 600
    ids = [(citizen_id(number % 1000), 1) for number in range(600)]
    assert refusal(("รหัส", "ค่า"), *ids, *filler[:10]).code == "V17"


def test_ordinary_school_tables_are_not_refused() -> None:
    found = read(
        sheet(
            ("รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนผู้เข้าสอบ", "ภาษาไทย"),
            ("99010001", "บ้านนายสมมติ", 10, 50), ("99010003", "วัดสมมติสาม", 10, 55),
        )
    )  # fmt: skip
    assert "V17" not in found.codes
