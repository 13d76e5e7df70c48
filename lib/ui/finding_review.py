"""The dialog in which one finding is decided about."""

from typing import Literal, get_args

import streamlit as st

from lib.domain.findings import Recipient, Review, ReviewStatus
from lib.services.finding_decisions import decide
from lib.services.findings import ReviewedFinding
from lib.storage.engine import Store
from lib.ui.messages import errors_shown
from lib.ui.pickers import place_of
from lib.ui.resources import who
from lib.ui.state import say_after_rerun

STATUS_LABELS = {"new": "ยังไม่พิจารณา", "accepted": "รับแล้ว", "edited": "รับโดยแก้ข้อความ", "rejected": "ไม่รับ"}
_DECISIONS: tuple[ReviewStatus, ...] = ("accepted", "edited", "rejected")
_RECIPIENTS: tuple[Recipient | Literal[""], ...] = ("", *get_args(Recipient))


@st.dialog("พิจารณาข้อค้นพบ", width="large")
def review_dialog(store: Store, each: ReviewedFinding) -> None:
    """Accept, edit or reject one finding, and write its recommendation; closes after saving."""
    finding, review = each.finding, each.review
    st.text(finding.sentence)
    choice = st.radio(
        "ผลการพิจารณา",
        _DECISIONS,
        index=place_of(review.status, _DECISIONS),
        format_func=lambda status: STATUS_LABELS[status],
        horizontal=True,
        key=f"status-{finding.id}",
    )
    text = review.sentence_text
    if choice == "edited":
        text = st.text_area("ข้อความในรายงาน", text or finding.sentence, key=f"text-{finding.id}", height=140)
    reason = review.reason
    if choice == "rejected":
        reason = st.text_input("เหตุผลที่ไม่รับ (จำเป็น)", reason, key=f"reason-{finding.id}")
    recommendation = st.text_area(
        "ข้อเสนอแนะ", review.recommendation, key=f"recommendation-{finding.id}", height=100
    )
    recipient = st.selectbox(
        "เสนอต่อ",
        _RECIPIENTS,
        index=place_of(review.recommend_to, _RECIPIENTS),
        format_func=lambda name: name or "ไม่ระบุ",
        key=f"to-{finding.id}",
    )
    note = st.text_input("บันทึกภายใน (ไม่พิมพ์ในรายงาน)", review.note, key=f"note-{finding.id}")
    if st.button("บันทึกผลการพิจารณา", type="primary", key=f"save-{finding.id}"):
        decided = Review(
            finding.id,
            status=choice,
            sentence_text=text if choice == "edited" else "",
            reason=reason if choice == "rejected" else "",
            recommendation=recommendation.strip(),
            recommend_to=recipient,
            note=note.strip(),
            order=review.order,
            version=review.version,
        )
        save_decision(store, each, decided)


def save_decision(store: Store, each: ReviewedFinding, decided: Review) -> None:
    """Save what a person decided and say so; the page is drawn again."""
    with errors_shown():
        decide(store, each.finding, decided, by=who())
        say_after_rerun(f"บันทึกแล้ว: {STATUS_LABELS[decided.status]}")
        st.rerun()
