"""Is the area's report on self-assessments ready: what blocks it, and what should be looked at first."""

from lib.domain.sar_report_content import SarReportContent
from lib.services.readiness import Check

_PAGE = "pages/self_assessments.py"


def check_sar_report(content: SarReportContent) -> tuple[Check, ...]:
    """The checklist before release: what blocks comes with the page that mends it."""
    synthesis = content.synthesis
    checks = [_office(content)]
    if not content.reports:
        text = f"ยังไม่มีรายงานของปีการศึกษา {content.academic_year_be}"
        return (Check("block", text, _PAGE), *checks)
    drafts = synthesis.n_reports - synthesis.n_confirmed
    checks.append(
        _asked(drafts, f"ฉบับร่าง {drafts:,} ฉบับยังไม่ได้ตรวจและยืนยัน", "ยืนยันรายงานครบทุกฉบับแล้ว", "review")
    )
    missing = len(synthesis.not_submitted)
    text = f"สถานศึกษา {missing:,} แห่งยังไม่ส่งรายงาน"
    overdue = content.board.days_overdue
    text += f" เกินกำหนด {overdue:,} วัน" if overdue else ""
    checks.append(_asked(missing, text, "สถานศึกษาทุกแห่งส่งรายงานแล้ว", "missing"))
    if missing and content.board.due is None:
        checks.append(Check("ask", "ยังไม่ได้ตั้งวันครบกำหนดส่ง จึงไม่มีจำนวนวันที่เกินกำหนด", _PAGE, view="missing"))
    unthemed = sum(not each.theme_id for each in content.themes.statements)
    checks.append(_asked(unthemed, f"ข้อความ {unthemed:,} ข้อยังไม่เข้าเรื่องใด", "ข้อความทุกข้อเข้าเรื่องแล้ว", "themes"))
    n = content.n_contradictions
    checks.append(_asked(n, f"ข้อที่ขัดกันในรายงาน {n:,} ข้อยังไม่ได้ตอบ", "ไม่มีข้อที่ขัดกันค้างอยู่", "review"))
    checks.append(
        _asked(
            not content.text("sar_advice_text"),
            "ยังไม่ได้เขียนข้อเสนอแนะของสำนักงานเขตพื้นที่การศึกษา เขียนได้ด้านล่างของหน้านี้",
            "มีข้อเสนอแนะของสำนักงานเขตพื้นที่การศึกษาแล้ว",
        )
    )
    return tuple(checks)


def _office(content: SarReportContent) -> Check:
    if content.office.name:
        return Check("done", f"ชื่อสำนักงาน {content.office.name}")
    return Check("block", "ยังไม่ได้ตั้งชื่อสำนักงาน", "pages/settings.py")


def _asked(open_count: int, asks: str, done: str, view: str = "") -> Check:
    return Check("ask", asks, _PAGE, view=view) if open_count else Check("done", done)
