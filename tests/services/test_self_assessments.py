from collections.abc import Iterator
from dataclasses import replace

import pytest

from lib.domain.assessments import ReportStatus, SavedSelfAssessment
from lib.domain.report_checks import ItemAnswer
from lib.domain.schools import School
from lib.errors import EditConflict, WorkbenchError
from lib.services import self_assessments as service
from lib.services.sar_synthesis import load_synthesis
from lib.storage.engine import Store, open_store, writing
from lib.storage.schools import save_schools
from tests.ingest import report_builders as made
from tests.services.report_edits import correct

FIRST = School("99000001", "บ้านทดสอบหนึ่ง", smis_code="99000001", moe_code="1099000001", cluster="กลุ่ม ก")
SECOND = School(
    "99000002", "บ้านทดสอบสอง", smis_code="99000002", cluster="กลุ่ม ข", offers_early_childhood=False
)


@pytest.fixture
def store(any_database_url: str) -> Iterator[Store]:
    opened = open_store(any_database_url)
    with writing(opened) as session:
        save_schools(session, (FIRST, SECOND))
    yield opened
    opened.dispose()


def _reading(store: Store, report: made.Report | None = None) -> service.ReportReading:
    report = report or made.both_levels_in_one_book()
    return service.read_reports(store, [(report.name, report.content)])[0]


def _saved(store: Store) -> SavedSelfAssessment:
    return service.save_report(store, _reading(store), by="ผู้ทดสอบ")


def test_reading_stores_nothing(store: Store) -> None:
    assert _reading(store).assessment.school_id == FIRST.school_id
    assert service.load_reports(store) == ()


def test_a_saved_report_comes_back_as_it_was_read(store: Store) -> None:
    read = _reading(store)
    saved = service.save_report(store, read, by="ผู้ทดสอบ")
    again, document = service.load_report(store, saved.report_id)
    assert again.assessment == read.assessment
    assert (document.blocks, again.status) == (read.document.blocks, ReportStatus.DRAFT)


def test_a_workbook_comes_back_with_its_cells(store: Store) -> None:
    saved = service.save_report(store, _reading(store, made.sheet_per_level()), by="ผู้ทดสอบ")
    again, _ = service.load_report(store, saved.report_id)
    assert {r.place.sheet for r in again.assessment.ratings} == {"ปฐมวัย", "ขั้นพื้นฐาน"}


def test_saving_the_same_file_twice_keeps_one_report(store: Store) -> None:
    read = _reading(store)
    first, second = (service.save_report(store, read, by="ผู้ทดสอบ") for _ in range(2))
    assert first == second
    assert len(service.load_reports(store, 2566)) == 1


def test_a_second_report_of_the_year_replaces_the_first_only_when_agreed(store: Store) -> None:
    first = _saved(store)
    other = _reading(store, made.levels_in_prose())
    with pytest.raises(WorkbenchError, match="มีรายงานปีการศึกษา 2566 อยู่แล้ว"):
        service.save_report(store, other, by="ผู้ทดสอบ")
    assert service.load_reports(store)[0].sha256 == first.sha256
    replaced = service.save_report(store, other, by="ผู้ทดสอบ", replaces=first.version)
    assert (replaced.sha256, replaced.version, replaced.report_id) == (other.sha256, 2, first.report_id)


def test_replacing_a_report_that_changed_meanwhile_is_refused(store: Store) -> None:
    first = _saved(store)
    correct(store, first, first.assessment, FIRST, by="คนอื่น")
    with pytest.raises(EditConflict):
        service.save_report(
            store, _reading(store, made.levels_in_prose()), by="ผู้ทดสอบ", replaces=first.version
        )


def test_a_confirmed_report_is_replaced_only_after_it_was_opened_again(store: Store) -> None:
    first = _saved(store)
    version = service.confirm_report(store, first.report_id, seen_version=first.version, by="ก")
    other = _reading(store, made.levels_in_prose())
    with pytest.raises(WorkbenchError, match="ยืนยันแล้วโดย ก"):
        service.save_report(store, other, by="ผู้ทดสอบ", replaces=version)
    version = service.reopen_report(store, first.report_id, reason="ส่งฉบับแก้", seen_version=version, by="ก")
    assert service.save_report(store, other, by="ผู้ทดสอบ", replaces=version).sha256 == other.sha256


def test_a_correction_to_an_impossible_level_is_refused_and_nothing_changes(store: Store) -> None:
    first = _saved(store)
    seen = first.assessment.ratings[0]
    with pytest.raises(WorkbenchError, match="1 ถึง 5"):
        service.answer_item(store, first.report_id, ItemAnswer(seen, replace(seen, level=7)), by="ก")
    assert service.load_report(store, first.report_id)[0] == first


def test_a_confirmed_report_refuses_a_correction_and_says_who_and_when(store: Store) -> None:
    first = _saved(store)
    service.confirm_report(store, first.report_id, seen_version=first.version, by="ก")
    confirmed = service.load_report(store, first.report_id)[0]
    assert confirmed.status is ReportStatus.CONFIRMED
    seen = confirmed.assessment.ratings[0]
    with pytest.raises(WorkbenchError, match=r"ยืนยันแล้วโดย ก เมื่อ .* 25\d\d เวลา"):
        service.answer_item(store, first.report_id, ItemAnswer(seen, replace(seen, level=1)), by="ก")
    assert service.load_report(store, first.report_id)[0] == confirmed


def test_who_has_not_submitted_is_known_by_year(store: Store) -> None:
    _saved(store)
    assert [s.school_id for s in service.not_submitted(store, 2566)] == [SECOND.school_id]
    assert len(service.not_submitted(store, 2567)) == 2


def test_the_synthesis_counts_the_saved_reports(store: Store) -> None:
    _saved(store)
    found = load_synthesis(store, 2566)
    ns = [(level.n_schools, level.n_offering, level.n_submitted) for level in found.levels]
    assert (found.n_reports, found.n_confirmed, ns) == (1, 0, [(2, 1, 1), (2, 2, 1)])


def test_a_report_without_a_known_school_is_saved_after_the_person_chose(store: Store) -> None:
    report = made.levels_in_a_table()
    with writing(store) as session:
        save_schools(session, (replace(FIRST, name="ชื่ออื่น", smis_code="99000009", moe_code=""),))
    read = _reading(store, report)
    assert read.assessment.school_id is None
    with pytest.raises(WorkbenchError, match="ยังไม่ทราบโรงเรียน"):
        service.save_report(store, read, by="ก")
    chosen = service.choose_school_and_year(store, read, SECOND.school_id, 2565)
    saved = service.save_report(store, chosen, by="ก")
    assert (saved.school_id, saved.academic_year_be) == (SECOND.school_id, 2565)


def test_a_file_that_is_no_report_file_says_so_and_the_others_are_read(store: Store) -> None:
    good = made.levels_in_prose()
    bad, fine = service.read_reports(store, [("ภาพ.docx", b"%PDF-1.4 x"), (good.name, good.content)])
    assert (bad.readable, len(bad.assessment.issues), fine.readable) == (False, 1, True)
    with pytest.raises(WorkbenchError, match="อ่านไม่ได้"):
        service.save_report(store, bad, by="ก")


def test_the_command_lines_json_has_exactly_its_keys(store: Store) -> None:
    document = service.reading_as_json(_reading(store))
    assert list(document) == [
        "file",
        "school_id",
        "academic_year_be",
        "levels_of_education",
        "ratings",
        "statements",
        "text_quality",
        "pages",
        "issues",
    ]
    assert document["ratings"][0] == {  # type: ignore[index]
        "level_of_education": "early_childhood",
        "standard": "1",
        "item": "",
        "level": 4,
        "scale": "sar5",
        "page": 1,
    }
