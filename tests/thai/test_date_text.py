from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.thai.date_text import parse_date_be
from lib.thai.dates import format_date


@pytest.mark.parametrize(
    "text",
    [
        "16 ธันวาคม 2565",
        "๑๖ ธันวาคม ๒๕๖๕",
        "16 ธ.ค. 2565",
        "วันที่ 16 เดือน ธันวาคม พ.ศ. 2565",
        "16/12/2565",
        "16-12-2565",
        "2565-12-16",
        "2022-12-16",
    ],
)
def test_a_day_is_read_in_each_notation(text: str) -> None:
    assert parse_date_be(text) == date(2022, 12, 16)


@pytest.mark.parametrize(
    "text", ["", "16/12/65", "30 กุมภาพันธ์ 2565", "16 ธันวา 2565", "ธันวาคม 2565", "0/0/0000"]
)
def test_what_is_no_whole_day_is_not_guessed(text: str) -> None:
    assert parse_date_be(text) is None


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.booleans())
def test_a_day_written_by_the_workbench_is_read_back(day: date, short: bool) -> None:
    assert parse_date_be(format_date(day, short=short)) == day


@given(st.text())
def test_no_text_breaks_the_reader(text: str) -> None:
    assert parse_date_be(text) is None or isinstance(parse_date_be(text), date)
