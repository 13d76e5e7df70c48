import random
import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.thai.defects import Fault, Repair
from lib.thai.repair_page import PageText, repair_page
from tests.thai.damage import HOPELESS, LOST_RINGS, REPAIRABLE, Damage
from tests.thai.sentences import SOUND, sound_lines

_N_LINES = 200
_PAGE_LINES = 12
_PLACES = ("บ้านน้ำคำ", "ดอนจำปา", "หนองบัวลำภู", "โนนสำราญ", "ท่าตะโก", "ห้วยน้ำใส", "ทุ่งรวงทอง")
_SOUND_LINES = st.lists(
    st.one_of(
        st.sampled_from(SOUND),
        st.builds("โรงเรียนบ้าน{} ตำบล{}".format, st.sampled_from(_PLACES), st.sampled_from(_PLACES)),
        st.builds("มาตรฐานที่ {} ได้ร้อยละ {:.2f}".format, st.integers(1, 15), st.floats(0, 100)),
    ),
    min_size=1,
    max_size=8,
)


def _letters(text: str) -> str:
    return re.sub(r"\s", "", text)


def _damaged(damage: Damage, lines: list[str]) -> list[str]:
    rng = random.Random(5)
    return [damage(line, rng) for line in lines]


def _pages(lines: list[str]) -> list[str]:
    return ["\n".join(lines[at : at + _PAGE_LINES]) for at in range(0, len(lines), _PAGE_LINES)]


@given(_SOUND_LINES)
@settings(max_examples=60, deadline=None)
def test_sound_thai_comes_back_as_it_was(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert repair_page(text) == PageText(text, repair_page(text).score)


@given(_SOUND_LINES, st.sampled_from([*REPAIRABLE]), st.integers(0, 99))
@settings(max_examples=60, deadline=None)
def test_repairing_a_page_twice_changes_nothing_more(lines: list[str], kind: str, seed: int) -> None:
    rng = random.Random(seed)
    once = repair_page("\n".join(REPAIRABLE[kind](line, rng) for line in lines)).text
    assert repair_page(once).text == once


@given(st.text(st.characters(min_codepoint=0x0E01, max_codepoint=0x0E4E), max_size=80))
@settings(deadline=None)
def test_any_row_of_thai_letters_is_settled_at_once(text: str) -> None:
    once = repair_page(unicodedata.normalize("NFC", text)).text
    assert repair_page(once).text == once


@given(st.text(max_size=200))
@settings(deadline=None)
def test_a_page_keeps_its_number_of_lines(text: str) -> None:
    assert repair_page(text).text.count("\n") == unicodedata.normalize("NFC", text).count("\n")


@pytest.mark.parametrize("kind", REPAIRABLE)
def test_a_repairable_defect_is_put_right_in_nearly_every_line(kind: str) -> None:
    sound = sound_lines(_N_LINES, seed=11)
    pairs = list(zip(sound, _damaged(REPAIRABLE[kind], sound), strict=True))
    touched = [(meant, damaged) for meant, damaged in pairs if meant != damaged]
    right = sum(_letters(repair_page(damaged).text) == _letters(meant) for meant, damaged in touched)
    assert right >= 0.97 * len(touched) > 80


@pytest.mark.parametrize("kind", REPAIRABLE)
def test_a_repaired_page_is_used_and_says_what_was_repaired(kind: str) -> None:
    for page in _pages(_damaged(REPAIRABLE[kind], sound_lines(60, seed=3))):
        read = repair_page(page)
        assert read.fault is None
        assert sum(count for _, count in read.repairs) > 3


@pytest.mark.parametrize("kind", HOPELESS)
def test_a_page_beyond_repair_is_told_and_never_half_read(kind: str) -> None:
    pages = _pages(_damaged(HOPELESS[kind], sound_lines(_N_LINES, seed=11)))
    assert all(repair_page(page).fault is not None for page in pages)


@pytest.mark.parametrize(
    ("kind", "fault"),
    [
        ("D8", Fault.MARKS_LOST),
        ("D9", Fault.TONES_LOST),
        ("D10", Fault.FOREIGN_LETTERS),
        ("D11", Fault.DOUBLED),
        ("D12", Fault.LOOSE_MARKS),
        ("D13", Fault.SPACED_OUT),
        ("D14", Fault.GARBLED),
    ],
)
def test_the_reason_is_named(kind: str, fault: Fault) -> None:
    page = _pages(_damaged(HOPELESS[kind], sound_lines(24, seed=2)))[0]
    assert repair_page(page).fault is fault


def test_rings_that_were_lost_are_put_back_where_the_page_shows_that_all_are_gone() -> None:
    sound = sound_lines(120, seed=9)
    pairs = zip(_pages(sound), _pages(_damaged(LOST_RINGS, sound)), strict=True)
    told = [
        dict(repair_page(damaged).repairs).get(Repair.LOST_AM, 0) for meant, damaged in pairs if "ำ" in meant
    ]
    assert min(told) >= 1


@pytest.mark.parametrize(
    ("damaged", "meant"),
    [
        ("ขอ้ มูลเกย่ี วกับสถานศกึ ษา", "ข้อมูลเกี่ยวกับสถานศึกษา"),
        (
            "มาตรฐานท่ี 3 กระบวนการจัดการเรยี นการสอนทเ่ี นน้ ผ้เู รยี นเปน็ สำคญั",
            "มาตรฐานที่ 3 กระบวนการจัดการเรียนการสอนที่เน้นผู้เรียนเป็นสำคัญ",
        ),
        ("ส ำนักงำนเขตพื้นที่กำรศึกษำ", "สำนักงานเขตพื้นที่การศึกษา"),
        ("มาตรฐานที\uf70a 1 ผ\uf719\uf714เรียน", "มาตรฐานที่ 1 ผู้เรียน"),
        ("ต ่ำกว่าเกณฑ์", "ต่ำกว่าเกณฑ์"),
    ],
)
def test_an_example_of_the_field_is_put_right(damaged: str, meant: str) -> None:
    assert repair_page(damaged).text == meant


def test_numbers_stay_as_they_were_written() -> None:
    line = "ขอ้ มูล ๒๕๖๗ ร้อยละ 85.50 จากนักเรียน 1,250 คน ระดบั 4"
    assert re.findall(r"[\d๐-๙.,]+", repair_page(line).text) == re.findall(r"[\d๐-๙.,]+", line)


def test_sentences_of_the_site_that_showed_the_book_are_taken_out() -> None:
    page = "ระดับคุณภาพ ดีเลิศ\nThe words you are searching are inside this book. To get more\nครูสอนดี"
    read = repair_page(page)
    assert (read.text, dict(read.repairs)) == ("ระดับคุณภาพ ดีเลิศ\n\nครูสอนดี", {Repair.BOILERPLATE: 1})


@pytest.mark.parametrize("text", ["", "โรงเรียนบ้านหนองไผ่สมมติ", "สพป. แพร่ เขต 2", "SAR 2567", "- 12 -"])
def test_a_short_page_is_not_held_to_be_broken(text: str) -> None:
    assert repair_page(text).fault is None
