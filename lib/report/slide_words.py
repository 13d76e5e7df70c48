"""Sentences of slides: words of the TOML filled with figures that stay bound to their data."""

from collections.abc import Sequence
from string import Formatter

from lib.catalog.report_words import ReportWords, load_report_words
from lib.catalog.toml_files import DATA_DIR
from lib.domain.documents import Run
from lib.domain.slides import SlideLine, line_text
from lib.report.slide_fit import TITLE_CM, TITLE_PT, fits_title, shortened
from lib.thai.numerals import format_number

#: What a word of a sentence may be: text, one bound figure, or several runs.
Part = str | Run | SlideLine


def load_slide_words() -> ReportWords:
    """The packaged wording of the slides."""
    return load_report_words(DATA_DIR / "slides.toml")


def line(words: ReportWords, key: str, **parts: Part) -> SlideLine:
    """A sentence whose bound figures are runs of their own.

    Raises:
        KeyError: the key or a word it needs is not there.
    """
    runs: list[Run] = []
    for before, name, _, _ in Formatter().parse(_template(words, key)):
        runs.append(Run(before))
        if name is not None:
            part = parts[name]
            runs += (Run(part),) if isinstance(part, str) else (part,) if isinstance(part, Run) else part
    return joined(runs)


def message(words: ReportWords, keys: Sequence[str], **parts: Part | None) -> SlideLine:
    """The first form of a title whose words are all known and that fits two lines, else the last one cut."""
    known = {name: part for name, part in parts.items() if part is not None}
    told: SlideLine = ()
    for key in keys:
        if fields(words, key) <= known.keys():
            told = line(words, key, **known)
            if fits_title(line_text(told)):
                return told
    if not told:
        raise KeyError(keys)
    return (Run(shortened(line_text(told), TITLE_CM, TITLE_PT, 2, bold=True)),)


def numbered(words: ReportWords, stem: str) -> tuple[str, ...]:
    """Keys of the forms of a title, the longest first."""
    return tuple(key for key in words.texts if key.removeprefix(f"{stem}_").isdigit())


def fields(words: ReportWords, key: str) -> set[str]:
    """Names of the words a sentence asks for."""
    return {name for _, name, _, _ in Formatter().parse(_template(words, key)) if name is not None}


def said(text: str, figure_id: str | None = None) -> SlideLine:
    """A line of one run."""
    return (Run(text, figure_id=figure_id),)


def count(n: int) -> str:
    return format_number(n, 0)


def joined(runs: Sequence[Run]) -> SlideLine:
    """The same runs, unbound neighbours made one and empty ones left out."""
    kept: list[Run] = []
    for run in runs:
        if (
            kept
            and kept[-1].figure_id is None
            and run.figure_id is None
            and not run.verbatim | kept[-1].verbatim
        ):
            kept[-1] = Run(kept[-1].text + run.text)
        elif run.text:
            kept.append(run)
    return tuple(run for run in kept if run.text)


def _template(words: ReportWords, key: str) -> str:
    for table in (words.phrases, words.texts, words.headings):
        if key in table:
            return table[key]
    raise KeyError(key)
