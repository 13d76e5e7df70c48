"""A small public copy made by hand: two indicators, two clusters, three schools, one hidden figure."""

from datetime import date

from lib.catalog.loader import load_catalogue
from lib.domain.bound_figures import DocumentKind, FileOrigin
from lib.domain.chart_descriptions import Chart, ChartSeries
from lib.domain.documents import Document, FrontSection, Heading, Paragraph, Run, Table, TableColumn
from lib.domain.periods import PeriodKind
from lib.domain.publication import (
    LevelRule,
    Publication,
    PublicationSettings,
    PublishedFigure,
    PublishedUnit,
    Reason,
)
from lib.report.site import SiteContent, make_site

ATTACK = "<script>alert(1)</script>"
_ID = "personnel.out_of_field_pct"
_UNITS = (
    PublishedUnit("area", "", "สพป.สมมติ เขต 1"),
    PublishedUnit("cluster", "ก", "กลุ่ม ก"),
    PublishedUnit("cluster", "ข", "กลุ่ม ข"),
    PublishedUnit("cluster", "ค", "กลุ่ม ค"),
    PublishedUnit("school", "1", ATTACK, ("กลุ่ม ก", "เมือง", "เล็ก")),
    PublishedUnit("school", "2", "=สมมติ", ("กลุ่ม ข", "เมือง", "เล็ก")),
    PublishedUnit("school", "3", "บ้านสมมติ", ("กลุ่ม ค", "เมือง", "เล็ก")),
)


def figure(unit: PublishedUnit, x: int, n: int, level: str, reason: Reason = "") -> PublishedFigure:
    shown = not reason
    return PublishedFigure(
        _ID, unit, PeriodKind.ACADEMIC_YEAR, 2568, 0, x if shown else None, n,
        round(100 * x / n, 2) if shown else None, level if shown else "", "R1" if shown else "", reason,
    )  # fmt: skip


def publication() -> Publication:
    counts = ((30, 100), (10, 40), (10, 30), (10, 30), (2, 40), (10, 30), (18, 30))
    reasons: tuple[Reason, ...] = ("", "", "", "", "small_count", "secondary", "")
    figures = tuple(
        figure(unit, x, n, "ห่าง" if x / n > 0.28 else "ใกล้", reason)
        for unit, (x, n), reason in zip(_UNITS, counts, reasons, strict=True)
    )
    rules = tuple(
        LevelRule(_ID, "R1", "gap_share", -1, 0.0, 0.0, 100.0, lower, word)
        for lower, word in ((None, "ห่าง"), (-28.0, "ใกล้"))
    )
    return Publication(PublicationSettings(schools="named"), figures, rules, 7)


def svg(chart: Chart) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{chart.alt_text}" '
        'viewBox="0 0 90 20">'
        '<path aria-label="กลุ่ม ก: 25.00" role="graphics-symbol" aria-roledescription="bar" '
        'd="M0,0h40v9h-40Z"/>'
        "</svg>"
    )


def document() -> Document:
    chart = Chart(
        "bar",
        "ร้อยละสมมติ",
        ("ก", "ข"),
        (ChartSeries("ผล", (1.5, None), "0072B2"),),
        "ร้อยละ",
        "แท่งสมมติ",
        key="c",
    )
    table = Table("ผลสมมติ", (TableColumn("ตัวชี้วัด"), TableColumn("ผล", "right")), (("ก", "1.50"),), key="t")
    return Document(
        "รายงานสมมติ", "ปีการศึกษา 2568", "สำนักงานสมมติ", "จัดทำเมื่อ 22 พ.ย. 2569",
        (
            Heading(1, "ผล", numbered=True),
            Heading(3, "จุดเด่น"),
            Paragraph((Run("ดู"), Run("", refers_to="t"), Run(ATTACK))),
            table,
            chart,
        ),
        front_matter=(FrontSection("คำนำ", (Paragraph((Run("เรียนผู้อ่าน"),)),)),),
        made_on=date(2026, 11, 22),
    )  # fmt: skip


def small_site() -> dict[str, bytes]:
    return make_site(small_content(), svg)


def small_content() -> SiteContent:
    return SiteContent(
        document(), publication(), load_catalogue(), "สำนักงานสมมติ", (("R1", "ระดับ"),),
        ("ข้อมูลสมมติ",), (("ฉบับที่ 1", "21 พ.ย. 2569", "ฉบับแรก"),), (("22 พ.ย. 2569", "7", "เผยแพร่ครั้งแรก"),),
        FileOrigin(DocumentKind.PUBLICATION, 2568, None),
    )  # fmt: skip
