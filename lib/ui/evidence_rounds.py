"""The rounds of a KPI form as one line, and what can be done with the report of each."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import streamlit as st

from lib.domain.evidence import LevelResult, RoundStatus
from lib.domain.evidence_forms import EvidenceForm
from lib.services.evidence import EvidencePage, RoundView
from lib.services.evidence_focus import due_in_words
from lib.services.evidence_rounds import freeze_round, open_correction, reopen_round, submit_round
from lib.storage.engine import Store
from lib.thai.dates import format_date
from lib.ui.dialogs import close_dialog, is_open, open_dialog
from lib.ui.evidence_fields import form_key
from lib.ui.kept_messages import say_after_rerun
from lib.ui.messages import errors_shown
from lib.ui.pickers import place_of
from lib.ui.plain import plain
from lib.ui.resources import who

#: More cards in a row have no room for the name of their round on the button.
_MOST_BESIDE = 3


@dataclass(frozen=True, slots=True)
class RoundAction:
    """Something a person does to a round, with what it means before and the line after."""

    id: str
    label: str
    meaning: str
    done: str
    run: Callable[[Store, str, int, str, str, str], LevelResult | int | None]
    asks_why: bool = False


_SUBMIT = RoundAction(
    "submit",
    "ส่งรายงาน",
    "ระดับ คำตอบ และหลักฐานจะถูกเก็บตามที่เป็นอยู่ ข้อที่นับแล้วจะแก้ไม่ได้ เว้นแต่เรียกรอบกลับมาแก้ไข",
    "ส่งรายงานแล้ว",
    lambda store, form, year, round_id, by, _: submit_round(store, form, year, round_id, by=by),
)
_REOPEN = RoundAction(
    "reopen",
    "เรียกกลับมาแก้ไข",
    "ข้อในรอบนี้จะแก้ไขได้อีก รายงานที่ส่งไว้ยังอยู่ในประวัติ ต้องส่งใหม่เมื่อแก้เสร็จ",
    "เรียกกลับมาแก้ไขแล้ว",
    lambda store, form, year, round_id, by, _: reopen_round(store, form, year, round_id, by=by),
)
_FREEZE = RoundAction(
    "freeze",
    "ปิดรอบ",
    "เมื่อปิดแล้วรอบนี้เปลี่ยนไม่ได้อีก ใช้เมื่อได้รับแจ้งว่าผลเป็นที่สุด",
    "ปิดรอบแล้ว",
    lambda store, form, year, round_id, by, _: freeze_round(store, form, year, round_id, by=by),
)
_CORRECT = RoundAction(
    "correct",
    "แก้ไขรอบที่ปิดแล้ว",
    "ฉบับที่ปิดแล้วยังอยู่ตามเดิม การแก้ไขเป็นฉบับใหม่ที่ต้องส่งและปิดอีกครั้ง",
    "เปิดฉบับแก้ไขแล้ว",
    lambda store, form, year, round_id, by, why: open_correction(
        store, form, year, round_id, reason=why, by=by
    ),
    asks_why=True,
)
_ACTIONS = {
    RoundStatus.OPEN: (_SUBMIT,),
    RoundStatus.SUBMITTED: (_FREEZE, _REOPEN),
    RoundStatus.FROZEN: (_CORRECT,),
}


def show_rounds(store: Store, page: EvidencePage, focus: RoundView, today: date) -> None:
    """Draw the rounds side by side; a round beyond the one to work on has nothing to do yet."""
    reached = page.rounds[: place_of(focus, page.rounds) + 1]
    n = len(page.rounds)
    # Two and two read better than three and one.
    beside = n if n <= _MOST_BESIDE else _MOST_BESIDE if n % _MOST_BESIDE != 1 else _MOST_BESIDE - 1
    columns = [each for start in range(0, n, beside) for each in st.columns(beside, gap="medium")]
    for column, view in zip(columns, page.rounds, strict=False):
        is_open = view.record.status is RoundStatus.OPEN
        with column.container(border=True, height="stretch", gap="small"):
            edition = f" (ฉบับแก้ไขที่ {view.record.edition - 1})" if view.record.edition > 1 else ""
            st.markdown(f"**{view.form_round.name}**{edition} · {format_date(view.due, short=True)}")
            st.caption(
                f"{'รอบที่กำลังทำ · ' if view is focus and is_open else ''}"
                f"{due_in_words(view.due, today) if is_open else view.record.status.label}  \n"
                f"{page.form.label_of(view.level.level)} จากสูงสุด{page.form.label_of(view.level.cap)}"
            )
            if view in reached:
                with st.container(horizontal=True):
                    for action in _ACTIONS[view.record.status]:
                        primary = view is focus and action is _SUBMIT
                        _show_action(store, page.form, view, action, primary=primary)


def _show_action(
    store: Store, form: EvidenceForm, view: RoundView, action: RoundAction, *, primary: bool
) -> None:
    name = f"{form_key(form)}-{action.id}-{view.form_round.id}"
    st.button(
        f"{action.label}{view.form_round.name}" if action is _SUBMIT else action.label,
        key=name,
        type="primary" if primary else "secondary",
        on_click=open_dialog,
        args=(name,),
    )
    if is_open(name):
        _confirm(store, form, view, action)


@st.dialog("ยืนยัน", on_dismiss=close_dialog)
def _confirm(store: Store, form: EvidenceForm, view: RoundView, action: RoundAction) -> None:
    """Say what an action means, then do it."""
    name = view.form_round.name
    st.markdown(
        f"**{action.label} {name} ปีงบประมาณ {form.fiscal_year_be}** ที่{form.label_of(view.level.level)}"
    )
    st.markdown(action.meaning)
    if action is _SUBMIT and view.level.missing:
        numbers = ", ".join(str(each.number) for each in view.level.missing)
        st.warning(f"หลักฐานยังไม่ครบในข้อ {numbers} ส่งได้ แต่ข้อเหล่านี้ไม่นับในรอบนี้")
    why = st.text_input("เหตุผล", key=f"kpi-why-{action.id}") if action.asks_why else ""
    if st.button(f"{action.label} {name}", type="primary", key=f"kpi-confirm-{action.id}"):
        with errors_shown():
            action.run(store, form.id, form.fiscal_year_be, view.form_round.id, who(), why)
            say_after_rerun(f"{name}: {action.done}")
            close_dialog()
            st.rerun()


def show_reasons(page: EvidencePage) -> None:
    """The arithmetic of every round, sentence by sentence."""
    with st.expander("วิธีคิดระดับ"):
        for view in page.rounds:
            st.markdown(f"**{view.form_round.name} {page.form.label_of(view.level.level)}**")
            st.markdown("\n".join(f"- {plain(reason)}" for reason in view.level.reasons))
