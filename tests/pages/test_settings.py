"""The settings page: an empty database, a sample office, a real one."""

from dataclasses import replace

from streamlit.testing.v1 import AppTest

from lib.services.catalogue import load_domain_order
from lib.services.office import load_office, save_office
from lib.services.safety import backup_bytes, holds_nothing, start_own_office
from lib.storage.engine import Store
from lib.ui.state import Key
from tests.pages.opening import open_page
from tests.storage.office_with_data import fill_office


def opened_page() -> AppTest:
    return open_page("pages/settings.py")


def texts(app: AppTest) -> str:
    kinds = (app.markdown, app.info, app.success, app.warning, app.error, app.caption, app.title)
    return "\n".join(str(each.value) for kind in kinds for each in kind)


def make_sample(store: Store) -> None:
    fill_office(store)
    office, version = load_office(store)
    save_office(store, replace(office, is_sample=True), seen_version=version, by="ก")


def test_a_new_database_asks_for_the_name_of_the_office(store: Store) -> None:
    app = opened_page()
    assert not app.exception
    assert not app.error
    assert "ยังไม่ได้ตั้งชื่อสำนักงาน" in texts(app)
    assert "ยังไม่เคยสำรองข้อมูล" in texts(app)


def test_the_office_is_saved_as_typed(store: Store) -> None:
    app = opened_page()
    name = next(each for each in app.text_input if each.label == "ชื่อเต็มของสำนักงาน")
    short = next(each for each in app.text_input if each.label == "ชื่อย่อที่ใช้ในเอกสาร")
    name.set_value("สำนักงานเขตพื้นที่การศึกษามัธยมศึกษาสมมติ")
    short.set_value("สพม.สมมติ")
    next(each for each in app.button if each.label == "บันทึกสำนักงาน").click().run()
    assert "บันทึกข้อมูลสำนักงานแล้ว" in texts(app)
    assert load_office(store)[0].short_name == "สพม.สมมติ"


def test_the_second_editor_of_the_office_is_told(store: Store) -> None:
    fill_office(store)
    app = opened_page()
    office, version = load_office(store)
    save_office(store, replace(office, short_name="ของอีกคน"), seen_version=version, by="ข")
    short = next(each for each in app.text_input if each.label == "ชื่อย่อที่ใช้ในเอกสาร")
    short.set_value("ของฉัน")
    next(each for each in app.button if each.label == "บันทึกสำนักงาน").click().run()
    assert "ข บันทึกเมื่อ" in texts(app)
    assert load_office(store)[0].short_name == "ของอีกคน"


def test_the_order_of_domains_needs_all_four(store: Store) -> None:
    app = opened_page()
    before = load_domain_order(store)
    (order,) = app.multiselect
    order.set_value(["budget", "academic"])
    next(each for each in app.button if each.label == "บันทึกลำดับ").click().run()
    assert "ครบทุกด้าน" in texts(app)
    assert load_domain_order(store) == before
    app.multiselect[0].set_value(["budget", "academic", "general", "personnel"])
    next(each for each in app.button if each.label == "บันทึกลำดับ").click().run()
    assert load_domain_order(store)[0] == ("budget", "academic", "general", "personnel")


def test_a_check_of_a_healthy_office_says_so(store: Store) -> None:
    fill_office(store)
    app = opened_page()
    app.button(key=Key.CHECK).click().run()
    assert "ข้อมูลอยู่ครบ ไม่พบปัญหา" in texts(app)


def test_the_sample_office_is_left_only_after_the_typed_word(store: Store) -> None:
    make_sample(store)
    app = opened_page()
    assert app.button(key=Key.START_OWN).disabled
    app.text_input(key=f"{Key.START_OWN}-word").set_value("เริ่มใหม่").run()
    app.button(key=Key.START_OWN).click().run()
    assert "ล้างข้อมูลตัวอย่างแล้ว" in texts(app)
    assert holds_nothing(store)


def test_a_real_office_is_not_offered_to_start_anew(store: Store) -> None:
    fill_office(store)
    assert [each for each in opened_page().button if each.key == Key.START_OWN] == []


def test_a_backup_is_put_back_into_an_empty_database(store: Store) -> None:
    make_sample(store)
    content = backup_bytes(store, by="ก")
    start_own_office(store, by="ก")
    app = opened_page()
    app.file_uploader(key=f"{Key.RESTORE_UPLOADS}-0").set_value([("a.zip", content, "application/zip")]).run()
    app.button(key=Key.RESTORE).click().run()
    assert "กู้คืนชุดสำรองของ" in texts(app)
    assert load_office(store)[0].short_name == "สพป.สมมติ เขต 1"


def test_data_is_replaced_only_after_the_typed_word(store: Store) -> None:
    fill_office(store)
    content = backup_bytes(store, by="ก")
    app = opened_page()
    app.file_uploader(key=f"{Key.RESTORE_UPLOADS}-0").set_value([("a.zip", content, "application/zip")]).run()
    assert app.button(key=Key.RESTORE).disabled
    app.text_input(key=f"{Key.RESTORE}-0").set_value("แทนที่").run()
    assert not app.button(key=Key.RESTORE).disabled


def test_a_damaged_backup_is_refused_in_words(store: Store) -> None:
    app = opened_page()
    app.file_uploader(key=f"{Key.RESTORE_UPLOADS}-0").set_value([("a.zip", b"-", "application/zip")]).run()
    app.button(key=Key.RESTORE).click().run()
    assert "ฐานข้อมูลเดิมไม่เปลี่ยนแปลง" in texts(app)
