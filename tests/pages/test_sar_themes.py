"""The view เรื่องที่พบบ่อย: pick, read, move a statement, take it back."""

import pytest
from streamlit.testing.v1 import AppTest

from lib.domain.assessments import LevelOfEducation, StatementKind
from lib.services import sar_themes as themes
from lib.settings import DATABASE_VARIABLE
from lib.storage.engine import Store
from lib.ui.state import Key
from tests.pages.opening import open_page

BASIC, STRENGTH = LevelOfEducation.BASIC, StatementKind.STRENGTH


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch, sample_store: Store) -> Store:
    monkeypatch.setenv(DATABASE_VARIABLE, sample_store.url)
    return sample_store


def opened(**choices: object) -> AppTest:
    app = open_page("pages/self_assessments.py", **{Key.SAR_VIEW: "themes", **choices})
    assert not app.exception
    return app


def told(app: AppTest) -> str:
    return " ".join(each.value for each in (*app.markdown, *app.caption, *app.info, *app.success, *app.error))


def test_the_view_tells_schools_reports_and_statements(store: Store) -> None:
    app = opened()
    synthesis = themes.load_theme_synthesis(store, 2568)
    words = told(app)
    assert f"ส่งรายงานระดับขั้นพื้นฐานแล้ว **{synthesis.n_submitted(BASIC)}** แห่ง" in words
    (table,) = [each for each in app.dataframe if "เรื่อง" in each.value.columns]
    first = synthesis.of(STRENGTH, BASIC)[0]
    assert table.value["เรื่อง"][0] == first.name
    assert table.value["โรงเรียน"][0] == f"{first.n_schools} จาก {first.n_submitted}"


def test_every_quote_tells_its_school_page_and_why(store: Store) -> None:
    app = opened()
    labels = [each.label for each in app.button if (each.key or "").startswith("theme-said-")]
    assert labels
    assert all("หน้า " in label for label in labels)
    assert "พบคำว่า" in told(app)


def test_a_moved_statement_stays_moved_and_can_be_given_back(store: Store) -> None:
    app = opened()
    key = next(each.key for each in app.selectbox if (each.key or "").startswith("theme-move-"))
    assert key is not None
    app.selectbox(key=key).set_value("character").run()
    app.button(key=f"{key}-save").click().run()
    assert not app.exception
    assert any("ย้าย 1 ข้อความไปเรื่อง “คุณธรรม วินัย และค่านิยม” แล้ว" in each.value for each in app.success)
    (choice,) = themes.load_choices(store)
    app.button(key=f"theme-return-{choice.statement_key[:16]}").click().run()
    assert not app.exception
    assert themes.load_choices(store) == ()


def test_moving_without_a_theme_moves_nothing_and_says_so(store: Store) -> None:
    app = opened()
    key = next(each.key for each in app.selectbox if (each.key or "").startswith("theme-move-"))
    app.button(key=f"{key}-save").click().run()
    assert any("ยังไม่ได้เลือกเรื่อง" in each.value for each in app.error)
    assert themes.load_choices(store) == ()


def test_who_moves_what_another_moved_meanwhile_is_told(store: Store) -> None:
    app = opened()
    key = next(each.key for each in app.selectbox if (each.key or "").startswith("theme-move-"))
    app.selectbox(key=key).set_value("character").run()
    assert key is not None
    moved = next(
        each
        for each in themes.load_themed_year(store, 2568).statements
        if each.key.startswith(key.removesuffix("-save").rpartition("-")[2])
    )
    themes.move_statements(store, [moved], "health", seen={}, by="ศน.สอง")
    app.button(key=f"{key}-save").click().run()
    assert any("ศน.สอง บันทึกเมื่อ" in each.value for each in app.error)
    (choice,) = themes.load_choices(store)
    assert choice.theme_id == "health"
    themes.return_statement(store, choice, by="ศน.สอง")


@pytest.mark.parametrize("kind", ["improvement_area", "plan", "suggestion"])
@pytest.mark.parametrize("level", ["basic", "early_childhood", "not_told"])
def test_every_side_and_level_opens(store: Store, kind: str, level: str) -> None:
    opened(**{Key.SAR_THEME_KIND: kind, Key.SAR_THEME_LEVEL: level})
