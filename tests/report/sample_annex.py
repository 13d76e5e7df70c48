"""A small annex with hand-worked figures, and names that a spreadsheet would run as formulas."""

from datetime import date

from lib.domain.annex import AnnexContent, AnnexSheet, AreaLine, FigureBlock, Goal, SchoolLine, Way
from lib.domain.documents import Table, TableColumn
from lib.domain.periods import Period, PeriodKind

YEAR = Period(PeriodKind.ACADEMIC_YEAR, 2567)
ATTACKS = ('=HYPERLINK("http://x","y")', "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1")

SIZES = Table(
    "จำนวนสถานศึกษาจำแนกตามขนาด",
    (TableColumn("ขนาด"), TableColumn("จำนวน (แห่ง)", "right", 4), TableColumn("ร้อยละ", "right", 4)),
    (("เล็ก", "2", "66.67"), ("กลาง", "1", "33.33"), ("รวม", "3", "100.00")),
    bold_rows=frozenset({2}),
    key="sizes",
)
RESULTS = Table(
    "ผลด้านวิชาการ",
    (TableColumn("ตัวชี้วัด"), TableColumn("ผล", "right"), TableColumn("n", "right"), TableColumn("รหัส")),
    (
        ("ปีการศึกษา 2567", "", "", ""),
        ("คะแนน", "45.46", "1,100", "00123"),
        ("จำนวนครู", "31", "–", "2567"),
    ),
    note="หมายเหตุของตาราง",
    figure_ids=(
        ("", "", "", ""),
        ("", "a.mean|academic_year|2567|value", "a.mean|academic_year|2567|n", ""),
        ("", "a.count|academic_year|2567|value", "", ""),
    ),
)


def school(place: int, value: float, weight: float | None, **changes: str) -> SchoolLine:
    return SchoolLine(
        f"9901000{place}",
        changes.get("name", f"บ้านสมมติ {place}"),
        "กลุ่มหนึ่ง",
        None,
        weight,
        value,
        weight,
        changes.get("level", ""),
        changes.get("file", "คะแนน.xlsx"),
        "ข้อมูล",
        f"E{place}",
    )


def block(
    key: str, way: Way, value: float, schools: tuple[SchoolLine, ...], *, decimals: int = 2,
    goal: Goal | None = None, n_meeting: int | None = None, printed: str = "", levels: tuple[str, ...] = (),
    period: Period = YEAR, change: float | None = None, since_be: int = 0,
) -> FigureBlock:  # fmt: skip
    weights = [each.weight for each in schools if each.weight is not None]
    area = AreaLine(
        key, f"ตัวชี้วัด {key}", "คะแนน", period, way, value, decimals, sum(weights) if weights else None,
        len(schools), goal, n_meeting, change, since_be, f"{key}|academic_year|{period.year_be}", printed,
    )  # fmt: skip
    return FigureBlock("academic", area, levels, schools)


def make_blocks() -> list[FigureBlock]:
    """A weighted mean of 45.455 that prints 45.46, a sum, a median of an even number, a stated figure."""
    earlier = Period(PeriodKind.ACADEMIC_YEAR, 2566)
    levels = ("ปรับปรุง", "ดี")
    return [
        block("a.mean", "weighted_mean", 44.1, (school(1, 44.1, 10),), period=earlier),
        block(
            "a.mean", "weighted_mean", 45.455,
            (
                school(1, 40.0, 100, name=ATTACKS[0], level="ปรับปรุง"),
                school(2, 46.0005, 1000, name=ATTACKS[1], level="ดี", file=ATTACKS[2]),
                school(3, 99.0, None, name=ATTACKS[3], level="ดี"),
            ),
            goal=Goal(46.0, None), n_meeting=2, printed="45.46", levels=levels, change=1.36, since_be=2566,
        ),
        block("a.count", "sum", 31, (school(1, 10, None), school(2, 21, None)), decimals=0, printed="31"),
        block(
            "a.middle", "median", 2.345, (school(1, 2.34, None), school(2, 2.35, None)),
            goal=Goal(2.0, 2.34), n_meeting=1,
        ),
        block("a.stated", "stated", 50.0, ()),
    ]  # fmt: skip


def make_annex_content(**changes: object) -> AnnexContent:
    words = AnnexSheet("คำ", "คำ", "เกี่ยวกับ", ("คำ", "ค่า"), (30, 10), tuple((each, None) for each in ATTACKS))
    told: dict[str, object] = {
        "title": "ภาคผนวกข้อมูล ปีการศึกษา 2567",
        "office": "สพป.สมมติ & เขต 1",
        "made_on": date(2026, 5, 1),
        "academic_year_be": 2567,
        "fiscal_year_be": 2568,
        "is_draft": False,
        "tables": (("ตารางที่ 1", SIZES), ("ตารางที่ 2", RESULTS)),
        "domains": (("academic", "วิชาการ"), ("budget", "งบประมาณ")),
        "sheets": (words,),
    }
    return AnnexContent(**(told | changes))  # type: ignore[arg-type]
