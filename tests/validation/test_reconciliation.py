"""The area row of a file against its own schools, and what explains a difference."""

from lib.validation.offers import Reconciliation
from lib.validation.reconciliation import issues_of_area_rows
from tests.ingest.workbooks import Row, catalogue, read, sheet

HEADER = ("รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนผู้เข้าสอบ", "ภาษาไทย", "คณิตศาสตร์")
ONE = ("99010001", "บ้านสมมติหนึ่ง", 10, 40, 30)
TWO = ("99010002", "บ้านสมมติสอง", 30, 60, 35)
THREE = ("99010003", "วัดสมมติสาม", 10, 80, 20)


def reconciled(*rows: Row) -> dict[str, Reconciliation]:
    found = read(sheet(HEADER, *rows))
    return {one.indicator_id.rsplit("_", 1)[-1]: one for one in found.reconciliation}


def area(thai: float, maths: float) -> Row:
    return ("99010000", "ระดับเขตพื้นที่", None, thai, maths)


def test_the_student_weighted_mean_agrees() -> None:
    # (10·40 + 30·60 + 10·80) / 50 = 60 and (10·30 + 30·35 + 10·20) / 50 = 31
    found = reconciled(ONE, TWO, THREE, area(60, 31))
    assert {key: (one.agrees, one.recomputed) for key, one in found.items()} == {
        "thai": (True, 60.0),
        "math": (True, 31.0),
    }


def test_an_unweighted_mean_is_named_as_such() -> None:
    # (30 + 35 + 20) / 3 = 28.33
    assert "ไม่ถ่วงน้ำหนักด้วยจำนวนผู้เข้าสอบ" in reconciled(ONE, TWO, THREE, area(60, 28.33))["math"].suggestion


def test_a_mistyped_count_is_found_from_all_columns_together() -> None:
    # meant: 3 takers, not 33: (10·40 + 3·60 + 10·80) / 23 = 60.00 and (300 + 105 + 200) / 23 = 26.30
    typed = (*TWO[:2], 33, *TWO[3:])
    found = reconciled(ONE, typed, THREE, area(60, 26.30))
    assert not found["math"].agrees
    assert "แถว 3 เป็น 3 แทน 33" in found["math"].suggestion


def test_a_count_is_not_blamed_where_another_column_agrees_with_it() -> None:
    # One Thai mark is wrong (4 for 40): 52.80 against 60 as stated, while maths agrees at 31.00.
    # With 28 takers of school three Thai would be 60 too, but maths (300 + 1050 + 560) / 68 = 28.09.
    found = reconciled((*ONE[:3], 4, 30), TWO, THREE, area(60, 31))
    assert (found["thai"].agrees, found["math"].agrees) == (False, True)
    assert (found["thai"].suggestion, found["thai"].offers) == ("", ())


def test_swapped_columns_are_named() -> None:
    found = reconciled(ONE, TWO, THREE, area(31, 60))
    assert "คณิต" in found["thai"].suggestion
    assert "ไทย" in found["math"].suggestion


def test_a_missing_school_leaves_a_difference_without_a_made_up_reason() -> None:
    # meant with a fourth school of 50 takers at 20: (3000 + 1000) / 100 = 40
    found = reconciled(ONE, TWO, THREE, area(40, 25.5))
    assert not found["thai"].agrees
    assert found["thai"].difference == -20


def test_counts_are_summed() -> None:
    found = read(
        sheet(
            ("รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1 ชาย"),
            ("99010001", "บ้านสมมติหนึ่ง", 7),
            ("99010002", "บ้านสมมติสอง", 5),
            (None, None, 12),
        ),
        file_name="จำนวนนักเรียน 2567.csv",
    )
    (one,) = found.reconciliation
    assert (one.agrees, one.recomputed, one.stated, one.cell) == (True, 12, 12, "C4")


def test_a_nation_row_is_not_recomputed() -> None:
    assert reconciled(ONE, TWO, ("00000000", None, None, 55, 30)) == {}


def test_a_disagreeing_area_figure_is_an_issue_at_its_cell_until_it_is_confirmed() -> None:
    found = read(sheet(HEADER, ONE, TWO, THREE, area(60, 33))).reconciliation
    (issue,) = issues_of_area_rows(found, catalogue())
    assert (issue.code, issue.severity, issue.cell) == ("V27", "warning", "E5")
    assert "33" in issue.message
    assert "31.00" in issue.message or " 31" in issue.message
    assert not list(issues_of_area_rows(found, catalogue(), {("ข้อมูล", 4, 4)}))
