"""What a text that is no plain number may mean; proposals for a person to pick from, never taken."""

import re
from itertools import pairwise

from lib.thai.numerals import parse_number, plain_signs

_LETTERS = str.maketrans({"O": "0", "o": "0", "I": "1", "l": "1", "|": "1", "S": "5", "B": "8"})
_MISTYPED = re.compile(r"[0-9OoIl|SB.]+")
_LIMIT = re.compile("[<>≤≥~]|เกิน|กว่า|ไม่ถึง|ประมาณ|อย่างน้อย|อย่างมาก")
_NUMBER = re.compile(r"-?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|-?[0-9]+(?:\.[0-9]+)?")
_GROUPED = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+(?:\.[0-9]+)?")
_MOST_NUMBERS = 2
_MOST_SHIFTS = 2


def number_readings(text: str) -> tuple[str, ...]:
    """Plain numbers that a text may stand for, the likeliest first.

    Returns:
        ``81,5`` gives 81.5 and 815, ``l2`` gives 12, ``71.5 คะแนน*`` gives 71.5, ``42.5 (10.2)`` both;
        nothing for words, for limits such as ``> 50`` and where more than two numbers stand.
    """
    work = plain_signs(text)
    if re.fullmatch(r"[0-9]+,[0-9]+", work):
        return tuple(dict.fromkeys((work.replace(",", "."), work.replace(",", ""))))
    if _LIMIT.search(work):
        return ()
    for repaired in (*_repaired(work), *(_mistyped(work))):
        if parse_number(repaired).value is not None:
            return (_plain(repaired),)
    # A minus inside 40-50 parts two numbers.
    found = [_plain(each) for each in _NUMBER.findall(re.sub(r"(?<=[0-9.])\s*[-–]", " ", work))]
    return tuple(dict.fromkeys(found)) if 1 <= len(found) <= _MOST_NUMBERS else ()


def shifted_readings(value: float, low: float, high: float) -> tuple[str, ...]:
    """A number outside its range as it was perhaps meant: without its minus, or with a decimal point.

    ``7150`` of at most 100 gives 71.5 and 7.15.
    """
    if value < low and low <= -value <= high:
        return (f"{-value:.10g}",)
    shifts = [round(value / 10**places, 10) for places in range(1, 6)]
    fitting = [
        each for before, each in pairwise((value, *shifts)) if before > high / 10 and low <= each <= high
    ]
    return tuple(f"{each:.10g}" for each in fitting[:_MOST_SHIFTS]) if value > high else ()


def _repaired(work: str) -> tuple[str, ...]:
    """A point or a space too many, a point for thousands beside a decimal comma."""
    if _GROUPED.fullmatch(work):
        return (work.replace(" ", ""),)
    if re.fullmatch(r"[0-9]{1,3}(\.[0-9]{3})+,[0-9]+", work):
        return (work.replace(".", "").replace(",", "."),)
    if re.fullmatch(r"[0-9]+( ?\.[. ]*)[0-9]+", work):
        return (re.sub(r"[. ]+", ".", work),)
    return ()


def _mistyped(work: str) -> tuple[str, ...]:
    if not _MISTYPED.fullmatch(work) or not (re.search("[0-9]", work) or set(work) <= {"O", "o"}):
        return ()
    return (work.translate(_LETTERS),)


def _plain(text: str) -> str:
    return f"{parse_number(text).value:.12g}"
