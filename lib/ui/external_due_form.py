"""The dialog that says when one school is due and which steps of getting ready are done."""

from dataclasses import replace
from datetime import date

import streamlit as st

from lib.domain.external_board import SchoolDue
from lib.services.external_edits import drop_due, set_due
from lib.storage.engine import Store
from lib.thai.date_text import parse_date_be
from lib.thai.dates import BE_OFFSET
from lib.ui.dates import show_date
from lib.ui.dialogs import close_dialog
from lib.ui.kept_messages import say_after_rerun
from lib.ui.messages import errors_shown
from lib.ui.plain import plain
from lib.ui.resources import who
from lib.ui.versions import first_key, forget_seen, seen_version, widget_key

#: Where the line after a save is shown.
PLACE = "external-due"
_LONGEST = 1000


@st.dialog("ความพร้อมรับการประเมินภายนอก", width="medium", on_dismiss=close_dialog)
def show_due_form(store: Store, one: SchoolDue, today: date, *, name: str) -> None:
    """Inputs with what is known; closes after saving."""
    seen = seen_version(name, one.due)
    st.markdown(f"**โรงเรียน{plain(one.school_name)}**")
    note = st.text_input("หมายเหตุ (ไม่ใส่ชื่อบุคคล)", seen.note, max_chars=_LONGEST, key=first_key(name))
    day = show_date("กำหนด", seen.due_on, key=widget_key(name, "day"), year_be=today.year + BE_OFFSET)
    ticked = []
    for step in one.steps:
        label = f"{step.name} (จากข้อมูลในระบบ: {step.detail})" if step.automatic else step.name
        kept = step.done if step.automatic else step.step_id in seen.steps
        if st.checkbox(plain(label), kept, disabled=step.automatic, key=widget_key(name, step.step_id)):
            ticked += [] if step.automatic else [step.step_id]
    save, remove = st.columns(2)
    if save.button("บันทึก", type="primary", key=widget_key(name, "save")):
        with errors_shown():
            typed = replace(seen, note=note, due_on=parse_date_be(day), steps=tuple(ticked))
            set_due(store, typed, by=who())
            _done(name, f"บันทึกความพร้อมของโรงเรียน{one.school_name}แล้ว")
    if remove.button("เอาออกจากรายการ", key=widget_key(name, "remove")):
        with errors_shown():
            drop_due(store, seen, by=who())
            _done(name, f"เอาโรงเรียน{one.school_name}ออกจากรายการที่ถึงรอบแล้ว")


def _done(name: str, told: str) -> None:
    forget_seen(name)
    close_dialog()
    say_after_rerun(told, PLACE)
    st.rerun()
