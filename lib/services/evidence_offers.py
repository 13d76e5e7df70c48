"""The workbench's own outputs as evidence: made on request and frozen as the file they were."""

from dataclasses import dataclass
from datetime import date

from lib.catalog.evidence_forms import load_form
from lib.domain.evidence_items import EvidenceOffer, FormItem, WorkOutput
from lib.domain.office import Office
from lib.domain.periods import PeriodKind
from lib.errors import WorkbenchError
from lib.services.analysis import OfficeData, examine_office, load_office_data, make_periods
from lib.services.evidence_files import attach_file
from lib.services.evidence_meeting import meeting_answers
from lib.services.evidence_state import find_item
from lib.services.evidence_tables import (
    catalogue_table,
    findings_table,
    intake_table,
    recommendations_table,
    visits_table,
)
from lib.services.findings import compute_findings, join_reviews
from lib.services.report import collect_report
from lib.services.report_editions import write_report
from lib.services.sar_report import SarSource, collect_sar_report, make_sar_docx, make_sar_issues
from lib.storage.engine import Store
from lib.thai.dates import format_date

_EMPTY = "ยังไม่มีข้อมูลสำหรับทำหลักฐานนี้"
_WHERE = {
    WorkOutput.INTAKE: "นำเข้าข้อมูลของปีงบประมาณนี้ก่อน",
    WorkOutput.VISITS: "บันทึกการนิเทศที่ทำแล้วในหน้าโรงเรียนก่อน",
    WorkOutput.FINDINGS: "รับข้อค้นพบในหน้าจุดเด่นและจุดที่ควรพัฒนาก่อน",
    WorkOutput.RECOMMENDATIONS: "เขียนข้อเสนอแนะในข้อค้นพบที่รับแล้วก่อน",
    WorkOutput.SAR_READINGS: "รับรายงาน SAR ของปีการศึกษาก่อนหน้าก่อน",
    WorkOutput.MEETING_ANSWERS: "ปักหมุดคำตอบของปีงบประมาณนี้ในหน้าถามในที่ประชุมก่อน",
    WorkOutput.SAR_REPORT: "รับรายงาน SAR ของปีการศึกษาก่อนหน้าก่อน",
}


@dataclass(frozen=True, slots=True)
class _Made:
    content: bytes | None
    ending: str


def attach_output(
    store: Store,
    office: Office,
    form_id: str,
    fiscal_year_be: int,
    item_id: str,
    output: WorkOutput,
    *,
    today: date,
    by: str,
) -> int:
    """Make an output as it stands today and let that very file prove an item.

    Later changes of the data do not reach the attached file.

    Args:
        output: one of the item's offers.

    Returns:
        The evidence id.

    Raises:
        WorkbenchError: the item has no such offer, there is nothing to show yet, or a closed round holds it.
    """
    form = load_form(form_id, fiscal_year_be)
    offer = _find_offer(find_item(form, item_id), output)
    made = _make(store, office, fiscal_year_be, output, today)
    if made.content is None:
        raise WorkbenchError(
            f"{output.label}: {_EMPTY}", f"{_WHERE.get(output, 'นำเข้าข้อมูลก่อน')} ข้อมูลเดิมไม่เปลี่ยน"
        )
    title = f"{output.label} ปีงบประมาณ {fiscal_year_be}"
    attached = attach_file(
        store,
        form_id,
        fiscal_year_be,
        item_id,
        made.content,
        f"{title}.{made.ending}",
        kind=offer.kind,
        title=title,
        note="จัดทำจากระบบตามข้อมูล ณ วันที่ในเอกสาร",
        dated_on=today,
        by=by,
    )
    return attached.evidence_id


def _find_offer(item: FormItem, output: WorkOutput) -> EvidenceOffer:
    for offer in item.offers:
        if offer.output is output:
            return offer
    raise WorkbenchError(
        f"ข้อ {item.number} ไม่ใช้ {output.label} เป็นหลักฐาน", "เลือกจากรายการของข้อนี้ ข้อมูลเดิมไม่เปลี่ยน"
    )


def _make(store: Store, office: Office, fiscal_year_be: int, output: WorkOutput, today: date) -> _Made:
    """Figures of the fiscal year and of the academic year before it, as the committee report pairs them."""
    data, stamp = load_office_data(store), _stamp(office, today)
    if output is WorkOutput.CATALOGUE:
        return _Made(catalogue_table(data, stamp), "xlsx")
    if output is WorkOutput.INTAKE:
        return _Made(intake_table(store, fiscal_year_be, stamp), "xlsx")
    if output is WorkOutput.VISITS:
        return _Made(visits_table(store, data, fiscal_year_be, stamp), "xlsx")
    if output is WorkOutput.MEETING_ANSWERS:
        return _Made(meeting_answers(store, office, data, fiscal_year_be, today), "docx")
    return _make_analysed(store, office, data, fiscal_year_be, output, today)


def _stamp(office: Office, today: date) -> str:
    """Whose record it is, and of which day; the fictional office says so."""
    sample = " (เอกสารตัวอย่าง จัดทำจากข้อมูลสมมติ)" if office.is_sample else ""
    return f"{office.name} จัดทำเมื่อ {format_date(today)}{sample}"


def _make_analysed(
    store: Store, office: Office, data: OfficeData, fiscal_year_be: int, output: WorkOutput, today: date
) -> _Made:
    periods = make_periods(data, fiscal_year_be - 1, fiscal_year_be)
    findings = join_reviews(store, *compute_findings(data, periods)).findings
    years = " และ".join(period.label for period in periods.values())
    if output is WorkOutput.FINDINGS:
        return _Made(findings_table(findings, years, _stamp(office, today)), "xlsx")
    if output is WorkOutput.RECOMMENDATIONS:
        return _Made(recommendations_table(findings, years, _stamp(office, today)), "xlsx")
    found = examine_office(data, periods)
    if output is WorkOutput.COMMITTEE_REPORT:
        content = collect_report(store, office, data, periods, found, findings, made_on=today)
        return _Made(write_report(store, content)[0], "docx")
    year_be = periods[PeriodKind.ACADEMIC_YEAR].year_be
    source = SarSource(data, found, tuple(each.finding for each in findings))
    told = collect_sar_report(store, office, source, year_be, made_on=today)
    if output is WorkOutput.SAR_READINGS:
        return _Made(make_sar_issues(told) if told.reports else None, "xlsx")
    return _Made(make_sar_docx(told, store) if told.reports else None, "docx")
