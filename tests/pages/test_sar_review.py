"""The review desk: the uncertain first, each answer saved at once, what is confirmed locked."""

import io
from collections.abc import Iterator

import docx
import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from lib.domain.assessments import LevelOfEducation, ReportStatus, SavedSelfAssessment
from lib.domain.report_checks import ItemAnswer
from lib.domain.schools import School
from lib.services import self_assessments as sar
from lib.settings import DATABASE_VARIABLE
from lib.storage.engine import Store, open_store, writing
from lib.storage.schools import save_schools
from lib.ui.state import Key
from tests.pages.opening import open_page

BASIC = LevelOfEducation.BASIC
SCHOOLS = (
    School("99000001", "บ้านทดสอบหนึ่ง", smis_code="99000001", offers_early_childhood=False),
    School("99000002", "บ้านทดสอบสอง", smis_code="99000002", offers_early_childhood=False),
)


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch, database_url: str) -> Iterator[Store]:
    monkeypatch.setenv(DATABASE_VARIABLE, database_url)
    opened = open_store(database_url)
    with writing(opened) as session:
        save_schools(session, SCHOOLS)
    yield opened
    opened.dispose()


def a_book(school: School, third: str) -> bytes:
    document = docx.Document()
    for text in (
        "รายงานการประเมินตนเองของสถานศึกษา (SAR)",
        "ปีการศึกษา 2568",
        f"โรงเรียน{school.name} รหัสสถานศึกษา {school.smis_code}",
        "ระดับการศึกษาขั้นพื้นฐาน",
        "มาตรฐานที่ 1 คุณภาพของผู้เรียน",
        "1. ระดับคุณภาพ ดี",
        "จุดเด่น",
        "1. ผู้เรียนอ่านออกเขียนได้ตามระดับชั้นทุกคน",
        "มาตรฐานที่ 2 กระบวนการบริหารและการจัดการ",
        "1. ระดับคุณภาพ ดีเลิศ",
        "มาตรฐานที่ 3 กระบวนการจัดการเรียนการสอนที่เน้นผู้เรียนเป็นสำคัญ",
        f"1. ระดับคุณภาพ {third}",
    ):
        document.add_paragraph(text)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def save(store: Store, school: School, third: str) -> SavedSelfAssessment:
    (read,) = sar.read_reports(store, [(f"SAR {school.name}.docx", a_book(school, third))])
    return sar.save_report(store, read, by="ผู้อ่าน")


def open_review() -> AppTest:
    app = open_page("pages/self_assessments.py", **{Key.SAR_VIEW: "review"})
    assert not app.exception
    return app


def shown(app: AppTest) -> str:
    return " ".join(
        each.value for each in (*app.markdown, *app.caption, *app.success, *app.error, *app.warning)
    )


def level_now(store: Store, report: SavedSelfAssessment, standard: str) -> tuple[int | None, str]:
    own = sar.load_report(store, report.report_id)[0].assessment.ratings
    return next((r.level, r.checked_by) for r in own if r.standard == standard and not r.item)


def status(store: Store, report: SavedSelfAssessment) -> ReportStatus:
    return sar.load_report(store, report.report_id)[0].status


def confirm_button(app: AppTest) -> Button:
    return app.button(key=f"{Key.SAR_CONFIRM}-{app.session_state[Key.REPORT_ID]}")


def press(app: AppTest, label: str) -> None:
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception


def test_the_report_with_an_error_comes_first_and_cannot_be_confirmed(store: Store) -> None:
    save(store, SCHOOLS[0], "ดี")
    hard = save(store, SCHOOLS[1], "7")
    app = open_review()
    assert app.session_state[Key.REPORT_ID] == hard.report_id
    assert "ระดับขั้นพื้นฐาน มาตรฐานที่ 3" in shown(app)
    assert confirm_button(app).disabled
    assert any("<mark" in each.proto.body and "ระดับคุณภาพ 7" in each.proto.body for each in app.get("html"))


def test_one_press_corrects_the_level_and_goes_on_to_the_next(store: Store) -> None:
    hard = save(store, SCHOOLS[1], "7")
    app = open_review()
    press(app, "ดีเลิศ")
    assert level_now(store, hard, "3")[0] == 4
    assert level_now(store, hard, "3")[1] != ""
    assert not confirm_button(app).disabled


def test_confirming_locks_the_report_and_opens_the_next_draft(store: Store) -> None:
    first, second = save(store, SCHOOLS[0], "ดี"), save(store, SCHOOLS[1], "ดี")
    app = open_review()
    confirm_button(app).click().run()
    assert not app.exception
    assert (status(store, first), status(store, second)) == (ReportStatus.CONFIRMED, ReportStatus.DRAFT)
    assert app.session_state[Key.REPORT_ID] == second.report_id
    assert "ยืนยันรายงานของบ้านทดสอบหนึ่งแล้ว" in shown(app)


def test_a_confirmed_report_shows_who_and_when_and_opens_again_with_a_reason(store: Store) -> None:
    report = save(store, SCHOOLS[0], "ดี")
    sar.confirm_report(store, report.report_id, seen_version=report.version, by="ผู้ยืนยัน")
    app = open_review()
    assert any(each.value.startswith("ยืนยันแล้วโดย ผู้ยืนยัน เมื่อ") for each in app.success)
    assert not [button for button in app.button if str(button.key).startswith("sar-answer-")]
    press(app, "เปิดแก้ไขอีกครั้ง")
    app.text_input[0].set_value("อ่านหน้าผิด")
    next(b for b in app.button if b.label == "เปิดแก้ไขอีกครั้ง" and "form" in str(b.key).lower()).click().run()
    assert not app.exception
    assert status(store, report) is ReportStatus.DRAFT
    assert "เพราะอ่านหน้าผิด" in shown(app)


def test_a_wrong_file_is_taken_out_with_its_reason(store: Store) -> None:
    save(store, SCHOOLS[0], "ดี")
    kept = save(store, SCHOOLS[1], "ดี")
    app = open_review()
    press(app, "นำรายงานออก")
    app.text_input[0].set_value("ไฟล์ของโรงเรียนอื่น")
    next(b for b in app.button if b.label == "นำรายงานออก").click().run()
    assert not app.exception
    assert sar.load_reports(store) == (kept,)
    assert "เพราะไฟล์ของโรงเรียนอื่น" in shown(app)


def test_a_statement_that_was_missed_is_added_with_its_words(store: Store) -> None:
    report = save(store, SCHOOLS[0], "ดี")
    app = open_review()
    press(app, "เพิ่มข้อความที่ขาด")
    app.text_area[0].set_value("ผู้เรียนว่ายน้ำเป็น")
    press(app, "บันทึก")
    assert sar.load_report(store, report.report_id)[0].assessment.statements[-1].text == "ผู้เรียนว่ายน้ำเป็น"
    assert "เพิ่มจุดเด่น “ผู้เรียนว่ายน้ำเป็น”" in shown(app)


def test_the_slower_of_two_people_sees_both_answers_and_chooses(store: Store) -> None:
    hard = save(store, SCHOOLS[0], "7")
    app = open_review()
    seen = next(r for r in hard.assessment.ratings if r.standard == "3")
    theirs = ItemAnswer(seen, type(seen)(BASIC, "3", "", 1, seen.scale, place=seen.place, quote=seen.quote))
    sar.answer_item(store, hard.report_id, theirs, by="คนเร็ว")
    press(app, "ดีเลิศ")
    assert level_now(store, hard, "3") == (1, "คนเร็ว")
    assert "คำตอบของท่านคือ “ดีเลิศ”" in shown(app)
    press(app, "ใช้ของท่าน")
    assert level_now(store, hard, "3")[0] == 4
