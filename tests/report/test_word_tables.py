"""Tables: repeated heads, merged parents, pages on their side, numbers on one line."""

from dataclasses import replace
from itertools import pairwise

from lib.domain.documents import Document, Heading, Table, TableColumn
from lib.report.word import write_docx
from lib.report.word_columns import fitted_widths_cm, needed_widths_cm
from tests.report.reading_word import W, paragraph_texts, part_xml
from tests.report.sample_document import rating_table, school_table


def written(*blocks: object):
    return part_xml(write_docx(Document("ก", "", "", "", blocks, contents=False)))  # type: ignore[arg-type]


def narrow_table(**changes: object) -> Table:
    columns = (TableColumn("ที่", "center", 1.0), TableColumn("รายการ", "left", 6.0))
    return Table("ทดสอบ", columns, (("1", "หนึ่ง"), ("2", "สอง")), **changes)  # type: ignore[arg-type]


def test_both_heading_rows_of_a_grouped_table_repeat_on_every_page() -> None:
    [table] = written(rating_table()).iter(f"{W}tbl")
    repeats = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iter(f"{W}tr")]
    assert repeats == [True, True, False, False, False, False]


def test_no_row_is_cut_by_the_end_of_a_page() -> None:
    [table] = written(school_table(30)).iter(f"{W}tbl")
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in table.iter(f"{W}tr"))


def test_a_parent_heading_spans_its_columns_and_the_others_span_two_rows() -> None:
    [table] = written(rating_table()).iter(f"{W}tbl")
    upper, lower = list(table.iter(f"{W}tr"))[:2]
    spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in upper.iter(f"{W}tc")]
    assert [span.get(f"{W}val") for span in spans if span is not None] == ["5"]
    assert len(list(upper.iter(f"{W}vMerge"))) == len(list(lower.iter(f"{W}vMerge"))) == 5
    assert len(list(lower.iter(f"{W}tc"))) == 10


def test_cell_widths_agree_with_the_grid() -> None:
    [table] = written(school_table(3)).iter(f"{W}tbl")
    grid = [int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")]
    for row in list(table.iter(f"{W}tr"))[2:]:
        assert [int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) for cell in row.iter(f"{W}tc")] == grid


def test_a_wide_table_turns_the_page_and_takes_its_heading_along() -> None:
    root = written(Heading(2, "ก่อนตาราง"), school_table(3), Heading(2, "หลังตาราง"))
    sizes = [section.find(f"{W}pgSz").get(f"{W}orient") for section in root.iter(f"{W}sectPr")]
    assert sizes == [None, "landscape", None]
    texts = paragraph_texts(root)
    marks = [i for i, p in enumerate(root.iter(f"{W}p")) if p.find(f"{W}pPr/{W}sectPr") is not None]
    assert marks[0] < texts.index("ก่อนตาราง") < marks[1] < texts.index("หลังตาราง")


def test_a_table_may_ask_for_the_paper_on_its_side() -> None:
    sections = list(written(narrow_table(landscape=True)).iter(f"{W}sectPr"))
    assert sections[-1].find(f"{W}pgSz").get(f"{W}orient") == "landscape"


def test_a_column_grows_to_keep_its_longest_number_on_one_line() -> None:
    columns = (TableColumn("รายการ", "left", 3.0), TableColumn("บาท", "right", 0.5))
    table = Table("ก", columns, (("ก", "1,234,567.89"),))
    # 9 digits of 0.55 em and 3 signs of 0.25 em are 5.7 em; at 14 pt, bold 6 % wider, 84.59 pt or 2.98 cm;
    # the margins of the cell take 0.2 cm more
    assert round(needed_widths_cm(table)[1], 2) == 3.18


def test_columns_wider_than_the_page_shrink_into_it() -> None:
    table = Table("ก", tuple(TableColumn("ก", "right", 2.0) for _ in range(20)), ())
    widths, small = fitted_widths_cm(table, 25.2)
    assert round(sum(widths), 6) == 25.2
    assert small


def test_bold_rows_and_no_others_are_bold() -> None:
    [table] = written(narrow_table(bold_rows=frozenset({1}))).iter(f"{W}tbl")
    bold = [row.find(f".//{W}rStyle") is not None for row in table.iter(f"{W}tr")]
    assert bold == [False, False, True]


def test_a_newline_in_a_cell_is_a_line_break() -> None:
    table = Table("ก", (TableColumn("ก"),), (("บรรทัดหนึ่ง\nบรรทัดสอง",),))
    [drawn] = written(table).iter(f"{W}tbl")
    assert len(list(drawn.iter(f"{W}br"))) == 1


def test_two_tables_in_a_row_stay_two() -> None:
    body = written(narrow_table(), narrow_table())[0]
    kinds = [child.tag for child in body]
    assert all(not (a == b == f"{W}tbl") for a, b in pairwise(kinds))
    assert kinds.count(f"{W}tbl") == 2


def rows_with_next(table: Table) -> list[bool]:
    [drawn] = written(table).iter(f"{W}tbl")
    return [
        all(p.find(f"{W}pPr/{W}keepNext") is not None for p in row.iter(f"{W}p"))
        for row in drawn.iter(f"{W}tr")
    ]


def test_a_short_table_stands_whole_and_with_its_note() -> None:
    rows = (("ก", "1"), ("ข", "2"), ("ค", "3"))
    table = Table("ตาราง", (TableColumn("ชื่อ"), TableColumn("ค่า")), rows, note="n = 3")
    assert rows_with_next(table) == [True] * 4
    assert rows_with_next(replace(table, note="")) == [True, True, True, False]


def test_a_long_table_leaves_no_row_alone_at_its_ends_or_under_a_heading_row() -> None:
    rows = tuple((f"แถว {place}", "1") for place in range(20))
    table = Table("ตาราง", (TableColumn("ชื่อ"), TableColumn("ค่า")), rows, bold_rows=frozenset({7}))
    kept = rows_with_next(table)
    assert [place for place, stays in enumerate(kept) if stays] == [0, 1, 8, 19]


def test_a_short_table_of_long_texts_may_break_between_its_rows() -> None:
    rows = tuple(("ก", "ยาว " * 100) for _ in range(5))
    table = Table("ตาราง", (TableColumn("กฎ"), TableColumn("ความหมาย")), rows)
    assert rows_with_next(table) == [True, True, False, False, True, False]
    giants = replace(table, rows=(("ก", "ยาว " * 400), *rows))
    assert rows_with_next(giants) == [True, False, False, False, False, True, False]
