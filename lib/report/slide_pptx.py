"""Slides as a PowerPoint file: native charts and tables, notes, every figure bound to its data."""

import io
from datetime import datetime

from pptx.presentation import Presentation as PptxPresentation

from lib.domain.bound_figures import FileOrigin, PlacedFigure
from lib.domain.slides import SlideDeck
from lib.report.characters import printable
from lib.report.figure_binding import with_figures
from lib.report.slide_binding import placed_figures
from lib.report.slide_page import write_page
from lib.report.slide_template import office_presentation, own_presentation

_LANGUAGE = "th-TH"


def write_pptx(deck: SlideDeck, origin: FileOrigin, template: bytes | None = None) -> bytes:
    """The deck as pptx bytes; the same deck and template give the same bytes.

    Args:
        template: the office's own presentation; None takes ours.

    Raises:
        WorkbenchError: the template lacks a layout that the slides need.
    """
    made = own_presentation() if template is None else office_presentation(template)
    placed: list[PlacedFigure] = []
    for number, slide in enumerate(deck.slides, start=1):
        page = write_page(made, slide, deck.digits)
        placed += placed_figures(slide, number, page)
    _set_properties(made, deck)
    stream = io.BytesIO()
    made.save(stream)
    return with_figures(stream.getvalue(), origin, placed)


def _set_properties(made: PptxPresentation, deck: SlideDeck) -> None:
    properties = made.core_properties
    properties.title, properties.author = printable(deck.title)[:255], printable(deck.office)[:255]
    properties.language = _LANGUAGE
    properties.last_modified_by, properties.revision, properties.keywords = "", 1, ""
    day = deck.made_on
    moment = datetime(day.year, day.month, day.day) if day else datetime(2000, 1, 1)
    properties.created = properties.modified = moment
