"""What does not add up in a self-assessment, whether as read or as a person corrected it."""

from collections.abc import Collection, Iterator

from lib.domain.assessments import LevelOfEducation, SelfAssessment
from lib.domain.issues import Issue, Severity
from lib.domain.standards import StandardsCatalogue
from lib.validation.self_assessment_contradictions import ItemsOf, contradiction_issue, find_contradictions
from lib.validation.self_assessment_sets import set_of


def check_self_assessment(
    assessment: SelfAssessment,
    standards: StandardsCatalogue,
    *,
    offered: Collection[LevelOfEducation] | None = None,
    year_be: int | None = None,
    items_of: ItemsOf | None = None,
) -> tuple[Issue, ...]:
    """Faults of one report.

    Args:
        offered: levels of education the school offers; None while the school is not known.
        year_be: academic year the report was asked for; None when any will do.
        items_of: which items a strength speaks of; None leaves praise uncompared.

    Returns:
        Issues D15–D17, D30–D36; none stops saving a draft.
    """
    return (
        *_year(assessment, year_be),
        *_coverage(assessment, standards, offered),
        *_ratings(assessment, standards),
        *map(contradiction_issue, find_contradictions(assessment, standards, items_of)),
    )


def missing_standards(
    assessment: SelfAssessment, level: LevelOfEducation, standards: StandardsCatalogue
) -> tuple[str, ...]:
    """Numbers of the standards that a report gives no level of, in the order of its set."""
    rated = {r.standard for r in assessment.ratings if r.level_of_education is level}
    return tuple(s.id for s in set_of(assessment, level, standards).standards if s.id not in rated)


def missing_issue(level: LevelOfEducation, missing: Collection[str]) -> Issue:
    """The remark on standards without a level."""
    return Issue(
        Severity.WARNING,
        "D30",
        f"ระดับ{level.label} ไม่พบระดับคุณภาพของมาตรฐานที่ {', '.join(missing)}",
        "เทียบกับเล่มรายงานแล้วกรอกเพิ่ม หรือยืนยันว่าโรงเรียนไม่ได้ประเมิน",
    )


def _year(assessment: SelfAssessment, year_be: int | None) -> Iterator[Issue]:
    if year_be is not None and assessment.academic_year_be not in (None, year_be):
        yield Issue(
            Severity.QUESTION,
            "D34",
            f"รายงานเป็นปีการศึกษา {assessment.academic_year_be} แต่กำลังรวบรวมปีการศึกษา {year_be}",
            "ตรวจว่าโรงเรียนส่งรายงานถูกปี",
        )


def _coverage(
    assessment: SelfAssessment, standards: StandardsCatalogue, offered: Collection[LevelOfEducation] | None
) -> Iterator[Issue]:
    """Standards without a rating, levels of education missing or not offered."""
    for level in LevelOfEducation:
        covered = level in assessment.levels
        if offered is not None and covered and level not in offered:
            yield Issue(
                Severity.QUESTION,
                "D32",
                f"รายงานมีผลระดับ{level.label} แต่ทะเบียนระบุว่าโรงเรียนไม่เปิดสอนระดับนี้",
                "ตรวจทะเบียนโรงเรียน หรือแก้ระดับการศึกษาในรายงาน",
            )
        if offered is not None and not covered and level in offered:
            yield Issue(
                Severity.WARNING,
                "D30",
                f"ไม่พบผลการประเมินระดับ{level.label} ที่โรงเรียนเปิดสอน",
                "สอบถามโรงเรียนว่าส่งรายงานอีกเล่มหรือไม่",
            )
        if covered:
            missing = missing_standards(assessment, level, standards)
            if missing:
                yield missing_issue(level, missing)


def _ratings(assessment: SelfAssessment, standards: StandardsCatalogue) -> Iterator[Issue]:
    for rating in assessment.ratings:
        if rating.level is not None and not 1 <= rating.level <= 5:
            yield Issue(
                Severity.ERROR,
                "D17",
                f"{rating.name}: ระดับ {rating.level} อยู่นอกช่วง 1 ถึง 5",
                "กรอกระดับ 1 ถึง 5",
            )
        entry = set_of(assessment, rating.level_of_education, standards)
        if entry.standard(rating.standard) is None:
            yield Issue(
                Severity.WARNING,
                "D35",
                f"{rating.name}: ไม่มีมาตรฐานเลขนี้ใน{entry.name}",
                "ตรวจเลขมาตรฐานกับเล่มรายงาน",
            )
