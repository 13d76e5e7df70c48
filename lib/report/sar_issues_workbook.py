"""The list of issues for สมศ. as a workbook: schools, levels, statements, matters, columns."""

from collections.abc import Sequence

from lib.catalog.report_words import ReportWords
from lib.domain.sar_report_content import SarReportContent
from lib.domain.standards import LevelVocabulary
from lib.report.sar_annex import due_text
from lib.report.sar_issue_overview import overview_rows
from lib.report.sar_issue_rows import level_rows, matter_rows, statement_rows
from lib.report.sar_method import counted_text, office_name
from lib.report.table_workbook import Cell, TableSheet, make_workbook
from lib.thai.dates import format_date

ISSUES, LEVELS = "ประเด็นรายโรงเรียน", "ระดับรายมาตรฐาน"
STATEMENTS, MATTERS, DICTIONARY = "ข้อความ", "เรื่องที่ต้องสอบถาม", "คำอธิบายและแหล่งข้อมูล"
_FONT_PT = 14
_OVERVIEW = (
    ("โรงเรียน", 24, "ชื่อตามทะเบียน"),
    ("รหัส SMIS", 11, "รหัสโรงเรียน 8 หลักตามทะเบียน"),
    ("กลุ่มโรงเรียน", 18, "ตามทะเบียน"),
    ("สถานะรายงาน", 20, "ฉบับร่าง ยืนยันแล้ว (โดยใคร เมื่อใด) หรือยังไม่ส่ง"),
    ("จุดเด่น (ข้อ)", 8, "จำนวนข้อความชนิดนี้ ว่างเมื่อยังไม่ส่งรายงาน"),
    ("จุดที่ควรพัฒนา (ข้อ)", 10, "เช่นเดียวกับจุดเด่น"),
    ("แผน (ข้อ)", 8, "เช่นเดียวกับจุดเด่น"),
    ("ข้อเสนอแนะและความต้องการ (ข้อ)", 12, "เช่นเดียวกับจุดเด่น"),
    ("ขัดกัน (ข้อ)", 8, "สองแห่งในรายงานฉบับเดียวกันที่บอกไม่ตรงกัน รายละเอียดในแผ่นเรื่องที่ต้องสอบถาม"),
    ("ควรสอบถาม (ข้อ)", 10, "ระดับที่ประเมินตนเองกับผลของตัวชี้วัดชี้คนละทางเกินความผันผวน เป็นคำถาม ไม่ใช่ข้อสรุป"),
    ("สมศ. ค้าง (ข้อ)", 8, "ข้อเสนอแนะ สมศ. ที่ยังไม่เสร็จ"),
    ("จุดเด่นข้อแรก", 34, "ถ้อยคำของสถานศึกษา ตัดให้สั้น ฉบับเต็มอยู่ในแผ่นข้อความ"),
    ("จุดที่ควรพัฒนาข้อแรก", 34, "เช่นเดียวกับจุดเด่น หากไม่มี แสดงข้อเสนอแนะ สมศ. ที่ยังไม่เสร็จข้อแรก"),
)
_MATTERS = (
    ("รหัสโรงเรียน", 12, "รหัสหลักในทะเบียน"),
    ("โรงเรียน", 24, "ชื่อตามทะเบียน"),
    ("กลุ่มโรงเรียน", 18, "ตามทะเบียน"),
    ("ระดับการศึกษา", 12, "ปฐมวัยหรือขั้นพื้นฐาน เรื่องที่ไม่ระบุระดับแสดงทั้งสองแถว"),
    ("ชนิด", 22, "ข้อที่ขัดกัน ผลจริงที่ควรสอบถาม ผลประเมินภายนอกล่าสุด หรือข้อเสนอแนะ สมศ. ที่ยังไม่เสร็จ"),
    ("เรื่อง", 90, "สองแห่งที่ขัดกันพร้อมหน้า ระดับกับผลของตัวชี้วัด ผลรายมาตรฐานตามคำของ สมศ. หรือข้อเสนอแนะพร้อมสถานะ"),
)
_IDENTITY = (
    ("โรงเรียน", 24, "ชื่อตามทะเบียน"),
    ("ระดับการศึกษา", 12, "ปฐมวัยหรือขั้นพื้นฐาน โรงเรียนที่เปิดทั้งสองระดับมีสองแถว"),
    ("รหัส SMIS", 11, "รหัสโรงเรียน 8 หลักตามทะเบียน"),
    ("รหัสกระทรวง", 13, "รหัส 10 หลักตามทะเบียน"),
    ("รหัส OBEC", 11, "รหัส 6 หลักตามทะเบียน ว่างเมื่อไม่มี"),
    ("กลุ่มโรงเรียน", 18, "ตามทะเบียน"),
    ("สถานะรายงาน", 20, "ฉบับร่าง ยืนยันแล้ว (โดยใคร เมื่อใด) หรือยังไม่ส่ง"),
)
_STATEMENTS = (
    ("รหัสโรงเรียน", 11, "รหัสหลักในทะเบียน"),
    ("โรงเรียน", 20, "ชื่อตามทะเบียน"),
    ("กลุ่มโรงเรียน", 16, "ตามทะเบียน"),
    ("ระดับการศึกษา", 12, "ไม่ระบุ เมื่อรายงานไม่ได้บอก"),
    ("มาตรฐาน", 8, "เลขมาตรฐานที่ข้อความอยู่ใต้หัวข้อ"),
    ("ชนิด", 16, "จุดเด่น จุดที่ควรพัฒนา แผน หรือข้อเสนอแนะและความต้องการช่วยเหลือ"),
    ("เรื่อง", 20, "เรื่องที่จัดไว้ตามคำที่พบ ความใกล้เคียง หรือเจ้าหน้าที่ย้าย"),
    ("ข้อความ", 60, "ถ้อยคำของสถานศึกษา ไม่ตัดไม่เติม"),
    ("หน้า", 10, "หน้าของไฟล์ที่ส่ง หรือช่องของแบบฟอร์ม Excel"),
    ("ไฟล์", 18, "ชื่อไฟล์รายงานที่สถานศึกษาส่ง"),
    ("สถานะรายงาน", 14, "ฉบับร่างหรือยืนยันแล้ว"),
)
_Column = tuple[str, int, str]


def make_issues_workbook(
    content: SarReportContent, vocabularies: Sequence[LevelVocabulary], words: ReportWords
) -> bytes:
    """Five sheets, each a page wide; the same content gives the same bytes."""
    columns = (*_IDENTITY, *_level_columns(content))
    title = (
        f"ประเด็นจากรายงานการประเมินตนเองของสถานศึกษา ปีการศึกษา {content.academic_year_be}",
        f"{office_name(content)} · ข้อมูล ณ วันที่ {format_date(content.made_on)}",
        counted_text(content, words),
    )
    return make_workbook(
        [
            _sheet(ISSUES, title, _OVERVIEW, overview_rows(content), n_frozen=1),
            _sheet(LEVELS, title[:2], columns, level_rows(content, vocabularies), n_frozen=2),
            _sheet(STATEMENTS, title[:2], _STATEMENTS, statement_rows(content), n_frozen=2),
            _sheet(MATTERS, title[:2], _MATTERS, matter_rows(content), n_frozen=2),
            _dictionary(content, columns, title, words),
        ],
        font_pt=_FONT_PT,
    )


def _level_columns(content: SarReportContent) -> list[_Column]:
    """Stated and recomputed level per number of standard that any level of education has, then overall."""
    longest = max((each.standards for each in content.standards), key=len)
    columns = []
    for number in (standard.id for standard in longest):
        columns.append((f"มาตรฐานที่ {number} ระบุ", 16, "ระดับที่รายงานเขียนไว้ พร้อมหน้า ว่างเมื่อไม่พบ"))
        columns.append((f"มาตรฐานที่ {number} คำนวณ", 10, "ค่าเฉลี่ยของประเด็นพิจารณา ปัดครึ่งขึ้น"))
    columns.append(("ภาพรวม ระบุ", 16, "ระดับภาพรวมที่รายงานเขียนไว้ พร้อมหน้า"))
    columns.append(("ภาพรวม คำนวณ", 10, "ค่าเฉลี่ยของมาตรฐาน ปัดครึ่งขึ้น เมื่อมีครบทุกมาตรฐาน"))
    return columns


def _sheet(
    name: str,
    title: Sequence[str],
    columns: Sequence[_Column],
    rows: Sequence[Sequence[Cell]],
    *,
    n_frozen: int,
) -> TableSheet:
    heads, widths = [each[0] for each in columns], [each[1] for each in columns]
    return TableSheet(name, title, heads, rows, widths, n_frozen)


def _dictionary(
    content: SarReportContent, columns: Sequence[_Column], title: Sequence[str], words: ReportWords
) -> TableSheet:
    told = ((ISSUES, _OVERVIEW), (LEVELS, columns), (STATEMENTS, _STATEMENTS), (MATTERS, _MATTERS))
    rows = [(sheet, head, meaning) for sheet, listed in told for head, _, meaning in listed]
    sources = [counted_text(content, words), due_text(content, words)]
    sources.append(words.say("standards_in_force", sets=" และ ".join(s.name for s in content.standards)))
    sources += [words.phrases[f"method_{number}"] for number in range(1, 6)]
    rows += [("แหล่งข้อมูลและวิธี", str(place), text) for place, text in enumerate(sources, start=1)]
    heads = (("แผ่น", 24, ""), ("คอลัมน์", 34, ""), ("ความหมาย", 90, ""))
    return _sheet(DICTIONARY, title[:2], heads, rows, n_frozen=0)
