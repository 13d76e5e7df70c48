"""Thai text damaged on its way through PDF and old fonts: what a rule can put right, letter by letter."""

import re
import unicodedata
from collections.abc import Callable

from pythainlp.util import normalize

from lib.thai.defects import Repair
from lib.thai.repair_am import join_foreign, join_spaced, join_split, restore_every_aa, restore_lost

_VOWEL_MARK = "[\u0e31\u0e34-\u0e3a\u0e47]"
_TONE = "[\u0e48-\u0e4c]"
_TONE_BEFORE_VOWEL = re.compile(f"({_TONE})({_VOWEL_MARK})")
_DISORDER = re.compile(f"{_TONE}{_VOWEL_MARK}|{_TONE}{{2}}|{_VOWEL_MARK}{{2}}")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_DOUBLED_E = re.compile("\u0e40\u0e40")
# Old Windows and macOS fonts keep shifted forms of marks there (F700–F71A).
_SHIFTED = dict(
    zip(
        range(0xF700, 0xF71B),
        "ฐ\u0e34\u0e35\u0e36\u0e37\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
        "ญ\u0e31\u0e4d\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e38\u0e39\u0e3a",
        strict=True,
    )
)
_SHIFTED_FORM = re.compile("[\uf700-\uf71a]")

# What every step but the last two looks for; sound text has none of it.
_SUSPECT = re.compile(
    "[\u00ad\u00cc\u00cd\u00e0\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffd\uf700-\uf71a\u0e4d]"
    f"|\u0e40\u0e40|{_DISORDER.pattern}|[ \u00a0][\u0e48-\u0e4b]?[\u0e32\u0e33]"
)

Step = Callable[[str], tuple[str, int]]


def _map_shifted(text: str) -> tuple[str, int]:
    return _SHIFTED_FORM.subn(lambda found: _SHIFTED[ord(found.group())], text)


def _drop_unseen(text: str) -> tuple[str, int]:
    text, unseen = _UNSEEN.subn("", text)
    text, doubled = _DOUBLED_E.subn("\u0e41", text)
    return text, unseen + doubled


def _put_in_order(text: str) -> tuple[str, int]:
    text, n_swapped = _TONE_BEFORE_VOWEL.subn(r"\2\1", text)
    lines = [str(normalize(line)) if _DISORDER.search(line) else line for line in text.split("\n")]
    return "\n".join(lines), n_swapped


_BY_WORDS: tuple[tuple[Repair, Step], ...] = (
    (Repair.EVERY_AM, restore_every_aa),
    (Repair.LOST_AM, restore_lost),
)
# In an order in which one step makes the next possible.
_STEPS: tuple[tuple[Repair, Step], ...] = (
    (Repair.PRIVATE_USE, _map_shifted),
    (Repair.INVISIBLE, _drop_unseen),
    (Repair.ORDER, _put_in_order),
    (Repair.FOREIGN_AM, join_foreign),
    (Repair.SPLIT_AM, join_split),
    (Repair.EVERY_AM, restore_every_aa),
    (Repair.SPACED_AM, join_spaced),
    (Repair.LOST_AM, restore_lost),
)


def repair_letters(text: str) -> tuple[str, dict[Repair, int]]:
    """The text with damaged letters put right, and how many of each kind were; lines stay as many."""
    text = unicodedata.normalize("NFC", text)
    counts: dict[Repair, int] = {}
    for kind, step in _STEPS if _SUSPECT.search(text) else _BY_WORDS:
        text, count = step(text)
        if count:
            counts[kind] = count
    return text, counts


def repair_text(text: str) -> str:
    """Text with the repairable defects put right; sound text comes back unchanged but for NFC.

    NFC and never NFKC: the latter breaks every ำ in two. Lines, spaces and digits stay.
    """
    return repair_letters(text)[0]
