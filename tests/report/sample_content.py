"""Content of a small committee report: two domains with figures, two without, three findings."""

from dataclasses import replace
from datetime import date

from lib.domain.findings import Finding, FindingKind, Recommendation
from lib.domain.periods import Period, PeriodKind
from lib.domain.report_content import (
    AcceptedFinding,
    DomainResults,
    FigureRow,
    ReportContent,
    SourceLine,
)
from tests.report.sample_kpi import make_kpi
from tests.report.sample_sar import make_sar_content

YEAR = Period(PeriodKind.ACADEMIC_YEAR, 2567)
ABOVE = FigureRow(
    "a|academic_year|2567", "ร้อยละสมมติ ก", "สมมติ ก", "ร้อยละ", "ปีการศึกษา 2567", 52.25, "52.25", "1,204",
    50.0, "50.00", 2.25, 49.1, "49.10 (ประเทศ)", "+1.15", "8 จาก 10 (80.00)", drawn=True,
)  # fmt: skip
BELOW = replace(
    ABOVE,
    figure_id="b|academic_year|2567",
    name="ร้อยละสมมติ ข",
    value=31.5,
    value_text="31.50",
    target_gap=-18.5,
)


def accepted(kind: FindingKind, sentence: str, recommendation: str = "") -> AcceptedFinding:
    finding = Finding(
        f"f-{sentence}",
        "area",
        "",
        "เขต",
        "academic",
        "academic.onet_p6_math",
        kind,
        1,
        "S1",
        YEAR,
        sentence,
        (),
    )
    advice = (Recommendation("สพท.", recommendation),) if recommendation else ()
    return AcceptedFinding(finding, sentence, advice)


def make_content(**changes: object) -> ReportContent:
    """The report's content with some of it replaced."""
    findings = (
        accepted("strength", "จุดเด่นที่รับแล้ว"),
        accepted("improvement_area", "จุดที่ควรพัฒนาที่รับแล้ว", "จัดนิเทศรายโรงเรียน"),
        accepted("watch", "เรื่องที่ต้องติดตาม"),
    )
    domains = (
        DomainResults("academic", "ด้านวิชาการ", "#0F5E6B", (ABOVE, BELOW), findings, n_reached=1, n_judged=2),
        DomainResults("budget", "ด้านงบประมาณ", "#8A5A00", (), (), n_reached=0, n_judged=0),
    )
    content = ReportContent(
        office_name="สำนักงานเขตพื้นที่การศึกษาประถมศึกษาสมมติ เขต 1", office_short_name="สพป.สมมติ เขต 1",
        is_sample=True, academic_year_be=2567, fiscal_year_be=2568, made_on=date(2025, 6, 1),
        thai_digits=True, n_schools=10, n_pupils=1204, n_clusters=3, sizes=(("เล็ก", 6), ("กลาง", 4)),
        domains=domains,
        sar=make_sar_content(),
        kpi=(make_kpi(),),
        sources=(SourceLine("คะแนน.xlsx", "1 มิ.ย. 2568", "10 = 9 + 1 + 0", 9, "ab" * 32),),
        gaps=("ข้อมูลของโรงเรียนสมมติขาด 1 แห่ง",), rules=(("S1", "ความหมายของกฎ"),),
    )  # fmt: skip
    return replace(content, **changes)  # type: ignore[arg-type]
