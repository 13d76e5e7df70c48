"""A reading that a person confirmed stands for the cell from then on, and the report says so."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.sheets import Workbook, cells_of, cells_text
from lib.ingest.corrections import apply_corrections
from tests.ingest.workbooks import Reading, read, sheet

THAI, MATHS = "academic.onet_p6_thai", "academic.onet_p6_math"
HEADER = ("รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนผู้เข้าสอบ", "ภาษาไทย", "คณิตศาสตร์")


def corrected(cell: str, text: str, stands: object = "81,5", **more: object) -> Reading:
    return read(
        sheet(HEADER, ("99010001", "บ้านสมมติหนึ่ง", 12, stands, 40), **more),  # type: ignore[arg-type]
        corrections=((("ข้อมูล", cell), text),),
    )


def test_the_confirmed_reading_is_stored_from_its_cell_and_named_in_the_report() -> None:
    found = corrected("D2", "81.5")
    assert (found.value(THAI), found.place(THAI)) == (81.5, "ข้อมูล!D2")
    (issue,) = found.issues
    assert (issue.code, issue.severity, issue.cell, issue.value) == ("V25", "info", "D2", "81,5")
    assert issue.message == "เซลล์ D2 ใช้ 81.5 แทน 81,5 ตามที่ผู้ใช้ยืนยัน"


def test_an_empty_reading_is_a_missing_value() -> None:
    found = corrected("D2", "")
    assert found.value(THAI) is None
    assert found.value(MATHS) == 40
    assert "ใช้ ไม่มีข้อมูล" in found.issues[0].message


def test_a_confirmed_number_is_not_multiplied_by_the_cells_percent_format() -> None:
    assert corrected("D2", "75.5", 7.55, percent_cells=frozenset({(1, 3)})).value(THAI) == 75.5


def test_a_range_takes_one_reading() -> None:
    found = corrected("D2:E2", "")
    assert found.values() == {}


def test_a_cell_beyond_the_end_of_its_row_can_be_filled() -> None:
    found = read(sheet(HEADER, ("99010001", "บ้านสมมติหนึ่ง", 12, 50)), corrections=((("ข้อมูล", "E2"), "33"),))
    assert found.value(MATHS) == 33


@pytest.mark.parametrize("place", [("ข้อมูล", "D99"), ("ชีตอื่น", "D2")])
def test_a_correction_whose_cell_is_gone_is_said_and_changes_nothing(place: tuple[str, str]) -> None:
    rows = sheet(HEADER, ("99010001", "บ้านสมมติหนึ่ง", 12, 50, 40))
    found = read(rows, corrections=((place, "60"),))
    assert found.value(THAI) == 50
    assert [(issue.code, issue.severity) for issue in found.issues] == [("V25", "warning")]


def test_a_code_keeps_its_leading_zero() -> None:
    book = Workbook("xlsx", (sheet(("56010012",)),))
    assert apply_corrections(book, ((("ข้อมูล", "A1"), "056010012"),)).sheets[0].rows == (("056010012",),)


def test_without_corrections_the_workbook_is_the_same() -> None:
    book = Workbook("xlsx", (sheet(("ก", 1)),))
    assert apply_corrections(book, ()) is book
    assert replace(book) == book


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("E12", ((11, 4),)),
        ("A1:B2", ((0, 0), (0, 1), (1, 0), (1, 1))),
        ("B2,B7", ((1, 1), (6, 1))),
        ("$AA$3", ((2, 26),)),
        ("", ()),
        ("A0", ()),
        ("A1:B2:C3", ()),
        ("A1:XFD1048576", ()),
    ],
)
def test_places_are_taken_apart_as_excel_writes_them(text: str, cells: tuple[tuple[int, int], ...]) -> None:
    assert cells_of(text) == cells


@given(st.sets(st.tuples(st.integers(0, 60), st.integers(0, 30)), max_size=40))
def test_cells_written_in_runs_are_the_same_cells(places: set[tuple[int, int]]) -> None:
    assert set(cells_of(cells_text(places))) == places


@given(st.text(max_size=12))
def test_any_text_may_stand_for_a_place_without_harm(text: str) -> None:
    assert all(row >= 0 and column >= 0 for row, column in cells_of(text))
