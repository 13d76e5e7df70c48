"""Wordings of headings, found at a place of a text by their first letters."""

from collections.abc import Iterable
from dataclasses import dataclass

_N_OPENING = 2


@dataclass(frozen=True, slots=True)
class Wordings:
    """Folded wordings by their first letters, so that the longest at a place is found at once."""

    by_opening: dict[str, tuple[str, ...]]

    def longest(self, key: str, at: int) -> str:
        """The longest wording that stands at this place of the key, empty for none."""
        words = self.by_opening.get(key[at : at + _N_OPENING], ())
        return next((word for word in words if key.startswith(word, at)), "")


def by_opening(words: Iterable[str]) -> Wordings:
    """The wordings, longest first, grouped by their first letters."""
    found: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        found.setdefault(word[:_N_OPENING], []).append(word)
    return Wordings({opening: tuple(group) for opening, group in found.items()})
