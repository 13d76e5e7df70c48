"""Word files through the reader child."""

import pytest

from lib.domain.document_text import TableBlock, TextBlock
from lib.errors import RefusedFile
from lib.ingest.child import read_document
from tests.ingest.bad_files import docx

STYLES = (
    '<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="a2"><w:name w:val="หัวข้อเขต"/><w:basedOn w:val="a1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Normal"/></w:style>'
)


def paragraph(text, style="", more=""):
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{more}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(text, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


RESTART = "<w:vMerge w:val='restart'/>"
CONTINUE = "<w:vMerge/>"


def span(columns):
    return f"<w:gridSpan w:val='{columns}'/>"


def symbol(font, code):
    return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'


def row(*cells):
    return "<w:tr>" + "".join(cells) + "</w:tr>"


def read(body):
    return read_document(docx(body, STYLES), "รายงาน.docx")


def texts(body):
    return [block.text for block in read(body).blocks if isinstance(block, TextBlock)]


def test_headings_are_known_by_style_name_parent_style_and_outline_level():
    body = (
        paragraph("ตอนที่ 1", "a1")
        + paragraph("มาตรฐานที่ 1", "a2")
        + paragraph("ข้อความ", "a3")
        + paragraph("ภาคผนวก", "a3", '<w:outlineLvl w:val="0"/>')
    )
    assert [(block.text, block.style, block.is_heading) for block in read(body).blocks] == [
        ("ตอนที่ 1", "heading 1", True),
        ("มาตรฐานที่ 1", "หัวข้อเขต", True),
        ("ข้อความ", "Normal", False),
        ("ภาคผนวก", "Normal", True),
    ]


def test_merged_cells_give_their_text_once_at_their_first_place():
    rows = row(cell("มาตรฐาน", RESTART), cell("ระดับ", span(2))) + row(
        cell("ซ่อน", CONTINUE), cell("ดี"), cell("ดีเลิศ")
    )
    assert read(f"<w:tbl>{rows}</w:tbl>").blocks == (
        TableBlock((("มาตรฐาน", "ระดับ", ""), ("", "ดี", "ดีเลิศ")), 1),
    )


def test_a_table_in_a_cell_follows_the_outer_one():
    inner = f"<w:tbl><w:tr>{cell('ใน')}</w:tr></w:tbl>"
    body = f"<w:tbl><w:tr><w:tc>{paragraph('นอก')}{inner}</w:tc></w:tr></w:tbl>"
    assert [block.rows for block in read(body).blocks] == [(("นอก",),), (("ใน",),)]


def test_a_text_box_is_read_once_though_word_writes_it_twice():
    box = f"<w:txbxContent>{paragraph('ในกรอบ')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>นอกกรอบ</w:t><mc:AlternateContent>"
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert texts(body) == ["นอกกรอบ", "ในกรอบ"]


def test_check_marks_of_every_kind_are_shown_as_boxes():
    control = '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{}"/></w14:checkbox></w:sdtPr></w:sdt>'
    box = "<w:fldChar><w:ffData><w:checkBox><w:default w:val='{}'/></w:checkBox></w:ffData></w:fldChar>"
    typed = '<w:r><w:rPr><w:rFonts w:ascii="Wingdings 2"/></w:rPr><w:t>R</w:t></w:r>'
    lines = (
        control.format(1) + control.format(0),
        symbol("Wingdings", "F0FE") + symbol("Wingdings", "F0A8"),
        symbol("Wingdings 2", "F052") + symbol("Wingdings 2", "F0A3"),
        typed,
        f"<w:r>{box.format(1)}{box.format(0)}</w:r>",
        "<w:r><w:t>☒□</w:t></w:r>",
    )
    body = "".join(f"<w:p>{line}</w:p>" for line in lines)
    assert texts(body) == ["☑☐", "☑☐", "☑☐", "☑", "☑☐", "☑☐"]


def test_pages_follow_the_breaks_and_a_break_word_marked_twice_counts_once():
    body = (
        paragraph("หนึ่ง")
        + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        + "<w:p><w:r><w:lastRenderedPageBreak/><w:t>สอง</w:t></w:r></w:p>"
        + "<w:p><w:r><w:t>ยาว</w:t></w:r><w:r><w:lastRenderedPageBreak/><w:t>มาก</w:t></w:r></w:p>"
        + paragraph("สี่", more="<w:pageBreakBefore/>")
    )
    document = read(body)
    assert [(block.text, block.page) for block in document.blocks] == [
        ("หนึ่ง", 1),
        ("สอง", 2),
        ("ยาวมาก", 2),
        ("สี่", 4),
    ]
    assert document.page_count == 4


def test_deleted_text_is_left_out_and_inserted_text_is_kept():
    body = "<w:p><w:del><w:r><w:t>เก่า</w:t></w:r></w:del><w:ins><w:r><w:t>ใหม่</w:t></w:r></w:ins></w:p>"
    assert texts(body) == ["ใหม่"]


def test_content_controls_and_lists_keep_their_text():
    listed = paragraph("ข้อแรก", more='<w:numPr><w:numId w:val="1"/></w:numPr>')
    assert texts(f"<w:sdt><w:sdtContent>{listed}</w:sdtContent></w:sdt>") == ["ข้อแรก"]


def test_a_line_break_and_a_tab_inside_a_paragraph_stay():
    assert texts("<w:p><w:r><w:t>ก</w:t><w:br/><w:t>ข</w:t><w:tab/><w:t>ค</w:t></w:r></w:p>") == ["ก\nข\tค"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<w:tbl>" + row(cell("ก", span(2_000_000_000))) + "</w:tbl>", "F11"),
        ("<w:tbl>" + row(cell("ก", span(257))) + "</w:tbl>", "F11"),
        ("<w:p><w:r>", "F11"),
        ("<w:p/>", "S04"),
        ("<w:p>" * 400 + "</w:p>" * 400, "F11"),
    ],
)
def test_a_misshapen_document_is_refused_with_its_code(body, code):
    with pytest.raises(RefusedFile) as fault:
        read(body)
    assert fault.value.code == code
