"""Answers of the meetings of a fiscal year as one document, because they prove that results were used."""

from datetime import date

from lib.catalog.report_words import load_report_words
from lib.domain.office import Office
from lib.report.meeting_record import compose_meeting_record
from lib.report.word import write_docx
from lib.services.analysis import OfficeData
from lib.services.meeting_pins import list_pins, pinned_answers
from lib.services.office import size_scheme
from lib.storage.engine import Store
from lib.thai.dates import fiscal_year_of, thai_day


def meeting_answers(
    store: Store, office: Office, data: OfficeData, fiscal_year_be: int, today: date
) -> bytes | None:
    """Answers pinned in a fiscal year, each with its figures and sources; None where none was."""
    listed = [
        each
        for each in list_pins(store, data, size_scheme(office))
        if fiscal_year_of(thai_day(each.pin.pinned_at)) == fiscal_year_be
    ]
    if not listed:
        return None
    pinned = pinned_answers(tuple(listed))
    document = compose_meeting_record(pinned, office, fiscal_year_be, load_report_words(), made_on=today)
    return write_docx(document)
