"""Schools that nobody can tell for certain: who is proposed and why, near doubles, rows passed over."""

from dataclasses import replace

import pytest

from lib.domain.schools import School
from lib.ingest.near_names import nearly_same
from lib.thai.codes import tidy_code
from tests.ingest.workbooks import SCHOOLS, Reading, Row, read, sheet

HEADER = ("รหัสโรงเรียน", "ชื่อโรงเรียน", "อำเภอ", "จำนวนผู้เข้าสอบ", "ภาษาไทย")


def table(*rows: Row, schools: tuple[School, ...] = SCHOOLS, **more: object) -> Reading:
    return read(sheet(HEADER, *rows), schools=schools, **more)  # type: ignore[arg-type]


def test_an_unknown_name_is_offered_its_likes_with_district_pupils_and_the_reason() -> None:
    register = (replace(SCHOOLS[0], pupils=120), *SCHOOLS[1:])
    found = table((None, "บ้านสมมติหนึง", None, 5, 44), schools=register)
    (unknown,) = found.data.unknown_schools
    assert (unknown.candidates[0].school_id, unknown.whys[0]) == ("99010001", "สะกดต่างกันเล็กน้อย")
    (issue,) = found.issues
    assert "บ้านสมมติหนึ่ง อ.เมืองสมมติ นักเรียน 120 คน (สะกดต่างกันเล็กน้อย)" in issue.hint
    assert found.values() == {}


@pytest.mark.parametrize(
    ("code", "name", "why"),
    [
        ("9901001", "วัดอื่น", "ชื่อคล้ายกัน"),
        ("", "สมมติหนึ่ง", "ต่างกันที่คำว่าบ้าน"),
        ("99010009", "บ้านสมมติหนึ่ง", "ชื่อตรงกัน แต่รหัสต่างกัน รหัสต่างกันหนึ่งหลัก"),
    ],
)
def test_a_likeness_is_said_and_never_taken(code: str, name: str, why: str) -> None:
    found = table((code, name, None, 5, 44))
    assert found.values() == {}
    whys = found.data.unknown_schools[0].whys
    assert why in whys or (name == "วัดอื่น" and "รหัสต่างกันหนึ่งหลัก" in " ".join(whys))


def test_a_name_of_another_district_is_asked_about() -> None:
    found = table((None, "บ้านสมมติหนึ่ง", "อำเภอไกลสมมติ", 5, 44), (None, "วัดสมมติสาม", "เมืองสมมติ", 5, 44))
    assert found.codes == ["S15"]
    assert {school for school, *_ in found.values()} == {"99010003"}
    assert "คนละอำเภอ" in found.issues[0].message


def test_the_same_district_in_another_spelling_is_no_question() -> None:
    assert table((None, "บ้านสมมติหนึ่ง", "อ.เมือง", 5, 44)).codes == []


def test_a_branch_of_an_unknown_name_is_not_taken_for_its_main_school() -> None:
    found = table((None, "วัดสมมติสาม (สาขาบ้านใหม่)", None, 5, 44))
    assert found.codes == ["S15"]
    assert found.values() == {}


def test_a_branch_is_found_however_its_word_stands() -> None:
    found = table((None, "โรงเรียนวัดสมมติสาม(สาขาบ้านไกล)", None, 5, 44))
    assert {school for school, *_ in found.values()} == {"99010004"}


def test_a_closed_school_keeps_its_figures_and_is_pointed_at() -> None:
    register = (replace(SCHOOLS[0], active=False), *SCHOOLS[1:])
    found = table(("99010001", None, None, 5, 44), schools=register)
    assert found.value("academic.onet_p6_thai") == 44
    assert [(issue.code, issue.cell) for issue in found.issues] == [("S32", "A2")]


def test_a_school_whose_code_is_of_another_area_is_not_added_with_the_rest() -> None:
    rows = (("55020001", "บ้านเขตอื่น", None, 5, 44), ("99010077", "บ้านตั้งใหม่", None, 6, 50))
    found = table(*rows, add_schools=True)
    assert {school for school, *_ in found.values()} == {"99010077"}
    assert [issue.cell for issue in found.issues if "เขตอื่น" in issue.message] == ["A2"]
    chosen = table(*rows, added_schools=(found.data.unknown_schools[0].key,))
    assert {school for school, *_ in chosen.values()} == {"55020001"}


def test_rows_that_may_be_one_school_are_shown_side_by_side() -> None:
    found = table(("99010001", "บ้านสมมติหนึ่ง", None, 5, 44), (None, "บ้านสมมติหนึง", None, 5, 46))
    (issue,) = (one for one in found.issues if one.code == "S14")
    assert (issue.severity, issue.cell) == ("question", "A3, A2")
    assert "46 / 44" in issue.message
    (near,) = found.data.unknown_schools[0].near
    assert near.places == (("ข้อมูล", 3), ("ข้อมูล", 2))
    assert near.differs == (("E ภาษาไทย", ("46", "44")),)


def test_two_unknown_rows_of_nearly_one_name_are_asked_about_once() -> None:
    found = table((None, "บ้านใหม่พัฒนา", None, 5, 44), (None, "บ้านใหมพัฒนา", None, 5, 46))
    assert found.codes.count("S14") == 1


def test_a_row_that_a_person_passes_over_is_ignored_with_the_reason() -> None:
    rows = ((None, "บ้านไม่รู้จัก", None, 5, 44), ("99010001", None, None, 5, 44))
    key = table(*rows).data.unknown_schools[0].key
    found = table(*rows, skipped_schools=(key,))
    assert found.codes == []
    assert found.counts == (2, 1, 0, 1)
    assert "ผู้ใช้เลือกข้ามแถวนี้" in {row.reason for row in found.data.rows}


def test_every_row_of_a_doubled_school_is_named() -> None:
    found = table(("99010001", None, None, 5, 44), ("99010001", None, None, 5, 45))
    assert [issue.cell for issue in found.issues] == ["A2, A3"]


@pytest.mark.parametrize(
    ("typed", "digits"),
    [
        ("99 01 0001", "99010001"),
        ("๙๙๐๑๐๐๐๑", "99010001"),
        ("'99010001", "99010001"),
        ("99010001.0", "99010001"),
        ("9.9010001E+07", "99010001"),
        ("9.901E+07", ""),
        ("9901-0001", "99010001"),
    ],
)
def test_a_code_is_read_however_it_was_typed_and_never_from_a_rounded_number(typed: str, digits: str) -> None:
    assert tidy_code(typed) == digits


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("บ้านห้วยสมมติ", "บ้านหวยสมมติ", True),
        ("บ้านห้วยสมมติ", "บ้านห้วยสมมต", True),
        ("ชุมชนสมมติ 1", "ชุมชนสมมติ 2", False),
        ("วัดสมมติ", "วัดสมมติ สาขา", False),
        ("บ้านเหนือสมมติ", "บ้านใต้สมมติ", False),
        ("บ้าน", "บาน", False),
    ],
)
def test_names_are_near_by_a_slip_and_not_by_a_number(one: str, other: str, near: bool) -> None:
    assert nearly_same(one, other) is nearly_same(other, one) is near
