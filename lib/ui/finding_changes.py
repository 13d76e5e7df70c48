"""A decision whose figures have changed since: what they were, what they are, and what to do about it."""

from collections.abc import Sequence

import streamlit as st

from lib.domain.figure_names import changed_figures, label_of
from lib.domain.findings import STATUS_LABELS
from lib.services.finding_decisions import earlier_decisions, keep_decision
from lib.services.findings import ReviewedFinding
from lib.services.gone_decisions import GoneDecision
from lib.storage.engine import Store
from lib.ui.kept_messages import say_after_rerun
from lib.ui.messages import errors_shown
from lib.ui.plain import plain
from lib.ui.resources import who
from lib.ui.state import Key, put


def show_changes(each: ReviewedFinding) -> None:
    """The figures at the decision beside today's; an older decision has no record of them."""
    st.warning("ตัวเลขเปลี่ยนไปหลังจากตัดสินใจไว้ ข้อนี้จึงยังไม่เข้ารายงาน กรุณาพิจารณาอีกครั้ง")
    if not each.review.numbers:
        st.caption("ผลพิจารณานี้บันทึกไว้ก่อนที่โปรแกรมจะเก็บตัวเลขตอนตัดสินใจ จึงเทียบรายตัวเลขไม่ได้")
        return
    changes = changed_figures(dict(each.review.numbers), each.finding)
    rows = [f"| {label_of(one.name)} | {plain(one.then)} | {plain(one.now)} |" for one in changes]
    st.markdown("\n".join(["| ตัวเลข | ตอนตัดสินใจ | ตอนนี้ |", "|:--|--:|--:|", *rows]))


def show_keep_button(store: Store, each: ReviewedFinding, *, place: str) -> None:
    """One press lets the decision stand on today's figures.

    Args:
        place: where the button stands, for its key.
    """
    help_words = f"ผลเดิมคือ {STATUS_LABELS[each.review.status]}"
    if st.button("คงผลเดิมกับตัวเลขใหม่", help=help_words, key=f"keep-{place}-{each.finding.id}"):
        with errors_shown():
            keep_decision(store, each, by=who())
            put(Key.OPEN_FINDING, "")
            say_after_rerun("คงผลพิจารณาเดิมกับตัวเลขใหม่แล้ว")
            st.rerun()


def show_history(store: Store, each: ReviewedFinding) -> None:
    """Who decided what, when and why, the newest first."""
    if not each.review.version:
        return
    with st.expander("ประวัติการพิจารณา"):
        for past in earlier_decisions(store, each.finding):
            what = STATUS_LABELS[past.status]
            if not past.saved:
                what = f"เขียนไว้แต่ไม่ได้ใช้ เพราะมีผู้บันทึกก่อน ({what})"
            st.markdown(f"**{past.when}** · {plain(past.by)} · {what}")
            _say([past.reason and f"เหตุผล: {past.reason}", past.sentence and f"ข้อความ: {past.sentence}"])
            _say([f"ข้อเสนอแนะ: {advice}" for advice in past.recommendations])


def _say(lines: Sequence[str]) -> None:
    for line in filter(None, lines):
        st.caption(plain(line))


def show_gone(gone: Sequence[GoneDecision]) -> None:
    """Accepted findings that are none any more, with what was recommended, to be used elsewhere."""
    if not gone:
        return
    with st.expander(f"เคยรับไว้ แต่ตัวเลขปัจจุบันไม่พบแล้ว {len(gone):,} ข้อ ไม่เข้ารายงาน"):
        st.caption("ข้อเสนอแนะที่เขียนไว้ยังอยู่ที่นี่ ถ้ายังต้องใช้ ให้คัดลอกไปเขียนกับข้ออื่น")
        for each in gone:
            st.markdown(
                f"{plain(each.about)} · {STATUS_LABELS[each.review.status]} โดย {plain(each.review.by)}"
            )
            _say([f"ข้อเสนอแนะ: {advice.addressed}" for advice in each.review.recommendations])
            _say([each.review.note and f"บันทึกภายใน: {each.review.note}"])
