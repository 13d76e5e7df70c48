"""A csv or HTML file to a written result; runs in the reader child only."""

from collections.abc import Iterator

from lib.domain.issues import Issue, Severity
from lib.ingest.decode_text import PLAIN_ENCODINGS, DecodedText, decode_text
from lib.ingest.file_kind import FileKind
from lib.ingest.garbled_text import find_repair, has_lost_letters, repair_garbled
from lib.ingest.plain_text import PlainText
from lib.ingest.read_delimited import read_delimited
from lib.ingest.transfer import ResultWriter

_SAMPLE_LETTERS = 60


def write_csv(content: bytes, writer: ResultWriter, encoding: str) -> None:
    """Read a delimited file; every cell is a text, so codes keep their zeros, and a blank one is None.

    Raises:
        RefusedFile: C01, C02, C03, F03, F10, F12, S02 or S04.
    """
    decoded = decode_text(content, encoding)
    table = read_delimited(decoded.text)
    text = PlainText()
    writer.write_header("workbook", kind=FileKind.CSV.value)
    writer.write_sheet("", ([text.clean(field) or None for field in row] for row in table.rows))
    issues = (*table.issues, *note_garbled(decoded), *text.issues)
    writer.write_end(
        issues,
        encoding=decoded.encoding,
        delimiter=table.delimiter,
        other_encodings=offer_encodings(decoded, encoding),
    )


def write_html(content: bytes, writer: ResultWriter, encoding: str) -> None:
    """Read the tables of a page, one sheet each; every cell is a text.

    Raises:
        RefusedFile: C01, C02, F03, F14, S02 or S07.
    """
    from lib.ingest.read_html_table import decode_html, read_html_tables

    decoded = decode_text(content, encoding) if encoding else decode_html(content)
    text = PlainText()
    writer.write_header("workbook", kind=FileKind.HTML.value)
    for number, table in enumerate(read_html_tables(decoded.text), start=1):
        rows = ([text.clean(field) or None for field in row] for row in table.rows)
        writer.write_sheet(f"ตาราง {number}", rows, merged=table.merged)
    writer.write_end(
        (*note_garbled(decoded), *text.issues),
        encoding=decoded.encoding,
        delimiter="",
        other_encodings=offer_encodings(decoded, encoding),
    )


def offer_encodings(decoded: DecodedText, picked: str) -> list[str]:
    """What else the file may be read as, the likeliest first; none while its letters look sound."""
    repair = find_repair(decoded.text)
    if not (repair or picked or has_lost_letters(decoded.text)):
        return []
    repairs = [repair] if repair and repair_garbled(decoded.text, repair) else []
    return [*repairs, *(name for name in PLAIN_ENCODINGS if name != decoded.encoding)]


def note_garbled(decoded: DecodedText) -> Iterator[Issue]:
    """Ask about letters that look wrong (C02), with the reading that puts them right where there is one."""
    repair = find_repair(decoded.text)
    if repair:
        repaired = repair_garbled(decoded.text, repair)
        message = "ตัวอักษรไทยในไฟล์เพี้ยน เพราะเคยเปิดและบันทึกด้วยการเข้ารหัสที่ไม่ตรงกัน"
        if repaired:
            message += f' ซ่อมแล้วจะอ่านได้เป็น "{_sample(repaired)}"'
            hint = "เลือกอ่านแบบซ่อมตัวอักษร แล้วตรวจตัวอย่างข้อมูล หากยังไม่ถูกให้ขอไฟล์ต้นฉบับ"
            yield Issue(Severity.QUESTION, "C02", message, hint, value=_sample(decoded.text))
            return
        hint = "ตัวอักษรบางตัวหายไปแล้วจึงซ่อมไม่ได้ ขอไฟล์ต้นฉบับ หรือบันทึกใหม่เป็น CSV UTF-8"
        yield Issue(Severity.QUESTION, "C02", message, hint, value=_sample(decoded.text))
    elif has_lost_letters(decoded.text):
        yield Issue(
            Severity.WARNING,
            "C02",
            "ตัวอักษรในไฟล์บางส่วนกลายเป็นเครื่องหมาย � หรือ ? ก่อนบันทึก ข้อความเดิมหายไปแล้ว",
            "ขอไฟล์ต้นฉบับ หรือบันทึกใหม่จากระบบต้นทางเป็น CSV UTF-8",
            value="\ufffd",
        )


def _sample(text: str) -> str:
    """The first letters beyond ASCII with what follows them, on one line."""
    start = next((place for place, letter in enumerate(text) if letter > "\x7f"), 0)
    return PlainText().clean(" ".join(text[start : start + _SAMPLE_LETTERS].split()))
