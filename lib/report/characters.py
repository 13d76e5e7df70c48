"""Characters every file format can carry, and the digits a document asks for."""

import re

from lib.domain.documents import Digits
from lib.thai.numerals import to_thai_digits

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# The code of a KPI of the Ministry, such as ARS 46 (1), is a name as a whole; a count after SAR is none.
_NUMBER = re.compile(r"(?P<code>\bARS[ \u00a0]\d+(?:[ \u00a0]\(\d+\))?)|(?<![A-Za-z\d])\d+(?![A-Za-z\d])")


def printable(text: str) -> str:
    """Drop the characters XML cannot carry and make every line end a newline."""
    return _ILLEGAL.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


def with_digits(text: str, digits: Digits) -> str:
    """Show Arabic digits as Thai ones where the document asks for it; R1 and ARS 46 (1) keep theirs."""
    if digits == "arabic":
        return text
    return _NUMBER.sub(lambda found: found["code"] or to_thai_digits(found.group()), text)
