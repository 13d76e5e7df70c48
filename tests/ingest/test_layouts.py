"""Two tables have one layout when their columns mean the same, however they are written and ordered."""

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from lib.catalog.identity_headers import load_identity_headers
from lib.ingest.choices import ImportChoices
from lib.ingest.columns import recognise_columns
from lib.ingest.header_words import HeaderWords
from lib.ingest.layout_answers import keep_layout_answers, recall_layout_answers
from lib.ingest.layouts import Layout, keep_answers, recall_answers
from lib.ingest.seen_layouts import SeenLayout, see_table, texts_nearby
from lib.ingest.tables import find_tables
from lib.thai.numerals import to_thai_digits
from tests.ingest.workbooks import catalogue, read, sheet

ONE = "99010001"
TITLE = "O-NET ป.6 ปีการศึกษา 2567"
HEADERS = ("รหัสโรงเรียน", "ชื่อโรงเรียน", "ไทย", "คะแนนด้านที่ 1", "คะแนนด้านที่ 2", "ผลพิเศษ ปี 2567")
ROW = (ONE, "บ้านสมมติหนึ่ง", 50, 41, 42, 43)
SCIENCE = "academic.onet_p6_science"


LOOKS = settings(deadline=None, max_examples=60)


@cache
def words() -> HeaderWords:
    return HeaderWords(catalogue(), load_identity_headers())


def seen(headers: tuple[object, ...] = HEADERS, *titles: str, row: tuple[object, ...] = ROW) -> SeenLayout:
    (table,) = find_tables(sheet(*((title,) for title in titles or (TITLE,)), headers, row), words().knows)
    return see_table(table, recognise_columns(table, words(), texts_nearby(table, "ก.xlsx")))


def layout(headers: tuple[object, ...] = HEADERS, *titles: str) -> Layout:
    return seen(headers, *titles).layout


@LOOKS
@given(st.permutations(range(len(HEADERS))))
def test_the_order_of_columns_does_not_change_a_layout(order: list[int]) -> None:
    row = tuple(ROW[place] for place in order)
    assert seen(tuple(HEADERS[place] for place in order), row=row).layout.key == layout().key


@LOOKS
@given(st.integers(2540, 2580), st.booleans(), st.text(" \u00a0\u200b", max_size=3))
def test_years_digits_and_spaces_do_not_change_a_layout(year: int, thai: bool, space: str) -> None:
    written = [header.replace("2567", str(year)).replace(" ", f" {space}") for header in HEADERS]
    headers = tuple(map(to_thai_digits, written)) if thai else tuple(written)
    assert layout(headers).key == layout().key


def test_a_synonym_does_not_change_a_layout() -> None:
    assert layout((HEADERS[0], "โรงเรียน", "ภาษาไทย", *HEADERS[3:])).key == layout().key


def test_rows_of_titles_do_not_change_a_layout() -> None:
    assert layout(HEADERS, "กลุ่มนิเทศ ติดตามและประเมินผล", TITLE, "ข้อมูล ณ 10 มิ.ย. 2568").key == layout().key


def test_another_set_of_columns_is_another_layout() -> None:
    assert layout(HEADERS[:-1]).key != layout().key
    assert layout((*HEADERS, "ช่องใหม่")).key != layout().key
    assert layout((*HEADERS[:2], "อังกฤษ", *HEADERS[3:])).key != layout().key


def test_the_same_words_about_another_test_are_another_layout() -> None:
    assert layout(HEADERS, "O-NET ม.3 ปีการศึกษา 2567").key != layout().key


def test_an_answer_does_not_change_the_layout_it_is_about() -> None:
    picks = ((("ข้อมูล", 2, 3), SCIENCE), (("ข้อมูล", 2, 2), "remark"))
    (found,) = read(sheet((TITLE,), HEADERS, ROW), file_name="ก.xlsx", columns=picks).data.layouts
    assert found.layout.key == layout().key


def test_an_answer_follows_its_header_wherever_it_stands() -> None:
    kept = keep_answers(layout(), {3: "ก", 4: "ข", 5: "ค", 2: "ง"})
    again = layout(("ผลพิเศษ ปี 2570", "คะแนนด้านที่ ๒", "รหัสโรงเรียน", "ภาษาไทย", "คะแนน ด้านที่ 1", "โรงเรียน"))
    assert recall_answers(again, kept) == {0: "ค", 1: "ข", 3: "ง", 4: "ก"}


def test_columns_that_share_their_words_keep_no_answer_when_the_answers_differ() -> None:
    doubled = layout((*HEADERS[:3], "ผล", "ผล", "ผล"))
    assert keep_answers(doubled, {3: "ก", 4: "ข", 5: "ก"}) == {}
    assert keep_answers(doubled, {3: "ก", 4: "ก"}) == {}
    assert [answer for _, answer in keep_answers(doubled, {3: "ก", 4: "ก", 5: "ก"}).values()] == ["ก"]


def test_answers_of_a_file_come_back_for_a_file_of_the_same_layout() -> None:
    given = ImportChoices(
        columns=((("ข้อมูล", 2, 3), SCIENCE), (("ข้อมูล", 2, 4), f"n:{SCIENCE}")),
        fractions=((("ข้อมูล", 2, 2), True),),
        years=(("ข้อมูล", 2567),),
    )
    ((key, kept),) = keep_layout_answers([seen()], given).items()
    again = seen(HEADERS[::-1], "สำนักงานเขตสมมติ", TITLE.replace("2567", "2568"), row=ROW[::-1])
    assert again.layout.key == key
    recalled = recall_layout_answers(again, kept, ImportChoices(), catalogue().by_id)
    assert dict(recalled.columns) == {("ข้อมูล", 3, 2): SCIENCE, ("ข้อมูล", 3, 1): f"n:{SCIENCE}"}
    assert dict(recalled.fractions) == {("ข้อมูล", 3, 3): True}
    assert recalled.years == ()


def test_an_answer_given_now_goes_before_a_remembered_one() -> None:
    kept = keep_layout_answers([seen()], ImportChoices(columns=((("ข้อมูล", 2, 3), SCIENCE),)))
    now = ImportChoices(columns=((("ข้อมูล", 2, 3), "remark"),))
    (answers,) = kept.values()
    assert recall_layout_answers(seen(), answers, now, catalogue().by_id).columns == now.columns


def test_an_indicator_that_the_catalogue_no_longer_has_is_not_recalled() -> None:
    kept = keep_layout_answers([seen()], ImportChoices(columns=((("ข้อมูล", 2, 3), SCIENCE),)))
    (answers,) = kept.values()
    assert recall_layout_answers(seen(), answers, ImportChoices(), ()).columns == ()


def test_header_rows_picked_are_recalled_where_such_a_row_stands_now() -> None:
    rows = (("ผู้ส่ง", "งานก"), ("เลขประจำโรง", "วิชาหนึ่ง"), (ONE, 50))
    picked = ImportChoices(headers=(("ข้อมูล", (2, 2)),), columns=((("ข้อมูล", 2, 1), SCIENCE),))
    before = read(sheet(*rows), headers=picked.headers, columns=picked.columns).data.layouts
    ((key, kept),) = keep_layout_answers(before, picked).items()
    now = read(sheet(("รายงาน",), ("ปี 2568",), *rows)).data.layouts
    (match,) = [each for each in now if each.layout.key == key]
    recalled = recall_layout_answers(match, kept, ImportChoices(), catalogue().by_id)
    assert recalled.headers == (("ข้อมูล", (4, 4)),)
    assert recalled.columns == ((("ข้อมูล", 4, 1), SCIENCE),)


@LOOKS
@given(st.dictionaries(st.text(), st.one_of(st.none(), st.text(), st.lists(st.text()), st.booleans())))
def test_whatever_was_stored_is_read_without_a_fault(stored: dict[str, object]) -> None:
    answers = {"columns": stored, "fractions": stored, "header": stored, "sheet": stored}
    assert recall_layout_answers(seen(), answers, ImportChoices(), catalogue().by_id) == ImportChoices()
