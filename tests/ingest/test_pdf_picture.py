"""A page of a PDF drawn for the review beside its reading."""

import struct
import zlib

import pytest

from lib.errors import RefusedFile
from lib.ingest.limits import PICTURE_SIDE_MAX, ReaderCaps
from lib.ingest.pdf_picture import draw_page, has_pages_to_draw
from tests.ingest.bad_files import docx
from tests.ingest.pdf_files import A4, LOCKED, lines_of, make_pdf

BLACK_BOX = "0 0 0 rg 0 421 595 421 re f\n"


def size_of(picture):
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", picture[16:24])


def rows_of(picture):
    width, height = size_of(picture)
    start = picture.index(b"IDAT") + 4
    length = struct.unpack(">I", picture[start - 8 : start - 4])[0]
    pixels = zlib.decompress(picture[start : start + length])
    row = 3 * width + 1
    assert len(pixels) == row * height
    return [pixels[place * row + 1 : (place + 1) * row] for place in range(height)]


def test_a4_is_drawn_at_the_dots_per_inch_asked_for():
    width, height = size_of(draw_page(make_pdf(lines_of("a")), 1, dpi=110))
    assert (width, height) == (910, 1287)


def test_the_page_asked_for_is_drawn_the_right_way_up():
    rows = rows_of(draw_page(make_pdf([], [], drawn=BLACK_BOX), 2, dpi=72))
    assert set(rows[5]) == {0}
    assert set(rows[-5]) == {255}


def test_a_poster_is_drawn_no_larger_than_the_limit(monkeypatch):
    monkeypatch.setattr("tests.ingest.pdf_files.A4", (A4[0] * 12, A4[1] * 12))
    assert max(size_of(draw_page(make_pdf([]), 1))) <= PICTURE_SIDE_MAX + 1


@pytest.mark.parametrize("page", [0, 3, -1])
def test_a_page_that_is_not_there_is_told(page):
    with pytest.raises(RefusedFile) as refused:
        draw_page(make_pdf([], []), page)
    assert (refused.value.code, str(page) in refused.value.message) == ("S04", True)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (make_pdf([], trailer=LOCKED), "F09"),
        (make_pdf([])[:300], "F10"),
        (docx("<w:p/>"), "F12"),
        (b"", "F01"),
    ],
)
def test_what_cannot_be_opened_says_why(content, code):
    with pytest.raises(RefusedFile) as refused:
        draw_page(content, 1)
    assert refused.value.code == code


def test_a_drawing_past_its_time_is_ended():
    with pytest.raises(RefusedFile) as refused:
        draw_page(make_pdf([]), 1, caps=ReaderCaps(wall_seconds=0.0))
    assert refused.value.code == "F19"


def test_only_a_pdf_has_pages_to_draw():
    assert has_pages_to_draw(make_pdf([]))
    assert not has_pages_to_draw(docx("<w:p/>"))
