"""The data dictionary: look up, change, and hand out blank workbooks."""

from streamlit.testing.v1 import AppTest

from lib.services.catalogue import change_indicator, load_office_catalogue
from lib.storage.engine import Store
from lib.ui.state import Key
from tests.pages.opening import open_page
from tests.storage.office_with_data import MATH, fill_office


def opened_page() -> AppTest:
    return open_page("pages/catalogue.py")


def texts(app: AppTest) -> str:
    kinds = (app.markdown, app.info, app.success, app.warning, app.error, app.caption)
    return "\n".join(str(each.value) for kind in kinds for each in kind)


def choose(app: AppTest, indicator_id: str) -> AppTest:
    return app.selectbox(key=Key.DICTIONARY_INDICATOR).set_value(indicator_id).run()


def save(app: AppTest) -> AppTest:
    return next(each for each in app.button if each.label == "บันทึกตัวชี้วัดนี้").click().run()


def test_an_empty_database_shows_the_packaged_dictionary(store: Store) -> None:
    app = opened_page()
    assert not app.exception
    assert not app.error
    assert "สำนักงานปรับแล้ว **0** ตัว" in texts(app)
    assert "ยังไม่มีทะเบียนโรงเรียน" in texts(app)


def test_a_search_narrows_the_table_and_the_picker(store: Store) -> None:
    app = opened_page()
    app.text_input(key=Key.DICTIONARY_SEARCH).set_value("o-net คณิต ป.6").run()
    options = app.selectbox(key=Key.DICTIONARY_INDICATOR).options
    assert 0 < len(options) < 10
    assert all("คณิตศาสตร์" in option for option in options)


def test_a_search_without_a_hit_says_what_to_do(store: Store) -> None:
    app = opened_page()
    app.text_input(key=Key.DICTIONARY_SEARCH).set_value("ดาวอังคาร").run()
    assert "ไม่พบตัวชี้วัดที่มีคำนี้" in texts(app)


def test_a_new_target_holds_at_once(store: Store) -> None:
    fill_office(store)
    app = choose(opened_page(), MATH)
    target = next(each for each in app.number_input if each.label.startswith("เป้าหมาย"))
    assert target.value == 50
    target.set_value(55.0)
    app = save(app)
    assert "จะคำนวณใหม่ตามค่านี้" in texts(app)
    assert load_office_catalogue(store).by_id[MATH].target == 55
    target = next(each for each in app.number_input if each.label.startswith("เป้าหมาย"))
    assert target.value == 55


def test_an_impossible_target_is_refused_and_stays_on_the_page(store: Store) -> None:
    app = choose(opened_page(), MATH)
    next(each for each in app.number_input if each.label.startswith("เป้าหมาย")).set_value(150.0)
    app = save(app)
    assert "อยู่นอกช่วงที่เป็นไปได้" in texts(app)
    assert next(each for each in app.number_input if each.label.startswith("เป้าหมาย")).value == 150


def test_a_comparison_without_its_source_is_refused(store: Store) -> None:
    app = choose(opened_page(), MATH)
    next(each for each in app.number_input if each.label.startswith("ค่าเปรียบเทียบ")).set_value(30.0)
    app = save(app)
    assert "ต้องบอกที่มา" in texts(app)
    assert load_office_catalogue(store).by_id[MATH].benchmark is None


def test_the_second_editor_is_told(store: Store) -> None:
    app = choose(opened_page(), MATH)
    change_indicator(store, MATH, {"target": 40.0}, seen_version=0, by="ข")
    next(each for each in app.number_input if each.label.startswith("เป้าหมาย")).set_value(60.0)
    app = save(app)
    assert "ข บันทึกเมื่อ" in texts(app)
    assert load_office_catalogue(store).by_id[MATH].target == 40


def test_each_domain_has_its_blank_workbook(store: Store) -> None:
    fill_office(store)
    app = opened_page()
    for domain in ("academic", "budget", "personnel", "general"):
        assert app.download_button(key=f"{Key.TEMPLATE}-{domain}").label.startswith("ดาวน์โหลดด้าน")
    assert "มีรายชื่อโรงเรียน 2 แห่งให้แล้ว" in texts(app)
