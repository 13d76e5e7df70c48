"""The dialog that records what was done about one recommendation."""

from dataclasses import replace
from datetime import date

import streamlit as st

from lib.catalog.external_rounds import load_external_rounds
from lib.domain.external_assessments import FollowUpStatus
from lib.domain.external_board import FollowedRecommendation
from lib.services.external_edits import follow_up
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

#: Where the line after a save is shown.
PLACE = "external-follow-up"
_LONGEST = 1000
_NOBODY = ""


@st.dialog("ติดตามข้อเสนอแนะของ สมศ.", width="medium", on_dismiss=close_dialog)
def show_follow_up_form(store: Store, one: FollowedRecommendation, today: date, *, name: str) -> None:
    """Inputs with what is known; closes after saving."""
    seen = seen_version(name, one.follow_up)
    st.markdown(f"**โรงเรียน{plain(one.school_name)}** · {plain(one.statement.text)}")
    states = tuple(FollowUpStatus)
    status = st.segmented_control(
        "สถานะ",
        states,
        default=seen.status,
        format_func=lambda each: each.label,
        key=first_key(name),
        required=True,
        width="stretch",
    )
    roles = (_NOBODY, *load_external_rounds().roles)
    role = st.selectbox(
        "ผู้รับผิดชอบ (บทบาท)",
        roles,
        index=place_of(seen.by_role, roles),
        format_func=lambda each: each or "ยังไม่เลือก",
        key=widget_key(name, "role"),
    )
    year = today.year + BE_OFFSET
    due = show_date("กำหนดเสร็จ", seen.due_on, key=widget_key(name, "due"), year_be=year)
    done = ""
    if status is FollowUpStatus.DONE:
        done = show_date("เสร็จเมื่อ", seen.done_on or today, key=widget_key(name, "done"), year_be=year)
    action = st.text_area(
        "สิ่งที่ทำ (ไม่ใส่ชื่อบุคคล)", seen.action, max_chars=_LONGEST, height=90, key=widget_key(name, "action")
    )
    note = st.text_input("หมายเหตุ", seen.note, max_chars=_LONGEST, key=widget_key(name, "note"))
    if st.button("บันทึก", type="primary", key=widget_key(name, "save")):
        typed = replace(
            seen,
            status=status,
            by_role=role,
            due_on=parse_date_be(due),
            done_on=parse_date_be(done),
            action=action,
            note=note,
        )
        with errors_shown():
            follow_up(store, typed, today=today, by=who())
            forget_seen(name)
            close_dialog()
            say_after_rerun(f"บันทึกการติดตามของโรงเรียน{one.school_name}แล้ว", PLACE)
            st.rerun()
