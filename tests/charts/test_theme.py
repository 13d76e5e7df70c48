"""One theme: the charts, the pages and the domains' file say the same, and all of it can be read."""

import tomllib
from pathlib import Path

import pytest

from lib.catalog.loader import load_catalogue
from lib.charts import theme

CONFIG = tomllib.loads((Path(__file__).resolve().parents[2] / ".streamlit/config.toml").read_text("utf-8"))[
    "theme"
]


def contrast(colour: str, ground: str = "#FFFFFF") -> float:
    """Contrast ratio of WCAG 2."""

    def luminance(code: str) -> float:
        parts = [int(code[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(colour), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("key", "token"),
    [
        ("primaryColor", theme.PRIMARY),
        ("backgroundColor", theme.GROUND),
        ("secondaryBackgroundColor", theme.PANEL),
        ("textColor", theme.INK),
        ("borderColor", theme.LINE),
        ("greenColor", theme.STRENGTH),
        ("orangeColor", theme.IMPROVEMENT),
        ("yellowColor", theme.WATCH),
        ("grayColor", theme.MUTED),
        ("font", theme.FONT),
    ],
)
def test_charts_and_pages_share_their_tokens(key: str, token: str) -> None:
    assert CONFIG[key] == token


def test_pages_and_the_domains_file_name_the_same_colours_in_the_same_order() -> None:
    domains = sorted(load_catalogue().domains, key=lambda domain: domain.order)
    assert CONFIG["chartCategoricalColors"] == [domain.colour for domain in domains]


@pytest.mark.parametrize(
    "colour",
    [theme.PRIMARY, theme.INK, theme.MUTED, theme.STRENGTH, theme.IMPROVEMENT, theme.WATCH]
    + [domain.colour for domain in load_catalogue().domains],
)
def test_every_colour_of_words_can_be_read_on_white(colour: str) -> None:
    assert contrast(colour) >= 4.5


def test_the_contrast_of_black_on_white_is_21() -> None:
    assert contrast("#000000") == pytest.approx(21)
