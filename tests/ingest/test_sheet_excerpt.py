"""The rows of a sheet as its maker knows them, each with the part it was given."""

from lib.ingest.sheet_excerpt import LineKind
from tests.ingest.workbooks import read, sheet

HEADER = ("รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนผู้เข้าสอบ", "ภาษาไทย")
ROWS = tuple((f"9901{place:04d}", "บ้านไม่รู้จัก", 5, 50) for place in range(10, 50))


def kinds(*rows: tuple[object, ...], merged: tuple[str, ...] = ()) -> dict[int, LineKind]:
    (excerpt,) = read(sheet(("O-NET ป.6 ปีการศึกษา 2567",), HEADER, *rows, merged=merged)).data.excerpts
    return {line.row: line.kind for line in excerpt.lines}


def test_titles_header_schools_and_other_rows_are_told_apart() -> None:
    found = kinds(
        ("99010001", "บ้านสมมติหนึ่ง", 12, 50), ("", "บ้านไม่รู้จัก", 5, 50), ("หมายเหตุ ข้อมูล ณ วันสอบ", "", "", "")
    )
    assert found == {
        1: LineKind.TITLE,
        2: LineKind.HEADER,
        3: LineKind.SCHOOL,
        4: LineKind.REJECTED,
        5: LineKind.IGNORED,
    }


def test_of_a_long_sheet_the_first_and_last_rows_are_shown() -> None:
    found = kinds(*ROWS)
    assert sorted(found) == [*range(1, 16), *range(39, 43)]


def test_merged_cells_among_the_rows_do_not_hide_the_header() -> None:
    rows = (("99010001", "บ้านสมมติหนึ่ง", 12, 50), ("99010002", "บ้านสมมติสอง", 4, None))
    assert kinds(*rows, merged=("D3:D4",))[2] is LineKind.HEADER


def test_a_sheet_without_a_known_header_is_shown_as_unread() -> None:
    (excerpt,) = read(sheet(("บันทึก", "ทั่วไป"), ("ก", "ข"))).data.excerpts
    assert {line.kind for line in excerpt.lines} == {LineKind.UNREAD}
    assert excerpt.headers == ()
