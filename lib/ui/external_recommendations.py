"""Recommendations of the assessors and what was done about each."""

import streamlit as st

from lib.domain.external_assessments import FollowUpStatus
from lib.domain.external_board import FollowedRecommendation
from lib.thai.dates import format_date
from lib.ui.dialogs import is_open, open_dialog
from lib.ui.external_desk import ALL, ExternalDesk, pick_cluster
from lib.ui.external_follow_up_form import PLACE, show_follow_up_form
from lib.ui.kept_messages import show_message
from lib.ui.pickers import keep_within
from lib.ui.plain import plain
from lib.ui.state import Key

_MOST_CARDS = 30
_SIGNS = {
    FollowUpStatus.NOT_STARTED: (":gray", "○"),
    FollowUpStatus.DOING: (":blue", "◐"),
    FollowUpStatus.DONE: (":green", "✓"),
}
_LATE = "late"


def show_recommendations(desk: ExternalDesk) -> None:
    """A sentence of counts, then one block per recommendation with its status, the overdue ones first."""
    every = desk.board.recommendations
    show_message(PLACE)
    if not every:
        st.info("ยังไม่มีข้อเสนอแนะของ สมศ. ในระบบ ข้อเสนอแนะมาพร้อมไฟล์ผลหรือรายงานที่แนบใน “รับข้อมูล”")
        return
    left, right, _ = st.columns([1, 1, 1])
    with left:
        cluster = pick_cluster(desk)
    choices = {ALL: "ทุกสถานะ", _LATE: "เลยกำหนด"} | {each.value: each.label for each in FollowUpStatus}
    keep_within(Key.EXTERNAL_STATUS, choices)
    status = right.selectbox("สถานะ", list(choices), format_func=choices.__getitem__, key=Key.EXTERNAL_STATUS)
    own = [each for each in every if cluster in (ALL, each.cluster)]
    counts = [
        f"{each.label} **{sum(one.follow_up.status is each for one in own):,}** ข้อ" for each in FollowUpStatus
    ]
    late = sum(each.days_overdue > 0 for each in own)
    schools = len({each.school_id for each in own})
    st.markdown(
        f"ข้อเสนอแนะ **{len(own):,}** ข้อ จาก **{schools:,}** โรงเรียน · {' · '.join(counts)} · "
        f"เลยกำหนด **{late:,}** ข้อ"
    )
    shown = [each for each in own if _matches(each, status)]
    if not shown:
        st.info("ไม่มีข้อเสนอแนะในสถานะและกลุ่มที่เลือก")
        return
    shown.sort(key=lambda each: -each.days_overdue)
    pages = range(1, (len(shown) - 1) // _MOST_CARDS + 2)
    first = 0
    if len(pages) > 1:
        picked = st.segmented_control(
            "หน้า", list(pages), default=1, key=f"{Key.EXTERNAL_STATUS}-page-{status}-{cluster}"
        )
        first = ((picked or 1) - 1) * _MOST_CARDS
    for each in shown[first : first + _MOST_CARDS]:
        _show_one(desk, each)


def _matches(one: FollowedRecommendation, status: str) -> bool:
    if status == _LATE:
        return one.days_overdue > 0
    return status in (ALL, one.follow_up.status.value)


def _show_one(desk: ExternalDesk, one: FollowedRecommendation) -> None:
    name = f"follow-{one.school_id}-{one.round_id}-{one.follow_up.recommendation_key[:12]}"
    colour, sign = _SIGNS[one.follow_up.status]
    with st.container(border=True, gap="xxsmall"):
        text, action = st.columns([6, 1], vertical_alignment="top")
        place = f" · {one.place.label}" if one.place.label else ""
        standard = f" มาตรฐานที่ {one.statement.standard}" if one.statement.standard else ""
        text.markdown(f"**{plain(one.school_name)}** · {plain(one.statement.text)}")
        text.caption(
            plain(f"{one.round_name} ระดับ{one.level_names}{standard} · {one.file_name or 'กรอกเอง'}{place}")
        )
        text.markdown(f"{colour}[**{sign} {one.follow_up.status.label}**] {plain(_told(one))}".rstrip())
        action.button("แก้ไข", key=f"{name}-open", on_click=open_dialog, args=(name,), width="stretch")
    if is_open(name):
        show_follow_up_form(desk.store, one, desk.today, name=name)


def _told(one: FollowedRecommendation) -> str:
    """Who, by when, what was done, in one line."""
    follow_up = one.follow_up
    parts = [follow_up.by_role, follow_up.action]
    if follow_up.done_on:
        parts.append(f"เสร็จ {format_date(follow_up.done_on, short=True)}")
    elif follow_up.due_on:
        late = f" เลยกำหนด {one.days_overdue:,} วัน" if one.days_overdue else ""
        parts.append(f"กำหนด {format_date(follow_up.due_on, short=True)}{late}")
    parts.append(follow_up.note)
    return " · ".join(part for part in parts if part)
