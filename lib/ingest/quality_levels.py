"""A quality level as schools write it: a word, a number, a per cent, a ticked box, or several of them."""

import re
from dataclasses import dataclass
from functools import cache

from lib.catalog.standards import load_report_words, load_standards
from lib.thai.numerals import round_half_up, to_arabic_digits

TICKED = "☑☒✓✔√■●◉✅🗹ⓍⓧⓋ"
_UNTICKED = "☐□○◯❏❑▢❍"
_TICKED_TEXT = re.compile(r"[(\[]\s*[xX×/✓✔√☑☒]\s*[)\]]")
_UNTICKED_TEXT = re.compile(r"\(\s*\)|\[\s*\]")
_TICK_CELL = re.compile(rf"[{TICKED}xX×/*ü✗✘]|[(\[]\s*[xX×/✓✔√]\s*[)\]]")
_MARK = re.compile(f"[{TICKED}{_UNTICKED}]")
_PERCENT = re.compile(r"ร้อยละ\s*(\d{1,3}(?:\.\d+)?)|(\d{1,3}(?:\.\d+)?)\s*(?:%|เปอร์เซ็นต์)")
_OUT_OF_FIVE = re.compile(r"(?:จาก(?:คะแนนเต็ม)?|เต็ม|/)\s*5(?:\.0+)?(?!\d)")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d+)?")
_FILLER = re.compile(
    "|".join(
        sorted(
            (
                *load_report_words().rating_labels,
                *(
                    "ตอบ",
                    "คำตอบ",
                    "ระดับ",
                    "คุณภาพ",
                    "อยู่ใน",
                    "ได้",
                    "คะแนน",
                    "ค่าเฉลี่ย",
                    "เฉลี่ย",
                    "คิดเป็น",
                    "เท่ากับ",
                    "คือ",
                ),
                *(
                    "ของ",
                    "มาตรฐาน",
                    "มีค่า",
                    "ค่า",
                    "ที่",
                    "ใน",
                    "มี",
                    "หมายถึง",
                    "และ",
                    "เป็น",
                    "เกณฑ์",
                    "โดย",
                    "ว่า",
                    "นี้",
                    "ดังกล่าว",
                ),
            ),
            key=len,
            reverse=True,
        )
    )
)
_PUNCTUATION = re.compile(r"[\s:：=;,.\-–—/()\[\]\"'“”‘’<>|!*_…•▪]+")
_NUMBERED_LABEL = re.compile(r"(?<![\d.])\d{1,2}\.\s*(?=ระดับคุณภาพ|ผลการประเมิน)")
_FEWEST_CHOICES = 3
_SURE_PERCENT = 20  # a bare number above five is a per cent from here on, a slip of the pen below


@dataclass(frozen=True, slots=True)
class LevelReading:
    """What a piece of text says about a level.

    Attributes:
        level: 1–5, None when out of range or contradictory.
        scale: the vocabulary where a word decides it, empty where the text fits several.
        number / percent: as written.
        by_number: a number alone gives the level.
        fault: issue code, empty for none: D15 word against number, D17 out of range, D22 two boxes ticked.
    """

    level: int | None
    scale: str = ""
    number: float | None = None
    percent: float | None = None
    fault: str = ""
    by_number: bool = False


@cache
def word_levels() -> dict[str, tuple[int, str]]:
    """Level word → level and scale; the scale is empty for a word of several vocabularies."""
    found: dict[str, tuple[int, str]] = {}
    for vocabulary in load_standards().vocabularies:
        for level, words in enumerate(vocabulary.words, start=1):
            for word in words:
                found[word] = (level, "" if word in found else vocabulary.scale)
    return found


@cache
def word_pattern() -> str:
    """Alternation of every level word, longest first so that ดีเลิศ is not read as ดี."""
    return "|".join(sorted(map(re.escape, word_levels()), key=len, reverse=True))


def is_tick(text: str) -> bool:
    """A cell that holds nothing but a mark."""
    return bool(_TICK_CELL.fullmatch(text.strip()))


def is_unfilled(text: str) -> bool:
    """Three or more words of one scale beside each other, none chosen: the choices of a blank form."""
    words = re.findall(word_pattern(), text)
    between = re.sub(word_pattern(), "", text)
    return len(set(words)) >= _FEWEST_CHOICES and not re.search("[\u0e01-\u0e4e]", _FILLER.sub("", between))


def read_level(text: str) -> LevelReading | None:
    """The level in a cell, or in what follows a label.

    Returns:
        None where the text is no level expression: it says something else too, names several levels
        without ticking one, or is an unfilled form.
    """
    work = _UNTICKED_TEXT.sub("☐", _TICKED_TEXT.sub("☑", to_arabic_digits(text)))
    work = _NUMBERED_LABEL.sub(" ", work)
    if _MARK.search(work):
        return _ticked(work)
    work = _OUT_OF_FIVE.sub(" ", work)
    percents = [float(a or b) for a, b in _PERCENT.findall(work)]
    work = _PERCENT.sub(" ", work)
    words = set(re.findall(word_pattern(), work))
    rest = re.sub(word_pattern(), " ", work)
    numbers = [float(number) for number in _NUMBER.findall(rest)]
    left = _PUNCTUATION.sub("", _FILLER.sub(" ", _NUMBER.sub(" ", rest)))
    if left or len(numbers) > 1 or len(percents) > 1 or not (words or numbers or percents):
        return None
    levels = {word_levels()[word][0] for word in words}
    if len(levels) > 1:
        return None
    scale = next((word_levels()[word][1] for word in words), "")
    return _combine(next(iter(levels), None), scale, next(iter(numbers), None), next(iter(percents), None))


def level_of_percent(percent: float) -> int:
    """Level of a per cent by the default cut-offs, after rounding half up to two decimals."""
    lower = load_standards().percent_bands.lower
    return sum(round_half_up(percent) >= bound for bound in lower) or 1


def _combine(level: int | None, scale: str, number: float | None, percent: float | None) -> LevelReading:
    """The word decides; a number or per cent stands in for it, or contradicts it."""
    if number is not None and number >= _SURE_PERCENT and percent is None and number <= 100:
        number, percent = None, number
    if number is not None:
        if not 1 <= round_half_up(number, 0) <= 5:
            return LevelReading(level, scale, number, percent, "D17")
        by_number = int(round_half_up(number, 0))
        if level is None:
            return LevelReading(by_number, scale, number, percent, by_number=True)
        return LevelReading(level, scale, number, percent, "D15" if by_number != level else "")
    if level is None and percent is not None:
        if percent > 100:
            return LevelReading(None, scale, None, percent, "D17")
        return LevelReading(level_of_percent(percent), load_standards().percent_bands.scale, None, percent)
    return LevelReading(level, scale, number, percent)


def _ticked(text: str) -> LevelReading | None:
    """The one option whose box is ticked; the box stands before or after its word."""
    first = _MARK.search(text)
    before = text[: first.start()] if first else ""
    options = re.findall(rf"([{TICKED}{_UNTICKED}])([^{TICKED}{_UNTICKED}]*)", text)
    if re.search(word_pattern(), before):
        options = [
            (mark, option)
            for option, mark in re.findall(rf"([^{TICKED}{_UNTICKED}]+)([{TICKED}{_UNTICKED}])", text)
        ]
    chosen = [_option(option) for mark, option in options if mark in TICKED]
    known = [reading for reading in chosen if reading is not None]
    if len({reading.level for reading in known}) > 1:
        return LevelReading(None, fault="D22")
    return known[0] if known else None


def _option(text: str) -> LevelReading | None:
    """One option's level; what follows its first word belongs to something else."""
    word = re.search(word_pattern(), text)
    return read_level(text[: word.end()] if word else text)
