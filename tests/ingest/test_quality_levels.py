import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.ingest.quality_levels import level_of_percent, read_level, word_levels
from lib.thai.numerals import to_thai_digits

_REAL = Path(__file__).parents[2] / "../shared/real/sar-levels/sar_levels_long.csv"


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("ดีเลิศ", 4),
        ("ระดับคุณภาพ ดีเลิศ", 4),
        ("อยู่ในระดับ “ยอดเยี่ยม”", 5),
        ("๔", 4),
        ("4/5", 4),
        ("4 (ดีเลิศ)", 4),
        ("ร้อยละ 85.50 ระดับดีเลิศ", 4),
        ("3.50", 4),
        ("3.49", 3),
        ("☐ ดี ☑ ดีเลิศ ☐ ยอดเยี่ยม", 4),
        ("ดี ☐ ดีเลิศ ☑ ยอดเยี่ยม ☐", 4),
        ("( / ) ปานกลาง ( ) ดี", 2),
        ("[x] กำลังพัฒนา [ ] ปานกลาง", 1),
        ("89.995", 5),
    ],
)
def test_a_level_is_understood_however_it_is_written(text: str, level: int) -> None:
    reading = read_level(text)
    assert reading is not None
    assert (reading.level, reading.fault) == (level, "")


@pytest.mark.parametrize(
    "text",
    ["", "........", "☐ ดี ☐ ดีเลิศ", "นักเรียนสุขภาพดี", "5 = ยอดเยี่ยม 4 = ดีเลิศ", "ดี ดีเลิศ", "หน้า 4", "-"],
)
def test_what_states_no_single_level_gives_none(text: str) -> None:
    assert read_level(text) is None


@pytest.mark.parametrize(
    ("text", "fault"), [("ดี (4)", "D15"), ("6", "D17"), ("0", "D17"), ("☑ ดี ☑ ดีเลิศ", "D22")]
)
def test_a_contradiction_is_named(text: str, fault: str) -> None:
    reading = read_level(text)
    assert reading is not None
    assert reading.fault == fault


@pytest.mark.parametrize(
    ("word", "level", "scale"),
    [("ดีเยี่ยม", 5, "old5"), ("ดีมาก", 4, "old5"), ("ดี", 3, ""), ("ยอดเยี่ยม", 5, "sar5"), ("พอใช้", 2, "old5")],
)
def test_a_word_carries_its_scale_unless_two_share_it(word: str, level: int, scale: str) -> None:
    reading = read_level(word)
    assert reading is not None
    assert (reading.level, reading.scale) == (level, scale)


def test_per_cents_are_rounded_half_up_before_they_are_classified() -> None:
    assert [level_of_percent(p) for p in (89.994, 89.995, 59.99, 60, 100)] == [4, 5, 1, 2, 5]


@given(
    st.sampled_from(sorted(word_levels())),
    st.sampled_from(["{}", "ระดับ {}", "ระดับคุณภาพ: {}", "({})", " {} "]),
)
def test_every_level_word_is_read_in_every_frame(word: str, frame: str) -> None:
    reading = read_level(frame.format(word))
    assert reading is not None
    assert reading.level == word_levels()[word][0]


@given(st.integers(1, 5))
def test_thai_and_arabic_digits_say_the_same(level: int) -> None:
    assert read_level(to_thai_digits(str(level))) == read_level(str(level))


@given(st.text(max_size=40))
def test_any_text_is_read_without_an_error_and_within_the_scale(text: str) -> None:
    reading = read_level(text)
    assert reading is None or reading.level in (None, 1, 2, 3, 4, 5)


def test_every_level_of_a_real_school_table_is_in_the_vocabulary() -> None:
    if not _REAL.exists():
        pytest.skip("ไม่มีโฟลเดอร์ไฟล์จริง ../shared/real ในเครื่องนี้")
    with _REAL.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    words = {row[column] for row in rows for column in ("expected_level", "achieved_level")} - {""}
    assert words
    assert {word for word in words if word_levels().get(word, (0, ""))[1] not in ("sar5", "")} == set()
