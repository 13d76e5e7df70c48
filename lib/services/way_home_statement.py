"""The way home of a statement: its place in the school's report, and what was done to the report."""

from lib.domain.assessments import SavedSelfAssessment, StatementKind
from lib.domain.theme_synthesis import SaidInReport, ThemedStatement, ThemedYear, ThemeFigure
from lib.errors import WorkbenchError
from lib.services.analysis import OfficeData
from lib.services.self_assessments import load_report
from lib.services.way_home_report import LevelHome
from lib.storage.engine import Store, reading
from lib.storage.report_history import load_report_events

_SIDES = frozenset((StatementKind.STRENGTH, StatementKind.IMPROVEMENT_AREA))


def statement_home(store: Store, data: OfficeData, said: SaidInReport) -> LevelHome:
    """Where a statement stands in its report.

    Raises:
        WorkbenchError: the report is not there any more, or no longer says it.
    """
    report, _ = load_report(store, said.report_id)
    found = next(
        (each for each in report.assessment.statements if (each.kind, each.text) == (said.kind, said.text)),
        None,
    )
    if found is None:
        raise WorkbenchError("รายงานฉบับปัจจุบันไม่มีข้อความนี้แล้ว เพราะมีผู้แก้ไขหรือแทนไฟล์", "ปิดหน้าต่างนี้แล้วเปิดหน้าใหม่อีกครั้ง")
    with reading(store) as session:
        events = load_report_events(session, report)
    level = found.level_of_education
    parts = [
        f"โรงเรียน{_name(data, report)}",
        found.kind.label,
        *([f"ระดับ{level.label}"] if level else []),
        f"ปีการศึกษา {report.academic_year_be}",
    ]
    return LevelHome(
        found.text,
        " · ".join(parts),
        report,
        found.place,
        found.text,
        (),
        tuple((event.action.label, event.at, event.by) for event in events),
    )


def statements_counted(year: ThemedYear, figure: ThemeFigure) -> tuple[ThemedStatement, ...]:
    """The statements behind one count, in the order of the register."""
    own = [
        each
        for each in year.statements
        if (each.theme_id, each.level_of_education) == (figure.theme_id, figure.level_of_education)
        and (not figure.clusters or each.cluster in figure.clusters)
    ]
    if figure.both_sides:
        kinds = {
            school: {each.kind for each in own if each.school_id == school}
            for school in {each.school_id for each in own}
        }
        own = [each for each in own if len(kinds[each.school_id] & _SIDES) == len(_SIDES)]
        return tuple(each for each in own if each.kind in _SIDES)
    return tuple(each for each in own if each.kind is figure.kind)


def _name(data: OfficeData, report: SavedSelfAssessment) -> str:
    return next(
        (school.name for school in data.register if school.school_id == report.school_id), report.school_id
    )
