"""One finding as a card: the sentence, three years as a line, the decision, the recommendation."""

from collections.abc import Callable, Sequence
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
_FIRST = 6
_COLUMNS = (
    ("▲ จุดเด่น", ("strength",)),
    ("▼ จุดที่ควรพัฒนาและเรื่องที่ต้องดู", ("improvement_area", "watch", "data_quality")),
)


def show_two_sides(
    store: Store, findings: Sequence[ReviewedFinding], sparks: dict[str, str], catalogue: Catalogue
) -> None:
    """Strengths on the left, everything else on the right; what waits before what is decided.

    Of each side the first few are drawn, the rest can be unfolded.

    Args:
        sparks: indicator id → its picture (lib.charts.spark).
    """
    for column, (title, kinds) in zip(st.columns(2, gap="medium"), _COLUMNS, strict=True):
        side = [each for each in findings if each.finding.kind in kinds]
        side.sort(key=lambda each: not each.waits)
        with column:
            st.markdown(f"**{title} {len(side):,} ข้อ**" if side else f"{title} ไม่มี")
            for each in side[:_FIRST]:
                _show_finding(store, each, sparks.get(each.finding.indicator_id, ""), catalogue)
            if len(side) > _FIRST:
                with st.expander(f"แสดงอีก {len(side) - _FIRST:,} ข้อ"):
                    for each in side[_FIRST:]:
                        _show_finding(store, each, sparks.get(each.finding.indicator_id, ""), catalogue)


def _show_finding(store: Store, each: ReviewedFinding, spark: str, catalogue: Catalogue) -> None:
    with st.container(border=True):
        head, picture = st.columns([5, 2]) if spark else (st.container(), None)
        head.markdown(title_of(each, catalogue.by_id[each.finding.indicator_id].short_name))
        if picture is not None:
            picture.image(spark, width="content")
        show_sentence(store, each)


def title_of(each: ReviewedFinding, short_name: str = "") -> str:
    """Sign and word of its kind, then the indicator or else the period, whom it is about, how sure it is."""
    finding = each.finding
    sign, colour = SIGNS[finding.kind]
    head = f":{colour}[**{sign} {KIND_LABELS[finding.kind]}**]"
    parts = [
        f"**{plain(finding.scope_name)}**" if finding.scope == "cluster" else "",
        "" if short_name else finding.period.label,
        _TIERS[finding.tier],
    ]
    told = " · ".join(filter(None, parts))
    return f"{head} · **{plain(short_name)}**  \n{told}" if short_name else f"{head} · {told}"


def show_sentence(store: Store, each: ReviewedFinding, more: Callable[[], None] | None = None) -> None:
    """The sentence with what was decided about it, and the buttons to decide.

    Args:
        more: draws what else stands among the buttons.
    """
    finding = each.finding
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
        if more is not None:
            more()
        show_way_button(Stop(finding_id=finding.id), f"{FigurePlace.FINDINGS}-{finding.id}")
        if each.stale:
            show_keep_button(store, each, place="card")
        elif each.waits and st.button("รับ", key=f"accept-{finding.id}"):
            save_decision(store, each, replace(each.review, status="accepted"))
        st.button("พิจารณา", key=f"open-{finding.id}", on_click=open_review, args=(finding,))
