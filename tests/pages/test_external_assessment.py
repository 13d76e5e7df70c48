"""The page of external assessment: each view with results, and what it says while there are none."""

import io
from datetime import date

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from lib.domain.external_assessments import ExternalDue, FollowUpStatus
from lib.domain.external_figures import ExternalCount
from lib.domain.schools import School
from lib.services.evidence_focus import thai_today
from lib.services.external_board import load_external_board
from lib.services.external_edits import set_due
from lib.services.external_files import commit_external, list_external_loads, open_external, preview_external
from lib.storage.engine import Store, writing
from lib.storage.schools import save_schools
from lib.ui.state import Key
from lib.ui.way_home_stops import Stop
from tests.pages.opening import open_page

PAGE = "pages/external_assessment.py"
A, B = "99010001", "99010002"
ROWS = (
    ("รหัสโรงเรียน", "โรงเรียน", "รอบ", "ระยะ", "ระดับการศึกษา", "มาตรฐาน", "ผลการประเมิน", "ข้อเสนอแนะ"),
    (A, "", "4", "1", "ปฐมวัย", "1", "ดี", "ควรเพิ่มสื่อการเรียนรู้"),
    (B, "", "4", "1", "ขั้นพื้นฐาน", "1", "พอใช้", "ควรนิเทศภายใน"),
)


def workbook() -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in ROWS:
        book.active.append(list(row))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.fixture
def register(store: Store) -> Store:
    with writing(store) as session:
        save_schools(
            session,
            [School(A, "บ้านสมมติหนึ่ง", A, cluster="กลุ่ม ก"), School(B, "บ้านสมมติสอง", B, cluster="กลุ่ม ข")],
        )
    return store


@pytest.fixture
def assessed(register: Store) -> Store:
    content = workbook()
    read = preview_external(register, open_external(content, "ผล.xlsx"), content, "ผล.xlsx")
    commit_external(register, read, replace_changed=False, by="ผู้ทดสอบ")
    return register


def told(app: AppTest) -> str:
    assert not app.exception
    return " ".join(
        each.value for each in (*app.markdown, *app.info, *app.caption, *app.subheader, *app.success)
    )


def test_without_a_register_the_page_leads_there(store: Store) -> None:
    assert "ยังไม่มีทะเบียนโรงเรียน" in told(open_page(PAGE))


@pytest.mark.parametrize(
    ("view", "words"),
    [
        ("results", "ยังไม่มีผลประเมินภายนอกในระบบ"),
        ("recommendations", "ยังไม่มีข้อเสนอแนะของ สมศ."),
        ("compared", "ยังไม่มีทั้ง SAR และผล สมศ."),
        ("dues", "ยังไม่ได้กำหนดโรงเรียนที่ถึงรอบห้า"),
    ],
)
def test_an_empty_view_says_what_to_do(register: Store, view: str, words: str) -> None:
    assert words in told(open_page(PAGE, **{Key.EXTERNAL_VIEW: view}))


def test_without_results_the_page_opens_where_they_are_taken_in(register: Store) -> None:
    app = open_page(PAGE)
    assert app.session_state[Key.EXTERNAL_VIEW] == "intake"
    assert not app.exception


def test_results_are_counted_with_their_ns_and_lead_to_the_schools(assessed: Store) -> None:
    app = open_page(PAGE)
    assert "เปิดสอนระดับนี้ **2** แห่ง · มีผลประเมิน **1** แห่ง" in told(app)
    assert list(app.dataframe[0].value["ดี"]) == ["1 (100.00)"]
    app.session_state[Key.WAY_HOME] = (
        Stop(external=ExternalCount("4", "covid_1", "early_childhood", "1", "ดี")),
    )
    app.run()
    assert "ประกอบด้วย 1 แห่ง" in told(app)


def test_a_recommendation_is_followed_up_in_its_dialog(assessed: Store) -> None:
    app = open_page(PAGE, **{Key.EXTERNAL_VIEW: "recommendations"})
    assert "ยังไม่เริ่ม **2** ข้อ" in told(app)
    next(each for each in app.button if each.label == "แก้ไข").click().run()
    status = next(each for each in app.button_group if "กำลังทำ" in each.options)
    app.session_state[status.key] = FollowUpStatus.DOING
    app.run()
    next(each for each in app.selectbox if each.label.startswith("ผู้รับผิดชอบ")).select("ศึกษานิเทศก์").run()
    next(each for each in app.button if each.label == "บันทึก").click().run()
    assert "กำลังทำ **1** ข้อ" in told(app)
    saved = [each.follow_up for each in load_external_board(assessed, thai_today()).recommendations]
    assert {(each.status, each.by_role) for each in saved} == {
        (FollowUpStatus.DOING, "ศึกษานิเทศก์"),
        (FollowUpStatus.NOT_STARTED, ""),
    }


def test_recommendations_can_be_narrowed_to_a_cluster(assessed: Store) -> None:
    app = open_page(PAGE, **{Key.EXTERNAL_VIEW: "recommendations", Key.EXTERNAL_CLUSTER: "กลุ่ม ข"})
    assert "ควรนิเทศภายใน" in told(app)
    assert "ควรเพิ่มสื่อการเรียนรู้" not in told(app)


def test_the_comparison_says_that_the_scales_differ(assessed: Store) -> None:
    app = open_page(PAGE, **{Key.EXTERNAL_VIEW: "compared"})
    assert "ไม่ตัดสินว่าตรงหรือไม่ตรง" in told(app)
    assert list(app.dataframe[0].value["สมศ. ว่า"]) == ["ดี", "พอใช้"]


def test_a_school_due_shows_days_and_what_is_not_ready(assessed: Store) -> None:
    set_due(assessed, ExternalDue(A, "5", date(2020, 1, 1), ("online",)), by="ผู้ทดสอบ")
    app = open_page(PAGE, **{Key.EXTERNAL_VIEW: "dues"})
    assert "เลยวันที่กำหนด **1** แห่ง" in told(app)
    assert "○ หลักฐานพร้อมให้ตรวจ" in told(app)
    assert "✓ กรอกข้อมูลในระบบของ สมศ." in told(app)


def test_a_file_is_previewed_and_saved_and_taken_back(register: Store) -> None:
    app = open_page(PAGE, **{Key.EXTERNAL_VIEW: "intake"})
    app.file_uploader[0].upload("ผล.xlsx", workbook(), "application/octet-stream").run()
    assert "ใหม่ **2** ชุด" in told(app)
    assert list_external_loads(register) == ()
    next(each for each in app.button if each.label.startswith("บันทึกผลจาก")).click().run()
    assert "บันทึกผลจาก ผล.xlsx แล้ว" in told(app)
    next(each for each in app.button if each.label == "ยกเลิกรายการนี้").click().run()
    next(each for each in app.button if each.label == "ยกเลิกไฟล์นี้").click().run()
    assert "เอาออก 2 ชุด" in told(app)
    assert load_external_board(register, thai_today()).outcomes == ()


def test_a_result_is_entered_by_hand_with_pickers(register: Store) -> None:
    app = open_page(PAGE, **{Key.EXTERNAL_VIEW: "intake"})
    next(each for each in app.button if each.label == "กรอกผลของโรงเรียน").click().run()
    next(each for each in app.selectbox if each.label == "โรงเรียน").select(A).run()
    next(each for each in app.selectbox if each.label == "รอบ").select("4").run()
    next(each for each in app.selectbox if each.label == "ระยะ").select("covid_2").run()
    next(each for each in app.selectbox if each.label.startswith("มาตรฐานที่ 1")).select("ดีเยี่ยม").run()
    next(each for each in app.button if each.label == "บันทึกผล").click().run()
    (outcome,) = load_external_board(register, thai_today()).outcomes
    assert (outcome.phase_name, outcome.results[0].result) == ("ระยะที่ 2 ตรวจเยี่ยม", "ดีเยี่ยม")


def test_a_schools_page_shows_its_rounds_and_what_is_open(assessed: Store) -> None:
    app = open_page("pages/school.py", **{Key.SCHOOL: A})
    assert "ผลประเมินภายนอก (สมศ.)" in told(app)
    assert "ข้อเสนอแนะที่ยังไม่เสร็จ **1** จาก **1** ข้อ" in told(app)


def test_the_second_of_two_who_enter_one_result_is_told(register: Store) -> None:
    def open_form() -> AppTest:
        app = open_page(PAGE, **{Key.EXTERNAL_VIEW: "intake"})
        next(each for each in app.button if each.label == "กรอกผลของโรงเรียน").click().run()
        next(each for each in app.selectbox if each.label == "โรงเรียน").select(A).run()
        next(each for each in app.text_area if each.label.startswith("ผล")).input("มาตรฐานที่ 1: ผ่าน").run()
        return app

    mine, theirs = open_form(), open_form()
    next(each for each in mine.button if each.label == "บันทึกผล").click().run()
    next(each for each in theirs.button if each.label == "บันทึกผล").click().run()
    assert any("หลังจากที่เปิดหน้านี้" in each.value for each in theirs.warning)
    (outcome,) = load_external_board(register, thai_today()).outcomes
    assert [(each.standard, each.result) for each in outcome.results] == [("1", "ผ่าน")]
