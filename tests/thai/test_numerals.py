"""Text of a cell becomes a number, or a reason why not; rounding is half up."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.thai.numerals import (
    ParsedNumber,
    Unit,
    format_number,
    parse_number,
    round_half_up,
    to_arabic_digits,
    to_thai_digits,
)

NUMBERS = st.integers(-10_000_000, 10_000_000).map(lambda hundredths: hundredths / 100)


@given(st.text())
def test_reading_a_number_never_fails(text: str) -> None:
    parsed = parse_number(text)
    assert parsed.value is None or math.isfinite(parsed.value)
    assert (parsed.value is not None) + parsed.missing + bool(parsed.fault) == 1


@given(NUMBERS, st.booleans(), st.booleans(), st.sampled_from(["", " ", "\u00a0", "\u200b"]))
def test_digits_commas_and_spaces_do_not_change_a_number(
    number: float, thai: bool, commas: bool, space: str
) -> None:
    text = f"{number:,.2f}" if commas else f"{number:.2f}"
    text = f"{space}{to_thai_digits(text) if thai else text}{space}"
    assert parse_number(text).value == pytest.approx(number, abs=1e-9)


@given(st.text())
def test_arabic_digits_come_back_from_thai_ones(text: str) -> None:
    assert to_arabic_digits(to_thai_digits(text)) == to_arabic_digits(text)


@pytest.mark.parametrize(
    ("text", "value", "count"),
    [
        ("35,344\n(42.54)", 42.54, 35344), ("12 (40%)", 40, 12), ("๑๒ คน (๔๐)", 40, 12), ("1 : 16", 16, None),
        ("1:๑๕", 15, None), ("15 : 1", 15, None), ("2 : 30", 15, None),
        ("฿1,000.00", 1000, None), ("1,000.-", 1000, None), ("25๖๒", 2562, None),
        ("43.714", 43.714, None), ("−3", -3, None), ("４５．５％", 45.5, None), ("ุ6.6", 6.6, None),
        ("45.5\u200b %", 45.5, None), ("12 (ร้อยละ 40)", 40, 12), ("2,754 คน", 2754, None),
    ],
)  # fmt: skip
def test_compound_cells_are_taken_apart(text: str, value: float, count: float | None) -> None:
    parsed = parse_number(text)
    assert (parsed.value, parsed.count) == (value, count)


@pytest.mark.parametrize(
    "text",
    [
        "81,5",
        "1,2,3",
        "12..5",
        "ดี",
        "1e309",
        "0x1F",
        "5 7",
        "1 : 0 : 2",
        "0 : 5",
        "--5",
        "4คน5",
        "1.-5",
        "30 : 2",
        "ร้อยละ 5 คน",
        "໑໒",
        "#REF!",
        "#n/a",
        "45.5ุ",
        "1_000",
        "1e3",
        "inf",
    ],
)
def test_doubtful_texts_are_faults_and_never_numbers(text: str) -> None:
    assert parse_number(text).value is None
    assert parse_number(text).fault


@pytest.mark.parametrize(
    ("value", "rounded"), [(2.345, 2.35), (-2.345, -2.35), (74.995, 75.0), (0.125, 0.13)]
)
def test_rounding_is_half_up(value: float, rounded: float) -> None:
    assert round_half_up(value) == rounded


def test_a_missing_number_is_printed_as_a_dash() -> None:
    assert format_number(None) == format_number(float("nan")) == "–"
    assert format_number(1234.565) == "1,234.57"


@pytest.mark.parametrize(
    "text", ["–", "- -", "…", "(-)", "....", "ไม่เข้าสอบ", "ไม่มีนักเรียน", "NULL", "\u00a0", "‐"]
)
def test_marks_for_no_value_are_missing_and_no_fault(text: str) -> None:
    assert parse_number(text) == ParsedNumber(missing=True)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("45.5 %", Unit.PERCENT), ("ร้อยละ 45.5", Unit.PERCENT), ("(42.54)", Unit.PERCENT),
        ("12 คน", Unit.HEADS),
        ("1,000.-", Unit.BAHT), ("฿1,000.00", Unit.BAHT), ("71.5 คะแนน", Unit.POINTS), ("1 : 15", Unit.RATIO),
        ("45.5", Unit.NONE),
    ],
)  # fmt: skip
def test_a_text_says_what_its_number_counts(text: str, unit: Unit) -> None:
    assert parse_number(text).unit is unit
