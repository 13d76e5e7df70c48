"""Which recurring theme a school's statement belongs to, and by which of its words."""

from collections.abc import Sequence
from functools import cache

from lib.domain.assessments import Statement
from lib.domain.themes import Theme, ThemeMatch
from lib.thai.text import fold_key

_MOST_THEMES = 3
_SECOND_SHARE = 0.5


def match_themes(statement: Statement, themes: Sequence[Theme]) -> tuple[ThemeMatch, ...]:
    """Themes of a statement, the best first; none where no wording of the taxonomy occurs.

    A wording inside a longer one that was found counts once. A further theme is named only if it covers at
    least half as many letters as the best.

    Args:
        themes: the taxonomy; themes of another level of education than the statement's are passed over.
    """
    text = fold_key(statement.text)
    level = statement.level_of_education
    found = [
        match
        for theme in themes
        if level is None or level in theme.items
        if (match := _match(theme, text)) is not None
    ]
    # The order of the taxonomy settles a tie, so that the same statement always has the same theme.
    ranked = sorted(found, key=lambda match: -match.weight)[:_MOST_THEMES]
    return tuple(match for match in ranked if match.weight >= ranked[0].weight * _SECOND_SHARE)


def items_of(statement: Statement, themes: Sequence[Theme]) -> frozenset[str]:
    """Sub-items that the statement's best theme speaks to; empty without a theme or level of education."""
    matches, level = match_themes(statement, themes), statement.level_of_education
    if not matches or level is None:
        return frozenset()
    best = next(theme for theme in themes if theme.id == matches[0].theme_id)
    return frozenset(best.items.get(level, ()))


def _match(theme: Theme, text: str) -> ThemeMatch | None:
    """The theme's wordings that occur, and the letters they cover."""
    covered: set[int] = set()
    told: list[tuple[int, str]] = []
    for parts, keys in _keys(theme.words):
        places = [_places(text, key) for key in keys]
        if all(places):
            letters = set().union(*places)
            told.append((len(letters), " … ".join(parts)))
            covered |= letters
    if not told:
        return None
    words = tuple(dict.fromkeys(word for _, word in sorted(told, key=lambda pair: -pair[0])))
    return ThemeMatch(theme.id, words, len(covered))


def _places(text: str, key: str) -> set[int]:
    """Positions of the letters of every occurrence."""
    places: set[int] = set()
    start = text.find(key)
    while start >= 0:
        if not _inside_a_latin_word(text, start, key):
            places.update(range(start, start + len(key)))
        start = text.find(key, start + 1)
    return places


def _inside_a_latin_word(text: str, start: int, key: str) -> bool:
    """``nt`` within ``student`` is no NT."""
    if not key.isascii():
        return False
    around = text[max(0, start - 1) : start] + text[start + len(key) : start + len(key) + 1]
    return any(letter.isascii() and letter.isalpha() for letter in around)


@cache
def _keys(words: tuple[tuple[str, ...], ...]) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    return tuple((parts, tuple(map(fold_key, parts))) for parts in words)
