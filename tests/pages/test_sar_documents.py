"""The view เอกสาร of the SAR page: checklist, both files, the sections people write."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lib.services.register import commit_register, preview_register
from lib.services.report import load_texts
from lib.settings import DATABASE_VARIABLE
from lib.storage.engine import Store
from lib.ui.state import Key
from tests.pages.opening import open_page

SAMPLE = Path(__file__).resolve().parents[2] / "sample_data"
YEAR = 2568


def opened_view() -> AppTest:
    app = open_page("pages/self_assessments.py")
    app.segmented_control(key=Key.SAR_VIEW).set_value("documents").run()
    assert not app.exception
    return app


def lines(app: AppTest) -> list[str]:
    return [each.value for each in app.markdown]


def test_the_view_tells_what_to_look_at_and_offers_both_files(
    monkeypatch: pytest.MonkeyPatch, sample_store: Store
) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, sample_store.url)
    app = opened_view()
    assert any("ยังไม่ได้ตรวจและยืนยัน" in line for line in lines(app))
    assert any("ควรดูก่อนเสนอ" in line for line in lines(app))
    assert any("แห่งยังไม่ส่งรายงาน" in line for line in lines(app))
    labels = [each.label for each in app.get("download_button")]
    assert "ดาวน์โหลดรายงานสังเคราะห์ (Word)" in labels
    assert "ดาวน์โหลดบัญชีประเด็น สมศ. (Excel)" in labels
    app.toggle(key=Key.SAR_FILE_NAMED).set_value(False).run()
    app.toggle(key=Key.SAR_FILE_CONFIRMED).set_value(True).run()
    assert not app.exception


def test_what_the_area_advises_is_kept_and_leaves_the_checklist(office: Store) -> None:
    app = opened_view()
    assert any("ยังไม่ได้เขียนข้อเสนอแนะ" in line for line in lines(app))
    app.selectbox(key=Key.REPORT_SECTION).set_value("sar_advice_text").run()
    app.text_area[0].set_value("ควรมีคลินิกภาษาไทย").run()
    app.button(key=Key.REPORT_SAVE).click().run()
    assert not app.exception
    assert load_texts(office, YEAR)["sar_advice_text"][0] == "ควรมีคลินิกภาษาไทย"
    assert not any("ยังไม่ได้เขียนข้อเสนอแนะ" in line for line in lines(app))


def test_a_year_without_reports_says_so(store: Store) -> None:
    register = SAMPLE / "register.xlsx"
    commit_register(store, preview_register(store, register.read_bytes(), register.name), by="ก")
    app = opened_view()
    assert any("ยังไม่มีรายงานของปีนี้" in each.value for each in app.info)
