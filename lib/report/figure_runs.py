"""Sentences of a document with the name of its data around every figure."""

import re
from collections.abc import Iterable
from string import Formatter

from lib.catalog.report_words import ReportWords
from lib.domain.documents import Run

_FIGURE = re.compile(r"[-+−]?[\d,]+(?:\.\d+)?")


def told(words: ReportWords, key: str, about: str, **filled: str | tuple[Run, ...]) -> tuple[Run, ...]:
    """A phrase as runs; a filled word that is a number is bound as ``about|name of the word``.

    Args:
        about: what the figures are of, the beginning of their ids.
        filled: words of the phrase; runs stay as they are, and years, levels and numbers of standards are
            given as runs where they are no figures.
    """
    runs: list[Run] = []
    for text, name, _, _ in Formatter().parse(words.template(key)):
        runs.append(Run(text))
        if name is None:
            continue
        word = filled[name]
        if not isinstance(word, str):
            runs += word
        else:
            runs.append(Run(word, figure_id=f"{about}|{name}" if _FIGURE.fullmatch(word) else None))
    return joined_runs(runs)


def plain(text: str) -> tuple[Run, ...]:
    """Words that are no figure, such as a year."""
    return (Run(text),)


def joined_runs(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The same runs without empty ones, neighbours without a figure made one."""
    kept: list[Run] = []
    for run in runs:
        if run == Run(run.text) and kept and kept[-1] == Run(kept[-1].text):
            kept[-1] = Run(kept[-1].text + run.text)
        elif run.text or run.refers_to:
            kept.append(run)
    return tuple(kept)
