"""Where characters of a PDF page stand, as if most of its text lay flat; reader child only."""

import ctypes

import pypdfium2.raw as pdfium


def turn_point(x: float, y: float, quarter_turns: int) -> tuple[float, float]:
    """A point of the page where text that stood at that many quarter turns lies flat."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[quarter_turns]


def quarter_turns_of(textpage: object, place: int) -> int:
    """How often a character is turned by a quarter, against the clock."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(textpage, place, matrix):
        return 0
    if abs(matrix.b) <= abs(matrix.a):
        return 0 if matrix.a >= 0 else 2
    return 1 if matrix.b > 0 else 3


class Ruler:
    """Measures characters of one text page."""

    def __init__(self, textpage: object, quarter_turns: int) -> None:
        self._textpage = textpage
        self._turns = quarter_turns
        self._box = pdfium.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()

    def span(self, place: int) -> tuple[float, float]:
        """Left and right end of a character."""
        box = self._box
        pdfium.FPDFText_GetLooseCharBox(self._textpage, place, box)
        if not self._turns:
            return box.left, box.right
        one, _ = turn_point(box.left, box.bottom, self._turns)
        other, _ = turn_point(box.right, box.top, self._turns)
        return (one, other) if one <= other else (other, one)

    def baseline(self, place: int) -> float:
        pdfium.FPDFText_GetCharOrigin(self._textpage, place, self._x, self._y)
        return turn_point(self._x.value, self._y.value, self._turns)[1]

    def size(self, place: int) -> float:
        matrix = pdfium.FS_MATRIX()
        scale = 1.0
        if pdfium.FPDFText_GetMatrix(self._textpage, place, matrix):
            scale = (matrix.c**2 + matrix.d**2) ** 0.5
        return float(pdfium.FPDFText_GetFontSize(self._textpage, place)) * scale or 1.0

    def is_turned(self, place: int) -> bool:
        """Drawn at another angle than most of the page."""
        return quarter_turns_of(self._textpage, place) != self._turns

    def is_generated(self, place: int) -> bool:
        return bool(pdfium.FPDFText_IsGenerated(self._textpage, place) == 1)
