"""A finished chart with larger type, for people at the back of a room."""

from typing import Any

from lib.charts.theme import VegaSpec

#: Sizes of type and the room that type needs; plotting areas and signs stay as they are.
_GROWING = frozenset(
    {
        "fontSize",
        "labelFontSize",
        "titleFontSize",
        "subtitleFontSize",
        "lineHeight",
        "subtitleLineHeight",
        "labelPadding",
        "titlePadding",
        "subtitlePadding",
        "dx",
        "dy",
    }
)
FACTOR = 1.35


def enlarged(spec: VegaSpec, factor: float = FACTOR) -> VegaSpec:
    """The same chart with its type larger by ``factor``."""
    grown: VegaSpec = _grown(spec, factor)
    return grown


def _grown(part: Any, factor: float) -> Any:
    if isinstance(part, list):
        return [_grown(each, factor) for each in part]
    if not isinstance(part, dict):
        return part
    return {
        key: round(value * factor, 1)
        if key in _GROWING and isinstance(value, int | float) and not isinstance(value, bool)
        else value
        if key in ("data", "datasets")
        else _grown(value, factor)
        for key, value in part.items()
    }
