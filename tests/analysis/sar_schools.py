"""Builders of schools with reports for the tests of the synthesis."""

from lib.domain.assessment_synthesis import SchoolReport
from lib.domain.assessments import LevelOfEducation, Rating, ReportStatus, SelfAssessment

BASIC, EARLY = LevelOfEducation.BASIC, LevelOfEducation.EARLY_CHILDHOOD


def rating(level: int | None, standard: str = "1", item: str = "", scale: str = "sar5") -> Rating:
    return Rating(BASIC, standard, item, level, scale)


def sent(
    number: int,
    *ratings: Rating,
    offers: tuple[LevelOfEducation, ...] = (BASIC,),
    covers: tuple[LevelOfEducation, ...] = (BASIC,),
    cluster: str = "กลุ่ม ก",
    size: str = "เล็ก",
    district: str = "เมือง",
    sets: tuple[str, ...] = ("basic_2561",),
    status: ReportStatus = ReportStatus.DRAFT,
) -> SchoolReport:
    """A school with a report."""
    assessment = SelfAssessment("", "", 2566, covers, ratings, (), 1.0, (), sets)
    return SchoolReport(
        f"S{number}", f"โรงเรียน {number}", cluster, offers, status, assessment, district, size
    )


def silent(
    number: int, offers: tuple[LevelOfEducation, ...] = (BASIC,), cluster: str = "กลุ่ม ข"
) -> SchoolReport:
    """A school without one."""
    return SchoolReport(f"S{number}", f"โรงเรียน {number}", cluster, offers, district="เมือง", size="เล็ก")
