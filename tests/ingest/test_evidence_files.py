import io
import zipfile

import pytest
from docx import Document
from openpyxl import Workbook

from lib.errors import RefusedFile
from lib.ingest.evidence_files import ENDINGS, check_evidence_file
from lib.ingest.limits import FILE_BYTES_MAX


def _docx() -> bytes:
    stream = io.BytesIO()
    Document().save(stream)
    return stream.getvalue()


def _xlsx() -> bytes:
    stream = io.BytesIO()
    Workbook().save(stream)
    return stream.getvalue()


def _zip(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, b"x")
    return stream.getvalue()


def _with_macro(content: bytes) -> bytes:
    stream = io.BytesIO(content)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"macro")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "ending"),
    [
        (_docx(), ".docx"),
        (_xlsx(), ".xlsx"),
        (b"%PDF-1.4\n", ".pdf"),
        (b"\xff\xd8\xff\xe0 picture", ".jpg"),
        (b"\x89PNG\r\n\x1a\n picture", ".png"),
    ],
    ids=["docx", "xlsx", "pdf", "jpg", "png"],
)
def test_the_five_kinds_are_told_by_their_bytes(content: bytes, ending: str) -> None:
    assert ENDINGS[check_evidence_file(content, "หลักฐาน")][0] == ending


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "F01"),
        (b"%PDF-" + bytes(FILE_BYTES_MAX), "F02"),
        (b"MZ\x90\x00", "A01"),
        (b"<html><script>", "A01"),
        (b"<html>\n%PDF-1.4", "A01"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "A01"),
        (b"plain words", "A01"),
        (_zip("a.txt"), "A01"),
        (_zip("../a.txt"), "F06"),
        (_with_macro(_docx()), "A01"),
        (_docx()[:600], "F10"),
    ],
    ids=["empty", "large", "exe", "html", "html-pdf", "svg", "text", "zip", "climbing", "macro", "cut"],
)
def test_everything_else_is_refused_whatever_its_name(content: bytes, code: str) -> None:
    with pytest.raises(RefusedFile) as refused:
        check_evidence_file(content, "หลักฐาน.pdf")
    assert refused.value.code == code
    assert "ยังไม่มีข้อมูลใดถูกบันทึก" in refused.value.hint
