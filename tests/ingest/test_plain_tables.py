"""Columns of numbers are found in a workbook nobody has described."""

from hypothesis import given
from hypothesis import strategies as st

from lib.domain.plain_tables import PlainTable
from lib.domain.sheets import CellRange, Sheet, Workbook
from lib.ingest.plain_tables import plain_tables
from tests.ingest.workbooks import Row


def tables(*rows: Row, **more: object) -> tuple[PlainTable, ...]:
    sheet = Sheet("รายจ่าย", tuple(tuple(row) for row in rows), **more)  # type: ignore[arg-type]
    return plain_tables(Workbook("xlsx", (sheet,)))


def test_labels_and_columns_stand_with_their_cells() -> None:
    (table,) = tables(
        ["รายงานค่าน้ำค่าไฟ เดือนตุลาคม"],
        [],
        ["ที่", "หน่วยงาน", "ค่าน้ำ (บาท)", "ค่าไฟ (บาท)"],
        [1, "กลุ่มนโยบายและแผน", "1,250.50", 9000],
        [2, "กลุ่มนิเทศ", "๗๐๐", None],
        [None, "รวมทั้งสิ้น", 1950.5, 9000],
        ["หมายเหตุ ข้อมูล ณ วันที่ 1"],
    )
    assert (table.label_name, table.labels, table.n_totals) == (
        "หน่วยงาน", ("กลุ่มนโยบายและแผน", "กลุ่มนิเทศ"), 1,
    )  # fmt: skip
    (water,) = table.columns
    assert (water.name, water.place, water.values, water.cells) == (
        "ค่าน้ำ (บาท)", "รายจ่าย!C3", (1250.5, 700.0), ("C4", "C5"),
    )  # fmt: skip


def test_a_header_of_two_rows_is_joined_and_a_band_is_no_header() -> None:
    (table,) = tables(
        ["โรงเรียน", "ภาคเรียนที่ 1", None, "ภาคเรียนที่ 2"],
        [None, "แผน", "ผล", "แผน"],
        ["อำเภอสมมติ"],
        ["บ้านนาสมมติ", 1, 2, 3],
        ["บ้านไร่สมมติ", 4, 5, 6],
        merged=(CellRange(0, 1, 0, 2),),
    )
    assert [column.name for column in table.columns] == [
        "ภาคเรียนที่ 1 › แผน", "ภาคเรียนที่ 1 › ผล", "ภาคเรียนที่ 2 › แผน",
    ]  # fmt: skip
    assert table.labels == ("บ้านนาสมมติ", "บ้านไร่สมมติ")


def test_years_across_the_top_are_headers_and_shown_per_cents_are_per_cents() -> None:
    (table,) = tables(
        ["กิจกรรม", "หน่วยนับ", 2566, 2567],
        ["อบรม", "คน", 0.5, 12],
        ["ประชุม", "คน", 0.25, 14],
        percent_cells=frozenset({(1, 2), (2, 2)}),
    )
    assert [(column.name, column.values) for column in table.columns] == [
        ("2566", (50.0, 25.0)),
        ("2567", (12.0, 14.0)),
    ]


def test_codes_running_numbers_and_years_are_no_figures() -> None:
    assert tables(
        ["ลำดับ", "รหัสโรงเรียน", "โรงเรียน", "ปีงบประมาณ"],
        [1, 99010001, "บ้านนาสมมติ", 2567],
        [2, 99010002, "บ้านไร่สมมติ", 2567],
    ) == ()  # fmt: skip


def test_a_hidden_sheet_and_a_sheet_of_words_have_no_table() -> None:
    assert tables(["ก", "ข"], ["ค", 1], ["ง", 2], hidden=True) == ()
    assert tables(["คำชี้แจง"], ["กรอกให้ครบ"]) == ()


_CELLS = st.one_of(st.none(), st.text(max_size=8), st.integers(-9999, 9999), st.floats(-1e6, 1e6))


@given(st.lists(st.lists(_CELLS, max_size=6), max_size=12))
def test_every_value_is_the_number_of_its_cell(rows: list[Row]) -> None:
    for table in tables(*rows):
        for column in table.columns:
            assert len(column.values) == len(column.cells) == len(table.labels)
            for value, cell in zip(column.values, column.cells, strict=True):
                place = (int(cell[1:]) - 1, ord(cell[0]) - ord("A"))
                raw = rows[place[0]][place[1]] if place[1] < len(rows[place[0]]) else None
                if isinstance(raw, int | float):
                    assert value == raw


def test_a_school_whose_name_begins_like_a_total_is_a_row() -> None:
    (table,) = tables(
        ["โรงเรียน", "ค่าไฟ (บาท)"],
        ["รวมไทยพัฒนาสมมติ", 100],
        ["รวมมิตรสมมติ", 200],
        ["รวมกลุ่มสมมติ", 300],
        ["เฉลี่ย", 150],
    )
    assert table.labels == ("รวมไทยพัฒนาสมมติ", "รวมมิตรสมมติ")
    assert table.n_totals == 2
