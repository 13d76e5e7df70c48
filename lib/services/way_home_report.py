"""The way home of a quality level: the words around it in the school's report, and what was done to it."""

from dataclasses import dataclass, replace
from datetime import datetime

from lib.catalog.standards import load_standards
from lib.domain.assessments import (
    Place,
    Rating,
    ReportedLevel,
    SavedSelfAssessment,
    SelfAssessment,
)
from lib.domain.document_text import DocumentText, TableBlock, TextBlock
from lib.domain.report_history import ReportAction, ReportEvent
from lib.domain.reported_counts import ReportedCount
from lib.domain.sheets import Sheet, column_letter
from lib.domain.source_refs import parse_source_ref
from lib.errors import WorkbenchError
from lib.ingest.figure_place import FigurePlace
from lib.services.analysis import OfficeData
from lib.services.sar_synthesis import load_counted
from lib.services.school_levels import told_level
from lib.services.self_assessments import load_report, load_reports
from lib.services.way_home_sheet import ReadOriginal, SheetView, cut_out, find_sheet, read_original
from lib.storage.engine import Store, reading
from lib.storage.report_history import load_report_events

_BLOCKS_AROUND = 3


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What stands around a level: paragraphs, or the cut-out of a table or sheet.

    Attributes:
        paragraphs: (text, whether the level was read from it).
        table: of a document's table or a workbook's sheet; None among paragraphs.
    """

    paragraphs: tuple[tuple[str, bool], ...] = ()
    table: SheetView | None = None


@dataclass(frozen=True, slots=True)
class LevelHome:
    """The way home of one level.

    Attributes:
        told: the level in words; ``of``: whose, of which standard and year.
        items: the items that a level nobody wrote is the mean of, with their levels.
        events: (what was done, when, by whom), the first first.
    """

    told: str
    of: str
    report: SavedSelfAssessment
    place: Place
    quote: str
    items: tuple[tuple[str, str, ReportedLevel], ...]
    events: tuple[tuple[str, datetime, str], ...]


def level_home(store: Store, data: OfficeData, figure: ReportedLevel) -> LevelHome:
    """Where a level comes from.

    Raises:
        WorkbenchError: the report is not there any more, or no longer says the level.
    """
    report, _ = load_report(store, figure.report_id)
    with reading(store) as session:
        events = load_report_events(session, report)
    names = {school.school_id: school.name for school in data.register}
    standard = f"มาตรฐานที่ {figure.standard}" if figure.standard else "ภาพรวม"
    item = f" ประเด็น {figure.item}" if figure.item else ""
    of = (
        f"โรงเรียน{names.get(report.school_id, report.school_id)} · {standard}{item} · "
        f"ระดับ{figure.level_of_education.label} · ปีการศึกษา {report.academic_year_be}"
    )
    rating = _rating_of(report.assessment, figure)
    items = () if figure.item or (rating and rating.level) else _items(report.assessment, figure)
    if rating is None and not items:
        raise WorkbenchError("รายงานฉบับปัจจุบันไม่มีระดับนี้แล้ว เพราะมีผู้แก้ไขหรือแทนไฟล์", "ปิดหน้าต่างนี้แล้วเปิดหน้าใหม่อีกครั้ง")
    return LevelHome(
        told_level(rating) if rating else "คำนวณจากค่าเฉลี่ยของประเด็น",
        of,
        report,
        rating.place if rating else Place(),
        rating.quote if rating else "",
        items,
        _told_events(events, figure),
    )


def excerpt_of(store: Store, home: LevelHome, read: ReadOriginal = read_original) -> Excerpt:
    """What the report says around a level.

    Args:
        read: gives the workbook; a page hands in one that remembers what it read.

    Raises:
        WorkbenchError: the kept workbook is gone, was changed, or has no such sheet.
    """
    place = home.place
    if place.sheet:
        reference = parse_source_ref(f"{place.sheet}!{place.cell}")
        sheet = find_sheet(read(store, home.report, ""), reference)
        return Excerpt(table=cut_out(sheet, reference, FigurePlace()))
    _, document = load_report(store, home.report.report_id)
    if place.block is None or place.block >= len(document.blocks):
        return Excerpt()
    block = document.blocks[place.block]
    if isinstance(block, TableBlock) and place.cell:
        reference = parse_source_ref(place.cell)
        view = cut_out(Sheet("", block.rows), reference, FigurePlace(header_rows=(0,)))
        numbers = {column_letter(column): f"ช่อง {column + 1}" for column in range(max(map(len, block.rows)))}
        return Excerpt(table=replace(view, columns=tuple(numbers.get(each, "") for each in view.columns)))
    return Excerpt(_paragraphs(document, place.block))


def count_home(store: Store, cell: ReportedCount) -> tuple[tuple[str, str, ReportedLevel | None], ...]:
    """The schools behind a cell of the synthesis: name, level in words, way home, in the register's order.

    A report that says nothing of the standard has no way home.
    """
    saved = {report.school_id: report for report in load_reports(store, cell.academic_year_be)}
    lines = []
    words = load_standards().vocabularies[0]
    for school, _, recomputed, before in load_counted(store, cell):
        report = saved[school.school_id]
        figure = ReportedLevel(report.report_id, cell.level_of_education, cell.standard, cell.item)
        rating = _rating_of(report.assessment, figure)
        told = told_level(rating) if rating else "ไม่ระบุระดับ"
        told = "ค่าเฉลี่ยของประเด็น" if recomputed else told
        was = f"ปี {cell.before_year_be} {words.word(before)} → " if before is not None else ""
        lines.append((school.name, was + told, figure if rating or recomputed else None))
    return tuple(lines)


def _rating_of(assessment: SelfAssessment, figure: ReportedLevel) -> Rating | None:
    wanted = (figure.level_of_education, figure.standard, figure.item)
    every = (*assessment.overall, *assessment.ratings)
    return next((r for r in every if (r.level_of_education, r.standard, r.item) == wanted), None)


def _items(assessment: SelfAssessment, figure: ReportedLevel) -> tuple[tuple[str, str, ReportedLevel], ...]:
    return tuple(
        (rating.item, told_level(rating), replace(figure, item=rating.item))
        for rating in assessment.ratings
        if rating.item
        and (rating.level_of_education, rating.standard) == (figure.level_of_education, figure.standard)
    )


def _told_events(
    events: tuple[ReportEvent, ...], figure: ReportedLevel
) -> tuple[tuple[str, datetime, str], ...]:
    told = []
    for event in events:
        words = event.action.label
        if event.action is ReportAction.CORRECT and event.before is not None and event.after is not None:
            old, new = (_told(_rating_of(each, figure)) for each in (event.before, event.after))
            words += f"ระดับนี้จาก “{old}” เป็น “{new}”" if old != new else "ส่วนอื่นของรายงาน"
        elif event.reason:
            words += f" เพราะ{event.reason}"
        told.append((words, event.at, event.by))
    return tuple(told)


def _told(rating: Rating | None) -> str:
    return told_level(rating) if rating else "ไม่มี"


def _paragraphs(document: DocumentText, place: int) -> tuple[tuple[str, bool], ...]:
    first = max(0, place - _BLOCKS_AROUND)
    near = document.blocks[first : place + _BLOCKS_AROUND + 1]
    texts = (
        block.text
        if isinstance(block, TextBlock)
        else " │ ".join(cell for row in block.rows[:1] for cell in row if cell)
        for block in near
    )
    return tuple((text, number == place) for number, text in enumerate(texts, start=first) if text.strip())
