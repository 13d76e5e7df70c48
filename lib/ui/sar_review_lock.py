"""Confirming a report, opening it again, taking it out, and its history."""

from collections.abc import Sequence

import streamlit as st

from lib.domain.assessments import ReportStatus, SavedSelfAssessment
from lib.domain.report_checks import CheckItem, QueueLine, Urgency
from lib.services.report_history import report_history
from lib.storage.engine import Store
from lib.thai.dates import format_moment
from lib.ui.plain import plain
from lib.ui.sar_review_acts import confirm, remove, reopen
from lib.ui.sar_review_queue import open_form, opened_form
from lib.ui.state import Key

_MOST_LINES = 40


def show_state(saved: SavedSelfAssessment) -> None:
    """Of a confirmed report, who confirmed it and when."""
    if saved.status is ReportStatus.CONFIRMED:
        moment = format_moment(saved.saved_at)
        st.success(f"ยืนยันแล้วโดย {plain(saved.saved_by)} เมื่อ {moment} รายงานนี้ล็อกไว้")


def show_confirm(
    store: Store,
    saved: SavedSelfAssessment,
    items: Sequence[CheckItem],
    queue: Sequence[QueueLine],
    name: str,
) -> None:
    """The button that confirms; it is the page's main one when nothing is open."""
    n_open = sum(item.is_open for item in items)
    n_errors = sum(item.urgency is Urgency.ERROR for item in items)
    if n_errors:
        st.caption(f"ยืนยันได้เมื่อตอบรายการที่ต้องแก้ก่อนครบ เหลืออีก {n_errors:,} รายการ")
    elif not n_open:
        st.markdown("ตรวจทุกรายการที่ไม่แน่ใจแล้ว เมื่อยืนยัน รายงานจะถูกล็อก และเปิดฉบับถัดไปให้")
    words = "ยืนยันรายงาน" if not n_open else f"ยืนยันทั้งฉบับ รวม {n_open:,} รายการที่ยังไม่ตอบ"
    st.button(
        words,
        type="secondary" if n_open else "primary",
        # Of this report alone, so that a second press never confirms the next one unseen.
        key=f"{Key.SAR_CONFIRM}-{saved.report_id}",
        # Not Enter, which presses the button that has the keyboard; and nothing while a form is open.
        shortcut=None if opened_form() or n_errors else "F9",
        disabled=bool(n_errors),
        width="stretch",
        on_click=confirm,
        args=(store, saved, queue, name),
    )


def show_lock(store: Store, saved: SavedSelfAssessment, name: str) -> None:
    """Open a confirmed report again, or take a draft out; both ask why."""
    locked = saved.status is ReportStatus.CONFIRMED
    form, label = ("reopen", "เปิดแก้ไขอีกครั้ง") if locked else ("remove", "นำรายงานออก")
    if opened_form() != form:
        st.button(label, key=f"sar-{form}-open", on_click=open_form, args=(form,))
        return
    with st.form(f"sar-{form}-form", enter_to_submit=False):
        reason = st.text_input(
            f"เหตุผลที่{label}",
            placeholder="เช่น โรงเรียนส่งฉบับแก้ไข" if locked else "เช่น เป็นไฟล์ของโรงเรียนอื่น",
        )
        st.caption(
            "เหตุผล ผู้เปิด และเวลาจะอยู่ในประวัติ" if locked else "รายงานจะไม่นับว่าส่งแล้ว สิ่งที่อ่านไว้และเหตุผลยังอยู่ในประวัติ"
        )
        pressed = st.form_submit_button(label)
    st.button("ยกเลิก", key=f"sar-{form}-back", type="tertiary", on_click=open_form, args=("",))
    if pressed:
        if locked:
            reopen(store, saved, reason)
        else:
            remove(store, saved, reason, name)


def show_history(store: Store, saved: SavedSelfAssessment) -> None:
    """Who did what and when, the latest first."""
    lines = report_history(store, saved)
    with st.expander(f"ประวัติของรายงาน {len(lines):,} รายการ"):
        for line in lines[:_MOST_LINES]:
            reason = f" · เพราะ{plain(line.reason)}" if line.reason else ""
            st.markdown(
                f"**{format_moment(line.at)}** · {plain(line.by)} · {plain(line.action)}{reason}\n"
                + "\n".join(f"- {plain(change)}" for change in line.changes)
            )
        if len(lines) > _MOST_LINES:
            st.caption(f"แสดง {_MOST_LINES:,} รายการล่าสุด")
