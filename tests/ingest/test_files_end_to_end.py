"""The same data as a workbook and as text in either encoding come to the same figures."""

import csv
import io

import openpyxl
import pytest

from lib.ingest.child import read_workbook
from tests.ingest.workbooks import ONET_FILE, ONET_HEADER, Reading, read

ROWS = (
    ("ผลการทดสอบ O-NET ชั้นประถมศึกษาปีที่ 6 ปีการศึกษา 2567",),
    ONET_HEADER,
    ("99010001", "บ้านสมมติหนึ่ง", "๑๒", "50.25", 40, 35.5, 30, 33.75, 37.9),
    ("99010003", "วัดสมมติสาม", 4, "44.00 %", 41, "-", 28, 31.25, 34.95),
)


def as_xlsx() -> bytes:
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    book.active.merge_cells("A1:I1")
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def as_csv(encoding: str) -> bytes:
    stream = io.StringIO()
    csv.writer(stream).writerows(ROWS)
    return stream.getvalue().encode(encoding)


def read_bytes(content: bytes, name: str) -> Reading:
    return read(*read_workbook(content, name).sheets, file_name=name)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874"])
def test_text_in_any_encoding_comes_to_what_the_workbook_says(encoding: str) -> None:
    workbook = read_bytes(as_xlsx(), ONET_FILE)
    assert len(workbook.values()) == 11
    assert read_bytes(as_csv(encoding), "onet.csv").values() == workbook.values()
