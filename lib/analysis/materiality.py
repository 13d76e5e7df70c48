"""Which differences are large enough to be worth a sentence, however sure they are."""

import numpy as np

from lib.analysis.areas import PLACES_KEPT
from lib.analysis.cube import BoolArray, Cube
from lib.analysis.examination import Examination
from lib.analysis.intervals import Array
from lib.analysis.standing import scale_width
from lib.domain.indicators import Compare, Kind


def below_one(cube: Cube, against: Array, least: float) -> BoolArray:
    """Shares whose latest gap is fewer than ``least`` whole pupils (or what else n counts).

    Args:
        against: the comparator, ``[indicator, 1]`` or ``[indicator, school]``.
    """
    whole = printed_gaps(cube, against) * cube.n[:, -1] / 100
    return np.asarray(cube.is_kind(Kind.PROPORTION)[:, None] & (np.round(whole, PLACES_KEPT) < least))


def below_point(cube: Cube, against: Array, least_pct: float) -> BoolArray:
    """Means whose latest gap is less than a per cent of their scale: they have no whole pupils to count.

    Args:
        against: as of ``below_one``.
    """
    least = np.array(
        [0.0 if i.valid_max is None else least_pct * scale_width(i) / 100 for i in cube.indicators], float
    )
    means = cube.is_compared(Compare.MEAN)[:, None]
    return np.asarray(means & (printed_gaps(cube, against) < np.round(least, PLACES_KEPT)[:, None]))


def below_least(found: Examination, against: Array) -> BoolArray:
    """Latest gaps nobody would act on: less than a whole pupil, or of a mean less than its smallest step."""
    limits = found.rules.thresholds
    no_whole = below_one(found.cube, against, limits.min_gap_n)
    return np.asarray(no_whole | below_point(found.cube, against, limits.min_mean_gap_pct))


def below_material(found: Examination, against: Array) -> BoolArray:
    """Latest gaps smaller than the indicator's own ``min_gap``, else than schools usually differ (τ).

    A gap that prints as none is one of them even where schools are not known to differ.
    """
    gaps = printed_gaps(found.cube, against)
    return np.asarray((gaps < material_gaps(found)[:, None]) | (gaps == 0))


def material_gaps(found: Examination) -> Array:
    """The smallest gap worth a sentence that is only likely, per indicator in its unit.

    As much as schools usually differ, but no more than a share of the scale, or a wide spread would excuse
    any gap; 0 where schools are not known to differ.
    """
    limits, indicators = found.rules.thresholds, found.cube.indicators
    usual = limits.min_gap_spread * np.nan_to_num(found.comparison.posterior.between)
    plain = [
        np.inf if i.valid_max is None else limits.enough_gap_pct * scale_width(i) / 100 for i in indicators
    ]
    own = np.array([np.nan if i.min_gap is None else i.min_gap for i in indicators], float)
    return np.where(np.isfinite(own), own, np.minimum(usual, np.array(plain, float)))


def printed_gaps(cube: Cube, against: Array) -> Array:
    """Size of the latest gap as printed, ``[indicator, school]``; NaN where a figure is missing."""
    gap = _two_places(cube.value[:, -1]) - _two_places(against)
    return np.asarray(np.round(np.abs(gap), PLACES_KEPT))


def _two_places(figures: Array) -> Array:
    """Rounded half up, away from zero, as sentences print it."""
    return np.asarray(np.sign(figures) * np.floor(np.round(100 * np.abs(figures), 8) + 0.5) / 100)
