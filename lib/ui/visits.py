"""Visits on a school's page: what is owed and by when, what is planned, what was done."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from lib.domain.schools import School
from lib.domain.visits import Visit, VisitDue, VisitKind, VisitState
from lib.services.visit_words import due_words, visit_words
from lib.services.visits import SchoolVisits
from lib.storage.engine import Store
from lib.ui.dialogs import is_open, open_dialog
from lib.ui.kept_messages import show_message
from lib.ui.plain import plain
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
    st.markdown("  \n".join(_due_line(due) for due in listed.dues))
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


def _due_line(due: VisitDue) -> str:
    colour, sign = _STATES[due.state]
    return f"{colour}[**{sign} {due.state.label}**] {plain(due_words(due))}"


def _first_owed(dues: Sequence[VisitDue]) -> VisitKind:
    """The kind of visit that the first unmet rule asks for."""
    waiting = [due for due in dues if due.state in (VisitState.OVERDUE, VisitState.OWED)] or list(dues)
    return waiting[0].rule.kinds[0]
