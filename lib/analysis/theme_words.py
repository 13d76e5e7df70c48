"""Where the taxonomy's wordings stand in a statement, and how much each of its letters tells."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from lib.domain.themes import Subject, Taxonomy
from lib.thai.text import fold_key

_LETTERS_OF_A_START = 4
_LETTERS_OF_A_HEAD = 2
_SHORT_LENGTHS = range(_LETTERS_OF_A_HEAD, _LETTERS_OF_A_START)
_GENERAL = 0.4
_ASIDE = 0.5
#: A statement begins with what it is about; so much less weighs its last letter.
_LATE = 0.2
#: A word for who it is about counts as its subject only near the beginning.
_BEGINNING = 24


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of one theme: its parts as written, and folded as they occur in folded text."""

    theme: int
    parts: tuple[str, ...]
    keys: tuple[str, ...]
    general: bool


@dataclass(frozen=True, slots=True)
class WordIndex:
    """The wordings of a taxonomy by the first letters of their parts.

    Attributes:
        starts: first four letters → the parts that begin so.
        short: parts of fewer letters.
        heads: first two letters of any part, so that most places of a text are passed over at once.
        owners: part → places of the wordings it belongs to.
    """

    wordings: tuple[Wording, ...]
    starts: Mapping[str, tuple[str, ...]]
    short: frozenset[str]
    heads: frozenset[str]
    owners: Mapping[str, tuple[int, ...]]
    aside: tuple[str, ...]
    subjects: tuple[tuple[Subject, tuple[str, ...]], ...]


@lru_cache(maxsize=16)
def word_index(taxonomy: Taxonomy) -> WordIndex:
    """The index of a taxonomy, built once."""
    wordings = tuple(
        Wording(place, parts, tuple(map(fold_key, parts)), general)
        for place, theme in enumerate(taxonomy.themes)
        for general, written in ((False, theme.words), (True, theme.hints))
        for parts in written
    )
    starts: dict[str, set[str]] = defaultdict(set)
    short: set[str] = set()
    owners: dict[str, list[int]] = defaultdict(list)
    for number, wording in enumerate(wordings):
        for key in wording.keys:
            if len(key) < _LETTERS_OF_A_START:
                short.add(key)
            else:
                starts[key[:_LETTERS_OF_A_START]].add(key)
            owners[key].append(number)
    return WordIndex(
        wordings,
        {start: tuple(sorted(keys)) for start, keys in starts.items()},
        frozenset(short),
        frozenset(part[:_LETTERS_OF_A_HEAD] for part in owners),
        {key: tuple(numbers) for key, numbers in owners.items()},
        tuple(map(fold_key, taxonomy.aside)),
        tuple((subject, tuple(map(fold_key, subject.words))) for subject in taxonomy.subjects),
    )


def found_wordings(index: WordIndex, text: str, themes: frozenset[int]) -> Iterator[tuple[Wording, set[int]]]:
    """Each wording all of whose parts occur, with the letters it covers outside longer wordings.

    Args:
        text: folded.
        themes: places of the themes that may be named.
    """
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for start, key in _occurrences(index, text):
        spans[key].append((start, start + len(key)))
    numbers = {number for key in spans for number in index.owners[key]}
    whole = [
        wording
        for wording in (index.wordings[number] for number in sorted(numbers))
        if wording.theme in themes and all(key in spans for key in wording.keys)
    ]
    inside = _inside({span for wording in whole for key in wording.keys for span in spans[key]})
    for wording in whole:
        places = [
            set().union(*(range(*span) for span in spans[key] if span not in inside)) for key in wording.keys
        ]
        if all(places):
            yield wording, set().union(*places)


def letter_weights(index: WordIndex, text: str) -> list[float]:
    """Weight of every letter: a little less the later it stands, half after a reason's or purpose's word."""
    found = [place for word in index.aside if (place := text.find(word)) > 0]
    end, length = min(found, default=len(text)), len(text)
    return [(1.0 if place < end else _ASIDE) * (1 - _LATE * place / length) for place in range(length)]


def wording_weight(wording: Wording) -> float:
    """A general word weighs less than a particular one."""
    return _GENERAL if wording.general else 1.0


def subject_of(index: WordIndex, text: str) -> Subject | None:
    """Who the statement begins with; None where nobody is named early."""
    first: tuple[int, Subject] | None = None
    for subject, words in index.subjects:
        for word in words:
            place = text.find(word, 0, _BEGINNING)
            if place >= 0 and (first is None or place < first[0]):
                first = (place, subject)
    return first[1] if first else None


def _occurrences(index: WordIndex, text: str) -> Iterator[tuple[int, str]]:
    none: tuple[str, ...] = ()
    for start in range(len(text) - 1):
        if text[start : start + _LETTERS_OF_A_HEAD] not in index.heads:
            continue
        for length in _SHORT_LENGTHS:
            key = text[start : start + length]
            if len(key) == length and key in index.short and not _inside_a_latin_word(text, start, key):
                yield start, key
        for key in index.starts.get(text[start : start + _LETTERS_OF_A_START], none):
            if text.startswith(key, start) and not _inside_a_latin_word(text, start, key):
                yield start, key


def _inside(spans: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """The spans that lie within another one."""
    inside, furthest = set(), -1
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if end <= furthest:
            inside.add((start, end))
        furthest = max(furthest, end)
    return inside


def _inside_a_latin_word(text: str, start: int, key: str) -> bool:
    """``nt`` within ``student`` is no NT."""
    if not key.isascii():
        return False
    around = text[max(0, start - 1) : start] + text[start + len(key) : start + len(key) + 1]
    return any(letter.isascii() and letter.isalpha() for letter in around)
