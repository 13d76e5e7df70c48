"""Lines of words in a chart, which breaks none by itself."""

import unicodedata
from collections.abc import Iterable

#: Letters of a line over the whole chart.
WIDEST = 108
#: Letters of a line of a title; Streamlit cuts one that is wider than the chart.
TITLE_WIDEST = 70
#: Width of a chart on the office's screen, of a letter of a name and of a note.
_CHART_PX, _NAME_PX, _NOTE_PX = 840, 8.9, 7.5


def wrapped(text: str, widest: int = WIDEST) -> list[str]:
    """Lines of at most so many letters, cut at spaces; marks above and below a letter take no room."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if _width(longer) <= widest or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def beside(names: Iterable[str]) -> int:
    """Letters of a note that begins right of such names, so that it ends with the chart."""
    longest = max((_width(name) for name in names), default=0)
    return min(WIDEST, max(int((_CHART_PX - _NAME_PX * longest) / _NOTE_PX), 30))


def _width(text: str) -> int:
    return sum(unicodedata.category(letter) != "Mn" for letter in text)
