"""What a column holds, as far as it decides how the text of its cells is read."""

from dataclasses import dataclass

from lib.domain.indicators import Indicator, Kind
from lib.thai.numerals import Unit


@dataclass(frozen=True, slots=True)
class Holds:
    """What a column holds, as far as it decides how its cells are read.

    Attributes:
        units: units that a cell's own text may name.
        shares: a count with its per cent in one cell is a share of this column.
        counts: a count with its per cent in one cell gives this column its count.
    """

    units: frozenset[Unit]
    shares: bool = False
    counts: bool = False


_HEADS = Holds(frozenset({Unit.HEADS}), counts=True)
_BAHT = Holds(frozenset({Unit.BAHT}), counts=True)
#: Standard deviations and ratings.
POINTS = Holds(frozenset({Unit.POINTS}))
#: Per cents that may stand behind their head count.
SHARES = Holds(frozenset({Unit.PERCENT, Unit.POINTS}), shares=True)
_SCORE = Holds(frozenset({Unit.PERCENT, Unit.POINTS, Unit.HEADS}))
_BY_KIND = {
    Kind.PROPORTION: SHARES,
    Kind.MEAN: Holds(frozenset({Unit.PERCENT, Unit.POINTS})),
    Kind.RATING: POINTS,
    Kind.SCORE: _SCORE,
    Kind.COUNT: _HEADS,
    Kind.AMOUNT: _BAHT,
    Kind.RATIO: Holds(frozenset({Unit.RATIO, Unit.HEADS, Unit.BAHT, Unit.PERCENT})),
}


def holds_of(indicator: Indicator) -> Holds:
    """What the value column of an indicator holds."""
    return _BY_KIND[indicator.kind]


def counts_of(indicator: Indicator) -> Holds:
    """What the columns of ``n`` and numerator of an indicator hold: heads, or the baht a budget is of."""
    return _BAHT if indicator.n_is_baht else _HEADS
