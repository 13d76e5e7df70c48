"""The folder of the public copy: whole, safe, the same again; a stranger works its levels out anew."""

import csv
import dataclasses
import io
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from lib.domain.publication import Publication, PublicationSettings
from lib.report.site import make_site
from tests.report.small_site import ATTACK, small_content, small_site, svg

_VOID = {"meta", "link", "br", "img", "hr", "input"}


class _Strict(HTMLParser):
    """Notes tags that are left open or closed in the wrong order, ids and links."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.ids += [str(told["id"])] if "id" in told else []
        self.links += [str(told[name]) for name in ("href", "src") if name in told]
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)


@pytest.fixture(scope="module")
def site() -> dict[str, bytes]:
    return small_site()


def _pages(site: dict[str, bytes]) -> dict[str, _Strict]:
    pages = {}
    for name, content in site.items():
        if name.endswith(".html"):
            pages[name] = _Strict()
            pages[name].feed(content.decode())
    return pages


def test_every_tag_is_closed_and_every_id_stands_once(site: dict[str, bytes]) -> None:
    for name, page in _pages(site).items():
        assert (name, page.faults, page.open) == (name, [], [])
        assert len(page.ids) == len(set(page.ids)), name


def test_every_link_leads_to_a_file_of_the_folder(site: dict[str, bytes]) -> None:
    pages = _pages(site)
    for name, page in pages.items():
        for link in page.links:
            file, _, anchor = link.partition("#")
            if link != "data:,":
                assert (file or name) in site, f"{name} → {link}"
                assert not anchor or anchor in pages[file or name].ids, f"{name} → {link}"


def test_nothing_is_asked_of_the_outside(site: dict[str, bytes]) -> None:
    for name in site:
        if name.endswith((".html", ".css", ".js")):
            told = site[name].decode().replace("http://www.w3.org/2000/svg", "")
            assert not re.search(r"https?://|//[a-z]+\.", told), name


def test_the_same_content_gives_the_same_bytes(site: dict[str, bytes]) -> None:
    assert small_site() == site


def test_a_name_cannot_become_a_script(site: dict[str, bytes]) -> None:
    for name, content in site.items():
        if name.endswith(".html"):
            assert ATTACK.encode() not in content
    assert b"&lt;script&gt;alert(1)" in site["schools-personnel.html"]


def test_a_hidden_figure_stands_nowhere(site: dict[str, bytes]) -> None:
    rows = list(csv.DictReader(io.StringIO(site["figures.csv"].decode("utf-8-sig"))))
    hidden = [row for row in rows if row["suppressed"] == "1"]
    assert len(hidden) == 2
    assert {(row["numerator"], row["value"], row["level"]) for row in hidden} == {("", "", "")}
    assert {row["reason"] for row in hidden} == {"small_numbers"}  # which one is small is not told
    page = site["schools-personnel.html"].decode()
    assert page.count('<span class="hid">') == 2
    assert "2 จาก 40" not in page


def test_text_of_the_open_data_is_no_formula(site: dict[str, bytes]) -> None:
    assert site["figures.csv"].startswith(b"\xef\xbb\xbf")
    assert "'=สมมติ" in site["figures.csv"].decode()


def test_no_number_looks_like_one_of_a_person(site: dict[str, bytes]) -> None:
    for name, content in site.items():
        if name.endswith((".html", ".csv")):
            assert not re.search(r"(?<![\d.])\d{13}(?!\d)", content.decode()), name


def test_a_strangers_script_gives_every_published_level_again(site: dict[str, bytes], tmp_path: Path) -> None:
    for name in ("figures.csv", "rules.csv"):
        (tmp_path / name).write_bytes(site[name])
    script = Path(__file__).with_name("levels_again.py")
    assert sum(bool(line.strip()) for line in script.read_text("utf-8").splitlines()) <= 30
    told = subprocess.run(
        [sys.executable, script, tmp_path], capture_output=True, text=True, check=True
    ).stdout
    assert told.split() == ["5", "0"]


def test_the_fonts_travel_with_their_licence(site: dict[str, bytes]) -> None:
    named = re.findall(r'url\("([^"]+)"\)', site["style.css"].decode())
    assert len(named) == 4
    assert all(name in site for name in named)
    assert b"SIL Open Font License" in site["fonts/OFL.txt"]


def test_a_copy_without_figures_is_still_whole() -> None:
    empty = dataclasses.replace(small_content(), publication=Publication(PublicationSettings(), (), (), 7))
    files = make_site(empty, svg)
    pages = _pages(files)
    assert {"index.html", "report.html", "figures.csv"} <= files.keys()
    assert not [name for name in pages if name.startswith(("data-", "schools-"))]
    assert [(name, page.faults, page.open) for name, page in pages.items() if page.faults or page.open] == []
    links = [link.partition("#")[0] for page in pages.values() for link in page.links if link != "data:,"]
    assert [link for link in links if link and link not in files] == []
