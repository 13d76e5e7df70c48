"""One finding as a card: the sentence, its certainty, the decision, the recommendation beside it."""

from dataclasses import replace

import streamlit as st

from lib.domain.findings import KIND_LABELS, STATUS_LABELS
from lib.domain.indicators import Catalogue
from lib.services.findings import ReviewedFinding
from lib.storage.engine import Store
from lib.ui.figure_tables import FigurePlace, show_way_button
from lib.ui.finding_changes import show_changes, show_keep_button
from lib.ui.finding_review import open_review, save_decision
from lib.ui.plain import plain
from lib.ui.way_home_stops import Stop

#: Sign and colour name of each kind; the word always stands beside them.
SIGNS = {
    "strength": ("▲", "green"),
    "improvement_area": ("▼", "orange"),
    "watch": ("◆", "yellow"),
    "data_quality": ("–", "gray"),
}
_TIERS = {1: "ต่างเกินความผันผวน", 2: "น่าจะต่าง ควรดูก่อน", 0: ""}


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
            show_changes(each)
        for advice in each.review.recommendations:
            st.caption(plain(f"ข้อเสนอแนะ: {advice.addressed}"))
        state = STATUS_LABELS[each.review.status]
        if each.review.status == "rejected":
            state = f"{state}: {each.review.reason}"
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(plain(state + (f" โดย {each.review.by}" if each.review.by else "")), width="stretch")
            show_way_button(Stop(finding_id=finding.id), f"{FigurePlace.FINDINGS}-{finding.id}")
            if each.stale:
                show_keep_button(store, each, place="card")
            elif each.waits and st.button("รับ", key=f"accept-{finding.id}"):
                save_decision(store, each, replace(each.review, status="accepted"))
            st.button("พิจารณา", key=f"open-{finding.id}", on_click=open_review, args=(finding,))
