"""What is offered to explain an area row, once taken, makes the file agree when it is read again."""

from itertools import permutations

import pytest

from lib.ingest.choices import ImportChoices
from lib.services.import_offers import take_offer
from tests.ingest.workbooks import Reading, Row, read, sheet

HEADER = ("รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนผู้เข้าสอบ", "ภาษาไทย", "คณิตศาสตร์", "วิทยาศาสตร์", "ภาษาอังกฤษ")
# Weighted by 10, 30 and 10: Thai (400+1800+800)/50 = 60, maths (300+1050+200)/50 = 31,
# science (450+1200+500)/50 = 43, English (250+600+350)/50 = 24.
SCHOOLS: tuple[Row, ...] = (
    ("99010001", "บ้านสมมติหนึ่ง", 10, 40, 30, 45, 25),
    ("99010002", "บ้านสมมติสอง", 30, 60, 35, 40, 20),
    ("99010003", "วัดสมมติสาม", 10, 80, 20, 50, 35),
)
TRUE = (60, 31, 43, 24)
NATION: Row = ("00000000", "ประเทศ", None, 55, 32, 41, 29)


def taken(rows: list[Row], which: int = 0) -> tuple[Reading, Reading, ImportChoices]:
    """The file as read, the file read again with an offer of its first open column, and those answers."""
    found = read(sheet(("O-NET ป.6 ปีการศึกษา 2567",), HEADER, *rows))
    offers = next(one.offers for one in found.reconciliation if not one.agrees)
    choices = take_offer(ImportChoices(), offers[which], found.data.tables)
    again = read(
        sheet(("O-NET ป.6 ปีการศึกษา 2567",), HEADER, *rows),
        columns=choices.columns,
        corrections=choices.corrections,
    )
    return found, again, choices


@pytest.mark.parametrize("which", [0, 1])
@pytest.mark.parametrize("order", [each for each in permutations(range(4)) if each != (0, 1, 2, 3)])
def test_any_other_order_of_columns_is_found_and_mended(order: tuple[int, ...], which: int) -> None:
    area = ("99010000", "เขต", None, *(TRUE[place] for place in order))
    found, again, choices = taken([*SCHOOLS, area, NATION], which)
    moved = sum(order[place] != place for place in range(4))
    assert sum(not one.agrees for one in found.reconciliation) == moved
    assert all(one.agrees for one in again.reconciliation)
    assert len(again.reconciliation) == 4
    nation = {key: value for key, value in found.stated().items() if key[0] == "nation"}
    assert nation.items() <= again.stated().items()
    assert len(choices.columns) == (moved if which == 0 else 0)


def test_exchanged_school_columns_keep_what_the_header_says_of_the_area() -> None:
    area = ("99010000", "เขต", None, 31, 60, 43, 24)
    _, again, _ = taken([*SCHOOLS, area], which=0)
    assert again.value("academic.onet_p6_math") == 40
    assert again.place("academic.onet_p6_math") == "ข้อมูล!D3"
    assert again.stated()["area", "academic.onet_p6_math"] == 60


def test_an_area_row_in_another_order_leaves_the_schools_as_they_are() -> None:
    area = ("99010000", "เขต", None, 31, 60, 43, 24)
    found, again, _ = taken([*SCHOOLS, area], which=1)
    assert again.values() == found.values()
    assert again.stated()["area", "academic.onet_p6_thai"] == 60


def test_a_wrong_count_is_corrected_at_its_own_cell() -> None:
    # meant: 3 takers, not 33: Thai (400+180+800)/23 = 60, maths (300+105+200)/23 = 26.30,
    # science (450+120+500)/23 = 46.52, English (250+60+350)/23 = 28.70
    typed = (*SCHOOLS[1][:2], 33, *SCHOOLS[1][3:])
    _, again, choices = taken(
        [SCHOOLS[0], typed, SCHOOLS[2], ("99010000", "เขต", None, 60, 26.3, 46.52, 28.7)]
    )
    assert choices.corrections == ((("ข้อมูล", "C4"), "3"),)
    assert all(one.agrees for one in again.reconciliation)
    assert again.n("academic.onet_p6_math", "99010002") == 3


PUPILS = ("รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1 ชาย", "ป.1 หญิง", "ป.1 รวม")


def pupils(*rows: Row, **more: object) -> Reading:
    return read(sheet(PUPILS, *rows), file_name="จำนวนนักเรียน ปีการศึกษา 2567.xlsx", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rows", "cell", "text"),
    [
        # 12 girls typed as 21: the row and the column of girls both point at D2
        (
            [("99010001", None, 10, 21, 22), ("99010002", None, 8, 9, 17), ("รวม", None, 18, 21, 39)],
            "D2",
            "12",
        ),
        # the grand total of boys itself typed as 81
        (
            [("99010001", None, 10, 12, 22), ("99010002", None, 8, 9, 17), ("รวม", None, 81, 21, 39)],
            "C4",
            "18",
        ),
    ],
)
def test_one_wrong_digit_under_a_total_is_found_and_mended(rows: list[Row], cell: str, text: str) -> None:
    found = pupils(*rows)
    (one,) = (one for one in found.reconciliation if not one.agrees)
    (offer,) = one.offers
    assert offer.corrections == ((("ข้อมูล", cell), text),)
    again = pupils(*rows, corrections=offer.corrections)
    assert all(one.agrees for one in again.reconciliation)
    assert set(again.codes) == {"V25"}
