"""Every defect of Thai PDF text with its example of the field: mended, or the page is told and not used.

Two of the eighteen show only in where things stand on a page, and tests of reading PDF hold them: numbers
that landed on other lines (D16) and text that a scanner recognised (D18).
"""

import pytest

from lib.thai.defects import Fault, Repair
from lib.thai.repair_page import repair_page

MENDED = {
    "D1": ("ขอ้ มูลเกย่ี วกับสถานศกึ ษา", "ข้อมูลเกี่ยวกับสถานศึกษา", Repair.MOVED_MARK),
    "D2": ("พ้ืนท่ี", "พื้นที่", Repair.ORDER),
    "D3": ("สานักงาน ดาเนินงาน คานา", "สำนักงาน ดำเนินงาน คำนำ", Repair.LOST_AM),
    "D4": ("ด าเนินงาน ค าน า", "ดำเนินงาน คำนำ", Repair.SPACED_AM),
    "D5": ("จัดทํา สํานัก", "จัดทำ สำนัก", Repair.SPLIT_AM),
    "D6": ("ค\ufffdำน\ufffdำ ส\ufffdำนัก ส Ì านัก", "คำนำ สำนัก สำนัก", Repair.FOREIGN_AM),
    "D7": ("สำนักงำนเขตพื้นที่กำรศึกษำ", "สำนักงานเขตพื้นที่การศึกษา", Repair.EVERY_AM),
}
TOLD = {
    "D8": ("การน เทศการศ กษา คมอการปฏบตราชการ", Fault.MARKS_LOST),
    "D9": ("ใหใชบังคับ ยุทธศาสตรชาติ ปการศึกษา", Fault.TONES_LOST),
    "D10": ("รอ6 ยละ รZอยละ ผลตา4 ง ปK ป' คณิตศาสตรe แกXไขX แหUงชาติ", Fault.FOREIGN_LETTERS),
    "D11": ("กลุ่มลุ่นิเ นิ ทศ ติด ติ ตาม", Fault.UNKNOWN_WORDS),
    "D12": ("คร้งท่\nี\nั", Fault.LOOSE_MARKS),
    "D13": ("ค มู ือ ก า ร ป ฏ บิ ัต ิง า น", Fault.SPACED_OUT),
    "D14": ("คํา͸ԺÒ¡ÒþÔÁ¾ ~1un~1ub~~1un", Fault.GARBLED),
    "D15": ("ค ิณตศาสตร์ ตวั ช้วี ัดที่ 1 วิทยาศาสต ์ร 8 ประเมนิ", Fault.UNKNOWN_WORDS),
}


@pytest.mark.parametrize("name", MENDED)
def test_what_a_rule_can_mend_is_mended_and_told(name: str) -> None:
    damaged, meant, kind = MENDED[name]
    read = repair_page(damaged)
    assert (read.text, read.fault) == (meant, None)
    assert dict(read.repairs)[kind] >= 1


@pytest.mark.parametrize("name", TOLD)
def test_a_page_of_what_no_rule_mends_is_told_by_its_damage(name: str) -> None:
    damaged, fault = TOLD[name]
    assert repair_page("\n".join([damaged] * 20)).fault is fault


def test_the_sites_that_showed_a_book_leave_nothing_in_it() -> None:
    read = repair_page("ครูสอนดี\nDiscover the best professional documents and content resources in AnyFlip.")
    assert (read.text.strip(), dict(read.repairs)) == ("ครูสอนดี", {Repair.BOILERPLATE: 1})


@pytest.mark.parametrize(
    "line",
    [
        "ระดับ 4 (ดีเลิศ) ร้อยละ 85.50 ปี ๒๕๖๗",
        "คะแนนเฉลี่ย 3.50 จาก 5 · ขนาด 10 × 20 เมตร ± 0.5",
        "โครงการ Café Amazon",
    ],
)
def test_numbers_signs_and_foreign_names_are_no_damage(line: str) -> None:
    read = repair_page("\n".join([line] * 20))
    assert (read.text, read.fault) == ("\n".join([line] * 20), None)
