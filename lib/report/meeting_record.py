"""The answers of a year's meetings put together as one document."""

from collections.abc import Sequence
from datetime import date

from lib.catalog.report_words import ReportWords
from lib.domain.documents import Block, Document, Heading, Paragraph, Run
from lib.domain.office import Office
from lib.domain.report_content import PinnedAnswer
from lib.report.compose_parts import unbroken_office
from lib.report.compose_pins import answer_blocks
from lib.thai.dates import format_date


def compose_meeting_record(
    pinned: Sequence[PinnedAnswer], office: Office, fiscal_year_be: int, words: ReportWords, *, made_on: date
) -> Document:
    """One heading for each answer, in the order they were pinned."""
    opening = words.say("meeting_record_opening", n=f"{len(pinned):,}", fiscal_year=str(fiscal_year_be))
    blocks: list[Block] = [Heading(1, words.headings["meeting_record"]), Paragraph((Run(opening),))]
    for one in pinned:
        blocks += answer_blocks(one, words)
    made = f"จัดทำเมื่อ {format_date(made_on)}"
    return Document(
        title=words.headings["meeting_record"],
        subtitle=words.say("subtitle_fiscal", fiscal_year=str(fiscal_year_be)),
        office=unbroken_office(office.name),
        date_text=f"{made}\n{words.phrases['sample']}" if office.is_sample else made,
        blocks=tuple(blocks),
        lang_digits="thai" if office.thai_digits else "arabic",
        contents=False,
        made_on=made_on,
    )
