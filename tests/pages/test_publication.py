"""The view of the public copy: choices, nothing computed before it is asked for."""

import pytest

from lib.domain.publication import PublicationSettings
from lib.services.publication import PublicFigures
from lib.settings import DATABASE_VARIABLE
from lib.storage.engine import Store
from lib.ui.state import Key
from tests.pages.opening import open_page
from tests.report.small_site import publication


def test_the_view_tells_what_would_be_hidden(monkeypatch: pytest.MonkeyPatch, sample_store: Store) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, sample_store.url)
    asked: list[PublicationSettings] = []

    def made(*given: object) -> PublicFigures:
        asked.extend(each for each in given if isinstance(each, PublicationSettings))
        return PublicFigures(publication(), {})

    monkeypatch.setattr("lib.services.publication.make_publication", made)
    monkeypatch.setattr("lib.ui.publication.make_publication", made)
    app = open_page("pages/report.py")
    app.session_state[Key.REPORT_VIEW] = "publication"
    app.run()
    assert not app.exception
    assert asked == []
    app.button(key=Key.PUBLICATION_MAKE).click().run()
    assert not app.exception
    assert len(asked) == 1
    told = "\n".join(each.value for each in app.markdown)
    assert "แสดง **5** ค่า ปกปิดเพราะคนน้อย **1** ค่า ปกปิดเพิ่มเพื่อกันการคำนวณย้อน **1** ค่า" in told


def test_a_choice_not_saved_and_its_counts_are_there_after_another_view(
    monkeypatch: pytest.MonkeyPatch, sample_store: Store
) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, sample_store.url)
    monkeypatch.setattr("lib.ui.publication.make_publication", lambda *_: PublicFigures(publication(), {}))
    app = open_page("pages/report.py", **{Key.REPORT_VIEW: "publication"})
    app.segmented_control(key=Key.PUBLICATION_SCHOOLS).set_value("named").run()
    app.button(key=Key.PUBLICATION_MAKE).click().run()
    for view in ("files", "publication"):
        app.segmented_control(key=Key.REPORT_VIEW).set_value(view).run()
        assert not app.exception
    assert app.segmented_control(key=Key.PUBLICATION_SCHOOLS).value == "named"
    assert any("ปกปิดเพราะคนน้อย" in each.value for each in app.markdown)
