"""Numbers of chapters, tables and charts, and the pages they are forecast on."""

from lib.domain.documents import Document, FrontSection, Heading, Paragraph, Run, Table, TableColumn
from lib.report.numbering import NumberedDocument, number_document
from lib.report.word_layout import forecast_pages

TABLE = Table("ก", (TableColumn("ก"),), (("1",),))


def numbered(*blocks: object, front: tuple[FrontSection, ...] = ()) -> NumberedDocument:
    return number_document(Document("ก", "", "", "", blocks, front))  # type: ignore[arg-type]


def test_headings_count_within_their_chapter() -> None:
    levels = (1, 2, 2, 3, 1, 2)
    body = numbered(*(Heading(level, "ก", numbered=True) for level in levels)).body
    assert [item.label for item in body] == ["บทที่ 1", "1.1", "1.2", "1.2.1", "บทที่ 2", "2.1"]


def test_a_heading_without_a_number_does_not_count() -> None:
    body = numbered(
        Heading(1, "ก", numbered=True), Heading(1, "ภาคผนวก"), Heading(1, "ข", numbered=True)
    ).body
    assert [item.label for item in body] == ["บทที่ 1", "", "บทที่ 2"]


def test_tables_count_on_from_the_front_pages_into_the_body() -> None:
    front = (FrontSection("บทสรุป", (TABLE,)),)
    labels = [item.label for item in numbered(TABLE, TABLE, front=front).all_blocks() if item.number]
    assert labels == ["ตารางที่ 1", "ตารางที่ 2", "ตารางที่ 3"]


def test_anchors_are_unique() -> None:
    anchors = [item.anchor for item in numbered(Heading(1, "ก"), Heading(2, "ก"), TABLE, TABLE).all_blocks()]
    assert len(set(anchors)) == 4


def test_front_pages_are_forecast_in_letters_and_chapters_on_pages_of_their_own() -> None:
    front = (FrontSection("คำนำ", ()), FrontSection("บทสรุปผู้บริหาร", ()))
    document = numbered(Heading(1, "ก"), Heading(2, "ข"), Heading(1, "ค"), front=front)
    assert list(forecast_pages(document).values()) == ["ก", "ข", "1", "1", "2"]


def test_a_long_chapter_pushes_the_next_one_further() -> None:
    # A page holds 25.2 cm or 714 pt; a line takes 17.6 pt and the space after a paragraph 6 pt,
    # so 60 one-line paragraphs take 1,416 pt: two pages.
    lines = (Paragraph((Run("หนึ่งบรรทัด"),)),) * 58
    pages = forecast_pages(numbered(Heading(1, "ก"), *lines, Heading(1, "ข")))
    assert list(pages.values()) == ["1", "3"]
