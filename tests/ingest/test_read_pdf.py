import pytest

from lib.domain.document_text import DocumentText, PageVerdict, TableBlock, TextBlock
from lib.errors import RefusedFile
from lib.ingest.child import read_document, read_workbook
from lib.ingest.limits import PDF_PAGES_MAX
from tests.ingest.pdf_files import LOCKED, Ink, lines_of, make_pdf, rules

LONG = "ผู้เรียนมีความสามารถในการอ่านและการเขียนตามเกณฑ์ที่สถานศึกษาทุกแห่ง"


def read(content: bytes) -> DocumentText:
    return read_document(content, "รายงาน.pdf")


def texts(document: DocumentText) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, TextBlock)]


def table(document: DocumentText) -> tuple[tuple[str, ...], ...]:
    return next(block.rows for block in document.blocks if isinstance(block, TableBlock))


def refusal(content: bytes) -> str:
    with pytest.raises(RefusedFile) as refused:
        read(content)
    return refused.value.code


def test_lines_are_read_with_their_page() -> None:
    document = read(make_pdf(lines_of("มาตรฐานที่ 1 คุณภาพ", "ระดับคุณภาพ ดีเลิศ"), lines_of("มาตรฐานที่ 2")))
    assert [(block.text, block.page) for block in document.blocks if isinstance(block, TextBlock)] == [
        ("มาตรฐานที่ 1 คุณภาพ", 1),
        ("ระดับคุณภาพ ดีเลิศ", 1),
        ("มาตรฐานที่ 2", 2),
    ]


def test_a_full_line_goes_on_in_the_next() -> None:
    document = read(make_pdf(lines_of(LONG, "กำหนดทุกคน", "จุดเด่น")))
    assert texts(document) == [f"{LONG}กำหนดทุกคน", "จุดเด่น"]


def test_a_numbered_line_begins_anew_after_a_full_one() -> None:
    document = read(make_pdf(lines_of(LONG, "2) ครูสอนดี")))
    assert texts(document) == [LONG, "2) ครูสอนดี"]


def test_a_heading_of_statements_under_a_full_line_begins_anew() -> None:
    assert texts(read(make_pdf(lines_of(LONG, "จุดที่ควรพัฒนา")))) == [LONG, "จุดที่ควรพัฒนา"]


def test_a_paragraph_that_goes_on_overleaf_is_one_and_stands_where_it_begins() -> None:
    document = read(make_pdf(lines_of("จุดเด่น", LONG, top=120), lines_of("กำหนดทุกคน", "จบ", top=740)))
    assert [(text, block.page) for text, block in zip(texts(document), document.blocks, strict=True)] == [
        ("จุดเด่น", 1),
        (f"{LONG}กำหนดทุกคน", 1),
        ("จบ", 2),
    ]


def test_cells_of_a_row_stay_together_though_one_has_two_lines() -> None:
    drawn = rules([72, 300, 400], [725, 700, 650])
    page = [
        Ink("มาตรฐาน", 80, 705),
        Ink("ระดับ 1", 310, 705),
        Ink("มาตรฐานที่ 1 คุณภาพ", 80, 685),
        Ink("2) ของผู้เรียน", 80, 662),
        Ink("ดีเลิศ 4", 310, 685),
    ]
    assert table(read(make_pdf(page, drawn=drawn))) == (
        ("มาตรฐาน", "ระดับ 1"),
        ("มาตรฐานที่ 1 คุณภาพ\n2) ของผู้เรียน", "ดีเลิศ 4"),
    )


def test_a_merged_cell_has_its_text_once() -> None:
    drawn = "72 725 m 400 725 l S 72 700 m 400 700 l S 72 675 m 400 675 l S\n"
    drawn += "72 675 m 72 725 l S 400 675 m 400 725 l S 300 675 m 300 700 l S\n"
    page = [Ink("ผลการประเมินทั้งหมด 3", 80, 705), Ink("มาตรฐาน 1", 80, 680), Ink("ดีเลิศ 4", 310, 680)]
    assert table(read(make_pdf(page, drawn=drawn))) == (
        ("ผลการประเมินทั้งหมด 3", ""),
        ("มาตรฐาน 1", "ดีเลิศ 4"),
    )


def test_rows_without_borders_are_a_table_where_gaps_are_large() -> None:
    page = [
        Ink("มาตรฐานที่ 1 คุณภาพของผู้เรียน", 72, 700),
        Ink("ดีเลิศ 4", 420, 700),
        Ink("มาตรฐานที่ 2 กระบวนการ", 72, 675),
        Ink("ยอดเยี่ยม 5", 420, 675),
    ]
    assert table(read(make_pdf(page))) == (
        ("มาตรฐานที่ 1 คุณภาพของผู้เรียน", "ดีเลิศ 4"),
        ("มาตรฐานที่ 2 กระบวนการ", "ยอดเยี่ยม 5"),
    )


def test_a_table_that_goes_on_overleaf_says_so() -> None:
    drawn = rules([72, 300, 400], [725, 700, 650])
    one = [Ink("มาตรฐาน 1", 80, 705), Ink("ระดับ 1", 310, 705)]
    document = read(make_pdf(one, [Ink("มาตรฐาน 2", 80, 705), Ink("ระดับ 2", 310, 705)], drawn=drawn))
    assert [block.continues for block in document.blocks] == [False, True]


def test_a_standards_title_at_the_top_of_a_page_is_no_rest_of_the_cell_before_it() -> None:
    drawn = rules([72, 300, 400], [725, 700, 650])
    before = [Ink("มาตรฐาน ๒", 80, 705), Ink("ดี", 310, 705), Ink("๒.๖ ร่วมมือ", 80, 660), Ink("ดีเลิศ", 310, 660)]
    after = [Ink("มาตรฐานที่ ๓ ระดับดี", 80, 705), Ink("๓.๑ ลงมือทำ", 80, 660), Ink("ยอดเยี่ยม", 310, 660)]
    document = read(make_pdf(before, after, drawn=drawn))
    firsts = [[row[0] for row in block.rows] for block in document.blocks]
    assert firsts == [["มาตรฐาน ๒", "๒.๖ ร่วมมือ"], ["มาตรฐานที่ ๓ ระดับดี", "๓.๑ ลงมือทำ"]]


def test_two_columns_of_prose_are_read_one_after_the_other() -> None:
    left = [Ink(f"ครูจัดกิจกรรมการเรียนรู้ที่ดี {n}", 60, 740 - 22 * n) for n in range(12)]
    right = [Ink(f"ผู้เรียนอ่านออกเขียนได้ครบ {n}", 320, 740 - 22 * n) for n in range(12)]
    page = [ink for pair in zip(left, right, strict=True) for ink in pair]
    words = " ".join(texts(read(make_pdf(page))))
    assert words.index("ครูจัดกิจกรรมการเรียนรู้ที่ดี 11") < words.index("ผู้เรียนอ่านออกเขียนได้ครบ 0")


def test_a_turned_heading_does_not_mix_with_the_lines_it_crosses() -> None:
    page = [*lines_of("มาตรฐานที่ 1 คุณภาพ", "ระดับคุณภาพ ดีเลิศ"), Ink("ABCD 12", 80, 690, turned=True)]
    assert texts(read(make_pdf(page))) == ["มาตรฐานที่ 1 คุณภาพ", "ระดับคุณภาพ ดีเลิศ", "ABCD12"]


def test_page_numbers_go_and_a_running_line_stays_once() -> None:
    pages = [
        [Ink("รายงานโรงเรียนสมมติ 1", 72, 812), Ink(f"เรื่องที่ {n} ของเล่ม", 72, 700), Ink(f"- {n} -", 290, 40)]
        for n in range(1, 6)
    ]
    assert texts(read(make_pdf(*pages))) == [
        "รายงานโรงเรียนสมมติ 1",
        *(f"เรื่องที่ {n} ของเล่ม" for n in range(1, 6)),
    ]


def test_a_heading_that_each_page_begins_with_is_no_running_line() -> None:
    pages = [lines_of("ระดับคุณภาพ ดีเลิศ 4", f"เหตุผลที่ {n}", top=750) for n in range(5)]
    assert texts(read(make_pdf(*pages))).count("ระดับคุณภาพ ดีเลิศ 4") == 5


def test_damaged_text_is_repaired_and_each_page_says_what_was() -> None:
    document = read(make_pdf(lines_of("ด าเนินงานตามแผนพัฒนา", "ขอ้ มูลเกย่ี วกับสถานศกึ ษา")))
    assert texts(document) == ["ดำเนินงานตามแผนพัฒนา", "ข้อมูลเกี่ยวกับสถานศึกษา"]
    assert (document.pages[0].verdict, document.pages[0].repairs) == (
        PageVerdict.REPAIRED,
        (("spaced_am", 1), ("moved_mark", 3)),
    )
    assert [issue.code for issue in document.issues] == ["D04"]


def test_a_page_beyond_repair_is_told_and_nothing_of_it_is_used() -> None:
    garbage = lines_of("รอ6 ยละ 85 ผลตา4 งของผเรยนทงหมด", "คมอการปฏบตราชการของสถานศกษา", "ใหใชบงคบ ปการศกษา")
    document = read(make_pdf(lines_of("มาตรฐานที่ 1 คุณภาพของผู้เรียน"), garbage, lines_of("จบรายงาน 9")))
    assert texts(document) == ["มาตรฐานที่ 1 คุณภาพของผู้เรียน", "จบรายงาน 9"]
    assert [page.verdict for page in document.pages] == ["good", "unreadable", "good"]
    assert "หน้า 2" in document.issues[0].message
    assert document.issues[0].code == "D03"


def test_nothing_goes_on_over_a_page_that_was_not_read() -> None:
    document = read(make_pdf(lines_of(LONG, top=120), [], lines_of("กำหนดทุกคน 1"), picture_on=[2]))
    assert texts(document) == [LONG, "กำหนดทุกคน 1"]


def test_a_scanned_page_is_named_with_what_to_do() -> None:
    document = read(make_pdf(lines_of("มาตรฐานที่ 1 คุณภาพ"), [], picture_on=[2]))
    (issue,) = document.issues
    assert (issue.code, "หน้า 2 เป็นภาพสแกน" in issue.message, "Word" in issue.hint) == ("D01", True, True)


def test_a_wholly_scanned_file_is_kept_without_a_text() -> None:
    document = read(make_pdf([], [], picture_on=[1, 2]))
    assert (document.blocks, [issue.code for issue in document.issues]) == ((), ["D01"])
    assert "PDF นี้เป็นภาพสแกน" in document.issues[0].message


def test_a_scanner_s_own_guess_of_the_text_is_not_used() -> None:
    hidden = [Ink(f"ระดับคุณภาพ ดีเลิศ ข้อ {n}", 72, 740 - 20 * n, hidden=True) for n in range(5)]
    document = read(make_pdf(hidden, picture_on=[1]))
    assert (document.blocks, document.pages[0].fault) == ((), "recognised")


def test_pages_beyond_the_limit_are_left_and_told() -> None:
    document = read(make_pdf(*[lines_of(f"เรื่องที่ {n} ของเล่ม") for n in range(PDF_PAGES_MAX + 5)]))
    assert document.page_count == PDF_PAGES_MAX
    assert [(issue.code, "205 หน้า" in issue.message) for issue in document.issues] == [("D02", True)]


def test_a_script_is_never_run_and_its_being_there_is_told() -> None:
    script = "/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(app.alert\\(1\\))>>]>>>>"
    document = read(make_pdf(lines_of("มาตรฐานที่ 1"), extra=script))
    assert (texts(document), [issue.code for issue in document.issues]) == (["มาตรฐานที่ 1"], ["F18"])


def test_a_file_with_a_password_half_a_file_a_broken_one_and_one_without_pages_say_what_is_wrong() -> None:
    whole = make_pdf(lines_of("มาตรฐานที่ 1"))
    broken = whole[:9] + bytes(len(whole) - 60) + whole[-30:]
    codes = [
        refusal(each) for each in (make_pdf(lines_of("ดี 1"), trailer=LOCKED), whole[:300], broken, make_pdf())
    ]
    assert codes == ["F09", "F10", "F11", "S04"]


def test_a_pdf_among_the_four_domains_is_told_where_it_belongs() -> None:
    with pytest.raises(RefusedFile) as refused:
        read_workbook(make_pdf(lines_of("ดี 1")), "ข้อมูล.pdf")
    assert (refused.value.code, "หน้ารายงานของสถานศึกษา" in refused.value.hint) == ("F23", True)


def test_numbers_drawn_after_all_labels_stand_in_the_rows_they_are_drawn_in():
    labels = [Ink("ประเภท", 80, 705), Ink("ครู", 80, 680), Ink("ผู้เรียน", 80, 655)]
    numbers = [Ink("จำนวน", 310, 705), Ink("๖๙๓", 310, 655), Ink("๒๓๖", 310, 680)]
    drawn = rules([72, 300, 400], [725, 700, 675, 650])
    document = read(make_pdf([*labels, *numbers, Ink("๑.๑ ข้อมูลผู้เรียน", 72, 620)], drawn=drawn))
    assert table(document) == (("ประเภท", "จำนวน"), ("ครู", "๒๓๖"), ("ผู้เรียน", "๖๙๓"))
    assert document.blocks[-1].text == "๑.๑ ข้อมูลผู้เรียน"


def test_a_number_typed_in_thai_and_arabic_digits_stays_one():
    # LibreOffice sets the two fonts a fifth of a letter apart, and pdfium sees a space there.
    line = [Ink("ปีการศึกษา", 72, 700), Ink("๒๕๖", 160, 700), Ink("7", 187.2, 700)]
    assert read(make_pdf(line)).blocks[0].text == "ปีการศึกษา ๒๕๖7"
