"""Pinning an answer for the minutes, and the drawer of what was pinned."""

import streamlit as st

from lib.services.meeting_answer import Answer
from lib.services.meeting_pins import ListedPin, list_pins, pin_answer, unpin
from lib.ui.kept_messages import say_after_rerun
from lib.ui.meeting import ask
from lib.ui.meeting_resources import Table, answer_of
from lib.ui.messages import errors_shown
from lib.ui.plain import plain
from lib.ui.resources import who
from lib.ui.state import Key


def show_pin_button(answered: Answer, table: Table) -> None:
    """Keep the answer that is on the screen."""
    st.button(
        "ปักหมุด",
        key=Key.MEETING_PIN,
        type="primary",
        icon=":material/keep:",
        width="stretch",
        disabled=not answered.table.rows,
        on_click=_pin,
        args=(answered, table),
    )


def show_pins(table: Table) -> None:
    """The drawer: every pinned answer, what has become of its data, and how to ask it again."""
    listed = list_pins(
        table.desk.store, table.desk.data, table.scheme, lambda question: answer_of(_now(table), question)
    )
    with st.popover(f"หมุดไว้ {len(listed):,}", width="stretch"):
        if not listed:
            st.caption("ยังไม่มีคำตอบที่ปักหมุดไว้ คำตอบที่ปักหมุดจะอยู่ในภาคผนวกของรายงาน")
        for one in listed:
            _show_pin(one, table)


def _show_pin(one: ListedPin, table: Table) -> None:
    pin = one.pin
    with st.container(border=True):
        st.markdown(plain(pin.sentence))
        if one.remark:
            st.warning(plain(one.remark))
        st.caption(plain(one.stamp))
        with st.container(horizontal=True):
            years = tuple(f"year:{kind}-{year}" for kind, year in pin.question.years)
            st.button(
                "ถามอีกครั้ง",
                key=f"meeting-again-{pin.pin_id}",
                on_click=ask,
                args=((*pin.question.terms, *years),),
            )
            st.button(
                "นำหมุดออก", key=f"meeting-unpin-{pin.pin_id}", on_click=_unpin, args=(pin.pin_id, table)
            )


def _pin(answered: Answer, table: Table) -> None:
    with errors_shown():
        pin_answer(
            table.desk.store,
            answered,
            data_version=table.data.version,
            unloaded_file=table.unloaded_file,
            by=who(),
        )
        say_after_rerun("ปักหมุดแล้ว คำตอบนี้จะอยู่ในภาคผนวกของรายงาน")


def _unpin(pin_id: int, table: Table) -> None:
    with errors_shown():
        unpin(table.desk.store, pin_id, by=who())
        say_after_rerun("นำหมุดออกแล้ว")


def _now(table: Table) -> Table:
    """The office's own data, whatever file is looked at."""
    return Table(table.desk, table.desk.data, table.scheme, table.years)
