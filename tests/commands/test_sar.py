"""``sar``: reads files, folders and zips and tells what each file became."""

import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lib.__main__ import main
from lib.domain.schools import School
from lib.services import self_assessments
from lib.storage.engine import open_store, writing
from lib.storage.schools import save_schools
from tests.ingest.pdf_files import lines_of, make_pdf

SCHOOL = School("99000001", "บ้านสมมติที่หนึ่ง", smis_code="99000001")


def report(school: School = SCHOOL) -> bytes:
    return make_pdf(
        lines_of(
            "รายงานการประเมินตนเองของสถานศึกษา (SAR)",
            f"โรงเรียน{school.name} รหัส {school.school_id}",
            "ปีการศึกษา 2567 ระดับการศึกษาขั้นพื้นฐาน",
            "มาตรฐานที่ 1 คุณภาพของผู้เรียน",
            "ระดับคุณภาพ ดีเลิศ",
        )
    )


@pytest.fixture
def folder(tmp_path: Path, database_url: str) -> Path:
    store = open_store(database_url)
    with writing(store) as session:
        save_schools(session, [SCHOOL])
    store.dispose()
    place = tmp_path / "ที่ส่งมา"
    place.mkdir()
    (place / "ก.pdf").write_bytes(report())
    (place / "เสีย.pdf").write_bytes(b"%PDF-1.7 broken")
    return place


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["sar", *map(str, arguments)], prog_name="python -m lib")


def test_a_folder_is_read_file_by_file_and_a_broken_one_is_told(folder: Path, database_url: str) -> None:
    result = run(folder, "--database", database_url)
    lines = result.output.splitlines()
    assert result.exit_code == 1
    assert lines[0] == "1/2 ก.pdf: 99000001 ปีการศึกษา 2567 ระดับคุณภาพ 1 รายการ ข้อความ 0 ข้อ"
    assert lines[1].startswith("2/2 เสีย.pdf: ไฟล์ไม่สมบูรณ์")
    assert lines[2] == "อ่านได้ 1 ไฟล์ · อ่านไม่ได้ 1 ไฟล์"


def test_saving_tells_what_each_file_became_and_skips_it_the_next_time(
    folder: Path, database_url: str
) -> None:
    (folder / "เสีย.pdf").unlink()
    first = run(folder, "--save", "--database", database_url)
    assert (first.exit_code, "บันทึกเป็นฉบับร่างแล้ว" in first.output) == (0, True)
    again = run(folder, "--save", "--database", database_url)
    assert (again.exit_code, "มีอยู่แล้ว จึงข้าม" in again.output) == (0, True)
    store = open_store(database_url)
    assert [each.version for each in self_assessments.load_reports(store)] == [1]
    store.dispose()


def test_a_report_of_an_unknown_school_is_not_saved_and_says_what_to_do(
    tmp_path: Path, folder: Path, database_url: str
) -> None:
    other = tmp_path / "ไกล.zip"
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("ไกล.pdf", report(School("98000009", "ไกลแสนไกล")))
    result = run(other, "--save", "--json", "--database", database_url)
    (told,) = json.loads(result.output)
    assert (result.exit_code, told["file"], told["outcome"]) == (1, "ไกล.pdf", "open")
    assert "ยังไม่ทราบโรงเรียน" in told["reason"]
    assert [rating["level"] for rating in told["ratings"]] == [4]
