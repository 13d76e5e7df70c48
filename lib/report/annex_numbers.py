"""Printed figures as numbers again, and the formats that print them the same."""

import re

_NUMBER = re.compile(r"[+\-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")


_STAR = "*"  # a middle of the schools, or a small school


def printed_number(text: str) -> tuple[float, str] | None:
    """A printed figure as number and number format; None for words, codes and several figures in one cell.

    A number that begins with a zero before another digit is a code. A star behind it becomes part of the
    format.
    """
    told = text.strip()
    starred = told.endswith(_STAR)
    told = told.removesuffix(_STAR)
    if not _NUMBER.fullmatch(told):
        return None
    sign, digits = told[0] if told[0] in "+-−" else "", told.lstrip("+-−")
    if len(digits) > 1 and digits[0] == "0" and digits[1] != ".":
        return None
    value = float(digits.replace(",", "")) * (-1 if sign in ("-", "−") else 1)
    _, _, decimals = digits.partition(".")
    shown = number_format(len(decimals), grouped="," in digits or abs(value) < 1000, signed=sign == "+")
    return value, f'{shown}"{_STAR}"' if starred else shown


def number_format(decimals: int, *, grouped: bool = True, signed: bool = False) -> str:
    """``#,##0.00``; years and the like stay ungrouped; a sign is shown on both sides of zero where asked."""
    plain = ("#,##0" if grouped else "0") + ("." + "0" * decimals if decimals else "")
    return f"+{plain};-{plain};{plain}" if signed else plain
