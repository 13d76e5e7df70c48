"""The produced Word form read back field by field against the form's own data."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from docx.document import Document as DocxDocument

from lib.catalog.evidence_forms import load_form
from lib.domain.evidence import Answer, EvidenceFile
from lib.domain.office import Office
from lib.domain.schools import OfficeType
from lib.report.evidence_form import make_evidence_form
from lib.thai.numerals import to_thai_digits
from tests.report.reading_word import W, part_xml, styles_by_id

FORM = load_form("ars46", 2569)
PRIMARY = Office("สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เขต 1", "สพป.ตัวอย่าง เขต 1", OfficeType.PRIMARY, "1")
SECONDARY = Office("สำนักงานเขตพื้นที่การศึกษามัธยมศึกษาทดสอบ", "สพม.ทดสอบ", OfficeType.SECONDARY)
ANSWERS = {
    "1": Answer("yes", {"order_office": "ตัวอย่าง เขต 1", "order_no": "112/2568", "order_date": "2025-12-16"}),
    "2": Answer("yes", {"model": "กระบวนการ 5 ขั้น"}),
    "3": Answer("yes", {"plan_year": "2569", "plan_page": "45", "project_name": "โครงการนิเทศ"}),
    "4": Answer("no", {}),
}
FILES = (
    EvidenceFile(1, "1", "a" * 64, "order 112.pdf", "คำสั่งที่ 112/2568", "order", page="1-2"),
    EvidenceFile(2, "2", "b" * 64, "plan2569.docx", "plan2569.docx", "plan"),
    EvidenceFile(3, "2", "c" * 64, "x.pdf", "ฉบับร่าง", "plan", accepted=False),
)
SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def _docx(*, filled: bool, office: Office = PRIMARY, thai_digits: bool = False) -> bytes:
    return make_evidence_form(
        FORM,
        ANSWERS if filled else {},
        FILES if filled else (),
        office,
        results={"level": ("4", "5", "-")} if filled else {},
        thai_digits=thai_digits,
    )


def _word(*, filled: bool, office: Office = PRIMARY, thai_digits: bool = False) -> DocxDocument:
    return Document(BytesIO(_docx(filled=filled, office=office, thai_digits=thai_digits)))


def _evidence(word: DocxDocument, number: int) -> list[str]:
    return [paragraph.text for paragraph in word.tables[0].rows[number + 1].cells[3].paragraphs]


def test_the_heading_lines_stand_in_the_order_of_the_original() -> None:
    lines = [paragraph.text for paragraph in _word(filled=True).paragraphs][:6]
    assert lines == [
        "เอกสารอ้างอิง ARS 46 (1)",
        "แบบฟอร์ม การจัดเก็บข้อมูล ระดับ สพป./สพม.",
        f"ตัวชี้วัดที่ 46 {FORM.indicator_name}",
        "รายการอ้างอิง ตัวชี้วัด ตามคำรับรองตามแผนการปฏิบัติราชการ ปีงบประมาณ พ.ศ. 2569",
        "สำนักงานเขตพื้นที่การศึกษาประถมศึกษา ตัวอย่าง เขต 1",
        "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา เขต \t",
    ]


def test_a_secondary_office_fills_the_other_line() -> None:
    lines = [paragraph.text for paragraph in _word(filled=True, office=SECONDARY).paragraphs]
    assert "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา เขต ทดสอบ" in lines
    assert any(line.startswith("สำนักงานเขตพื้นที่การศึกษาประถมศึกษา ...") and line.endswith("\t") for line in lines)


def test_has_and_has_not_stand_under_one_merged_head() -> None:
    upper, lower = (row.cells for row in _word(filled=False).tables[0].rows[:2])
    assert [cell.text for cell in upper] == [
        "การปฏิบัติงาน",
        "ผลการปฏิบัติงาน",
        "ผลการปฏิบัติงาน",
        "แหล่งข้อมูล/อ้างอิง/หลักฐาน\n(กรอกข้อมูลและแนบไฟล์ word)",
    ]
    assert upper[1]._tc is upper[2]._tc
    assert [cell.text for cell in lower][1:3] == ["มี", "ไม่มี"]


def test_every_item_stands_with_its_mark_number_and_official_words() -> None:
    rows = _word(filled=False).tables[0].rows[2:]
    assert [row.cells[0].text for row in rows] == [
        f"{mark}\t{item.number}. {item.title}"
        for mark, item in zip(("*", "*", "**", "**", "***"), FORM.items, strict=True)
    ]


def test_ticks_follow_the_answers() -> None:
    rows = _word(filled=True).tables[0].rows[2:]
    ticks = [(row.cells[1].text, row.cells[2].text) for row in rows]
    assert ticks == [("☑", "☐"), ("☑", "☐"), ("☑", "☐"), ("☐", "☑"), ("☐", "☐")]


def test_filled_fields_stand_in_the_printed_lines() -> None:
    word = _word(filled=True)
    assert _evidence(word, 1)[:3] == [
        "คำสั่ง สพป./สพม. ตัวอย่าง เขต 1",
        "เลขที่ 112/2568",
        "สั่ง ณ วันที่ 16 เดือน ธันวาคม พ.ศ. 2568",
    ]
    assert _evidence(word, 3) == [
        "แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2569 หน้าที่ 45",
        "ชื่อแผนงาน/โครงการ โครงการนิเทศ",
    ]


def test_only_files_that_count_are_named() -> None:
    word = _word(filled=True)
    assert _evidence(word, 1)[3:] == ["ไฟล์แนบ", "1)\tคำสั่งที่ 112/2568 หน้า 1-2"]
    assert _evidence(word, 2)[1:] == ["ไฟล์แนบ", "1)\tplan2569.docx"]


def test_empty_fields_are_dotted_to_the_end_of_the_line() -> None:
    word = _word(filled=False)
    first = word.tables[0].rows[2].cells[3].paragraphs
    assert [paragraph.text for paragraph in first[:2]] == ["คำสั่ง สพป./สพม. \t", "เลขที่ \t"]
    assert first[2].text.startswith("สั่ง ณ วันที่ .....")
    assert _evidence(word, 2) == ["รูปแบบ/กระบวนการ \t", "\t", "\t"]
    tab = styles_by_id(_docx(filled=False))["FormBlank"].find(f"{W}pPr/{W}tabs/{W}tab")
    assert tab.get(f"{W}leader") == "dot"


def test_an_empty_optional_field_leaves_no_line() -> None:
    assert _evidence(_word(filled=False), 5) == [
        "เอกสารการรายงานผลการติดตาม ตรวจสอบ ประเมินผล และนิเทศการศึกษา ทั้ง 4 ด้าน"
    ]


def test_the_marks_are_explained_under_the_table() -> None:
    lines = [paragraph.text for paragraph in _word(filled=False).paragraphs]
    assert "* รายงานรอบ 6 เดือน     ** รายงานรอบ 9 เดือน     *** รายงานรอบ 12 เดือน" in lines


def test_levels_stand_with_their_sub_criteria() -> None:
    rows = _word(filled=False).tables[1].rows
    assert [cell.text for cell in rows[0].cells] == ["ระดับ", "ระดับขั้นของการปฏิบัติงาน", "โดยพิจารณา"]
    assert [row.cells[1].text for row in rows[1:]] == [level.text for level in FORM.levels]
    assert rows[2].cells[2].text.splitlines() == [
        f"{each.number}\t{each.text}" for each in FORM.items[1].sub_criteria
    ]


def test_the_baseline_table_shows_three_fiscal_years() -> None:
    rows = _word(filled=True).tables[2].rows
    assert [cell.text for cell in rows[1].cells][2:] == ["2567", "2568", "2569"]
    assert [cell.text for cell in rows[2].cells] == [FORM.indicator_name, "ระดับ", "4", "5", "-"]


def test_all_nine_kinds_are_listed_and_roles_stay_blank() -> None:
    lines = [paragraph.text for paragraph in _word(filled=True).paragraphs]
    start = lines.index("แหล่งข้อมูล") + 1
    assert lines[start : start + 9] == [f"{n}.\t{kind.name}" for n, kind in enumerate(FORM.kinds, start=1)]
    assert lines[-2:] == ["ผู้กำกับดูแลตัวชี้วัด \t", "ผู้จัดเก็บข้อมูล \t"]


def test_thai_digits_are_a_switch_that_spares_code_and_file_names() -> None:
    arabic, thai = (
        [
            *(paragraph.text for paragraph in word.paragraphs),
            *(cell.text for table in word.tables for row in table.rows for cell in row.cells),
        ]
        for word in (_word(filled=True), _word(filled=True, thai_digits=True))
    )
    kept = [text for text in thai if any(letter in "0123456789" for letter in text)]
    assert kept[0] == "เอกสารอ้างอิง ARS 46 (1)"
    assert all("plan2569.docx" in text for text in kept[1:])
    assert [to_thai_digits(text) for text in arabic] == [to_thai_digits(text) for text in thai]


def test_the_office_decides_the_digits_where_nobody_else_does() -> None:
    docx = make_evidence_form(FORM, {}, (), PRIMARY, results={})
    assert "ตัวชี้วัดที่ ๔๖" in Document(BytesIO(docx)).paragraphs[2].text


def test_every_form_style_names_all_four_font_slots() -> None:
    used = {
        style_id: style for style_id, style in styles_by_id(_docx(filled=True)).items() if "Form" in style_id
    }
    fonts = [style.find(f"{W}rPr/{W}rFonts") for style_id, style in used.items() if style_id != "FormTable"]
    slots = [
        {fonts_of.get(f"{W}{slot}") for slot in ("ascii", "hAnsi", "eastAsia", "cs")} for fonts_of in fonts
    ]
    assert {name for slot in slots for name in slot} == {"TH Sarabun New", "Segoe UI Symbol"}
    assert all(len(slot) == 1 for slot in slots)


def test_only_named_styles_shape_the_form() -> None:
    root = part_xml(_docx(filled=True))
    direct = {child.tag.removeprefix(W) for properties in root.iter(f"{W}rPr") for child in properties}
    assert direct == {"rStyle"}


def test_characters_word_cannot_carry_do_not_break_the_file() -> None:
    answers = {"2": Answer("yes", {"model": "ก\x0b<&>\ud800ข"})}
    docx = make_evidence_form(FORM, answers, (), PRIMARY, results={})
    assert _evidence(Document(BytesIO(docx)), 2) == ["รูปแบบ/กระบวนการ ก<&>ข"]


def test_a_sample_office_says_so() -> None:
    sample = Office("สพป.ตัวอย่าง เขต 1", "", OfficeType.PRIMARY, "1", is_sample=True)
    assert _word(filled=False, office=sample).paragraphs[0].text == "เอกสารตัวอย่าง จัดทำจากข้อมูลสมมติ"


@pytest.mark.parametrize("filled", [True, False])
def test_libreoffice_opens_the_form_on_a4(tmp_path: Path, filled: bool) -> None:
    if SOFFICE is None:
        pytest.skip("LibreOffice is not installed, so that pages cannot be drawn")
    source = tmp_path / "ars46.docx"
    source.write_bytes(_docx(filled=filled, thai_digits=True))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    pages = pypdfium2.PdfDocument(tmp_path / "ars46.pdf")
    text = "".join(page.get_textpage().get_text_range() for page in pages)
    assert {(round(page.get_width()), round(page.get_height())) for page in pages} == {(595, 842)}
    assert "ARS 46 (1)" in text
    assert "๒๕๖๙" in text
