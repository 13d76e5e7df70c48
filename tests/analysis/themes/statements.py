"""Statements of fictional schools to be put to themes."""

from datetime import UTC, datetime

from lib.analysis.theme_keys import statement_key
from lib.domain.assessments import LevelOfEducation, Place, StatementKind
from lib.domain.theme_synthesis import ThemeBasis, ThemedStatement
from lib.domain.themes import ThemeChoice

BASIC = LevelOfEducation.BASIC


def said(
    text: str,
    *,
    school: int = 1,
    kind: StatementKind = StatementKind.STRENGTH,
    level: LevelOfEducation | None = BASIC,
    theme: str = "",
    page: int = 1,
    cluster: str = "กลุ่ม 1",
) -> ThemedStatement:
    """One statement, put to a theme already where ``theme`` names one."""
    return ThemedStatement(
        report_id=school,
        school_id=f"9901{school:04d}",
        school_name=f"บ้านทดสอบ {school}",
        cluster=cluster,
        kind=kind,
        level_of_education=level,
        standard="",
        text=text,
        place=Place(page, page),
        key=statement_key(text, level),
        theme_id=theme,
        basis=ThemeBasis.WORDS if theme else ThemeBasis.NONE,
        why=(),
    )


def chosen(text: str, theme_id: str, level: LevelOfEducation | None = BASIC) -> dict[str, ThemeChoice]:
    """A person's choice for a wording, by its key."""
    key = statement_key(text, level)
    return {key: ThemeChoice(key, text, theme_id, 1, datetime(2026, 5, 4, 2, 30, tzinfo=UTC), "ศน.หนึ่ง")}
