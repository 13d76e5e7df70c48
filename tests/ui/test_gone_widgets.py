"""A change that arrives after its widget has gone from the page changes nothing and breaks nothing."""

from streamlit.testing.v1 import AppTest


def _import_page() -> None:
    import streamlit as st

    from lib.ingest.choices import ImportChoices
    from lib.ui.import_answers import choices_of, store_answer

    def never(choices: ImportChoices, _answer: object) -> ImportChoices:
        raise AssertionError

    st.button("ถาม", on_click=store_answer, args=("ab", "gone-picker", never))
    st.text("เหมือนเดิม" if choices_of("ab") == ImportChoices() else "เปลี่ยน")


def _review_page() -> None:
    import streamlit as st

    from lib.ui.sar_review_queue import _open_picked
    from lib.ui.state import Key, get

    st.button("เปิด", on_click=_open_picked, args=("gone-picker",))
    st.text(str(get(Key.REPORT_ID, 7)))


def test_an_answer_of_a_picker_that_has_gone_is_let_go() -> None:
    app = AppTest.from_function(_import_page, default_timeout=60).run()
    app.button[0].click().run()
    assert not app.exception
    assert app.text[0].value == "เหมือนเดิม"


def test_a_report_picked_where_the_picker_has_gone_leaves_the_open_one() -> None:
    app = AppTest.from_function(_review_page, default_timeout=60).run()
    app.button[0].click().run()
    assert not app.exception
    assert app.text[0].value == "7"
