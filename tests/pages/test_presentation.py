"""Presentation mode through the whole app: the deck's words, steps, notes, black screen, the way back."""

import re
from html import unescape
from io import BytesIO

import pytest
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from streamlit.testing.v1 import AppTest

from lib.services.evidence_focus import thai_today
from lib.services.report_run import start_run
from lib.services.slides import make_slides_pptx
from lib.settings import DATABASE_VARIABLE
from lib.storage.engine import Store
from lib.ui.resources import open_office
from lib.ui.state import Key
from tests.pages.opening import open_page

PAGE = "pages/presentation.py"
_BESIDE = (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)


@pytest.fixture
def sample(monkeypatch: pytest.MonkeyPatch, sample_store: Store) -> Store:
    monkeypatch.setenv(DATABASE_VARIABLE, sample_store.url)
    return sample_store


def html(app: AppTest) -> str:
    return "".join(each.proto.body for each in app.get("html") if "<style>" not in each.proto.body)


def words(app: AppTest) -> list[str]:
    """Texts of the elements of a slide, without tags."""
    told = re.findall(r"<(?:h1|p|td|th|span)[^>]*>([^<]+)</", html(app))
    return [unescape(each) for each in told]


def press(app: AppTest, key: str) -> AppTest:
    app.button(key=f"{Key.PRESENT}-{key}").click()
    return app.run()


@pytest.mark.usefixtures("store")
def test_an_empty_office_is_told_what_is_missing() -> None:
    app = open_page(PAGE)
    assert not app.exception
    assert "ยังไม่มีข้อมูลของสำนักงาน" in app.info[0].value


@pytest.mark.usefixtures("sample")
def test_the_first_slide_is_the_cover_and_keys_go_to_the_end_and_back() -> None:
    app = open_page(PAGE)
    assert not app.exception
    assert "slide-cover" in html(app)
    last = len_of(app)
    press(app, "End")
    assert app.session_state[Key.PRESENT_PLACE] == last - 1
    press(app, "Right")
    assert app.session_state[Key.PRESENT_PLACE] == last - 1
    press(app, "Home")
    press(app, "Space")
    assert app.session_state[Key.PRESENT_PLACE] == 1
    press(app, "PageUp")
    assert app.session_state[Key.PRESENT_PLACE] == 0


def len_of(app: AppTest) -> int:
    told = next(each.value for each in app.markdown if each.value.startswith("หน้า **"))
    n_slides = int(told.rpartition(" ")[2])
    assert 10 <= n_slides <= 15
    return n_slides


@pytest.mark.usefixtures("sample")
def test_every_slide_says_on_the_screen_what_the_file_says() -> None:
    report = open_page("pages/report.py", **{Key.REPORT_VIEW: "files"})
    made = Presentation(BytesIO(download(report)))
    app = open_page(PAGE)
    assert len_of(app) == len(made.slides)
    for page in made.slides:
        shown = words(app)
        for shape in page.shapes:
            if shape.is_placeholder and shape.placeholder_format.type in _BESIDE:
                continue
            if shape.has_table:
                told = [cell.text for row in shape.table.rows for cell in row.cells if cell.text]
            elif shape.has_text_frame:
                told = [paragraph.text for paragraph in shape.text_frame.paragraphs]
            else:
                told = []
            assert not [text for text in told if text not in shown], page.shapes.title.text_frame.text
        has_chart = any(shape.has_chart for shape in page.shapes)
        assert bool(app.get("vega_lite_chart")) == has_chart
        press(app, "Right")
        assert not app.exception


def download(app: AppTest) -> bytes:
    """The slides as the page would hand them out."""
    assert not app.exception
    assert any(each.proto.label == "ดาวน์โหลดสไลด์ PowerPoint" for each in app.get("download_button"))
    return make_slides_pptx(start_run(open_office(), None, None, today=thai_today()))


@pytest.mark.usefixtures("sample")
def test_notes_come_on_demand_and_tell_the_source() -> None:
    app = open_page(PAGE, **{Key.PRESENT_PLACE: 3})
    assert "ที่มา: " in html(app)
    assert "ไม่ได้บอกสาเหตุ" not in html(app)
    app.button(key=f"{Key.PRESENT_NOTES}-button").click().run()
    assert "ไม่ได้บอกสาเหตุ" in html(app)


@pytest.mark.usefixtures("sample")
def test_a_black_screen_goes_with_the_next_step() -> None:
    app = open_page(PAGE, **{Key.PRESENT_PLACE: 3})
    app.button(key=f"{Key.PRESENT_BLACK}-button").click().run()
    assert "slide-black" in html(app)
    press(app, "Right")
    assert "slide-black" not in html(app)


@pytest.mark.usefixtures("sample")
def test_leaving_returns_to_the_files_where_one_was() -> None:
    app = open_page("pages/report.py", **{Key.REPORT_VIEW: "files"})
    app.button(key=Key.PRESENT).click().run()
    assert "slide-cover" in html(app)
    app.button(key=Key.PRESENT_LEAVE).click().run()
    assert not app.exception
    assert any(each.proto.label == "ดาวน์โหลดสไลด์ PowerPoint" for each in app.get("download_button"))


@pytest.mark.usefixtures("sample")
def test_the_address_names_the_slide_so_that_a_reload_comes_back_to_it() -> None:
    app = open_page(PAGE)
    press(app, "Right")
    press(app, "Right")
    assert app.query_params["slide"] == "3"
    again = open_page(PAGE)
    again.query_params["slide"] = "3"
    again.run()
    assert again.session_state[Key.PRESENT_PLACE] == 2
    press(again, "Left")
    assert again.query_params["slide"] == "2"


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize(("named", "place"), [("0", 0), ("999", -1), ("ก", 0), ("-4", 0)])
def test_an_address_that_names_no_slide_opens_the_nearest(named: str, place: int) -> None:
    app = open_page(PAGE)
    app.query_params["slide"] = named
    app.run()
    assert not app.exception
    assert app.session_state[Key.PRESENT_PLACE] == place % len_of(app)
