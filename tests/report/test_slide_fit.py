"""Measured text of slides: lines of a title, cutting at a space, no mark without its letter."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from lib.report.slide_fit import first_that_fit, lines_taken, shortened


def test_a_text_as_wide_as_the_line_takes_one() -> None:
    # ten letters of 0.6 em at 72 pt are 6 em of 2.54 cm
    assert lines_taken("ก" * 10, 15.24, 72) == 1
    assert lines_taken("ก" * 11, 15.24, 72) == 2


def test_marks_above_and_below_take_no_room() -> None:
    assert lines_taken("ก่" * 10, 15.24, 72) == 1


def test_lines_that_people_broke_are_counted() -> None:
    assert lines_taken("ก\nข\nค", 20, 24) == 3


def test_texts_fit_until_the_lines_are_used() -> None:
    assert first_that_fit(["ก", "ข\nข", "ค"], 20, 24, 3) == 2


def test_a_long_text_is_cut_at_a_space() -> None:
    assert shortened("หนึ่ง สอง สาม สี่ ห้า", 4.0, 24, 1) == "หนึ่ง สอง…"


@given(st.text(alphabet="กาิีุู่้์ ข", max_size=120))
def test_a_cut_text_fits_and_keeps_whole_letters(text: str) -> None:
    cut = shortened(text, 5.0, 24, 2)
    if cut == text:
        return
    kept = cut.removesuffix("…")
    assert lines_taken(cut, 5.0, 24) <= 2
    assert text.startswith(kept)
    assert unicodedata.category(text[len(kept)]) != "Mn"
