import pickle
from collections.abc import Iterator
from dataclasses import replace

import pytest

from lib.domain.document_text import PageVerdict
from lib.domain.schools import School
from lib.ingest.report_archive import ReportFile
from lib.services import report_reading
from lib.services import self_assessments as service
from lib.services.batch_answers import Answer, save_answered
from lib.services.report_batch import BatchLine, Need, Outcome, save_clear_reports
from lib.storage.engine import Store, open_store, writing
from lib.storage.schools import save_schools
from tests.ingest.pdf_files import lines_of, make_pdf

SCHOOLS = tuple(
    School(f"9900000{n}", f"บ้านสมมติที่{word}", smis_code=f"9900000{n}")
    for n, word in enumerate(("หนึ่ง", "สอง", "สาม"), start=1)
)


@pytest.fixture
def store(any_database_url: str) -> Iterator[Store]:
    opened = open_store(any_database_url)
    with writing(opened) as session:
        save_schools(session, SCHOOLS)
    yield opened
    opened.dispose()


def lines(school: School, level: str = "ดีเลิศ") -> list[str]:
    return [
        "รายงานการประเมินตนเองของสถานศึกษา (SAR)",
        f"โรงเรียน{school.name} รหัส {school.school_id}",
        "ปีการศึกษา 2567 ระดับการศึกษาขั้นพื้นฐาน",
        "มาตรฐานที่ 1 คุณภาพของผู้เรียน",
        f"ระดับคุณภาพ {level}",
        "จุดเด่น",
        "1) ผู้เรียนดำเนินงานตามแผน อ่านออกเขียนได้ และคิดคำนวณได้ตามเกณฑ์ที่กำหนด",
        "จุดที่ควรพัฒนา",
        "1) ควรพัฒนาทักษะการใช้ภาษาอังกฤษเพื่อการสื่อสารของผู้เรียน",
    ]


def pdf_of(name: str, text: list[str]) -> ReportFile:
    content = make_pdf(lines_of(*text))
    return ReportFile(name, lambda: content)


def hand_in(store: Store, *files: ReportFile) -> list[BatchLine]:
    return list(save_clear_reports(store, files, by="สมหญิง"))


def test_clear_reports_are_saved_as_drafts_at_once(store: Store) -> None:
    told = hand_in(store, *(pdf_of(f"{each.name}.pdf", lines(each)) for each in SCHOOLS))
    assert [line.outcome for line in told] == [Outcome.SAVED] * 3
    saved = service.load_reports(store, 2567)
    assert [(each.school_id, each.status) for each in saved] == [(s.school_id, "draft") for s in SCHOOLS]


def test_what_was_repaired_stays_with_the_saved_report(store: Store) -> None:
    hand_in(store, pdf_of("ก.pdf", [line.replace("ำ", " า") for line in lines(SCHOOLS[0])]))
    saved, document = service.load_report(store, service.load_reports(store)[0].report_id)
    assert document.pages[0].verdict is PageVerdict.REPAIRED
    assert dict(document.pages[0].repairs)["spaced_am"] == 3
    assert "ดำเนินงาน" in saved.assessment.statements[0].text


def test_a_report_of_an_unknown_school_waits_with_what_to_do(store: Store) -> None:
    unknown = School("98000009", "ไกลแสนไกล", smis_code="98000009")
    (line,) = hand_in(store, pdf_of("ก.pdf", lines(unknown)))
    assert (line.outcome, "ยังไม่ทราบโรงเรียน" in line.reason) == (Outcome.OPEN, True)
    assert service.load_reports(store) == ()


def test_nothing_saved_before_is_replaced(store: Store) -> None:
    hand_in(store, pdf_of("ก.pdf", lines(SCHOOLS[0])))
    (line,) = hand_in(store, pdf_of("ก2.pdf", lines(SCHOOLS[0], "ยอดเยี่ยม")))
    assert (line.outcome, "ใช้ไฟล์นี้แทน" in line.reason) == (Outcome.OPEN, True)
    assert [each.version for each in service.load_reports(store)] == [1]


def test_the_same_report_again_is_known_under_any_name(store: Store) -> None:
    hand_in(store, pdf_of("ก.pdf", lines(SCHOOLS[0])))
    content = make_pdf(lines_of(*lines(SCHOOLS[0])))
    told = hand_in(
        store, ReportFile("ข.pdf", lambda: content), ReportFile("ค.pdf", lambda: content + b"\n%copy\n")
    )
    assert [line.outcome for line in told] == [Outcome.KNOWN, Outcome.KNOWN]


def test_a_scanned_report_is_told_and_not_saved(store: Store) -> None:
    scan = make_pdf([], picture_on=[1])
    (line,) = hand_in(store, ReportFile("สแกน.pdf", lambda: scan))
    assert (line.outcome, "ภาพสแกน" in line.reason) == (Outcome.UNREADABLE, True)


def test_a_file_that_is_saved_already_is_not_read_again(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = pdf_of("ก.pdf", lines(SCHOOLS[0]))
    hand_in(store, file)

    def read_nothing(*_: object) -> None:
        raise AssertionError("it was read again")

    monkeypatch.setattr(report_reading, "read_report_file", read_nothing)
    (line,) = hand_in(store, file)
    assert (line.outcome, line.school_id, line.year_be) == (Outcome.KNOWN, SCHOOLS[0].school_id, 2567)
    assert "จึงข้ามไป" in line.reason


def test_a_batch_broken_off_keeps_what_was_saved_and_goes_on_with_the_rest(store: Store) -> None:
    files = [pdf_of(f"{each.name}.pdf", lines(each)) for each in SCHOOLS]
    begun = save_clear_reports(store, files, by="สมหญิง")
    assert next(begun).outcome is Outcome.SAVED
    begun.close()
    assert len(service.load_reports(store)) == 1
    told = hand_in(store, *files)
    assert [line.outcome for line in told] == [Outcome.KNOWN, Outcome.SAVED, Outcome.SAVED]


def unknown_school() -> list[str]:
    return lines(School("98000009", "ไกลแสนไกล", smis_code="98000009"))


def test_a_file_that_waits_is_kept_and_saved_under_the_school_that_was_chosen(store: Store) -> None:
    (line,) = hand_in(store, pdf_of("ก.pdf", unknown_school()))
    assert (line.need, line.year_be, "ไกลแสนไกล" in line.school_text) == (Need.SCHOOL_AND_YEAR, 2567, True)
    (now,) = save_answered(store, [Answer(line, SCHOOLS[1].school_id, 2566)], by="สมหญิง")
    assert (now.outcome, now.file_name) == (Outcome.SAVED, "ก.pdf")
    assert [(each.school_id, each.academic_year_be) for each in service.load_reports(store)] == [
        (SCHOOLS[1].school_id, 2566)
    ]


def test_a_report_is_replaced_only_on_a_persons_word(store: Store) -> None:
    hand_in(store, pdf_of("ก.pdf", lines(SCHOOLS[0])))
    (line,) = hand_in(store, pdf_of("ก2.pdf", lines(SCHOOLS[0], "ยอดเยี่ยม")))
    assert (line.need, line.saved_version, line.saved_name) == (Need.REPLACE, 1, "ก.pdf")
    answer = Answer(line, SCHOOLS[0].school_id, 2567, replace=False)
    assert next(save_answered(store, [answer], by="สมหญิง")).need is Need.REPLACE
    assert [each.file_name for each in service.load_reports(store)] == ["ก.pdf"]
    (now,) = save_answered(store, [replace(answer, replace=True)], by="สมหญิง")
    assert now.outcome is Outcome.SAVED
    assert [(each.file_name, each.version) for each in service.load_reports(store)] == [("ก2.pdf", 2)]


def test_a_chosen_school_that_has_a_report_asks_once_more(store: Store) -> None:
    hand_in(store, pdf_of("ก.pdf", lines(SCHOOLS[0])))
    (line,) = hand_in(store, pdf_of("ข.pdf", unknown_school()))
    (now,) = save_answered(store, [Answer(line, SCHOOLS[0].school_id, 2567)], by="สมหญิง")
    assert (now.outcome, now.need, now.saved_name) == (Outcome.OPEN, Need.REPLACE, "ก.pdf")
    (then,) = save_answered(store, [Answer(now, SCHOOLS[0].school_id, 2567, replace=True)], by="สมหญิง")
    assert then.outcome is Outcome.SAVED


def test_two_reports_of_one_school_in_a_batch_do_not_replace_each_other(store: Store) -> None:
    told = hand_in(store, pdf_of("ก.pdf", lines(SCHOOLS[0])), pdf_of("ข.pdf", lines(SCHOOLS[0], "ยอดเยี่ยม")))
    assert [(line.outcome, line.need) for line in told] == [
        (Outcome.SAVED, Need.NOTHING),
        (Outcome.OPEN, Need.REPLACE),
    ]


def test_a_confirmed_report_is_not_offered_to_be_replaced(store: Store) -> None:
    hand_in(store, pdf_of("ก.pdf", lines(SCHOOLS[0])))
    saved = service.load_reports(store)[0]
    service.confirm_report(store, saved.report_id, seen_version=saved.version, by="สมหญิง")
    (line,) = hand_in(store, pdf_of("ก2.pdf", lines(SCHOOLS[0], "ยอดเยี่ยม")))
    assert (line.outcome, line.need, "ยืนยันแล้ว" in line.reason) == (Outcome.HELD, Need.NOTHING, True)


def test_a_line_of_a_batch_holds_no_content(store: Store) -> None:
    (line,) = hand_in(store, pdf_of("ก.pdf", unknown_school()))
    assert len(pickle.dumps(line)) < 2_000
