"""Delimited files and HTML tables through the reader child."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.issues import Severity
from lib.domain.sheets import CellRange
from lib.errors import RefusedFile
from lib.ingest.child import read_workbook
from lib.ingest.decode_text import decode_text
from lib.ingest.garbled_text import find_repair, has_lost_letters, repair_garbled
from lib.ingest.read_delimited import read_delimited
from lib.ingest.read_html_table import read_html_tables

THAI = "รหัส,โรงเรียน,คะแนน\n0012,บ้านตัวอย่าง,81.50\n"
RECORDS = "".join(f"{n},โรงเรียนสมมุติ {n},ตำบลทดลอง,{n}\n" for n in range(200))


def read(content, name="ข้อมูล.csv"):
    return read_workbook(content, name)


def refused(text):
    with pytest.raises(RefusedFile) as fault:
        read_delimited(text)
    return fault.value


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (THAI.encode("utf-8"), "utf-8"),
        (THAI.encode("utf-8-sig"), "utf-8-sig"),
        (THAI.encode("cp874"), "cp874"),
        (THAI.encode("utf-16"), "utf-16"),
        (THAI.encode("utf-16-le"), "utf-16-le"),
        (THAI.encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_thai_text_is_read_in_the_encodings_offices_save(content, encoding):
    book = read(content)
    assert (book.kind, book.encoding, book.delimiter) == ("csv", encoding, ",")
    assert book.sheets[0].rows == (("รหัส", "โรงเรียน", "คะแนน"), ("0012", "บ้านตัวอย่าง", "81.50"))


def test_thai_windows_quotes_and_dashes_survive():
    assert decode_text("“ก”–…".encode("cp874")).text == "“ก”–…"


def test_a_line_in_another_encoding_is_named():
    with pytest.raises(RefusedFile, match="บรรทัด 3") as fault:
        decode_text("ก,ข\nค,ง\n".encode("cp874") + "จำนวน\n".encode())
    assert fault.value.code == "C01"


def test_a_file_cut_inside_its_last_letter_is_called_incomplete():
    with pytest.raises(RefusedFile) as fault:
        decode_text("โรงเรียน,บ้านทดลอง".encode()[:-1])
    assert fault.value.code == "F10"


SOUND = "รหัส,โรงเรียน,คะแนน\n0012,บ้านตัวอย่างหนองสมมุติ,81.50\n0013,ชุมชนบ้านทดลองวิทยาคาร,๗๐\n"


def misread(content, table):
    """Letters as Windows shows them: a byte that the table does not know becomes a control character."""
    return "".join(bytes((one,)).decode(table, "replace").replace("\ufffd", chr(one)) for one in content)


@pytest.mark.parametrize(("written", "table"), [("utf-8", "cp874"), ("utf-8", "cp1252"), ("cp874", "cp1252")])
def test_garbled_thai_is_asked_about_and_its_repair_offered(written, table):
    garbled = misread(SOUND.encode(written), table).encode()
    book = read(garbled)
    (issue,) = [issue for issue in book.issues if issue.code == "C02"]
    assert issue.severity is Severity.QUESTION
    assert "รหัส,โรงเรียน,คะแนน" in issue.message
    repair = book.other_encodings[0]
    assert repair == f"{written} read as {table}"
    repaired = read_workbook(garbled, "ข้อมูล.csv", encoding=repair)
    assert repaired.sheets[0].rows == read(SOUND.encode()).sheets[0].rows
    assert repaired.encoding == repair
    assert [issue.code for issue in repaired.issues] == []


def test_garbled_thai_that_lost_letters_is_asked_about_without_a_repair():
    garbled = SOUND.encode().decode("cp874", "ignore")
    book = read(garbled.encode())
    assert [(issue.code, issue.severity) for issue in book.issues] == [("C02", Severity.QUESTION)]
    assert book.other_encodings == ("cp874", "utf-16")


def test_letters_replaced_before_saving_are_told():
    book = read("รหัส,ชื่อ,ค่า\n1,\ufffd\ufffd\ufffd,2\n2,????????,3\n3,\ufffd\ufffd,4\n".encode())
    assert [(issue.code, issue.severity) for issue in book.issues] == [("C02", Severity.WARNING)]


def test_sound_text_is_not_called_garbled():
    for sound in (
        "เธอเนยเธอเน่าเธอโรงเรียนบ้านตัวอย่างหนองบัวแดงสมมุติ",
        SOUND,
        "crème brûlée, déjà vu, naïve façade",
        "ทำไม???? จริงหรือ",
    ):
        assert find_repair(sound) == ""
        assert not has_lost_letters(sound)


def test_sound_runs_stay_beside_repaired_ones():
    garbled = misread("โรงเรียนบ้านตัวอย่าง".encode(), "cp874")
    assert repair_garbled(f"{garbled},อำเภอสมมุติ", "utf-8 read as cp874") == "โรงเรียนบ้านตัวอย่าง,อำเภอสมมุติ"


@given(st.text("กขคงเแโำ์้ ,1ab\n", min_size=1))
def test_what_was_misread_is_read_back(text):
    garbled = misread(text.encode(), "cp874")
    assert repair_garbled(garbled, "utf-8 read as cp874") in {text, ""}


def test_a_picked_encoding_wins():
    book = read_workbook("สา,ยา\nรวย,๑\n".encode(), "ข้อมูล.csv", encoding="cp874")
    assert book.encoding == "cp874"
    assert book.sheets[0].rows[0][0].startswith("เธ")
    assert "utf-8" in book.other_encodings
    assert (
        read_workbook(THAI.encode("utf-16-le"), "a.csv", encoding="utf-16").sheets
        == read(THAI.encode()).sheets
    )


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (THAI.encode("cp874"), "utf-8"),
        (THAI.encode("utf-16-le"), "cp874"),
        (THAI.encode(), "klingon"),
        (THAI.encode() + b"x", "utf-16"),
    ],
)
def test_a_picked_encoding_that_does_not_fit_is_refused_plainly(content, encoding):
    with pytest.raises(RefusedFile) as fault:
        read_workbook(content, "ข้อมูล.csv", encoding=encoding)
    assert fault.value.code == "C01"
    assert "เลือกการเข้ารหัสอื่น" in fault.value.hint


def test_a_repair_of_what_is_not_garbled_is_refused():
    with pytest.raises(RefusedFile) as fault:
        read_workbook(b"a,b\n1,2\n", "a.csv", encoding="utf-8 read as cp874")
    assert fault.value.code == "C02"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_separator_is_found_by_the_number_of_fields(delimiter):
    text = f"รายงานผล, ปี 2567\n\nรหัส{delimiter}ชื่อ{delimiter}ค่า\n" + f"1{delimiter}ก,ข{delimiter}3\n" * 3
    if delimiter == ",":
        text = text.replace("ก,ข", '"ก,ข"')
    table = read_delimited(text)
    assert table.delimiter == delimiter
    assert table.rows[1] == []
    assert table.rows[3] == ["1", "ก,ข", "3"]


def test_the_raw_dmc_shape_is_parsed_twice():
    text = '"56010012;""บ้านตัวอย่าง"";""ต.ทดลอง"""\r\n"56010013;""หนอง; สมมุติ"";""ต.ทดลอง"""\r\n'
    book = read(text.encode())
    assert book.sheets[0].rows == (
        ("56010012", "บ้านตัวอย่าง", "ต.ทดลอง"),
        ("56010013", "หนอง; สมมุติ", "ต.ทดลอง"),
    )
    assert book.delimiter == ";"


def test_the_raw_dmc_shape_may_lack_the_last_quote():
    assert read_delimited('"56010012;""บ้านตัวอย่าง"";""ทดลอง""').rows == [["56010012", "บ้านตัวอย่าง", "ทดลอง"]]


def test_a_quote_that_swallows_rows_is_refused_with_its_line():
    lines = RECORDS.splitlines(keepends=True)
    lines[9] = '9,"โรงเรียนสมมุติ 9,ตำบลทดลอง,9\n'
    lines[150] = '150,โรงเรียน"สมมุติ,ตำบลทดลอง,150\n'
    fault = refused("".join(lines))
    assert fault.code == "C03"
    assert "บรรทัด 10 " in fault.message


def test_a_quote_open_to_the_end_is_refused():
    assert refused(RECORDS + '200,"โรงเรียนสมมุติ 200,ตำบลทดลอง,200\n').code == "C03"


def test_an_address_of_two_lines_is_a_value():
    table = read_delimited('รหัส,ที่อยู่,ค่า\n1,"หมู่ 1, ถนนทดลอง\nตำบลสมมุติ, อำเภอ",5\n')
    assert table.rows[1][1] == "หมู่ 1, ถนนทดลอง\nตำบลสมมุติ, อำเภอ"
    assert table.issues == ()


def test_a_row_longer_than_the_table_is_located():
    (issue,) = read_delimited("ก,ข,ค\n1,2,3\n1,2,3,4\n1,2,3\n").issues
    assert (issue.code, issue.severity, issue.cell) == ("C03", Severity.ERROR, "A3")


def test_blank_fields_are_none_and_blank_lines_keep_their_row():
    assert read(b"a,b\n\n1,\n").sheets[0].rows == (("a", "b"), (), ("1", None))


def test_a_csv_called_xlsx_is_read_and_asked_about():
    book = read(THAI.encode(), "ข้อมูล.xlsx")
    assert (book.kind, [issue.code for issue in book.issues]) == ("csv", ["F15"])


def test_a_file_of_blanks_is_refused():
    assert refused(" , \n,\n").code == "S04"


@given(st.lists(st.lists(st.text("กข1 ,;\t\"'", max_size=6), min_size=2, max_size=2), min_size=3, max_size=9))
def test_what_python_writes_is_read_back(rows):
    # A longer row of its own would be another table; a line break inside a field is tried above.
    target = io.StringIO(newline="")
    csv.writer(target).writerows([["รหัส", "ชื่อ"]] * 20 + rows)
    assert read_delimited(target.getvalue()).rows[20:] == rows


@given(st.text(max_size=300))
def test_any_text_is_a_table_or_refused(text):
    try:
        table = read_delimited(text)
    except RefusedFile as fault:
        code = fault.code
    else:
        code = table.delimiter
    assert code in {"S02", "S04", "C03", ",", ";", "\t"}


HTML = """<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"></head><body>
<table><tr><th rowspan="2">โรงเรียน</th><th colspan="2">ผลสอบ</th></tr><tr><th>ไทย</th><th>อังกฤษ</th></tr>
<tr><td>บ้าน<br>ตัวอย่าง</td><td>0081</td><td>&nbsp;</td></tr></table></body></html>"""


@pytest.mark.parametrize("encoding", ["utf-8", "cp874"])
def test_an_html_table_called_xls_is_read_on_its_grid(encoding):
    charset = {"utf-8": "utf-8", "cp874": "tis-620"}[encoding]
    book = read(HTML.format(charset=charset).encode(encoding), "รายงาน.xls")
    assert (book.kind, book.encoding) == ("html", encoding)
    assert [(issue.code, issue.severity) for issue in book.issues] == [("F14", Severity.INFO)]
    assert book.sheets[0].rows == (
        ("โรงเรียน", "ผลสอบ", None),
        (None, "ไทย", "อังกฤษ"),
        ("บ้าน ตัวอย่าง", "0081", "\xa0"),
    )
    assert book.sheets[0].merged == (CellRange(0, 0, 1, 0), CellRange(0, 1, 0, 2))


def test_a_layout_table_around_a_table_is_passed_over():
    tables = read_html_tables("<table><tr><td><table><tr><td>1</td></tr></table></td></tr></table>")
    assert [table.rows for table in tables] == [[["1"]]]


def test_text_above_a_table_becomes_its_title_rows_as_excel_shows_them():
    page = """<html><head><title>ระบบ</title><style>td {}</style></head><body><h3>จำนวนนักเรียน
        <b>ปีการศึกษา</b> 2567</h3><p>สพป.สมมุติ<br>ข้อมูล ณ มิถุนายน</p><script>x()</script>
        <table><caption>ตารางที่ 1</caption><tr><td colspan=2>ก</td></tr><tr><td>1</td><td>2</td></tr></table>
        หมายเหตุ<table><tr><td>3</td></tr></table></body></html>"""
    first, second = read_html_tables(page)
    assert first.rows == [
        ["จำนวนนักเรียน ปีการศึกษา 2567"],
        ["สพป.สมมุติ"],
        ["ข้อมูล ณ มิถุนายน"],
        ["ตารางที่ 1"],
        ["ก", ""],
        ["1", "2"],
    ]
    assert first.merged == [CellRange(4, 0, 4, 1)]
    assert second.rows == [["หมายเหตุ"], ["3"]]


def test_a_page_without_a_table_is_refused():
    with pytest.raises(RefusedFile) as fault:
        read(b"<html><body><p>login</p></body></html>", "a.xls")
    assert fault.value.code == "F14"


def test_a_span_of_two_thousand_million_is_cut_to_the_standard():
    (table,) = read_html_tables(
        '<table><tr><td colspan="2000000000" rowspan="99999999999">1</td></tr></table>'
    )
    assert len(table.rows[0]) <= 1000
    assert table.merged == [] or table.merged[0].last_row == 0
