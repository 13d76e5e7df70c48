"""The documents opened by LibreOffice: no blank page, nothing off the page, no box for a letter."""

import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from lib.catalog.report_words import load_report_words, load_sar_words
from lib.report.compose import compose_report
from lib.report.sar_report import compose_sar_report
from lib.report.word import write_docx
from tests.report.sample_content import make_content
from tests.report.sample_document import sample_document
from tests.report.sample_sar import make_sar_content

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")


_MARGIN = 0.045  # of the page's width and height; even a page number stands further in
_INK = 160


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> dict[str, pypdfium2.PdfDocument]:
    """Every kind of document as pages, by its name."""
    if SOFFICE is None:
        pytest.skip("LibreOffice is not installed, so that pages cannot be drawn")
    folder: Path = tmp_path_factory.mktemp("drawn")
    documents = {
        "report": sample_document(),
        "committee": compose_report(make_content(), load_report_words()),
        "sar": compose_sar_report(make_sar_content(), load_sar_words()),
    }
    for name, document in documents.items():
        (folder / f"{name}.docx").write_bytes(write_docx(document))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    sources = [str(folder / f"{name}.docx") for name in documents]
    command = [SOFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *sources]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return {name: pypdfium2.PdfDocument(folder / f"{name}.pdf") for name in documents}


@pytest.fixture(scope="module")
def report(drawn: dict[str, pypdfium2.PdfDocument]) -> pypdfium2.PdfDocument:
    return drawn["report"]


def test_nothing_is_drawn_beyond_the_margins(drawn: dict[str, pypdfium2.PdfDocument]) -> None:
    for name, document in drawn.items():
        for number, page in enumerate(document, start=1):
            ink = page.render(scale=1, grayscale=True).to_numpy().squeeze() < _INK
            rows, columns = ink.shape
            high, wide = int(rows * _MARGIN), int(columns * _MARGIN)
            edges = (ink[:high], ink[-high // 2 :], ink[:, :wide], ink[:, -wide:])
            assert not any(edge.any() for edge in edges), f"{name} page {number}"


def test_every_letter_is_a_letter(drawn: dict[str, pypdfium2.PdfDocument]) -> None:
    for name, document in drawn.items():
        said = "".join(page.get_textpage().get_text_range() for page in document)
        assert "ก" in said
        # \ufffe is how the reader of PDFs marks a hyphen at a line's end
        assert not {"\ufffd", "\u25a1", "\x00"} & set(said), name


def test_no_page_of_any_document_is_blank(drawn: dict[str, pypdfium2.PdfDocument]) -> None:
    for name, document in drawn.items():
        for number, page in enumerate(document, start=1):
            ink = page.render(scale=0.5, grayscale=True).to_numpy().squeeze() < _INK
            assert ink.any(), f"{name} page {number}"


def test_the_heads_of_a_long_table_stand_on_each_of_its_pages(report: pypdfium2.PdfDocument) -> None:
    texts = [page.get_textpage().get_text_range() for page in report]
    landscape = [
        text for page, text in zip(report, texts, strict=True) if page.get_width() > page.get_height()
    ]
    assert len(landscape) >= 2
    assert all("2566" in text and "2568" in text for text in landscape)


def test_front_pages_are_numbered_in_letters(report: pypdfium2.PdfDocument) -> None:
    lines = report[1].get_textpage().get_text_range().split()
    assert "ก" in (lines[0], lines[-1])
