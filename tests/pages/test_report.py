"""The report page: checklist, own texts, the file itself is tested in the browser story."""

import pytest
from streamlit.testing.v1 import AppTest

from lib.domain.schools import School
from lib.services.imports import commit, preview_file
from lib.settings import DATABASE_VARIABLE
from lib.storage.engine import Store, writing
from lib.storage.schools import save_schools
from lib.ui.state import Key
from tests.pages.opening import open_page


def opened_page() -> AppTest:
    return open_page("pages/report.py")


def test_without_figures_the_page_leads_to_the_import(
    monkeypatch: pytest.MonkeyPatch, database_url: str
) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, database_url)
    app = opened_page()
    assert not app.exception
    assert "ยังไม่มีข้อมูล" in app.info[0].value


def test_the_checklist_speaks_of_domains_findings_sar_and_kpi(
    monkeypatch: pytest.MonkeyPatch, sample_store: Store
) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, sample_store.url)
    app = opened_page()
    assert not app.exception
    lines = "\n".join(each.value for each in app.markdown)
    assert "มีข้อมูลครบทั้ง 4 ด้าน" in lines
    assert "SAR" in lines
    assert "แบบ ARS 46" in lines
    assert "ควรดูก่อนเสนอ" in lines


def test_a_line_about_a_text_opens_that_text(monkeypatch: pytest.MonkeyPatch, sample_store: Store) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, sample_store.url)
    app = opened_page()
    jumps = [str(each.key) for each in app.button if str(each.key).startswith(Key.CHECK_JUMP)]
    app.button(key=next(key for key in jumps if "-written-" in key)).click()
    app.run()
    assert not app.exception
    assert app.session_state[Key.REPORT_VIEW] == "written"


def test_a_year_without_key_figures_is_told_in_words_not_as_a_fault(store: Store) -> None:
    with writing(store) as session:
        save_schools(session, (School("99010001", "บ้านทดสอบ", smis_code="99010001"),))
    pupils = "รหัสโรงเรียน,ชื่อโรงเรียน,ป.1 ชาย,ป.1 หญิง\n99010001,บ้านทดสอบ,3,4\n".encode()
    preview = preview_file(store, pupils, "2568-1-schoolmis.csv")
    commit(store, preview, pupils, by="ก")
    app = open_page("pages/report.py")
    assert [error.value for error in app.error]
    assert "จึงยังทำรายงานไม่ได้" in app.error[0].value
    assert "รหัส" not in app.error[0].value


def test_a_line_about_drafts_opens_their_page_where_they_are_confirmed(
    monkeypatch: pytest.MonkeyPatch, sample_store: Store
) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, sample_store.url)
    app = opened_page()
    key = next(str(each.key) for each in app.button if "self_assessments" in str(each.key))
    app.button(key=key).click().run()
    assert not app.exception
    assert app.title[0].value == "รายงานของสถานศึกษาบอกอะไร"
    assert app.session_state[Key.SAR_VIEW] == "review"
