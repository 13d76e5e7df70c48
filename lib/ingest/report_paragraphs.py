"""One paragraph of a report: a heading, a level after its label, a statement, a sentence with levels."""

import re

from lib.domain.assessments import Place
from lib.ingest.quality_levels import TICKED, read_level, word_pattern
from lib.ingest.rating_prose import read_prose
from lib.ingest.rating_rows import is_overall
from lib.ingest.report_context import Context
from lib.ingest.report_headings import (
    ends_statements,
    has_numbering,
    is_part,
    level_heading,
    levels_named,
    strip_numbering,
)
from lib.ingest.report_labels import RATING_LABEL, TARGET_LABEL, end_of
from lib.ingest.report_level_lines import (
    is_a_sentence,
    level_alone,
    level_of_education_rated,
    states_the_whole,
    take_label,
)
from lib.ingest.standard_refs import StandardRef, find_item, find_standard
from lib.ingest.statement_clauses import Clause, read_statement_clauses
from lib.ingest.statement_headings import (
    heading_between_lists,
    part_of_statements,
    statement_heading,
    styled_statement_heading,
)
from lib.ingest.statement_lists import begins_item, last_number

_TRAILING = re.compile(
    rf"[\s:：=(–—-]\s*((?:ระดับ(?:คุณภาพ)?\s*)?(?:{word_pattern()}))\s*(?:\(?\s*[1-5]\s*\))?\)?\s*$"
)
_LONGEST_STANDARD = 160
_LONGEST_LEVEL = 80


def read_paragraph(
    context: Context,
    text: str,
    place: Place,
    *,
    is_heading: bool,
    before_list: bool = False,
    restarts: bool = False,
) -> None:
    """Take in one line of text that is no table row of several cells.

    Args:
        before_list: the next line is the first of a numbered or bulleted list, and this one is in none.
        restarts: and that list begins at one.
    """
    awaited, context.awaits = context.awaits, ""
    context.listed.pass_by(text)
    part = part_of_statements(text)
    if part is not None:
        context.leave_part()
    heading = (
        part
        or statement_heading(text)
        or (styled_statement_heading(text, styled=is_heading) if is_heading or before_list else None)
    )
    between = restarts and context.kind is not None and context.listed.itemised
    if heading is None and between and find_standard(text) is None and not levels_named(text):
        heading = heading_between_lists(text)
    if heading is not None and not (
        context.kind and heading.inline and has_numbering(text) and not heading.parted
    ):
        context.begin_statements(text, heading.kind)
        context.state_line(heading.inline, place)
        return
    if clauses := read_statement_clauses(text):
        _take_clauses(context, text, clauses, place)
        return
    body = strip_numbering(text)
    ref = find_standard(text) if len(text) <= _LONGEST_STANDARD else None
    if ref is not None:
        enter_standard(context, ref, text, place)
    elif TARGET_LABEL.match(body) and not context.kind:
        take_label(context, text, body[end_of(TARGET_LABEL, body) :], place, expected=True)
    elif RATING_LABEL.match(body) and not (context.kind and is_a_sentence(body)):
        take_label(context, text, body[end_of(RATING_LABEL, body) :], place, expected=False)
    elif context.kind and is_overall(text) and not begins_item(text) and states_the_whole(text):
        context.end_list()
        context.prose(text, place, 0.7)
    elif not context.kind and (rated := level_of_education_rated(text)) is not None:
        standard = "" if awaited == "overall" else context.standard
        context.add(rated[1], rated[0], standard, "", text, place, 0.8, awaited == "expected")
        context.awaits = awaited
    elif (level := level_heading(text, is_heading=is_heading)) is not None:
        context.enter_level(level, part=is_part(text))
        context.awaits = awaited if awaited == "overall" else ""
        if is_overall(text):
            context.prose(text, place, 0.7)
    elif (
        item := find_item(text, context.standard, context.level, sure=False)
    ) is not None and context.standard:
        _enter_item(context, item, text, place)
    elif is_part(text):
        context.leave_part()
    elif ends_statements(text, is_heading=is_heading, beside_list=bool(context.listed.itemised)):
        context.end_list()
    elif awaited and (reading := read_level(text)) is not None:
        if awaited == "overall":
            context.add(reading, None, "", "", text, place, 0.9, False)
        else:
            context.rate(reading, text, place, 0.9, expected=awaited == "expected")
        context.awaits = awaited if not any(mark in text for mark in TICKED) and reading.level is None else ""
    elif awaited and set(text) & set("☐□"):
        context.awaits = awaited
    elif context.kind is not None:
        context.state_line(text, place)
    elif context.standard and len(body) <= _LONGEST_LEVEL and (reading := level_alone(body)) is not None:
        context.rate(reading, text, place, 0.65)
    elif context.standard and (text.startswith("ระดับ") or set(text[:2]) & set(TICKED)):
        take_label(context, text, body, place, expected=False, confidence=0.6)
    elif "มาตรฐาน" in text or is_overall(text) or levels_named(text):
        context.prose(text, place, 0.7)


def _take_clauses(context: Context, text: str, clauses: tuple[Clause, ...], place: Place) -> None:
    """Statements within a sentence; what stands before them is read as any other line."""
    lead = text[: clauses[0].start].strip()
    if lead:
        if not begins_item(lead):
            context.end_list()
        read_paragraph(context, lead, place, is_heading=False)
    for clause in clauses:
        context.begin_statements(clause.head, clause.kind)
        context.state(clause.says, place)
    last = clauses[-1].says
    if last:
        # A list inside a sentence ends with it, unless the next line takes up its numbers.
        context.listed.next_number = last_number(last) + 1


def enter_standard(context: Context, ref: StandardRef, text: str, place: Place) -> None:
    """A standard begins; its level may stand in the same line."""
    named = levels_named(text)
    told = ref.level or (named[0] if len(named) == 1 else None)
    if told is not None:
        context.level, context.level_in_part = told, True
    if ref.standard != context.standard:
        context.items_begun, context.items_rated = [], set()
    context.standard = ref.standard
    context.enter_item(ref.item)
    if context.begun_under_standard:
        context.end_list()
    rest = ref.rest.strip()
    reading = read_level(rest) if rest else None
    if reading is not None:
        context.rate(reading, text, place, 0.85)
    elif (
        not context.prose(text, place, 0.8)
        and not set(rest) & set("☐□")
        and (tail := _TRAILING.search(rest)) is not None
    ):
        trailing = read_level(tail[0])
        if trailing is not None:
            context.rate(trailing, text, place, 0.7)


def _enter_item(context: Context, ref: StandardRef, text: str, place: Place) -> None:
    tail = _TRAILING.search(text)
    found = read_prose(text, context.year_be)
    reading = found[-1].reading if found else read_level(tail[0]) if tail else None
    context.enter_item(ref.item)
    if reading is not None:
        context.rate(reading, text, place, 0.85)
        context.item = ""
