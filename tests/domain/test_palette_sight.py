"""What colours alone would lose: to eyes without red or green cones, and in grey print."""

from itertools import combinations, pairwise

import pytest

from lib.domain.palette import BESIDE, DASHES, IMPROVEMENT, LEVELS, SHAPES, STRENGTH, year_shades

DOMAINS = ("0072B2", "00785A", "A6407F", "A55F00")
#: Viénot, Brettel and Mollon 1999, on linear light: what remains without red and without green cones.
SIGHTS = {
    "protanopia": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
    "deuteranopia": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
    "grey": ((0.2126, 0.7152, 0.0722),) * 3,
}


def linear(colour: str) -> tuple[float, ...]:
    parts = [part / 255 for part in bytes.fromhex(colour)]
    return tuple(p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)


def seen(colour: str, sight: str) -> tuple[float, ...]:
    own = linear(colour)
    return tuple(sum(a * b for a, b in zip(row, own, strict=True)) for row in SIGHTS[sight])


def contrast(one: str, other: str, sight: str) -> float:
    """WCAG contrast of two colours as that sight sees them."""
    lights = [
        sum(w * max(part, 0.0) for w, part in zip((0.2126, 0.7152, 0.0722), seen(colour, sight), strict=True))
        for colour in (one, other)
    ]
    return (max(lights) + 0.05) / (min(lights) + 0.05)


@pytest.mark.parametrize("sight", SIGHTS)
def test_neighbours_of_an_ordered_scale_differ_in_light_alone(sight: str) -> None:
    for shades in (LEVELS, *(year_shades(domain, 3) for domain in DOMAINS)):
        for before, after in pairwise(shades):
            assert contrast(before, after, sight) >= 1.25, (before, after)


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("domain", DOMAINS)
def test_what_stands_beside_the_office_is_paler_than_its_own(domain: str, sight: str) -> None:
    assert contrast(domain, BESIDE, sight) >= 1.6


def test_colours_alike_in_grey_are_told_apart_by_dash_and_sign() -> None:
    alike = [pair for pair in combinations(DOMAINS, 2) if contrast(*pair, "grey") < 1.25]
    assert alike
    assert len(set(DASHES)) == len(set(SHAPES)) == len(DOMAINS)


@pytest.mark.parametrize("sight", ["protanopia", "deuteranopia"])
def test_strength_and_improvement_differ_for_eyes_without_red_or_green(sight: str) -> None:
    good, poor = seen(STRENGTH, sight), seen(IMPROVEMENT, sight)
    assert max(abs(a - b) for a, b in zip(good, poor, strict=True)) >= 0.08
