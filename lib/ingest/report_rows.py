"""One row of several cells: under a header, or a label with its value."""

from dataclasses import replace

from lib.domain.assessments import LevelOfEducation, Place
from lib.ingest.quality_levels import read_level
from lib.ingest.rating_columns import Columns
from lib.ingest.rating_rows import RowLevel, RowSubject, levels_of, pure_levels, subject_of
from lib.ingest.report_context import Context, quote_of
from lib.ingest.report_headings import (
    has_numbering,
    level_heading,
    levels_named,
    strip_numbering,
)
from lib.ingest.report_labels import RATING_LABEL, TARGET_LABEL
from lib.ingest.report_lines import Line
from lib.ingest.report_paragraphs import enter_standard
from lib.ingest.standard_refs import StandardRef, find_item, find_standard, is_sub_item
from lib.ingest.statement_headings import statement_heading

_LONGEST_BEFORE_KIND = 60


def read_header_words(context: Context, line: Line, columns: Columns) -> None:
    """What a header says of the whole table: its level of education, or the one standard it is about."""
    apart = {number for number, column in columns.items() if column.role == "education"}
    if not apart:
        named = {level for cell in line.cells for level in levels_named(cell)}
        if len(named) == 1:
            context.level = named.pop()
    standards = [column for column in columns.values() if column.role == "standard_is"]
    if len(standards) == 1:
        context.standard, context.level = standards[0].standard, standards[0].education or context.level


def read_row(context: Context, line: Line, columns: Columns) -> None:
    """A row of data in a table whose columns are known."""
    subject = subject_of(line.cells, columns, context.level)
    ref = subject.ref
    if ref is not None and subject.level is not None:
        # A merged cell above, or the standard's name, speaks for the rows below too.
        context.level = subject.level
    if subject.closing:
        subject = _sums_up(context, line, subject)
    named = subject.level if ref is not None or subject.names_level else None
    standard, item = (
        (ref.standard, ref.item)
        if ref
        else (("", "") if subject.overall else (context.standard, "" if subject.closing else context.item))
    )
    for number, column in columns.items():
        cell = line.cells[number] if number < len(line.cells) else ""
        if column.kind is not None:
            place = line.places[number] if cell else Place()
            context.state(cell, place, column.kind, column.education or named, standard)
        elif column.role in ("education", "standard_is") and (reading := read_level(cell)) is not None:
            of = column.standard or standard
            level = column.education or subject.level
            context.add(reading, level, of, item, quote_of(line), line.places[number], 0.95, False)
        elif column.role == "standard_level" and standard and (reading := read_level(cell)) is not None:
            # Merged down over the items of one standard: its own level beside theirs.
            context.add(
                reading, subject.level, standard, "", quote_of(line), line.places[number], 0.95, False
            )
    if not subject.skip:
        for level, own in _by_education(columns):
            for found in levels_of(line.cells, own, context.year_be):
                context.rate_row(found, line, level or subject.level, standard, item, 0.95)


def _sums_up(context: Context, line: Line, subject: RowSubject) -> RowSubject:
    """What a row such as สรุป closes: the standard whose items stand above it, else all the standards."""
    here = [
        c
        for c in context.candidates
        if (c.place.block, c.place.sheet) == (line.places[0].block, line.places[0].sheet)
        and c.standard
        and not c.expected
        and c.level_of_education in (None, subject.level)
    ]
    closed = {c.standard for c in here if not c.item}
    begun = {c.standard for c in here} - {context.standard}
    if context.standard and context.standard not in closed and begun <= closed:
        return replace(subject, overall=False, skip=False)
    return replace(subject, overall=subject.overall or len(closed) > 1, skip=subject.skip and len(closed) < 2)


def _by_education(columns: Columns) -> list[tuple[LevelOfEducation | None, Columns]]:
    """Columns of levels for each level of education that stands above them; one group without any."""
    above = {c.education for c in columns.values() if c.role != "education" and c.education is not None}
    if not above:
        return [(None, columns)]
    return [
        (level, {n: c for n, c in columns.items() if c.education is level})
        for level in LevelOfEducation
        if level in above
    ]


def kind_cell(cells: tuple[str, ...]) -> int | None:
    """The cell that holds nothing but a heading of statements, where only short cells stand before it."""
    for number, cell in enumerate(cells):
        if not cell:
            continue
        heading = statement_heading(cell.replace("\n", " "))
        if heading is not None and heading.kind is not None and not heading.inline:
            return number
        if len(cell) > _LONGEST_BEFORE_KIND:
            return None
    return None


def _read_kind_row(context: Context, line: Line, number: int) -> None:
    """Level of education or standard | kind | statements."""
    label = line.cells[number].replace("\n", " ")
    before = " ".join(cell for cell in line.cells[:number] if cell).replace("\n", " ")
    if len(named := levels_named(before)) == 1 and not (named[0] is context.level and context.level_in_part):
        context.enter_level(named[0], part=False)
    kind = statement_heading(label)
    context.begin_statements(label, kind.kind if kind is not None else None)
    if len(named) == 1:
        context.level, context.level_in_part, context.begun_under_level = named[0], True, True
    if (ref := find_standard(before)) is not None:
        context.standard = ref.standard
    for n in range(number + 1, len(line.cells)):
        if line.cells[n]:
            context.state(line.cells[n], line.places[n])
    context.listed.in_row = context.listed.has_stated
    context.listed.answered = any(line.cells[number + 1 :])


def read_bare_row(context: Context, line: Line) -> None:
    """A row without a header above: label and value, a standard and its level, a numbered statement."""
    filled = [n for n, cell in enumerate(line.cells) if cell]
    label = line.cells[filled[0]].replace("\n", " ")
    at = kind_cell(line.cells)
    if at is not None:
        _read_kind_row(context, line, at)
        return
    if context.kind is not None and context.listed.in_row and filled[0] == 0 and not has_numbering(label):
        # จุดเด่น | … filled its row; another label in the same place is another field of the form.
        context.end_list()
    body = strip_numbering(label)
    expected = TARGET_LABEL.match(body) is not None
    subject = subject_of(line.cells, {}, context.level)
    found = pure_levels(line.cells)
    if subject.ref is not None and not found:
        enter_standard(context, subject.ref, line.text.replace("\n", " "), line.places[filled[0]])
    elif found and (subject.ref is not None or (subject.overall and not _is_a_sum(label, found[-1]))):
        ref = subject.ref or StandardRef("")
        context.rate_row(found[-1], line, subject.level, ref.standard, ref.item, 0.85)
    elif found and (expected or RATING_LABEL.match(body)):
        context.end_list()
        context.rate_row(
            RowLevel(found[-1].reading, found[-1].column, expected),
            line,
            context.level,
            context.standard,
            context.item,
            0.9,
        )
    elif (level := level_heading(line.text) or _level_field(line)) is not None:
        context.enter_level(level, part=False)
    elif (item := find_item(label, context.standard, context.level, sure=False)) is not None and found:
        context.rate_row(found[-1], line, context.level, item.standard, item.item, 0.8)
    elif context.kind is not None and not is_sub_item(label):
        context.state(line.cells[filled[-1]], line.places[filled[-1]])


def _level_field(line: Line) -> LevelOfEducation | None:
    """ระดับการศึกษาที่ประเมิน | ปฐมวัย."""
    label, *values = (cell for cell in line.cells if cell)
    named = levels_named(" ".join(values))
    return named[0] if len(named) == 1 and label.startswith(("ระดับ", "ประเภท")) and len(label) <= 40 else None


def _is_a_sum(label: str, found: RowLevel) -> bool:
    """รวม before a number is the last row of some table of counts."""
    return label.strip(" :") == "รวม" and found.reading.number is not None
