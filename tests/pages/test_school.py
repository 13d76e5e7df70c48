"""The school's page through the whole app: empty, unchosen, and one school of the sample office."""

import pytest
from streamlit.testing.v1 import AppTest

from lib.settings import DATABASE_VARIABLE
from lib.storage.engine import Store
from lib.ui.state import Key
from tests.pages.opening import open_page


def opened_page(monkeypatch: pytest.MonkeyPatch, url: str, school_id: str = "") -> AppTest:
    monkeypatch.setenv(DATABASE_VARIABLE, url)
    return open_page("pages/school.py", **{Key.SCHOOL: school_id} if school_id else {})


def test_an_empty_register_says_what_is_missing(monkeypatch: pytest.MonkeyPatch, database_url: str) -> None:
    app = opened_page(monkeypatch, database_url)
    assert not app.exception
    assert "ยังไม่มีทะเบียนโรงเรียน" in app.info[0].value


def test_nothing_is_shown_before_a_school_is_chosen(
    monkeypatch: pytest.MonkeyPatch, sample_store: Store
) -> None:
    app = opened_page(monkeypatch, sample_store.url)
    assert not app.exception
    assert not app.dataframe
    assert "เลือกโรงเรียน" in app.info[0].value


def test_a_school_chosen_elsewhere_opens_with_its_figures(
    monkeypatch: pytest.MonkeyPatch, sample_store: Store
) -> None:
    app = opened_page(monkeypatch, sample_store.url, "99010027")
    assert not app.exception
    assert not app.error
    assert app.header[0].value.startswith("โรงเรียน")
    assert "99010027" in "".join(each.value for each in app.markdown)
    assert [each.value for each in app.subheader][:4] == [
        "ด้านวิชาการ",
        "ด้านงบประมาณ",
        "ด้านการบริหารงานบุคคล",
        "ด้านการบริหารทั่วไป",
    ]
    first = app.dataframe[0].value
    assert len(first["line"].iloc[0]) == 3
    assert first["value"].iloc[0]


def test_picking_another_school_changes_the_page(
    monkeypatch: pytest.MonkeyPatch, sample_store: Store
) -> None:
    app = opened_page(monkeypatch, sample_store.url, "99010027")
    before = app.header[0].value
    app.selectbox(key=Key.SCHOOL).set_value("99010018").run()
    assert not app.exception
    assert app.header[0].value != before
