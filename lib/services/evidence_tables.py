"""Records of the workbench as workbooks that prove work: catalogue, intake, visits, decisions."""

from collections.abc import Callable, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from lib.domain.findings import Finding
from lib.domain.visits import Visit
from lib.report.table_workbook import Cell, make_table_workbook
from lib.services.analysis import OfficeData
from lib.services.findings import ReviewedFinding
from lib.storage.datasets import load_history
from lib.storage.engine import Store, reading
from lib.storage.visits import load_visits
from lib.thai.dates import fiscal_year_of, format_date, format_moment

_THAILAND = ZoneInfo("Asia/Bangkok")


def catalogue_table(data: OfficeData, stamp: str) -> bytes:
    """The indicators in force with their definitions, by domain; ``stamp`` names the office and the day."""
    domains = {domain.id: domain.name for domain in data.catalogue.domains}
    rows: list[Sequence[Cell]] = [
        (n, domains[each.domain], each.name, each.unit, each.denominator, each.id)
        for n, each in enumerate(data.catalogue.indicators, start=1)
    ]
    return make_table_workbook(
        "พจนานุกรมตัวชี้วัด",
        (f"พจนานุกรมตัวชี้วัด {len(rows):,} ตัว 4 ด้าน", stamp),
        ("ที่", "ด้าน", "ตัวชี้วัด", "หน่วย", "คิดจาก", "รหัส"),
        rows,
    )


def intake_table(store: Store, fiscal_year_be: int, stamp: str) -> bytes | None:
    """Files taken in during a fiscal year with what became of their rows; None where none was."""
    with reading(store) as session:
        loads = [
            each
            for each in load_history(session)
            if fiscal_year_of(each.loaded_at.astimezone(_THAILAND).date()) == fiscal_year_be
        ]
    rows: list[Sequence[Cell]] = [
        (
            n,
            each.file_name,
            each.rows.read,
            each.rows.loaded,
            each.rows.rejected,
            each.rows.ignored,
            each.n_values,
            format_moment(each.loaded_at),
            each.loaded_by,
            "ใช้อยู่" if each.speaks else "ถูกแทนหรือนำออกแล้ว",
        )
        for n, each in enumerate(sorted(loads, key=lambda each: each.dataset_id), start=1)
    ]
    header = ("ที่", "ไฟล์", "แถวที่อ่าน", "นำเข้า", "ไม่รับ", "ข้าม", "ค่า", "เมื่อ", "โดย", "สถานะ")
    title = (f"บันทึกการรับข้อมูล ปีงบประมาณ พ.ศ. {fiscal_year_be} จำนวน {len(rows):,} ไฟล์", stamp)
    return make_table_workbook("บันทึกการรับข้อมูล", title, header, rows) if rows else None


def visits_table(store: Store, data: OfficeData, fiscal_year_be: int, stamp: str) -> bytes | None:
    """Visits made in a fiscal year; None where none was."""
    with reading(store) as session:
        visits = load_visits(session)
    names = {school.school_id: (school.cluster, school.name) for school in data.schools}

    def row(n: int, visit: Visit, day: date) -> Sequence[Cell]:
        cluster, name = names.get(visit.school_id, ("", visit.school_id))
        return (
            n,
            format_date(day),
            cluster,
            name,
            visit.kind.label,
            visit.by_role,
            visit.purpose,
            visit.outcome,
        )

    done = [
        (each.done_on, each)
        for each in visits
        if each.done_on is not None and fiscal_year_of(each.done_on) == fiscal_year_be
    ]
    rows = [row(n, each, day) for n, (day, each) in enumerate(sorted(done, key=_by_day), start=1)]
    n_schools = len({each.school_id for _, each in done})
    title = (
        f"บันทึกการนิเทศและตรวจเยี่ยม ปีงบประมาณ พ.ศ. {fiscal_year_be}",
        f"{len(rows):,} ครั้ง {n_schools:,} จาก {len(data.schools):,} โรงเรียน",
        stamp,
    )
    header = ("ที่", "วันที่", "กลุ่มโรงเรียน", "โรงเรียน", "เรื่อง", "ผู้ไป", "จุดประสงค์", "ผลที่พบ")
    return make_table_workbook("การนิเทศและตรวจเยี่ยม", title, header, rows) if rows else None


def findings_table(findings: Sequence[ReviewedFinding], years: str, stamp: str) -> bytes | None:
    """Findings that a person accepted and whose figures still hold; None where none was."""
    header = ("ที่", "ประเภท", "ของ", "ข้อค้นพบ", "กฎ", "พิจารณาโดย", "รหัสข้อค้นพบ")

    def row(n: int, each: ReviewedFinding, kind: str) -> Sequence[Cell]:
        finding = each.finding
        return (
            n,
            kind,
            finding.scope_name or "เขตพื้นที่",
            each.sentence,
            finding.rule_id,
            each.review.by,
            finding.id,
        )

    return _accepted_table(
        "ข้อค้นพบที่รับแล้ว", findings, (years, stamp), header, lambda n, each: [row(n, each, _kind(each.finding))]
    )


def recommendations_table(findings: Sequence[ReviewedFinding], years: str, stamp: str) -> bytes | None:
    """Recommendations of accepted findings with whom they are for; None where there is none."""
    header = ("ที่", "ข้อค้นพบ", "ข้อเสนอแนะ", "เสนอต่อ", "พิจารณาโดย")
    wanted = [each for each in findings if each.review.recommendations]
    return _accepted_table(
        "ข้อเสนอแนะที่รับแล้ว",
        wanted,
        (years, stamp),
        header,
        lambda n, each: [
            (n, each.sentence, one.text, one.to, each.review.by) for one in each.review.recommendations
        ],
    )


def _accepted_table(
    name: str,
    findings: Sequence[ReviewedFinding],
    told: tuple[str, str],
    header: Sequence[str],
    rows_of: Callable[[int, ReviewedFinding], Sequence[Sequence[Cell]]],
) -> bytes | None:
    accepted = [each for each in findings if each.enters_report]
    rows = [row for n, each in enumerate(accepted, start=1) for row in rows_of(n, each)]
    return (
        make_table_workbook(name, (f"{name} {told[0]} จำนวน {len(rows):,} รายการ", told[1]), header, rows)
        if rows
        else None
    )


def _kind(finding: Finding) -> str:
    return {"strength": "จุดเด่น", "improvement_area": "จุดที่ควรพัฒนา"}.get(finding.kind, "ข้อสังเกต")


def _by_day(pair: tuple[date, Visit]) -> tuple[date, int]:
    return pair[0], pair[1].visit_id
