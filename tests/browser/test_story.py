"""One morning of a secretariat in a real browser: upload → review → explore → evidence → report."""

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import openpyxl
import pytest

from lib.services.register import load_register

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from lib.storage.engine import Store

pytestmark = pytest.mark.browser

RECOMMENDATION = "จัดนิเทศเฉพาะประเด็นให้โรงเรียนที่ยังไม่ถึงเป้าหมาย ภายในภาคเรียนที่ 1"


def test_a_secretariat_goes_from_a_workbook_to_the_committee_report(
    browser_page: "Page", sample_store: "Store", tmp_path: Path
) -> None:
    page = browser_page
    workbook = tmp_path / "ผล O-NET ป.6 ปีการศึกษา 2568 (แก้ไข).xlsx"
    workbook.write_bytes(_corrected_results(sample_store))
    _upload(page, workbook)
    sentence = _accept_with_recommendation(page)
    _explore(page)
    _attach_evidence(page, tmp_path)
    report = _download_report(page, tmp_path)
    text = "\n".join(paragraph.text for paragraph in report.paragraphs)
    cells = "\n".join(cell.text for table in report.tables for cell in table._cells)
    assert sentence.removeprefix("ภาพรวมเขตพื้นที่ ").split(" อยู่ที่ ")[0] in _arabic(text)
    assert _arabic(RECOMMENDATION) in _arabic(text)
    assert _arabic(RECOMMENDATION) in _arabic(cells)
    charts = [part for part in report.part.package.iter_parts() if "/charts/" in str(part.partname)]
    assert len(charts) >= 4


def _corrected_results(store: "Store") -> bytes:
    schools = load_register(store)[:5]
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["ผลการทดสอบ O-NET ชั้นประถมศึกษาปีที่ 6 ปีการศึกษา 2568 (แก้ไขหลังประกาศผล)"])
    sheet.append(["รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนผู้เข้าสอบ", "ภาษาไทย", "คณิตศาสตร์"])
    for place, school in enumerate(schools):
        sheet.append([school.smis_code, school.name, 12 + place, 61.25 + place, "๓๕.๕๐"])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _open(page: "Page", title: str, heading: str) -> None:
    # pressed as long as a finger rests: what was being typed is sent before the other page is asked for
    page.get_by_test_id("stSidebar").get_by_role("link", name=title, exact=True).click(delay=80)
    page.get_by_role("heading", name=heading).wait_for()


def _upload(page: "Page", workbook: Path) -> None:
    _open(page, "นำเข้าข้อมูล", "ไฟล์นี้อ่านได้ถูกต้องหรือไม่")
    page.locator("input[type=file]").first.set_input_files(workbook)
    page.get_by_text("อ่าน 5 แถว = นำเข้า 5 + ไม่รับ 0 + ข้าม 0 · ได้ 10 ค่า").wait_for()
    page.get_by_role("button", name="บันทึก 10 ค่า จาก 1 ไฟล์").click()
    page.get_by_text("บันทึก 10 ค่า จาก 1 ไฟล์แล้ว").wait_for()


def _accept_with_recommendation(page: "Page") -> str:
    """Decide the first area finding that should be developed; returns its sentence."""
    _open(page, "จุดเด่นและจุดที่ควรพัฒนา", "สิ่งใดเด่น และสิ่งใดควรพัฒนา")
    column = page.get_by_test_id("stColumn").filter(has_text="▼ จุดที่ควรพัฒนาและเรื่องที่ต้องดู").first
    card = column.get_by_test_id("stText").first
    sentence = card.inner_text()
    column.get_by_role("button", name="พิจารณา").first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="สพท.").click()
    dialog.get_by_label("ข้อเสนอแนะต่อ สพท.").fill(RECOMMENDATION)
    dialog.get_by_label("ข้อเสนอแนะต่อ สพท.").press("Tab")
    dialog.get_by_role("button", name="บันทึกผลการพิจารณา").click()
    page.get_by_text("บันทึกแล้ว: รับแล้ว").wait_for()
    return sentence


def _explore(page: "Page") -> None:
    _open(page, "สำรวจตัวชี้วัด", "ตัวชี้วัดนี้เป็นอย่างไร ที่ใดต่างจากที่อื่น")
    page.locator("[data-testid=stVegaLiteChart] :is(canvas, svg)").first.wait_for()


def _attach_evidence(page: "Page", tmp_path: Path) -> None:
    _open(page, "แบบ ARS 46", "ตัวชี้วัดที่ 46 อยู่ระดับใด และยังขาดอะไร")
    order = docx.Document()
    order.add_paragraph("คำสั่งแต่งตั้งคณะกรรมการ (ตัวอย่าง)")
    file = tmp_path / "คำสั่งแต่งตั้ง.docx"
    order.save(str(file))
    page.get_by_role("button", name="แนบหลักฐาน").first.click()
    dialog = page.get_by_role("dialog")
    dialog.locator("input[type=file]").set_input_files(file)
    dialog.get_by_label("ชนิดของหลักฐาน").click()
    page.get_by_role("option").nth(1).click()
    dialog.get_by_role("button", name="แนบไฟล์นี้").click()
    page.get_by_text(re.compile("แนบ คำสั่งแต่งตั้ง.docx กับข้อ")).wait_for()
    _pause_in_a_long_text(page)


def _pause_in_a_long_text(page: "Page") -> None:
    """What is typed is kept when the person pauses, with the cursor where it was."""
    page.get_by_text("ข้อ 4 ผลการปฏิบัติงานและหลักฐาน").click()
    method = page.get_by_label("วิธีการ", exact=True)
    method.click()
    page.keyboard.press("Control+Home")
    page.keyboard.type("เพิ่มเติม ")
    page.get_by_text("เก็บร่างไว้ให้แล้ว ยังไม่นับในระดับจนกว่าจะกดบันทึก").wait_for()
    page.keyboard.type("จากรอบก่อน ")
    assert method.input_value().startswith("เพิ่มเติม จากรอบก่อน ")


def _download_report(page: "Page", tmp_path: Path) -> "docx.document.Document":
    _open(page, "รายงาน ก.ต.ป.น.", "รายงานพร้อมเสนอคณะกรรมการหรือยัง")
    page.get_by_role("radio", name="ดาวน์โหลด", exact=True).click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="ดาวน์โหลดรายงาน Word").click()
    file = tmp_path / "report.docx"
    waiting.value.save_as(file)
    assert "รายงาน กตปน 2568" in waiting.value.suggested_filename
    return docx.Document(str(file))


def _arabic(text: str) -> str:
    return text.translate(str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789"))
