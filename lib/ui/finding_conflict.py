"""Two people at one finding: both texts side by side, and which of them shall stand."""

from collections.abc import Callable

import streamlit as st

from lib.domain.finding_figures import shown_sentence
from lib.domain.findings import STATUS_LABELS, Finding, Review
from lib.ui.plain import plain
from lib.ui.state import Key, get, put


def seen_review(finding: Finding, review: Review) -> Review:
    """The decision as it was when this person opened the dialog, through every redrawing of it."""
    seen: Review | None = get(Key.REVIEW_SEEN, None)
    if seen is None or seen.finding_id != finding.id:
        seen = review
        put(Key.REVIEW_SEEN, seen)
    return seen


def show_conflict(
    finding: Finding,
    mine: Review,
    theirs: Review,
    *,
    when: str,
    use_mine: Callable[[], None],
    use_theirs: Callable[[], None],
    use_both: Callable[[], None],
) -> None:
    """Tell who was faster, show both, ask.

    Args:
        mine: as written, its sentence as shown.
        use_mine / use_theirs / use_both: called after the press.
    """
    st.warning(f"{plain(theirs.by)} บันทึกเมื่อ {when} หลังจากที่เปิดหน้าต่างนี้ ยังไม่มีข้อความใดถูกเขียนทับ เลือกว่าจะใช้ของใคร")
    left, right = st.columns(2, border=True)
    with left:
        _show_one("ของฉัน", mine, mine.sentence_text or finding.sentence)
    with right:
        _show_one(f"ของ {theirs.by}", theirs, shown_sentence(finding, theirs))
    with st.container(horizontal=True):
        if st.button("ใช้ของฉัน", key=f"mine-{finding.id}"):
            use_mine()
        if st.button("ใช้ของเขา", key=f"theirs-{finding.id}"):
            use_theirs()
        st.button("แก้รวมกัน", key=f"both-{finding.id}", on_click=use_both)
    st.caption("ข้อความที่ไม่ได้ใช้จะอยู่ในประวัติการพิจารณา")


def _show_one(whose: str, review: Review, sentence: str) -> None:
    st.markdown(f"**{plain(whose)}** · {STATUS_LABELS[review.status]}")
    st.text(sentence)
    if review.reason:
        st.caption(plain(f"เหตุผล: {review.reason}"))
    for advice in review.recommendations:
        st.caption(plain(f"ข้อเสนอแนะ: {advice.addressed}"))
    if review.note:
        st.caption(plain(f"บันทึกภายใน: {review.note}"))
