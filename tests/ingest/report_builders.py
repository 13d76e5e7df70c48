"""Self-assessment reports of fictional schools whose every level and statement is known."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import docx
from docx.document import Document
from openpyxl import Workbook

EARLY, BASIC = "early_childhood", "basic"
WORDS = {1: "กำลังพัฒนา", 2: "ปานกลาง", 3: "ดี", 4: "ดีเลิศ", 5: "ยอดเยี่ยม"}
OLD_WORDS = {1: "ปรับปรุง", 2: "พอใช้", 3: "ดี", 4: "ดีมาก", 5: "ดีเยี่ยม"}
NAMES = {
    EARLY: ("คุณภาพของเด็ก", "กระบวนการบริหารและการจัดการ", "การจัดประสบการณ์ที่เน้นเด็กเป็นสำคัญ"),
    BASIC: (
        "คุณภาพของผู้เรียน",
        "กระบวนการบริหารและการจัดการ",
        "กระบวนการจัดการเรียนการสอนที่เน้นผู้เรียนเป็นสำคัญ",
    ),
}
LEVEL_TITLES = {EARLY: "ระดับปฐมวัย", BASIC: "ระดับการศึกษาขั้นพื้นฐาน"}

Levels = dict[tuple[str, str, str], int]
Said = set[tuple[str, str]]


@dataclass(frozen=True)
class Report:
    """A file and what a careful reader finds in it."""

    name: str
    content: bytes
    levels: Levels
    said: Said
    year_be: int | None = 2566


def document_bytes(document: Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def workbook_bytes(sheets: dict[str, Sequence[Sequence[object]]]) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def cover(document: Document, year: str = "ปีการศึกษา 2566") -> None:
    document.add_heading("รายงานการประเมินตนเองของสถานศึกษา", 0)
    document.add_paragraph("(Self - Assessment Report : SAR)")
    document.add_paragraph(year)
    document.add_paragraph("โรงเรียนบ้านทดสอบหนึ่ง")
    document.add_paragraph("รหัสสถานศึกษา 1099000001")
    document.add_paragraph("สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เขต 9")
    document.add_paragraph("สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน กระทรวงศึกษาธิการ")


def table(document: Document, rows: Sequence[Sequence[str]]) -> None:
    made = document.add_table(len(rows), max(map(len, rows)))
    for row, cells in zip(made.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=False):
            cell.text = text


def both_levels_in_one_book() -> Report:
    """The usual book: a level, the process and a plan per standard; strengths in a table at the end."""
    document = docx.Document()
    cover(document)
    document.add_paragraph("สารบัญ")
    document.add_paragraph("ระดับคุณภาพของสถานศึกษา ........................ 5")
    levels: Levels = {}
    for level, given in ((EARLY, (4, 5, 4)), (BASIC, (3, 4, 5))):
        document.add_heading(f"ส่วนที่ 2 ผลการประเมินตนเอง {LEVEL_TITLES[level]}", 1)
        for number, value in enumerate(given, start=1):
            document.add_heading(f"มาตรฐานที่ {number} {NAMES[level][number - 1]}", 2)
            document.add_paragraph(f"1. ระดับคุณภาพ {WORDS[value]}")
            document.add_paragraph("2. วิธีการพัฒนา/ผลที่เกิดจากการพัฒนา")
            document.add_paragraph("โรงเรียนส่งเสริมให้ครูระดับปฐมวัยและผู้เรียนร้อยละ 90 มีผลระดับดีขึ้นไป")
            document.add_paragraph("3. แผนพัฒนาเพื่อให้ได้มาตรฐานที่สูงขึ้น")
            document.add_paragraph(f"- โครงการยกระดับมาตรฐานด้านที่ {number}")
            levels[level, str(number), ""] = value
    document.add_heading("ส่วนที่ 3 สรุปผล แนวทางการพัฒนา และความต้องการการช่วยเหลือ", 1)
    table(
        document,
        [["จุดเด่น", "จุดที่ควรพัฒนา"], ["1. ผู้เรียนมีมารยาทงาม\n2. ครูรักเด็ก", "- การอ่านออกเสียง\n- การคิดคำนวณ"]],
    )
    document.add_paragraph("ความต้องการและการช่วยเหลือ")
    document.add_paragraph("1) การพัฒนาครูด้านสื่อ")
    said = {("plan", f"โครงการยกระดับมาตรฐานด้านที่ {n}") for n in (1, 2, 3)} | {
        ("strength", "ผู้เรียนมีมารยาทงาม"),
        ("strength", "ครูรักเด็ก"),
        ("improvement_area", "การอ่านออกเสียง"),
        ("improvement_area", "การคิดคำนวณ"),
        ("suggestion", "การพัฒนาครูด้านสื่อ"),
    }
    return Report("SAR ทดสอบหนึ่ง 2566.docx", document_bytes(document), levels, said)


def levels_in_a_table() -> Report:
    """One table of standards and levels, items with their standards; strengths as prose."""
    document = docx.Document()
    cover(document)
    document.add_paragraph("ระดับการศึกษาขั้นพื้นฐาน")
    table(
        document,
        [
            ["มาตรฐาน/ประเด็นพิจารณา", "ระดับคุณภาพ"],
            ["มาตรฐานที่ 1 คุณภาพของผู้เรียน", "ดีเลิศ"],
            ["1.1 ผลสัมฤทธิ์ทางวิชาการของผู้เรียน", "ดี"],
            ["1) มีความสามารถในการอ่าน การเขียน", "ยอดเยี่ยม"],
            ["1.2 คุณลักษณะที่พึงประสงค์ของผู้เรียน", "ดีเลิศ"],
            ["มาตรฐานที่ 2 กระบวนการบริหารและการจัดการ", "ยอดเยี่ยม"],
            ["มาตรฐานที่ 3 กระบวนการจัดการเรียนการสอน", "ดี"],
            ["สรุปผลการประเมินในภาพรวม", "ดีเลิศ"],
        ],
    )
    document.add_paragraph("จุดเด่น")
    document.add_paragraph("โรงเรียนมีแหล่งเรียนรู้ที่หลากหลายและชุมชนร่วมมือ")
    document.add_paragraph("จุดที่ควรพัฒนา")
    document.add_paragraph("- ไม่มี")
    document.add_paragraph("ข้อเสนอแนะ")
    document.add_paragraph("ไม่มี")
    levels = {
        (BASIC, "1", ""): 4,
        (BASIC, "1", "1.1"): 3,
        (BASIC, "1", "1.2"): 4,
        (BASIC, "2", ""): 5,
        (BASIC, "3", ""): 3,
    }
    said = {("strength", "โรงเรียนมีแหล่งเรียนรู้ที่หลากหลายและชุมชนร่วมมือ")}
    return Report("sar.docx", document_bytes(document), levels, said)


def ticks_in_a_table() -> Report:
    """Two header rows, one column a level, a mark in one of them; both levels of education."""
    document = docx.Document()
    cover(document, "ปีการศึกษา ๒๕๖๖")
    levels: Levels = {}
    for level, given in ((EARLY, (5, 4, 3)), (BASIC, (2, 3, 4))):
        document.add_paragraph(LEVEL_TITLES[level])
        rows = [
            ["มาตรฐานการศึกษา", "ระดับคุณภาพ", "", "", "", ""],
            ["", *(WORDS[n] for n in range(1, 6))],
        ]
        for number, value in enumerate(given, start=1):
            ticks = ["✓" if n == value else "" for n in range(1, 6)]
            rows.append([f"มาตรฐานที่ {number} {NAMES[level][number - 1]}", *ticks])
            levels[level, str(number), ""] = value
        table(document, rows)
    return Report("ติ๊ก.docx", document_bytes(document), levels, set())


def ticked_boxes_in_text() -> Report:
    """Printed options with a box before each; Thai digits; headings without a space."""
    document = docx.Document()
    cover(document, "ประจำปีการศึกษา 25๖๖")
    document.add_paragraph("ระดับปฐมวัย")
    levels: Levels = {}
    for number, value in enumerate((3, 4, 5), start=1):
        document.add_paragraph(f"มาตรฐานที่{'๐๑๒๓'[number]} {NAMES[EARLY][number - 1]}")
        options = "  ".join(f"{'☑' if n == value else '☐'} {WORDS[n]}" for n in range(1, 6))
        document.add_paragraph(f"ระดับคุณภาพ {options}")
        levels[EARLY, str(number), ""] = value
    document.add_paragraph("จุดแข็ง")
    document.add_paragraph("๑. เด็กร่าเริงแจ่มใส ๒. เด็กช่วยเหลือตนเองได้")
    said = {("strength", "เด็กร่าเริงแจ่มใส"), ("strength", "เด็กช่วยเหลือตนเองได้")}
    return Report("กล่อง.docx", document_bytes(document), levels, said)


def levels_in_prose() -> Report:
    """An executive summary in sentences; marks in the wrong order."""
    document = docx.Document()
    cover(document)
    document.add_paragraph("บทสรุปผู้บริหาร")
    document.add_paragraph(
        "ผลการประเมินตนเองระดับปฐมวัย มาตรฐานท่ี 1 คุณภาพของเด็ก อยู่ในระดับดีเลิศ มาตรฐานที่ 2 กระบวนการบริหาร"
        "และการจัดการ อยู่ในระดับยอดเยี่ยม และมาตรฐานที่ 3 การจัดประสบการณ์ที่เน้นเด็กเป็นสำคัญ อยู่ในระดับดีและมีแนวโน้มสูงขึ้น"
    )
    document.add_paragraph(
        "ระดับการศึกษาขั้นพื้นฐาน มาตรฐานที่ 1 คุณภาพของผู้เรียน มีผลการประเมินอยู่ในระดับคุณภาพ ดี "
        "มาตรฐานที่ 2 อยู่ในระดับดีเลิศ มาตรฐานที่ 3 อยู่ในระดับดีเลิศ"
    )
    document.add_paragraph("จุดเด่นของสถานศึกษา คือ ชุมชนเข้มแข็ง")
    document.add_paragraph("จุดควรพัฒนา ได้แก่ การใช้เทคโนโลยี")
    levels = {
        (EARLY, "1", ""): 4,
        (EARLY, "2", ""): 5,
        (EARLY, "3", ""): 3,
        (BASIC, "1", ""): 3,
        (BASIC, "2", ""): 4,
        (BASIC, "3", ""): 4,
    }
    said = {("strength", "ชุมชนเข้มแข็ง"), ("improvement_area", "การใช้เทคโนโลยี")}
    return Report("ร้อยแก้ว.docx", document_bytes(document), levels, said)


def only_numbers() -> Report:
    """``1. ระดับคุณภาพ 4`` under each standard."""
    document = docx.Document()
    cover(document)
    document.add_paragraph("มาตรฐานการศึกษา ระดับการศึกษาขั้นพื้นฐาน")
    levels: Levels = {}
    for number, value in enumerate((4, 5, 3), start=1):
        document.add_paragraph(f"มาตรฐานที่ {number} : {NAMES[BASIC][number - 1]}")
        document.add_paragraph(f"1. ระดับคุณภาพ {value}")
        document.add_paragraph("2. ข้อมูล หลักฐาน เอกสารเชิงประจักษ์ที่สนับสนุนผลการประเมินตนเอง")
        document.add_paragraph("2.1 รายงานโครงการ")
        document.add_paragraph("โอกาสในการพัฒนา")
        document.add_paragraph(f"• เรื่องที่ {number} ควรเร่งรัด")
        levels[BASIC, str(number), ""] = value
    said = {("improvement_area", f"เรื่องที่ {n} ควรเร่งรัด") for n in (1, 2, 3)}
    return Report("ตัวเลข.docx", document_bytes(document), levels, said)


def percent_and_target() -> Report:
    """Targets beside results, per cents with their levels."""
    document = docx.Document()
    cover(document)
    document.add_paragraph("ผลการประเมินตนเอง ระดับปฐมวัย")
    table(
        document,
        [
            ["ที่", "มาตรฐาน", "ค่าเป้าหมาย", "ผลการประเมิน", ""],
            ["", "", "", "ร้อยละ", "ระดับคุณภาพ"],
            ["1", "คุณภาพของเด็ก", "ดี", "85.50", "ดีเลิศ"],
            ["2", "กระบวนการบริหารและการจัดการ", "ดีเลิศ", "92.00", "ยอดเยี่ยม"],
            ["3", "การจัดประสบการณ์ที่เน้นเด็กเป็นสำคัญ", "ดีเลิศ", "75.00", "ดี"],
        ],
    )
    levels = {(EARLY, "1", ""): 4, (EARLY, "2", ""): 5, (EARLY, "3", ""): 3}
    return Report("ร้อยละ.docx", document_bytes(document), levels, set())


def sheet_per_level() -> Report:
    """A workbook: a sheet for each level of education, then one for strengths."""
    sheets: dict[str, Sequence[Sequence[object]]] = {
        "ปก": [
            ["รายงานการประเมินตนเองของสถานศึกษา"],
            ["โรงเรียน", "บ้านทดสอบหนึ่ง"],
            ["รหัสโรงเรียน", "99000001"],
            ["ปีการศึกษา", 2566],
        ]
    }
    levels: Levels = {}
    for title, level, given in (("ปฐมวัย", EARLY, (4, 4, 5)), ("ขั้นพื้นฐาน", BASIC, (3, 3, 4))):
        rows: list[list[object]] = [
            [f"ผลการประเมิน {LEVEL_TITLES[level]}"],
            [],
            ["มาตรฐานที่", "ชื่อมาตรฐาน", "คะแนน", "ระดับคุณภาพ"],
        ]
        for number, value in enumerate(given, start=1):
            rows.append([number, NAMES[level][number - 1], value, WORDS[value]])
            levels[level, str(number), ""] = value
        sheets[title] = rows
    sheets["สรุป"] = [
        ["จุดเด่น", "จุดที่ควรพัฒนา", "แนวทางการพัฒนา"],
        ["ครูครบชั้น", "อาคารเก่า", "ขอซ่อมแซมอาคาร"],
        ["-", "ไม่มี", ""],
    ]
    said = {("strength", "ครูครบชั้น"), ("improvement_area", "อาคารเก่า"), ("plan", "ขอซ่อมแซมอาคาร")}
    return Report("sar.xlsx", workbook_bytes(sheets), levels, said)


def one_sheet_with_both_levels_as_columns() -> Report:
    """A workbook whose columns are the two levels of education."""
    rows = [
        ["รายงานผลการประเมินตนเอง โรงเรียนบ้านทดสอบหนึ่ง ปีการศึกษา 2566"],
        ["มาตรฐาน", "ปฐมวัย", "ขั้นพื้นฐาน", "จุดเด่น"],
        ["มาตรฐานที่ 1", "ดีเลิศ", "ดี", "เด็กมีวินัย"],
        ["มาตรฐานที่ 2", "ยอดเยี่ยม", "ดีเลิศ", ""],
        ["มาตรฐานที่ 3", "ดี", "ปานกลาง", "1. ครูใช้สื่อ\n2. ครูวัดผลจริง"],
    ]
    levels = {
        (EARLY, "1", ""): 4,
        (EARLY, "2", ""): 5,
        (EARLY, "3", ""): 3,
        (BASIC, "1", ""): 3,
        (BASIC, "2", ""): 4,
        (BASIC, "3", ""): 2,
    }
    said = {("strength", "เด็กมีวินัย"), ("strength", "ครูใช้สื่อ"), ("strength", "ครูวัดผลจริง")}
    return Report("รวม.xlsx", workbook_bytes({"Sheet1": rows}), levels, said)


def statements_under_each_level() -> Report:
    """Level on the line below its label; statements listed per level of education and standard at the end."""
    document = docx.Document()
    cover(document)
    levels: Levels = {}
    for level, given in ((EARLY, (4, 4, 4)), (BASIC, (5, 5, 4))):
        document.add_paragraph(LEVEL_TITLES[level])
        for number, value in enumerate(given, start=1):
            document.add_paragraph(f"มาตรฐานที่ {number} — {NAMES[level][number - 1]}")
            document.add_paragraph("ผลการประเมิน")
            document.add_paragraph(WORDS[value])
            levels[level, str(number), ""] = value
    document.add_paragraph("ส่วนที่ 3 สรุปผล")
    document.add_paragraph("จุดเด่น")
    for level in (EARLY, BASIC):
        document.add_paragraph(LEVEL_TITLES[level])
        for number in (1, 2):
            document.add_paragraph(f"มาตรฐานที่ {number} {NAMES[level][number - 1]}")
            document.add_paragraph(f"- ข้อดีข้อที่ {number} ของ{LEVEL_TITLES[level]}")
    document.add_paragraph("ภาคผนวก")
    document.add_paragraph("คำสั่งแต่งตั้งคณะกรรมการ")
    said = {("strength", f"ข้อดีข้อที่ {n} ของ{LEVEL_TITLES[level]}") for n in (1, 2) for level in (EARLY, BASIC)}
    return Report("ท้ายเล่ม.docx", document_bytes(document), levels, said)


def old_vocabulary() -> Report:
    """The fifteen standards of 2554 with the older words."""
    document = docx.Document()
    cover(document, "ปีการศึกษา 2558")
    document.add_paragraph("ระดับการศึกษาขั้นพื้นฐาน")
    rows = [["มาตรฐานที่", "ระดับคุณภาพ"]]
    levels: Levels = {}
    for number in range(1, 16):
        value = 3 + number % 3
        rows.append([str(number), OLD_WORDS[value]])
        levels[BASIC, str(number), ""] = value
    table(document, rows)
    return Report("เก่า 2558.docx", document_bytes(document), levels, set(), 2558)


LAYOUTS: tuple[Callable[[], Report], ...] = (
    both_levels_in_one_book,
    levels_in_a_table,
    ticks_in_a_table,
    ticked_boxes_in_text,
    levels_in_prose,
    only_numbers,
    percent_and_target,
    sheet_per_level,
    one_sheet_with_both_levels_as_columns,
    statements_under_each_level,
    old_vocabulary,
)


def criteria_manual() -> bytes:
    """A manual that describes every level of every standard."""
    document = docx.Document()
    document.add_heading("คู่มือการประเมินคุณภาพตามมาตรฐานการศึกษา ระดับปฐมวัย", 0)
    for number in (1, 2, 3):
        document.add_paragraph(f"มาตรฐานที่ {number} {NAMES[EARLY][number - 1]}")
        document.add_paragraph("ระดับคุณภาพ")
        table(document, [["ระดับคุณภาพ", "ประเด็นพิจารณา"], *[[WORDS[n], "คำอธิบายของระดับ"] for n in range(1, 6)]])
        document.add_paragraph("จุดเด่น ให้สถานศึกษาระบุสิ่งที่ทำได้ดี")
    return document_bytes(document)


def untitled_criteria() -> bytes:
    """The same descriptions without a title that gives them away."""
    document = docx.Document()
    document.add_paragraph("มาตรฐานการศึกษา ระดับการศึกษาขั้นพื้นฐาน")
    for number in (1, 2, 3):
        document.add_paragraph(f"มาตรฐานที่ {number} {NAMES[BASIC][number - 1]}")
        for value in range(1, 6):
            document.add_paragraph(f"ระดับคุณภาพ {WORDS[value]}")
            document.add_paragraph("ผู้เรียนมีคุณลักษณะตามที่สถานศึกษากำหนด")
    return document_bytes(document)


def letter() -> bytes:
    document = docx.Document()
    for text in (
        "ที่ ศธ 04999/123",
        "เรื่อง การจัดส่งรายงานการประเมินตนเองของสถานศึกษา ปีการศึกษา 2566",
        "เรียน ผู้อำนวยการโรงเรียนทุกโรงเรียน",
        "ด้วยเขตพื้นที่ขอให้โรงเรียนจัดส่งรายงาน โดยมาตรฐานที่ 1 ควรอยู่ในระดับดีเลิศ",
        "จึงเรียนมาเพื่อทราบ",
        "ขอแสดงความนับถือ",
    ):
        document.add_paragraph(text)
    return document_bytes(document)


def empty_form() -> bytes:
    """The printed form before anybody filled it in."""
    document = docx.Document()
    document.add_heading("รายงานการประเมินตนเองของสถานศึกษา", 0)
    document.add_paragraph("ปีการศึกษา ...........")
    document.add_paragraph("โรงเรียน ...........................")
    for level in (EARLY, BASIC):
        document.add_paragraph(LEVEL_TITLES[level])
        for number in (1, 2, 3):
            document.add_paragraph(f"มาตรฐานที่ {number} {NAMES[level][number - 1]}")
            document.add_paragraph("ระดับคุณภาพ ☐ กำลังพัฒนา ☐ ปานกลาง ☐ ดี ☐ ดีเลิศ ☐ ยอดเยี่ยม")
            document.add_paragraph("จุดเด่น")
            document.add_paragraph("1. .....................................")
            document.add_paragraph("จุดที่ควรพัฒนา")
            document.add_paragraph("-")
    return document_bytes(document)
