"""The drawn sheet: Excel's letters and rows, words beside colours, and nothing of a cell taken for HTML."""

from lib.ingest.sheet_excerpt import ExcerptLine, LineKind, SheetExcerpt
from lib.ui.import_sheet import sheet_html

LINES = (
    ExcerptLine(1, LineKind.TITLE, ("<script>alert(1)</script>",)),
    ExcerptLine(2, LineKind.HEADER, ("รหัส", "ไทย")),
    ExcerptLine(3, LineKind.REJECTED, ("1", '"><img src=x>'), "ไม่ทราบว่าเป็นโรงเรียนใด"),
    ExcerptLine(40, LineKind.IGNORED, ("รวม",), "แถวรวม"),
)


def drawn() -> str:
    return sheet_html(SheetExcerpt("ก", 40, LINES, ((2, 2),)), {1: ("ภาษาไทย <b>", True)})


def test_text_of_a_cell_is_never_html() -> None:
    assert "<script" not in drawn()
    assert "<img" not in drawn()
    assert "<b>" not in drawn()


def test_every_row_says_its_part_in_words() -> None:
    for words in ("ชื่อเรื่อง", "หัวตาราง", "ไม่รับ: ไม่ทราบว่าเป็นโรงเรียนใด", "ข้าม: แถวรวม"):
        assert words in drawn()


def test_rows_left_out_are_named() -> None:
    assert "แถว 4–39" in drawn()


def test_an_open_column_carries_its_mark() -> None:
    assert "B<small>◆ ภาษาไทย" in drawn()
