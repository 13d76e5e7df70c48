"""``check`` tells each kind of damage to the evidence of KPI forms, and calls whole what is whole."""

from collections.abc import Iterator

import pytest
from sqlalchemy import delete, insert, select, text, update

from lib.services.evidence import load_evidence_page
from lib.services.evidence_files import attach_file, remove_file, replace_file
from lib.services.evidence_removed import bring_back
from lib.services.evidence_rounds import (
    freeze_round,
    open_correction,
    reopen_round,
    save_claim,
    submit_round,
)
from lib.services.safety import make_backup, restore
from lib.storage.check_results import CheckResult
from lib.storage.engine import Store, open_store, reading, writing
from lib.storage.integrity import check_store
from lib.storage.schema import kpi_evidence, kpi_evidence_versions, kpi_rounds, stored_files

FORM, YEAR = "ars46", 2569
OLD, NEW = b"%PDF-1.7 old", b"%PDF-1.7 new"


@pytest.fixture
def store(any_database_url: str) -> Iterator[Store]:
    """Evidence with an earlier version, in a report that was closed."""
    opened = open_store(any_database_url)
    attach_file(opened, FORM, YEAR, "1", OLD, "คำสั่ง.pdf", kind="order", by="ก")
    (file,) = load_evidence_page(opened, FORM, YEAR).files
    submit_round(opened, FORM, YEAR, "6", by="ก")
    freeze_round(opened, FORM, YEAR, "6", by="ก")
    replace_file(opened, FORM, YEAR, file, NEW, "ลงนาม.pdf", reason="ลงนาม", by="ก")
    yield opened
    opened.dispose()


def checked(store: Store) -> CheckResult:
    (found,) = (each for each in check_store(store) if each.name == "หลักฐานของตัวชี้วัด")
    return found


def path_of(store: Store, name: str):
    with reading(store) as session:
        sha256 = session.execute(
            select(stored_files.c.sha256).where(stored_files.c.file_name == name)
        ).scalar_one()
    return store.files / sha256[:2] / sha256


def test_whole_evidence_is_fine(store: Store) -> None:
    assert checked(store) == CheckResult("หลักฐานของตัวชี้วัด", 1)


def test_a_lost_file_is_told_with_its_item(store: Store) -> None:
    path_of(store, "ลงนาม.pdf").unlink()
    assert checked(store).faults == ("ars46/2569/1 ไฟล์ ลงนาม.pdf: ไม่พบไฟล์ต้นฉบับในที่เก็บไฟล์",)


def test_a_changed_earlier_version_is_told_and_so_is_the_report_that_names_it(store: Store) -> None:
    path_of(store, "คำสั่ง.pdf").write_bytes(b"%PDF-1.7 other")
    faults = checked(store).faults
    assert any("ฉบับก่อนหน้าที่ 1" in fault and "ถูกแก้ไขหลังจัดเก็บ" in fault for fault in faults)
    assert any("รายงาน ars46/2569 รอบ 6 ฉบับที่ 1" in fault and "ถูกแก้ไข" in fault for fault in faults)
    assert len(faults) == 2


def test_a_file_that_left_the_list_of_files_is_told(store: Store) -> None:
    with writing(store) as session:
        if store.write_engine.dialect.name == "sqlite":
            session.execute(text("PRAGMA defer_foreign_keys=ON"))
        row = session.execute(select(kpi_rounds)).one()
        files = [{**row.snapshot["files"][0], "sha256": "0" * 64}]
        session.execute(update(kpi_rounds).values(snapshot={**row.snapshot, "files": files}))
    faults = checked(store).faults
    assert any("ซึ่งไม่มีในทะเบียนไฟล์" in fault for fault in faults)
    assert any("ไม่ตรงกับที่ส่งไว้" in fault for fault in faults)


def test_a_row_that_vanished_is_told_and_one_that_was_taken_away_is_not(store: Store) -> None:
    attach_file(store, FORM, YEAR, "5", b"%PDF-1.7 five", "รายงาน.pdf", kind="other", by="ก")
    five = load_evidence_page(store, FORM, YEAR).files_of("5")[0]
    remove_file(store, FORM, YEAR, five.evidence_id, by="ก")
    assert checked(store).fine
    assert checked(store).remarks == ("ไฟล์ของหลักฐานที่นำออกแล้ว 1 ไฟล์ ยังเก็บไว้และนำกลับมาได้",)
    with writing(store) as session:
        session.execute(delete(kpi_evidence_versions))
        session.execute(delete(kpi_evidence))
    assert any("หายไปโดยไม่มีประวัติการนำออก" in fault for fault in checked(store).faults)


def test_a_lost_earlier_version_is_told(store: Store) -> None:
    with writing(store) as session:
        session.execute(delete(kpi_evidence_versions))
    (fault,) = checked(store).faults
    assert "มีฉบับก่อนหน้า 0 ฉบับ ประวัติบอก 1 ฉบับ" in fault


def test_a_row_put_on_another_file_or_item_behind_the_history_is_told(store: Store) -> None:
    with writing(store) as session:
        session.execute(update(kpi_evidence).values(item_id="2"))
    (fault,) = checked(store).faults
    assert "ไม่ตรงกับประวัติการแนบ" in fault


def test_a_row_that_nobody_attached_is_told(store: Store) -> None:
    with writing(store) as session:
        row = dict(session.execute(select(kpi_evidence)).one()._mapping)
        session.execute(insert(kpi_evidence).values(row | {"evidence_id": 999, "item_id": "2"}))
    (fault,) = checked(store).faults
    assert "หลักฐานหมายเลข 999" in fault
    assert "ไม่มีประวัติการแนบ" in fault


def test_a_report_changed_behind_the_history_is_told(store: Store) -> None:
    with writing(store) as session:
        row = session.execute(select(kpi_rounds)).one()
        level = {**row.snapshot["level"], "level": 5}
        session.execute(update(kpi_rounds).values(snapshot={**row.snapshot, "level": level}))
    (fault,) = checked(store).faults
    assert "ไม่ตรงกับที่ส่งไว้" in fault


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"status": "open"}, "มีสถานะ เปิดอยู่ แต่ประวัติบอกว่า ปิดรอบแล้ว"),
        ({"claimed_level": 5}, "มีระดับที่สำนักงานระบุไม่ตรงกับประวัติ"),
    ],
)
def test_a_round_opened_or_claimed_behind_the_history_is_told(
    store: Store, values: dict[str, object], words: str
) -> None:
    with writing(store) as session:
        session.execute(update(kpi_rounds).values(**values))
    assert checked(store).faults == (f"รายงาน ars46/2569/round 6 ฉบับที่ 1 {words}",)


def test_a_round_that_vanished_is_told(store: Store) -> None:
    with writing(store) as session:
        session.execute(delete(kpi_rounds))
    assert checked(store).faults == ("รายงาน ars46/2569/round 6 ฉบับที่ 1 หายไปโดยไม่มีประวัติการลบ",)


def test_a_correction_a_claim_and_a_report_taken_back_are_no_faults(store: Store) -> None:
    open_correction(store, FORM, YEAR, "6", reason="พิมพ์ผิด", by="ก")
    save_claim(store, FORM, YEAR, "6", 2, reason="ตามหนังสือ", seen_version=1, by="ก")
    submit_round(store, FORM, YEAR, "6", by="ก")
    reopen_round(store, FORM, YEAR, "6", by="ก")
    submit_round(store, FORM, YEAR, "6", by="ก")
    freeze_round(store, FORM, YEAR, "6", by="ก")
    save_claim(store, FORM, YEAR, "9", 3, reason="", seen_version=0, by="ก")
    assert checked(store).faults == ()


def test_evidence_brought_back_is_whole_and_can_be_brought_back_once(store: Store) -> None:
    attach_file(store, FORM, YEAR, "5", b"%PDF-1.7 five", "รายงาน.pdf", kind="other", by="ก", page="3")
    five = load_evidence_page(store, FORM, YEAR).files_of("5")[0]
    replace_file(store, FORM, YEAR, five, b"%PDF-1.7 six", "ใหม่.pdf", reason="แก้", by="ก")
    (before,) = load_evidence_page(store, FORM, YEAR).files_of("5")
    remove_file(store, FORM, YEAR, five.evidence_id, by="ก")
    (removed,) = load_evidence_page(store, FORM, YEAR).removed
    bring_back(store, FORM, YEAR, removed.line, by="ข")
    page = load_evidence_page(store, FORM, YEAR)
    (again,) = page.files_of("5")
    assert (again.page, again.title, again.sha256) == (before.page, before.title, before.sha256)
    assert again.earlier == before.earlier
    assert page.removed == ()
    assert checked(store).fine


def test_a_backup_put_back_is_whole(store: Store, tmp_path) -> None:
    make_backup(store, tmp_path / "copy.zip", by="ก")
    attach_file(store, FORM, YEAR, "5", b"%PDF-1.7 five", "รายงาน.pdf", kind="other", by="ก")
    restore(store, tmp_path / "copy.zip", replace=True, by="ก")
    assert checked(store).fine
