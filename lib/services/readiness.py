"""Is the report ready for the committee: what blocks it, and what should be looked at first."""

from dataclasses import dataclass
from typing import Literal

from lib.domain.indicators import Catalogue
from lib.domain.report_content import ReportContent
from lib.services.findings import ReviewedFinding, asked


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the checklist; ``page`` is the file of the page that mends it."""

    state: Literal["done", "ask", "block"]
    text: str
    page: str = ""


def check_readiness(
    content: ReportContent, findings: tuple[ReviewedFinding, ...], catalogue: Catalogue
) -> tuple[Check, ...]:
    """The checklist before release, errors first in meaning: figures, findings, texts, evidence."""
    checks = []
    empty = [catalogue.domain(domain.domain_id).name for domain in content.domains if not domain.rows]
    if len(empty) == len(content.domains):
        checks.append(Check("block", "ยังไม่มีข้อมูลของด้านใดในปีที่เลือก", "pages/data_import.py"))
    elif empty:
        checks.append(Check("ask", f"ยังไม่มีข้อมูลของ {', '.join(empty)}", "pages/data_import.py"))
    else:
        checks.append(Check("done", "มีข้อมูลครบทั้ง 4 ด้าน"))
    stale = sum(each.stale for each in findings)
    if stale:
        text = f"ข้อค้นพบ {stale:,} ข้อ ตัวเลขเปลี่ยนหลังพิจารณา ต้องพิจารณาใหม่"
        checks.append(Check("block", text, "pages/findings.py"))
    new = [each.finding.scope for each in asked(findings) if each.review.status == "new"]
    if new:
        shared = new.count("schools")
        text = f"ข้อค้นพบของเขต {len(new) - shared:,} ข้อ และเรื่องที่โรงเรียนต่างกัน {shared:,} ข้อ ยังไม่พิจารณา"
        checks.append(Check("ask", text, "pages/findings.py"))
    else:
        checks.append(Check("done", "พิจารณาข้อค้นพบของเขตและเรื่องที่โรงเรียนต่างกันครบแล้ว"))
    accepted = content.all_findings
    without = sum(each.finding.kind == "improvement_area" and not each.recommendations for each in accepted)
    if not accepted:
        checks.append(Check("ask", "ยังไม่มีข้อค้นพบที่รับเข้ารายงาน", "pages/findings.py"))
    elif without:
        checks.append(Check("ask", f"จุดที่ควรพัฒนา {without:,} ข้อยังไม่มีข้อเสนอแนะ", "pages/findings.py"))
    else:
        checks.append(Check("done", "จุดที่ควรพัฒนาทุกข้อมีข้อเสนอแนะ"))
    sar = Check("done", "มีผลสังเคราะห์ SAR ของปีที่เลือก")
    if not content.sar:
        sar = Check("ask", "ยังไม่มีรายงาน SAR ของปีที่เลือก", "pages/self_assessments.py")
    kpi = Check("done", f"แบบ ARS 46 ได้ระดับ {content.kpi.level_text}") if content.kpi else None
    checks += [sar, kpi or Check("ask", "ยังไม่ได้กรอกแบบ ARS 46 ของปีงบประมาณ", "pages/kpi_form.py")]
    if content.office_short_name:
        checks.append(Check("done", f"ชื่อสำนักงาน {content.office_name}"))
    else:
        checks.append(Check("block", "ยังไม่ได้ตั้งชื่อสำนักงาน", "pages/settings.py"))
    return tuple(checks)
