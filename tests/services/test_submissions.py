"""The due day of an academic year, who is missing, and the list for a reminder."""

import io
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from openpyxl import load_workbook

from lib.domain.assessments import LevelOfEducation, SelfAssessment
from lib.domain.document_text import DocumentText
from lib.domain.schools import School
from lib.errors import EditConflict, WorkbenchError
from lib.services import submissions as service
from lib.storage import audit
from lib.storage.engine import Store, open_store, reading, writing
from lib.storage.files import register_file
from lib.storage.schools import save_schools
from lib.storage.self_assessments import put_report
from lib.storage.submissions import load_first_saves

YEAR = 2566
DUE = date(2024, 4, 30)


@pytest.fixture
def store(any_database_url: str) -> Iterator[Store]:
    opened = open_store(any_database_url)
    with writing(opened) as session:
        save_schools(
            session,
            [School("99010001", "บ้านหนึ่ง", cluster="กลุ่ม ข"), School("99010002", "บ้านสอง", cluster="กลุ่ม ก")],
        )
    yield opened
    opened.dispose()


def save(store: Store, school_id: str = "99010001") -> None:
    assessment = SelfAssessment(school_id, "", YEAR, (LevelOfEducation.BASIC,), (), (), 1.0, ())
    with writing(store) as session:
        register_file(session, "a" * 64, "SAR.docx", 1)
        put_report(
            session,
            assessment,
            DocumentText((), 0),
            school_id=school_id,
            year_be=YEAR,
            sha256="a" * 64,
            file_name="SAR.docx",
            seen_version=0,
            by="ก",
        )


def test_no_due_day_is_invented(store: Store) -> None:
    assert service.load_due(store, YEAR) == (None, 0)


def test_each_year_has_its_own_due_day_and_it_can_be_taken_away(store: Store) -> None:
    first = service.save_due(store, YEAR, DUE, seen_version=0, by="ก")
    second = service.save_due(store, 2567, date(2025, 5, 31), seen_version=first, by="ก")
    assert service.load_due(store, YEAR) == (DUE, second)
    service.save_due(store, YEAR, None, seen_version=second, by="ก")
    assert service.load_due(store, YEAR)[0] is None
    assert service.load_due(store, 2567)[0] == date(2025, 5, 31)


def test_a_day_of_another_year_is_refused(store: Store) -> None:
    with pytest.raises(WorkbenchError, match="ไม่อยู่ในช่วง"):
        service.save_due(store, YEAR, date(2022, 4, 30), seen_version=0, by="ก")


def test_the_second_editor_is_told(store: Store) -> None:
    service.save_due(store, YEAR, DUE, seen_version=0, by="ก")
    with pytest.raises(EditConflict):
        service.save_due(store, YEAR, None, seen_version=0, by="ข")


def test_the_board_knows_the_day_a_report_was_first_saved(store: Store) -> None:
    save(store)
    service.save_due(store, YEAR, DUE, seen_version=0, by="ก")
    board = service.load_submissions(store, YEAR, date(2024, 5, 2))
    assert [(each.name, each.days_after) for each in board.missing] == [("บ้านสอง", 2)]
    (late,) = board.late  # saved by this test, long after April 2567
    assert late.saved_on is not None
    assert late.days_after == (late.saved_on - DUE).days


def test_a_report_taken_out_and_sent_again_begins_anew(store: Store) -> None:
    with writing(store) as session:
        for action, day in (("sar save", 1), ("sar remove", 2), ("sar save", 3), ("sar save", 4)):
            audit.record(session, by="ก", action=action, subject=f"99010001/{YEAR}", detail={"day": day})
    with reading(store) as session:
        saves = load_first_saves(session, YEAR)
        other = load_first_saves(session, 2567)
    assert set(saves) == {"99010001"}
    assert saves["99010001"] <= datetime.now(UTC)
    assert other == {}


def test_the_reminder_list_is_by_cluster_with_days(store: Store) -> None:
    service.save_due(store, YEAR, DUE, seen_version=0, by="ก")
    content = service.make_missing_list(service.load_submissions(store, YEAR, date(2024, 5, 10)))
    page = load_workbook(io.BytesIO(content)).worksheets[0]
    rows = [row for row in page.iter_rows(values_only=True) if isinstance(row[0], int | float)]
    assert rows == [
        (1, "กลุ่ม ก", "บ้านสอง", "99010002", None, 10),
        (2, "กลุ่ม ข", "บ้านหนึ่ง", "99010001", None, 10),
    ]
    assert "ยังไม่ส่ง 2 จาก 2 แห่ง" in str(page["A2"].value)
