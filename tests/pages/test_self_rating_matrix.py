"""เทียบกับผลจริง, opened as its visitor does."""

import pytest

from lib.domain.self_rating_matrix import Measured
from lib.settings import DATABASE_VARIABLE
from lib.storage.engine import Store
from lib.ui.state import Key
from tests.pages.opening import open_page

PAGE = "pages/self_assessments.py"


@pytest.fixture
def sample(monkeypatch: pytest.MonkeyPatch, sample_store: Store) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, sample_store.url)


def _told(app: object) -> str:
    return " ".join(each.value for each in (*app.markdown, *app.caption, *app.info, *app.subheader))  # type: ignore[attr-defined]


@pytest.mark.usefixtures("sample")
def test_the_matrix_says_whom_it_counts_and_that_a_disagreement_is_a_question() -> None:
    app = open_page(PAGE, **{Key.SAR_VIEW: "matrix"})
    assert not app.exception
    told = _told(app)
    assert "ยืนยันแล้ว" in told
    assert "เป็นคำถามที่ควรไปดูหลักฐานด้วยกัน" in told
    assert "คาดว่าจะพบไม่ถึง" in told
    table = next(each.value for each in app.dataframe if Measured.LOW.short in each.value.columns)
    assert table["ระดับที่ประเมินตนเอง"].iloc[0] == "5 ยอดเยี่ยม"


@pytest.mark.usefixtures("sample")
def test_drafts_and_a_single_indicator_change_what_is_counted() -> None:
    app = open_page(PAGE, **{Key.SAR_VIEW: "matrix"})
    before = _told(app)
    app.toggle(key=Key.SAR_MATRIX_DRAFTS).set_value(True).run()
    assert not app.exception
    assert _told(app) != before
    app.selectbox(key=Key.SAR_MATRIX_INDICATOR).select("academic.gpax").run()
    assert not app.exception
    assert app.selectbox(key=Key.SAR_MATRIX_INDICATOR).value == "academic.gpax"


@pytest.mark.usefixtures("sample")
def test_a_year_without_reports_says_what_will_stand_here() -> None:
    app = open_page(PAGE, **{Key.SAR_VIEW: "matrix", Key.ACADEMIC_YEAR: 2566})
    assert not app.exception
    assert "ยังไม่มีรายงานของปีนี้" in _told(app)
