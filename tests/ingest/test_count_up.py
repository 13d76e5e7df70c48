"""A list of persons becomes counts by school; nobody is lost without a word and nobody is named."""

import pytest

from lib.catalog.count_up import load_count_up_words
from lib.domain.count_up import CountedUp
from lib.domain.sheets import Workbook
from lib.ingest.count_up import count_up
from lib.ingest.person_lists import grade_of
from tests.ingest.persons import citizen_id, given_name, surname
from tests.ingest.workbooks import Row, catalogue, sheet

PUPILS = ("โรงเรียน", "ชั้น", "ห้อง", "เลขประจำตัวประชาชน", "คำนำหน้าชื่อ", "ชื่อ", "นามสกุล")
FILE = "รายชื่อ ปีการศึกษา 2567.xlsx"


def pupil(number: int, school: str, grade: str, room: object, title: str, *more: object) -> Row:
    return (school, grade, room, citizen_id(number), title, given_name(number), surname(number), *more)  # type: ignore[return-value]


def counted(*rows: Row, file_name: str = FILE, merged: tuple[str, ...] = (), name: str = "ข้อมูล") -> CountedUp:
    found = count_up(
        Workbook("xlsx", (sheet(*rows, merged=merged, name=name),)),
        file_name,
        load_count_up_words(),
        catalogue(),
    )
    assert found is not None
    return found


def table(found: CountedUp) -> dict[str, dict[str, object]]:
    """School name → header → count, of every table of figures."""
    return {
        str(row[1]): {**dict(zip(one.header, row, strict=True))} for one in found.figures for row in one.rows
    }


LIST = (
    PUPILS,
    pupil(1, "บ้านหนึ่ง", "ป.1", 1, "ด.ช."),
    pupil(2, "บ้านหนึ่ง", "ป.๑", 2, "ด.ญ."),
    pupil(3, "บ้านหนึ่ง", "ประถมศึกษาปีที่ 6", 1, "เด็กหญิง"),
    pupil(4, "บ้านสอง", "ป.6/1", None, "ด.ช."),
    pupil(5, "บ้านสอง", "", 1, "ด.ช."),
    pupil(6, "", "ป.6", 1, "ด.ช."),
    ("รวม", None, None, None, None, None, 6),
)


def test_pupils_are_counted_by_school_grade_sex_and_room_in_the_catalogues_words() -> None:
    one = table(counted(*LIST))["บ้านหนึ่ง"]
    assert one["จำนวนนักเรียนชาย ป.1"] == 1
    assert one["จำนวนนักเรียนหญิง ป.1"] == 1
    assert one["จำนวนนักเรียน ป.1"] == 2
    assert one["จำนวนห้องเรียน ป.1"] == 2
    assert one["จำนวนนักเรียน ป.6"] == 1
    assert one["จำนวนนักเรียน ประถม"] == 3
    assert one["จำนวนนักเรียน ทุกชั้น"] == 3


def test_a_grade_without_pupils_is_blank_and_not_zero() -> None:
    assert table(counted(*LIST))["บ้านสอง"]["จำนวนนักเรียน ป.1"] is None


def test_no_girl_in_a_grade_with_pupils_is_a_zero() -> None:
    assert table(counted(*LIST))["บ้านสอง"]["จำนวนนักเรียนหญิง ป.6"] == 0


def test_pupils_without_grade_count_for_the_school_and_are_told() -> None:
    found = counted(*LIST)
    two = table(found)["บ้านสอง"]
    assert (two["จำนวนนักเรียน ทุกชั้น"], two["จำนวนนักเรียน ประถม"]) == (2, 1)
    assert found.offer.no_grade == 1


def test_every_row_is_accounted_for() -> None:
    offer = counted(*LIST).offer
    assert (offer.n_rows, offer.n_schools, offer.no_school, offer.n_other) == (6, 2, 1, 1)


def test_a_school_with_pupils_of_untold_sex_gets_sums_alone() -> None:
    rows = (PUPILS, pupil(1, "บ้านหนึ่ง", "ป.1", 1, "ด.ช."), pupil(2, "บ้านหนึ่ง", "ป.1", 1, ""))
    found = counted(*rows)
    one = table(found)["บ้านหนึ่ง"]
    assert one["จำนวนนักเรียน ป.1"] == 2
    assert one.get("จำนวนนักเรียนชาย ป.1") is None
    assert found.offer.no_sex == 1


def test_the_offer_tells_which_columns_are_used_and_which_are_left_out() -> None:
    offer = counted(*LIST).offer
    assert [(each.letter, each.use) for each in offer.used] == [
        ("A", "โรงเรียน"),
        ("B", "ชั้น"),
        ("C", "ห้อง"),
        ("E", "เพศ"),
    ]
    assert [each.letter for each in offer.left_out] == ["D", "F", "G"]
    assert offer.period == "ปีการศึกษา 2567"


def test_nothing_of_a_person_is_in_what_comes_of_it() -> None:
    said = repr(counted(*LIST))
    for number in range(1, 7):
        assert not any(each in said for each in (citizen_id(number), given_name(number), surname(number)))


def test_one_school_named_in_the_title_is_the_school_of_all() -> None:
    header = ("ที่", "ชั้น", "เพศ", "เลขประจำตัวนักเรียน")
    rows = (("รายชื่อนักเรียน โรงเรียนบ้านสมมติ",), header, (1, "อ.2", "ช", "10001"), (2, "อ.2", "หญิง", "10002"))
    assert table(counted(*rows))["บ้านสมมติ"]["จำนวนนักเรียน อ.2"] == 2


def test_a_school_written_once_over_its_pupils_is_the_school_of_each() -> None:
    rows = (PUPILS, pupil(1, "บ้านหนึ่ง", "ป.1", 1, "ด.ช."), pupil(2, "", "ป.1", 1, "ด.ช."))
    assert table(counted(*rows, merged=("A2:A3",)))["บ้านหนึ่ง"]["จำนวนนักเรียน ป.1"] == 2


def test_a_list_that_tells_no_school_is_not_offered() -> None:
    rows = (("ที่", "ชั้น", "เลขประจำตัวนักเรียน"), (1, "ป.1", "10001"), (2, "ป.1", "10002"))
    book = Workbook("xlsx", (sheet(*rows),))
    assert count_up(book, FILE, load_count_up_words(), catalogue()) is None


def test_nutrition_words_become_a_count_and_its_base() -> None:
    header = (*PUPILS, "ภาวะโภชนาการ")
    rows = [
        pupil(n, "บ้านหนึ่ง", "ป.1", 1, "ด.ช.", word)
        for n, word in enumerate(("สูงดีสมส่วน", "ผอม", "สูงดีสมส่วน", None))
    ]
    one = table(counted(header, *rows))["บ้านหนึ่ง"]
    assert one["ร้อยละนักเรียนที่สูงดีสมส่วน ชั่งวัด (คน)"] == 3
    assert one["ร้อยละนักเรียนที่สูงดีสมส่วน สูงดีสมส่วน (คน)"] == 2


def test_teachers_are_counted_by_position_and_by_standing_in_the_calendar_of_each() -> None:
    header = ("โรงเรียน", "ชื่อ-สกุล", "เพศ", "ตำแหน่ง", "วิทยฐานะ")
    rows = [
        ("บ้านหนึ่ง", f"นาง{given_name(1)} {surname(1)}", "หญิง", "ครู", "ชำนาญการ"),
        ("บ้านหนึ่ง", f"นาย{given_name(2)} {surname(2)}", "ชาย", "พนักงานราชการ", ""),
    ]
    found = counted(header, *rows)
    assert [one.name for one in found.figures] == ["นับรายปีการศึกษา", "นับรายปีงบประมาณ"]
    academic, fiscal = (dict(zip(one.header, one.rows[0], strict=True)) for one in found.figures)
    assert academic["จำนวนครู (หญิง)"] == 1
    assert academic["จำนวนพนักงานราชการ (รวม)"] == 1
    assert fiscal["จำนวนครูวิทยฐานะชำนาญการ"] == 1
    assert found.figures[1].title == ("จำนวนรายโรงเรียน นับรวมจากไฟล์รายบุคคล",)


def test_words_without_an_indicator_are_counted_apart() -> None:
    header = (*PUPILS, "ความด้อยโอกาส")
    rows = [pupil(n, "บ้านหนึ่ง", "ป.1", 1, "ด.ช.", word) for n, word in enumerate(("เด็กยากจน", "เด็กยากจน", ""))]
    words = counted(header, *rows).words
    assert words is not None
    assert dict(zip(words.header, words.rows[0], strict=True))["ความด้อยโอกาส: เด็กยากจน"] == 2


def test_a_name_in_a_countable_column_is_not_repeated() -> None:
    header = (*PUPILS, "ความด้อยโอกาส")
    rows = [pupil(1, "บ้านหนึ่ง", "ป.1", 1, "ด.ช.", f"ด.ช.{given_name(9)} {surname(9)}")]
    found = counted(header, *rows)
    assert given_name(9) not in repr(found)
    assert found.words is not None
    assert "ความด้อยโอกาส: อื่น ๆ" in found.words.header


@pytest.mark.parametrize(
    ("title", "partial"), [("รายชื่อนักเรียนยากจนพิเศษ", True), ("รายชื่อนักเรียน ปีการศึกษา 2567", False)]
)
def test_a_title_that_speaks_of_a_group_says_that_not_everyone_is_listed(title: str, partial: bool) -> None:
    assert counted((title,), *LIST).offer.is_partial is partial


@pytest.mark.parametrize(
    ("text", "row", "room"),
    [
        ("ป.1", "p1", ""),
        ("ป.๑/2", "p1", "2"),
        ("ประถมศึกษาปีที่ 6", "p6", ""),
        ("อนุบาลปีที่ 2", "k2", ""),
        ("ม.3/1", "m3", "1"),
        ("ชั้น ป.5", "p5", ""),
        ("ปวช.2", "v2", ""),
        ("อ.4", "", ""),
        ("ป.7", "", ""),
        ("จบแล้ว", "", ""),
    ],
)
def test_a_grade_is_read_however_it_is_written(text: str, row: str, room: str) -> None:
    assert grade_of(text) == (row, room)
