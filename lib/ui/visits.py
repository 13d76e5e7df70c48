"""Visits on a school's page: what is owed and by when, what is planned, what was done."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from lib.domain.schools import School
from lib.domain.visits import Visit, VisitDue, VisitKind, VisitState
from lib.services.visits import SchoolVisits
from lib.storage.engine import Store
from lib.thai.dates import format_date
from lib.ui.dialogs import is_open, open_dialog
from lib.ui.plain import plain
from lib.ui.state import show_message
from lib.ui.visit_form import show_visit_form

#: Where the line after a save is shown.
PLACE = "visits"
_STATES = {
    VisitState.DONE: (":green", "✓"),
    VisitState.PLANNED: (":gray", "○"),
    VisitState.OWED: (":yellow", "◆"),
    VisitState.OVERDUE: (":orange", "▼"),
}


def show_visits(
    store: Store, school: School, listed: SchoolVisits, topics: Sequence[str], today: date
) -> None:
    """Draw what is owed, planned and done, with the form that plans or records a visit.

    Args:
        topics: what the findings of the school are about, offered as matters to look at.
    """
    st.subheader("การนิเทศและตรวจเยี่ยมที่ยังต้องไป")
    show_message(PLACE)
    st.markdown("\n".join(f"- {_due_words(due)}" for due in listed.dues))
    for visit in listed.planned:
        _show_visit(store, school, visit, topics, today)
    new = Visit(0, school.school_id, _first_owed(listed.dues))
    name = f"visit-{school.school_id}-new"
    st.button("วางแผนหรือบันทึกการนิเทศ", key=f"{name}-open", on_click=open_dialog, args=(name,))
    if is_open(name):
        show_visit_form(store, school, new, topics, today, name=name, place=PLACE)
    if listed.done:
        with st.expander(f"ที่ไปมาแล้ว {len(listed.done):,} ครั้ง"):
            for visit in listed.done:
                _show_visit(store, school, visit, topics, today)


def _show_visit(store: Store, school: School, visit: Visit, topics: Sequence[str], today: date) -> None:
    name = f"visit-{school.school_id}-{visit.visit_id}"
    text, action = st.columns([5, 1], vertical_alignment="center")
    text.markdown(plain(visit_words(visit, today)))
    label = "แก้ไข" if visit.done_on else "บันทึกผลหรือแก้"
    action.button(label, key=f"{name}-open", type="tertiary", on_click=open_dialog, args=(name,))
    if is_open(name):
        show_visit_form(store, school, visit, topics, today, name=name, place=PLACE)


def visit_words(visit: Visit, today: date) -> str:
    """One visit in a line."""
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


def _due_words(due: VisitDue) -> str:
    colour, sign = _STATES[due.state]
    told = f"{colour}[**{sign} {due.state.label}**] {plain(due.rule.name)} · {plain(due.window)}"
    if due.state is VisitState.DONE:
        last = due.done[-1].done_on
        return f"{told} · ครั้งล่าสุด {format_date(last, short=True) if last else ''}"
    if due.state is VisitState.PLANNED:
        days = " ".join(
            format_date(visit.planned_on, short=True) for visit in due.planned if visit.planned_on
        )
        return f"{told} · วันที่ {days}"
    return f"{told} · ภายใน {format_date(due.due, short=True)}"


def _first_owed(dues: Sequence[VisitDue]) -> VisitKind:
    """The kind of visit that the first unmet rule asks for."""
    waiting = [due for due in dues if due.state in (VisitState.OVERDUE, VisitState.OWED)] or list(dues)
    return waiting[0].rule.kinds[0]
