"""Scores of 0 that are more likely no test: a person says which, cell by cell, and is not asked again."""

from tests.ingest.workbooks import Reading, read, sheet

HEADER = ("รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนผู้เข้าสอบ", "ภาษาไทย", "คณิตศาสตร์")
THAI = "academic.onet_p6_thai"


def zeros(**more: object) -> Reading:
    rows = (("99010001", None, 5, 0, 0), ("99010002", None, 9, 40, 0), ("99010003", None, 4, 50, 30))
    return read(sheet(HEADER, *rows), **more)  # type: ignore[arg-type]


def test_a_school_with_0_in_every_subject_is_asked_about_and_held_back() -> None:
    found = zeros()
    (issue,) = found.issues
    assert (issue.code, issue.severity, issue.cell, issue.readings) == (
        "V15",
        "question",
        "D2, E2",
        ("0", ""),
    )
    assert found.value(THAI) is None
    assert found.value("academic.onet_p6_math", "99010002") == 0
    assert found.counts == (3, 2, 1, 0)


def test_zeros_confirmed_as_zeros_are_stored() -> None:
    found = zeros(corrections=((("ข้อมูล", "D2, E2"), "0"),))
    assert found.value(THAI) == 0
    assert found.codes == ["V25"]


def test_zeros_confirmed_as_missing_are_missing() -> None:
    found = zeros(corrections=((("ข้อมูล", "D2, E2"), ""),))
    assert found.value(THAI) is None
    assert found.codes == ["V25"]


def test_a_subject_that_is_0_for_every_school_is_no_test_unless_confirmed() -> None:
    rows = [(f"9901000{k}", None, 10, 40 + k, 0) for k in (1, 2, 3)]
    found = read(sheet(HEADER, *rows))
    (issue,) = found.issues
    assert (issue.code, issue.cell, issue.readings) == ("V15", "E2:E4", ("0", ""))
    assert found.value("academic.onet_p6_math") is None
    sure = read(sheet(HEADER, *rows), corrections=((("ข้อมูล", "E2:E4"), "0"),))
    assert sure.value("academic.onet_p6_math") == 0
