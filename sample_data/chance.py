"""Draws that come out the same on every machine and every run."""

import math
import random

SEED = 2569


def dice(*key: object) -> random.Random:
    """A generator of its own for each key, so that one more draw somewhere moves nothing elsewhere."""
    return random.Random("/".join(map(str, (SEED, *key))))  # noqa: S311 - fiction, not secrets


def count_of(n: int, share: float, *key: object) -> int:
    """How many of ``n`` things happen when each does with probability ``share``."""
    draw = dice("count", *key)
    if n <= 2_000:
        return sum(draw.random() < share for _ in range(n))
    return min(n, max(0, round(draw.gauss(n * share, math.sqrt(n * share * (1 - share))))))


def half_up(value: float, places: int = 2) -> float:
    """Round as offices do."""
    factor = 10.0**places
    return math.floor(value * factor + 0.5 + 1e-9) / factor
