"""What does not add up in a self-assessment, whether as read or as a person corrected it."""

from collections.abc import Collection, Iterator

from lib.domain.assessments import LevelOfEducation, Rating, SelfAssessment, half_up_mean, recomputed_levels
from lib.domain.issues import Issue, Severity
from lib.domain.standards import StandardsCatalogue, StandardSet


def check_self_assessment(
    assessment: SelfAssessment,
    standards: StandardsCatalogue,
    *,
    offered: Collection[LevelOfEducation] | None = None,
    year_be: int | None = None,
) -> tuple[Issue, ...]:
    """Faults of one report.

    Args:
        offered: levels of education the school offers; None while the school is not known.
        year_be: academic year the report was asked for; None when any will do.

    Returns:
        Issues D17, D30–D35; none stops saving a draft.
    """
    return (
        *_year(assessment, year_be),
        *_coverage(assessment, standards, offered),
        *_ratings(assessment, standards),
        *_recomputed(assessment, standards),
        *_overall(assessment),
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
            entry = set_of(assessment, level, standards)
            rated = {r.standard for r in assessment.ratings if r.level_of_education is level}
            missing = [s.id for s in entry.standards if s.id not in rated]
            if missing:
                yield Issue(
                    Severity.WARNING,
                    "D30",
                    f"ระดับ{level.label} ไม่พบระดับคุณภาพของมาตรฐานที่ {', '.join(missing)}",
                    "เทียบกับเล่มรายงานแล้วกรอกเพิ่ม หรือยืนยันว่าโรงเรียนไม่ได้ประเมิน",
                )


def _ratings(assessment: SelfAssessment, standards: StandardsCatalogue) -> Iterator[Issue]:
    for rating in assessment.ratings:
        if rating.level is not None and not 1 <= rating.level <= 5:
            yield Issue(
                Severity.ERROR,
                "D17",
                f"{_name(rating)}: ระดับ {rating.level} อยู่นอกช่วง 1 ถึง 5",
                "กรอกระดับ 1 ถึง 5",
            )
        entry = set_of(assessment, rating.level_of_education, standards)
        if entry.standard(rating.standard) is None:
            yield Issue(
                Severity.WARNING,
                "D35",
                f"{_name(rating)}: ไม่มีมาตรฐานเลขนี้ใน{entry.name}",
                "ตรวจเลขมาตรฐานกับเล่มรายงาน",
            )


def _recomputed(assessment: SelfAssessment, standards: StandardsCatalogue) -> Iterator[Issue]:
    """Stated level of a standard against the mean of its items, once every item is rated."""
    recomputed = recomputed_levels(assessment)
    for rating in assessment.ratings:
        key = (rating.level_of_education, rating.standard)
        if rating.item or rating.level is None or key not in recomputed:
            continue
        standard = set_of(assessment, rating.level_of_education, standards).standard(rating.standard)
        expected = {item.id for item in standard.items} if standard else set()
        rated = {r.item for r in assessment.ratings if (r.level_of_education, r.standard) == key and r.level}
        if expected <= rated and recomputed[key] != rating.level:
            yield Issue(
                Severity.QUESTION,
                "D31",
                f"{_name(rating)}: รายงานระบุระดับ {rating.level} "
                f"แต่ค่าเฉลี่ยของประเด็นพิจารณาได้ระดับ {recomputed[key]}",
                "แสดงทั้งสองค่าไว้ เลือกค่าที่ถูกเมื่อเทียบกับเล่มรายงาน",
            )


def _overall(assessment: SelfAssessment) -> Iterator[Issue]:
    """Stated level of a whole level of education against the mean of its standards."""
    for rating in assessment.overall:
        levels = [
            r.level
            for r in assessment.ratings
            if r.level_of_education is rating.level_of_education and not r.item and r.level is not None
        ]
        if rating.level is not None and len(levels) > 1 and half_up_mean(levels) != rating.level:
            yield Issue(
                Severity.QUESTION,
                "D33",
                f"ภาพรวมระดับ{rating.level_of_education.label}: รายงานระบุระดับ {rating.level} "
                f"แต่ค่าเฉลี่ยของมาตรฐานได้ระดับ {half_up_mean(levels)}",
                "ตรวจระดับของแต่ละมาตรฐานกับเล่มรายงาน",
            )


def set_of(assessment: SelfAssessment, level: LevelOfEducation, standards: StandardsCatalogue) -> StandardSet:
    """The standard set a report follows for a level of education, else the current one."""
    named = [entry for set_id in assessment.standard_sets if (entry := standards.by_id(set_id)) is not None]
    return next((s for s in named if s.level_of_education is level), standards.current(level))


def _name(rating: Rating) -> str:
    item = f" ประเด็น {rating.item}" if rating.item else ""
    return f"ระดับ{rating.level_of_education.label} มาตรฐานที่ {rating.standard}{item}"
