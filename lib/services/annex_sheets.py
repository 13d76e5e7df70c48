"""Sheets of the annex that are told in rows: dictionary, method, sources, stated figures and the like."""

from collections.abc import Mapping

from lib.analysis.standing import is_ceiling
from lib.catalog.report_words import load_report_words
from lib.domain.annex import AnnexSheet
from lib.domain.datasets import DatasetRecord
from lib.domain.indicators import Direction, Indicator
from lib.domain.observations import Scope
from lib.domain.report_content import ReportContent
from lib.domain.report_editions import Edition
from lib.domain.source_refs import is_source_ref, parse_source_ref
from lib.services.analysis import OfficeData
from lib.thai.dates import format_moment

_DIRECTIONS = {
    Direction.HIGHER: "ยิ่งมากยิ่งดี",
    Direction.LOWER: "ยิ่งน้อยยิ่งดี",
    Direction.BAND: "อยู่ในช่วงเป้าหมาย",
    Direction.CONTEXT: "บอกสภาพ ไม่ตัดสิน",
}
_OWN, _PACKAGED = "สำนักงานตั้งเอง", "พจนานุกรมตั้งต้น"


def dictionary_sheet(data: OfficeData, changed: Mapping[str, frozenset[str]]) -> AnnexSheet:
    """Every indicator: what it is, how it counts, its range, its target and where that comes from.

    Args:
        changed: indicator id → fields that the office set itself.
    """
    header = (
        "รหัสตัวชี้วัด", "ด้าน", "ชื่อตัวชี้วัด", "หน่วย", "ทิศทาง", "ตัวหาร (n)", "ค่าต่ำสุด", "ค่าสูงสุด", "เป้าหมาย",
        "เป้าหมายสูงสุด", "ที่มาของเป้าหมาย", "ค่าเปรียบเทียบ", "ที่มาของค่าเปรียบเทียบ", "ปีที่ใช้",
        "ผู้ส่งข้อมูล", "ระบบต้นทาง", "หมายเหตุ",
    )  # fmt: skip
    widths = (32, 20, 50, 12, 20, 26, 10, 10, 10, 10, 20, 12, 30, 16, 30, 24, 40)
    rows = tuple(_entry(data, each, changed.get(each.id, frozenset())) for each in data.catalogue.indicators)
    about = "ช่องเป้าหมายที่ว่างคือไม่มีเป้าหมาย แก้ไขเป้าหมายได้ในหน้าพจนานุกรมตัวชี้วัด"
    return AnnexSheet("พจนานุกรมตัวชี้วัด", "พจนานุกรมตัวชี้วัด", about, header, widths, rows)


def _entry(data: OfficeData, one: Indicator, own: frozenset[str]) -> tuple[str | float | None, ...]:
    area = data.catalogue.domain(one.domain)
    origin = "" if one.target is None else _OWN if own & {"target", "target_high"} else _PACKAGED
    direction = "ไม่เกินเป้าหมายสูงสุด" if is_ceiling(one) else _DIRECTIONS[one.direction]
    return (
        one.id, area.name, one.name, one.unit, direction, one.denominator, one.valid_min, one.valid_max,
        one.target, one.target_high, origin, one.benchmark, one.benchmark_label, one.period_kind.label,
        one.owner or area.owner, one.source_system, one.note,
    )  # fmt: skip


def method_sheet(content: ReportContent) -> AnnexSheet:
    """How figures are made, and every rule in force."""
    words = load_report_words()
    method = [("วิธี", line) for line in words.texts["statistics_method_text"].splitlines() if line.strip()]
    rules = [(rule, meaning) for rule, meaning in content.rules]
    about = "สูตรในแฟ้มนี้คำนวณตามวิธีเดียวกัน ผู้อ่านตรวจซ้ำได้ทุกค่า"
    return AnnexSheet(
        "วิธีและกฎ", "วิธีคำนวณและกฎของข้อค้นพบ", about, ("กฎ", "ความหมายและเกณฑ์"), (14, 110), (*method, *rules)
    )


def sources_sheet(loads: tuple[DatasetRecord, ...], data: OfficeData) -> AnnexSheet:
    """Every file whose figures count: sheets read, rows, by whom, when, and its hash."""
    sheets: dict[str, dict[str, None]] = {}
    for frame in (data.observations, data.benchmarks):
        for file, ref in frame[["source_id", "source_ref"]].drop_duplicates().itertuples(index=False):
            if is_source_ref(ref) and (name := parse_source_ref(ref).sheet):
                sheets.setdefault(str(file), {})[name] = None
    header = ("ไฟล์", "แผ่นที่ใช้", "แถวที่อ่าน", "นำเข้า", "ไม่รับ", "ข้าม", "จำนวนค่า", "นำเข้าโดย", "นำเข้าเมื่อ", "sha256")
    rows = tuple(
        (
            load.file_name, "\n".join(sheets.get(load.sha256, {})), load.rows.read, load.rows.loaded,
            load.rows.rejected, load.rows.ignored, load.n_values, load.loaded_by,
            format_moment(load.loaded_at), load.sha256,
        )
        for load in loads
    )  # fmt: skip
    about = "แถวที่อ่าน = นำเข้า + ไม่รับ + ข้าม ไฟล์ต้นฉบับเก็บไว้ในที่เก็บไฟล์ตามค่า sha256"
    return AnnexSheet(
        "แหล่งข้อมูล", "ไฟล์ที่ตัวเลขมาจาก", about, header, (50, 30, 10, 10, 10, 10, 10, 20, 24, 70), rows
    )


def stated_sheet(data: OfficeData) -> AnnexSheet:
    """Figures of areas, provinces, the nation … as files state them."""
    header = ("รหัสตัวชี้วัด", "ตัวชี้วัด", "ระดับ", "ชื่อ", "ปี พ.ศ.", "ค่า", "n", "ไฟล์", "ที่อยู่ในไฟล์")
    columns = ("indicator_id", "scope", "scope_name", "year_be", "value", "n", "source_file", "source_ref")
    frame = data.benchmarks.sort_values(["indicator_id", "year_be", "scope", "scope_name"])
    rows = tuple(
        (
            str(key), data.catalogue.by_id[str(key)].name, Scope(str(scope)).label, str(name), int(year),
            _known(value), _known(n), str(file), str(ref),
        )
        for key, scope, name, year, value, n, file, ref in zip(*(frame[c] for c in columns), strict=True)
        if str(key) in data.catalogue.by_id
    )  # fmt: skip
    about = "ค่าเปรียบเทียบที่เขียนไว้ในไฟล์ ไม่ใช่ค่าที่คำนวณจากโรงเรียน"
    return AnnexSheet(
        "ค่าที่ไฟล์แจ้ง",
        "ค่าระดับเขต จังหวัด และประเทศที่ไฟล์แจ้ง",
        about,
        header,
        (30, 50, 16, 30, 10, 12, 10, 46, 24),
        rows,
    )


def self_assessment_sheet(content: ReportContent) -> AnnexSheet | None:
    """Each school's own level per standard, with its page; None without a report."""
    if content.sar is None:
        return None
    rows = tuple(
        (
            each.school.school_id, each.school.name, each.school.cluster, rating.level_of_education.label,
            rating.standard, rating.level, rating.place.label, each.saved.status.label, each.saved.file_name,
        )
        for each in content.sar.reports
        for rating in each.saved.assessment.ratings
        if not rating.item and rating.level is not None
    )  # fmt: skip
    header = ("รหัสโรงเรียน", "โรงเรียน", "กลุ่ม", "ระดับการศึกษา", "มาตรฐาน", "ระดับ", "ที่อยู่ในไฟล์", "สถานะ", "ไฟล์")
    about = "ระดับที่สถานศึกษาประเมินตนเองรายมาตรฐาน 1 ถึง 5 ตามรายงานที่ส่ง"
    title = f"ผลการประเมินตนเองรายสถานศึกษา ปีการศึกษา {content.sar.academic_year_be}"
    return AnnexSheet("SAR รายโรงเรียน", title, about, header, (14, 30, 24, 16, 10, 8, 18, 20, 40), rows)


def editions_sheet(editions: tuple[Edition, ...]) -> AnnexSheet | None:
    """Editions of the report: number, when, by whom, note, figures; None before the first."""
    if not editions:
        return None
    rows = tuple(
        (each.number, format_moment(each.made_at), each.made_by, len(each.figures), each.note, each.sha256)
        for each in editions
    )
    header = ("ฉบับที่", "ออกเมื่อ", "โดย", "จำนวนตัวเลข", "หมายเหตุ", "sha256")
    about = "ฉบับใหม่ไม่ลบฉบับเก่า สิ่งที่เปลี่ยนจากฉบับก่อนดูได้ในหน้าเอกสารของคณะกรรมการ"
    return AnnexSheet("ประวัติฉบับ", "ฉบับของรายงานที่ออกแล้ว", about, header, (10, 26, 24, 12, 70, 70), rows)


def _known(value: object) -> float | None:
    number = float(str(value))
    return number if number == number else None
