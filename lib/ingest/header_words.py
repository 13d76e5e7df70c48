"""Everything a header may say, looked up by its folded text within the context that sheet and file give."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz import fuzz, process

from lib.domain.columns import Role
from lib.domain.indicators import Catalogue, Indicator
from lib.ingest.context_words import ContextWords
from lib.ingest.count_words import usual_wording
from lib.ingest.loose_meanings import LooseMeanings
from lib.thai.text import fold_key

_CATALOGUES_KEPT = 4
_LEAST_SIMILAR = 86


@dataclass(frozen=True, slots=True)
class Found:
    """``indicators``: settled; ``candidates``: possible, a person must choose.

    ``told_at``: which of the texts nearby told it, None where the header tells by itself.
    """

    role: Role = Role.UNKNOWN
    indicators: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    told_at: int | None = None


class HeaderWords:
    """Look-up of header texts.

    Args:
        catalogue: indicators with their aliases and contexts.
        identity: folded header → role of identity columns.
    """

    def __init__(self, catalogue: Catalogue, identity: Mapping[str, Role]) -> None:
        self._identity = dict(identity)
        self._by_id = catalogue.by_id
        self._telling, self._in_context = _meanings(catalogue.indicators)
        self._totals = {frozenset(each.total_of): each.id for each in catalogue.indicators if each.total_of}
        self._loose = LooseMeanings(catalogue)
        self._contexts = ContextWords(catalogue)
        self._alike: dict[tuple[str, ...], dict[str, tuple[str, ...]]] = {}

    def knows(self, text: str) -> bool:
        """Whether a cell's text is a header word of any kind."""
        key = self._key(text)
        return bool(key) and (key in self._identity or self._is_known(key) or self._loose.knows(text))

    def role(self, text: str) -> Role | None:
        """The identity role of a header, None when it is none."""
        return self._identity.get(fold_key(text))

    def _is_known(self, key: str) -> bool:
        return key in self._telling or key in self._in_context

    def _key(self, text: str) -> str:
        """The folded text, or that of the usual wording where only the wording of a count is another."""
        key = fold_key(text)
        if not key or key in self._identity or self._is_known(key):
            return key
        return fold_key(usual_wording(text)) or key

    def look_up(self, text: str, nearby: tuple[str, ...]) -> Found:
        """What a header text names.

        Args:
            nearby: texts that lend context, nearest first; the nearest that leaves one meaning decides.
        """
        key = self._key(text)
        telling = self._telling.get(key)
        if telling:
            return _found(telling)
        meanings = self._in_context.get(key, [])
        if not meanings:
            telling, meanings = self._loose.of(text)
            if telling:
                return _found(telling)
        if not meanings:
            return Found()
        for place in range(len(nearby)):
            around = nearby[: place + 1]
            fitting = [(role, each) for role, each in meanings if self._contexts.fits(each, around)]
            if fitting:
                return replace(_found(fitting), told_at=place)
        return Found(candidates=tuple(indicator for role, indicator in meanings if role is Role.VALUE))

    def look_up_companion(self, text: str, indicators: frozenset[str]) -> Found:
        """A count, numerator or spread of some of these indicators, whatever the texts around say."""
        key = self._key(text)
        meanings = (*self._telling.get(key, ()), *self._in_context.get(key, ()))
        return _found([one for one in meanings if one[0] is not Role.VALUE and one[1] in indicators])

    def family(self, indicator_id: str) -> tuple[str, str]:
        """The grid of an indicator and its row there; an indicator of no grid is a family of its own."""
        one = self._by_id[indicator_id]
        return one.id.removesuffix(f"_{one.row}_{one.column}") if one.row else one.id, one.row

    def total_of(self, parts: tuple[str, ...]) -> str:
        """The one indicator that is the sum of exactly these, empty where none is."""
        return self._totals.get(frozenset(parts), "")

    def told_by(self, parent: str, found: Found) -> bool:
        """Whether the parent header itself speaks of what was found under it."""
        return bool(found.indicators) and all(
            self._contexts.needed(each) and self._contexts.fits(each, (parent,)) for each in found.indicators
        )

    def similar(self, text: str, nearby: tuple[str, ...]) -> tuple[tuple[str, ...], float]:
        """Indicators whose header resembles the text, best first, and the likeness 0–1; never certain."""
        if nearby not in self._alike:
            self._alike[nearby] = self._values_known(nearby)
        known = self._alike[nearby]
        best = process.extract(
            fold_key(text), known.keys(), scorer=fuzz.ratio, limit=3, score_cutoff=_LEAST_SIMILAR
        )
        ids = tuple(dict.fromkeys(each for key, _, _ in best for each in known[key]))
        return ids, (best[0][1] / 100 if best else 0.0)

    def _values_known(self, nearby: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
        """Header key → indicators whose values it heads in this context."""
        known = {
            key: tuple(each for role, each in meanings if role is Role.VALUE)
            for key, meanings in self._telling.items()
        }
        for key, meanings in self._in_context.items():
            fitting = tuple(
                each for role, each in meanings if role is Role.VALUE and self._contexts.fits(each, nearby)
            )
            known[key] = (*known.get(key, ()), *fitting)
        return {key: ids for key, ids in known.items() if ids}


# Folding thousands of headers takes longer than reading most workbooks; one catalogue serves them all.
@lru_cache(maxsize=_CATALOGUES_KEPT)
def _meanings(
    indicators: tuple[Indicator, ...],
) -> tuple[dict[str, list[tuple[Role, str]]], dict[str, list[tuple[Role, str]]]]:
    """Folded header → meanings that it tells by itself, and those that hold only in a context."""
    telling: dict[str, list[tuple[Role, str]]] = defaultdict(list)
    in_context: dict[str, list[tuple[Role, str]]] = defaultdict(list)
    for indicator in indicators:
        for key, role, alone in _keys(indicator):
            target = telling if alone else in_context
            if (role, indicator.id) not in target[key]:
                target[key].append((role, indicator.id))
    return dict(telling), dict(in_context)


def _keys(indicator: Indicator) -> Iterator[tuple[str, Role, bool]]:
    """Folded text, role and whether it tells by itself, for every way an indicator's columns are headed."""
    telling_alone = not indicator.context
    for text in (indicator.name, indicator.short_name, indicator.id, *indicator.full_aliases):
        yield fold_key(text), Role.VALUE, True
    for text in indicator.aliases:
        yield fold_key(text), Role.VALUE, telling_alone
    for role, texts in (
        (Role.N, indicator.n_aliases),
        (Role.NUMERATOR, indicator.numerator_aliases),
        (Role.SD, indicator.sd_aliases),
    ):
        for text in texts:
            yield fold_key(text), role, telling_alone
            yield fold_key(f"{indicator.name} {text}"), role, True
            yield fold_key(f"{indicator.short_name} {text}"), role, True


def _found(meanings: list[tuple[Role, str]]) -> Found:
    """One meaning is certain; so is one count that several indicators share; anything else is a question."""
    if not meanings:
        return Found()
    roles = {role for role, _ in meanings}
    ids = tuple(dict.fromkeys(indicator for _, indicator in meanings))
    role = next(iter(roles)) if len(roles) == 1 else Role.UNKNOWN
    if len(ids) == 1 and role is not Role.UNKNOWN:
        return Found(role, ids)
    if role in (Role.N, Role.NUMERATOR, Role.SD):
        return Found(role, ids)
    return Found(
        candidates=tuple(dict.fromkeys(indicator for each, indicator in meanings if each is Role.VALUE))
    )
