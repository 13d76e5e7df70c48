"""Small pieces that the slides of a meeting are made of."""

from collections.abc import Sequence

from lib.catalog.report_words import ReportWords
from lib.domain.documents import Run
from lib.domain.report_content import FigureRow, ReportContent
from lib.domain.slides import SlideLine, line_text
from lib.report.slide_fit import (
    BESIDE_CM,
    LINE_PT,
    MOST_LINES,
    MOST_POINTS,
    SMALL_PT,
    WIDE_CM,
    first_that_fit,
    shortened,
)
from lib.report.slide_words import count, line, said

PER_CENT = "ร้อยละ"
_MOST_FILES = 6


def years_text(content: ReportContent, words: ReportWords) -> str:
    """Both years of the report, or the one there is."""
    academic, fiscal = content.academic_year_be, content.fiscal_year_be
    if academic and fiscal:
        return words.say("years", academic_year=str(academic), fiscal_year=str(fiscal))
    if academic:
        return words.say("years_academic", academic_year=str(academic))
    return words.say("years_fiscal", fiscal_year=str(fiscal)) if fiscal else ""


def foot(words: ReportWords, key: str, **parts: str) -> str:
    """The line at the foot of a slide."""
    return words.say("foot", source=words.say(key, **parts)).strip()


def data_foot(content: ReportContent, words: ReportWords) -> str:
    years = years_text(content, words)
    return foot(words, "foot_data", periods=years, n=count(len(content.sources)))


def with_unit(row: FigureRow, text: str, figure_id: str | None) -> SlideLine:
    """A figure as it is read aloud: ``ร้อยละ 79.00`` or ``41.39 คะแนน``."""
    return unit_text(row.unit, Run(text, figure_id=figure_id))


def unit_text(unit: str, figure: Run) -> SlideLine:
    if unit == PER_CENT:
        return Run(f"{PER_CENT} "), figure
    return (figure, Run(f" {unit}")) if unit else (figure,)


def value_of(row: FigureRow) -> SlideLine:
    """The row's own figure, bound, with its unit and the sign of a median."""
    told = with_unit(row, row.value_text, f"{row.figure_id}|value")
    return (*told, Run("*")) if row.is_median else told


def n_of(row: FigureRow) -> Run:
    """The row's n, bound."""
    return Run(row.n_text, figure_id=f"{row.figure_id}|n")


def limited(
    lines: Sequence[SlideLine], place: str, words: ReportWords, *, hidden: int = 0, most: int = MOST_LINES
) -> tuple[SlideLine, ...]:
    """As many lines as a slide holds, and how many more stand in the report.

    Args:
        place: chapter of the report that has the rest.
        hidden: points that were left out before.
        most: lines of text that fit, the one about the rest among them.
    """
    texts = [line_text(each) for each in lines]
    fitting = first_that_fit(texts, WIDE_CM, LINE_PT, most)
    if fitting == len(lines) <= MOST_POINTS and not hidden:
        return tuple(lines)
    kept = min(max(1, first_that_fit(texts, WIDE_CM, LINE_PT, most - 1)), MOST_POINTS - 1)
    shown = [cut(each, most - 1) for each in lines[:kept]]
    rest = len(lines) - kept + hidden
    return (*shown, line(words, "rest", n=count(rest), place=place)) if rest else tuple(shown)


def beside_chart(lines: Sequence[SlideLine]) -> tuple[SlideLine, ...]:
    """As many of the lines, from the first, as stand beside a chart."""
    texts = [line_text(each) for each in lines]
    return tuple(lines[: min(first_that_fit(texts, BESIDE_CM, SMALL_PT, MOST_LINES), MOST_POINTS)])


def cut(told: SlideLine, most: int) -> SlideLine:
    """The line in so many lines of text; a cut one keeps no bindings."""
    text = line_text(told)
    short = shortened(text, WIDE_CM, LINE_PT, most)
    return told if short == text else said(short)


def source_note(content: ReportContent, words: ReportWords) -> SlideLine:
    """The files the figures rest on, the newest first."""
    names = [source.file_name for source in content.sources]
    files = ", ".join(names[:_MOST_FILES]) or "–"
    if len(names) > _MOST_FILES:
        return line(words, "note_source_more", files=files, n=count(len(names) - _MOST_FILES))
    return line(words, "note_source_files", files=files)
