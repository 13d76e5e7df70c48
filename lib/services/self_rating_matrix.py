"""Schools' own levels against their measured results, for the page, the report and the school."""

from collections.abc import Sequence
from dataclasses import dataclass

from lib.analysis.examination import Examination
from lib.analysis.self_rating_matrix import make_self_rating_matrix
from lib.analysis.self_rating_results import LinkedResults
from lib.catalog.self_rating_links import load_self_rating_links
from lib.catalog.standards import load_standards
from lib.domain.assessments import LevelOfEducation, ReportStatus, SavedSelfAssessment
from lib.domain.findings import Finding
from lib.domain.schools import School
from lib.domain.self_rating_matrix import RatedItem, SelfRatingMatrix, Submitted
from lib.domain.self_ratings import LinkedItem, SelfRating
from lib.domain.standards import StandardLink
from lib.services.analysis import OfficeData
from lib.services.report_reading import levels_offered
from lib.services.self_ratings import item_name, self_ratings_of
from lib.storage.engine import Store, reading
from lib.storage.self_assessments import load_reports

CAPTION = (
    "ระดับใน SAR วัดกระบวนการและผลเทียบกับค่าเป้าหมายที่โรงเรียนตั้งเอง ส่วนผลในระบบเทียบกับค่าของเขต "
    "ที่ไม่ตรงกันจึงเป็นคำถามที่ควรไปดูหลักฐานด้วยกัน ไม่ใช่ข้อสรุปว่าใครผิด และไม่บอกสาเหตุ"
)


@dataclass(frozen=True, slots=True, eq=False)
class MatrixSource:
    """Everything the matrices of one academic year are made of, read once.

    Attributes:
        ratings: of reports of the year, drafts too.
        reports: of the year by school.
        items: what can be laid against results, in the order of the links; those without a figure too.
    """

    year_be: int
    linked: LinkedResults
    ratings: tuple[SelfRating, ...]
    reports: dict[str, SavedSelfAssessment]
    schools: tuple[School, ...]
    items: tuple[RatedItem, ...]

    def has_results(self, about: RatedItem) -> bool:
        """Whether any school has a result of the year that speaks to the item."""
        return any(self.linked.has_figures(each, self.year_be) for each in about.indicator_ids)


def load_source(
    store: Store, data: OfficeData, found: Examination, findings: Sequence[Finding], year_be: int
) -> MatrixSource:
    """Reports and results of an academic year.

    Args:
        found / findings: of that academic year; results of another year do not count.
    """
    with reading(store) as session:
        reports = load_reports(session, year_be)
    links = load_self_rating_links()
    return MatrixSource(
        year_be,
        LinkedResults(found, findings),
        self_ratings_of(reports, load_standards(), links, with_drafts=True),
        {report.school_id: report for report in reports},
        data.schools,
        rated_items(links),
    )


def rated_items(links: Sequence[StandardLink]) -> tuple[RatedItem, ...]:
    """The standards and items that indicators are linked to, ขั้นพื้นฐาน first as the links have it."""
    linked: dict[LinkedItem, tuple[str, ...]] = {}
    for link in links:
        about = LinkedItem(link.level_of_education, link.standard, link.item)
        linked[about] = (*linked.get(about, ()), *link.indicator_ids)
    standards = load_standards()
    return tuple(
        RatedItem(
            about.level_of_education,
            about.standard,
            about.item,
            item_name(about, standards.current(about.level_of_education)),
            indicator_ids,
        )
        for about, indicator_ids in linked.items()
    )


def make_matrix(
    source: MatrixSource, about: RatedItem, indicator_id: str = "", *, with_drafts: bool = False
) -> SelfRatingMatrix:
    """One matrix.

    Args:
        indicator_id: one indicator of the item; empty takes all together.
        with_drafts: reports that nobody has confirmed are counted too.
    """
    level = about.level_of_education
    offering = [school for school in source.schools if level in levels_offered(school)]
    sent = {
        school.school_id: source.reports[school.school_id]
        for school in offering
        if school.school_id in source.reports and _covers(source.reports[school.school_id], level)
    }
    confirmed = {each for each, report in sent.items() if report.status is ReportStatus.CONFIRMED}
    counted = set(sent) if with_drafts else confirmed
    own = [r for r in source.ratings if r.about == about.linked and r.school_id in counted]
    submitted = Submitted(
        source.year_be,
        len(source.schools),
        len(offering),
        len(sent),
        len(confirmed),
        len(counted) - len(own),
    )
    return make_self_rating_matrix(
        source.linked, about, own, submitted, indicator_id=indicator_id, with_drafts=with_drafts
    )


def load_matrices(
    store: Store,
    data: OfficeData,
    found: Examination,
    findings: Sequence[Finding],
    year_be: int,
    *,
    with_drafts: bool = False,
) -> tuple[SelfRatingMatrix, ...]:
    """One matrix per standard and item with results, all indicators together; without a report none."""
    source = load_source(store, data, found, findings, year_be)
    made = (
        make_matrix(source, about, with_drafts=with_drafts)
        for about in source.items
        if source.has_results(about)
    )
    return tuple(matrix for matrix in made if matrix.schools)


def _covers(report: SavedSelfAssessment, level: LevelOfEducation) -> bool:
    rated = (rating.level_of_education for rating in report.assessment.ratings)
    return level in report.assessment.levels or level in rated
