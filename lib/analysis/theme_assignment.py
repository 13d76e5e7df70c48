"""Every statement of a year put to at most one theme: by a person, by its words, by what it is like."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from zlib import crc32

from lib.analysis.sar_themes import CLEAR_WEIGHT, match_themes
from lib.analysis.statement_similarity import Likeness, bag, nearest, weigh_words
from lib.analysis.theme_keys import wording_of
from lib.domain.assessments import LevelOfEducation, Statement
from lib.domain.theme_synthesis import ThemeBasis, ThemedStatement
from lib.domain.themes import Taxonomy, Theme, ThemeChoice
from lib.thai.dates import format_moment
from lib.thai.numerals import round_half_up

#: Cosine of words from which a statement follows the theme of what it is like.
LEAST_LIKENESS = 0.3
#: So many statements of a theme and level are enough to compare with.
_MOST_EXAMPLES = 40
_MOST_WORDS_TOLD = 3
_LONGEST_EXAMPLE = 90

_Level = LevelOfEducation | None


@dataclass(frozen=True, slots=True)
class _Example:
    """Something of a known theme: a statement, or all the wordings of the theme (``text`` empty)."""

    theme_id: str
    text: str
    words: Counter[str]


def assign_themes(
    statements: Sequence[ThemedStatement], taxonomy: Taxonomy, choices: Mapping[str, ThemeChoice]
) -> tuple[ThemedStatement, ...]:
    """The statements in their order, each with its theme and why.

    Args:
        statements: with their key; theme and reasons are replaced.
        choices: people's choices by key of the wording; one whose theme the taxonomy does not have for the
            statement's level of education is passed over.
    """
    by_words = [_by_words(statement, taxonomy, choices) for statement in statements]
    sure = [each for each, clear in by_words if clear]
    # A wording that is clear under one heading is not asked about under another.
    known = {(each.level_of_education, wording_of(each.text)) for each in sure}
    unsure: dict[_Level, set[str]] = {}
    for each, clear in by_words:
        level = each.level_of_education
        if not clear and (level, wording_of(each.text)) not in known:
            unsure.setdefault(level, set()).add(each.text)
    like = {
        (level, text): found
        for level, texts in unsure.items()
        for text, found in _by_likeness(sorted(texts), _examples(sure, level, taxonomy, choices), taxonomy)
    }
    return tuple(
        each if clear else _following(each, like.get((each.level_of_education, each.text)))
        for each, clear in by_words
    )


def _by_words(
    statement: ThemedStatement, taxonomy: Taxonomy, choices: Mapping[str, ThemeChoice]
) -> tuple[ThemedStatement, bool]:
    """By a person's choice or by the words of the taxonomy, and whether that is clear."""
    level = statement.level_of_education
    choice = choices.get(statement.key)
    if choice is not None and (not choice.theme_id or _is_for(taxonomy.theme(choice.theme_id), level)):
        told = (f"{choice.saved_by} จัดไว้เมื่อ {format_moment(choice.saved_at)}",)
        return replace(statement, theme_id=choice.theme_id, basis=ThemeBasis.PERSON, why=told), True
    said = Statement(statement.kind, statement.text, level, statement.standard)
    matches = match_themes(said, taxonomy)
    if not matches:
        return replace(statement, theme_id="", basis=ThemeBasis.NONE, why=()), False
    words = " ".join(f"“{word}”" for word in matches[0].words[:_MOST_WORDS_TOLD])
    heading = (f"อยู่ใต้หัวข้อมาตรฐาน {statement.standard}",) if len(matches) > 1 and statement.standard else ()
    themed = replace(
        statement, theme_id=matches[0].theme_id, basis=ThemeBasis.WORDS, why=(f"พบคำว่า {words}", *heading)
    )
    return themed, matches[0].weight >= CLEAR_WEIGHT


def _examples(
    sure: Sequence[ThemedStatement], level: _Level, taxonomy: Taxonomy, choices: Mapping[str, ThemeChoice]
) -> list[_Example]:
    """What a statement of a level can be like: statements by theme, people's first, then whole themes."""
    known: dict[str, tuple[bool, str, str]] = {}
    places = {theme.id: place for place, theme in enumerate(taxonomy.themes)}
    told = [(False, choice.theme_id, choice.text) for choice in choices.values()]
    told += [
        (not each.by_person, each.theme_id, each.text) for each in sure if each.level_of_education == level
    ]
    for doubtful, theme_id, text in sorted(told, key=lambda one: (one[0], places.get(one[1], -1), one[2])):
        if not theme_id or _is_for(taxonomy.theme(theme_id), level):
            known.setdefault(wording_of(text), (doubtful, theme_id, text))
    by_theme: Counter[tuple[bool, str]] = Counter()
    examples = []
    # In an order that depends on their words alone and favours no letter of the alphabet.
    for key in sorted(known, key=lambda key: (known[key][0], crc32(key.encode()), key)):
        doubtful, theme_id, text = known[key]
        by_theme[doubtful, theme_id] += 1
        if by_theme[doubtful, theme_id] <= _MOST_EXAMPLES:
            examples.append(_Example(theme_id, text, bag(text)))
    return [
        *examples,
        *(_Example(theme.id, "", _words_of(theme)) for theme in taxonomy.themes if _is_for(theme, level)),
    ]


def _by_likeness(
    texts: Sequence[str], examples: Sequence[_Example], taxonomy: Taxonomy
) -> Iterator[tuple[str, tuple[str, tuple[str, ...]]]]:
    """Text, its theme and why, of those that are like an example."""
    names = {theme.id: theme.name for theme in taxonomy.themes}
    weights = weigh_words([*texts, *(one.text for one in examples if one.text)])
    found = nearest(
        [bag(text) for text in texts], [one.words for one in examples], weights, least=LEAST_LIKENESS
    )
    for text, likeness in zip(texts, found, strict=True):
        if likeness is not None and examples[likeness.example].theme_id:
            example = examples[likeness.example]
            yield text, (example.theme_id, _why_like(example, likeness, names[example.theme_id]))


def _why_like(example: _Example, likeness: Likeness, theme: str) -> tuple[str, ...]:
    share = f"(ร้อยละ {round_half_up(100 * likeness.cosine, 0):.0f})"
    text = example.text[:_LONGEST_EXAMPLE] + ("…" if len(example.text) > _LONGEST_EXAMPLE else "")
    like = f"คล้ายกับ “{text}” {share}" if text else f"คล้ายกับคำของเรื่อง “{theme}” {share}"
    return (like, f"คำที่ตรงกัน {' '.join(f'“{word}”' for word in likeness.shared)}")


def _following(statement: ThemedStatement, found: tuple[str, tuple[str, ...]] | None) -> ThemedStatement:
    if found is None:
        return statement
    return replace(statement, theme_id=found[0], basis=ThemeBasis.SIMILAR, why=found[1])


def _is_for(theme: Theme | None, level: _Level) -> bool:
    return theme is not None and (level is None or level in theme.items)


def _words_of(theme: Theme) -> Counter[str]:
    """In how many of the theme's wordings each word occurs."""
    return Counter(word for wording in theme.words for word in bag(" ".join(wording)))
