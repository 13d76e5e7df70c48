"""Persons never reach the disk or the log: refused lists, counted-up lists, and files with a lone number."""

import io
import logging
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from lib.domain.schools import School
from lib.errors import RefusedFile
from lib.services.count_up import CountedFile, count_up_file
from lib.services.imports import commit, load_history, preview_file
from lib.services.register import commit_register, preview_register
from lib.services.self_assessments import read_reports
from lib.storage.engine import Store, open_store, reading, writing
from lib.storage.observations import load_observations
from lib.storage.schools import load_schools, save_schools
from tests.ingest.persons import citizen_id, given_name, pupils, surname, telephone

SCHOOLS = tuple(School(f"990100{n:02}", f"บ้านสมมติ {n}", smis_code=f"990100{n:02}") for n in range(1, 41))
HEADER = (
    "ลำดับ", "โรงเรียน", "ชั้น", "ห้อง", "เลขประจำตัวประชาชน", "เลขประจำตัวนักเรียน",
    "คำนำหน้าชื่อ", "ชื่อ", "นามสกุล", "น้ำหนัก", "ส่วนสูง",
)  # fmt: skip
NT = (("ผล NT ป.3 ปีการศึกษา 2567",), ("รหัสโรงเรียน", "ชื่อโรงเรียน", "น.ร.(คน)", "ภาษา", "คำนวณ", "หมายเหตุ"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{(tmp_path / 'office.sqlite3').as_posix()}")
    with writing(opened) as session:
        save_schools(session, SCHOOLS)
    yield opened
    opened.dispose()


def workbook(*rows: tuple[object, ...]) -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def pupil_list(n_pupils: int) -> bytes:
    rows = [
        (n, school, grade, room, citizen_id(n), f"{n:05}", title, given_name(n), surname(n), 20, 110)
        for n, (school, grade, room, title, _) in enumerate(pupils(n_pupils))
    ]
    return workbook(("รายงานนักเรียน ปีการศึกษา 2567",), HEADER, *rows)


def everything_under(folder: Path) -> bytes:
    """Bytes of every file below, those inside zips too."""
    found = []
    for file in folder.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            found.append(content)
            if zipfile.is_zipfile(file):
                with zipfile.ZipFile(file) as archive:
                    found += [archive.read(name) for name in archive.namelist()]
    return b"\n".join(found)


def count_up(store: Store, n_pupils: int) -> CountedFile:
    counted = count_up_file(store, pupil_list(n_pupils), "นักเรียน.xlsx")
    assert counted is not None
    return counted


def test_three_thousand_pupils_of_forty_schools_become_figures_by_the_normal_way(store: Store) -> None:
    counted = count_up(store, 3000)
    preview = preview_file(store, counted.content, counted.file_name)
    assert (preview.rows.read, preview.rows.loaded) == (40, 40)
    assert not preview.questions
    commit(store, preview, counted.content, by="ผู้ทดสอบ")
    with reading(store) as session:
        frame = load_observations(session, indicator_id="general.pupils_all_total")
    assert (len(frame), frame["value"].sum(), set(frame["year_be"])) == (40, 3000, {2567})
    assert {record.file_name for record in load_history(store)} == {counted.file_name}


def test_the_same_list_gives_the_same_bytes(store: Store) -> None:
    assert count_up(store, 50).content == count_up(store, 50).content


def test_nothing_of_a_refused_and_counted_list_reaches_disk_or_log(
    store: Store, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with pytest.raises(RefusedFile) as refused:
        preview_file(store, pupil_list(200), "นักเรียน.xlsx")
    counted = count_up(store, 200)
    commit(store, preview_file(store, counted.content, counted.file_name), counted.content, by="ผู้ทดสอบ")
    kept = everything_under(tmp_path).decode("utf-8", "replace")
    assert "บ้านสมมติ 1" in kept
    for said in (kept, caplog.text, repr(refused.value), refused.value.hint, repr(counted)):
        for n in (0, 7, 199):
            assert not any(one in said for one in (citizen_id(n), given_name(n), surname(n)))


def test_a_file_with_a_lone_number_goes_in_and_a_clean_copy_is_kept(
    store: Store, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    content = workbook(
        *NT, ("99010001", "บ้านสมมติ 1", 8, 55.5, 41, f"ติดต่อ {telephone(1)} หรือ {citizen_id(1)}")
    )
    preview = preview_file(store, content, "NT ป.3 2567.xlsx")
    assert [(i.code, i.cell, i.value) for i in preview.issues if i.code == "V17"] == [("V17", "F3", "")]
    commit(store, preview, content, by="ผู้ทดสอบ")
    with reading(store) as session:
        assert len(load_observations(session)) == 2
    kept = everything_under(tmp_path).decode("utf-8", "replace")
    assert "(ปิดข้อมูลบุคคล)" in kept
    for said in (kept, caplog.text, repr(preview)):
        assert citizen_id(1) not in said
        assert telephone(1) not in said


def test_a_file_with_a_lone_number_is_known_again(store: Store) -> None:
    content = workbook(*NT, ("99010001", "บ้านสมมติ 1", 8, 55.5, 41, citizen_id(1)))
    commit(store, preview_file(store, content, "NT.xlsx"), content, by="ผู้ทดสอบ")
    assert preview_file(store, content, "NT.xlsx").loaded_before is not None


def test_a_csv_with_a_lone_number_keeps_its_places(store: Store) -> None:
    lines = ["ผล NT ป.3 ปีการศึกษา 2567", ",".join(NT[1]), "", f"99010001,บ้านสมมติ 1,8,55.5,41,{citizen_id(1)}"]
    content = "\r\n".join(lines).encode()
    preview = preview_file(store, content, "NT.csv")
    again = preview_file(store, preview.clean_copy, preview.kept_name)
    assert set(preview.accepted["source_ref"]) == set(again.accepted["source_ref"])
    assert not [issue for issue in again.issues if issue.code == "V17"]


def test_a_register_with_head_teachers_is_read_without_them(store: Store, tmp_path: Path) -> None:
    rows = [
        (f"990100{n}", f"บ้านใหม่ {n}", f"นาย{given_name(n)} {surname(n)}", telephone(n)) for n in range(50, 56)
    ]
    content = workbook(("รหัสโรงเรียน", "ชื่อโรงเรียน", "ชื่อผู้อำนวยการโรงเรียน", "เบอร์โทรศัพท์"), *rows)
    preview = preview_register(store, content, "ทะเบียน.xlsx")
    assert preview.added == 6
    assert [issue.cell for issue in preview.issues if issue.code == "V17"] == ["C1", "D1"]
    commit_register(store, preview, by="ผู้ทดสอบ")
    with reading(store) as session:
        assert len(load_schools(session)) == 46
    assert given_name(50) not in everything_under(tmp_path).decode("utf-8", "replace")


def test_a_report_in_a_workbook_is_kept_without_numbers_of_persons(store: Store) -> None:
    rows = (("รายงานการประเมินตนเอง ปีการศึกษา 2567",), ("ผู้รายงาน", f"เลขประจำตัว {citizen_id(4)}"))
    (report,) = read_reports(store, [("SAR.xlsx", workbook(*rows))])
    assert "V17" in [issue.code for issue in report.assessment.issues]
    with zipfile.ZipFile(io.BytesIO(report.content)) as archive:
        inside = b"".join(archive.read(name) for name in archive.namelist()).decode("utf-8", "replace")
    assert citizen_id(4) not in inside
    assert citizen_id(4) not in repr(report)


def test_a_report_that_lists_pupils_by_number_is_refused(store: Store) -> None:
    rows = [(n, citizen_id(n), given_name(n)) for n in range(5)]
    (report,) = read_reports(store, [("SAR.xlsx", workbook(("ที่", "เลข", "ชื่อ"), *rows))])
    assert not report.readable
    assert [issue.code for issue in report.assessment.issues] == ["V17"]
