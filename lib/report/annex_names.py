"""Names of the annex's sheets: Thai, short enough, unlike each other."""

import re

from lib.report.characters import printable

_LONGEST, _LEAST_CUT = 31, 10
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")


class SheetNames:
    """Names given so far; a spreadsheet does not tell upper from lower case."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def take(self, wanted: str) -> str:
        """The wanted name, cut and numbered where it must be."""
        plain = " ".join(_FORBIDDEN.sub(" ", printable(wanted)).split()).strip("'") or "แผ่น"
        name, number = _cut(plain, _LONGEST), 1
        while name.casefold() in self._given or name.casefold() == "history":
            number += 1
            tail = f" {number}"
            name = _cut(plain, _LONGEST - len(tail)) + tail
        self._given.add(name.casefold())
        return name


def _cut(text: str, most: int) -> str:
    """The first words, else letters, never ending in front of the marks of the last one."""
    if len(text) <= most:
        return text
    spaced = text[: most + 1].rfind(" ")
    if spaced > _LEAST_CUT:
        return text[:spaced].rstrip(" '")
    end = most
    while end > 1 and _is_mark(text[end]):
        end -= 1
    return text[:end].rstrip(" '")


def _is_mark(letter: str) -> bool:
    return letter in "\u0e31\u0e33" or "\u0e34" <= letter <= "\u0e3a" or "\u0e47" <= letter <= "\u0e4e"


def quoted(name: str) -> str:
    """A sheet's name as a formula writes it."""
    return "'" + name.replace("'", "''") + "'"
