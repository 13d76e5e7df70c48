"""The text of a way home and what it says are the same thing, whatever a sheet is called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.sheets import CellRange, column_index, column_letter
from lib.domain.source_refs import SourceRef, is_source_ref, parse_source_ref

names = st.one_of(
    st.just(""),
    st.text(min_size=1, max_size=31),
    st.text(alphabet="กขคงจำแ่๑ !'\"$:,;A1.", min_size=1, max_size=31),
)


@st.composite
def ranges(draw: st.DrawFn) -> CellRange:
    rows = sorted(draw(st.tuples(*[st.integers(0, 1_048_575)] * 2)))
    columns = sorted(draw(st.tuples(*[st.integers(0, 16_383)] * 2)))
    return CellRange(rows[0], columns[0], rows[1], columns[1])


@given(names, st.lists(ranges(), min_size=1, max_size=4))
def test_a_reference_comes_back_from_its_text(sheet: str, cells: list[CellRange]) -> None:
    reference = SourceRef(sheet, tuple(cells))
    assert parse_source_ref(reference.text) == reference


@given(st.integers(0, 16_383))
def test_letters_and_places_of_columns_are_each_other_turned_round(place: int) -> None:
    assert column_index(column_letter(place)) == place


@pytest.mark.parametrize(
    ("text", "sheet", "first"),
    [
        ("ข้อมูล!E12", "ข้อมูล", "E12"),
        ("E12", "", "E12"),
        ("ดี!เด่น!B3", "ดี!เด่น", "B3"),
        ("'ป.6' \"เก่า\"!AA10,AC10", "'ป.6' \"เก่า\"", "AA10"),
        ("ชีต!C4:C90", "ชีต", "C4:C90"),
    ],
)
def test_sheet_and_cell_are_told_apart(text: str, sheet: str, first: str) -> None:
    found = parse_source_ref(text)
    assert (found.sheet, found.cells[0].address) == (sheet, first)


@pytest.mark.parametrize(
    "text", ["", "!", "ข้อมูล!", "ข้อมูล", "ข้อมูล!E", "ข้อมูล!12", "!E12", "E0", "XFE1", "ข้อมูล!E12,", "e12"]
)
def test_a_text_that_leads_nowhere_is_refused(text: str) -> None:
    assert not is_source_ref(text)
    with pytest.raises(ValueError, match="no cell"):
        parse_source_ref(text)


@pytest.mark.parametrize("nothing", [None, float("nan"), 12])
def test_what_is_no_text_is_no_reference(nothing: object) -> None:
    assert not is_source_ref(nothing)
