"""Colours, dashes and shapes of charts and documents, six hex digits each, for screen and paper."""

from typing import Literal

PRIMARY = "0F5E6B"
INK = "1F2A30"
MUTED = "5B6B73"
LINE = "DCE4E6"
RULE = "A9B8BC"
GROUND = "FFFFFF"
PANEL = "F4F7F7"
STRENGTH = "00695C"
IMPROVEMENT = "B4471A"
WATCH = "8A6D00"
#: What chance explains, and what stands beside the office's own figures: a target, another area.
CHANCE = "9AA5AB"
BESIDE = CHANCE
#: Five quality levels from low to high; each step is darker, so that grey print keeps their order.
LEVELS = ("E4ECEE", "B9D0D5", "84AEB6", "44848F", "0B4A55")

Dash = Literal["solid", "dash", "dot", "long_dash_dot"]
Shape = Literal["circle", "square", "diamond", "triangle"]
#: Of the first, second … line of a chart; a grey print tells lines apart by these.
DASHES: tuple[Dash, ...] = ("solid", "dash", "dot", "long_dash_dot")
SHAPES: tuple[Shape, ...] = ("circle", "square", "diamond", "triangle")


def year_shades(colour: str, n_years: int) -> tuple[str, ...]:
    """Shades of a domain's colour: the earliest year is palest, the latest has the colour itself."""
    own = bytes.fromhex(colour)
    shades = []
    for place in range(n_years):
        paleness = 0.7 * (n_years - 1 - place) / max(n_years - 1, 1)
        shades.append("".join(f"{round(part + (255 - part) * paleness):02X}" for part in own))
    return tuple(shades)


def readable_on(fill: str) -> str:
    """White or ink, whichever stands out on a fill (relative luminance of WCAG, roughly)."""
    red, green, blue = (part / 255 for part in bytes.fromhex(fill))
    luminance = 0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2
    return GROUND if luminance < 0.22 else INK
