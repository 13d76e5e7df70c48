"""Every format an office sends, one plain sheet in each, and each that cannot be read with its code."""

import io
import shutil
import subprocess

import pytest

from lib.domain.issues import Severity
from lib.domain.sheets import DateCell
from lib.errors import RefusedFile
from lib.ingest.child import read_document, read_workbook
from lib.ingest.refusals import NOTHING_SAVED
from tests.ingest.bad_files import docx, make_zip, ods, office_xlsx, ole, xlsx, xlsx_parts
from tests.ingest.xlsb_builder import Error, Formula, Inline, Styled, xlsb, xlsb_parts

THAI = "รหัสโรงเรียน,โรงเรียน,ร้อยละ\n0012,บ้านตัวอย่าง (สมมุติ),81.50\n"
ROWS = (("รหัสโรงเรียน", "โรงเรียน", "ร้อยละ"), ("0012", "บ้านตัวอย่าง (สมมุติ)", "81.50"))


def refusal(content, name, read=read_workbook):
    with pytest.raises(RefusedFile) as refused:
        read(content, name)
    assert refused.value.message
    assert refused.value.hint.endswith(NOTHING_SAVED)
    return refused.value.code


def test_a_binary_workbook_gives_values_texts_and_dates():
    row = [56010012, "บ้านตัวอย่าง", Inline("ในเซลล์"), 81.25, True, Formula(12.5), Styled(45000, 2)]
    book = read_workbook(xlsb(("ข้อมูล", [["ก", None, "ข"], [], row])), "a.xlsb")
    assert book.kind == "xlsb"
    assert book.sheets[0].rows == (
        ("ก", None, "ข"),
        (),
        (56010012, "บ้านตัวอย่าง", "ในเซลล์", 81.25, True, 12.5, DateCell("2023-03-15")),
    )


def test_hidden_tabs_of_a_binary_workbook_are_known_and_asked_about():
    sheets = [("เปิด", [[1]]), ("ซ่อน", [[2]], "hidden"), ("ลับ", [[3]], "veryHidden")]
    book = read_workbook(xlsb(*sheets), "a.xlsb")
    assert [(sheet.name, sheet.hidden) for sheet in book.sheets] == [
        ("เปิด", False),
        ("ซ่อน", True),
        ("ลับ", True),
    ]
    assert "ซ่อน, ลับ" in next(issue.message for issue in book.issues if issue.code == "S06")


def test_what_cannot_be_seen_of_a_binary_workbook_is_said():
    """Per cents come as stored, errors as blanks, merged cells unmarked: F24 tells so and what to do."""
    rows = [[Styled(0.755, 1), Error("#REF!"), "รวม", None]]
    book = read_workbook(xlsb(("ข้อมูล", rows, "visible", [(0, 0, 2, 3)])), "a.xlsb")
    assert book.sheets[0].rows == ((0.755, None, "รวม"),)
    assert book.sheets[0].merged == ()
    (issue,) = book.issues
    assert (issue.code, issue.severity) == ("F24", Severity.INFO)
    assert "#REF!" in issue.message
    assert "ผสาน" in issue.message


@pytest.mark.parametrize("part", ["xl/workbook.bin", "xl/worksheets/sheet1.bin", "xl/sharedStrings.bin"])
def test_a_binary_workbook_cut_inside_is_refused_or_read_never_worse(part):
    parts = [
        (name, body[: len(body) // 2] if name == part else body)
        for name, body in xlsb_parts([("ข้อมูล", [["ก", "ข"], [1, 2]])])
    ]
    try:
        outcome = read_workbook(make_zip(parts), "a.xlsb").kind
    except RefusedFile as refused:
        outcome = refused.code
    assert outcome in {"xlsb", "F11", "F19", "S04"}


@pytest.mark.parametrize(
    ("content", "encoding", "delimiter"),
    [
        (THAI.encode(), "utf-8", ","),
        (THAI.encode("utf-8-sig"), "utf-8-sig", ","),
        (THAI.encode("cp874"), "cp874", ","),
        (THAI.encode("tis-620"), "cp874", ","),
        (THAI.encode("utf-16"), "utf-16", ","),
        (b"\xfe\xff" + THAI.encode("utf-16-be"), "utf-16", ","),
        (THAI.encode("utf-16-le"), "utf-16-le", ","),
        (THAI.encode("utf-16-be"), "utf-16-be", ","),
        (THAI.replace(",", ";").encode("cp874"), "cp874", ";"),
        (THAI.replace(",", "\t").encode("utf-16"), "utf-16", "\t"),
        (THAI.replace(",", "\t").encode(), "utf-8", "\t"),
        (THAI.replace("\n", "\r\n").encode(), "utf-8", ","),
        (THAI.replace("\n", "\r").encode("cp874"), "cp874", ","),
    ],
)
@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.txt"])
def test_text_tables_are_read_in_every_encoding_and_separator(content, encoding, delimiter, name):
    book = read_workbook(content, name)
    assert book.sheets[0].rows == ROWS
    assert (book.encoding, book.delimiter) == (encoding, delimiter)
    assert ["C04"] * (delimiter != ",") == [issue.code for issue in book.issues]


def test_thai_letters_alone_in_utf16_are_no_binary_data():
    text = "\n".join(["โรงเรียน\tครู"] + ["บ้านสมมุติ\tสามสิบ"] * 30)
    assert read_workbook(text.encode("utf-16-le"), "a.csv").sheets[0].rows[0] == ("โรงเรียน", "ครู")


def test_macros_are_left_alone_and_said():
    book = read_workbook(xlsx(macro=True), "a.xlsm")
    assert book.kind == "xlsm"
    assert [issue.code for issue in book.issues] == ["F18"]


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "a.xlsx", "F01"),
        (xlsx()[:-300], "a.xlsx", "F10"),
        (xlsx()[:40], "a.xlsx", "F10"),
        (make_zip([*xlsx_parts()[:3], ("xl/worksheets/sheet1.xml", "<worksheet")]), "a.xlsx", "S05"),
        (ole("EncryptedPackage"), "a.xlsx", "F08"),
        (ole("WordDocument"), "a.xls", "F21"),
        (bytes(range(256)) * 20, "a.xlsx", "F12"),
        (make_zip([("a.txt", "1")]), "a.zip", "F16"),
        (b"%PDF-1.7", "a.pdf", "F23"),
        (docx("<w:p/>"), "a.xlsx", "F21"),
        (ods("<table:table"), "a.ods", "F11"),
        (ole("Workbook"), "a.xls", "F11"),
        (make_zip([part for part in xlsb_parts([("ก", [[1]])]) if "sheet1" not in part[0]]), "a.xlsb", "F11"),
        (b"<html><body>login</body></html>", "a.xls", "F14"),
        (b" ,\n,\n", "a.csv", "S04"),
    ],
)
def test_a_file_that_cannot_be_read_has_its_code_and_says_what_to_do(content, name, code):
    assert refusal(content, name) == code


@pytest.mark.parametrize(
    ("content", "code"), [(ole("EncryptedPackage"), "F09"), (ole("WordDocument"), "F17"), (xlsx(), "F21")]
)
def test_a_document_that_cannot_be_read_has_its_code(content, code):
    assert refusal(content, "a.docx", read_document) == code


@pytest.fixture
def convert(tmp_path):
    """LibreOffice's own writing of a workbook in another format, perhaps with a password."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not on this machine, and no library at hand writes xls")

    def run(content, ending, filter_name=""):
        (tmp_path / "a.xlsx").write_bytes(content)
        wanted = f"{ending}:{filter_name}" if filter_name else ending
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation=file://{tmp_path}/profile",
                "--headless",
                "--convert-to",
                wanted,
                "--outdir",
                str(tmp_path),
                str(tmp_path / "a.xlsx"),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
        return (tmp_path / f"a.{ending}").read_bytes()

    return run


def test_an_old_workbook_with_a_password_is_refused_as_such(convert):
    content = bytearray(convert(xlsx(), "xls"))
    # The record that follows the first one of the workbook becomes the sign of a password.
    start = content.index(bytes.fromhex("0908100000060500"))
    following = start + 4 + int.from_bytes(content[start + 2 : start + 4], "little")
    content[following : following + 2] = b"\x2f\x00"
    assert refusal(bytes(content), "a.xls") == "F08"


def test_an_encrypted_open_document_is_refused_as_such():
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:size="9">'
        "<manifest:encryption-data/></manifest:file-entry></manifest:manifest>"
    )
    content = make_zip(
        [
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            ("content.xml", b"\x8f\x01\x17random"),
            ("META-INF/manifest.xml", manifest),
        ]
    )
    assert refusal(content, "a.ods") == "F08"


def test_tab_names_lose_what_cannot_be_seen_and_that_is_said():
    def fill(book):
        book.active.title = "ผล\u202eสอบ\u200b"
        book.active["A1"] = 1
        book.create_sheet("ผลสอบ")["A1"] = 2

    book = read_workbook(office_xlsx(fill), "a.xlsx")
    assert [sheet.name for sheet in book.sheets] == ["ผลสอบ", "ผลสอบ (2)"]
    assert [sheet.rows for sheet in book.sheets] == [((1,),), ((2,),)]
    assert "A02" in {issue.code for issue in book.issues}


@pytest.mark.parametrize(
    "name", ["CON.xlsx", "nul.csv", "LPT1", "a:b.xlsx", "ก" * 400 + ".xlsx", "a\u202exslx.exe"]
)
def test_a_name_that_windows_reserves_or_that_misleads_is_only_a_label(name, monkeypatch):
    opened, real = [], io.open

    def watch(file, *given, **options):
        if not isinstance(file, int):
            opened.append(file)
        return real(file, *given, **options)

    monkeypatch.setattr(io, "open", watch)
    assert read_workbook(xlsx(), name).sheets[0].rows == ((1, 2),)
    assert opened == []
