"""Charts as people use them: saved as pictures and data without a network, and clicked."""

import csv
import io
import re
import struct
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl

from tests.browser.standing_still import stand_still

if TYPE_CHECKING:
    from playwright.sync_api import Page

SVG = "{http://www.w3.org/2000/svg}"
_CHART = "[data-testid=stVegaLiteChart] svg.marks"
_UNSAFE = re.compile(r'[<>:"/\\|?*]')


def test_a_chart_is_saved_and_clicked(browser_page: "Page", tmp_path: Path) -> None:
    """One walk, because the server behind it takes seconds to start."""
    page = browser_page
    page.get_by_role("link", name="สำรวจตัวชี้วัด", exact=True).click()
    page.locator(_CHART).wait_for()

    saved = {kind: save(page, tmp_path, label) for kind, label in LABELS.items()}
    words = svg_words(saved["svg"])
    assert_same_words(words, page)
    _, _, width, height = (page.locator(_CHART).get_attribute("viewBox") or "").split()
    assert png_size(saved["png"]) == (int(2 * float(width) + 0.5), int(2 * float(height) + 0.5))
    # a picture of nothing would pack into a few bytes
    assert saved["png"].stat().st_size > 100_000
    header, *rows = list(csv.reader(io.StringIO(saved["csv"].read_text(encoding="utf-8-sig"))))
    assert header[0] == "ตัวชี้วัด"
    column = [cell.value for cell in openpyxl.load_workbook(saved["xlsx"]).active["A"]]
    # a long title stands in lines, which the picture tells without the space between them
    assert column[0].replace(" ", "") in [each.replace(" ", "") for each in words]
    assert len(column) - column.index(header[0]) - 1 == len(rows) > 100

    click_until(page, "g.mark-rect.role-mark", 1, lambda url: "indicator=" in url and "cluster=" in url)
    page.get_by_text("กรวยตามจำนวน", exact=True).first.click()
    click_until(page, "g.mark-symbol.role-mark", 3, lambda url: "school=" in url)
    first = page.url
    click_until(page, "g.mark-symbol.role-mark", 60, lambda url: "school=" in url and url != first)


def click_until(page: "Page", marks: str, place: int, arrived: Callable[[str], bool]) -> None:
    """Click a mark once the page stands still; a chart drawn anew under the pointer takes no click."""
    from playwright.sync_api import TimeoutError as NotYet

    for patience in (10_000, 20_000, 30_000):
        stand_still(page)
        page.locator(f"{_CHART} {marks}").first.locator("path").nth(place).click(force=True)
        try:
            page.wait_for_url(arrived, timeout=patience)
        except NotYet:
            continue
        return
    raise AssertionError(f"three clicks on {marks} {place} led nowhere: {page.url}")


LABELS = {
    "png": "ภาพ (PNG)",
    "svg": "ภาพที่ขยายได้ (SVG)",
    "xlsx": "ข้อมูลของกราฟ (Excel)",
    "csv": "ข้อมูลของกราฟ (CSV)",
}


def save(page: "Page", folder: Path, label: str) -> Path:
    """Save one file of the first chart under the name it came with, which Windows must take."""
    menu = page.get_by_role("button", name="บันทึกกราฟ").first
    if not page.get_by_role("button", name=label).is_visible():
        menu.click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name=label).click()
    name = waiting.value.suggested_filename
    assert not _UNSAFE.search(name)
    assert name.startswith("ภาพรวมด้าน")
    waiting.value.save_as(folder / name)
    return folder / name


def svg_words(file: Path) -> list[str]:
    return ["".join(text.itertext()) for text in ET.parse(file).getroot().iter(f"{SVG}text")]  # noqa: S314 - our own


def assert_same_words(words: list[str], page: "Page") -> None:
    """The file says what the screen says: message, source, how it is read; letters as typed, ำ whole."""
    shown = page.locator(f"{_CHART} text").all_text_contents()
    assert sorted(words) == sorted(shown)
    told = " ".join(words)
    assert "ที่มา: " in told
    assert "อ่านว่า: " in told
    assert "ปีการศึกษา 25" in told
    assert "ำ" in told
    assert "\u0e4d\u0e32" not in told


def png_size(file: Path) -> tuple[int, int]:
    content = file.read_bytes()
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", content[16:24])
    return int(width), int(height)
