"""The documents opened by LibreOffice: no blank page, nothing off the page, no box for a letter."""

import ctypes
import io
import shutil
import subprocess
from pathlib import Path

import docx
import pypdfium2
import pypdfium2.raw as raw
import pytest

from lib.catalog.evidence_forms import find_form_ids, load_form
from lib.catalog.report_words import load_report_words, load_sar_words
from lib.catalog.standards import load_standards
from lib.catalog.toml_files import DATA_DIR
from lib.domain.bound_figures import DocumentKind, FileOrigin
from lib.domain.office import Office
from lib.domain.schools import OfficeType
from lib.report.annex_workbook import write_annex
from lib.report.compose import compose_report
from lib.report.evidence_form import make_evidence_form
from lib.report.paper_word import make_paper_docx
from lib.report.sar_issues_workbook import make_issues_workbook
from lib.report.sar_report import compose_sar_report
from lib.report.school_sheet import make_school_sheet
from lib.report.slide_compose import compose_slides
from lib.report.slide_pptx import write_pptx
from lib.report.slide_words import load_slide_words
from lib.report.word import write_docx
from tests.report.sample_annex import make_annex_content, make_blocks
from tests.report.sample_content import make_content
from tests.report.sample_document import sample_document
from tests.report.sample_papers import PAPERS
from tests.report.sample_sar import make_sar_content
from tests.report.sample_sheet import sheet

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")


_MARGIN = 0.045  # of the page's width and height; even a page number stands further in
_NARROW = {"annex": 0.015}  # sheets are printed with narrower margins than papers
_INK = 160
_DOTS_PER_CM = 30
_HAIR_CM = 0.2  # rules of a table stand half outside the text
_WITHOUT_THAI = ("DejaVu", "Liberation", "Carlito", "Caladea", "OpenSymbol")
_OFFICE = Office("สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เขต 1", "สพป.ตัวอย่าง เขต 1", OfficeType.PRIMARY, "1")


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> dict[str, pypdfium2.PdfDocument]:
    """Every kind of document as pages, by its name."""
    if SOFFICE is None:
        pytest.skip("LibreOffice is not installed, so that pages cannot be drawn")
    folder: Path = tmp_path_factory.mktemp("drawn")
    sources = []
    for name, content in produced().items():
        (folder / name).write_bytes(content)
        sources.append(str(folder / name))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *sources]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return {Path(each).stem: pypdfium2.PdfDocument(Path(each).with_suffix(".pdf")) for each in sources}


def produced() -> dict[str, bytes]:
    """A small file of every kind that leaves the house."""
    content = make_content()
    files = {
        "report.docx": write_docx(sample_document()),
        "committee.docx": write_docx(compose_report(content, load_report_words())),
        "sar.docx": write_docx(compose_sar_report(make_sar_content(), load_sar_words())),
        "sheet.docx": make_school_sheet(sheet(), load_report_words(DATA_DIR / "school_sheet.toml")),
        "slides.pptx": write_pptx(
            compose_slides(content, load_slide_words()), FileOrigin(DocumentKind.SLIDES, 2567, 2568)
        ),
        "annex.xlsx": write_annex(make_annex_content(), make_blocks()).content,
        "issues.xlsx": make_issues_workbook(
            make_sar_content(), load_standards().vocabularies, load_sar_words()
        ),
    }
    for form_id in find_form_ids(2569):
        form = load_form(form_id, 2569)
        files[f"{form_id}.docx"] = make_evidence_form(form, {}, (), _OFFICE, results={}, thai_digits=True)
    for paper in PAPERS:
        name = f"{type(paper).__name__}.docx"
        files[name] = make_paper_docx(paper, "เอกสาร", _OFFICE.name, thai_digits=True)
    return files


@pytest.fixture(scope="module")
def report(drawn: dict[str, pypdfium2.PdfDocument]) -> pypdfium2.PdfDocument:
    return drawn["report"]


def test_nothing_is_drawn_beyond_the_margins(drawn: dict[str, pypdfium2.PdfDocument]) -> None:
    for name, document in drawn.items():
        for number, page in enumerate(document, start=1):
            ink = page.render(scale=1, grayscale=True).to_numpy().squeeze() < _INK
            rows, columns = ink.shape
            margin = _NARROW.get(name, _MARGIN)
            high, wide = int(rows * margin), int(columns * margin)
            edges = (ink[:high], ink[-high // 2 :], ink[:, :wide], ink[:, -wide:])
            assert not any(edge.any() for edge in edges), f"{name} page {number}"


def test_texts_and_tables_stay_within_the_margins_of_their_pages(
    drawn: dict[str, pypdfium2.PdfDocument],
) -> None:
    words = {name.removesuffix(".docx"): file for name, file in produced().items() if name.endswith(".docx")}
    assert {"committee", "sar", "sheet", "ars46"} <= set(words)
    for name, content in words.items():
        margins_cm = side_margins_cm(content)
        for number, page in enumerate(drawn[name], start=1):
            ink = page.render(scale=_DOTS_PER_CM * 2.54 / 72, grayscale=True).to_numpy().squeeze() < _INK
            left, right = margins_cm[ink.shape[1] > ink.shape[0]]
            beyond = (ink[:, : int(left * _DOTS_PER_CM)], ink[:, -int(right * _DOTS_PER_CM) :])
            assert not any(edge.any() for edge in beyond), f"{name} page {number}"


def side_margins_cm(content: bytes) -> dict[bool, tuple[float, float]]:
    """Margins at the left and right of upright (False) and turned (True) pages, less a hair for rules."""
    found: dict[bool, tuple[float, float]] = {}
    for section in docx.Document(io.BytesIO(content)).sections:
        turned = section.page_width > section.page_height
        left, right = section.left_margin.cm - _HAIR_CM, section.right_margin.cm - _HAIR_CM
        before = found.get(turned, (left, right))
        found[turned] = (min(left, before[0]), min(right, before[1]))
    return found


def test_every_letter_is_a_letter(drawn: dict[str, pypdfium2.PdfDocument]) -> None:
    for name, document in drawn.items():
        said = "".join(page.get_textpage().get_text_range() for page in document)
        assert "ก" in said
        # \ufffe is how the reader of PDFs marks a hyphen at a line's end
        assert not {"\ufffd", "\u25a1", "\x00"} & set(said), name


def test_thai_letters_stand_in_a_face_that_has_them(drawn: dict[str, pypdfium2.PdfDocument]) -> None:
    for name, document in drawn.items():
        faces = {face for page in document for face in thai_faces(page)}
        assert faces
        assert not [face for face in faces if any(other in face for other in _WITHOUT_THAI)], name


def thai_faces(page: pypdfium2.PdfPage) -> set[str]:
    """Names of the faces that Thai letters of a page are drawn with, some letters of each line looked at."""
    text = page.get_textpage()
    faces: set[str] = set()
    for place, letter in enumerate(text.get_text_range()):
        if place % 5 == 0 and "ก" <= letter <= "๛":
            name = ctypes.create_string_buffer(200)
            raw.FPDFText_GetFontInfo(text, place, name, 200, ctypes.c_int())
            faces.add(name.value.decode("utf-8", "replace"))
    return faces


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
