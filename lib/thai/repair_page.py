"""One page's text put right as far as rules reach, with a verdict whether it may be used."""

import re
from dataclasses import dataclass

from lib.thai.defects import Fault, Repair
from lib.thai.dictionary import unknown_share
from lib.thai.quality import LEAST_SCORE, find_fault, score_page
from lib.thai.repair import repair_letters
from lib.thai.repair_marks import put_back_marks

# Sites that show books page by page put these sentences into their text layer.
_BOILERPLATE = re.compile(
    r"the words you are searching are inside this book|to get more targeted content, please make full-text"
    r"|discover the best professional documents|content resources in anyflip"
    r"|full-text search by clicking here|pubhtml5|fliphtml5|create your own flipbook|view in fullscreen",
    re.IGNORECASE,
)
_SOUND_UNKNOWN = 0.02


@dataclass(frozen=True, slots=True)
class PageText:
    """A page's text.

    Attributes:
        text: repaired; as many lines as were given. Not to be used where there is a ``fault``.
        score: 0–1, by its letters, its marks and the words that the dictionary knows.
        repairs: how many of each kind were put right.
        fault: why it is not readable; None for one that is.
    """

    text: str
    score: float
    repairs: tuple[tuple[Repair, int], ...] = ()
    fault: Fault | None = None


def repair_page(text: str) -> PageText:
    """Repair the text of one page and judge what is left; sound text comes back unchanged but for NFC.

    Repairing what was repaired changes nothing more.
    """
    lines, n_boilerplate = _without_boilerplate(text.split("\n"))
    text, counts = repair_letters("\n".join(lines))
    unknown = unknown_share(text)
    if unknown > _SOUND_UNKNOWN:
        text, n_moved = _put_back_all(text)
        if n_moved:
            counts[Repair.MOVED_MARK] = n_moved
            text, more = repair_letters(text)
            for kind, count in more.items():
                counts[kind] = counts.get(kind, 0) + count
            unknown = unknown_share(text)
    if n_boilerplate:
        counts[Repair.BOILERPLATE] = n_boilerplate
    if not text.strip():
        return PageText(text, 1.0, tuple(counts.items()))
    score = score_page(text, unknown)
    fault = find_fault(text) if score < LEAST_SCORE else None
    return PageText(text, score, tuple(counts.items()), fault)


def _put_back_all(text: str) -> tuple[str, int]:
    mended = [put_back_marks(line) for line in text.split("\n")]
    return "\n".join(line for line, _ in mended), sum(count for _, count in mended)


def _without_boilerplate(lines: list[str]) -> tuple[list[str], int]:
    kept = ["" if _BOILERPLATE.search(line) else line for line in lines]
    return kept, sum(bool(_BOILERPLATE.search(line)) for line in lines)
