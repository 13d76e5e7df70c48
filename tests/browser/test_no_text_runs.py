"""T14: texts of files, sheets, schools and people stay texts on every page; the browser runs none of them."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lib.domain.evidence import Answer
from lib.domain.findings import Recommendation, Review
from lib.domain.schools import School
from lib.services import imports
from lib.services.evidence_edits import save_answer
from lib.services.evidence_files import attach_file
from lib.storage.engine import Store, open_store, writing
from lib.storage.reviews import save_review
from lib.storage.schools import save_schools
from lib.storage.settings import save_setting
from lib.ui.navigation import PAGES
from tests.browser.standing_still import stand_still
from tests.builders import CODE, MATH, MATH_N, NAME, TITLE, make_workbook
from tests.robustness.crafted_values import PAYLOADS
from tests.robustness.figures import note
from tests.robustness.judge import KPI_FORM, KPI_ITEM, KPI_KIND, KPI_YEAR_BE

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


@pytest.fixture
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """In place of the sample office: one whose every text would run, were it not text."""
    folder = tmp_path_factory.mktemp("texts")
    store = open_store(f"sqlite:///{(folder / 'office.sqlite3').as_posix()}")
    schools = tuple(
        School(f"{10990001 + n}", text, smis_code=f"{10990001 + n}", cluster=text, district=text, pupils=40)
        for n, text in enumerate(PAYLOADS)
    )
    with writing(store) as session:
        save_schools(session, schools)
        office = {"name": PAYLOADS[0], "short_name": PAYLOADS[1], "office_type": "esao_primary"}
        save_setting(session, "office", office, seen_version=0, by=PAYLOADS[2])
        advice = (Recommendation("สพท.", PAYLOADS[2]),)
        review = Review("ก1", "edited", PAYLOADS[0], PAYLOADS[1], advice, note=PAYLOADS[3], numbers_hash="h")
        save_review(session, review, by=PAYLOADS[3])
    for n, text in enumerate(PAYLOADS):
        content = planted_workbook(text, n, schools)
        preview = imports.preview_file(store, content, f"{text}.xlsx")
        imports.commit(store, preview, content, by=text)
    version = save_answer(store, KPI_FORM, KPI_YEAR_BE, KPI_ITEM, Answer("yes", {}, 0), by=PAYLOADS[0])
    assert version == 1
    form = (KPI_FORM, KPI_YEAR_BE, KPI_ITEM)
    for text in PAYLOADS:
        attach_file(
            store,
            *form,
            b"%PDF-1.7 " + text.encode(),
            f"{text}.pdf",
            kind=KPI_KIND,
            by=text,
            title=text,
            note=text,
        )
    yield store
    store.dispose()


def planted_workbook(text: str, n: int, schools: tuple[School, ...]) -> bytes:
    """A small table with the text in its title, headers, a cell that is no figure and the sheet's name."""
    named = "".join(letter for letter in text if letter not in "[]:*?/\\")[:31].strip("'")
    header = [CODE, NAME, MATH_N, MATH, text]
    rows = [
        [school.school_id, school.name, 20, 40.0 + n + place, text]
        for place, school in enumerate(schools[:9])
    ]
    rows.append([schools[9].school_id, schools[9].name, 20, text, text])
    return make_workbook({named: [[f"{TITLE.format(year_be=2560 + n % 8)} {text}"], header, *rows]})  # type: ignore[list-item]


def test_no_text_runs_on_any_page(browser_page: "Page", tmp_path: Path) -> None:
    page = browser_page
    page.set_default_timeout(60_000)
    seen = ""
    for place, entry in enumerate(PAGES):
        link = page.get_by_test_id("stSidebar").get_by_role("link", name=entry.title, exact=True)
        leave = page.locator(".st-key-meeting_leave button, .st-key-present_leave button")
        link.or_(leave).first.wait_for()
        if leave.is_visible():  # meeting and presentation fill the screen until they are left
            leave.click()
            link.wait_for()
            settle(page)
        link.click()
        if place:
            page.wait_for_url(f"**/{entry.url_path}")
        settle(page)
        assert struck(page) is None, entry.title
        seen += page.inner_text("body")
    assert sum(text in seen for text in PAYLOADS) >= len(PAYLOADS) // 2
    upload = tmp_path / "<img src=x onerror=window.struck=1>.xlsx"
    upload.write_bytes(
        planted_workbook(PAYLOADS[0], 3, (School("10990001", "ก", smis_code="10990001"),) * 10)
    )
    page.get_by_test_id("stSidebar").get_by_role("link", name="นำเข้าข้อมูล", exact=True).click()
    settle(page)
    page.locator("input[type=file]").first.set_input_files(upload)
    settle(page)
    assert struck(page) is None
    assert page.evaluate("getComputedStyle(document.body).display") != "none"
    note(
        "T14",
        f"{len(PAYLOADS)} payloads in every text, pages looked at",
        len(PAGES) + 1,
        "0 ran, 0 outside requests",
    )


def settle(page: "Page") -> None:
    """Until the page's script has ended and its parts are drawn."""
    page.locator(":is([data-testid=stHeading], [data-testid=stMarkdown]):visible").first.wait_for()
    stand_still(page)


def struck(page: "Page") -> object:
    return page.evaluate("window.struck ?? null")
