"""Ends and steps of the axes of a chart, the same on screen and on paper."""

import math
from dataclasses import dataclass

from lib.domain.chart_descriptions import Chart

_MOST_STEPS = 6
_ROOM = 0.12  # of the span, for a label beyond the outermost point of a line


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from ``low`` to ``high`` with a tick every ``step``."""

    low: float
    high: float
    step: float

    @property
    def ticks(self) -> tuple[float, ...]:
        n_steps = round((self.high - self.low) / self.step)
        return tuple(float(f"{self.low + self.step * place:.12g}") for place in range(n_steps + 1))

    def share(self, value: float) -> float:
        """How far along the axis a value stands, 0 to 1."""
        return (value - self.low) / (self.high - self.low)


def value_scale(chart: Chart) -> Scale:
    """The value axis: bars from zero, per cents to 100, lines and points around their values."""
    numbers = list(_lengths(chart))
    if chart.target is not None:
        numbers.append(chart.target)
    low, high = min(numbers, default=0.0), max(numbers, default=1.0)
    if chart.percent_axis and low >= 0 and high <= 100:
        return Scale(0.0, 100.0, 20.0)
    around = chart.kind in ("line", "scatter")
    if around:
        extra = (high - low) * _ROOM or max(abs(high), 1.0) * _ROOM
        bottom, top = low - extra, high + extra
        if low >= 0:
            bottom = max(bottom, 0.0)
    else:
        # a label stands past the end of a bar
        extra = 0.0 if chart.kind == "stacked_bar" else 0.02 * (max(high, 0.0) - min(low, 0.0))
        bottom, top = min(low - extra * (low < 0), 0.0), max(high + extra * (high > 0), 0.0)
    return _round_ends(bottom, top, ceiling=100.0 if chart.unit == "ร้อยละ" and high <= 100 else None)


def place_scale(chart: Chart) -> Scale:
    """The axis of ``xs`` of a scatter, from zero."""
    return _round_ends(0.0, max((*chart.xs, 1.0)))


def step_decimals(scale: Scale) -> int:
    """Decimals that the numbers of an axis need."""
    return max(0, -math.floor(math.log10(scale.step) + 1e-9))


def _round_ends(low: float, high: float, ceiling: float | None = None) -> Scale:
    if high <= low:
        high = low + 1.0
    rough = (high - low) / _MOST_STEPS
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in (1, 2, 5, 10, 20) if power * factor >= rough * 0.999)
    top = math.ceil(high / step - 1e-9) * step
    if ceiling is not None:
        top = min(top, ceiling)
    bottom = math.floor(low / step + 1e-9) * step
    if top <= bottom:
        top = bottom + step
    return Scale(float(f"{bottom:.12g}"), float(f"{top:.12g}"), float(f"{step:.12g}"))


def _lengths(chart: Chart) -> tuple[float, ...]:
    """How far bars and points reach; the parts of a stack add up, those below zero by themselves."""
    if chart.kind != "stacked_bar":
        return chart.numbers
    stacks = list(zip(*(series.values for series in chart.series), strict=True))
    ups = [sum(value for value in stack if value is not None and value > 0) for stack in stacks]
    downs = [sum(value for value in stack if value is not None and value < 0) for stack in stacks]
    return (*ups, *downs)
