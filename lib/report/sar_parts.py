"""Small pieces that every part of the report on self-assessments is made of."""

from lib.domain.assessment_synthesis import LevelSynthesis, StandardSummary
from lib.domain.assessments import LevelOfEducation, Place
from lib.domain.documents import Paragraph, Run
from lib.domain.theme_synthesis import ThemedStatement
from lib.thai.numerals import format_number
from lib.thai.person_words import names_person

HIGH = 4  # ดีเลิศ, the level that offices count schools from


def count_text(n: int) -> str:
    return format_number(n, 0)


def pct_text(n: int, total: int) -> str:
    """Share in per cent, two decimals half up; ``–`` of nobody."""
    return format_number(100 * n / total if total else None)


def n_high(row: StandardSummary) -> int:
    """Schools at ดีเลิศ or above."""
    return sum(count.n for count in row.counts if count.level >= HIGH)


def high_word(level: LevelSynthesis) -> str:
    """The word of the lowest level counted as high."""
    return next((c.word for row in level.standards for c in row.counts if c.level == HIGH), "")


def level_figure(year_be: int, row: StandardSummary) -> str:
    """Key of a row's share of high levels, so that the number in the file leads to its data."""
    return f"sar|{year_be}|{row.level_of_education}|{row.number}|{HIGH}-5"


def kind_figure(year_be: int, what: str, level: LevelOfEducation | None = None) -> str:
    return f"sar|{year_be}|{what}|{level or 'all'}"


def said(text: str, figure_id: str | None = None) -> Paragraph:
    return Paragraph((Run(text, figure_id=figure_id),))


def told_words(text: str) -> str:
    """What a report says; of words that name a person only that they stand in the report."""
    return "(ข้อความระบุชื่อบุคคล ดูในต้นฉบับ)" if names_person(text) else text


def place_text(place: Place) -> str:
    """A page, or a sheet and its cell, as a sentence names it."""
    return f"แผ่น {place.sheet} ช่อง {place.cell}" if place.sheet else place.label


def school_word(name: str) -> str:
    """A school as a sentence names it; a name that says its own kind gets no second word."""
    own = ("โรงเรียน", "ศูนย์", "วิทยาลัย", "สถาบัน")
    return name if name.startswith(own) else f"โรงเรียน{name}"


def quoted(statement: ThemedStatement, *, names_schools: bool) -> tuple[Run, ...]:
    """The statement word for word, with its school and page where schools are named."""
    quote = Run(f"“{statement.text}”", verbatim=True)
    if not names_schools:
        return (quote,)
    source = ", ".join(
        part for part in (school_word(statement.school_name), place_text(statement.place)) if part
    )
    return quote, Run(f" ({source})")
