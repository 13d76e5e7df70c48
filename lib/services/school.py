"""One school on one page: who it is, its figures beside others', its findings, its own levels."""

import math
from dataclasses import dataclass

from lib.analysis.examination import Examination
from lib.analysis.school_profile import SchoolFigure, school_profile
from lib.analysis.school_silence import looked_at_school
from lib.analysis.sources import school_sources
from lib.domain.assessments import SavedSelfAssessment
from lib.domain.findings import LookedAtCell
from lib.domain.schools import School, SizeScheme
from lib.errors import WorkbenchError
from lib.services.analysis import OfficeData
from lib.services.findings import FindingsResult, ReviewedFinding
from lib.services.register import size_name
from lib.services.school_findings import FindingLine, finding_lines, surest_by_indicator
from lib.services.school_levels import OwnLevel, own_levels
from lib.services.school_rows import DomainSection, make_row, make_section
from lib.services.self_assessments import load_reports
from lib.storage.engine import Store
from lib.thai.text import sort_key

#: The figure whose n are the teachers at work.
_TEACHERS = "personnel.student_teacher_ratio"


@dataclass(frozen=True, slots=True)
class SchoolView:
    """Everything the school's page and its sheet for a visit show.

    Attributes:
        facts: (label, words) of the header, unknown ones left out; a label the words begin with is empty.
        sections: the domains in the office's order, those without a figure too.
        lines: what the rules found, the surest first, without what people have ``rejected``.
        quiet: key indicators that were examined and gave no finding, each with the reason.
        report: its latest self-assessment report, None when none was sent.
        n_peers: like schools it is shown beside; 0 where it has none.
        data_version: of the figures.
    """

    school: School
    facts: tuple[tuple[str, str], ...]
    sentence: str
    sections: tuple[DomainSection, ...]
    lines: tuple[FindingLine, ...]
    rejected: tuple[ReviewedFinding, ...]
    quiet: tuple[LookedAtCell, ...]
    report: SavedSelfAssessment | None
    levels: tuple[OwnLevel, ...]
    n_peers: int
    data_version: int


def list_schools(data: OfficeData) -> tuple[School, ...]:
    """Schools of the office in dictionary order."""
    return tuple(sorted(data.schools, key=lambda school: (sort_key(school.name), school.school_id)))


def school_label(school: School) -> str:
    """Name with code and cluster, so that namesakes differ and any of them can be typed."""
    return " · ".join(part for part in (school.name, school.school_id, school.cluster) if part)


def find_school(data: OfficeData, asked: str) -> School:
    """The open school of a code (ours, SMIS, OBEC or ministry) or of a name that only one bears.

    Raises:
        WorkbenchError: there is none, or several bear the name.
    """
    wanted = asked.strip().removeprefix("โรงเรียน").strip()
    found = [
        school
        for school in data.schools
        if wanted
        and wanted in (school.school_id, school.smis_code, school.obec_code, school.moe_code, school.name)
    ]
    if not found:
        raise WorkbenchError(f"ไม่พบโรงเรียน “{asked}” ในทะเบียนที่เปิดทำการอยู่", "ใช้รหัสโรงเรียนหรือชื่อเต็มตามทะเบียน")
    if len(found) > 1:
        codes = ", ".join(school.school_id for school in found)
        raise WorkbenchError(f"มีโรงเรียนชื่อ “{asked}” {len(found):,} แห่ง", f"ใช้รหัสโรงเรียนแทนชื่อ: {codes}")
    return found[0]


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
    figures = school_profile(found, school_id)
    own = [
        each
        for each in findings.findings
        if each.finding.scope == "school" and each.finding.scope_id == school_id
    ]
    rejected = tuple(each for each in own if each.review.status == "rejected" and not each.stale)
    kept = [each for each in own if each not in rejected]
    lines = finding_lines(school.name, kept, data.catalogue.by_id, found.rules)
    surest = surest_by_indicator(lines)
    sources = school_sources(data.observations, school_id)
    rows = [make_row(one, found, sources, surest.get(one.indicator.id)) for one in figures]
    reports = [report for report in load_reports(store) if report.school_id == school_id]
    report = max(reports, key=lambda one: one.academic_year_be, default=None)
    place = next(i for i, one in enumerate(found.cube.schools) if one.school_id == school_id)
    return SchoolView(
        school,
        _facts(school, scheme, figures),
        _sentence(figures, lines, report),
        tuple(make_section(domain, rows) for domain in data.catalogue.domains),
        lines,
        rejected,
        tuple(
            cell
            for cell in looked_at_school(found, [each.finding for each in own], school_id)
            if data.catalogue.by_id[cell.indicator_id].key_indicator
        ),
        report,
        own_levels(report, [each.finding for each in kept]),
        len(found.peers.of(place)),
        data.version,
    )


def _facts(
    school: School, scheme: SizeScheme, figures: tuple[SchoolFigure, ...]
) -> tuple[tuple[str, str], ...]:
    pupils = "" if school.pupils is None else f"{school.pupils:,} คน"
    staff = next((one.n for one in figures if one.indicator.id == _TEACHERS), math.nan)
    facts = (
        ("กลุ่มโรงเรียน", school.cluster),
        ("อำเภอ", school.district),
        ("ระดับที่เปิดสอน", school.level),
        ("ขนาด", size_name(school, scheme)),
        ("นักเรียน", pupils),
        ("ครู", f"{staff:,.0f} คน" if math.isfinite(staff) else ""),
        ("รหัส SMIS", school.smis_code),
        ("รหัส OBEC", school.obec_code),
        ("รหัสกระทรวง", school.moe_code),
    )
    # "กลุ่มโรงเรียน กลุ่มโรงเรียนสายน้ำ" would say it twice
    return tuple(("" if text.startswith(label) else label, text) for label, text in facts if text)


def _sentence(
    figures: tuple[SchoolFigure, ...], lines: tuple[FindingLine, ...], report: SavedSelfAssessment | None
) -> str:
    now = sum(math.isfinite(one.value) and one.indicator.key_indicator for one in figures)
    sure = [line.finding.kind for line in lines if line.finding.tier == 1]
    likely = sum(line.finding.tier == 2 for line in lines)
    sent = "ยังไม่มีรายงาน SAR ในระบบ" if report is None else f"SAR ปีการศึกษา {report.academic_year_be}"
    return (
        f"มีข้อมูลตัวชี้วัดหลัก {now:,} ตัว ต่างเกินความผันผวน: จุดเด่น {sure.count('strength'):,} เรื่อง "
        f"จุดที่ควรพัฒนา {sure.count('improvement_area'):,} เรื่อง · น่าจะต่าง {likely:,} เรื่อง · {sent}"
    )
