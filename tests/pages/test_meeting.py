"""The meeting page through the whole app: each kind of question, pins, a dropped file, an empty office."""

import io
import json
from pathlib import Path

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from lib.domain.meeting import read_term
from lib.settings import DATABASE_VARIABLE
from lib.storage.engine import Store, reading
from lib.storage.observations import state_hash
from lib.storage.pins import load_pins
from lib.ui.state import Key
from tests.builders import make_workbook
from tests.pages.opening import open_page

ROOT = Path(__file__).resolve().parents[2]
MATH, READ = "indicator:academic.onet_p6_math", "indicator:academic.literacy_fail_pct"
SCHOOL, OTHER = "school:99010027", "school:99010018"
SMALL = "size:0-120"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def asked(*terms: str) -> AppTest:
    app = open_page("pages/meeting.py", **{Key.MEETING_TERMS: terms})
    assert not app.exception
    assert not app.error, [each.value for each in app.error]
    return app


def said(app: AppTest) -> str:
    return " ".join(each.value for each in (*app.markdown, *app.warning, *app.info, *app.error, *app.success))


def drawn(app: AppTest) -> str:
    charts = app.get("vega_lite_chart")
    return " ".join(json.loads(charts[0].proto.spec)["title"]["text"]) if charts else ""


@pytest.fixture
def sample(monkeypatch: pytest.MonkeyPatch, sample_store: Store) -> Store:
    monkeypatch.setenv(DATABASE_VARIABLE, sample_store.url)
    return sample_store


@pytest.mark.usefixtures("store")
def test_an_empty_office_is_told_what_is_missing_and_where_to_get_it() -> None:
    app = open_page("pages/meeting.py")
    assert not app.exception
    assert "ยังไม่มีข้อมูลของสำนักงาน" in app.info[0].value


@pytest.mark.usefixtures("sample")
def test_before_a_question_the_page_offers_some() -> None:
    app = asked()
    assert any(str(each.key).startswith("meeting-next-indicator:") for each in app.button)
    assert app.button(key=Key.MEETING_PIN).disabled


@pytest.mark.usefixtures("sample")
def test_a_pick_of_the_line_is_answered_and_the_line_is_free_again() -> None:
    app = asked()
    app.selectbox(key=Key.MEETING_SEARCH).set_value(READ).run()
    assert app.session_state[Key.MEETING_TERMS] == (READ,)
    assert app.selectbox(key=Key.MEETING_SEARCH).value is None
    assert "ภาพรวมเขต" in said(app)
    assert drawn(app)


@pytest.mark.usefixtures("sample")
def test_another_indicator_takes_the_place_of_the_first_and_a_school_joins_it() -> None:
    app = asked(READ)
    app.selectbox(key=Key.MEETING_SEARCH).set_value(MATH).run()
    app.selectbox(key=Key.MEETING_SEARCH).set_value(SCHOOL).run()
    assert app.session_state[Key.MEETING_TERMS] == (MATH, SCHOOL)
    assert not app.exception


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize(
    ("terms", "word"),
    [
        ((MATH,), "จากผู้เข้าสอบ"),
        ((MATH, "look:schools"), "โรงเรียนต่างจากเขต"),
        ((READ, "look:sizes"), "โรงเรียนขนาดเล็ก"),
        ((READ, "look:trend"), "ปี 2567"),
        ((READ, SCHOOL), "เทียบกับเขต"),
        ((READ, SCHOOL, "look:trend"), "โรงเรียน"),
        ((READ, SMALL), "ช่วงความต่าง 95 %"),
        ((READ, SCHOOL, OTHER), "ช่วงความต่าง 95 %"),
        ((READ, SCHOOL, OTHER, SMALL), "เทียบทีละสองกลุ่ม"),
        ((SCHOOL,), "ตัวชี้วัดหลัก"),
        ((SCHOOL, "domain:academic"), "ด้านวิชาการ"),
        ((READ, "year:academic_year-2567"), "ปีการศึกษา 2567"),
    ],
)
def test_every_kind_of_question_has_a_sentence_and_a_picture(terms: tuple[str, ...], word: str) -> None:
    app = asked(*terms)
    assert word in said(app)
    assert drawn(app)
    assert app.button(key=Key.MEETING_PIN).disabled is False


@pytest.mark.usefixtures("sample")
def test_a_group_alone_asks_for_an_indicator() -> None:
    app = asked(SMALL)
    assert "เลือกตัวชี้วัด" in said(app)
    step = next(each for each in app.button if str(each.key).startswith("meeting-next-indicator:"))
    step.click().run()
    assert not app.exception
    assert len(app.session_state[Key.MEETING_TERMS]) == 2
    assert "ช่วงความต่าง" in said(app) or "โรงเรียนอื่นในเขต" in said(app)


@pytest.mark.usefixtures("sample")
def test_a_chip_takes_its_part_out_of_the_question() -> None:
    app = asked(READ, SMALL)
    app.button(key=f"meeting-chip-{SMALL}").click().run()
    assert app.session_state[Key.MEETING_TERMS] == (READ,)


@pytest.mark.usefixtures("sample")
def test_what_no_longer_exists_is_left_out_of_the_question() -> None:
    app = asked("school:00000000", "cluster:ไม่มีแล้ว", READ)
    assert "ภาพรวมเขต" in said(app)


@pytest.mark.usefixtures("sample")
def test_the_full_screen_is_left_and_entered_again() -> None:
    app = asked(READ)
    assert app.button(key=Key.MEETING_LEAVE).label == "ออก"
    app.button(key=Key.MEETING_LEAVE).click().run()
    assert app.button(key=Key.MEETING_LEAVE).label == "เต็มจอ"


def test_an_answer_is_pinned_asked_again_and_taken_down(office: Store) -> None:
    app = asked(READ, SMALL)
    app.button(key=Key.MEETING_PIN).click().run()
    assert not app.exception
    with reading(office) as session:
        (pin,) = load_pins(session)
    assert pin.question.terms == (READ, SMALL)
    assert pin.sentence in said(app).replace("\\", "")
    assert "ข้อมูลเปลี่ยนไปแล้ว" not in said(app)
    app.session_state[Key.MEETING_TERMS] = ()
    app.run()
    app.button(key=f"meeting-again-{pin.pin_id}").click().run()
    assert {read_term(key).kind for key in app.session_state[Key.MEETING_TERMS]} >= {"indicator", "size"}
    app.button(key=f"meeting-unpin-{pin.pin_id}").click().run()
    with reading(office) as session:
        assert load_pins(session) == ()


def test_a_dropped_workbook_is_charted_and_not_loaded(office: Store) -> None:
    content = (ROOT / "sample_data" / "academic" / "NT ป.3 ปีการศึกษา 2568.xlsx").read_bytes()
    with reading(office) as session:
        before = state_hash(session)
    app = asked()
    app.file_uploader(key=Key.MEETING_FILE).upload("NT ทดลอง.xlsx", content, XLSX).run()
    assert not app.exception
    step = next(each for each in app.button if str(each.key).startswith("meeting-next-indicator:"))
    step.click().run()
    assert not app.exception
    assert "ยังไม่ได้นำเข้า" in said(app)
    assert drawn(app)
    app.button(key=Key.MEETING_PIN).click().run()
    with reading(office) as session:
        (pin,) = load_pins(session)
        assert state_hash(session) == before
    assert pin.unloaded_file == "NT ทดลอง.xlsx"


@pytest.mark.usefixtures("sample")
def test_a_list_of_pupils_is_refused_as_at_the_intake() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["รหัสโรงเรียน", "เลขประจำตัวประชาชน", "ชื่อ", "นามสกุล", "คะแนน"])
    for place in range(30):
        sheet.append(["99010027", f"19999000{place:05d}", f"สมมต{place}", f"นามสมมต{place}", place])
    kept = io.BytesIO()
    book.save(kept)
    app = asked(READ)
    app.file_uploader(key=Key.MEETING_FILE).upload("รายชื่อ.xlsx", kept.getvalue(), XLSX).run()
    assert not app.exception
    assert app.error
    assert "ใช้ค่าจากไฟล์" not in said(app)
    assert not any("column:" in str(each.key) for each in app.button)


def test_any_workbook_with_numbers_is_charted_as_it_stands_and_can_be_pinned(office: Store) -> None:
    rows = [["หน่วยงาน", "ค่าน้ำ (บาท)"], *([f"กลุ่มสมมติ {k}", 100 * k] for k in range(1, 6)), ["รวม", 1500]]
    app = asked()
    app.file_uploader(key=Key.MEETING_FILE).upload("ค่าน้ำ.xlsx", make_workbook({"ตุลาคม": rows}), XLSX).run()
    app.button(key="meeting-next-column:ตุลาคม!B1").click().run()
    assert not app.exception
    assert drawn(app) == "ค่าน้ำ (บาท) ชีต ตุลาคม ไฟล์ ค่าน้ำ.xlsx"
    assert "มีค่า 5 จาก 5 แถว ตั้งแต่ 100 ถึง 500 ค่ากลาง 300 (ไม่นับแถวยอดรวม 1 แถว)" in said(app)
    app.button(key=Key.MEETING_PIN).click().run()
    with reading(office) as session:
        pin = load_pins(session)[0]
    assert pin.table.rows[0] == ("กลุ่มสมมติ 1", "100", "B2")
    assert pin.unloaded_file == "ค่าน้ำ.xlsx"


@pytest.mark.usefixtures("sample")
def test_a_column_is_forgotten_with_its_file_and_by_the_next_question() -> None:
    gone = asked("column:ตุลาคม!B1")
    assert not drawn(gone)
    content = make_workbook({"ก": [["ชื่อ", "ค่า"], ["ข", 1], ["ค", 2]]})
    app = asked()
    app.file_uploader(key=Key.MEETING_FILE).upload("ก.xlsx", content, XLSX).run()
    app.selectbox(key=Key.MEETING_SEARCH).set_value("column:ก!B1").run()
    assert app.session_state[Key.MEETING_TERMS] == ("column:ก!B1",)
    app.selectbox(key=Key.MEETING_SEARCH).set_value(READ).run()
    assert app.session_state[Key.MEETING_TERMS] == (READ,)
    assert not app.exception
