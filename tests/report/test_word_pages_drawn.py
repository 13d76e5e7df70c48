"""The whole report opened by LibreOffice: every page drawn, none blank."""

import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from lib.report.word import write_docx
from tests.report.sample_document import sample_document

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> pypdfium2.PdfDocument:
    if SOFFICE is None:
        pytest.skip("LibreOffice is not installed, so that pages cannot be drawn")
    folder: Path = tmp_path_factory.mktemp("report")
    source = folder / "report.docx"
    source.write_bytes(write_docx(sample_document()))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return pypdfium2.PdfDocument(folder / "report.pdf")


def test_every_page_has_something_on_it(report: pypdfium2.PdfDocument) -> None:
    assert len(report) >= 12
    for page in report:
        darkest = min(page.render(scale=0.5, grayscale=True).to_numpy().ravel())
        assert darkest < 128


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
