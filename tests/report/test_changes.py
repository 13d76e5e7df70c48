"""What a reader of two versions of a report would find changed."""

from lib.domain.documents import BulletList, Document, Heading, Paragraph, Run, Table, TableColumn
from lib.report.changes import CellChange, SentenceChange, TableChange, compare_documents

COLUMNS = (TableColumn("ตัวชี้วัด"), TableColumn("ผล"), TableColumn("n"))


def table(*rows: tuple[str, ...], caption: str = "ผลด้านวิชาการ") -> Table:
    return Table(caption, COLUMNS, rows, key=caption)


def document(*blocks: object) -> Document:
    return Document("รายงาน", "", "สพป.สมมติ", "", blocks=blocks)  # type: ignore[arg-type]


def test_equal_documents_have_no_changes() -> None:
    one = document(Heading(1, "บทที่ 1"), Paragraph((Run("ข้อความ"),)), table(("ไทย", "50.00", "20")))
    changes = compare_documents(one, one)
    assert (changes.tables, changes.sentences) == ((), ())


def test_a_changed_cell_is_named_by_row_and_column() -> None:
    before = document(table(("ไทย", "50.00", "20"), ("คณิต", "40.00", "20")))
    after = document(table(("ไทย", "50.00", "20"), ("คณิต", "41.00", "20")))
    (change,) = compare_documents(before, after).tables
    assert change == TableChange("ผลด้านวิชาการ", (CellChange("คณิต", "ผล", "40.00", "41.00"),))


def test_a_row_put_between_leaves_the_others_alone() -> None:
    before = document(table(("ไทย", "50.00", "20"), ("คณิต", "40.00", "20")))
    after = document(table(("ไทย", "50.00", "20"), ("อังกฤษ", "30.00", "20"), ("คณิต", "40.00", "20")))
    (change,) = compare_documents(before, after).tables
    assert (change.cells, change.added, change.gone) == ((), ("อังกฤษ",), ())


def test_rows_that_begin_alike_are_told_apart_by_all_their_cells() -> None:
    before = document(table(("สพท.", "วิชาการ", "ก"), ("สพท.", "งบประมาณ", "ข")))
    after = document(table(("สพท.", "งบประมาณ", "ข")))
    (change,) = compare_documents(before, after).tables
    assert (change.cells, change.gone) == ((), ("สพท. · วิชาการ · ก",))


def test_tables_that_come_and_go_are_named_whole() -> None:
    changes = compare_documents(document(table(caption="เดิม")), document(table(caption="ใหม่")))
    assert set(changes.tables) == {TableChange("ใหม่", is_new=True), TableChange("เดิม", is_gone=True)}


def test_a_sentence_that_took_anothers_place_is_one_change() -> None:
    before = document(Paragraph((Run("ต้น"),)), BulletList(((Run("ค่า "), Run("40")),)))
    after = document(
        Paragraph((Run("ต้น"),)), BulletList(((Run("ค่า "), Run("41")),)), Paragraph((Run("ท้าย"),))
    )
    assert compare_documents(before, after).sentences == (
        SentenceChange("ค่า 40", "ค่า 41"),
        SentenceChange("", "ท้าย"),
    )


def test_where_no_report_was_possible_everything_is_new() -> None:
    changes = compare_documents(None, document(Paragraph((Run("ต้น"),)), table()))
    assert changes.sentences == (SentenceChange("", "ต้น"),)
    assert changes.tables[0].is_new
