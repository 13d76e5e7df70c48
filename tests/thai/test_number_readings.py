"""A text that is no plain number is given readings to pick from; none is ever taken by itself."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.thai.number_readings import number_readings, shifted_readings
from lib.thai.numerals import parse_number, to_thai_digits


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("81,5", ("81.5", "815")),
        ("๘๑,๕", ("81.5", "815")),
        ("71.5 คะแนน*", ("71.5",)),
        ("O", ("0",)),
        ("l2", ("12",)),
        ("4O.5", ("40.5",)),
        ("45..5", ("45.5",)),
        ("45. 5", ("45.5",)),
        ("1 234", ("1234",)),
        ("1.234,56", ("1234.56",)),
        ("42.50 (10.2)", ("42.5", "10.2")),
        ("40-50", ("40", "50")),
        ("ดีมาก", ()),
        ("> 50", ()),
        ("ไม่ถึง 5 คน", ()),
        ("1, 2, 3", ()),
    ],
)
def test_what_a_text_may_mean(text: str, readings: tuple[str, ...]) -> None:
    assert number_readings(text) == readings


@given(st.text(alphabet="0123456789.,-()OlI๑๒๓๔ กข%*: \u00a0", max_size=14))
def test_every_reading_is_a_plain_number_that_stands_for_itself(text: str) -> None:
    for reading in number_readings(text):
        parsed = parse_number(reading)
        assert parsed.value is not None
        assert math.isfinite(parsed.value)
        assert (parsed.count, parsed.fault) == (None, "")


@given(st.integers(0, 99), st.integers(1, 99))
def test_a_decimal_comma_is_always_among_the_readings(whole: int, part: int) -> None:
    assert f"{whole}.{part}" in number_readings(to_thai_digits(f"{whole},{part}"))


@pytest.mark.parametrize(
    ("value", "high", "readings"),
    [
        (7150, 100, ("71.5", "7.15")),
        (105, 100, ("10.5", "1.05")),
        (-45.5, 100, ("45.5",)),
        (325, 4, ("3.25", "0.325")),
        (50, 100, ()),
    ],
)
def test_a_number_outside_its_range_is_offered_with_a_point_or_without_its_minus(
    value: float, high: float, readings: tuple[str, ...]
) -> None:
    assert shifted_readings(value, 0, high) == readings


@given(st.floats(-1e9, 1e9), st.floats(1, 1000))
def test_shifted_readings_lie_in_the_range(value: float, high: float) -> None:
    assert all(-1e-6 <= float(each) <= high * 1.000001 for each in shifted_readings(value, 0, high))
