"""The list of issues for สมศ. as a workbook: schools, their statements, what each column means."""

from collections.abc import Sequence

from lib.catalog.report_words import ReportWords
from lib.domain.sar_report_content import SarReportContent
from lib.domain.standards import LevelVocabulary
from lib.report.sar_annex import due_text
from lib.report.sar_issue_rows import issue_rows, statement_rows
from lib.report.sar_method import counted_text, office_name
from lib.report.table_workbook import Cell, TableSheet, make_workbook
from lib.thai.dates import format_date

ISSUES, STATEMENTS, DICTIONARY = "ประเด็นรายโรงเรียน", "ข้อความ", "คำอธิบายและแหล่งข้อมูล"
_FONT_PT = 14
_PAGES_WIDE = 4  # of A4; on fewer the letters are too small to read
_IDENTITY = (
    ("โรงเรียน", 24, "ชื่อตามทะเบียน"),
    ("ระดับการศึกษา", 12, "ปฐมวัยหรือขั้นพื้นฐาน โรงเรียนที่เปิดทั้งสองระดับมีสองแถว"),
    ("รหัส SMIS", 11, "รหัสโรงเรียน 8 หลักตามทะเบียน"),
    ("รหัสกระทรวง", 13, "รหัส 10 หลักตามทะเบียน"),
    ("รหัส OBEC", 11, "รหัส 6 หลักตามทะเบียน ว่างเมื่อไม่มี"),
    ("กลุ่มโรงเรียน", 18, "ตามทะเบียน"),
    ("สถานะรายงาน", 20, "ฉบับร่าง ยืนยันแล้ว (โดยใคร เมื่อใด) หรือยังไม่ส่ง"),
)
_AFTER = (
    ("จุดเด่น", 42, "ถ้อยคำของสถานศึกษา ในวงเล็บคือหน้าในไฟล์ ข้อที่ไม่ระบุระดับแสดงทั้งสองแถว"),
    ("จุดที่ควรพัฒนา", 42, "เช่นเดียวกับจุดเด่น"),
    ("แผนและแนวทางการพัฒนา", 36, "เช่นเดียวกับจุดเด่น"),
    ("ข้อเสนอแนะและความต้องการช่วยเหลือ", 36, "เช่นเดียวกับจุดเด่น"),
    ("ข้อที่ขัดกันในรายงาน", 40, "สองแห่งในรายงานฉบับเดียวกันที่บอกไม่ตรงกัน พร้อมหน้าของทั้งสองแห่ง"),
    ("ผลจริงที่ควรสอบถาม", 36, "ระดับที่ประเมินตนเองกับผลของตัวชี้วัดชี้คนละทางเกินความผันผวน เป็นคำถาม ไม่ใช่ข้อสรุป"),
    ("ผลประเมินภายนอกล่าสุด", 34, "รอบ วันที่ และผลรายมาตรฐานตามคำของ สมศ."),
    ("ข้อเสนอแนะ สมศ. ที่ยังไม่เสร็จ", 36, "พร้อมสถานะการดำเนินงาน"),
    ("ไฟล์", 26, "ชื่อไฟล์รายงานที่สถานศึกษาส่ง"),
)
_STATEMENTS = (
    ("รหัสโรงเรียน", 12, "รหัสหลักในทะเบียน"),
    ("โรงเรียน", 24, "ชื่อตามทะเบียน"),
    ("กลุ่มโรงเรียน", 20, "ตามทะเบียน"),
    ("ระดับการศึกษา", 12, "ไม่ระบุ เมื่อรายงานไม่ได้บอก"),
    ("มาตรฐาน", 9, "เลขมาตรฐานที่ข้อความอยู่ใต้หัวข้อ"),
    ("ชนิด", 20, "จุดเด่น จุดที่ควรพัฒนา แผน หรือข้อเสนอแนะและความต้องการช่วยเหลือ"),
    ("เรื่อง", 26, "เรื่องที่จัดไว้ตามคำที่พบ ความใกล้เคียง หรือเจ้าหน้าที่ย้าย"),
    ("ข้อความ", 60, "ถ้อยคำของสถานศึกษา ไม่ตัดไม่เติม"),
    ("หน้า", 18, "หน้าของไฟล์ที่ส่ง หรือช่องของแบบฟอร์ม Excel"),
    ("ไฟล์", 28, "ชื่อไฟล์รายงานที่สถานศึกษาส่ง"),
    ("สถานะรายงาน", 18, "ฉบับร่างหรือยืนยันแล้ว"),
)
_Column = tuple[str, int, str]


def make_issues_workbook(
    content: SarReportContent, vocabularies: Sequence[LevelVocabulary], words: ReportWords
) -> bytes:
    """Three sheets; the same content gives the same bytes."""
    columns = (*_IDENTITY, *_level_columns(content), *_AFTER)
    title = (
        f"ประเด็นจากรายงานการประเมินตนเองของสถานศึกษา ปีการศึกษา {content.academic_year_be}",
        f"{office_name(content)} · ข้อมูล ณ วันที่ {format_date(content.made_on)}",
        counted_text(content, words),
    )
    return make_workbook(
        [
            _sheet(ISSUES, title, columns, issue_rows(content, vocabularies), n_frozen=2, wide=_PAGES_WIDE),
            _sheet(STATEMENTS, title[:2], _STATEMENTS, statement_rows(content), n_frozen=2),
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
    wide: int = 1,
) -> TableSheet:
    heads, widths = [each[0] for each in columns], [each[1] for each in columns]
    return TableSheet(name, title, heads, rows, widths, n_frozen, wide)


def _dictionary(
    content: SarReportContent, columns: Sequence[_Column], title: Sequence[str], words: ReportWords
) -> TableSheet:
    rows = [(ISSUES, head, meaning) for head, _, meaning in columns]
    rows += [(STATEMENTS, head, meaning) for head, _, meaning in _STATEMENTS]
    sources = [counted_text(content, words), due_text(content, words)]
    sources.append(words.say("standards_in_force", sets=" และ ".join(s.name for s in content.standards)))
    sources += [words.phrases[f"method_{number}"] for number in range(1, 6)]
    rows += [("แหล่งข้อมูลและวิธี", str(place), text) for place, text in enumerate(sources, start=1)]
    heads = (("แผ่น", 24, ""), ("คอลัมน์", 34, ""), ("ความหมาย", 90, ""))
    return _sheet(DICTIONARY, title[:2], heads, rows, n_frozen=0)
