"""Decisions about findings that today's figures no longer give; no text is lost unseen."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import get_args

from lib.domain.findings import KIND_LABELS, FindingKind, FindingScope, Review, finding_id
from lib.domain.indicators import Catalogue
from lib.domain.periods import Period
from lib.services.analysis import OfficeData, Periods
from lib.services.findings import FindingsResult
from lib.storage.engine import Store, reading
from lib.storage.reviews import load_reviews

_KINDS: tuple[FindingKind, ...] = get_args(FindingKind)
_Whom = tuple[FindingScope, str]


@dataclass(frozen=True, slots=True)
class GoneDecision:
    """An accepted finding that is none any more; ``about`` tells kind, matter, whom, year and rule."""

    about: str
    review: Review


def gone_decisions(
    store: Store, data: OfficeData, periods: Periods, result: FindingsResult
) -> tuple[GoneDecision, ...]:
    """What was accepted for these years about the area, its clusters or shared matters and is not found now.

    A rejected finding that is gone needs nobody; decisions of other years are theirs.
    """
    with reading(store) as session:
        reviews = load_reviews(session)
    there = {each.finding.id for each in result.findings}
    kept = {name: one for name, one in reviews.items() if one.status in ("accepted", "edited")}
    missing = kept.keys() - there
    if not missing:
        return ()
    clusters = tuple(sorted({school.cluster for school in data.register} - {""}))
    years = tuple(
        (indicator.id, periods[indicator.period_kind])
        for indicator in data.catalogue.indicators
        if indicator.period_kind in periods
    )
    known = _possible(years, clusters, tuple(rule for rule, _ in data.rules.meanings))
    return tuple(
        GoneDecision(_words(known[name], data.catalogue), kept[name]) for name in known if name in missing
    )


_Possible = tuple[_Whom, str, FindingKind, str, Period]


@lru_cache(maxsize=4)
def _possible(
    years: tuple[tuple[str, Period], ...], clusters: tuple[str, ...], rules: tuple[str, ...]
) -> dict[str, _Possible]:
    """Finding id → what it would be about; an id tells nothing by itself."""

    def every() -> Iterator[tuple[str, _Possible]]:
        whom: list[_Whom] = [("area", ""), ("schools", "low"), ("schools", "high")]
        whom += [("cluster", name) for name in clusters]
        for one, (indicator, period), kind, rule in product(whom, years, _KINDS, rules):
            yield finding_id(*one, indicator, kind, rule, period), (one, indicator, kind, rule, period)

    return dict(every())


def _words(found: _Possible, catalogue: Catalogue) -> str:
    (scope, name), indicator, kind, rule, period = found
    whom = {"area": "ภาพรวมเขต", "schools": "เรื่องที่โรงเรียนต่างกัน"}.get(scope, name)
    return f"{KIND_LABELS[kind]} · {catalogue.by_id[indicator].name} · {whom} · {period.label} (กฎ {rule})"
