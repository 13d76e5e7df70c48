"""An office's name with control characters, markup, a formula and half a sign: every file still opens."""

import io
import zipfile

import docx
import openpyxl
import pytest
from pptx import Presentation

from lib.catalog.evidence_forms import load_form
from lib.catalog.report_words import load_report_words
from lib.domain.bound_figures import DocumentKind, FileOrigin
from lib.domain.office import Office
from lib.domain.schools import OfficeType
from lib.report.annex_workbook import write_annex
from lib.report.compose import compose_report
from lib.report.evidence_form import make_evidence_form
from lib.report.slide_compose import compose_slides
from lib.report.slide_pptx import write_pptx
from lib.report.slide_words import load_slide_words
from lib.report.word import write_docx
from tests.report.sample_annex import make_annex_content, make_blocks
from tests.report.sample_content import make_content

HOSTILE = "=cmd|'/c'!A1 <b>&\"\x00\x0b\ufffe\ud800\u200b " + "ก" * 300


def of_word(content: bytes) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs]


def test_word_files_open_and_show_the_name_as_text() -> None:
    report = write_docx(compose_report(make_content(office_name=HOSTILE), load_report_words()))
    assert any("=cmd|'/c'!A1 <b>&\"" in text for text in of_word(report))
    office = Office(HOSTILE, HOSTILE, OfficeType.PRIMARY, HOSTILE)
    form = make_evidence_form(load_form("ars46", 2569), {}, (), office, results={})
    assert any('<b>&"' in text for text in of_word(form))


def test_slides_open_and_name_no_other_program_as_their_maker() -> None:
    deck = compose_slides(make_content(office_name=HOSTILE, office_short_name=HOSTILE), load_slide_words())
    written = write_pptx(deck, FileOrigin(DocumentKind.SLIDES, 2567, 2568))
    slides = Presentation(io.BytesIO(written)).slides
    assert len(slides) >= 10
    with zipfile.ZipFile(io.BytesIO(written)) as package:
        assert "docProps/app.xml" not in package.namelist()


@pytest.mark.parametrize("field", ["title", "office"])
def test_the_annex_opens_and_holds_no_formula_from_a_name(field: str) -> None:
    written = write_annex(make_annex_content(**{field: HOSTILE}), make_blocks()).content
    book = openpyxl.load_workbook(io.BytesIO(written))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert not [cell for cell in cells if "cmd" in str(cell.value)]
