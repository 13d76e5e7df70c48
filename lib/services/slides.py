"""Slides of a meeting: the deck from a report's content, and the PowerPoint file in the office's template."""

from collections.abc import Iterable

from lib.domain.bound_figures import BoundFigure, DocumentKind, FileOrigin
from lib.domain.report_content import ReportContent
from lib.domain.slides import SlideDeck
from lib.report.slide_binding import deck_figures
from lib.report.slide_compose import compose_slides
from lib.report.slide_pptx import write_pptx
from lib.report.slide_words import load_slide_words
from lib.services.evidence_focus import thai_today
from lib.services.report_run import ReportRun, start_run
from lib.services.slide_template import slide_template
from lib.storage.engine import Store


def make_deck(content: ReportContent) -> SlideDeck:
    """The slides of a report, 10 to 15 in the order of a meeting."""
    return compose_slides(content, load_slide_words())


def make_slides_pptx(run: ReportRun) -> bytes:
    """The slides as PowerPoint, in the office's own template where it gave one.

    Raises:
        WorkbenchError: the template is gone or lacks a layout.
    """
    return write_pptx(make_deck(run.content), slides_origin(run.content), slide_template(run.store))


def slides_origin(content: ReportContent) -> FileOrigin:
    return FileOrigin(DocumentKind.SLIDES, content.academic_year_be, content.fiscal_year_be)


def slides_again(store: Store, origin: FileOrigin) -> Iterable[BoundFigure]:
    """The figures that the slides of these years show now, to check a file against."""
    run = start_run(store, origin.academic_year_be, origin.fiscal_year_be, today=thai_today())
    return deck_figures(make_deck(run.content))
