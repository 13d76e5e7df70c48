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
