"""The page beside an item starts where its words are, and names the cell they stand in."""

from lib.domain.assessments import Place
from lib.domain.document_text import DocumentText, TableBlock, TextBlock
from lib.services.report_leaves import make_leaf, page_of
from lib.ui.sar_review_text import leaf_html


def paragraph(text: str, page: int = 1, *, heading: bool = False) -> TextBlock:
    return TextBlock(text, "", page, heading)


def test_only_the_page_asked_for_is_shown_and_only_its_item_is_marked() -> None:
    document = DocumentText((paragraph("หนึ่ง"), paragraph("สอง", 2), paragraph("สาม", 2)), 2)
    leaf = make_leaf(document, 2, Place(2, 2), in_sheets=False)
    assert [(part.text, part.marked) for part in leaf.parts] == [("สอง", False), ("สาม", True)]
    assert (leaf.cut_before, leaf.cut_after) == (False, False)
    other = make_leaf(document, 1, Place(2, 2), in_sheets=False)
    assert [(part.text, part.marked) for part in other.parts] == [("หนึ่ง", False)]


def test_a_long_page_is_cut_to_what_stands_around_the_item() -> None:
    blocks = tuple(paragraph(f"{number} " + "ก" * 500) for number in range(60))
    leaf = make_leaf(DocumentText(blocks, 1), 1, Place(1, 30), in_sheets=False)
    assert leaf.parts[0].text.startswith("24 ")
    assert [part.text[:2] for part in leaf.parts if part.marked] == ["30"]
    assert (leaf.cut_before, leaf.cut_after) == (True, True)


def test_the_cell_of_a_sheet_is_marked_with_the_numbers_excel_shows() -> None:
    rows = (("หัวเรื่อง", ""), ("", ""), ("มาตรฐานที่ 1", "ดี"))
    document = DocumentText(
        (
            paragraph("ปฐมวัย", heading=True),
            TableBlock((("ก",),), 1),
            paragraph("พื้นฐาน", 2, heading=True),
            TableBlock(rows, 2),
        ),
        2,
    )
    place = Place(sheet="พื้นฐาน", cell="B3")
    assert page_of(document, place) == 2
    leaf = make_leaf(document, 2, place, in_sheets=True)
    assert leaf.sheet == "พื้นฐาน"
    assert [(row.number, row.marked) for row in leaf.parts[0].rows] == [(1, None), (3, 1)]
    html = leaf_html(leaf)
    assert '<td class="mark start">ดี</td>' in html
    assert "<th>B</th>" in html


def test_words_of_a_report_never_become_markup() -> None:
    document = DocumentText((paragraph("<b>ดี</b> & <script>x</script>"),), 1)
    html = leaf_html(make_leaf(document, 1, Place(1, 0), in_sheets=False), "<b>ดี</b>")
    assert '<mark class="start">&lt;b&gt;ดี&lt;/b&gt;</mark> &amp; &lt;script&gt;' in html
    assert "<script" not in html
