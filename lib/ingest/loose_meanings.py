"""What a header may mean when only the wording of per cent, count or mean is another than the known ones."""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from lib.domain.columns import Role
from lib.domain.indicators import Catalogue, Indicator, Kind
from lib.ingest.loose_words import Says, loose_words

_CATALOGUES_KEPT = 4

#: Role of the column and the indicator it belongs to.
Meaning = tuple[Role, str]

_HELD = {
    Kind.PROPORTION: Says.PER_CENT,
    Kind.COUNT: Says.COUNT,
    Kind.AMOUNT: Says.COUNT,
    Kind.MEAN: Says.MEAN,
    Kind.RATING: Says.MEAN,
}


class LooseMeanings:
    """Headers of the catalogue under their loose words.

    Args:
        catalogue: indicators with their aliases and contexts.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._telling, self._in_context = _meanings(catalogue.indicators)

    def knows(self, text: str) -> bool:
        """Whether a text that says per cent, count or mean is a header in another wording."""
        key = loose_words(text)
        return bool(key[1]) and (key in self._telling or key in self._in_context)

    def of(self, text: str) -> tuple[list[Meaning], list[Meaning]]:
        """Meanings that the text tells by itself, and those that hold only in a context."""
        key = loose_words(text)
        return (self._telling.get(key, []), self._in_context.get(key, [])) if key[1] else ([], [])


@lru_cache(maxsize=_CATALOGUES_KEPT)
def _meanings(
    indicators: tuple[Indicator, ...],
) -> tuple[dict[tuple[Says, str], list[Meaning]], dict[tuple[Says, str], list[Meaning]]]:
    """Loose words → meanings that they tell by themselves, and those that hold only in a context."""
    telling: dict[tuple[Says, str], list[Meaning]] = defaultdict(list)
    in_context: dict[tuple[Says, str], list[Meaning]] = defaultdict(list)
    for indicator in indicators:
        for text, role, alone in _headers(indicator):
            for says, words, meant in _ways(text, role, indicator):
                target = telling if alone else in_context
                if words and (meant, indicator.id) not in target[says, words]:
                    target[says, words].append((meant, indicator.id))
    return dict(telling), dict(in_context)


def _headers(indicator: Indicator) -> Iterator[tuple[str, Role, bool]]:
    alone = not indicator.context
    for text in (indicator.name, *indicator.full_aliases):
        yield text, Role.VALUE, True
    for text in indicator.aliases:
        yield text, Role.VALUE, alone
    for text in indicator.n_aliases:
        yield text, Role.N, alone
    for text in indicator.numerator_aliases:
        yield text, Role.NUMERATOR, alone


def _ways(text: str, role: Role, indicator: Indicator) -> Iterator[tuple[Says, str, Role]]:
    """The loose keys of one known header; the per cent of a numerator is the indicator itself."""
    says, words = loose_words(text)
    yield says, words, role
    if role is Role.VALUE and says is Says.NOTHING and indicator.kind in _HELD:
        yield _HELD[indicator.kind], words, role
    if role is Role.NUMERATOR and indicator.kind is Kind.PROPORTION:
        yield Says.PER_CENT, words, Role.VALUE
    if role in (Role.N, Role.NUMERATOR):
        yield Says.COUNT, words, role
