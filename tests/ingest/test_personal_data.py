"""Tables about single persons are turned away before anything is kept, and nothing of them is repeated."""

import random
import time

import pytest

from lib.domain.sheets import CellValue, Sheet, Workbook
from lib.errors import RefusedFile
from lib.ingest.personal_data import WITHHELD, withhold_persons
from lib.thai.codes import is_citizen_id
from lib.thai.numerals import to_thai_digits
from tests.ingest.persons import citizen_id, given_name, pupil_code, surname, telephone, wrong_id
from tests.ingest.workbooks import Row, sheet

SCHOOL_HEADER = ("รหัสโรงเรียน", "ชื่อโรงเรียน", "ภาษาไทย")


def book(*rows: Row, name: str = "นักเรียน", hidden: bool = False) -> Workbook:
    return Workbook("xlsx", (sheet(*rows, name=name, hidden=hidden),))


def refusal(*rows: Row, hidden: bool = False) -> RefusedFile:
    with pytest.raises(RefusedFile) as caught:
        withhold_persons(book(*rows, hidden=hidden))
    return caught.value


def cells_named(workbook: Workbook) -> list[tuple[str, str]]:
    return [(issue.code, issue.cell) for issue in workbook.issues]


def dashed(number: str) -> str:
    return f"{number[0]}-{number[1:5]}-{number[5:10]}-{number[10:12]}-{number[12]}"


def test_the_checksum_knows_a_right_and_a_wrong_number() -> None:
    assert is_citizen_id(citizen_id(1))
    assert not is_citizen_id(wrong_id(1))


@pytest.mark.parametrize(
    "written",
    [
        str,
        dashed,
        lambda number: dashed(number).replace("-", " "),
        to_thai_digits,
        lambda number: f" {number} ",
        lambda number: f"{number}.0",
        int,
        float,
    ],
    ids=["plain", "dashes", "spaces", "thai digits", "blanks around", "text of a float", "int", "float"],
)
def test_a_column_of_citizen_ids_is_refused_however_written(written) -> None:  # type: ignore[no-untyped-def]
    ids: list[CellValue] = [written(citizen_id(number)) for number in range(1, 6)]
    caught = refusal(("รหัสโรงเรียน", "ชื่อโรงเรียน", "เลข"), *(("99010001", "บ้านสมมติ", one) for one in ids))
    assert caught.code == "V17"
    said = f"{caught} {caught.hint}"
    assert "คอลัมน์ C" in said
    assert not any(str(one).strip() in said for one in ids)


def test_a_column_of_pupil_codes_is_refused() -> None:
    assert refusal(("ก", "ข"), *((number, pupil_code(number)) for number in range(4))).code == "V17"


def test_half_mistyped_ids_are_still_ids() -> None:
    rows = [(citizen_id(n) if n % 3 else wrong_id(n), n) for n in range(12)]
    assert refusal(("ก", "ข"), *rows).code == "V17"


def test_a_column_of_names_with_titles_is_refused_without_repeating_one() -> None:
    names = [f"{title}สมมติ ใจดี" for title in ("เด็กชาย", "ด.ญ.", "ด.ช. ", "นางสาว", "นาย")]
    caught = refusal(("ที่", "รายการ"), *enumerate(names))
    assert "ใจดี" not in f"{caught} {caught.hint}"


def test_title_first_name_and_surname_in_columns_of_their_own_are_refused_without_a_header() -> None:
    rows = [(n, "ด.ช.", given_name(n), surname(n)) for n in range(6)]
    assert refusal(*rows).code == "V17"


def test_headers_of_a_pupil_list_are_refused() -> None:
    header = ("ลำดับ", "โรงเรียน", "ชั้น", "เลขประจำตัวนักเรียน", "คำนำหน้าชื่อ", "ชื่อ", "นามสกุล", "น้ำหนัก")
    assert refusal(header, (1, "บ้านสมมติ", "ป.1", "123", "x", "y", "z", 20)).code == "V17"


def test_weight_and_height_of_single_pupils_are_refused_without_names() -> None:
    header = ("โรงเรียน", "ชั้น", "เพศ", "น้ำหนัก", "ส่วนสูง")
    assert refusal(header, *(("บ้านสมมติ", "ป.1", "ชาย", 20 + n, 110 + n) for n in range(5))).code == "V17"


def test_a_person_in_the_last_row_and_the_last_column_is_found() -> None:
    wide = [(*[row] * 39, None) for row in range(2000)]
    ids = [(*[0] * 39, citizen_id(number)) for number in range(5)]
    assert "คอลัมน์ AN" in str(refusal(tuple(f"ค่า {n}" for n in range(40)), *wide, *ids))


def test_a_hidden_sheet_is_searched_and_said_to_be_hidden() -> None:
    rows = [(f"บ้านสมมติ {n}", citizen_id(n)) for n in range(4)]
    assert "ที่ซ่อนไว้" in str(refusal(("โรงเรียน", "เลข"), *rows, hidden=True))


@pytest.mark.parametrize(
    ("number", "what"),
    [
        (citizen_id(7), "เลขประจำตัวประชาชน"),
        (dashed(citizen_id(7)), "เลขประจำตัวประชาชน"),
        (to_thai_digits(citizen_id(7)), "เลขประจำตัวประชาชน"),
        (telephone(5), "หมายเลขโทรศัพท์"),
        ("080-000-0005", "หมายเลขโทรศัพท์"),
        (pupil_code(3), "เลขประจำตัวนักเรียน"),
    ],
)
def test_a_lone_number_in_a_remark_is_taken_out_and_named_and_the_rest_goes_on(
    number: str, what: str
) -> None:
    remark = f"ย้ายเข้า เลข {number} รอเอกสาร"
    rows = (
        (*SCHOOL_HEADER, "หมายเหตุ"),
        ("99010001", "บ้านสมมติ", 50, remark),
        ("99010003", "วัดสมมติสาม", 55, "–"),
    )
    clean = withhold_persons(book(*rows))
    assert clean.sheets[0].rows[1] == ("99010001", "บ้านสมมติ", 50, WITHHELD)
    assert clean.sheets[0].rows[2] == rows[2]
    assert cells_named(clean) == [("V17", "D2")]
    assert what in clean.issues[0].message
    assert number not in repr(clean)


def test_a_workbook_without_persons_is_handed_back_as_it_is() -> None:
    one = book(SCHOOL_HEADER, ("99010001", "บ้านสมมติ", 50))
    assert withhold_persons(one) is one


def test_what_was_cleaned_is_found_clean() -> None:
    rows = ((*SCHOOL_HEADER, "หมายเหตุ"), ("99010001", "บ้านสมมติ", 50, f"โทร {telephone(1)}"))
    clean = withhold_persons(book(*rows))
    assert withhold_persons(clean) is clean


def test_who_answers_for_a_school_is_left_out_and_the_schools_are_read() -> None:
    rows = [
        (f"9901000{n}", f"บ้านสมมติ {n}", 50 + n, f"นาย{given_name(n)} {surname(n)}", telephone(n))
        for n in range(1, 6)
    ]
    clean = withhold_persons(book((*SCHOOL_HEADER, "ผู้รายงาน", "เบอร์โทร"), *rows))
    assert [row[:3] for row in clean.sheets[0].rows[1:]] == [row[:3] for row in rows]
    assert all(value is None for row in clean.sheets[0].rows for value in row[3:])
    assert cells_named(clean) == [("V17", "D1"), ("V17", "E1")]
    assert given_name(1) not in repr(clean)


def test_one_pupil_a_school_is_still_a_list_of_pupils() -> None:
    rows = [(f"บ้านสมมติ {n}", "ด.ช.", given_name(n), surname(n)) for n in range(5)]
    assert refusal(("โรงเรียน", "คำนำหน้า", "ชื่อ", "นามสกุล"), *rows).code == "V17"


def test_teachers_of_a_school_are_a_list_of_persons() -> None:
    rows = [(f"บ้านสมมติ {n % 2}", f"นาง{given_name(n)} {surname(n)}", "ครู") for n in range(8)]
    assert refusal(("โรงเรียน", "ชื่อ-สกุล", "ตำแหน่ง"), *rows).code == "V17"


def test_a_number_of_a_person_in_the_name_of_the_file_or_of_a_sheet_is_refused() -> None:
    rows = (SCHOOL_HEADER, ("99010001", "บ้านสมมติ", 50))
    with pytest.raises(RefusedFile) as file:
        withhold_persons(book(*rows), f"ผล {citizen_id(3)}.xlsx")
    with pytest.raises(RefusedFile) as tab:
        withhold_persons(book(*rows, name=citizen_id(3)))
    assert citizen_id(3) not in f"{file.value} {tab.value}"


@pytest.mark.parametrize(
    "names",
    [
        ("นายูงวิทยา", "นายางกลัก", "นางรองพิทยาคม", "นางัวประชาสรรค์", "นายมพิทยาคม"),
        ("นางรอง พิทยาคม", "นายูง วิทยา", "นางัว ประชา", "นายาง ราษฎร์", "นายม วิทยา"),
    ],
)
def test_schools_whose_names_begin_like_a_title_are_schools(names: tuple[str, ...]) -> None:
    rows = [(f"9901000{n}", name, 50 + n) for n, name in enumerate(names, start=1)]
    one = book(SCHOOL_HEADER, *rows)
    assert withhold_persons(one) is one


def test_codes_budgets_and_other_long_numbers_are_no_persons() -> None:
    maker = random.Random(3)
    numbers = [maker.randrange(1_000_000_000_000, 9_999_999_999_999) for _ in range(60)]
    assert 0 < sum(is_citizen_id(str(number)) for number in numbers) < 15
    rows = [
        (f"10999900{n:02}", f"บ้านสมมติ {n}", number, str(number), 1_234_567_890.5 + n, 812_345_678 + n)
        for n, number in enumerate(numbers)
    ]
    header = ("รหัสกระทรวง", "ชื่อโรงเรียน", "เลขครุภัณฑ์", "เลขที่สัญญา", "งบประมาณ (บาท)", "เบิกจ่าย (บาท)")
    one = book(header, *rows)
    assert withhold_persons(one) is one


@pytest.mark.parametrize(
    "text",
    [
        "85.71428571429",
        "0.8123456789",
        "1,080,000,123.50",
        "2565 2566 2567 2568",
        "7440-001-0001/2567",
        "ปีการศึกษา 2566-2568",
    ],
)
def test_figures_and_years_in_words_are_no_persons(text: str) -> None:
    one = book((*SCHOOL_HEADER, "หมายเหตุ"), ("99010001", "บ้านสมมติ", 50, text))
    assert withhold_persons(one) is one


def test_signatures_under_a_table_do_not_refuse_it() -> None:
    rows = [(f"9901000{n}", f"บ้านสมมติ {n}", 50 + n) for n in range(1, 9)]
    signed = [
        ("", "", f"ลงชื่อ นาย{given_name(1)} {surname(1)}"),
        ("", "", f"(นาย{given_name(1)} {surname(1)})"),
    ]
    one = book(SCHOOL_HEADER, *rows, *signed)
    assert withhold_persons(one) is one


def test_a_csv_is_searched_like_a_workbook() -> None:
    rows = tuple((f"บ้านสมมติ {n}", citizen_id(n)) for n in range(4))
    with pytest.raises(RefusedFile):
        withhold_persons(Workbook("csv", (Sheet("", (("โรงเรียน", "เลข"), *rows)),)))


def test_thirty_thousand_rows_of_forty_columns_take_no_time_to_speak_of() -> None:
    numbers = [(f"{n}", f"บ้านสมมติ {n}", *[n * 0.01] * 38) for n in range(30_000)]
    one = book(tuple(f"ค่า {n}" for n in range(40)), *numbers)
    begun = time.process_time()
    withhold_persons(one)
    # 0.3 s on the machine of this test; the room above it is for slow ones.
    assert time.process_time() - begun < 2
