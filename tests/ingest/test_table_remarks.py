"""Merged cells among the data, columns without a header, hidden parts, rows that are not what they seem."""

import pytest

from tests.ingest.workbooks import Reading, Row, read, sheet

ONE, TWO, THREE = "99010001", "99010002", "99010003"
THAI, MATH = "academic.onet_p6_thai", "academic.onet_p6_math"
HEADER = ("รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนผู้เข้าสอบ", "ภาษาไทย", "คณิตศาสตร์")
FIRST, SECOND = (ONE, "บ้านสมมติหนึ่ง", 12, 50, 30), (TWO, "บ้านสมมติสอง", 4, 44, 28)


def said(found: Reading, code: str) -> list[str]:
    return [issue.cell for issue in found.issues if issue.code == code]


def test_a_school_merged_over_its_years_is_the_school_of_every_row() -> None:
    found = read(
        sheet(
            ("ชื่อโรงเรียน", "ปีการศึกษา", "ภาษาไทย"),
            ("บ้านสมมติหนึ่ง", 2566, 48),
            (None, 2567, 50),
            merged=("A2:A3",),
        ),
        file_name="O-NET ป.6.xlsx",
    )
    assert found.values() == {(ONE, THAI, 2566, 0): 48, (ONE, THAI, 2567, 0): 50}
    assert said(found, "S11") == ["A2:A3"]


@pytest.mark.parametrize("merged", ["D2:D3", "D2:E2"], ids=["two schools", "two columns"])
def test_a_figure_merged_over_several_cells_is_nobodys(merged: str) -> None:
    second = SECOND if merged == "D2:E2" else (*SECOND[:3], None, 28)
    first = FIRST if merged == "D2:D3" else (*FIRST[:4], None)
    found = read(sheet(HEADER, first, second, merged=(merged,)))
    assert found.value(THAI) is None
    assert said(found, "S11") == [merged]


def test_a_label_merged_over_the_school_columns_is_no_question() -> None:
    found = read(sheet(HEADER, FIRST, ("รวม", None, None, 50, 30), merged=("A3:C3",)))
    assert said(found, "S11") == []
    assert found.stated()["area", THAI] == 50


def test_a_column_without_a_header_is_said_with_its_cells() -> None:
    found = read(sheet((*HEADER, None), (*FIRST, 3), (*SECOND, None)))
    assert said(found, "S09") == ["F1, F2"]


def test_a_note_beneath_the_table_is_no_column_without_a_header() -> None:
    found = read(sheet(HEADER, FIRST, ("หมายเหตุ", None, None, None, None, None, "ที่มา")))
    assert said(found, "S09") == []


def test_hidden_rows_and_columns_are_read_and_said() -> None:
    found = read(sheet(HEADER, FIRST, SECOND, hidden_rows=frozenset({2}), hidden_columns=frozenset({4})))
    assert found.value(MATH, TWO) == 28
    assert said(found, "S29") == ["A3:E3", "E1"]


def test_a_header_beneath_figures_is_said_to_be_a_guess() -> None:
    found = read(sheet(("จำนวนโรงเรียน", 2), (), HEADER, FIRST))
    assert said(found, "S10") == ["A3:E3"]
    assert found.value(THAI) == 50


def test_a_total_that_carries_the_code_of_a_school_is_turned_away() -> None:
    found = read(sheet(HEADER, FIRST, (THREE, "รวม", 16, 47, 29)))
    assert said(found, "S16") == ["A3:B3"]
    assert found.value(THAI, THREE) is None
    assert found.data.benchmarks.empty
    assert found.counts == (2, 1, 1, 0)


def test_a_row_moved_to_the_right_is_turned_away() -> None:
    found = read(sheet(HEADER, FIRST, (TWO, None, "บ้านสมมติสอง", 44, 28)))
    assert said(found, "S30") == ["C3"]
    assert found.counts == (2, 1, 1, 0)


def test_a_code_in_the_column_of_names_is_still_the_code() -> None:
    found = read(sheet(HEADER, ("บ้านสมมติหนึ่ง", ONE, 12, 50, 30), (None, TWO, 4, 44, 28)))
    assert (found.value(THAI), found.value(THAI, TWO)) == (50, 44)


def test_beside_an_area_row_a_nameless_row_is_no_area() -> None:
    found = read(sheet(HEADER, FIRST, (None, None, 4, 44, 28), (None, "ค่าเฉลี่ยระดับเขต", 16, 48.5, 29.5)))
    assert said(found, "S19") == ["A3"]
    assert found.stated()["area", THAI] == 48.5


def dated(*rows: Row) -> Reading:
    return read(sheet(("รหัสโรงเรียน", "ปีการศึกษา", "ภาคเรียน", "ภาษาไทย"), *rows), file_name="O-NET ป.6.xlsx")


def test_a_year_of_two_digits_is_asked_about_with_its_reading() -> None:
    found = dated((ONE, "67", 1, 50), (TWO, 2567, 1, 44))
    (issue,) = [issue for issue in found.issues if issue.code == "V11"]
    assert (issue.cell, issue.readings) == ("B2", ("2567",))
    assert len(found.accepted) == 1


@pytest.mark.parametrize(
    "row", [(ONE, None, 1, 50), (ONE, 2567, "สาม", 50)], ids=["no year", "a term in words"]
)
def test_a_row_whose_period_cannot_be_told_waits(row: Row) -> None:
    found = dated(row, (TWO, 2567, 1, 44))
    assert [code for code in found.codes if code == "V11"] == ["V11"]
    assert found.counts == (2, 1, 1, 0)


def test_a_blank_term_is_the_whole_year_and_words_around_a_term_are_read_away() -> None:
    found = dated((ONE, 2567, None, 50), (TWO, 2567, "ภาคเรียนที่ 2", 44))
    assert {term for *_, term in found.values()} == {0, 2}


def test_a_blank_year_takes_the_year_of_the_file_where_every_other_row_says_the_same() -> None:
    found = read(
        sheet(("รหัสโรงเรียน", "ปีการศึกษา", "ภาษาไทย"), (ONE, None, 50), (TWO, 2567, 44)),
        file_name="O-NET ป.6 ปีการศึกษา 2567.xlsx",
    )
    assert {year for _, _, year, _ in found.values()} == {2567}
    assert len(found.accepted) == 2


def test_christian_years_of_a_column_are_named_at_their_cells() -> None:
    found = dated((ONE, 2024, 1, 50), (TWO, "2567", 1, 44), (THREE, "๒๐๒๔", 1, 41))
    assert said(found, "V10") == ["B2, B4"]
    assert {year for _, _, year, _ in found.values()} == {2567}


def test_a_year_of_two_digits_in_a_sheet_name_is_offered() -> None:
    found = read(sheet(HEADER, FIRST, name="ป.6 ปี67"), file_name="O-NET.xlsx")
    (issue,) = [issue for issue in found.issues if issue.code == "P02"]
    assert "2567" in issue.message
