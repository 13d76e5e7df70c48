"""Two wordings of one header meet; what a header only seems to say is asked about."""

import pytest

from lib.catalog.identity_headers import load_identity_headers
from lib.catalog.loader import load_catalogue
from lib.domain.columns import Column, Role
from lib.domain.sheets import CellRange, CellValue, Sheet
from lib.ingest.columns import recognise_columns
from lib.ingest.header_words import HeaderWords
from lib.ingest.loose_words import Says, loose_words
from lib.ingest.tables import find_tables


@pytest.fixture(scope="module")
def words() -> HeaderWords:
    return HeaderWords(load_catalogue(), load_identity_headers())


def columns(
    words: HeaderWords, title: str, *rows: tuple[CellValue, ...], picks: dict[int, str] | None = None
) -> list[Column]:
    """The columns behind the school's name; a header of two rows has a band over its last two columns."""
    deep, width = len(rows) - 1, len(rows[0])
    merged = (CellRange(1, width - 2, 1, width - 1),) if deep > 1 else ()
    sheet = Sheet("ข้อมูล", ((title,), *rows), merged=merged)
    (table,) = find_tables(sheet, words.knows)
    return list(recognise_columns(table, words, (title,), picks))[1:]


@pytest.mark.parametrize("text", ["คิดเป็นร้อยละของเยี่ยมบ้าน", "เยี่ยมบ้าน (%)", "% การเยี่ยมบ้าน"])
def test_where_the_per_cent_stands_in_a_header_does_not_matter(text: str) -> None:
    assert loose_words(text) == (Says.PER_CENT, "เยี่ยมบ้าน")


def test_too_few_words_tell_nothing() -> None:
    assert loose_words("ร้อยละ") == (Says.PER_CENT, "")


def test_the_per_cent_of_a_known_count_is_the_indicator_itself(words: HeaderWords) -> None:
    found = words.look_up("รายงานที่ส่งทันกำหนด (ร้อยละ)", nearby=())
    assert (found.role, found.indicators) == (Role.VALUE, ("general.internal_control_pct",))


def test_the_count_under_a_known_word_is_no_per_cent(words: HeaderWords) -> None:
    found = words.look_up("สูงดีสมส่วน จำนวน", nearby=())
    assert (found.role, found.indicators) == (Role.NUMERATOR, ("general.nutrition_ok_pct",))


def test_a_bare_per_cent_right_after_its_count_is_its_per_cent(words: HeaderWords) -> None:
    header = ("โรงเรียน", "นักเรียนต้นปี (คน)", "ออกกลางคัน (คน)", "ร้อยละ")
    *_, share = columns(words, "ออกกลางคัน ปีการศึกษา 2566", header, ("บ้านสมมติ", 100, 1, 1))
    assert (share.role, share.indicators) == (Role.VALUE, ("general.dropout_pct",))


def test_a_bare_per_cent_after_an_unknown_count_is_asked_about(words: HeaderWords) -> None:
    header = ("โรงเรียน", "นักเรียนทั้งหมด", "ได้รับวัคซีน", "ร้อยละ")
    *_, share = columns(words, "วัคซีน ปีการศึกษา 2566", header, ("บ้านสมมติ", 100, 1, 1))
    assert share.role is Role.UNKNOWN


def test_the_sum_after_both_sexes_is_their_sum(words: HeaderWords) -> None:
    header = ("โรงเรียน", "ชาย", "หญิง", "รวม")
    found = columns(words, "จำนวนนักเรียน ปีการศึกษา 2567", header, ("บ้านสมมติ", 1, 2, 3))
    assert [column.indicators for column in found] == [
        ("general.pupils_all_male",),
        ("general.pupils_all_female",),
        ("general.pupils_all_total",),
    ]


@pytest.mark.parametrize("title", ["จำนวนนักเรียนพิการ", "จำนวนนักเรียนที่ออกกลางคัน", "ข้อมูลนักเรียนยากจน"])
def test_the_sexes_of_some_pupils_are_not_those_of_all(words: HeaderWords, title: str) -> None:
    found = columns(words, title, ("โรงเรียน", "ชาย", "หญิง", "รวม"), ("บ้านสมมติ", 1, 2, 3))
    assert {column.role for column in found} == {Role.UNKNOWN}


def test_sexes_beneath_another_word_are_not_those_of_all_pupils(words: HeaderWords) -> None:
    top, under = ("โรงเรียน", "ติดเชื้อ", None), (None, "ชาย", "หญิง")
    found = columns(words, "จำนวนนักเรียน ปีการศึกษา 2567", top, under, ("บ้านสมมติ", 1, 2))
    assert {column.role for column in found} == {Role.UNKNOWN}


def test_two_wordings_of_one_indicator_are_both_asked_about(words: HeaderWords) -> None:
    header = ("โรงเรียน", "ผอ. ว่าง", "รวมตำแหน่งผู้บริหารว่าง")
    found = columns(words, "ปีการศึกษา 2567", header, ("บ้านสมมติ", 0, 1))
    assert [(column.role, column.candidates) for column in found] == [
        (Role.UNKNOWN, ("personnel.vacancy_admin",))
    ] * 2


def test_a_picked_column_wins_over_its_rival_to_the_left(words: HeaderWords) -> None:
    header = ("โรงเรียน", "ผอ. ว่าง", "รวมตำแหน่งผู้บริหารว่าง")
    picks = {2: "personnel.vacancy_admin"}
    found = columns(words, "ปีการศึกษา 2567", header, ("บ้านสมมติ", 0, 1), picks=picks)
    assert [column.role for column in found] == [Role.REMARK, Role.VALUE]


def test_years_of_the_other_calendar_are_a_header_row(words: HeaderWords) -> None:
    top, under = ("โรงเรียน", "ภาษาไทย", None), (None, "2022", "2023")
    found = columns(words, "O-NET ป.6", top, under, ("บ้านสมมติ", 40, 50))
    assert [column.year_be for column in found] == [2565, 2566]
