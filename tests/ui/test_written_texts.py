"""Writing a section: nothing typed is lost by looking elsewhere, nobody writes over another."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lib.services.report import load_texts, save_text
from lib.settings import DATABASE_VARIABLE
from lib.storage.engine import Store, open_store
from lib.ui.state import Key

YEAR = 2568


def _page() -> None:
    import streamlit as st

    from lib.ui.kept_messages import show_message
    from lib.ui.resources import open_office
    from lib.ui.written_texts import show_texts

    show_message()
    if st.toggle("อีกงานหนึ่ง", key="elsewhere"):
        st.stop()
    show_texts(
        open_office(),
        2568,
        {"preface_text": "คำนำ", "conclusion_text": "สรุปผล"},
        {"preface_text": "รายงานฉบับนี้\n- **ข้อหนึ่ง**"},
    )


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    store = open_store(f"sqlite:///{(tmp_path / 'o.sqlite3').as_posix()}")
    monkeypatch.setenv(DATABASE_VARIABLE, store.url)
    return store


@pytest.fixture
def app(store: Store) -> AppTest:
    return AppTest.from_function(_page, default_timeout=60).run()


def type_words(app: AppTest, words: str) -> None:
    app.text_area[0].set_value(words).run()
    assert not app.exception


def press(app: AppTest, label: str) -> None:
    next(each for each in app.button if each.label == label).click().run()
    assert not app.exception


def saved(store: Store) -> str:
    return load_texts(store, YEAR)["preface_text"][0]


def test_what_was_typed_and_not_saved_is_there_after_another_view(app: AppTest) -> None:
    type_words(app, "ร่างคำนำ")
    app.toggle(key="elsewhere").set_value(True).run()
    assert not app.text_area
    app.toggle(key="elsewhere").set_value(False).run()
    assert app.text_area[0].value == "ร่างคำนำ"
    assert any("ยังไม่ได้บันทึก" in each.value for each in app.caption)


def test_what_was_typed_and_not_saved_is_there_after_another_section(app: AppTest) -> None:
    type_words(app, "ร่างคำนำ")
    app.selectbox(key=Key.REPORT_SECTION).set_value("conclusion_text").run()
    assert app.text_area[0].value == ""
    app.selectbox(key=Key.REPORT_SECTION).set_value("preface_text").run()
    assert app.text_area[0].value == "ร่างคำนำ"


def test_the_second_of_two_people_is_told_and_both_texts_stand(store: Store, app: AppTest) -> None:
    type_words(app, "ของคนที่สอง")
    save_text(store, "preface_text", YEAR, "ของคนแรก", seen_version=0, by="คนแรก")
    press(app, "บันทึกข้อความส่วนนี้")
    assert saved(store) == "ของคนแรก"
    assert app.text_area[0].value == "ของคนที่สอง"
    assert "คนแรก" in app.warning[0].value
    assert [each.value for each in app.text] == ["ของคนแรก", "ของคนที่สอง"]
    press(app, "บันทึกฉบับของท่านแทน")
    assert saved(store) == "ของคนที่สอง"
    assert not app.warning


def test_the_second_may_keep_what_the_first_saved(store: Store, app: AppTest) -> None:
    type_words(app, "ของคนที่สอง")
    save_text(store, "preface_text", YEAR, "ของคนแรก", seen_version=0, by="คนแรก")
    app.run()
    press(app, "ใช้ฉบับที่บันทึกไว้")
    assert app.text_area[0].value == "ของคนแรก"
    assert saved(store) == "ของคนแรก"
    assert not app.warning


def test_who_typed_nothing_sees_the_newest_without_a_question(store: Store, app: AppTest) -> None:
    save_text(store, "preface_text", YEAR, "ของคนแรก", seen_version=0, by="คนแรก")
    app.run()
    assert app.text_area[0].value == "ของคนแรก"
    assert not app.warning


def test_the_packaged_wording_is_shown_and_can_be_begun_from(store: Store, app: AppTest) -> None:
    assert any("**ข้อหนึ่ง**" in each.value for each in app.markdown)
    press(app, "เริ่มเขียนจากข้อความนี้")
    assert app.text_area[0].value == "รายงานฉบับนี้\n- **ข้อหนึ่ง**"
    press(app, "บันทึกข้อความส่วนนี้")
    assert saved(store) == "รายงานฉบับนี้\n- **ข้อหนึ่ง**"


def test_a_section_without_packaged_wording_says_that_nothing_is_printed(app: AppTest) -> None:
    assert "ข้อความตั้งต้น" in app.text_area[0].label
    app.selectbox(key=Key.REPORT_SECTION).set_value("conclusion_text").run()
    assert "ไม่พิมพ์" in app.text_area[0].label
