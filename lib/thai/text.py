"""Thai text made comparable: cleaning for storage, folding for keys, order for lists."""

import re
import unicodedata
from functools import lru_cache

from pythainlp.util import normalize

from lib.thai.numerals import to_arabic_digits

# Zero-width, bidi and byte-order marks: invisible in Excel, fatal to equality.
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SPACE = re.compile(r"[\s\u00a0]+")
_NOT_KEY = re.compile(r"[^\w\u0e00-\u0e7f%]|_")
_CAMEL = re.compile("(?<=[a-z])(?=[A-Z])")
_MOST_PASSES = 8
# The starts a spreadsheet takes for a formula (ASVS 1.2.10); some fold the full-width signs first.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def safe_text(text: str) -> str:
    """Text for a cell of a table file: an apostrophe stands before what a spreadsheet would run."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def clean_text(text: str) -> str:
    """Text fit to store and show: NFC, no control or invisible characters, single spaces, trimmed.

    NFC and never NFKC: the latter splits ำ in two, so that จำนวน no longer equals itself.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    text = _CONTROL.sub("", _INVISIBLE.sub("", unicodedata.normalize("NFC", text)))
    return _SPACE.sub(" ", text).strip()


@lru_cache(maxsize=65536)
def fold_key(text: str) -> str:
    """Key under which two spellings of one label meet.

    Digits become Arabic, เเ becomes แ, a split ำ one letter, ฏ meets ฎ (the two are mistyped for each
    other in school names), case, spaces and punctuation vanish; ``%`` stays, it changes a header's meaning.
    """
    return _settled(_NOT_KEY.sub("", _folded(text)))


@lru_cache(maxsize=8192)
def fold_words(text: str) -> str:
    """As :func:`fold_key`, but what stood apart stays apart by one space: ``O-NET_ป6`` is ``o net ป6``."""
    apart = _CAMEL.sub(" ", clean_text(text))
    return _settled(_SPACE.sub(" ", _NOT_KEY.sub(" ", _folded(apart))).strip())


def _folded(text: str) -> str:
    return to_arabic_digits(clean_text(text)).casefold().replace("ฏ", "ฎ")


def _settled(text: str) -> str:
    """Marks in Thai order; one pass of pythainlp may leave work for the next (ๅๅ, ํา)."""
    for _ in range(_MOST_PASSES):
        tidied = unicodedata.normalize("NFC", normalize(text))
        if tidied == text:
            break
        text = tidied
    return str(text)


_LEADING_VOWEL = re.compile("([เแโใไ])([ก-ฮ])")
_TONES = re.compile("[\u0e47-\u0e4e]")
_NUMBER = re.compile(r"\d+")


@lru_cache(maxsize=65536)
def sort_key(text: str) -> tuple[str, str]:
    """Dictionary order of Thai: consonant before its leading vowel, tones last, numbers by size."""
    folded = to_arabic_digits(clean_text(text)).casefold()
    by_size = _NUMBER.sub(lambda found: found.group().zfill(8), folded)
    return _TONES.sub("", _LEADING_VOWEL.sub(r"\2\1", by_size)), folded
