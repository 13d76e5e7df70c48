"""The checklist: each line under its word, one button that opens the place that mends it."""

from streamlit.testing.v1 import AppTest

from lib.ui.state import Key


def _page() -> None:
    from lib.services.readiness import Check
    from lib.ui.checklist import show_checks

    show_checks(
        (
            Check("block", "ส่วนคำนำมีช่องที่ยังไม่ได้เติม", "pages/report.py", "written", "preface_text"),
            Check("ask", "แบบยังไม่ส่ง", "pages/kpi_form.py", detail="ขาดหลักฐานข้อ 4"),
            Check("ask", "บอกไว้เฉย ๆ", "pages/report.py"),
            Check("done", "เรียบร้อย"),
        ),
        here="pages/report.py",
    )


def _done() -> None:
    from lib.services.readiness import Check
    from lib.ui.checklist import show_checks

    show_checks((Check("done", "เรียบร้อย"),), here="pages/report.py")


def test_what_blocks_and_what_asks_stand_under_their_words_once() -> None:
    app = AppTest.from_function(_page, default_timeout=60).run()
    lines = [each.value for each in app.markdown]
    assert sum("ต้องแก้" in line for line in lines) == 1
    assert sum("ควรดู" in line for line in lines) == 1
    assert any(each.value == "ขาดหลักฐานข้อ 4" for each in app.caption)


def test_every_line_that_leads_somewhere_has_the_same_word() -> None:
    app = AppTest.from_function(_page, default_timeout=60).run()
    assert [each.label for each in app.button] == ["เปิดดู", "เปิดดู"]


def test_a_line_of_the_open_page_chooses_its_view_and_part() -> None:
    app = AppTest.from_function(_page, default_timeout=60).run()
    app.button[0].click().run()
    assert app.session_state[Key.REPORT_VIEW] == "written"
    assert app.session_state[Key.REPORT_SECTION] == "preface_text"


def test_nothing_open_is_told_as_ready() -> None:
    app = AppTest.from_function(_done, default_timeout=60).run()
    assert "พร้อมเสนอ" in app.success[0].value
