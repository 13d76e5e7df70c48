import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.thai import repair
from lib.thai.quality import text_quality
from lib.thai.repair import repair_text

_THAI = st.text(st.characters(min_codepoint=0x0E01, max_codepoint=0x0E4E), max_size=60)


@pytest.mark.parametrize(
    ("damaged", "meant"),
    [
        ("มาตรฐานท่ี 1", "มาตรฐานที่ 1"),
        ("พ้ืนท่ี", "พื้นที่"),
        ("จัดทํา", "จัดทำ"),
        ("ด าเนินงาน", "ดำเนินงาน"),
        ("ค าน า", "คำนำ"),
        ("ค\ufffdำน\ufffdำ", "คำนำ"),
        ("ส Ì านัก", "สำนัก"),
        ("สานักงาน", "สำนักงาน"),
        ("สำนักงำนเขตพื้นที่กำรศึกษำ จำนวนกำรอ่ำน", "สำนักงานเขตพื้นที่การศึกษา จำนวนการอ่าน"),
    ],
)
def test_a_repairable_defect_is_repaired(damaged: str, meant: str) -> None:
    assert repair_text(damaged) == meant


@pytest.mark.parametrize(
    "text", ["นักเรียนที่ทำงานดี จ้า", "ชาวนาไปไถนา 12 ไร่", "ครู 5 คน ทำแผนการสอน", "แนวทางการพัฒนา ก้าวหน้า"]
)
def test_sound_thai_stays_as_it_is_and_scores_full(text: str) -> None:
    assert (repair_text(text), text_quality(text)) == (text, 1.0)


@pytest.mark.parametrize("text", ["รอ6 ยละ", "ขอ้ มูลเกย่ี วกับสถานศกึ ษา", "ค มู ือ ก า ร ป ฏ บิ ัต ิง า น", ""])
def test_text_that_no_rule_repairs_scores_low(text: str) -> None:
    assert text_quality(repair_text(text)) < 0.6


def test_vanished_marks_lower_the_quality() -> None:
    assert text_quality("การนเทศการศกษา ปการศกษา ผเรยนมคณลกษณะ " * 20) < 0.6


@given(_THAI)
def test_repairing_twice_changes_nothing_more(text: str) -> None:
    once = unicodedata.normalize("NFC", repair_text(repair_text(text)))
    assert repair_text(once) == once


@given(_THAI)
def test_quality_stays_between_nothing_and_one(text: str) -> None:
    assert 0.0 <= text_quality(text) <= 1.0


@given(st.text("กขสดคต าำ่้๊ิีัํเแ\u00a0\ufffdÌ\u200b\n1a์ๅื", max_size=25))
def test_a_text_that_looks_sound_would_not_be_changed_by_the_steps_left_out(text: str) -> None:
    by_all, counts = unicodedata.normalize("NFC", text), {}
    for kind, step in repair._STEPS:
        by_all, count = step(by_all)
        counts |= {kind: count} if count else {}
    assert repair.repair_letters(text) == (by_all, counts)
