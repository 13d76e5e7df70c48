import zipfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pytest

from lib.errors import RefusedFile
from lib.ingest.report_archive import ReportFile, split_archive
from lib.services import report_folder, self_assessments
from lib.services.report_folder import gather_files, read_each
from lib.storage.engine import Store, open_store
from tests.ingest.pdf_files import LOCKED, lines_of, make_pdf

REPORT = (
    "รายงานการประเมินตนเองของสถานศึกษา ปีการศึกษา 2567",
    "โรงเรียนบ้านสมมติ",
    "ระดับการศึกษาขั้นพื้นฐาน",
    "มาตรฐานที่ 1 คุณภาพของผู้เรียน",
    "1. ระดับคุณภาพ ดีเลิศ",
    "จุดเด่น",
    "1) ผู้เรียนอ่านออกเขียนได้และคิดคำนวณได้ตามเกณฑ์ที่กำหนด",
    "จุดที่ควรพัฒนา",
    "1) ควรพัฒนาทักษะการใช้ภาษาอังกฤษเพื่อการสื่อสาร",
)


def report(*more: str) -> bytes:
    return make_pdf(lines_of(*REPORT, *more))


def file_of(name: str, content: bytes) -> ReportFile:
    return ReportFile(name, lambda: content)


def zip_of(parts: dict[str, bytes], encoding: str = "utf-8") -> bytes:
    """A zip with names in an encoding that it does not mention, as Windows writes them."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for number, content in enumerate(parts.values()):
            archive.writestr(f"NAME{number:08}", content)
    content = held.getvalue()
    for number, name in enumerate(parts):
        written = name.encode(encoding)
        assert len(written) <= 12
        content = content.replace(f"NAME{number:08}".encode(), written.ljust(12, b"_"))
    return content


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = open_store(database_url)
    yield opened
    opened.dispose()


def test_a_zip_is_read_as_the_files_in_it(store: Store) -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("กลุ่ม 1/ก.pdf", report("1"))
        archive.writestr("กลุ่ม 1/ข.pdf", report("2"))
        archive.writestr("__MACOSX/._ก.pdf", b"x")
        archive.writestr("กลุ่ม 1/.DS_Store", b"x")
    files = gather_files([file_of("รวม.zip", packed.getvalue())])
    assert [read.file_name for read in read_each(store, files)] == ["ก.pdf", "ข.pdf"]


@pytest.mark.parametrize("encoding", ["utf-8", "cp874"])
def test_a_thai_name_in_a_zip_is_read_in_whichever_encoding_it_was_written(encoding: str) -> None:
    name = "ดีมาก" if encoding == "cp874" else "ดี"
    (file,) = split_archive("a.zip", zip_of({name: b"1"}, encoding))
    assert file.name.rstrip("_") == name


def test_a_broken_file_stops_nobody_else(store: Store) -> None:
    files = [
        file_of("หนึ่ง.pdf", report("1")),
        file_of("เสีย.pdf", b"%PDF-1.7 broken"),
        file_of("ว่าง.pdf", b""),
        file_of("ล็อก.pdf", make_pdf(lines_of("ดี 1"), trailer=LOCKED)),
        file_of("สอง.pdf", report("2")),
    ]
    reads = list(read_each(store, files))
    assert [read.readable for read in reads] == [True, False, False, False, True]
    assert [read.assessment.issues[0].code for read in reads if not read.readable] == ["F10", "F01", "F09"]


def test_a_fault_of_the_program_stops_nobody_else(store: Store) -> None:
    def load() -> bytes:
        raise ZeroDivisionError

    reads = list(read_each(store, [ReportFile("ก.pdf", load), file_of("ข.pdf", report())]))
    assert [(read.readable, read.assessment.issues[0].code) for read in reads[:1]] == [(False, "F19")]
    assert reads[1].readable


def test_the_same_report_under_two_names_is_told(store: Store) -> None:
    reads = list(read_each(store, [file_of("ก.pdf", report()), file_of("สำเนา.pdf", report() + b"\n")]))
    codes = [[issue.code for issue in read.assessment.issues] for read in reads]
    assert ("D05" in codes[0], "D05" in codes[1]) == (False, True)
    assert "ก.pdf" in next(issue.message for issue in reads[1].assessment.issues if issue.code == "D05")


def test_no_more_files_are_open_than_are_read_at_once(store: Store) -> None:
    opened: list[str] = []

    def file(number: int) -> ReportFile:
        def load() -> bytes:
            opened.append(str(number))
            return b""

        return ReportFile(f"{number}.pdf", load)

    reading = read_each(store, [file(number) for number in range(50)])
    next(reading)
    reading.close()
    assert len(opened) <= report_folder.READERS_AT_ONCE + 2


def test_a_zip_that_must_not_be_opened_is_told_under_its_own_name(store: Store) -> None:
    packed = bytearray(zip_of({"a": b"1"}))
    packed[6] |= 1
    packed[packed.index(b"PK\x01\x02") + 8] |= 1
    (file,) = split_archive("ลับ.zip", bytes(packed))
    with pytest.raises(RefusedFile) as refused:
        file.load()
    assert (file.name, refused.value.code) == ("ลับ.zip", "F09")


def test_a_workbook_named_zip_is_read_as_what_it_is() -> None:
    from tests.ingest.bad_files import xlsx

    content = xlsx()
    (file,) = split_archive("ก.zip", content)
    assert file.load() == content


def test_a_reading_says_how_sound_each_page_was(store: Store) -> None:
    damaged = [line.replace("ำ", " า") for line in REPORT]
    (read,) = read_each(store, [file_of("ก.pdf", make_pdf(lines_of(*damaged)))])
    told = self_assessments.reading_as_json(replace(read))
    assert told["pages"] == [{"page": 1, "verdict": "repaired", "score": 1.0, "repairs": {"spaced_am": 2}}]
