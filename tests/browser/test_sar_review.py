"""A report checked with the keyboard alone: answered, put right, confirmed, and the next one opened."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest

from lib.domain.assessments import ReportStatus, SavedSelfAssessment
from lib.services import self_assessments as sar
from lib.services.register import load_register
from lib.storage.engine import Store, open_store
from tests.browser.standing_still import stand_still

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

YEAR = 2568
BEFORE = 20


def test_a_report_is_checked_and_confirmed_without_touching_the_mouse(
    browser_page: "Page", sample_store: Store, tmp_path: Path
) -> None:
    page = browser_page
    store = open_store(f"sqlite:///{(tmp_path / 'office.sqlite3').as_posix()}")
    saved = _save_a_hard_report(store, tmp_path)
    n_reports = len(sar.load_reports(store, YEAR))
    n_confirmed = sum(each.status is ReportStatus.CONFIRMED for each in sar.load_reports(store, YEAR))
    page.get_by_test_id("stSidebar").get_by_role("link", name="รายงานสถานศึกษา (SAR)").click()
    page.get_by_role("radio", name="ตรวจรายงาน").click()
    page.get_by_text(f"ตรวจแล้ว {n_confirmed} จาก {n_reports} ฉบับ").wait_for()
    # The one with an error comes first, its words marked beside it.
    _at(page, saved, "3")
    page.locator(".ktpn-leaf mark", has_text="1. ระดับคุณภาพ 7").wait_for()
    page.keyboard.press("4")
    _at(page, saved, "1")
    page.keyboard.press("s")
    _at(page, saved, "2")
    page.keyboard.press("b")
    _at(page, saved, "1")
    page.keyboard.press("F2")
    _at(page, saved, "2")
    page.keyboard.press("F2")
    page.get_by_text("ตรวจทุกรายการที่ไม่แน่ใจแล้ว").wait_for()
    page.get_by_role("button", name="ยืนยันรายงาน").wait_for()
    stand_still(page)
    page.keyboard.press("F9")
    page.get_by_text(f"ตรวจแล้ว {n_confirmed + 1} จาก {n_reports} ฉบับ").wait_for()
    page.get_by_text(re.compile("ยืนยันรายงานของ.*แล้ว เปิดฉบับถัดไปให้แล้ว")).wait_for()
    done = sar.load_report(store, saved.report_id)[0]
    levels = {r.standard: r.level for r in done.assessment.ratings if not r.item}
    assert (done.status, levels) == (ReportStatus.CONFIRMED, {"1": 3, "2": 5, "3": 4})
    assert all(r.checked_by and r.confidence == 1.0 for r in done.assessment.ratings)
    store.dispose()


def _at(page: "Page", saved: SavedSelfAssessment, standard: str) -> None:
    """Until the item is drawn with its last button; a key pressed earlier would meet the item before."""
    page.get_by_role("heading", name=f"ระดับขั้นพื้นฐาน มาตรฐานที่ {standard}", exact=True).wait_for()
    page.locator(f".st-key-sar-item-{saved.report_id}-rating-basic-{standard}--1").wait_for()
    stand_still(page)


def _save_a_hard_report(store: Store, folder: Path) -> SavedSelfAssessment:
    """A report with a level out of range, two levels of one standard, and a word against its number."""
    sent = {report.school_id for report in sar.load_reports(store, YEAR)}
    school = next(
        s
        for s in load_register(store)
        if s.active and s.school_id not in sent and s.offers_basic and not s.offers_early_childhood
    )
    document = docx.Document()
    for text in (
        "รายงานการประเมินตนเองของสถานศึกษา (SAR)",
        f"ปีการศึกษา {YEAR}",
        f"โรงเรียน{school.name} รหัสสถานศึกษา {school.moe_code or school.smis_code}",
        "บทสรุปผู้บริหาร",
        "มาตรฐานที่ 1 คุณภาพของผู้เรียน ระดับคุณภาพ ดีเลิศ",
        *["โรงเรียนจัดกิจกรรมพัฒนาผู้เรียนตามแผนปฏิบัติการ"] * BEFORE,
        "ระดับการศึกษาขั้นพื้นฐาน",
        "มาตรฐานที่ 1 คุณภาพของผู้เรียน",
        "1. ระดับคุณภาพ ดี",
        "มาตรฐานที่ 2 กระบวนการบริหารและการจัดการ",
        "1. ระดับคุณภาพ ยอดเยี่ยม (4)",
        "มาตรฐานที่ 3 กระบวนการจัดการเรียนการสอนที่เน้นผู้เรียนเป็นสำคัญ",
        "1. ระดับคุณภาพ 7",
        "จุดเด่น",
        "1. ผู้เรียนอ่านออกเขียนได้ตามระดับชั้นทุกคน",
    ):
        document.add_paragraph(text)
    path = folder / "SAR ยาก.docx"
    document.save(str(path))
    (read,) = sar.read_reports(store, [(path.name, path.read_bytes())])
    return sar.save_report(store, read, by="ผู้อ่าน")
