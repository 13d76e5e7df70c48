"""How alike statements are: cosine of their Thai words, rare words weighing more."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lib.thai.words import split_words

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

_SHARED_TOLD = 4
#: In fewer texts than these no word is common: two of three having it tells little.
_FEWEST_TEXTS = 100


@dataclass(frozen=True, slots=True)
class Likeness:
    """The nearest example of a text.

    Attributes:
        example: its place among the examples.
        cosine: 0–1.
        shared: words that both have, the most telling first.
    """

    example: int
    cosine: float
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordWeights:
    """How telling each word is among a set of texts; words in all of them tell nothing."""

    idf: dict[str, float]
    columns: dict[str, int]


def weigh_words(texts: Iterable[str]) -> WordWeights:
    """Weights from the distinct texts; a word in one of them weighs most."""
    bags = [set(split_words(text)) for text in sorted(set(texts))]
    often = Counter(word for bag in bags for word in bag)
    words = sorted(often)
    n_texts = max(len(bags), _FEWEST_TEXTS)
    idf = {word: math.log((n_texts + 1) / (often[word] + 1)) for word in words}
    return WordWeights(idf, {word: place for place, word in enumerate(words)})


def bag(text: str) -> Counter[str]:
    """The words of a text with how often each occurs."""
    return Counter(split_words(text))


def nearest(
    bags: Sequence[Counter[str]], examples: Sequence[Counter[str]], weights: WordWeights, *, least: float
) -> tuple[Likeness | None, ...]:
    """The most similar example of every bag; None where none is at least so similar.

    The first of equal examples is taken, so their order decides a tie.
    """
    if not bags or not examples:
        return (None,) * len(bags)
    cosines = (_matrix(bags, weights) @ _matrix(examples, weights).T).tocsr()
    found: list[Likeness | None] = []
    for row, words in enumerate(bags):
        span = slice(cosines.indptr[row], cosines.indptr[row + 1])
        pairs = zip(cosines.data[span].tolist(), cosines.indices[span].tolist(), strict=True)
        cosine, place = max(((round(c, 9), -place) for c, place in pairs), default=(0.0, 0))
        shared = words.keys() & examples[-place].keys()
        told = sorted(shared, key=lambda word: (-weights.idf.get(word, 0.0), -len(word), word))[:_SHARED_TOLD]
        found.append(Likeness(-place, cosine, tuple(told)) if cosine >= least else None)
    return tuple(found)


def group_alike(
    bags: Sequence[Counter[str]], weights: WordWeights, *, least: float
) -> tuple[tuple[int, ...], ...]:
    """Places of texts that are alike, each in one group: around the text that is like most others first."""
    if not bags:
        return ()
    matrix = _matrix(bags, weights)
    cosines = (matrix @ matrix.T).tocsr()
    near = [
        {
            int(place)
            for place, cosine in zip(
                cosines.indices[cosines.indptr[row] : cosines.indptr[row + 1]],
                cosines.data[cosines.indptr[row] : cosines.indptr[row + 1]],
                strict=True,
            )
            if cosine >= least
        }
        | {row}
        for row in range(len(bags))
    ]
    left = set(range(len(bags)))
    groups = []
    for row in sorted(left, key=lambda place: (-len(near[place]), place)):
        if row in left:
            group = near[row] & left
            left -= group
            groups.append((row, *sorted(group - {row})))
    return tuple(groups)


def _matrix(bags: Sequence[Counter[str]], weights: WordWeights) -> "csr_matrix":
    """One row of length 1 per bag, or of length 0 where no word tells anything."""
    from scipy.sparse import csr_matrix

    rows: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    for row, words in enumerate(bags):
        own = {
            weights.columns[word]: (1 + math.log(n)) * weights.idf[word]
            for word, n in sorted(words.items())
            if word in weights.columns
        }
        length = math.sqrt(sum(value * value for value in own.values())) or 1.0
        rows += [row] * len(own)
        columns += own
        values += [value / length for value in own.values()]
    return csr_matrix((values, (rows, columns)), shape=(len(bags), max(len(weights.columns), 1)))
