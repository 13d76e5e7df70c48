"""Which recurring theme a school's statement belongs to, and by which of its words."""

from collections import defaultdict
from functools import lru_cache

from lib.analysis.theme_words import (
    found_wordings,
    letter_weights,
    subject_of,
    word_index,
    wording_weight,
)
from lib.domain.assessments import LevelOfEducation, Statement
from lib.domain.themes import Taxonomy, Theme, ThemeMatch
from lib.thai.text import fold_key

_MOST_THEMES = 3
_SECOND_SHARE = 0.5
_OTHER_SUBJECT = 0.6
_OWN_HEADING = 1.25
#: Letters below which nothing is said; one short general word.
_LEAST_WEIGHT = 1.5
#: Letters from which the words alone decide; below it likeness to other statements is asked first.
CLEAR_WEIGHT = 4.0


def match_themes(statement: Statement, taxonomy: Taxonomy) -> tuple[ThemeMatch, ...]:
    """Themes of a statement, the best first; none where no wording of the taxonomy occurs.

    A wording inside a longer one that was found does not count. A further theme is named only if it weighs at
    least half as much as the best. The heading that a statement stands under decides between themes that are
    nearly equal.

    Args:
        taxonomy: themes of another level of education than the statement's are passed over.
    """
    return _matches(fold_key(statement.text), statement.level_of_education, statement.standard, taxonomy)


def items_of(statement: Statement, themes: Taxonomy) -> frozenset[str]:
    """Sub-items that the statement's best theme speaks to; empty without a clear theme or level."""
    matches, level = match_themes(statement, themes), statement.level_of_education
    if not matches or matches[0].weight < CLEAR_WEIGHT or level is None:
        return frozenset()
    best = themes.theme(matches[0].theme_id)
    return frozenset(best.items.get(level, ()) if best else ())


@lru_cache(maxsize=65536)
def _matches(
    text: str, level: LevelOfEducation | None, heading: str, taxonomy: Taxonomy
) -> tuple[ThemeMatch, ...]:
    index = word_index(taxonomy)
    allowed = frozenset(
        place for place, theme in enumerate(taxonomy.themes) if level is None or level in theme.items
    )
    letters: dict[int, dict[int, float]] = defaultdict(dict)
    told: dict[int, list[tuple[int, str]]] = defaultdict(list)
    by_letter = letter_weights(index, text)
    for wording, places in found_wordings(index, text, allowed):
        weight, own = wording_weight(wording), letters[wording.theme]
        for place in places:
            own[place] = max(own.get(place, 0.0), weight * by_letter[place])
        told[wording.theme].append((len(places), " … ".join(wording.parts)))
    subject = subject_of(index, text)
    weights = {
        place: sum(own.values())
        * _fits(taxonomy.themes[place], level, subject.standards if subject else ())
        * (_OWN_HEADING if _under(taxonomy.themes[place], level, heading) else 1.0)
        for place, own in letters.items()
    }
    # The order of the taxonomy settles a tie, so that the same statement always has the same theme.
    ranked = sorted(weights, key=lambda place: (-round(weights[place], 6), place))[:_MOST_THEMES]
    return tuple(
        ThemeMatch(
            taxonomy.themes[place].id,
            tuple(dict.fromkeys(word for _, word in sorted(told[place], key=lambda pair: -pair[0]))),
            weights[place],
        )
        for place in ranked
        if weights[place] >= max(weights[ranked[0]] * _SECOND_SHARE, _LEAST_WEIGHT)
    )


def _fits(theme: Theme, level: LevelOfEducation | None, standards: tuple[str, ...]) -> float:
    """Less for a theme that is about somebody else than the statement."""
    return 1.0 if not standards or _standards(theme, level) & set(standards) else _OTHER_SUBJECT


def _under(theme: Theme, level: LevelOfEducation | None, heading: str) -> bool:
    """Whether the heading is the theme's standard or one of its sub-items."""
    return bool(heading) and heading in _standards(theme, level) | _items(theme, level)


def _standards(theme: Theme, level: LevelOfEducation | None) -> frozenset[str]:
    return frozenset(item.split(".")[0] for item in _items(theme, level))


def _items(theme: Theme, level: LevelOfEducation | None) -> frozenset[str]:
    if level is not None:
        return frozenset(theme.items[level])
    return frozenset(item for items in theme.items.values() for item in items)
