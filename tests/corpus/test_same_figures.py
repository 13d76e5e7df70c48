"""However a clean table is dressed up and saved, the figures that come out of it are the same."""

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.ingest.child import read_workbook
from lib.thai.numerals import to_thai_digits
from tests.corpus.grids import Cell, Grid, delimited, html_table, ods, xlsx
from tests.ingest.workbooks import SCHOOLS, read

#: One table without a fault: header, then code, name and figures of three schools.
HEADER = ("รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนผู้เข้าสอบ", "ภาษาไทย", "คณิตศาสตร์", "วิทยาศาสตร์", "ภาษาอังกฤษ")
BODY: tuple[tuple[Cell, ...], ...] = tuple(
    (school.school_id, school.name, n, *scores)
    for school, n, scores in zip(
        SCHOOLS,
        (1250, 4, 9),
        ((50.25, 30.5, 33.75, 35.5), (44, 28, 31.25, 30), (47.5, 29.75, 30, 33)),
        strict=False,
    )
)
SYNONYMS = (
    ("รหัสโรงเรียน", "รหัส SMIS", "รหัสสถานศึกษา", "รหัส"),
    ("ชื่อโรงเรียน", "โรงเรียน", "ชื่อ ร.ร.", "สถานศึกษา"),
    ("จำนวนผู้เข้าสอบ", "จน.นร.", "น.ร.(คน)", "จำนวน นร. เข้าสอบ", "ผู้เข้าสอบ (คน)"),
    ("ภาษาไทย", "ไทย", "วิชาภาษาไทย", "O-NET ป.6 ภาษาไทย"),
    ("คณิตศาสตร์", "คณิต", "คะแนนเฉลี่ยคณิตศาสตร์", "Math"),
    ("วิทยาศาสตร์", "วิทย์", "คะแนนวิทยาศาสตร์"),
    ("ภาษาอังกฤษ", "อังกฤษ", "คะแนนเฉลี่ยภาษาอังกฤษ"),
)
TITLES = (
    "ผลการทดสอบทางการศึกษาระดับชาติขั้นพื้นฐาน (O-NET)",
    "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาสมมติ เขต 1",
    "ข้อมูล ณ วันที่ 10 มิถุนายน 2568",
    "กลุ่มนิเทศ ติดตามและประเมินผลการจัดการศึกษา",
)
FILE = "O-NET ป.6 ปีการศึกษา 2567"
Rows = Sequence[Sequence[object]]
Figures = dict[tuple[str, str, int, int], tuple[float, float]]


def figures_of(content: bytes, file_name: str) -> Figures:
    """(school, indicator, year, term) → value and count."""
    found = read(*read_workbook(content, file_name).sheets, file_name=file_name).accepted.itertuples()
    return {(r.school_id, r.indicator_id, r.year_be, r.term): (round(r.value, 6), r.n) for r in found}


@pytest.fixture(scope="module")
def plain() -> Figures:
    figures = figures_of(xlsx({"ข้อมูล": Grid((HEADER, *BODY))}), f"{FILE}.xlsx")
    assert len(figures) == 12
    assert figures["99010001", "academic.onet_p6_thai", 2567, 0] == (50.25, 1250)
    return figures


def dressed(cell: Cell, dress: str) -> object:
    """A number as somebody else would type it."""
    if isinstance(cell, str) or cell is None:
        return cell
    text = f"{cell:,}"
    half = len(text) // 2
    return {
        "plain": cell,
        "text": str(cell),
        "comma": text,
        "thai": to_thai_digits(text),
        "mixed": text[:half] + to_thai_digits(text[half:]),
        "spaces": f"  {text}\u00a0",
        "thai code": cell,
    }[dress]


def dressed_row(cells: Sequence[Cell], dresses: Sequence[str]) -> list[object]:
    code = to_thai_digits(str(cells[0])) if "thai code" in dresses else cells[0]
    return [code, cells[1], *(dressed(cell, dress) for cell, dress in zip(cells[2:], dresses, strict=True))]


DRESSES = st.lists(
    st.sampled_from(["plain", "text", "comma", "thai", "mixed", "spaces", "thai code"]),
    min_size=5,
    max_size=5,
)
SAVED = {
    "xlsx": lambda rows: (xlsx({"ข้อมูล": Grid(rows)}), ".xlsx"),
    "utf-8": lambda rows: (delimited(rows, "utf-8"), ".csv"),
    "bom": lambda rows: (delimited(rows, "utf-8-sig"), ".csv"),
    "utf-16": lambda rows: (delimited(rows, "utf-16", "\t"), ".csv"),
    "cp874": lambda rows: (delimited(rows, "cp874"), ".csv"),
    "semicolons": lambda rows: (delimited(rows, "utf-8-sig", ";"), ".csv"),
    "web page": lambda rows: (html_table(Grid(rows)), ".xls"),
    "ods": lambda rows: (ods("ข้อมูล", rows), ".ods"),
}
ONCE = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@ONCE
@given(
    order=st.permutations(range(len(HEADER))),
    rows=st.permutations(range(len(BODY))),
    titles=st.integers(0, 4),
    blank_rows=st.integers(0, 2),
    blank_column=st.integers(0, len(HEADER)),
)
def test_order_titles_and_blanks_change_no_figure(
    plain: Figures, order: list[int], rows: list[int], titles: int, blank_rows: int, blank_column: int
) -> None:
    def placed(cells: Sequence[Cell]) -> list[object]:
        shuffled: list[object] = [cells[place] for place in order]
        return [*shuffled[:blank_column], None, *shuffled[blank_column:]]

    above = [[title] for title in TITLES[:titles]] + [[]] * blank_rows
    grid = Grid((*above, placed(HEADER), *(placed(BODY[row]) for row in rows)))
    assert figures_of(xlsx({"ข้อมูล": grid}), f"{FILE}.xlsx") == plain


@ONCE
@given(names=st.tuples(*map(st.sampled_from, SYNONYMS)), dresses=st.tuples(DRESSES, DRESSES, DRESSES))
def test_other_words_and_other_digits_change_no_figure(
    plain: Figures, names: tuple[str, ...], dresses: tuple[list[str], ...]
) -> None:
    body = [dressed_row(cells, each) for cells, each in zip(BODY, dresses, strict=True)]
    assert figures_of(xlsx({"ข้อมูล": Grid((names, *body))}), f"{FILE}.xlsx") == plain


@pytest.mark.parametrize("saved", SAVED)
@settings(parent=ONCE, max_examples=4)
@given(titles=st.integers(0, 4), dresses=DRESSES)
def test_another_way_to_save_changes_no_figure(
    plain: Figures, saved: str, titles: int, dresses: list[str]
) -> None:
    rows = [*([title] for title in TITLES[:titles]), HEADER, *(dressed_row(cells, dresses) for cells in BODY)]
    content, ending = SAVED[saved](rows)
    assert figures_of(content, FILE + ending) == plain
