"""What is drawn on a PDF page besides letters: borders of tables, pictures; reader child only."""

import ctypes
from collections.abc import Iterator
from typing import Final, NamedTuple

import pypdfium2.raw as pdfium

from lib.ingest.pdf_ruler import turn_point

_OBJECTS_MAX: Final = 20_000
_SEGMENTS_MAX: Final = 400
_TEXTS_LOOKED_AT: Final = 12
_RULINGS_MAX: Final = 2_000
_THICKEST: Final = 3.0
_SHORTEST: Final = 6.0


class Ruling(NamedTuple):
    """A straight line from ``start`` to ``end``; ``at`` is y of a level one and x of an upright one."""

    level: bool
    at: float
    start: float
    end: float


class Drawing(NamedTuple):
    """What is drawn on a page besides its letters.

    Attributes:
        rulings: level and upright lines; none for a page of more drawings than any table has.
        image_share: part of the page under its largest picture, 0–1.
        n_paths: drawn shapes.
        hidden_text: its letters are invisible, as a scanner lays what it recognised under its picture.
    """

    rulings: tuple[Ruling, ...]
    image_share: float
    n_paths: int
    hidden_text: bool


def read_drawing(page: object, page_area: float, quarter_turns: int) -> Drawing:
    """Look once at every object of a page."""
    n_objects = min(int(pdfium.FPDFPage_CountObjects(page)), _OBJECTS_MAX)
    found: list[Ruling] = []
    image_share, n_paths, n_texts, n_hidden = 0.0, 0, 0, 0
    for place in range(n_objects):
        drawn = pdfium.FPDFPage_GetObject(page, place)
        kind = pdfium.FPDFPageObj_GetType(drawn)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT and n_texts < _TEXTS_LOOKED_AT:
            n_texts += 1
            n_hidden += pdfium.FPDFTextObj_GetTextRenderMode(drawn) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            x0, y0, x1, y1 = _bounds(drawn, quarter_turns)
            image_share = max(image_share, (x1 - x0) * (y1 - y0) / (page_area or 1.0))
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            n_paths += 1
            if len(found) <= _RULINGS_MAX:
                found.extend(_path_rulings(drawn, quarter_turns))
    rulings = tuple(found) if len(found) <= _RULINGS_MAX else ()
    return Drawing(rulings, min(1.0, image_share), n_paths, n_hidden > n_texts / 2)


def _bounds(drawn: object, turns: int) -> tuple[float, float, float, float]:
    """Left, bottom, right and top; all 0 for what has none."""
    sides = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(drawn, *sides):
        return 0.0, 0.0, 0.0, 0.0
    left, bottom, right, top = (side.value for side in sides)
    one, other = turn_point(left, bottom, turns), turn_point(right, top, turns)
    (x0, x1), (y0, y1) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    return x0, y0, x1, y1


def _path_rulings(path: object, turns: int) -> Iterator[Ruling]:
    x0, y0, x1, y1 = _bounds(path, turns)
    thin = _thin_box(x0, y0, x1, y1)
    if thin is not None:
        yield thin
        return
    if min(x1 - x0, y1 - y0) <= _THICKEST or not _is_stroked(path):
        return
    n_segments = int(pdfium.FPDFPath_CountSegments(path))
    if n_segments <= 5:
        for at in (y0, y1):
            yield Ruling(True, at, x0, x1)
        for at in (x0, x1):
            yield Ruling(False, at, y0, y1)
    elif n_segments <= _SEGMENTS_MAX:
        yield from _segment_rulings(path, n_segments, turns)


def _thin_box(x0: float, y0: float, x1: float, y1: float) -> Ruling | None:
    width, height = x1 - x0, y1 - y0
    if height <= _THICKEST and width >= _SHORTEST:
        return Ruling(True, (y0 + y1) / 2, x0, x1)
    if width <= _THICKEST and height >= _SHORTEST:
        return Ruling(False, (x0 + x1) / 2, y0, y1)
    return None


def _is_stroked(path: object) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(pdfium.FPDFPath_GetDrawMode(path, fill, stroke)) and bool(stroke.value)


def _segment_rulings(path: object, n_segments: int, turns: int) -> Iterator[Ruling]:
    """Lines of a path that draws many cells at once; curves are no borders."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(path, matrix):
        return
    x, y = ctypes.c_float(), ctypes.c_float()
    before: tuple[float, float] | None = None
    for place in range(n_segments):
        segment = pdfium.FPDFPath_GetPathSegment(path, place)
        if not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        point = turn_point(
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
            turns,
        )
        if before is not None and pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_LINETO:
            x0, x1 = sorted((before[0], point[0]))
            y0, y1 = sorted((before[1], point[1]))
            ruling = _thin_box(x0, y0, x1, y1)
            if ruling is not None:
                yield ruling
        before = point
