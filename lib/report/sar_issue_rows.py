"""Rows of the list of issues for สมศ.: levels by school, one per statement, one per matter to ask about."""

from collections.abc import Iterator, Sequence

from lib.domain.assessments import LevelOfEducation, Rating, SelfAssessment
from lib.domain.external_board import SchoolOutcome
from lib.domain.recomputed_levels import half_up_mean, recomputed_levels
from lib.domain.sar_report_content import ListedReport, SarReportContent
from lib.domain.schools import School
from lib.domain.standards import LevelVocabulary, StandardSet
from lib.report.sar_annex import about_text, side_text
from lib.report.sar_parts import place_text, told_words
from lib.report.table_workbook import Cell
from lib.thai.dates import format_date, format_moment

NOT_SENT = "ยังไม่ส่งรายงาน"
_NO_LEVEL = "ไม่ระบุ"


def level_rows(content: SarReportContent, words: Sequence[LevelVocabulary]) -> list[tuple[Cell, ...]]:
    """One row per school and level of education that it offers or its report covers.

    Args:
        words: vocabularies of the levels, by scale.
    """
    reports = {report.school.school_id: report for report in content.reports}
    return [
        _row(content, school, reports.get(school.school_id), current, words)
        for school in content.schools
        for current in levels_of(content, school, reports.get(school.school_id))
    ]


def levels_of(
    content: SarReportContent, school: School, report: ListedReport | None
) -> Iterator[StandardSet]:
    """The sets of standards that a school is listed under."""
    for current in content.standards:
        level = current.level_of_education
        if _offers(school, level) or (report and level in report.saved.assessment.levels):
            yield current


def statement_rows(content: SarReportContent) -> list[tuple[Cell, ...]]:
    """One row per statement of every report: school, level, standard, kind, theme, words, page, file."""
    files = {report.saved.report_id: report.saved for report in content.reports}
    names = {count.theme_id: count.name for count in content.themes.counts}
    rows: list[tuple[Cell, ...]] = []
    for said in content.themes.statements:
        saved = files.get(said.report_id)
        rows.append(
            (
                said.school_id,
                said.school_name,
                said.cluster,
                said.level_of_education.label if said.level_of_education else _NO_LEVEL,
                said.standard,
                said.kind.label,
                names.get(said.theme_id, "ยังไม่เข้าเรื่องใด"),
                told_words(said.text),
                said.place.page if said.place.page is not None else place_text(said.place),
                saved.file_name if saved else "",
                saved.status.label if saved else "",
            )
        )
    return rows


def _row(
    content: SarReportContent,
    school: School,
    report: ListedReport | None,
    current: StandardSet,
    words: Sequence[LevelVocabulary],
) -> tuple[Cell, ...]:
    level = current.level_of_education
    cells: list[Cell] = [school.name, level.label, school.smis_code, school.moe_code, school.obec_code]
    cells += [school.cluster, status_text(report)]
    found = report.saved.assessment if report else None
    levels = list(_levels(found, current, words))
    unused: list[Cell] = [None] * (2 * (_most_standards(content) - len(current.standards)))
    cells += [*levels[:-2], *unused, *levels[-2:]]
    return tuple(cells)


def _most_standards(content: SarReportContent) -> int:
    return max(len(each.standards) for each in content.standards)


def _offers(school: School, level: LevelOfEducation) -> bool:
    early = level is LevelOfEducation.EARLY_CHILDHOOD
    return school.offers_early_childhood if early else school.offers_basic


def status_text(report: ListedReport | None) -> str:
    if report is None:
        return NOT_SENT
    label = report.saved.status.label
    when = format_moment(report.saved.saved_at)
    return f"{label} {report.saved.saved_by} {when}" if report.is_confirmed else label


def _levels(
    found: SelfAssessment | None, current: StandardSet, words: Sequence[LevelVocabulary]
) -> Iterator[Cell]:
    """Stated and recomputed level of each standard, then of the whole: the mean of its standards."""
    level = current.level_of_education
    own = [r for r in found.ratings if r.level_of_education is level] if found else []
    stated = {r.standard: r for r in own if not r.item and r.level is not None}
    recomputed = recomputed_levels(found) if found else {}
    known: list[int] = []
    for standard in current.standards:
        rating = stated.get(standard.id)
        mean = recomputed.get((level, standard.id))
        yield _stated(rating, words)
        yield mean
        told = rating.level if rating else mean
        known += [told] if told is not None else []
    overall = next((r for r in found.overall if r.level_of_education is level), None) if found else None
    yield _stated(overall if overall and overall.level is not None else None, words)
    yield half_up_mean(known) if len(known) == len(current.standards) else None


def _stated(rating: Rating | None, words: Sequence[LevelVocabulary]) -> str:
    """``ดีเลิศ (4) หน้า 12``; empty where the report states none."""
    if rating is None or rating.level is None:
        return ""
    vocabulary = next((each for each in words if each.scale == rating.scale), words[0])
    return f"{vocabulary.word(rating.level)} ({rating.level}) {place_text(rating.place)}".strip()


def matter_rows(content: SarReportContent) -> list[tuple[Cell, ...]]:
    """One row per matter to ask about: contradictions, results that point elsewhere, external assessment."""
    reports = {report.school.school_id: report for report in content.reports}
    rows: list[tuple[Cell, ...]] = []
    for school in content.schools:
        report = reports.get(school.school_id)
        for current in levels_of(content, school, report):
            level = current.level_of_education
            told = [("ข้อที่ขัดกันในรายงาน", text) for text in contradictions(report, level)]
            told += [("ผลจริงที่ควรสอบถาม", text) for text in disagreements(content, school, level)]
            told += [("ผลประเมินภายนอกล่าสุด", text) for text in outcomes(content, school, level)]
            told += [("ข้อเสนอแนะ สมศ. ที่ยังไม่เสร็จ", text) for text in unfinished(content, school, level)]
            rows += [
                (school.school_id, school.name, school.cluster, level.label, kind, text)
                for kind, text in told
            ]
    return rows


def contradictions(report: ListedReport | None, level: LevelOfEducation) -> list[str]:
    """What a report says against itself, with both pages."""
    found = [c for c in report.contradictions if c.level_of_education is level] if report else []
    return [f"{about_text(c)}: {c.kind.label} {side_text(c.first)} แต่ {side_text(c.second)}" for c in found]


def disagreements(content: SarReportContent, school: School, level: LevelOfEducation) -> list[str]:
    """Where its own level and its results point apart: what to ask."""
    told = []
    for matrix in content.matrices:
        if matrix.about.level_of_education is not level:
            continue
        for one in (*matrix.overrated, *matrix.underrated):
            if one.school_id == school.school_id:
                results = ", ".join(
                    f"{r.short} {r.own} ของเขต {r.against}" for r in one.telling(one.measured)
                )
                told.append(f"{matrix.about.number} {one.level_label} ({one.place}) {results}")
    return told


def outcomes(content: SarReportContent, school: School, level: LevelOfEducation) -> list[str]:
    """Its latest external outcomes."""
    own = [
        each for each in content.external.outcomes if each.school_id == school.school_id and each.is_latest
    ]
    return [_outcome(each) for each in own if _speaks_of(each.level_name, level)]


def unfinished(content: SarReportContent, school: School, level: LevelOfEducation) -> list[str]:
    """External recommendations that are not done."""
    return [
        f"{told_words(each.statement.text)} ({each.follow_up.status.label})"
        for each in content.external.recommendations
        if each.school_id == school.school_id and each.is_open and _speaks_of(each.level_names, level)
    ]


def _speaks_of(level_names: str, level: LevelOfEducation) -> bool:
    """Whether an outcome is of this level of education; one that names neither is shown with both."""
    named = [each for each in LevelOfEducation if each.label in level_names]
    return level in named or not named


def _outcome(each: SchoolOutcome) -> str:
    when = f" ({format_date(each.assessed_on, short=True)})" if each.assessed_on else ""
    results = ", ".join(f"{result.standard_name} {result.result}" for result in each.results)
    return f"{each.told}{when}: {results}"
