"""A small KPI form as the committee report tells it: one round handed in below its claim, one open."""

from dataclasses import replace

from lib.domain.kpi_report import KpiEvidenceLine, KpiFormReport, KpiRoundReport

FIRST = KpiRoundReport(
    "6",
    "รอบ 6 เดือน",
    "31 มี.ค. 2568",
    "ส่งแล้ว",
    2,
    2,
    "ระดับ 2",
    "ระดับ 2",
    2.0,
    0.04,
    "คะแนน 2 × น้ำหนักร้อยละ 2.00 ÷ 100 = คะแนนถ่วงน้ำหนัก 0.04",
    ("ระดับ 1 ครบ", "ระดับ 2 ครบ"),
    claimed=3,
    claimed_text="ระดับ 3",
    claimed_reason="ลงพื้นที่แล้วแต่ยังไม่มีรายงาน",
    missing=((3, "ยังไม่ได้กรอก หน้าที่"),),
    is_reported=True,
)
SECOND = replace(
    FIRST,
    round_id="9",
    name="รอบ 9 เดือน",
    status="เปิดอยู่",
    cap=4,
    cap_text="ระดับ 4",
    claimed=None,
    claimed_text="",
    is_reported=False,
)


def make_kpi(**changes: object) -> KpiFormReport:
    """The form with some of it replaced."""
    form = KpiFormReport(
        "ars46",
        "ARS 46 (1)",
        "ตัวชี้วัดสมมติ",
        2568,
        5,
        (FIRST, SECOND),
        0,
        (
            KpiEvidenceLine(1, "คำสั่งแต่งตั้ง", "มี", ("คำสั่งที่ 1", "บันทึกแนบ")),
            KpiEvidenceLine(2, "ระบบ 4 ด้าน", "มี", ("คู่มือ",)),
        ),
    )
    return replace(form, **changes)  # type: ignore[arg-type]
