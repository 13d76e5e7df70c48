"""Numbers that identify: school codes as text, and citizen ids that must never be stored."""

import re

from lib.thai.numerals import to_arabic_digits

_NOT_DIGIT = re.compile(r"\D")
_SCIENTIFIC = re.compile(r"(?P<whole>[0-9])(?:\.(?P<rest>[0-9]+))?[eE]\+?(?P<power>[0-9]{1,2})")


def tidy_code(text: str) -> str:
    """A school code as plain Arabic digits; ``56010012.0`` from a spreadsheet loses its fraction.

    ``5.6010012E+07`` is written out; of ``5.6E+07`` the last digits are gone, so it is no code at all.
    """
    if text.isascii() and text.isdigit():
        return text
    plain = to_arabic_digits(text).strip()
    scientific = _SCIENTIFIC.fullmatch(plain)
    if scientific:
        kept = scientific["whole"] + (scientific["rest"] or "")
        return kept if len(kept) == int(scientific["power"]) + 1 else ""
    return _NOT_DIGIT.sub("", plain.removesuffix(".0"))


def is_citizen_id(text: str) -> bool:
    """True for 13 digits (dashes and spaces aside) whose last is (11 − Σ dᵢ·(13−i) mod 11) mod 10.

    One random number in ten passes, so decide by column, not by cell.
    """
    digits = re.sub(r"[\s-]", "", to_arabic_digits(text))
    if not re.fullmatch(r"[1-9]\d{12}", digits):
        return False
    total = sum(int(digit) * (13 - place) for place, digit in enumerate(digits[:12]))
    return (11 - total % 11) % 10 == int(digits[12])
