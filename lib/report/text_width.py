"""How much room Thai text takes, without a font file: enough to keep numbers and words in one piece."""

import re
import unicodedata

# Advance widths in em of Laksaman, which stands in for TH Sarabun New where that is not installed and
# is half as wide again; what fits in it fits in both.
_DIGIT, _SPACE, _POINT, _LETTER = 0.55, 0.33, 0.25, 0.60
TRUE_FACE = 0.66  # width and height of TH Sarabun New against the stand-in
_BOLD = 1.06
_LINE_EM = 20.0  # of a cover: about what a line of 24 pt holds in the wider face


def text_em(text: str) -> float:
    """Width of one line of text in em of the wider face; marks above and below take none."""
    width = 0.0
    for sign in text:
        if sign.isdigit():
            width += _DIGIT
        elif sign == " ":
            width += _SPACE
        elif sign in ".,:;'|":
            width += _POINT
        elif unicodedata.category(sign) not in ("Mn", "Cf"):
            width += _LETTER
    return width


def word_width_cm(word: str, size_pt: float, *, bold: bool = False) -> float:
    """Width of one word set at a size."""
    return text_em(word) * size_pt * (_BOLD if bold else 1.0) * 2.54 / 72


def longest_word(text: str) -> str:
    """The part of a text that no line break may cut, the widest one; only plain spaces are breaks."""
    return max(re.split(r"[ \t\n]+", text), key=text_em, default="")


def in_halves(title: str) -> str:
    """A title with its first line, where it is long, broken at the space nearest to its middle."""
    first, *others = title.split("\n")
    spaces = [place for place, sign in enumerate(first) if sign == " "]
    if not spaces or text_em(first) <= _LINE_EM:
        return title
    middle = min(spaces, key=lambda place: abs(text_em(first[:place]) - text_em(first[place + 1 :])))
    return "\n".join((first[:middle], first[middle + 1 :], *others))
