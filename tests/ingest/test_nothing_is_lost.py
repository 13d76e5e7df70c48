"""Whatever a grid holds: every row is accounted for, and looks do not change what is read."""

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from lib.domain.sheets import CellValue, DateCell, ErrorCell, FormulaCell
from lib.errors import RefusedFile
from lib.thai.numerals import to_thai_digits
from tests.ingest.workbooks import ONET_HEADER, Reading, Row, read, sheet
from tests.robustness.figures import size

CELLS: st.SearchStrategy[CellValue] = st.one_of(
    st.none(),
    st.text(max_size=8),
    st.sampled_from(
        [
            "รวม", "ค่าเฉลี่ย", "หมายเหตุ", "อำเภอเมือง", "99010001", "99010002",
            "99010000", "00000000", "บ้านสมมติหนึ่ง", "-", "๔๕.๕", "67", "ภาษาไทย",
            "รหัสโรงเรียน", "ปีการศึกษา 2567", "1 : 15", "12 (40)", *ONET_HEADER,
        ]
    ),
    st.integers(-5, 120),
    st.floats(),
    st.booleans(),
    st.sampled_from([ErrorCell("#REF!"), FormulaCell("A1"), DateCell("2567-01-02")]),
)  # fmt: skip
ROWS = st.lists(st.lists(CELLS, max_size=9), max_size=14)


@settings(max_examples=size("ROWS", short=60, full=2_000), deadline=None)
@given(above=ROWS, beneath=ROWS, with_header=st.booleans())
def test_rows_read_are_loaded_rejected_or_ignored(
    above: list[Row], beneath: list[Row], with_header: bool
) -> None:
    header = (ONET_HEADER,) if with_header else ()
    try:
        found = read(sheet(*above, *header, *beneath))
    except RefusedFile:
        return
    n_read, n_loaded, n_rejected, n_ignored = found.counts
    assert n_read == n_loaded + n_rejected + n_ignored
    places = [(row.sheet, row.row) for row in found.data.rows]
    assert len(places) == len(set(places))
    assert set(zip(found.accepted["sheet"], found.accepted["row"], strict=True)) <= set(places)
    if not found.data.tables:
        filled = [cells for cells in (*above, *beneath) if any(cell not in (None, "") for cell in cells)]
        assert n_read <= len(filled)


SCORES = {"99010001": (12, 50.25, 40.5, 35, 30, 33.75, 37.9), "99010002": (4, 44, 41, 30.5, 28, 31.25, 34.95)}
TITLES = ("ผลการทดสอบ O-NET ชั้น ป.6", "สพป.สมมติ เขต 1", "ข้อมูล ณ วันที่ 10 มิถุนายน 2568", "กลุ่มนิเทศฯ")


def rendered(value: CellValue, as_thai: bool) -> CellValue:
    return to_thai_digits(str(value)) if as_thai else value


@cache
def plain() -> Reading:
    """The scores as a clean sheet gives them."""
    return read(sheet(ONET_HEADER, *([code, None, *values] for code, values in SCORES.items())))


@settings(max_examples=size("LOOKS", short=30, full=500), deadline=None)
@given(
    order=st.permutations(range(len(ONET_HEADER))),
    n_titles=st.integers(0, 4),
    as_thai=st.booleans(),
    reverse=st.booleans(),
)
def test_order_titles_and_digits_do_not_change_what_is_read(
    order: list[int], n_titles: int, as_thai: bool, reverse: bool
) -> None:
    rows = [[rendered(cell, as_thai) for cell in (code, None, *values)] for code, values in SCORES.items()]
    shuffled = [[row[place] for place in order] for row in (list(ONET_HEADER), *rows)]
    body = shuffled[:1] + (shuffled[:0:-1] if reverse else shuffled[1:])
    found = read(sheet(*((title,) for title in TITLES[:n_titles]), *body))
    assert found.values() == plain().values()
    assert len(found.values()) == 12
    assert {found.n(indicator) for _, indicator, _, _ in found.values()} == {12}
