from collections.abc import Iterator

import pytest

from lib.domain.document_text import PageVerdict
from lib.domain.schools import School
from lib.ingest.report_archive import ReportFile
from lib.services import self_assessments as service
from lib.services.report_batch import BatchLine, Outcome, save_clear_reports
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
    assert (line.outcome, "เลือกโรงเรียน" in line.reason) == (Outcome.OPEN, True)
    assert service.load_reports(store) == ()


def test_nothing_saved_before_is_replaced(store: Store) -> None:
    hand_in(store, pdf_of("ก.pdf", lines(SCHOOLS[0])))
    (line,) = hand_in(store, pdf_of("ก2.pdf", lines(SCHOOLS[0], "ยอดเยี่ยม")))
    assert (line.outcome, "แทนที่" in line.reason) == (Outcome.OPEN, True)
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
