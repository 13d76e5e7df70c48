import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from lib.catalog.evidence_forms import load_form
from lib.domain.evidence import Answer, EvidenceFile, RoundStatus
from lib.domain.office import Office
from lib.domain.schools import OfficeType
from lib.errors import EditConflict, RefusedFile, WorkbenchError
from lib.services.evidence import computed_level, fall_in_words, level_as_json, load_evidence_page
from lib.services.evidence_edits import save_answer, save_baseline
from lib.services.evidence_files import attach_file, remove_file, replace_file, save_file
from lib.services.evidence_outputs import make_evidence_archive, make_form_docx
from lib.services.evidence_references import attach_known, attach_reference, known_files
from lib.services.evidence_rounds import freeze_round, open_correction, reopen_round, save_claim, submit_round
from lib.storage.engine import Store, open_store

FORM, YEAR = "ars46", 2569
PDF = b"%PDF-1.7 test"
FIELDS = {
    "1": {"order_office": "ตัวอย่าง เขต 1", "order_no": "9/2568", "order_date": "16 ธันวาคม 2568"},
    "2": {"model": "กระบวนการ 5 ขั้น"},
    "3": {"plan_year": "2569", "plan_page": "45", "project_name": "โครงการนิเทศ"},
    "4": {"method": "แบบบันทึกและสัมภาษณ์"},
    "5": {},
}
SUBS = {item.id: {each.number: "yes" for each in item.sub_criteria} for item in load_form(FORM, YEAR).items}


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = open_store(database_url)
    yield opened
    opened.dispose()


def _complete(store: Store, *item_ids: str) -> None:
    for item_id in item_ids:
        version = load_evidence_page(store, FORM, YEAR).answers[item_id].version
        save_answer(
            store, FORM, YEAR, item_id, Answer("yes", FIELDS[item_id], version, SUBS[item_id]), by="ก"
        )
        attach_file(
            store, FORM, YEAR, item_id, PDF + item_id.encode(), f"หลักฐาน {item_id}.pdf", kind="other", by="ก"
        )


def test_an_empty_form_is_shown_with_everything_open(store: Store) -> None:
    page = load_evidence_page(store, FORM, YEAR, today=date(2026, 2, 1))
    assert page.current_round_id == "6"
    assert set(page.missing) == {"1", "2", "3", "4", "5"}
    assert [each.level.level for each in page.rounds] == [0, 0, 0]
    assert page.locked == {}
    assert page.results == {"level": ("-", "-", "-")}


def test_the_round_follows_the_date_unless_it_is_named(store: Store) -> None:
    _complete(store, "1", "2", "3")
    assert computed_level(store, FORM, YEAR, today=date(2026, 3, 1)).level == 2
    assert computed_level(store, FORM, YEAR, today=date(2026, 5, 1)).level == 3
    assert computed_level(store, FORM, YEAR, "6").level == 2


def test_the_command_line_value_has_the_promised_keys(store: Store) -> None:
    form = load_evidence_page(store, FORM, YEAR).form
    value = level_as_json(form, computed_level(store, FORM, YEAR, "6"))
    assert list(value) == ["form", "fiscal_year", "round", "level", "cap", "reasons", "missing"]
    assert (value["form"], value["fiscal_year"], value["round"], value["level"]) == ("ars46", 2569, "6", 0)


def test_an_unreadable_date_is_refused_and_nothing_is_saved(store: Store) -> None:
    with pytest.raises(WorkbenchError, match="ข้อ 1 ช่อง สั่ง ณ วันที่"):
        save_answer(store, FORM, YEAR, "1", Answer("yes", {"order_date": "เมื่อวาน"}), by="ก")
    assert load_evidence_page(store, FORM, YEAR).answers["1"] == Answer()


def test_the_second_editor_of_an_answer_is_told(store: Store) -> None:
    save_answer(store, FORM, YEAR, "2", Answer("yes"), by="ก")
    with pytest.raises(EditConflict):
        save_answer(store, FORM, YEAR, "2", Answer("no"), by="ข")


def test_a_refused_file_is_not_kept(store: Store) -> None:
    with pytest.raises(RefusedFile) as refused:
        attach_file(store, FORM, YEAR, "1", b"MZ\x90\x00", "คำสั่ง.pdf", kind="order", by="ก")
    assert refused.value.code == "A01"
    assert not [path for path in store.files.rglob("*") if path.is_file()]


def test_a_file_named_as_something_else_gets_its_true_ending(store: Store) -> None:
    attach_file(store, FORM, YEAR, "1", PDF, r"C:\งาน\คำสั่ง.exe", kind="order", by="ก")
    assert load_evidence_page(store, FORM, YEAR).files[0].file_name == "คำสั่ง.exe.pdf"


def test_evidence_of_no_known_kind_is_refused(store: Store) -> None:
    with pytest.raises(WorkbenchError, match="ชนิดของหลักฐาน"):
        attach_file(store, FORM, YEAR, "1", PDF, "a.pdf", kind="poem", by="ก")


def test_a_file_that_is_not_accepted_lowers_the_level(store: Store) -> None:
    _complete(store, "1")
    (file,) = load_evidence_page(store, FORM, YEAR).files
    save_file(store, FORM, YEAR, replace(file, accepted=False), by="ก")
    assert computed_level(store, FORM, YEAR, "6").level == 0


def test_a_removed_file_lowers_the_level(store: Store) -> None:
    _complete(store, "1")
    (file,) = load_evidence_page(store, FORM, YEAR).files
    remove_file(store, FORM, YEAR, file.evidence_id, by="ก")
    assert computed_level(store, FORM, YEAR, "6").level == 0


def test_removing_a_file_that_is_gone_says_so(store: Store) -> None:
    with pytest.raises(WorkbenchError, match="ถูกนำออกไปแล้ว"):
        remove_file(store, FORM, YEAR, 99, by="ก")


def _frozen(store: Store, round_id: str) -> None:
    submit_round(store, FORM, YEAR, round_id, by="ก")
    freeze_round(store, FORM, YEAR, round_id, by="ก")


def test_an_answer_of_a_frozen_round_cannot_change(store: Store) -> None:
    _complete(store, "1", "2")
    _frozen(store, "6")
    with pytest.raises(WorkbenchError, match="ข้อ 1 อยู่ในรายงานรอบ 6 เดือน ซึ่งปิดรอบแล้ว"):
        save_answer(store, FORM, YEAR, "1", Answer("no", version=1), by="ก")
    assert load_evidence_page(store, FORM, YEAR).answers["1"].answer == "yes"


def test_evidence_of_a_frozen_round_cannot_be_added_changed_or_removed(store: Store) -> None:
    _complete(store, "1", "2")
    _frozen(store, "6")
    before = load_evidence_page(store, FORM, YEAR).files
    with pytest.raises(WorkbenchError):
        remove_file(store, FORM, YEAR, before[0].evidence_id, by="ก")
    with pytest.raises(WorkbenchError):
        save_file(store, FORM, YEAR, replace(before[0], accepted=False), by="ก")
    with pytest.raises(WorkbenchError):
        attach_file(store, FORM, YEAR, "1", PDF + b"more", "b.pdf", kind="order", by="ก")
    assert load_evidence_page(store, FORM, YEAR).files == before


def test_a_frozen_item_cannot_be_changed_by_naming_an_open_one(store: Store) -> None:
    _complete(store, "1", "2")
    _frozen(store, "6")
    file = load_evidence_page(store, FORM, YEAR).files[0]
    with pytest.raises(WorkbenchError):
        save_file(store, FORM, YEAR, replace(file, item_id="3", accepted=False), by="ก")


def test_items_of_later_rounds_stay_open_and_the_frozen_level_stays(store: Store) -> None:
    _complete(store, "1", "2")
    _frozen(store, "6")
    _complete(store, "3", "4")
    assert computed_level(store, FORM, YEAR, "6").level == 2
    assert computed_level(store, FORM, YEAR, "9").level == 4


def test_what_was_incomplete_at_freezing_can_be_completed_for_the_next_round(store: Store) -> None:
    _complete(store, "1")
    _frozen(store, "6")
    _complete(store, "2")
    assert computed_level(store, FORM, YEAR, "6").level == 1
    assert computed_level(store, FORM, YEAR, "9").level == 2


def test_after_the_last_round_nothing_can_change(store: Store) -> None:
    _complete(store, "1")
    for round_id in ("6", "9", "12"):
        _frozen(store, round_id)
    assert set(load_evidence_page(store, FORM, YEAR).locked) == {"1", "2", "3", "4", "5"}


def test_a_submitted_round_can_be_taken_back_a_frozen_one_cannot(store: Store) -> None:
    _complete(store, "1", "2")
    submit_round(store, FORM, YEAR, "6", by="ก")
    reopen_round(store, FORM, YEAR, "6", by="ก")
    save_answer(store, FORM, YEAR, "2", Answer("no", version=1), by="ก")
    _frozen(store, "6")
    with pytest.raises(WorkbenchError, match="รอบ 6 เดือน ปิดรอบแล้ว"):
        reopen_round(store, FORM, YEAR, "6", by="ก")


def test_a_second_click_on_submit_changes_nothing(store: Store) -> None:
    submit_round(store, FORM, YEAR, "6", by="ก")
    with pytest.raises(WorkbenchError, match="รอบ 6 เดือน ส่งแล้ว"):
        submit_round(store, FORM, YEAR, "6", by="ก")
    record = load_evidence_page(store, FORM, YEAR).rounds[0].record
    assert (record.status, record.version) == (RoundStatus.SUBMITTED, 1)


def test_an_open_round_is_not_frozen_unsubmitted(store: Store) -> None:
    with pytest.raises(WorkbenchError, match="รอบ 6 เดือน เปิดอยู่"):
        freeze_round(store, FORM, YEAR, "6", by="ก")


def test_results_come_from_frozen_years_then_from_what_was_typed(store: Store) -> None:
    _complete(store, "1", "2")
    _frozen(store, "12")
    save_baseline(store, FORM, YEAR, {"level:2567": "3", "level:2569": "9"}, seen_version=0, by="ก")
    assert load_evidence_page(store, FORM, YEAR).results["level"] == ("3", "-", "2")
    assert load_evidence_page(store, FORM, YEAR + 1).results["level"] == ("-", "2", "-")


def test_the_archive_holds_what_counts_with_its_index(store: Store) -> None:
    _complete(store, "1", "2")
    files = load_evidence_page(store, FORM, YEAR).files
    save_file(store, FORM, YEAR, replace(files[1], accepted=False), by="ก")
    with zipfile.ZipFile(io.BytesIO(make_evidence_archive(store, FORM, YEAR))) as archive:
        rows = list(csv.DictReader(io.StringIO(archive.read("ดัชนีหลักฐาน.csv").decode("utf-8-sig"))))
        inside = {row["ไฟล์ในชุดนี้"]: row["ข้อ"] for row in rows if row["sha256"]}
        assert [archive.read(name) for name in inside] == [PDF + b"1"]
    assert [row["ชื่อหลักฐาน"] for row in rows] == ["หลักฐาน 1.pdf", *["ไม่มีหลักฐานที่นับ"] * 4]


def test_the_form_shows_what_was_saved(store: Store, tmp_path: Path) -> None:
    _complete(store, "1")
    office = Office("สพป.ตัวอย่าง เขต 1", "สพป.ตัวอย่าง เขต 1", OfficeType.PRIMARY, "1")
    path = tmp_path / "ars46.docx"
    path.write_bytes(make_form_docx(store, FORM, YEAR, office))
    evidence = Document(str(path)).tables[0].rows[2].cells[3].text
    assert "สั่ง ณ วันที่ ๑๖ เดือน ธันวาคม พ.ศ. ๒๕๖๘" in evidence


def test_an_archive_without_evidence_is_refused(store: Store) -> None:
    with pytest.raises(WorkbenchError, match="ยังไม่มีหลักฐานของแบบ"):
        make_evidence_archive(store, FORM, YEAR)


def test_a_frozen_round_is_corrected_by_a_new_edition_that_opens_its_items_again(store: Store) -> None:
    _complete(store, "1", "2")
    _frozen(store, "6")
    with pytest.raises(WorkbenchError, match="เหตุผล"):
        open_correction(store, FORM, YEAR, "6", reason="  ", by="ก")
    assert "1" in load_evidence_page(store, FORM, YEAR).locked
    assert open_correction(store, FORM, YEAR, "6", reason="เลขที่คำสั่งผิด", by="ก") == 2
    page = load_evidence_page(store, FORM, YEAR)
    assert page.locked == {}
    assert (page.rounds[0].record.status, page.rounds[0].record.reason) == (RoundStatus.OPEN, "เลขที่คำสั่งผิด")
    submit_round(store, FORM, YEAR, "6", by="ก")
    freeze_round(store, FORM, YEAR, "6", by="ก")
    assert load_evidence_page(store, FORM, YEAR).rounds[0].record.edition == 2


def test_an_open_round_needs_no_correction(store: Store) -> None:
    with pytest.raises(WorkbenchError, match="เปิดอยู่"):
        open_correction(store, FORM, YEAR, "6", reason="ผิด", by="ก")


def test_the_result_of_a_year_stays_while_its_last_round_is_corrected(store: Store) -> None:
    _complete(store, "1")
    submit_round(store, FORM, YEAR, "12", by="ก")
    freeze_round(store, FORM, YEAR, "12", by="ก")
    open_correction(store, FORM, YEAR, "12", reason="ผิด", by="ก")
    assert load_evidence_page(store, FORM, YEAR).results["level"][-1] == "1"


def test_a_claimed_level_changes_nothing_computed_and_takes_one_hand_at_a_time(store: Store) -> None:
    _complete(store, "1")
    assert save_claim(store, FORM, YEAR, "6", 2, reason="รอคำสั่ง", seen_version=0, by="ก") == 1
    view = load_evidence_page(store, FORM, YEAR).rounds[0]
    assert (view.level.level, view.record.claimed_level, view.record.claimed_reason) == (1, 2, "รอคำสั่ง")
    with pytest.raises(EditConflict):
        save_claim(store, FORM, YEAR, "6", 1, reason="", seen_version=0, by="ข")
    with pytest.raises(WorkbenchError, match="ไม่มีระดับ 9"):
        save_claim(store, FORM, YEAR, "6", 9, reason="", seen_version=1, by="ก")
    submit_round(store, FORM, YEAR, "6", by="ก")
    with pytest.raises(WorkbenchError, match="ส่งแล้ว"):
        save_claim(store, FORM, YEAR, "6", None, reason="", seen_version=2, by="ก")


def test_a_newer_file_takes_the_place_and_the_former_is_kept(store: Store) -> None:
    _complete(store, "1")
    (file,) = load_evidence_page(store, FORM, YEAR).files
    replace_file(store, FORM, YEAR, file, PDF + b" signed", "ลงนาม.pdf", reason="ฉบับลงนาม", by="ข")
    (kept,) = load_evidence_page(store, FORM, YEAR).files
    assert (kept.file_name, kept.title, kept.earlier[0].sha256) == ("ลงนาม.pdf", file.title, file.sha256)
    assert computed_level(store, FORM, YEAR, "6").level == 1
    with pytest.raises(EditConflict):
        replace_file(store, FORM, YEAR, file, PDF + b" other", "อื่น.pdf", reason="", by="ค")


def test_the_very_same_file_is_no_new_version(store: Store) -> None:
    _complete(store, "1")
    (file,) = load_evidence_page(store, FORM, YEAR).files
    replace_file(store, FORM, YEAR, file, PDF + b"1", "อีกชื่อ.pdf", reason="", by="ก")
    assert load_evidence_page(store, FORM, YEAR).files == (file,)


def test_a_stored_file_proves_an_item_of_another_form_with_its_bytes_kept_once(store: Store) -> None:
    _complete(store, "1")
    (known,) = known_files(store, "ktpn_plan", YEAR)
    attach_known(store, "ktpn_plan", YEAR, "considered", known, by="ก")
    (file,) = load_evidence_page(store, "ktpn_plan", YEAR).files
    assert (file.item_id, file.kind, file.title) == ("considered", "other", "หลักฐาน 1.pdf")
    assert len([path for path in store.files.rglob("*") if path.is_file()]) == 1


def test_a_binder_is_listed_but_counts_only_with_a_file(store: Store) -> None:
    binder = EvidenceFile(0, "1", "", "", "แฟ้มคำสั่ง", "order", held_at="ตู้ 3 ชั้น 2")
    attach_reference(store, FORM, YEAR, binder, by="ก")
    page = load_evidence_page(store, FORM, YEAR)
    assert "ต้องมีไฟล์หลักฐานที่นับได้อีก 1 ไฟล์" in " ".join(page.missing["1"].needs)
    (noted,) = page.files
    replace_file(store, FORM, YEAR, noted, PDF, "คำสั่ง.pdf", reason="สแกนแล้ว", by="ก")
    (kept,) = load_evidence_page(store, FORM, YEAR).files
    assert (kept.counts, kept.held_at, kept.earlier) == (True, "ตู้ 3 ชั้น 2", ())


@pytest.mark.parametrize("link", ["javascript:alert(1)", "ftp://a", "https://a b", "www.example.org"])
def test_only_a_web_address_is_a_link(store: Store, link: str) -> None:
    noted = EvidenceFile(0, "1", "", "", "ลิงก์", "order", link=link)
    with pytest.raises(WorkbenchError, match="http"):
        attach_reference(store, FORM, YEAR, noted, by="ก")


def test_a_reference_needs_a_name_and_a_place(store: Store) -> None:
    for file in (
        EvidenceFile(0, "1", "", "", "ชื่อ", "order"),
        EvidenceFile(0, "1", "", "", "", "order", link="https://a"),
    ):
        with pytest.raises(WorkbenchError, match="ยังไม่ได้ระบุ"):
            attach_reference(store, FORM, YEAR, file, by="ก")


def test_a_level_that_falls_says_from_where_to_where_and_why(store: Store) -> None:
    _complete(store, "1", "2", "3")
    form = load_evidence_page(store, FORM, YEAR).form
    before = computed_level(store, FORM, YEAR, "9")
    (file,) = load_evidence_page(store, FORM, YEAR).files_of("2")
    assert fall_in_words(form, before, before) == ""
    remove_file(store, FORM, YEAR, file.evidence_id, by="ก")
    assert (
        fall_in_words(form, before, computed_level(store, FORM, YEAR, "9"))
        == "ตัวชี้วัดที่ 46 ลดจากระดับ 3 เป็นระดับ 1 เพราะ ข้อ 2 ต้องมีไฟล์หลักฐานที่นับได้อีก 1 ไฟล์"
    )


def test_the_room_for_evidence_counts_earlier_versions_too(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    attach_file(store, FORM, YEAR, "1", PDF + b"0" * 100, "เดิม.pdf", kind="order", by="ก")
    (file,) = load_evidence_page(store, FORM, YEAR).files
    replace_file(store, FORM, YEAR, file, PDF + b"1" * 100, "ใหม่.pdf", reason="", by="ก")
    monkeypatch.setattr("lib.services.evidence_files.EVIDENCE_BYTES_MAX", 2 * (len(PDF) + 100) + 10)
    with pytest.raises(RefusedFile, match="พื้นที่แนบไฟล์"):
        attach_file(store, FORM, YEAR, "2", PDF + b"2" * 100, "อีก.pdf", kind="order", by="ก")
