"""How sound a Thai text is, and what it is that makes one unreadable."""

import re
from collections import Counter

from lib.thai.defects import Fault

_CONSONANT = "[\u0e01-\u0e2e]"
_VOWEL_MARK = "[\u0e31\u0e34-\u0e3a\u0e47]"
_TONE = "[\u0e48-\u0e4c]"
_ANY_MARK = "[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"
_THAI = frozenset(map(chr, range(0x0E01, 0x0E4F)))
_CONSONANTS = frozenset(map(chr, range(0x0E01, 0x0E2F)))
_MARKS = frozenset(map(chr, (0x0E31, *range(0x0E34, 0x0E3B), *range(0x0E47, 0x0E4F))))
_TONES = frozenset(map(chr, range(0x0E48, 0x0E4D)))
_FOREIGN = re.compile(
    "[\u0e01-\u0e4e](?:[A-Za-z0-9\u00c0-\u024f'\\]]\\s?|\\s?[A-Z]\\s)[\u0e01-\u0e4e]"
)  # a mark mapped to ASCII
_SPACED = re.compile("(?:(?<=\\s)|^)[\u0e01-\u0e2e](?:\\s[\u0e01-\u0e4e]{1,2}){3,}")
_LOOSE = re.compile(f"^\\s*{_ANY_MARK}+\\s*$", re.MULTILINE)
_DOUBLED = re.compile(f"({_CONSONANT}{_ANY_MARK}+{_CONSONANT}?)\\s?\\1(?!\\s*ๆ)")
_WESTERN = frozenset(map(chr, (*range(0x00A1, 0x0250), 0xFFFD)))
_DEFECTS = (
    re.compile('(?:^|[\\s("])[\u0e31-\u0e3a\u0e47-\u0e4e]'),  # a following mark without its consonant
    re.compile(f"{_TONE}{_VOWEL_MARK}|{_VOWEL_MARK}{{2}}|{_TONE}{{2}}"),
    re.compile("[\ufffd\ue000-\uf8ff]"),
    re.compile("[\u0e01-\u0e4e][A-Za-z0-9\u00c0-\u024f'\\]]\\s?[\u0e01-\u0e4e]"),
    _SPACED,
    re.compile("[\u0e40-\u0e44](?![\u0e01-\u0e2e])"),
    re.compile(f"[\u0e31\u0e37]{_TONE}?\\s"),  # ั and ื never end a word
    re.compile(
        f"{_CONSONANT}\u0e2d[\u0e48\u0e49]\\s|[\u0e40\u0e41]{_CONSONANT}{{2}}(?:{_VOWEL_MARK}{_TONE}?|{_TONE})\\s{_CONSONANT}"
    ),
)
# Thai bytes read as those of Western Europe: more accented letters than any foreign name brings.
_ACCENTED = frozenset(letter for letter in map(chr, range(0x00C0, 0x0250)) if letter.isalpha())
_MANY_ACCENTED = 10
_MOST_ACCENTED = 0.15  # per Thai letter
_COST = 12.0  # a page with one defect in twelve letters is unreadable
_MANY_DOUBLED = 4  # fewer may be meant: ที่ที่, น้องน้อง
_USUAL_MARKS = 0.20  # marks per consonant in ordinary Thai prose are 0.3 to 0.5
_ENOUGH_CONSONANTS = 200

#: Below this the text of a page is not used.
LEAST_SCORE = 0.6
_SOUND_UNKNOWN = 0.08
_USELESS_UNKNOWN = 0.43
_FEW_LETTERS = 60
_LEAST_LETTERS = 20
_LONG_ENOUGH = 150
_UNKNOWN_WITHOUT_TONES = 0.06
_LEAST_TONES = 0.025  # per letter; ordinary prose has 0.06 to 0.10


def text_quality(text: str) -> float:
    """How sound a Thai text is: 1.0 no visible defect, below 0.6 not to be trusted, 0.0 nothing readable.

    It sees marks without letters, wrong order, foreign characters inside words, spaced-out letters and
    marks that vanished; it cannot see a misspelling.
    """
    counts = Counter(text)
    letters = _count(counts, _THAI)
    if letters == 0:
        return 1.0 if re.search(r"[A-Za-z]{3}", text) else 0.0
    defects = sum(len(pattern.findall(text)) for pattern in _DEFECTS)
    doubled = len(_DOUBLED.findall(text))
    if doubled >= _MANY_DOUBLED:
        defects += doubled
    quality = 1.0 - min(1.0, _COST * defects / letters)
    consonants = _count(counts, _CONSONANTS)
    if consonants >= _ENOUGH_CONSONANTS:
        quality *= min(1.0, _count(counts, _MARKS) / consonants / _USUAL_MARKS)
    return round(max(0.0, quality), 3)


def score_page(text: str, unknown: float) -> float:
    """The quality of a page's text, 0–1, by its letters and by the part of them outside any word.

    Args:
        unknown: that part, 0–1.
    """
    counts = Counter(text)
    n_letters = _count(counts, _THAI)
    if n_letters + _count_printed(text) < _LEAST_LETTERS:
        return 1.0
    if n_letters < _FEW_LETTERS:
        # A cover has names and few words; only what is plainly broken counts.
        unknown = unknown / 2 if n_letters >= _LEAST_LETTERS else 0.0
    words = 1.0 - max(0.0, unknown - _SOUND_UNKNOWN) / (_USELESS_UNKNOWN - _SOUND_UNKNOWN)
    score = min(text_quality(text), max(0.0, words))
    n_accented = _count(counts, _ACCENTED)
    if n_accented >= _MANY_ACCENTED and n_accented > _MOST_ACCENTED * n_letters:
        score = min(score, LEAST_SCORE / 2)
    if _has_lost_tones(_count(counts, _TONES), n_letters, unknown):
        score = min(score, LEAST_SCORE / 2)
    return round(score, 3)


def find_fault(text: str) -> Fault:
    """The likeliest reason why a text is unreadable."""
    counts = Counter(text)
    letters = _count(counts, _THAI)
    if letters < 0.3 * _count_printed(text) or _count(counts, _WESTERN) > 0.15 * letters:
        return Fault.GARBLED
    parts = {
        Fault.SPACED_OUT: sum(len(found.group()) for found in _SPACED.finditer(text)),
        Fault.LOOSE_MARKS: 6 * len(_LOOSE.findall(text)),
        Fault.FOREIGN_LETTERS: 12 * len(_FOREIGN.findall(text)),
        Fault.DOUBLED: 12 * len(_DOUBLED.findall(text)),
    }
    worst = max(parts, key=lambda one: parts[one])
    if parts[worst] > 0.3 * letters:
        return worst
    consonants = _count(counts, _CONSONANTS) or 1
    share = _count(counts, _MARKS) / consonants
    if share < _USUAL_MARKS / 2:
        return Fault.MARKS_LOST
    if _count(counts, _TONES) < _LEAST_TONES * letters:
        return Fault.TONES_LOST
    return Fault.MARKS_LOST if share < _USUAL_MARKS else Fault.UNKNOWN_WORDS


def _count(counts: Counter[str], letters: frozenset[str]) -> int:
    """How many of these letters a text has; counting all at once is several times as fast as a search."""
    return sum(number for letter, number in counts.items() if letter in letters)


def _count_printed(text: str) -> int:
    return len("".join(text.split()))


def _has_lost_tones(n_tones: int, n_letters: int, unknown: float) -> bool:
    """Prose without tones: in a long text their absence tells, in a short one that words are unknown too."""
    if n_letters >= _LONG_ENOUGH:
        return n_tones < _LEAST_TONES * n_letters and unknown > 0.01
    return n_letters >= _FEW_LETTERS / 2 and not n_tones and unknown > _UNKNOWN_WITHOUT_TONES
