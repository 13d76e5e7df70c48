"""The dialog that plans a visit, records it, or takes it out of the list."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import streamlit as st

from lib.catalog.visit_rules import load_visit_rules
from lib.domain.schools import School
from lib.domain.visits import Visit, VisitKind
from lib.services.visits import cancel_visit, plan_visit, record_visit
from lib.storage.engine import Store
from lib.thai.date_text import parse_date_be
from lib.thai.dates import BE_OFFSET
from lib.ui.dates import show_date
from lib.ui.dialogs import close_dialog
from lib.ui.kept_messages import say_after_rerun
from lib.ui.messages import errors_shown
from lib.ui.pickers import place_of
from lib.ui.plain import plain
from lib.ui.resources import who
from lib.ui.versions import first_key, forget_seen, seen_version, widget_key

_PLAN, _RECORD = "วางแผนว่าจะไป", "บันทึกผลที่ไปมาแล้ว"
_JOINED = " · "
_LONGEST = 2000


@st.dialog("การนิเทศและตรวจเยี่ยม", width="medium", on_dismiss=close_dialog)
def show_visit_form(
    store: Store,
    school: School,
    visit: Visit,
    topics: Sequence[str],
    today: date,
    *,
    name: str,
    place: str,
) -> None:
    """Inputs with the visit's values; closes after saving.

    Args:
        visit: without an id it is a new one.
        topics: matters offered to look at.
        name: start of the widget keys.
        place: part of the page that shows the line after a save.
    """
    seen = seen_version(name, visit)
    st.markdown(f"**โรงเรียน{plain(school.name)}**")
    choices = (_RECORD,) if seen.done_on else (_PLAN, _RECORD)
    todo = st.segmented_control(
        "ต้องการ", choices, default=choices[0], key=first_key(name), required=True, width="stretch"
    )
    kinds = tuple(VisitKind)
    kind = st.selectbox(
        "เรื่อง",
        kinds,
        index=place_of(seen.kind, kinds),
        format_func=lambda each: each.label,
        key=widget_key(name, "kind"),
    )
    planning = todo == _PLAN
    kept = seen.planned_on if planning else seen.done_on or (seen.planned_on if seen.visit_id else None)
    day = parse_date_be(
        show_date(
            "ไปเมื่อ" if not planning else "จะไป",
            kept,
            key=widget_key(name, f"day-{planning}"),
            year_be=today.year + BE_OFFSET,
        )
    )
    roles = st.multiselect(
        "ผู้ไป (บทบาท)",
        load_visit_rules().roles,
        default=[role for role in seen.by_role.split(_JOINED) if role in load_visit_rules().roles],
        placeholder="เลือกได้มากกว่าหนึ่ง",
        key=widget_key(name, "roles"),
    )
    own = [part for part in seen.purpose.split(_JOINED) if part]
    purposes = st.multiselect(
        "เรื่องที่จะดู",
        list(dict.fromkeys((*own, *topics))),
        default=own,
        placeholder="เลือกจากข้อค้นพบ หรือพิมพ์เรื่องอื่น",
        accept_new_options=True,
        key=widget_key(name, "purpose"),
    )
    outcome = seen.outcome
    if not planning:
        outcome = st.text_area(
            "สิ่งที่พบ (ไม่ใส่ชื่อบุคคล)", outcome, max_chars=_LONGEST, key=widget_key(name, "outcome"), height=110
        )
    typed = replace(
        seen, kind=kind, by_role=_JOINED.join(roles), purpose=_JOINED.join(purposes), outcome=outcome
    )
    save, cancel = st.columns(2)
    if save.button("บันทึกแผน" if planning else "บันทึกผล", type="primary", key=widget_key(name, "save")):
        if planning:
            planned = replace(typed, planned_on=day)
            _done(name, place, "บันทึกแผนแล้ว", lambda: plan_visit(store, planned, today=today, by=who()))
        else:
            made = replace(typed, done_on=day)
            _done(name, place, "บันทึกผลแล้ว", lambda: record_visit(store, made, today=today, by=who()))
    if seen.visit_id:
        label = "ลบบันทึกครั้งนี้" if seen.done_on else "ยกเลิกแผนนี้"
        if cancel.button(label, key=widget_key(name, "cancel")):
            _done(name, place, f"{label}แล้ว", lambda: cancel_visit(store, seen, by=who()))


def _done(name: str, place: str, told: str, act: Callable[[], object]) -> None:
    """Do it, close the dialog and say so; a refusal stays in the dialog with what was typed."""
    with errors_shown():
        act()
        forget_seen(name)
        close_dialog()
        say_after_rerun(told, place)
        st.rerun()
