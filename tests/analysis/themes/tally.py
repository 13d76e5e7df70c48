"""Sentences put to themes by a reader, and how many of them the program puts there too."""

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

from lib.domain.assessments import LevelOfEducation, Statement, StatementKind
from lib.domain.themes import ThemeMatch

_KINDS = (StatementKind.STRENGTH, StatementKind.IMPROVEMENT_AREA)


def labelled(name: str) -> Iterator[tuple[Statement, str]]:
    """Every sentence of a file with the theme the reader gave it."""
    table = tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text("utf-8"))
    for entry in table["said"]:
        for kind in _KINDS:
            for text in entry.get(kind, ()):
                yield Statement(kind, text, LevelOfEducation(entry["level"])), entry["theme"]


def tally(name: str, match: Callable[[Statement], ThemeMatch | None]) -> tuple[int, int]:
    """Sentences that ``match`` puts to the reader's theme, and all of the file."""
    pairs = [(match(said), theme) for said, theme in labelled(name)]
    return sum((found.theme_id if found else "") == theme for found, theme in pairs), len(pairs)
