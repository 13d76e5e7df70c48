"""Three years as a line the size of a word; a picture beside a sentence that has the figures."""

from collections.abc import Sequence
from itertools import pairwise

from lib.charts.theme import LINE, MUTED

_WIDTH, _HEIGHT = 132, 58
_LEFT, _RIGHT, _TOP, _BOTTOM = 18, 114, 8, 32


def make_spark(years_be: Sequence[int], values: Sequence[float | None], colour: str) -> str:
    """Draw the years as a small SVG, the latest one marked; empty with fewer than two values.

    Args:
        years_be: ascending.
        values: one per year, None interrupts the line.
        colour: of the latest point.
    """
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return ""
    low, high = min(known), max(known)
    step = (_RIGHT - _LEFT) / max(len(years_be) - 1, 1)

    def at(place: int, value: float) -> tuple[float, float]:
        share = (value - low) / (high - low) if high > low else 0.5
        return _LEFT + place * step, _BOTTOM - share * (_BOTTOM - _TOP)

    points = [None if value is None else at(place, value) for place, value in enumerate(values)]
    lines = [
        f'<line x1="{a[0]:.1f}" y1="{a[1]:.1f}" x2="{b[0]:.1f}" y2="{b[1]:.1f}" '
        f'stroke="{MUTED}" stroke-width="2"/>'
        for a, b in pairwise(points)
        if a and b
    ]
    latest = max(place for place, point in enumerate(points) if point)
    dots = [
        f'<circle cx="{point[0]:.1f}" cy="{point[1]:.1f}" r="{5 if place == latest else 3}" '
        f'fill="{colour if place == latest else MUTED}"/>'
        for place, point in enumerate(points)
        if point
    ]
    years = [
        f'<text x="{_LEFT + place * step:.1f}" y="{_HEIGHT - 6}" text-anchor="middle" font-size="11" '
        f'font-family="sans-serif" fill="{MUTED}">{year}</text>'
        for place, year in enumerate(years_be)
    ]
    rule = f'<line x1="4" y1="42" x2="{_WIDTH - 4}" y2="42" stroke="{LINE}" stroke-width="1"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{_HEIGHT}" '
        f'viewBox="0 0 {_WIDTH} {_HEIGHT}">{"".join((rule, *lines, *dots, *years))}</svg>'
    )
