"""How the cells of a table are called, so that an edition knows them again."""

from lib.domain.bound_cells import cell_ids, row_names
from lib.domain.documents import Table, TableColumn


def table(*rows: tuple[str, ...]) -> Table:
    columns = (TableColumn("กลุ่ม"), TableColumn("โรงเรียน"), TableColumn("ผล", "right"))
    return Table("ตาราง", columns, rows, key="k")


def test_rows_that_share_their_first_words_are_told_apart_by_the_next() -> None:
    shown = table(("กลุ่มหนึ่ง", "บ้านก", "1"), ("กลุ่มหนึ่ง", "บ้านข", "2"), ("กลุ่มสอง", "บ้านค", "3"))
    assert row_names(shown) == ("กลุ่มหนึ่ง · บ้านก", "กลุ่มหนึ่ง · บ้านข", "กลุ่มสอง · บ้านค")


def test_a_row_that_comes_between_changes_no_name_of_the_others() -> None:
    before = table(("กลุ่ม", "บ้านก", "1"), ("กลุ่ม", "บ้านค", "3"))
    after = table(("กลุ่ม", "บ้านก", "1"), ("กลุ่ม", "บ้านข", "2"), ("กลุ่ม", "บ้านค", "3"))
    assert {row[-1] for row in cell_ids(before)} < {row[-1] for row in cell_ids(after)}


def test_rows_alike_in_all_their_words_are_counted() -> None:
    assert row_names(table(("ก", "ข", "1"), ("ก", "ข", "2"))) == ("ก · ข", "ก · ข (2)")


def test_a_sentence_names_no_row() -> None:
    long = "ใช้แบบประเมินย่อย" * 9
    assert row_names(table(("สพท.", long, "1"), ("สพท.", long, "2"))) == ("สพท.", "สพท. (2)")


def test_a_row_of_numbers_alone_is_called_by_the_first() -> None:
    assert row_names(table(("1", "2", "3"))) == ("1",)
