"""The view of papers: each can be picked and offers its file; days that cannot be are told."""

import pytest

from lib.domain.papers import PaperKind
from lib.services.papers import paper_name
from lib.settings import DATABASE_VARIABLE
from lib.storage.engine import Store
from lib.ui.state import Key
from tests.pages.opening import open_page


def test_every_paper_is_offered_and_bad_days_are_told(
    monkeypatch: pytest.MonkeyPatch, sample_store: Store
) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, sample_store.url)
    app = open_page("pages/report.py")
    app.get_by_key(Key.REPORT_VIEW).set_value("papers").run()
    for kind in PaperKind:
        app.get_by_key(Key.PAPER_KIND).set_value(kind).run()
        assert not app.exception
        assert app.get_by_key(Key.PAPER_DOCX).label == f"ดาวน์โหลด{paper_name(kind)}"
    seats = app.text_area(key="paper-seats").value
    assert "ประธานกรรมการ | ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษา" in seats.splitlines()

    app.get_by_key(Key.PAPER_KIND).set_value(PaperKind.LETTER).run()
    app.selectbox(key="paper-meeting-day").set_value("31")
    app.selectbox(key="paper-meeting-month").set_value("กุมภาพันธ์").run()
    assert any("วันที่ยังไม่ครบหรือไม่มีในปฏิทิน" in each.value for each in app.warning)
    assert not [each for each in app.download_button if each.key == Key.PAPER_DOCX]

    app.selectbox(key="paper-meeting-day").set_value("1")
    app.number_input(key="paper-meeting-year").set_value(2560).run()
    assert any("อยู่หลังวันประชุม" in each.value for each in app.warning)


def test_what_was_filled_in_is_there_after_another_view(
    monkeypatch: pytest.MonkeyPatch, sample_store: Store
) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, sample_store.url)
    app = open_page("pages/report.py", **{Key.REPORT_VIEW: "papers"})
    app.get_by_key("paper-place").set_value("ห้องประชุมใหญ่")
    app.selectbox(key="paper-meeting-day").set_value("9").run()
    for view in ("files", "papers"):
        app.get_by_key(Key.REPORT_VIEW).set_value(view).run()
        assert not app.exception
    assert app.get_by_key("paper-place").value == "ห้องประชุมใหญ่"
    assert app.selectbox(key="paper-meeting-day").value == "9"
