"""How many lines a text takes on a slide, so that nothing is cut and a title has two at most."""

import math
from collections.abc import Sequence

from lib.report.text_width import text_em

TITLE_PT = 34
TITLE_CM = 30.4
TITLE_LINES = 2
LINE_PT = 28
SMALL_PT = 24  # the least that is read from five metres
WIDE_CM = 30.0
BESIDE_CM = 10.3  # beside a chart, without the bullet
MOST_POINTS = 6
MOST_LINES = 9  # in the wider face; six in TH Sarabun New
_LOST_EM = 4.0  # what the end of a line leaves empty before a Thai word or a number that does not break
_CM_PER_PT = 2.54 / 72
_BOLD = 1.06
_MARKS = "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d"


def lines_taken(text: str, width_cm: float, size_pt: float, *, bold: bool = False) -> int:
    """Lines of a text that may break between words; counted for the wider of the faces that may show it."""
    room = width_cm / (size_pt * _CM_PER_PT * (_BOLD if bold else 1.0))
    return sum(_lines(part, room) for part in text.split("\n"))


def fits_title(text: str) -> bool:
    """Whether a title has at most two lines."""
    return lines_taken(text, TITLE_CM, TITLE_PT, bold=True) <= TITLE_LINES


def shortened(text: str, width_cm: float, size_pt: float, most: int, *, bold: bool = False) -> str:
    """The text cut to so many lines, at a space if one is near, with … in place of the rest."""
    if lines_taken(text, width_cm, size_pt, bold=bold) <= most:
        return text
    kept = text
    while kept and lines_taken(f"{kept}…", width_cm, size_pt, bold=bold) > most:
        cut = kept.rfind(" ", len(kept) * 3 // 4)
        kept = kept[:cut] if cut > 0 else _without_last(kept)
    return f"{kept.rstrip()}…"


def first_that_fit(texts: Sequence[str], width_cm: float, size_pt: float, most: int) -> int:
    """How many of the texts, from the first, stand below each other in so many lines."""
    taken = 0
    for position, text in enumerate(texts):
        taken += lines_taken(text, width_cm, size_pt)
        if taken > most:
            return position
    return len(texts)


def _lines(text: str, room: float) -> int:
    width = text_em(text)
    return 1 if width <= room else 1 + math.ceil((width - room) / max(room - _LOST_EM, 1.0))


def _without_last(text: str) -> str:
    """Drop the last letter with the marks that stand on it."""
    kept = text.rstrip(_MARKS)
    return kept[:-1]
