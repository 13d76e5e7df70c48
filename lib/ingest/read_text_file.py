"""A csv or HTML file to a written result; runs in the reader child only."""

from pathlib import Path

from lib.domain.issues import Issue, Severity
from lib.ingest.decode_text import decode_text, looks_garbled
from lib.ingest.file_kind import FileKind
from lib.ingest.plain_text import PlainText
from lib.ingest.read_delimited import read_delimited
from lib.ingest.transfer import ResultWriter

_GARBLED_SAMPLE_CHARACTERS = 200_000


def write_csv(path: Path, writer: ResultWriter) -> None:
    """Read a delimited file; every cell is a text, so codes keep their zeros, and a blank one is None.

    Raises:
        RefusedFile: C01, C03, F03, F10, F12, S02 or S04.
    """
    decoded = decode_text(path.read_bytes())
    table = read_delimited(decoded.text)
    issues = list(table.issues)
    if looks_garbled(decoded.text[:_GARBLED_SAMPLE_CHARACTERS]):
        message = "ตัวอักษรไทยในไฟล์เพี้ยน เพราะเคยบันทึกด้วยการเข้ารหัสที่ไม่ตรงกัน"
        issues.append(Issue(Severity.QUESTION, "C02", message, "ขอไฟล์ต้นฉบับ หรือบันทึกใหม่เป็น CSV UTF-8"))
    text = PlainText()
    writer.write_header("workbook", kind=FileKind.CSV.value)
    writer.write_sheet("", ([text.clean(field) or None for field in row] for row in table.rows))
    writer.write_end((*issues, *text.issues), encoding=decoded.encoding, delimiter=table.delimiter)


def write_html(path: Path, writer: ResultWriter) -> None:
    """Read the tables of a page, one sheet each; every cell is a text.

    Raises:
        RefusedFile: C01, F03, F14, S02 or S07.
    """
    from lib.ingest.read_html_table import decode_html, read_html_tables

    decoded = decode_html(path.read_bytes())
    text = PlainText()
    writer.write_header("workbook", kind=FileKind.HTML.value)
    for number, table in enumerate(read_html_tables(decoded.text), start=1):
        rows = ([text.clean(field) or None for field in row] for row in table.rows)
        writer.write_sheet(f"ตาราง {number}", rows, merged=table.merged)
    writer.write_end(text.issues, encoding=decoded.encoding, delimiter="")
