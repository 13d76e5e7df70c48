"""The public copy in a browser: accessible, whole without JavaScript, nothing asked of the outside."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.report.small_site import small_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    for name, content in small_site().items():
        file = folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = os.environ.get("BROWSER_PATH") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.mark.parametrize("width", [1366, 360])
def test_axe_finds_nothing_on_any_page(browser: "Browser", folder: Path, width: int) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = browser.new_page(viewport={"width": width, "height": 768})
    outside: list[str] = []
    page.on("request", lambda request: outside.append(request.url))
    for file in sorted(folder.glob("*.html")):
        page.goto(file.as_uri())
        found = Axe().run(page).response["violations"]
        assert [(file.name, each["id"], each["nodes"][0]["html"]) for each in found] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()
    assert [url for url in outside if not url.startswith((folder.as_uri(), "data:"))] == []


def test_without_javascript_words_tables_and_charts_are_there(browser: "Browser", folder: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "report.html").as_uri())
    assert page.get_by_text("ผลสมมติ").first.is_visible()
    assert page.locator("figure svg").is_visible()
    page.locator("summary").click()
    assert page.locator("details table").is_visible()
    context.close()


def test_a_value_of_a_chart_shows_on_focus(browser: "Browser", folder: Path) -> None:
    page = browser.new_page()
    page.goto((folder / "report.html").as_uri())
    page.locator("figure svg [data-tip]").focus()
    assert page.locator(".tip").inner_text() == "กลุ่ม ก: 25.00"
    page.keyboard.press("Escape")
    assert page.locator(".tip").is_hidden()
    page.close()


def test_the_font_of_the_folder_is_used(browser: "Browser", folder: Path) -> None:
    page = browser.new_page()
    page.goto((folder / "index.html").as_uri())
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('17px Sarabun', 'ก'))")
    page.close()


def test_it_prints_its_tables_opened(browser: "Browser", folder: Path, tmp_path: Path) -> None:
    import pypdfium2

    page = browser.new_page()
    page.goto((folder / "report.html").as_uri())
    page.pdf(path=str(tmp_path / "report.pdf"), prefer_css_page_size=True)
    page.close()
    with pypdfium2.PdfDocument(tmp_path / "report.pdf") as printed:
        width, height = printed[0].get_size()
        told = "".join(sheet.get_textpage().get_text_range() for sheet in printed)
    assert (round(width), round(height)) == (595, 842)  # A4 upright
    assert "ผลสมมติ" in told
    assert "ข้ามไปที่เนื้อหา" not in told
