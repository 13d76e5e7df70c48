"""Whether schools differ by more than chance, and by how much."""

from dataclasses import dataclass

import numpy as np

from lib.analysis.cube import BoolArray
from lib.analysis.intervals import Array

#: Spiegelhalter (2005): the outer tenth at either end is drawn in, or the schools looked for would hide
#: themselves by widening the limits.
_DRAWN_IN = 0.10


@dataclass(frozen=True, slots=True, eq=False)
class Overdispersion:
    """How far schools differ beyond chance in the latest period.

    Attributes:
        factor: φ per indicator, the mean squared distance in units of chance; 1 means chance alone, NaN
            without a test.
        unlike: per indicator, whether enough schools differ by enough that limits may allow for it.
        between: τ per indicator, standard deviation of schools beyond chance in the indicator's unit; 0
            where ``unlike`` is False.
        n_schools: J, schools with a test, per indicator.
    """

    factor: Array
    unlike: BoolArray
    between: Array
    n_schools: Array


def overdispersion(gap: Array, error: Array, *, min_schools: int, min_factor: float) -> Overdispersion:
    """φ of the winsorised distances and the moment estimate of τ².

    τ² = max(0, (J·φ − (J − 1)) / (Σw − Σw²/Σw)) with w = 1/s² over the J schools of an indicator.

    Args:
        gap: value minus comparator, ``[indicator, school]``, NaN where there is none.
        error: width of chance s of the same cells.
        min_schools / min_factor: J and φ from which on schools count as unlike.
    """
    used = np.isfinite(gap) & (error > 0)
    count = used.sum(axis=1)
    z = np.where(used, gap / np.where(used, error, 1.0), np.nan)
    factor = np.full(len(z), np.nan)
    for place in np.flatnonzero(count):
        inside = z[place, used[place]]
        low, high = np.quantile(inside, (_DRAWN_IN, 1 - _DRAWN_IN))
        factor[place] = float(np.mean(np.clip(inside, low, high) ** 2))
    weight = np.where(used, 1 / np.where(used, error, 1.0) ** 2, 0.0)
    total = weight.sum(axis=1)
    spread = total - (weight**2).sum(axis=1) / np.where(total > 0, total, 1.0)
    unlike = (count >= min_schools) & (np.nan_to_num(factor) > min_factor) & (spread > 0)
    excess = (count * factor - (count - 1)) / np.where(unlike, spread, 1.0)
    variance = np.where(unlike, np.maximum(excess, 0.0), 0.0)
    return Overdispersion(
        factor,
        np.asarray(unlike),
        np.sqrt(variance),
        count.astype(float),
    )
