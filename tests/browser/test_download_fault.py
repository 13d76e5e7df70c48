"""A file that cannot be made is told in Thai under its button."""

import os
import shutil
from pathlib import Path

from lib.ui.frame import _STYLE


def test_the_sentence_under_a_failed_download_is_thai(tmp_path: Path) -> None:
    from playwright.sync_api import sync_playwright

    shown = tmp_path / "fault.html"
    fault = '<small data-testid="stDownloadButtonError">Failed to generate file for download</small>'
    shown.write_text(f'<meta charset="utf-8">{_STYLE}{fault}', encoding="utf-8")
    path = os.environ.get("BROWSER_PATH") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.goto(shown.as_uri())
        told = page.get_by_test_id("stDownloadButtonError")
        assert told.evaluate("each => getComputedStyle(each).fontSize") == "0px"
        assert "ทำไฟล์ไม่สำเร็จ" in told.evaluate("each => getComputedStyle(each, '::after').content")
        browser.close()
