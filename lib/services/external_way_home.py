"""The way home of an external result: the cell or page it was read from, and who took it in."""

from dataclasses import dataclass
from datetime import datetime

from lib.analysis.external_counts import schools_counted
from lib.catalog.external_rounds import load_external_rounds
from lib.domain.assessments import Place
from lib.domain.external_assessments import ExternalAssessment
from lib.domain.external_figures import ExternalCount, ExternalOutcome
from lib.domain.source_refs import parse_source_ref
from lib.errors import WorkbenchError
from lib.ingest.figure_place import FigurePlace
from lib.services.external_board import load_kept
from lib.services.way_home_sheet import ReadOriginal, SheetView, cut_out, find_sheet, read_original
from lib.storage.engine import Store, reading
from lib.storage.external_assessments import load_outcome
from lib.storage.external_loads import load_loads
from lib.storage.schools import load_schools


@dataclass(frozen=True, slots=True)
class ExternalHome:
    """Where one result comes from.

    Attributes:
        told: the result as stored; ``of``: whose, of which standard and round.
        quote: the words of the report, or the cell where it says more than the result.
        events: (what was done, when, by whom).
    """

    told: str
    of: str
    outcome: ExternalAssessment
    place: Place
    quote: str
    events: tuple[tuple[str, datetime, str], ...]


def external_home(store: Store, figure: ExternalOutcome) -> ExternalHome:
    """Where a result comes from.

    Raises:
        WorkbenchError: the outcome is not there any more, or no longer says the result.
    """
    with reading(store) as session:
        outcome = load_outcome(session, figure.assessment_id)
        names = {school.school_id: school.name for school in load_schools(session)}
        loads = load_loads(session)
    result = outcome.reading.result_of(figure.standard)
    if result is None:
        raise WorkbenchError("ผลนี้ไม่มีแล้ว เพราะมีผู้แก้ไขหรือแทนไฟล์", "ปิดหน้าต่างนี้แล้วเปิดหน้าใหม่อีกครั้ง")
    key = outcome.key
    of = load_external_rounds().by_id[key.round_id]
    subject = (
        f"โรงเรียน{names.get(key.school_id, key.school_id)} · {of.name} {of.phase_name(key.phase)} · "
        f"ระดับ{of.level_name(key.level_of_education)} · "
        f"{of.standard_name(key.level_of_education, figure.standard)}"
    )
    events = [
        (f"นำเข้าไฟล์ {load.file_name}", load.loaded_at, load.loaded_by)
        for load in reversed(loads)
        if load.sha256 == outcome.sha256 and not load.undone
    ]
    if outcome.saved_at is not None and (not events or outcome.saved_at > events[-1][1]):
        events.append(("บันทึกผลนี้", outcome.saved_at, outcome.saved_by))
    points = f" (ผ่าน {result.points} ข้อ)" if result.points is not None else ""
    return ExternalHome(result.result + points, subject, outcome, result.place, result.written, tuple(events))


def external_excerpt(
    store: Store, home: ExternalHome, read: ReadOriginal = read_original
) -> SheetView | None:
    """The sheet around the cell of a result, None for a report or an entry by hand.

    Raises:
        WorkbenchError: the kept workbook is gone, was changed, or has no such sheet.
    """
    if not home.outcome.sha256 or home.place.page is not None or not home.place.cell:
        return None
    reference = parse_source_ref(home.place.label if home.place.sheet else home.place.cell)
    sheet = find_sheet(read(store, home.outcome, ""), reference)
    return cut_out(sheet, reference, FigurePlace())


def external_schools(store: Store, count: ExternalCount) -> tuple[tuple[str, str, ExternalOutcome], ...]:
    """The schools behind a count: name, result, way home; by cluster and name."""
    kept = load_kept(store)
    lines = []
    for each in schools_counted(kept.outcomes, count):
        result = each.reading.result_of(count.standard)
        if result is not None:
            way = ExternalOutcome(each.assessment_id, count.standard)
            lines.append((kept.schools[each.key.school_id].name, result.result, way))
    return tuple(lines)


def name_count(count: ExternalCount) -> str:
    """``รอบสี่ ระยะที่ 2 ตรวจเยี่ยม · ระดับปฐมวัย · มาตรฐานที่ 1 คุณภาพของเด็ก · ดี``."""
    of = load_external_rounds().by_id[count.round_id]
    parts = [
        f"{of.name} {of.phase_name(count.phase)}".strip(),
        f"ระดับ{of.level_name(count.level_of_education)}",
        of.standard_name(count.level_of_education, count.standard),
        *([count.result] if count.result else []),
    ]
    return " · ".join(parts)
