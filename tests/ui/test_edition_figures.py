"""What changed since an edition: a few figures as sentences, many with none left out."""

from streamlit.testing.v1 import AppTest


def _page() -> None:
    import streamlit as st

    from lib.domain.report_editions import ChangedFigure
    from lib.ui.report_editions import _show_figures

    n = 31 if st.toggle("มาก", key="many") else 1
    _show_figures([ChangedFigure(f"id{each}", f"บ้าน{each} · ผล", "หนึ่ง", "สอง") for each in range(n)])


def test_a_few_and_many_are_all_told() -> None:
    app = AppTest.from_function(_page, default_timeout=60).run()
    assert "บ้าน0 · ผล: หนึ่ง → **สอง** (เปลี่ยน)" in app.markdown[0].value
    app.toggle(key="many").set_value(True).run()
    assert not app.exception
    assert len(app.markdown[0].value.splitlines()) == 31
