"""One finding as a card: the sentence, its certainty, the decision, the recommendation beside it."""

from dataclasses import replace
from typing import Literal, get_args

import streamlit as st

from lib.domain.findings import KIND_LABELS, Recipient, Review, ReviewStatus
from lib.domain.indicators import Catalogue
from lib.services.findings import ReviewedFinding, decide
from lib.storage.engine import Store
from lib.ui.figure_tables import FigurePlace, show_way_button
from lib.ui.messages import errors_shown
from lib.ui.pickers import place_of
from lib.ui.plain import plain
from lib.ui.resources import who
from lib.ui.state import Key, put, say_after_rerun
from lib.ui.way_home_stops import Stop

#: Sign and colour name of each kind; the word always stands beside them.
SIGNS = {
    "strength": ("▲", "green"),
    "improvement_area": ("▼", "orange"),
    "watch": ("◆", "yellow"),
    "data_quality": ("–", "gray"),
}
_TIERS = {1: "ต่างเกินความผันผวน", 2: "น่าจะต่าง ควรดูก่อน", 0: ""}
_STATUS = {"new": "ยังไม่พิจารณา", "accepted": "รับแล้ว", "edited": "รับโดยแก้ข้อความ", "rejected": "ไม่รับ"}
_DECISIONS: tuple[ReviewStatus, ...] = ("accepted", "edited", "rejected")
_RECIPIENTS: tuple[Recipient | Literal[""], ...] = ("", *get_args(Recipient))


def show_finding(store: Store, each: ReviewedFinding, catalogue: Catalogue) -> None:
    """Draw one card with its decision."""
    finding = each.finding
    sign, colour = SIGNS[finding.kind]
    with st.container(border=True):
        st.markdown(
            f":{colour}[**{sign} {KIND_LABELS[finding.kind]}**] · {catalogue.domain(finding.domain).name} · "
            f"{finding.period.label}" + (f" · {_TIERS[finding.tier]}" if _TIERS[finding.tier] else "")
        )
        st.text(each.sentence)
        if each.stale:
            st.warning("ตัวเลขเปลี่ยนไปหลังจากตัดสินใจไว้ ข้อนี้จึงยังไม่เข้ารายงาน กรุณาพิจารณาอีกครั้ง")
        if each.review.recommendation:
            to_whom = f" (ถึง {each.review.recommend_to})" if each.review.recommend_to else ""
            st.caption(f"ข้อเสนอแนะ{to_whom}: {plain(each.review.recommendation)}")
        state = _STATUS[each.review.status]
        if each.review.status == "rejected":
            state = f"{state}: {each.review.reason}"
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(plain(state + (f" โดย {each.review.by}" if each.review.by else "")), width="stretch")
            show_way_button(Stop(finding_id=finding.id), f"{FigurePlace.FINDINGS}-{finding.id}")
            if each.waits and st.button("รับ", key=f"accept-{finding.id}"):
                _save(store, each, replace(each.review, status="accepted", sentence_text=""))
            if st.button("พิจารณา", key=f"open-{finding.id}"):
                put(Key.OPEN_FINDING, finding.id)
                st.rerun()


@st.dialog("พิจารณาข้อค้นพบ", width="large")
def review_dialog(store: Store, each: ReviewedFinding) -> None:
    """Accept, edit or reject one finding, and write its recommendation; closes after saving."""
    finding, review = each.finding, each.review
    st.text(finding.sentence)
    choice = st.radio(
        "ผลการพิจารณา",
        _DECISIONS,
        index=place_of(review.status, _DECISIONS),
        format_func=lambda status: _STATUS[status],
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
        _save(store, each, decided)


def _save(store: Store, each: ReviewedFinding, decided: Review) -> None:
    with errors_shown():
        decide(store, each.finding, decided, by=who())
        say_after_rerun(f"บันทึกแล้ว: {_STATUS[decided.status]}")
        st.rerun()
