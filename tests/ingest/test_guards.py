"""The door: what is turned away before anything is parsed, and in which words."""

import zipfile
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.errors import RefusedFile
from lib.ingest.file_kind import FileKind
from lib.ingest.guards import check_document_file, check_workbook_file
from lib.ingest.limits import FILE_BYTES_MAX
from lib.ingest.refusals import NOTHING_SAVED, WORDS, make_refusal
from tests.ingest.bad_files import (
    ONE_ROW,
    docx,
    lie_about_size,
    make_zip,
    ole,
    overlap,
    sheet_xml,
    xlsx,
    xlsx_parts,
)

MEGABYTE = 1024 * 1024
DTD = '<!DOCTYPE x [<!ENTITY a "aaaa">]>'
LAUGHS = f'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "{"&a;" * 9}"><!ENTITY c "{"&b;" * 9}">]>'

BAD_WORKBOOKS = {
    "empty": (b"", "F01"),
    "too large": (b"a" * (FILE_BYTES_MAX + 1), "F02"),
    "declares a gigabyte": (lie_about_size(xlsx(), "xl/workbook.xml", 1024 * MEGABYTE), "F03"),
    "packed 300 to 1": (make_zip([*xlsx_parts(), ("xl/x.xml", b"<a>" + b" " * (30 * MEGABYTE))]), "F04"),
    "names with a parent folder": (make_zip([*xlsx_parts(), ("../../x.xml", "<a/>")]), "F06"),
    "absolute name": (make_zip([*xlsx_parts(), ("/etc/x.xml", "<a/>")]), "F06"),
    "backslash name": (make_zip([*xlsx_parts(), ("xl\\x.xml", "<a/>")]), "F06"),
    "drive name": (make_zip([*xlsx_parts(), ("C:/x.xml", "<a/>")]), "F06"),
    "entries share bytes": (overlap(xlsx()), "F05"),
    "names equal but for case": (make_zip([*xlsx_parts(), ("XL/Workbook.xml", "<a/>")]), "F05"),
    "6,000 parts": (make_zip([(f"p{n}", b"") for n in range(6000)]), "F05"),
    "DTD": (xlsx(sheet_xml=sheet_xml(ONE_ROW, DTD)), "F07"),
    "billion laughs": (xlsx(sheet_xml=sheet_xml(ONE_ROW, LAUGHS)), "F07"),
    "DTD after comments": (xlsx(sheet_xml=sheet_xml(ONE_ROW, "<!-- x -->" * 500 + DTD)), "F07"),
    "DTD in UTF-16": (xlsx(sheet_xml=sheet_xml(ONE_ROW, DTD).encode("utf-16")), "F07"),
    "DTD in UTF-16 without a mark": (xlsx(sheet_xml=sheet_xml(ONE_ROW, DTD).encode("utf-16-be")), "F07"),
    "encoding that hides a DTD": (
        xlsx(sheet_xml=sheet_xml(ONE_ROW, '<?xml version="1.0" encoding="UTF-7"?>')),
        "F07",
    ),
    "password": (ole("EncryptedPackage"), "F08"),
    "cut": (xlsx()[:-200], "F10"),
    "noise": (bytes(range(256)) * 40, "F12"),
    "plain zip": (make_zip([("a.txt", "hello")]), "F16"),
    "old Word": (ole("WordDocument"), "F21"),
    "docx": (docx("<w:p/>"), "F21"),
    "PDF": (b"%PDF-1.7\n%...", "F23"),
    "other XML": (b'<?xml version="1.0"?><Workbook/>', "F12"),
}


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_workbook_with_one_part_twice_is_refused():
    twice = make_zip([*xlsx_parts(), ("xl/worksheets/sheet1.xml", sheet_xml(ONE_ROW))])
    with pytest.raises(RefusedFile) as refused:
        check_workbook_file(twice, "a.xlsx")
    assert refused.value.code == "F05"


@pytest.mark.parametrize("fault", BAD_WORKBOOKS)
def test_a_bad_workbook_is_refused_with_its_code_and_the_state_of_the_data(fault):
    content, code = BAD_WORKBOOKS[fault]
    with pytest.raises(RefusedFile) as refused:
        check_workbook_file(content, "ข้อมูล.xlsx")
    assert refused.value.code == code
    assert refused.value.hint.endswith(NOTHING_SAVED)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (ole("EncryptedPackage"), "F09"),
        (ole("WordDocument"), "F17"),
        (b"{\\rtf1 hello}", "F17"),
        (xlsx(), "F21"),
        (b"a,b\n1,2\n", "F21"),
        (docx("<w:p/>", prolog=DTD), "F07"),
    ],
)
def test_a_document_slot_says_why_it_refuses(content, code):
    with pytest.raises(RefusedFile) as refused:
        check_document_file(content, "รายงาน.docx")
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("content", "name", "kind", "codes"),
    [
        (xlsx(), "a.xlsx", FileKind.XLSX, []),
        (xlsx(macro=True), "a.xlsm", FileKind.XLSM, ["F18"]),
        (ole("Workbook"), "a.xls", FileKind.XLS, ["F24"]),
        (ole("Book"), "a.xlsx", FileKind.XLS, ["F24", "F13"]),
        (b"a,b\n1,2\n", "a.csv", FileKind.CSV, []),
        (b"a,b\n1,2\n", "a.xlsx", FileKind.CSV, ["F15"]),
        ("ก\tข\n1\t2\n".encode("utf-16"), "a.csv", FileKind.CSV, []),
        ("รหัส,ชื่อ\n1,2\n".encode("cp874"), "a.csv", FileKind.CSV, []),
        (b"\r\n<html><table></table>", "a.xls", FileKind.HTML, ["F14"]),
        (b"\xef\xbb\xbf<!DOCTYPE html><html>", "a.xls", FileKind.HTML, ["F14"]),
    ],
)
def test_the_kind_comes_from_the_bytes_and_a_wrong_name_is_told(content, name, kind, codes):
    checked = check_workbook_file(content, name)
    assert (checked.kind, [issue.code for issue in checked.issues]) == (kind, codes)


def test_a_zip_directory_of_a_million_entries_is_refused_before_it_is_listed(monkeypatch):
    def list_entries(*_):
        pytest.fail("the directory was listed")

    monkeypatch.setattr(zipfile, "ZipFile", list_entries)
    entry = b"PK\x01\x02" + bytes(42)
    end = b"PK\x05\x06" + bytes(8) + (46 * 1_000_000).to_bytes(4, "little") + bytes(6)
    with pytest.raises(RefusedFile) as refused:
        check_workbook_file(b"PK\x03\x04" + bytes(26) + entry * 1_000_000 + end, "a.xlsx")
    assert refused.value.code == "F05"


KINDS_AND_CODES = {*FileKind, *(key.partition("-")[0] for key in WORDS)}


def outcome(content):
    try:
        return check_workbook_file(content, "a.xlsx").kind
    except RefusedFile as refused:
        return refused.code


@given(st.binary(max_size=4096))
def test_any_bytes_are_admitted_or_refused_never_an_error(content):
    for start in (b"", b"PK\x03\x04", b"PK\x05\x06", bytes.fromhex("D0CF11E0A1B11AE1")):
        assert outcome(start + content) in KINDS_AND_CODES


@given(st.data())
def test_a_damaged_workbook_is_admitted_or_refused_never_an_error(data):
    content = bytearray(xlsx())
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    assert outcome(bytes(content)) in KINDS_AND_CODES


@pytest.mark.parametrize("key", WORDS)
def test_every_refusal_says_what_and_what_to_do_without_shouting(key):
    named = [name for _, name, _, _ in Formatter().parse(WORDS[key][0]) if name]
    details = dict.fromkeys(named, "กขค")
    refused = make_refusal(key, **details)
    assert refused.code == key.partition("-")[0]
    assert len(refused.message) > 10
    assert refused.hint.removesuffix(NOTHING_SAVED).strip()
    assert not any(word in refused.message + refused.hint for word in ("{", "!", "ครับ", "ค่ะ"))
