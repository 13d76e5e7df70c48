"""Read a school's self-assessment report: levels, statements, school and year, each with its place."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from lib.catalog.standards import load_standards
from lib.domain.assessments import LevelOfEducation, Rating, SelfAssessment, Statement
from lib.domain.document_text import DocumentText, TableBlock
from lib.domain.issues import Issue, Severity
from lib.domain.sheets import Workbook
from lib.ingest.document_repair import measure_document
from lib.ingest.rating_candidate import Candidate
from lib.ingest.rating_settlement import settle_ratings
from lib.ingest.report_context import Context
from lib.ingest.report_headings import levels_named
from lib.ingest.report_identity import find_report_school, find_report_year
from lib.ingest.report_kinds import names_a_report, names_a_standard, nothing_found, other_document
from lib.ingest.report_lines import Line, lines_of_document, lines_of_workbook
from lib.ingest.report_walk import Walk
from lib.thai.quality import text_quality

FindSchool = Callable[[str, str], str | None]

_LEAST_QUALITY = 0.6
_BEHIND_LEVEL = re.compile(r"(?:ปฐมวัย|ขั้นพื้นฐาน)\s*\(?\s*(ศูนย์[\u0e01-\u0e4e]+)")
_LONGEST_HEAD = 120


def tidy_self_assessment(document: DocumentText, file_name: str, find_school: FindSchool) -> SelfAssessment:
    """The reading of a report that came as a document.

    Args:
        file_name: compared with the year in the text, never the source of it.
        find_school: code and name as written, either may be empty → school_id, or None when not certain.

    Returns:
        What the report says; for a document that is no school's report, no rating and an issue that says so.
    """
    raw = "\n".join(
        "\n".join(cell for row in block.rows for cell in row) if isinstance(block, TableBlock) else block.text
        for block in document.blocks
    )
    quality = measure_document(document.pages) if document.pages else text_quality(raw)
    if document.pages and not document.blocks:
        # Every page was told to be a picture or beyond repair.
        return SelfAssessment(None, "", None, (), (), (), quality, document.issues)
    return _tidy(lines_of_document(document), quality, file_name, find_school, document.issues)


def tidy_assessment_workbook(workbook: Workbook, file_name: str, find_school: FindSchool) -> SelfAssessment:
    """The reading of a report that came as a workbook; places are sheet and cell."""
    lines = lines_of_workbook(workbook)
    quality = text_quality("\n".join(line.text for line in lines))
    return _tidy(lines, quality, file_name, find_school, workbook.issues)


def _tidy(
    lines: Sequence[Line], quality: float, file_name: str, find_school: FindSchool, noticed: tuple[Issue, ...]
) -> SelfAssessment:
    # Pages that cannot be read were told one by one.
    told = any(issue.code in ("D01", "D03") for issue in noticed)
    issues = [*noticed, *(() if told else _quality_issue(quality))]
    other = other_document(lines)
    if other is not None:
        return SelfAssessment(None, "", None, (), (), (), quality, (*issues, other))
    year, year_issues = find_report_year(lines, file_name)
    school = find_report_school(lines, find_school)
    context = Context(year)
    walk = Walk(context)
    walk.read_all(lines)
    named = tuple(dict.fromkeys(level for line in lines for level in levels_named(line.text)))
    sets = _standard_sets(context.candidates, year, _institutions(lines, school.text))
    ratings, overall, doubts = settle_ratings(
        context.candidates, _known_levels(context.candidates) or named, sets
    )
    rated = any(rating.standard for rating in ratings)
    if not (names_a_report(lines) and (rated or context.listed.statements)) and not (
        rated and names_a_standard(lines)
    ):
        found = (*issues, nothing_found())
        return SelfAssessment(school.school_id, school.text, year, (), (), (), quality, found)
    levels = _levels(ratings, named if not ratings else ())
    return SelfAssessment(
        school_id=school.school_id,
        school_text=school.text,
        academic_year_be=year,
        levels=levels,
        ratings=ratings,
        statements=tuple(_of_the_only_level(context.listed.statements, levels)),
        text_quality=quality,
        issues=(*issues, *school.issues, *year_issues, *doubts),
        standard_sets=tuple(sets[level] for level in levels if level in sets),
        overall=overall,
    )


def _of_the_only_level(
    statements: Sequence[Statement], levels: tuple[LevelOfEducation, ...]
) -> Iterator[Statement]:
    """In a report of one level of education every statement is about it."""
    for statement in statements:
        alone = len(levels) == 1 and statement.level_of_education is None
        yield replace(statement, level_of_education=levels[0]) if alone else statement


def _known_levels(candidates: Sequence[Candidate]) -> tuple[LevelOfEducation, ...]:
    """Levels of education that headings or names gave to at least one level."""
    found = (c.level_of_education for c in candidates)
    return tuple(dict.fromkeys(level for level in found if level is not None))


def _levels(ratings: tuple[Rating, ...], named: tuple[LevelOfEducation, ...]) -> tuple[LevelOfEducation, ...]:
    covered = {rating.level_of_education for rating in ratings} | set(named)
    return tuple(level for level in LevelOfEducation if level in covered)


def _standard_sets(
    candidates: Sequence[Candidate], year_be: int | None, names: Sequence[str]
) -> dict[LevelOfEducation, str]:
    """The set each level of education follows.

    The one of this kind of institution, else the current one, else an older whose numbers reach as high;
    in the years of the older sets their words decide where the numbers do not.

    Args:
        names: the school as written and the headings that name a level of education.
    """
    catalogue = load_standards()
    found = {}
    for level in LevelOfEducation:
        highest = max(
            (int(c.standard) for c in candidates if c.standard and c.level_of_education in (level, None)),
            default=0,
        )
        fitting = [s for s in catalogue.sets if s.level_of_education is level and len(s.standards) >= highest]
        own = [s for s in fitting if any(name.startswith(sign) for sign in s.signs for name in names)]
        fitting = own or [s for s in fitting if not s.signs]
        past = [s for s in fitting if year_be is not None and year_be <= (s.until_year_be or 0)]
        words = {c.reading.scale for c in candidates if c.level_of_education in (level, None)}
        if past and "sar5" not in words and "old5" in words:
            fitting = past
        if fitting:
            found[level] = min(fitting, key=lambda s: (not s.current, len(s.standards))).id
    return found


def _institutions(lines: Sequence[Line], school: str) -> tuple[str, ...]:
    """Where a kind of institution is told: the school's name, and what stands behind a level of education."""
    heads = (_BEHIND_LEVEL.search(line.text) for line in lines if len(line.text) <= _LONGEST_HEAD)
    return (school.lstrip("0123456789 "), *(found[1] for found in heads if found))


def _quality_issue(quality: float) -> list[Issue]:
    if quality >= _LEAST_QUALITY:
        return []
    return [
        Issue(
            Severity.WARNING,
            "D21",
            f"ข้อความในไฟล์เพี้ยนหรืออ่านไม่ออกเป็นส่วนมาก (คุณภาพข้อความ {quality:.2f})",
            "เทียบทุกค่ากับเล่มรายงาน หรือขอไฟล์ต้นฉบับจากโรงเรียน",
        )
    ]
