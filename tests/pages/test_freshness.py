"""The freshness page: by domain, what to ask of each กลุ่มงาน, and schools."""

import pytest
from streamlit.testing.v1 import AppTest

from lib.settings import DATABASE_VARIABLE
from lib.storage.engine import Store, open_store
from lib.ui.state import Key
from tests.pages.opening import open_page
from tests.pages.test_home import fill


def opened(monkeypatch: pytest.MonkeyPatch, url: str, **choices: object) -> AppTest:
    monkeypatch.setenv(DATABASE_VARIABLE, url)
    app = open_page("pages/freshness.py", **choices)
    assert not app.exception
    assert not app.error
    return app


@pytest.fixture
def filled(database_url: str) -> str:
    store = open_store(database_url)
    fill(store, 12)
    store.dispose()
    return database_url


def words(app: AppTest) -> str:
    kinds = (*app.title, *app.markdown, *app.caption, *app.success, *app.info, *app.subheader, *app.code)
    return "\n".join(str(each.value) for each in kinds)


def test_an_office_without_anything_is_told_calmly(
    monkeypatch: pytest.MonkeyPatch, database_url: str
) -> None:
    assert "ข้อมูลใดมาแล้ว ขาด หรือเก่า" in words(opened(monkeypatch, database_url))


def test_groups_are_shown_by_domain_with_sign_word_and_count(
    monkeypatch: pytest.MonkeyPatch, filled: str
) -> None:
    app = opened(monkeypatch, filled)
    cells = [str(cell) for table in app.table for cell in table.value.astype(str).to_numpy().ravel()]
    assert any("●" in cell and "ครบ" in cell for cell in cells)
    assert "12/12 แห่ง" in cells
    assert "ด้านวิชาการ" in words(app)


def test_what_is_owed_comes_with_a_workbook_and_words_to_send(
    monkeypatch: pytest.MonkeyPatch, filled: str
) -> None:
    app = opened(monkeypatch, filled, **{Key.FRESHNESS_VIEW: "requests"})
    said = words(app)
    assert "เรียน กลุ่มบริหารงานการเงินและสินทรัพย์" in said
    assert "ยังไม่มีข้อมูล" in said
    assert len(app.get("download_button")) > 1


def test_schools_are_a_matrix_by_name_with_their_report(monkeypatch: pytest.MonkeyPatch, filled: str) -> None:
    app = opened(monkeypatch, filled, **{Key.FRESHNESS_VIEW: "schools"})
    table = app.dataframe[0].value
    assert list(table["โรงเรียน"])[:3] == ["บ้านสมมติ 0", "บ้านสมมติ 1", "บ้านสมมติ 2"]
    assert set(table["SAR"]) == {"○"}
    assert set(table["วิชาการ"]) == {"● 1/1"}
    app.selectbox(key=Key.FRESHNESS_SCHOOL).select("99000001").run()
    assert not app.exception
    assert "ยังไม่มี SAR" in words(app)


def test_the_whole_sample_is_drawn_in_every_view(
    monkeypatch: pytest.MonkeyPatch, sample_store: Store
) -> None:
    for view in ("groups", "requests", "schools"):
        opened(monkeypatch, sample_store.url, **{Key.FRESHNESS_VIEW: view})
