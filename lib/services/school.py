"""One school on one page: who it is, its figures beside the area's, its findings, its own levels."""

import math
from dataclasses import dataclass

from lib.analysis.examination import Examination
from lib.analysis.school_profile import SchoolFigure, school_profile
from lib.analysis.sources import school_sources
from lib.domain.assessments import SavedSelfAssessment
from lib.domain.indicators import DomainArea
from lib.domain.observations import WHOLE_YEAR
from lib.domain.periods import Period
from lib.domain.schools import School, SizeScheme
from lib.services.analysis import OfficeData
from lib.services.findings import FindingsResult, ReviewedFinding
from lib.services.indicator_words import make_words
from lib.services.register import size_name
from lib.services.school_levels import OwnLevel, own_levels
from lib.services.self_assessments import load_reports
from lib.storage.engine import Store
from lib.thai.text import sort_key

_LINE_YEARS = 3


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """One line of a school's table, as printed; ``line`` is None where a year has no figure.

    Attributes:
        source_file / source_ref: the way home of the value.
    """

    indicator_id: str
    name: str
    period: Period
    value: str
    n: int | None
    area: str
    relation: str
    change: str
    line: tuple[float | None, ...]
    source_file: str
    source_ref: str


@dataclass(frozen=True, slots=True)
class DomainSection:
    """A domain's key indicators with a figure of this school, and how many have none."""

    domain: DomainArea
    rows: tuple[IndicatorRow, ...]


@dataclass(frozen=True, slots=True)
class SchoolView:
    """Everything the school's page shows.

    Attributes:
        facts: (label, words) of the header, unknown ones left out; a label the words begin with is empty.
        report: its latest self-assessment report, None when none was sent.
    """

    school: School
    facts: tuple[tuple[str, str], ...]
    sentence: str
    sections: tuple[DomainSection, ...]
    findings: tuple[ReviewedFinding, ...]
    report: SavedSelfAssessment | None
    levels: tuple[OwnLevel, ...]


def list_schools(data: OfficeData) -> tuple[School, ...]:
    """Schools of the office in dictionary order."""
    return tuple(sorted(data.schools, key=lambda school: (sort_key(school.name), school.school_id)))


def school_label(school: School) -> str:
    """Name with code and cluster, so that namesakes differ and any of them can be typed."""
    return " · ".join(part for part in (school.name, school.school_id, school.cluster) if part)


def load_school_view(
    store: Store,
    data: OfficeData,
    found: Examination,
    findings: FindingsResult,
    school_id: str,
    scheme: SizeScheme,
) -> SchoolView:
    """Everything known of one school in the years examined.

    Raises:
        KeyError: the school is not in the register, or closed.
    """
    school = next((one for one in data.schools if one.school_id == school_id), None)
    if school is None:
        raise KeyError(school_id)
    figures = [one for one in school_profile(found, school_id) if one.indicator.key_indicator]
    sources = school_sources(data.observations, school_id)
    rows = {one.indicator.id: _row(one, found, sources) for one in figures}
    sections = tuple(
        DomainSection(
            domain, tuple(rows[one.indicator.id] for one in figures if one.indicator.domain == domain.id)
        )
        for domain in data.catalogue.domains
    )
    own = tuple(
        each
        for each in findings.findings
        if each.finding.scope == "school" and each.finding.scope_id == school_id
    )
    reports = [report for report in load_reports(store) if report.school_id == school_id]
    report = max(reports, key=lambda one: one.academic_year_be, default=None)
    return SchoolView(
        school,
        _facts(school, scheme),
        _sentence(figures, own, report),
        sections,
        own,
        report,
        own_levels(report),
    )


def _facts(school: School, scheme: SizeScheme) -> tuple[tuple[str, str], ...]:
    pupils = "" if school.pupils is None else f"{school.pupils:,} คน"
    facts = (
        ("รหัส SMIS", school.smis_code),
        ("รหัส OBEC", school.obec_code),
        ("รหัสกระทรวง", school.moe_code),
        ("กลุ่มโรงเรียน", school.cluster),
        ("อำเภอ", school.district),
        ("ระดับที่เปิดสอน", school.level),
        ("ขนาด", size_name(school, scheme)),
        ("นักเรียน", pupils),
    )
    # "กลุ่มโรงเรียน กลุ่มโรงเรียนสายน้ำ" would say it twice
    return tuple(("" if text.startswith(label) else label, text) for label, text in facts if text)


def _sentence(
    figures: list[SchoolFigure], own: tuple[ReviewedFinding, ...], report: SavedSelfAssessment | None
) -> str:
    now = sum(math.isfinite(one.value) for one in figures)
    strong = sum(each.finding.kind == "strength" for each in own)
    weak = sum(each.finding.kind == "improvement_area" for each in own)
    sent = "ยังไม่มีรายงาน SAR ในระบบ" if report is None else f"SAR ปีการศึกษา {report.academic_year_be}"
    return f"มีข้อมูลตัวชี้วัดหลัก {now:,} ตัว · จุดเด่น {strong:,} ข้อ · จุดที่ควรพัฒนา {weak:,} ข้อ · {sent}"


def _row(
    one: SchoolFigure, found: Examination, sources: dict[tuple[str, int, int], tuple[str, str]]
) -> IndicatorRow:
    words = make_words(one.indicator, found.rules)
    mark = words.mark(one.relation, small=one.small)
    file, place = sources.get((one.indicator.id, one.period.year_be, one.period.term or WHOLE_YEAR), ("", ""))
    known = dict(one.years)
    last = one.period.year_be
    # a sum of the area is no measure for one school
    area = "" if one.indicator.sums else words.bare(one.area)
    relation = "" if one.indicator.sums else words.relation(mark, one.value, one.area, one.n)
    line = (known.get(year, math.nan) for year in range(last - _LINE_YEARS + 1, last + 1))
    return IndicatorRow(
        one.indicator.id,
        one.indicator.name,
        one.period,
        words.figure(one.value),
        round(one.n) if one.indicator.has_n and math.isfinite(one.n) else None,
        area,
        relation,
        words.signed_change(one.value, one.change, one.certain),
        tuple(value if math.isfinite(value) else None for value in line),
        file,
        place,
    )
