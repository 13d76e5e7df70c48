"""Whatever a school hands in instead of a report is told in plain words; the reports beside it are read."""

import random
import zipfile
from collections.abc import Iterator
from io import BytesIO

import pytest

from lib.ingest.report_archive import ReportFile
from lib.services.report_batch import BatchLine, Outcome, save_clear_reports
from lib.services.report_folder import gather_files
from lib.storage.engine import Store, open_store
from tests.ingest.bad_files import docx
from tests.ingest.pdf_files import LOCKED, lines_of, make_pdf
from tests.robustness.crafted_containers import ole

MEGABYTE = 1024 * 1024
GOOD = docx(
    "<w:p><w:r><w:t>รายงานการประเมินตนเองของสถานศึกษา ปีการศึกษา 2567 ระดับการศึกษาขั้นพื้นฐาน</w:t></w:r></w:p>"
    "<w:p><w:r><w:t>มาตรฐานที่ 1 คุณภาพของผู้เรียน ระดับคุณภาพ ดีเลิศ</w:t></w:r></w:p>"
)


def packed(parts: dict[str, bytes | str]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


NOISE = random.Random(7).randbytes(3_000)
ODD: dict[str, tuple[bytes, str]] = {
    "สแกน.pdf": (make_pdf([], picture_on=[1]), "ภาพสแกน"),
    "ล็อก.pdf": (make_pdf([], trailer=LOCKED), "ตั้งรหัสผ่าน"),
    "ว่าง.docx": (b"", "ไฟล์ว่างเปล่า"),
    "ตัด.pdf": (make_pdf(lines_of("ครูสอนดี"))[:400], "ไม่สมบูรณ์"),
    "เก่า.doc": (ole("WordDocument"), "Word รุ่นเก่า"),
    "อาร์.rtf": (b"{\\rtf1 abc}", "Word รุ่นเก่า"),
    "โอ.odt": (packed({"mimetype": "application/vnd.oasis.opendocument.text"}), ".odt"),
    "ภาพ.jpg": (b"\xff\xd8\xff\xe0" + NOISE, "รูปภาพ"),
    "สไลด์.pptx": (packed({"ppt/presentation.xml": "<p/>"}), "งานนำเสนอ"),
    "บีบ.rar": (b"Rar!\x1a\x07\x00" + NOISE, "rar หรือ 7z"),
    "ซ้อน.zip": (packed({"ข้างใน.docx": GOOD}), "ซ้อนอยู่ใน zip"),
    "ใหญ่.pdf": (b"%PDF-1.7\n" + b"0" * (51 * MEGABYTE), "เกินเพดาน 50 MB"),
    "ระเบิด.pdf": (b" " * (40 * MEGABYTE), "บีบอัดในอัตราที่ผิดปกติ"),
}


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = open_store(database_url)
    yield opened
    opened.dispose()


def hand_in(store: Store, content: bytes) -> dict[str, BatchLine]:
    files = gather_files([ReportFile("รวม.zip", lambda: content)])
    return {line.file_name: line for line in save_clear_reports(store, files, by="สมหญิง")}


def test_each_odd_file_of_a_zip_is_told_by_its_name_and_the_report_is_read(store: Store) -> None:
    told = hand_in(store, packed({name: content for name, (content, _) in ODD.items()} | {"ดี.pdf": GOOD}))
    assert told.keys() == {*ODD, "ดี.pdf"}
    for name, (_, words) in ODD.items():
        assert told[name].outcome is Outcome.UNREADABLE, name
        assert words in told[name].reason, (name, told[name].reason)
        assert "ข้อผิดพลาดของโปรแกรม" not in told[name].reason
    # A Word file named .pdf is read as what it is; only its school must be asked for.
    assert (told["ดี.pdf"].outcome, told["ดี.pdf"].n_ratings) == (Outcome.OPEN, 1)


def test_a_picture_on_its_own_is_told_as_in_a_zip(store: Store) -> None:
    content = ODD["ภาพ.jpg"][0]
    (line,) = save_clear_reports(store, [ReportFile("ภาพ.jpg", lambda: content)], by="สมหญิง")
    assert "รูปภาพ" in line.reason


def test_a_zip_that_unpacks_to_gigabytes_is_not_opened(store: Store) -> None:
    entry = zipfile.ZipInfo("ก.pdf")
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(entry, b"1")
        entry.file_size = 3_000 * MEGABYTE
    (line,) = hand_in(store, stream.getvalue()).values()
    assert (line.file_name, line.outcome) == ("รวม.zip", Outcome.UNREADABLE)
    assert "เกินเพดาน 2,000 MB" in line.reason


def test_thai_names_of_an_old_zip_are_told_as_they_were_written(store: Store) -> None:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("NAME1234.jpg", ODD["ภาพ.jpg"][0])
    content = stream.getvalue().replace(b"NAME1234", "รร.บ้านก".encode("cp874"))
    assert list(hand_in(store, content)) == ["รร.บ้านก.jpg"]
