"""T15: whatever a text begins with, it stays a text in every table that leaves the house."""

import csv
import io
import zipfile
from collections.abc import Callable

import openpyxl
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from lib.domain.issues import Issue, Severity
from lib.domain.sheets import Sheet
from lib.ingest.mark_workbook import mark_workbook
from lib.report.plain_copy import write_plain_copy
from lib.report.table_workbook import make_table_workbook
from lib.ui.messages import issues_csv
from tests.robustness.crafted_values import FORMULAS, PAYLOADS
from tests.robustness.figures import note, size

N_TEXTS = size("FORMULAS", short=60, full=1_000)
_AT_ONCE = 20
_STARTS = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "＝",
    "＋",
    "－",
    "＠",
    "'",
    '"',
    "http://",
    "mailto:",
    "file:///",
    "{=",
    " =",
)
_RISKY = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_ENDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
TEXTS = st.lists(
    st.one_of(
        st.builds(str.__add__, st.sampled_from(_STARTS), _ENDS), st.sampled_from((*FORMULAS, *PAYLOADS))
    ),
    min_size=_AT_ONCE,
    max_size=_AT_ONCE,
)
tried_on = settings(
    max_examples=max(2, N_TEXTS // _AT_ONCE),
    deadline=None,
    derandomize=True,
    database=None,
    # A smaller example costs a reader child each time and says no more.
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)


def formulas_in(workbook: bytes) -> list[str]:
    """Cells and parts that Excel would calculate, or follow out of the workbook."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
        found = [
            name for name in sheets if b"<f>" in (part := archive.read(name)) or b"<hyperlink r:id" in part
        ]
    book = openpyxl.load_workbook(io.BytesIO(workbook))
    found += [
        str(cell.coordinate)
        for sheet in book.worksheets
        for row in sheet
        for cell in row
        if cell.data_type == "f"
    ]
    return found


def risky_cells(content: bytes) -> list[str]:
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return [cell for row in rows for cell in row if cell.startswith(_RISKY)]


def try_all(hold: Callable[[list[str]], None]) -> None:
    tried_on(given(TEXTS)(hold))()


def test_no_text_is_a_formula_in_a_table_of_the_workbench() -> None:
    def hold(texts: list[str]) -> None:
        assert (
            formulas_in(make_table_workbook("ตาราง", texts[:2], texts[2:5], [texts[5:8], texts[8:11]])) == []
        )

    try_all(hold)
    note("T15", "texts in tables as xlsx", N_TEXTS, "0 formulas, 0 links, 0 unreadable")


def test_no_text_is_a_formula_in_a_kept_copy_without_persons() -> None:
    def hold(texts: list[str]) -> None:
        assert formulas_in(write_plain_copy([Sheet("ข้อมูล", (tuple(texts), tuple(texts[:3])))])) == []

    try_all(hold)
    note("T15", "texts in kept copies as xlsx", N_TEXTS, "0 formulas, 0 links, 0 unreadable")


def test_no_text_is_a_formula_in_a_marked_copy() -> None:
    def hold(texts: list[str]) -> None:
        content = write_plain_copy([Sheet("ข้อมูล", tuple((text,) for text in texts))])
        issues = [
            Issue(Severity.WARNING, "V03", f"{text} ไม่ใช่ตัวเลข", text, "ข้อมูล", f"A{row}", text)
            for row, text in enumerate(texts, start=1)
        ]
        assert formulas_in(mark_workbook(content, "ข้อมูล.xlsx", issues)) == []

    n_texts = max(2 * _AT_ONCE, N_TEXTS // 5)
    settings(tried_on, max_examples=n_texts // _AT_ONCE)(given(TEXTS)(hold))()
    note("T15", "texts in marked copies as xlsx", n_texts, "0 formulas, 0 links, 0 unreadable")


def test_no_text_is_a_formula_in_a_csv() -> None:
    def hold(texts: list[str]) -> None:
        assert risky_cells(issues_csv([{"ก": text, "ข": "ค"} for text in texts])) == []

    try_all(hold)
    note("T15", "texts in csv", N_TEXTS, "every one begins harmlessly")
