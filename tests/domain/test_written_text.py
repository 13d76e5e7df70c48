"""Light marks in what people write: the same lines after every way there and back."""

from hypothesis import given
from hypothesis import strategies as st

from lib.domain.written_text import Piece, fold_written, format_written, make_line, parse_written

letters = st.text(alphabet="กาำ a1*-\\•–\t", max_size=8)
pieces = st.lists(st.builds(Piece, letters, st.booleans()), max_size=4).map(tuple)
lines = st.lists(
    st.builds(lambda made, point: make_line(made, is_point=point), pieces, st.booleans()), max_size=5
)


def test_points_and_bold_words_are_read() -> None:
    first, second = parse_written("คำนำ **หนา** ต่อ\n\n- ข้อแรก")
    assert first.pieces == (Piece("คำนำ "), Piece("หนา", bold=True), Piece(" ต่อ"))
    assert (second.is_point, second.text) == (True, "ข้อแรก")


def test_a_mark_that_nobody_closes_stands_for_itself() -> None:
    assert parse_written("ราคา ** บาท")[0].pieces == (Piece("ราคา ** บาท"),)


def test_a_star_between_words_needs_no_mark() -> None:
    assert format_written(parse_written("* ค่ากลาง 2*3")) == "* ค่ากลาง 2*3"


@given(lines)
def test_lines_come_back_from_their_text(made: list[object]) -> None:
    kept = tuple(line for line in made if line is not None)
    assert parse_written(format_written(kept)) == kept  # type: ignore[arg-type]


@given(st.text(max_size=60))
def test_any_text_settles_after_one_way_there_and_back(text: str) -> None:
    once = format_written(parse_written(text))
    assert format_written(parse_written(once)) == once


def test_quotation_marks_dashes_digits_and_spaces_of_word_make_no_difference() -> None:
    assert fold_written('ปี 2567 "ดี" - มาก...') == fold_written("ปี\u00a0๒๕๖๗ “ดี” – มาก…")
    assert fold_written("ปี 2567") != fold_written("ปี 2568")
    assert fold_written("คำ") != fold_written("**คำ**")
