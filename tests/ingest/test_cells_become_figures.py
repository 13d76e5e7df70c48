"""One cell: a number, a blank, or an issue at its place; the rest of the row is kept."""

import pytest

from lib.domain.sheets import CellValue, DateCell, ErrorCell, FormulaCell
from tests.ingest.workbooks import Reading, read, sheet

THAI, MATHS = "academic.onet_p6_thai", "academic.onet_p6_math"


def with_cell(cell: CellValue, **more: object) -> Reading:
    return read(
        sheet(
            ("รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนผู้เข้าสอบ", "ภาษาไทย", "คณิตศาสตร์"),
            ("99010001", "บ้านสมมติหนึ่ง", 12, cell, 40),
            **more,
        )
    )


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("๔๕.๕", 45.5),
        ("4๕.5", 45.5),
        (" 45.5 ", 45.5),
        ("45.5 %", 45.5),
        ("ร้อยละ 45.5", 45.5),
        ("(42.54)", 42.54),
        ("+6.97", 6.97),
        ("\u0e386.6", 6.6),
        ("45.5 คะแนน", 45.5),
        ("\u200b45.5\u00a0", 45.5),
        (".5", 0.5),
    ],
)
def test_numbers_as_offices_write_them_are_read_and_said(cell: str, value: float) -> None:
    found = with_cell(cell)
    assert found.value(THAI) == value
    assert set(found.codes) <= {"V04"}


@pytest.mark.parametrize("cell", [None, "", "-", "–", "—", "ไม่มี", "N/A", "ไม่ได้สอบ", "ขาดสอบ"])
def test_a_mark_for_no_value_is_missing_not_zero(cell: str | None) -> None:
    found = with_cell(cell)
    assert found.value(THAI) is None
    assert found.value(MATHS) == 40
    assert found.codes == (["V14"] if cell else [])


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("ดีมาก", "V03"),
        ("81,5", "V05"),
        (True, "V03"),
        (float("inf"), "V09"),
        (1e308, "V09"),
        ("9" * 15, "V09"),
        (ErrorCell("#DIV/0!"), "V02"),
        (FormulaCell("SUM(A1:A2)"), "V01"),
        (DateCell("2024-02-01"), "V13"),
        (DateCell("2567-02-01"), "V12"),
    ],
)
def test_a_cell_that_cannot_be_used_is_named_and_the_rest_of_its_row_is_kept(
    cell: CellValue, code: str
) -> None:
    found = with_cell(cell)
    (issue,) = found.issues
    assert (issue.code, issue.sheet, issue.cell) == (code, "ข้อมูล", "D2")
    assert found.value(THAI) is None
    assert found.value(MATHS) == 40
    assert found.counts == (1, 1, 0, 0)


def test_a_number_shown_as_a_per_cent_is_the_per_cent() -> None:
    assert with_cell(0.57, percent_cells=frozenset({(1, 3)})).value(THAI) == 57


def test_a_row_whose_every_cell_is_faulty_is_rejected() -> None:
    found = read(sheet(("รหัสโรงเรียน", "ชื่อโรงเรียน", "ภาษาไทย"), ("99010001", None, "ดี")))
    assert found.counts == (1, 0, 1, 0)


@pytest.mark.parametrize(
    ("cell", "readings"),
    [
        ("81,5", ("81.5", "815", "")),
        ("71.5 คะแนน*", ("71.5", "")),
        ("O", ("0", "")),
        ("ดีมาก", ("",)),
        ("35 (42.54)", ("42.54", "35", "")),
        ("12 คน", ("12", "")),
        ("1 : 16", ("16", "")),
        (float("nan"), ("",)),
        (ErrorCell("#REF!"), ("",)),
        ("#REF!", ("",)),
        (DateCell("2026-05-12"), ("12.5", "5.12", "")),
        (DateCell("1900-02-14T12:00:00"), ("45.5", "")),
    ],
)
def test_a_cell_that_cannot_be_used_says_what_it_may_mean(cell: CellValue, readings: tuple[str, ...]) -> None:
    (issue,) = with_cell(cell).issues
    assert issue.readings == readings


def counted(n: CellValue, **more: object) -> Reading:
    header = ("รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนผู้เข้าสอบ", "ภาษาไทย")
    return read(sheet(header, ("99010001", "บ้านสมมติหนึ่ง", n, 50), **more))


def test_a_count_with_its_per_cent_counts_heads_and_not_per_cent() -> None:
    assert counted("12 (40.00)").n(THAI) == 12


@pytest.mark.parametrize("n", ["45 %", "(12)", "1 : 12", "12 คะแนน"])
def test_a_count_in_another_unit_is_left_out_and_asked_about(n: str) -> None:
    found = counted(n)
    assert (found.value(THAI), found.n(THAI)) == (50, None)
    assert [(issue.code, issue.cell) for issue in found.issues] == [("V03", "C2")]


def test_a_count_shown_as_a_per_cent_is_asked_about() -> None:
    (issue,) = counted(0.12, percent_cells=frozenset({(1, 2)})).issues
    assert (issue.code, issue.readings) == ("V03", ("0.12", "12", ""))


def test_a_value_without_its_count_is_loaded_and_its_count_cell_named() -> None:
    found = counted(None)
    assert found.value(THAI) == 50
    assert [(issue.code, issue.severity, issue.cell) for issue in found.issues] == [("V26", "warning", "C2")]


def test_repaired_cells_are_all_named() -> None:
    rows = [(school, None, 12, score) for school, score in (("99010001", "๔๕"), ("99010002", "๔๖"))]
    found = read(
        sheet(("รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนผู้เข้าสอบ", "ภาษาไทย"), *rows, (None, None, "๕", None))
    )
    assert "D2:D3" in next(issue.cell for issue in found.issues if issue.code == "V04")


def test_an_amount_in_parentheses_may_be_negative_and_is_asked_about() -> None:
    found = read(
        sheet(
            ("รายงานการเบิกจ่าย ปีงบประมาณ พ.ศ. 2568",),
            ("โรงเรียน", "งบประมาณที่ได้รับ", "เบิกจ่ายสะสม", "คงเหลือ", "ร้อยละการเบิกจ่าย"),
            ("บ้านสมมติหนึ่ง", 1000, 1070, "(70)", 107),
        ),
        file_name="budget.xlsx",
    )
    (issue,) = (issue for issue in found.issues if issue.cell == "D3")
    assert issue.readings == ("-70", "70", "")
