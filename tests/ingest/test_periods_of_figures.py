"""Which year a figure belongs to, and when a person must say so."""

import pytest

from lib.domain.periods import PeriodKind
from lib.ingest.year_hints import YearHint, find_year_hints
from tests.ingest.workbooks import Reading, read, sheet

HEADER = ("รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนผู้เข้าสอบ", "ภาษาไทย")
ROW = ("99010001", "บ้านสมมติหนึ่ง", 12, 50)
ACADEMIC, FISCAL = PeriodKind.ACADEMIC_YEAR, PeriodKind.FISCAL_YEAR


@pytest.mark.parametrize(
    ("text", "hints"),
    [
        ("ปีการศึกษา ๒๕๖๗", [YearHint(ACADEMIC, 2567)]),
        ("ปีการศึกษา 2024", [YearHint(ACADEMIC, 2567)]),
        ("ปีงบประมาณ พ.ศ. 2568", [YearHint(FISCAL, 2568)]),
        ("ภาคเรียนที่ 1/2566", [YearHint(ACADEMIC, 2566, 1)]),
        ("ภาคเรียนที่ 2 ปีการศึกษา 2566", [YearHint(ACADEMIC, 2566, 2)]),
        ("ปีการศึกษา 2567/1", [YearHint(ACADEMIC, 2567, 1)]),
        ("1/2566", [YearHint(None, 2566, 1)]),
        ("2566/1", [YearHint(None, 2566, 1)]),
        ("2560-1-schoolmis-30010000", [YearHint(None, 2560, 1)]),
        ("ไตรมาสที่ 2/2568", [YearHint(FISCAL, 2568, 2)]),
        ("ปีการศึกษา 2566-2568", [YearHint(ACADEMIC, 2566), YearHint(None, 2568)]),
        ("ปีการศึกษา 2566-68", [YearHint(ACADEMIC, 2566), YearHint(None, 2568)]),
        ("ประกาศผลสอบ ปีการศึกษา 2566", [YearHint(ACADEMIC, 2566)]),
    ],
)
def test_years_are_read_as_offices_write_them(text: str, hints: list[YearHint]) -> None:
    assert list(find_year_hints(text)) == hints


@pytest.mark.parametrize(
    "text",
    [
        "onet67",
        "ปี65",
        "ณ วันที่ 10 มิถุนายน 2567",
        "เดือน มิ.ย. 2567",
        "31/12/2566",
        "1/2/2566",
        "2023-05-16",
        "20230516",
        "พ.ร.บ.การศึกษาแห่งชาติ (ฉบับที่ 4) พ.ศ. 2562",
        "ประกาศ ศธ. เรื่อง มาตรฐานการศึกษา พ.ศ. 2561",
        "คำสั่งที่ 12/2566",
        "หลักสูตรแกนกลาง 2551",
        "นักเรียน 2560 คน",
        "รหัส 25660001",
    ],
)
def test_dates_laws_and_numbers_of_people_are_no_years(text: str) -> None:
    assert find_year_hints(text) == ()


def with_title(*titles: str, name: str = "ข้อมูล", file_name: str = "O-NET ป.6.xlsx") -> Reading:
    return read(sheet(*((title,) for title in titles), HEADER, ROW, name=name), file_name=file_name)


@pytest.mark.parametrize(
    "found",
    [
        with_title("ปีการศึกษา 2567"),
        with_title(name="2567"),
        with_title(file_name="O-NET ป.6 2567.xlsx"),
        with_title("ปีการศึกษา 2024"),
        with_title("ปีการศึกษา 2567", name="2567", file_name="O-NET_ป6_๒๕๖๗.csv"),
    ],
    ids=["title", "sheet", "file", "common era", "all three"],
)
def test_title_sheet_or_file_name_the_year(found: Reading) -> None:
    assert set(found.accepted["year_be"]) == {2567}
    assert found.codes == []


@pytest.mark.parametrize(
    "found",
    [
        with_title("ปีการศึกษา 2567", file_name="O-NET ป.6 2566.xlsx"),
        with_title("ปีการศึกษา 2566-2568"),
        with_title("เปรียบเทียบปีการศึกษา 2566 และ 2567"),
    ],
    ids=["title against file", "range", "two in a title"],
)
def test_two_years_are_a_question_and_nothing_is_kept(found: Reading) -> None:
    assert found.codes == ["P01"]
    assert found.accepted.empty
    assert found.counts == (1, 0, 0, 1)


def test_no_year_at_all_is_a_question() -> None:
    found = with_title()
    assert found.codes == ["P02"]
    assert found.accepted.empty


def test_the_year_a_person_chooses_settles_it() -> None:
    found = read(sheet(("ปีการศึกษา 2566-2568",), HEADER, ROW), file_name="O-NET ป.6.xlsx", year_be=2567)
    assert set(found.accepted["year_be"]) == {2567}
    assert found.codes == []


def with_years(*years: object, title: str = "O-NET ป.6 ปีการศึกษา 2566-2568") -> Reading:
    rows = [(*ROW, year) for year in years]
    return read(sheet((title,), (*HEADER, "ปีการศึกษา"), *rows), file_name="a.xlsx")


def test_a_year_column_wins_over_a_range_in_the_title() -> None:
    assert sorted(with_years(2566, "๒๕๖๗", 2025).accepted["year_be"]) == [2566, 2567, 2568]


def test_a_year_of_two_digits_turns_its_row_away() -> None:
    found = with_years(2567, "67")
    (issue,) = [issue for issue in found.issues if issue.code == "V11"]
    assert (issue.cell, issue.value) == ("E4", "67")
    assert found.counts == (2, 1, 1, 0)


def test_a_term_with_its_year_in_one_cell_is_read() -> None:
    found = read(sheet((*HEADER, "ภาคเรียน/ปี"), (*ROW, "1/2566")), file_name="O-NET ป.6.xlsx")
    assert set(zip(found.accepted["year_be"], found.accepted["term"], strict=True)) == {(2566, 1)}


def test_a_year_of_the_other_calendar_is_taken_with_a_warning() -> None:
    found = with_title("ปีงบประมาณ 2567")
    assert found.codes == ["P03"]
    assert set(found.accepted["period_kind"]) == {ACADEMIC}


def test_a_year_of_two_digits_is_asked_about_and_its_full_form_named() -> None:
    (issue,) = with_title("ผลสอบ ปี 65").issues
    assert (issue.code, issue.cell) == ("P02", "A2")
    assert "2565" in issue.hint
