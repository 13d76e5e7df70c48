"""Schools due in the present round: days left, what is ready, who is not."""

import streamlit as st

from lib.domain.external_board import SchoolDue
from lib.services.external_edits import add_dues
from lib.thai.date_text import parse_date_be
from lib.thai.dates import BE_OFFSET, format_date
from lib.ui.dates import show_date
from lib.ui.dialogs import close_dialog, is_open, open_dialog
from lib.ui.external_desk import ALL, ExternalDesk, pick_cluster
from lib.ui.external_due_form import PLACE, show_due_form
from lib.ui.kept_messages import say_after_rerun, show_message
from lib.ui.messages import errors_shown
from lib.ui.plain import plain
from lib.ui.resources import who
from lib.ui.state import Key

_ADD = "external-due-add"


def show_dues(desk: ExternalDesk) -> None:
    """One block per school due, the nearest day first, each with its steps."""
    board = desk.board
    show_message(PLACE)
    left, right = st.columns([1, 2], vertical_alignment="bottom")
    with left:
        cluster = pick_cluster(desk)
    right.button(
        f"กำหนดโรงเรียนที่ถึง{board.due_round_name}", key=f"{_ADD}-open", on_click=open_dialog, args=(_ADD,)
    )
    if is_open(_ADD):
        _show_add(desk)
    dues = [each for each in board.dues if cluster in (ALL, each.cluster)]
    if not dues:
        st.info(
            f"ยังไม่ได้กำหนดโรงเรียนที่ถึง{board.due_round_name} กดปุ่มด้านบนเพื่อเลือกโรงเรียนและวันที่ "
            "แล้วระบบจะบอกว่าแห่งใดยังไม่พร้อมและเหลือกี่วัน"
        )
        return
    ready = sum(each.is_ready for each in dues)
    late = sum(each.days_left is not None and each.days_left < 0 and not each.assessed for each in dues)
    st.markdown(
        f"ถึง{plain(board.due_round_name)} **{len(dues):,}** แห่ง · พร้อมทุกข้อ **{ready:,}** แห่ง · "
        f"ยังไม่พร้อม **{len(dues) - ready:,}** แห่ง · เลยวันที่กำหนด **{late:,}** แห่ง"
    )
    for each in sorted(dues, key=lambda one: (one.assessed, one.days_left is None, one.days_left or 0)):
        _show_one(desk, each)


def _show_one(desk: ExternalDesk, one: SchoolDue) -> None:
    name = f"external-due-{one.school_id}"
    with st.container(border=True, gap="xxsmall"):
        text, action = st.columns([6, 1], vertical_alignment="top")
        text.markdown(f"**{plain(one.school_name)}** · {plain(_when(one))}")
        text.markdown(
            " · ".join(
                f":green[✓ {step.name}]" if step.done else f":orange[○ {step.name}]" + _why(step.detail)
                for step in one.steps
            )
        )
        last = f"ผลก่อนหน้า {one.last_round}" if one.last_round else "ไม่มีผลรอบก่อนในระบบ"
        text.caption(
            plain(f"พร้อม {one.n_done} จาก {len(one.steps)} ข้อ · {last} · {one.due.note}".rstrip(" ·"))
        )
        action.button("แก้ไข", key=f"{name}-open", on_click=open_dialog, args=(name,), width="stretch")
        if one.open_recommendations:
            with st.expander(f"ข้อเสนอแนะรอบก่อนที่ยังค้าง {len(one.open_recommendations):,} ข้อ"):
                st.markdown("\n".join(f"- {plain(each)}" for each in one.open_recommendations))
    if is_open(name):
        show_due_form(desk.store, one, desk.today, name=name)


def _why(detail: str) -> str:
    return f" ({plain(detail)})" if detail else ""


def _when(one: SchoolDue) -> str:
    if one.assessed:
        return "มีผลรอบนี้แล้ว"
    if one.due.due_on is None or one.days_left is None:
        return "ยังไม่กำหนดวัน"
    day = format_date(one.due.due_on, short=True)
    return f"{day} เหลือ {one.days_left:,} วัน" if one.days_left >= 0 else f"{day} เลยมา {-one.days_left:,} วัน"


@st.dialog("โรงเรียนที่ถึงรอบ", width="medium", on_dismiss=close_dialog)
def _show_add(desk: ExternalDesk) -> None:
    """Pick schools and one day for all of them."""
    st.markdown(f"**{plain(desk.board.due_round_name)}** เลือกได้หลายโรงเรียน ใช้วันเดียวกัน")
    names = {school.school_id: f"{school.name} ({school.cluster})" for school in desk.schools}
    picked = st.multiselect(
        "โรงเรียน",
        list(names),
        format_func=names.__getitem__,
        placeholder="เลือกโรงเรียน",
        key=Key.EXTERNAL_DUES,
    )
    day = parse_date_be(
        show_date("กำหนด", None, key=f"{Key.EXTERNAL_DUES}-day", year_be=desk.today.year + BE_OFFSET)
    )
    st.caption("ยังไม่รู้วันให้เว้นวันและเดือนไว้ แก้ทีหลังได้")
    if st.button("บันทึก", type="primary", disabled=not picked, key=f"{Key.EXTERNAL_DUES}-save"):
        with errors_shown():
            n = add_dues(desk.store, picked, desk.board.due_round_id, day, by=who())
            close_dialog()
            say_after_rerun(f"บันทึกโรงเรียนที่ถึง{desk.board.due_round_name} {n:,} แห่งแล้ว", PLACE)
            st.rerun()
