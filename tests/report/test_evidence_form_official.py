"""The blank ARS 46 (1) of fiscal year 2557 beside the words of the office's own form, line by line.

The labels below are those of the official form, written here a second time so that a slip in the form's file
is found; ``…`` stands for a blank.
"""

import re
from dataclasses import replace
from io import BytesIO

from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

from lib.catalog.evidence_forms import load_form
from lib.domain.evidence import Answer, EvidenceFile
from lib.domain.evidence_contacts import Contact
from lib.domain.office import Office
from lib.domain.schools import OfficeType
from lib.report.evidence_form import make_evidence_form
from tests.report.reading_word import W

FORM = load_form("ars46", 2557)
CHECKLIST = load_form("ktpn_plan", 2569)
UNNAMED = Office("", "", OfficeType.PRIMARY)
OFFICE = Office("สพป.ตัวอย่าง เขต 1", "", OfficeType.PRIMARY, "1")
_FOUR = "ติดตาม ตรวจสอบ ประเมินผล และนิเทศการศึกษา"

HEADING = [
    "เอกสารอ้างอิง ARS 46 (1)",
    "แบบฟอร์ม การจัดเก็บข้อมูล ระดับ สพป./สพม.",
    f"ตัวชี้วัดที่ 46 ระดับความสำเร็จของสำนักงานเขตพื้นที่การศึกษาในการ{_FOUR}ที่มีประสิทธิภาพ",
    "รายการอ้างอิง ตัวชี้วัด ตามคำรับรองตามแผนการปฏิบัติราชการ ปีงบประมาณ พ.ศ. 2557",
    "สำนักงานเขตพื้นที่การศึกษาประถมศึกษา … เขต …",
    "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา เขต …",
]
ROWS = [
    (
        f"* 1. คำสั่งแต่งตั้งคณะกรรมการ{_FOUR} ของสำนักงานเขตพื้นที่การศึกษา",
        ["คำสั่ง สพป./สพม. …", "เลขที่ …", "สั่ง ณ วันที่ … เดือน … พ.ศ. …"],
    ),
    (f"* 2. ระบบการ{_FOUR} ทั้ง 4 ด้าน ภายในเขตพื้นที่การศึกษา", ["รูปแบบ/กระบวนการ …"]),
    (
        f"** 3. การ{_FOUR} ทั้ง 4 ด้าน และช่วยเหลือ ส่งเสริม สนับสนุน ให้สถานศึกษาบริหารและจัดการศึกษาอย่างมีคุณภาพ",
        ["แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. … หน้าที่ …", "ชื่อแผนงาน/โครงการ …"],
    ),
    (f"** 4. การเก็บรวบรวมข้อมูล ประมวลผล สรุปและรายงานผลการ{_FOUR} ทั้ง 4 ด้าน", ["วิธีการ …"]),
    (
        f"*** 5. การนำผลของการ{_FOUR} ทั้ง 4 ด้าน ไปใช้พัฒนาคุณภาพตามเป้าหมายของการจัดการศึกษา",
        [f"เอกสารการรายงานผลการ{_FOUR} ทั้ง 4 ด้าน"],
    ),
]
LEVELS = [
    f"มีคำสั่งแต่งตั้งคณะกรรมการ{_FOUR} ของสำนักงานเขตพื้นที่การศึกษา",
    f"มีระบบการ{_FOUR} ทั้ง 4 ด้าน ภายในเขตพื้นที่การศึกษา",
    f"มีการ{_FOUR} ทั้ง 4 ด้าน และช่วยเหลือ ส่งเสริมสนับสนุน ให้สถานศึกษาบริหารและจัดการศึกษาอย่างมีคุณภาพ",
    f"มีการเก็บรวบรวมข้อมูล ประมวลผล สรุปและรายงานผลการ{_FOUR} ทั้ง 4 ด้าน",
    f"มีการนำผลของการ{_FOUR} ทั้ง 4 ด้าน ไปใช้พัฒนาคุณภาพตามเป้าหมายของการจัดการศึกษา",
]
CRITERIA = [
    [],
    [
        "1.1 ร่วมกันวิเคราะห์ สังเคราะห์ และสรุปเป้าหมายของการนิเทศภายในเขตพื้นที่",
        "1.2 เลือกจัดทำแนวทาง แผน คู่มือ หรือการดำเนินงานลักษณะอื่น",
        "1.3 ประสานการดำเนินงานกับ ก.ต.ป.น.",
    ],
    [
        "2.1 กำหนดให้มีการติดตาม ประเมินผล และนิเทศตามเป้าหมายและความต้องการของสถานศึกษา",
        "2.2 จัดทำแนวทางช่วยเหลือ ส่งเสริม สนับสนุนสถานศึกษา",
    ],
    ["3.1 วิธีการและเครื่องมือสอดคล้องกับเป้าหมายและวัตถุประสงค์", "3.2 วิเคราะห์ ประมวลผลและสรุปผล", "3.3 จัดทำรายงานผล"],
    ["4 นำผลไปใช้พัฒนาคุณภาพตามเป้าหมายของการจัดการศึกษา"],
]
SOURCES = [
    "คำสั่งแต่งตั้ง",
    "แผนงาน/โครงการ/กิจกรรม (แผนปฏิบัติการประจำปี แผนการนิเทศ แผนพัฒนาคุณภาพ)",
    "สารสนเทศที่จัดจำแนกหมวดหมู่",
    "เครื่องมือการติดตาม ตรวจสอบ ประเมินผล และนิเทศ",
    "บันทึก/ร่องรอยการนำสารสนเทศไปใช้",
    "บันทึกที่เกี่ยวข้องกับการปฏิบัติงาน",
    "รายงานผลการติดตาม ตรวจสอบ ประเมินผลและนิเทศ",
    "รายงานการประชุม",
    "เอกสารหลักฐานอื่น ๆ",
]


def _plain(text: str) -> str:
    """One blank for a run of dots or a leader, one space for a tab inside."""
    return re.sub(r"\s+", " ", re.sub(r"\.{5,}|\t$", "…", text)).strip()


def _blank_form() -> tuple[list[str], list[Table]]:
    """Lines outside tables and the tables, in the order of the file."""
    docx = make_evidence_form(FORM, {}, (), UNNAMED, results={}, thai_digits=False)
    word = Document(BytesIO(docx))
    blocks = list(word.iter_inner_content())
    lines = [_plain(block.text) for block in blocks if isinstance(block, Paragraph)]
    return [line for line in lines if line], [block for block in blocks if isinstance(block, Table)]


def test_heading_lines_and_both_office_lines_are_those_of_the_form() -> None:
    lines, _ = _blank_form()
    assert lines[:6] == HEADING


def test_the_four_columns_have_their_heads_with_has_and_has_not_under_one() -> None:
    _, (answers, _, _) = _blank_form()
    assert len(answers.columns) == 4
    upper = [cell.text for cell in answers.rows[0].cells]
    lower = [cell.text for cell in answers.rows[1].cells]
    assert upper[:3] == ["การปฏิบัติงาน", "ผลการปฏิบัติงาน", "ผลการปฏิบัติงาน"]
    assert _plain(upper[3]) == "แหล่งข้อมูล/อ้างอิง/หลักฐาน (กรอกข้อมูลและแนบไฟล์ word)"
    assert lower[1:3] == ["มี", "ไม่มี"]


def test_every_item_has_its_mark_its_words_its_empty_boxes_and_its_blanks() -> None:
    _, (answers, _, _) = _blank_form()
    shown = [
        (
            _plain(row.cells[0].text),
            [text for text in (_plain(each.text) for each in row.cells[3].paragraphs) if text != "…"],
        )
        for row in answers.rows[2:]
    ]
    assert shown == ROWS
    assert {cell.text for row in answers.rows[2:] for cell in row.cells[1:3]} == {"☐"}


def test_the_legend_tells_the_three_marks() -> None:
    lines, _ = _blank_form()
    assert "* รายงานรอบ 6 เดือน ** รายงานรอบ 9 เดือน *** รายงานรอบ 12 เดือน" in lines


def test_unit_weight_and_scoring_are_told_with_the_levels_and_what_to_consider() -> None:
    lines, (_, levels, _) = _blank_form()
    told = next(line for line in lines if line.startswith("หน่วยวัด"))
    assert told == (
        "หน่วยวัด: ระดับ · น้ำหนัก: ร้อยละ 2.00 · ช่วงการปรับเกณฑ์การให้คะแนน +/- 1 หน่วย ต่อ 1 คะแนน · Milestone 5 ระดับ"
    )
    assert [[cell.text for cell in row.cells[:2]] for row in levels.rows[1:]] == [
        [str(number), text] for number, text in enumerate(LEVELS, start=1)
    ]
    shown = [[_plain(each.text) for each in row.cells[2].paragraphs if each.text] for row in levels.rows[1:]]
    assert shown == CRITERIA


def test_the_baseline_sources_and_roles_close_the_form() -> None:
    lines, (_, _, baseline) = _blank_form()
    assert [cell.text for cell in baseline.rows[0].cells][:2] == ["ข้อมูลพื้นฐานประกอบตัวชี้วัด", "หน่วยวัด"]
    assert _plain(baseline.rows[0].cells[2].text) == "ผลการดำเนินงานในอดีต ปีงบประมาณ พ.ศ."
    assert [cell.text for cell in baseline.rows[1].cells][2:] == ["2555", "2556", "2557"]
    assert [cell.text for cell in baseline.rows[2].cells][1:] == ["ระดับ", "-", "-", "-"]
    start = lines.index("แหล่งข้อมูล")
    numbered = [f"{number}. {text}" for number, text in enumerate(SOURCES, start=1)]
    assert lines[start:] == ["แหล่งข้อมูล", *numbered, "ผู้กำกับดูแลตัวชี้วัด …", "ผู้จัดเก็บข้อมูล …"]


def test_people_of_the_roles_are_printed_where_the_office_wrote_them() -> None:
    person = Contact(FORM.roles[0], "สมมติ ตัวอย่าง", "ผู้อำนวยการกลุ่ม", "000", "a46@example.org")
    docx = make_evidence_form(FORM, {}, (), OFFICE, results={}, contacts=[person], thai_digits=True)
    lines = [_plain(each.text) for each in Document(BytesIO(docx)).paragraphs if each.text]
    assert lines[-3:] == [
        "ผู้กำกับดูแลตัวชี้วัด สมมติ ตัวอย่าง",
        "ตำแหน่ง ผู้อำนวยการกลุ่ม โทรศัพท์ ๐๐๐ อีเมล a46@example.org",
        "ผู้จัดเก็บข้อมูล …",
    ]


def test_answered_considerations_and_evidence_without_a_file_are_told() -> None:
    answers = {"2": Answer("yes", {"model": "ก\nข"}, sub_answers={"1.1": "yes", "1.3": "no"})}
    link = EvidenceFile(1, "2", "", "", "เว็บไซต์", "other", link="https://example.org/46")
    docx = make_evidence_form(FORM, answers, (link,), OFFICE, results={}, thai_digits=False)
    cell = Document(BytesIO(docx)).tables[0].rows[3].cells[3]
    assert [each.text for each in cell.paragraphs] == [
        "รูปแบบ/กระบวนการ ก\nข",
        "โดยพิจารณา 1.1 มี  1.3 ไม่มี",
        "หลักฐาน",
        "1)\tเว็บไซต์ https://example.org/46",
    ]


def test_a_checklist_ticks_its_considerations_and_has_no_column_of_dashes() -> None:
    answers = {"four_domains": Answer("yes", {}, sub_answers={"2.1": "yes", "2.2": "no"})}
    docx = make_evidence_form(CHECKLIST, answers, (), OFFICE, results={}, thai_digits=True)
    word = Document(BytesIO(docx))
    assert "เอกสารอ้างอิง ตัวบ่งชี้ที่ ๓" in [each.text for each in word.paragraphs]
    rows = [[cell.text for cell in row.cells[:3]] for row in word.tables[0].rows]
    assert ["๒.๑\tด้านวิชาการ", "☑", "☐"] in rows
    assert ["๒.๒\tด้านงบประมาณ", "☐", "☑"] in rows
    assert [cell.text for cell in word.tables[1].rows[0].cells] == ["ระดับ", "ระดับขั้นของการปฏิบัติงาน"]


def test_the_last_two_levels_go_to_a_new_page_together() -> None:
    docx = make_evidence_form(FORM, {}, (), OFFICE, results={})
    rows = Document(BytesIO(docx)).tables[1].rows
    kept = [bool(list(row._tr.iter(f"{W}keepNext"))) for row in rows[1:]]
    assert kept == [False, False, False, True, False]


def test_the_marks_are_explained_on_the_page_of_the_last_row() -> None:
    rows = Document(BytesIO(make_evidence_form(FORM, {}, (), OFFICE, results={}))).tables[0].rows
    kept = [bool(list(row._tr.iter(f"{W}keepNext"))) for row in rows[2:]]
    assert kept == [False, False, False, True, True]


def test_a_row_longer_than_a_part_of_a_page_may_be_cut() -> None:
    answers = {"2": Answer("yes", {"model": "กระบวนการนิเทศ 5 ขั้น " * 60})}
    rows = Document(BytesIO(make_evidence_form(FORM, answers, (), OFFICE, results={}))).tables[0].rows
    assert [bool(list(row._tr.iter(f"{W}cantSplit"))) for row in rows[2:]] == [True, False, True, True, True]


def test_named_levels_and_many_years_have_the_room_they_need() -> None:
    named = replace(FORM.levels[0], name="ดำเนินการ")
    form = replace(FORM, levels=(named, *FORM.levels[1:]), n_baseline_years=5)
    word = Document(BytesIO(make_evidence_form(form, {}, (), OFFICE, results={})))
    levels, years = (
        [round(cell.width.cm, 1) for cell in table.rows[-1].cells if cell.width] for table in word.tables[1:]
    )
    assert levels == [3.0, 5.3, 7.7]
    assert years == [5.2, 1.8, 1.8, 1.8, 1.8, 1.8, 1.8]
