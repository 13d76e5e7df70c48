"""The school register: load, look up, correct."""

from dataclasses import replace

from streamlit.testing.v1 import AppTest

from lib.services.register import load_register, save_school
from lib.storage.engine import Store
from lib.ui.state import Key
from tests.pages.opening import open_page
from tests.storage.loads import figures, keep_and_load
from tests.storage.office_with_data import fill_office

FILE = (
    "รหัสโรงเรียน,ชื่อโรงเรียน,กลุ่มโรงเรียน,อำเภอ,จำนวนนักเรียน\n"
    "10990001,บ้านน้ำสมมติ,กลุ่มหนึ่ง,เมืองสมมติ,45\n"
    "10990003,บ้านเขาสมมติ,กลุ่มหนึ่ง,เมืองสมมติ,130\n"
    "12,บ้านรหัสผิด,กลุ่มหนึ่ง,เมืองสมมติ,10\n"
).encode("utf-8-sig")


def opened_page() -> AppTest:
    return open_page("pages/register.py")


def upload(app: AppTest, content: bytes = FILE) -> AppTest:
    uploader = app.file_uploader(key=f"{Key.REGISTER_UPLOADS}-0")
    return uploader.set_value([("ทะเบียน.csv", content, "text/csv")]).run()


def texts(app: AppTest) -> str:
    kinds = (app.markdown, app.info, app.success, app.warning, app.error, app.caption)
    return "\n".join(str(each.value) for kind in kinds for each in kind)


def save(app: AppTest) -> AppTest:
    return next(each for each in app.button if each.label == "บันทึกโรงเรียนนี้").click().run()


def test_an_empty_register_says_what_to_bring(store: Store) -> None:
    app = opened_page()
    assert not app.exception
    assert not app.error
    assert "ยังไม่มีโรงเรียนในทะเบียน" in texts(app)


def test_a_file_is_shown_before_it_is_stored(store: Store) -> None:
    fill_office(store)
    app = upload(opened_page())
    assert "เพิ่ม **1** แห่ง · ปรับปรุง **1** แห่ง · เหมือนเดิม **0** แห่ง" in texts(app)
    assert len(load_register(store)) == 2
    app.button(key=Key.REGISTER_COMMIT).click().run()
    assert [school.pupils for school in load_register(store)] == [45, None, 130]
    assert "เพิ่ม 1 แห่ง และปรับปรุง 1 แห่งแล้ว" in texts(app)


def tables(app: AppTest) -> str:
    return "\n".join(each.value.to_csv(index=False) for each in app.dataframe)


def test_the_difference_names_new_changed_and_absent_schools(store: Store) -> None:
    fill_office(store)
    app = upload(opened_page())
    shown = tables(app)
    assert "บ้านน้ำสมมติ,10990001,จำนวนนักเรียน,44,45" in shown
    assert "บ้านน้ำสมมติ,10990001,กลุ่มโรงเรียน,,กลุ่มหนึ่ง" in shown
    assert "บ้านเขาสมมติ,10990003,กลุ่มหนึ่ง,เมืองสมมติ" in shown
    assert "อยู่ในทะเบียนแต่ไม่อยู่ในไฟล์ **1** แห่ง" in texts(app)
    assert "บ้านป่าสมมติ,10990002" in shown


def undo(app: AppTest) -> AppTest:
    app.button(key=Key.REGISTER_UNDO).click().run()
    return app.button(key=Key.REGISTER_UNDO_CONFIRM).click().run()


def test_a_file_taken_in_is_in_the_history_and_taken_back(store: Store) -> None:
    fill_office(store)
    before = load_register(store)
    app = upload(opened_page())
    app.button(key=Key.REGISTER_COMMIT).click().run()
    assert "ใช้อยู่" in tables(app)
    app = undo(app)
    assert not app.exception
    assert load_register(store) == before
    assert "คืนค่าเดิม 1 แห่ง · นำออกจากทะเบียน 1 แห่ง" in texts(app)
    assert "ยกเลิกเมื่อ" in tables(app)


def test_the_look_before_undo_names_what_was_corrected_since(store: Store) -> None:
    fill_office(store)
    app = upload(opened_page())
    app.button(key=Key.REGISTER_COMMIT).click().run()
    save_school(store, replace(load_register(store)[2], pupils=131), by="ข")
    app.button(key=Key.REGISTER_UNDO).click().run()
    assert "คงไว้ตามที่แก้ด้วยมือหลังนำเข้า 1 แห่ง: โรงเรียนบ้านเขาสมมติ" in texts(app)


def test_what_stands_against_an_undo_is_said_and_no_button_offered(store: Store) -> None:
    app = upload(opened_page())
    app.button(key=Key.REGISTER_COMMIT).click().run()
    keep_and_load(store, b"1", figures([10.0]).assign(school_id="10990003"))
    register = load_register(store)
    app.button(key=Key.REGISTER_UNDO).click().run()
    assert "โรงเรียนบ้านเขาสมมติ ใช้อยู่ในรายการนำเข้าข้อมูล 1" in texts(app)
    assert "ยกเลิกรายการนำเข้าข้อมูล 1 ในหน้านำเข้าข้อมูลก่อน" in texts(app)
    assert Key.REGISTER_UNDO_CONFIRM not in [each.key for each in app.button]
    assert load_register(store) == register


def test_a_file_that_changes_nothing_offers_nothing_to_store(store: Store) -> None:
    app = upload(opened_page())
    app.button(key=Key.REGISTER_COMMIT).click().run()
    uploader = app.file_uploader(key=f"{Key.REGISTER_UPLOADS}-1")
    uploader.set_value([("ทะเบียน.csv", FILE, "text/csv")]).run()
    assert "ทะเบียนตรงกับไฟล์นี้แล้ว" in texts(app)


def test_a_file_that_cannot_be_read_is_refused_in_words(store: Store) -> None:
    app = upload(opened_page(), b"")
    assert app.error
    assert not app.exception


def test_sizes_are_counted_and_unknown_ones_said(store: Store) -> None:
    fill_office(store)
    shown = texts(opened_page())
    assert "เล็ก **1** แห่ง" in shown
    assert "ยังไม่ทราบจำนวนนักเรียน **1** แห่ง" in shown


def test_one_school_is_corrected(store: Store) -> None:
    fill_office(store)
    app = opened_page()
    app.selectbox(key=Key.REGISTER_SCHOOL).set_value("10990002").run()
    next(each for each in app.number_input if each.label == "จำนวนนักเรียน").set_value(77)
    app = save(app)
    assert "บันทึกโรงเรียนบ้านป่าสมมติแล้ว" in texts(app)
    assert load_register(store)[1].pupils == 77


def test_a_code_of_another_school_is_refused(store: Store) -> None:
    fill_office(store)
    app = opened_page()
    app.selectbox(key=Key.REGISTER_SCHOOL).set_value("10990002").run()
    next(each for each in app.text_input if each.label == "รหัส SMIS 8 หลัก").set_value("10990001")
    app = save(app)
    assert "เป็นของโรงเรียนบ้านน้ำสมมติอยู่แล้ว" in texts(app)
    assert load_register(store)[1].smis_code == "10990002"


def test_the_second_editor_of_a_school_is_told(store: Store) -> None:
    fill_office(store)
    app = opened_page()
    app.selectbox(key=Key.REGISTER_SCHOOL).set_value("10990001").run()
    school = load_register(store)[0]
    save_school(store, replace(school, pupils=50), seen=school, by="ข")
    next(each for each in app.number_input if each.label == "จำนวนนักเรียน").set_value(60)
    app = save(app)
    assert "มีผู้แก้ไขโรงเรียนบ้านน้ำสมมติ" in texts(app)
    assert load_register(store)[0].pupils == 50


def test_a_search_finds_by_code_and_by_part_of_a_name(store: Store) -> None:
    fill_office(store)
    app = opened_page()
    app.text_input(key=Key.REGISTER_SEARCH).set_value("10990002").run()
    assert len(app.selectbox(key=Key.REGISTER_SCHOOL).options) == 1
    app.text_input(key=Key.REGISTER_SEARCH).set_value("ไม่มีจริง").run()
    assert "ไม่พบโรงเรียนที่มีคำนี้" in texts(app)
