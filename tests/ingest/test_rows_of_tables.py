"""What a row is about: one school, an area, a group, a remark; and which school."""

import pytest

from lib.domain.schools import School
from tests.ingest.workbooks import SCHOOLS, Reading, Row, read, sheet

HEADER = ("ที่", "รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนผู้เข้าสอบ", "ภาษาไทย")
THAI = "academic.onet_p6_thai"
ONE = (1, "99010001", "บ้านสมมติหนึ่ง", 12, 50)
TWO = (2, "99010002", "บ้านสมมติสอง", 4, 44)


def table(*rows: Row, **choices: object) -> Reading:
    return read(sheet(HEADER, *rows), **choices)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("row", "scope"),
    [
        ((None, "99010000", "สพป.สมมติ เขต 1", None, 48), "area"),
        ((None, "99010000", None, None, 48), "area"),
        ((None, None, "ระดับเขตพื้นที่การศึกษา", None, 48), "area"),
        ((None, None, "ค่าเฉลี่ยระดับเขตพื้นที่", None, 48), "area"),
        (("รวมทั้งสิน", None, None, 16, 48), "area"),
        ((None, None, "คะแนนเฉลี่ยรวม", 16, 48), "area"),
        ((None, None, "รวม 2 โรงเรียน", 16, 48), "area"),
        ((None, None, None, 16, 48), "area"),
        ((None, None, "จังหวัดสมมติ", None, 48), "province"),
        ((None, None, "ศึกษาธิการภาค 12", None, 48), "region"),
        ((None, None, "สพฐ.", None, 48), "affiliation"),
        ((None, None, "ระดับสังกัด", None, 48), "affiliation"),
        ((None, "00000000", None, None, 48), "nation"),
        ((None, 0, None, None, 48), "nation"),
        ((None, None, "ระดับประเทศ", None, 48), "nation"),
    ],
)
def test_a_row_beneath_the_schools_is_the_benchmark_it_says(row: Row, scope: str) -> None:
    found = table(ONE, TWO, row)
    assert found.stated() == {(scope, THAI): 48}
    assert found.counts == (3, 2, 0, 1)


@pytest.mark.parametrize(
    "row",
    [
        ("หมายเหตุ", "ข้อมูลจากโรงเรียน", None, None, None),
        ("ที่มา : งานวัดผล", None, None, None, None),
        (None, None, "ส่วนเบี่ยงเบนมาตรฐาน", None, 9.5),
        (None, None, "สูงสุด", None, 90),
        (None, None, "อำเภอเมือง", None, None),
        (None, None, "รวมอำเภอเมือง", 16, 48),
        (None, None, "อ.เมืองสมมติ", 16, 48),
        (None, None, "ตัวอย่าง", 10, 48),
    ],
)
def test_remarks_groups_and_statistics_are_passed_over(row: Row) -> None:
    found = table(ONE, row, TWO)
    assert len(found.accepted) == 2
    assert found.data.benchmarks.empty
    assert found.counts == (3, 2, 0, 1)


def test_a_total_between_groups_closes_a_group_not_the_area() -> None:
    found = table(
        ("อำเภอหนึ่ง", None, None, None, None),
        ONE,
        ("รวม", None, None, 12, 50),
        ("อำเภอสอง", None, None, None, None),
        TWO,
        ("รวม", None, None, 4, 44),
        ("รวมทั้งหมด", None, None, 16, 48.5),
    )
    assert found.stated() == {("area", THAI): 48.5}


def test_a_nameless_row_between_schools_is_turned_away() -> None:
    found = table(ONE, (None, None, None, 9, 41), TWO)
    assert found.codes == ["S19"]
    assert found.counts == (3, 2, 1, 0)


def test_a_wrong_code_without_a_name_never_becomes_the_area() -> None:
    found = table(ONE, (2, "12345", None, 9, 41))
    assert found.data.benchmarks.empty
    assert "S15" in found.codes


def test_of_several_areas_none_is_taken_for_our_own() -> None:
    found = table(ONE, (None, None, "สพป.สมมติ เขต 1", None, 48), (None, None, "สพป.สมมติ เขต 2", None, 52))
    assert found.data.benchmarks.empty


def test_a_row_of_means_says_nothing_of_sums() -> None:
    found = read(
        sheet(
            ("รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1 ชาย"),
            ("99010001", None, 7),
            ("99010002", None, 5),
            (None, "รวม", 12),
            (None, "เฉลี่ย", 6),
        ),
        file_name="จำนวนนักเรียน 2567.csv",
    )
    assert found.stated() == {("area", "general.pupils_p1_male"): 12}


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("99010002", "บ้านสมมติสอง"),
        ("๙๙๐๑๐๐๐๒", None),
        (99010002.0, None),
        ("1099990002", None),
        ("990002", None),
        (None, "โรงเรียนบ้านสมมติสอง (คุรุอุปถัมภ์ )"),
        (None, "ร.ร.บ้านสมมติสอง"),
        ("55555555", "วัดสมมติสอง"),
    ],
)
def test_a_school_is_found_by_any_code_or_its_name(code: object, name: str | None) -> None:
    found = table((1, code, name, 5, 44))  # type: ignore[arg-type]
    if code == "55555555":
        assert "S15" in found.codes
    else:
        assert found.value(THAI, "99010002") == 44


def test_a_wrong_code_beside_a_known_name_is_asked_about() -> None:
    found = table((1, "99010009", "วัดสมมติสาม", 5, 44))
    assert "S15" in found.codes
    assert found.accepted.empty


def test_the_code_of_one_school_with_the_name_of_another_is_asked_about() -> None:
    found = table((1, "99010001", "วัดสมมติสาม", 5, 44))
    assert "S15" in found.codes
    assert {school.school_id for school in found.data.unknown_schools[0].candidates} == {
        "99010001",
        "99010003",
    }


def test_a_name_of_two_schools_is_never_guessed() -> None:
    twins = (*SCHOOLS, School("99010005", "วัดสมมติสาม", "99010005"))
    found = table((1, None, "วัดสมมติสาม", 5, 44), schools=twins)
    assert "S15" in found.codes
    answer = found.data.unknown_schools[0].key
    answered = table((1, None, "วัดสมมติสาม", 5, 44), schools=twins, schools_answered=((answer, "99010005"),))
    assert answered.value(THAI, "99010005") == 44


def test_an_unknown_school_waits_and_can_be_added() -> None:
    row = (1, "99010077", "บ้านใหม่สมมติ", 5, 44)
    assert table(row).counts == (1, 0, 1, 0)
    added = table(row, add_schools=True)
    assert added.value(THAI, "99010077") == 44
    assert [school.name for school in added.data.new_schools] == ["บ้านใหม่สมมติ"]


def test_equal_double_rows_are_read_once() -> None:
    found = table(ONE, (9, *ONE[1:]))
    assert found.value(THAI) == 50
    assert found.counts == (2, 1, 0, 1)


def test_differing_double_rows_wait_and_the_chosen_one_is_read() -> None:
    other = (9, *ONE[1:4], 60)
    assert table(ONE, other).counts == (2, 0, 2, 0)
    chosen = table(ONE, other, kept_rows=((("ข้อมูล", "99010001"), 3),))
    assert chosen.value(THAI) == 60


@pytest.mark.parametrize("name", ["1. โรงเรียนบ้านสมมติหนึ่ง", "๑) บ้านสมมติหนึ่ง", "12.บ้านสมมติหนึ่ง"])
def test_a_number_before_a_unique_name_is_read_away(name: str) -> None:
    assert table((1, None, name, 12, 50)).value(THAI) == 50


def test_a_header_without_rows_is_said_in_one_line() -> None:
    found = table()
    assert [(issue.code, issue.cell) for issue in found.issues] == [("S27", "A1")]
