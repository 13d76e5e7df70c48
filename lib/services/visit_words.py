"""Visits in lines, the same on screen and on paper."""

from datetime import date

from lib.domain.visits import Visit, VisitDue, VisitState
from lib.services.visits import SchoolVisits
from lib.thai.dates import format_date

_MOST_DONE = 2


def due_words(due: VisitDue) -> str:
    """What a rule asks and by when, or when it was met."""
    told = f"{due.rule.name} · {due.window}"
    if due.state is VisitState.DONE:
        last = due.done[-1].done_on
        return f"{told} · ครั้งล่าสุด {format_date(last, short=True)}" if last else told
    if due.state is VisitState.PLANNED:
        days = (format_date(visit.planned_on, short=True) for visit in due.planned if visit.planned_on)
        return f"{told} · วันที่ {', '.join(days)}"
    return f"{told} · ภายใน {format_date(due.due, short=True)}"


def visit_words(visit: Visit, today: date) -> str:
    """One visit: day, kind, who, what is looked at, what was found."""
    day = visit.day
    late = not visit.done_on and day is not None and day < today
    parts = (
        format_date(day, short=True) if day else "",
        visit.kind.label,
        visit.by_role,
        visit.purpose,
        f"ผล: {visit.outcome}" if visit.outcome else "",
        "เลยวันที่วางแผนแล้ว ยังไม่ได้บันทึกผล" if late else "",
    )
    return " · ".join(part for part in parts if part)


def visit_lines(listed: SchoolVisits, today: date) -> tuple[str, ...]:
    """What is owed, what is planned, and the latest visits."""
    return (
        *(f"{due.state.label}: {due_words(due)}" for due in listed.dues),
        *(f"แผน: {visit_words(visit, today)}" for visit in listed.planned),
        *(f"ไปมาแล้ว: {visit_words(visit, today)}" for visit in listed.done[:_MOST_DONE]),
    )
