"""The right side of the review: one item, why it is uncertain, and the answers, each a key away."""

from collections.abc import Sequence

import streamlit as st

from lib.domain.assessments import Rating, SavedSelfAssessment, Statement
from lib.domain.document_text import DocumentText
from lib.domain.issues import Issue
from lib.domain.report_checks import CheckItem, Subject, Urgency
from lib.services.report_leaves import page_of
from lib.services.school_levels import told_level
from lib.storage.engine import Store
from lib.ui.pickers import place_of
from lib.ui.plain import plain
from lib.ui.sar_review_acts import next_open, open_item
from lib.ui.sar_review_answers import show_answers
from lib.ui.sar_review_page import turn_to

_WORDS = {
    Urgency.ERROR: ":red[■ ต้องแก้ก่อนยืนยัน]",
    Urgency.CONTRADICTION: ":orange[◆ รายงานขัดกันเอง]",
    Urgency.UNCERTAIN: ":orange[◆ ไม่แน่ใจ]",
    Urgency.CERTAIN: ":gray[ไม่มีข้อสงสัย]",
}
_LONGEST_QUOTE = 320


def show_item(
    store: Store,
    saved: SavedSelfAssessment,
    document: DocumentText,
    items: Sequence[CheckItem],
    item: CheckItem,
    *,
    locked: bool = False,
) -> None:
    """Draw the current item with its answers; a press saves at once and opens the next.

    Args:
        locked: the report is confirmed, so the item is only looked at.
    """
    opened = [each for each in items if each.is_open]
    if locked:
        place = "รายการที่เลือก"
    elif item in opened:
        place = f"รายการที่ต้องตรวจ **{place_of(item, opened) + 1:,}** จาก {len(opened):,}"
    else:
        place = f"ต้องตรวจอีก **{len(opened):,}** รายการ" if opened else "ไม่มีรายการที่ต้องตรวจแล้ว"
    st.markdown(f"{place} · {_WORDS[item.urgency]}")
    st.markdown(f"#### {plain(_title(item.subject))}")
    _show_read(item)
    if item.reasons:
        st.markdown("\n".join(f"- {plain(reason)}" for reason in item.reasons))
    _show_places(saved, document, item)
    if locked:
        return
    after = next_open(items, item)
    then = after.key if after else ""
    show_answers(store, saved, item, then)
    _show_steps(saved, items, item)


def _title(subject: Subject) -> str:
    if isinstance(subject, Rating):
        return subject.name
    if isinstance(subject, Statement):
        level = f" ระดับ{subject.level_of_education.label}" if subject.level_of_education else ""
        standard = f" มาตรฐานที่ {subject.standard}" if subject.standard else ""
        return f"{subject.kind.label}{level}{standard}"
    return "เรื่องของรายงานทั้งฉบับ"


def _show_read(item: CheckItem) -> None:
    subject = item.subject
    if isinstance(subject, Rating):
        level = f" ({subject.level})" if subject.level else ""
        quote = (
            f" จาก “{plain(subject.quote[:_LONGEST_QUOTE])}” {plain(subject.place.label)}"
            if subject.quote
            else ""
        )
        st.markdown(f"อ่านได้ว่า **{plain(told_level(subject))}{level}**{quote}")
    elif isinstance(subject, Statement):
        st.text(subject.text)
        st.caption(plain(subject.place.label) or "ไม่ระบุหน้า")
    else:
        st.markdown(plain(subject.message))
    who = "" if isinstance(subject, Issue) else subject.checked_by
    if who:
        st.caption(f"ตรวจแล้วโดย {plain(who)}")


def _show_places(saved: SavedSelfAssessment, document: DocumentText, item: CheckItem) -> None:
    """A button to each place where there are several; the page of the only one is open already."""
    places = [(number, place) for number, (place, _) in enumerate(item.places) if place.label]
    if len(places) < 2:
        return
    with st.container(horizontal=True):
        for number, place in places:
            st.button(
                f"{'ที่อ่าน' if number == 0 else 'ที่ขัดกัน'} {plain(place.label)}",
                key=f"sar-place-{saved.report_id}-{item.key}-{number}",
                on_click=turn_to,
                args=(saved.report_id, item.key, page_of(document, place), number),
            )


def _show_steps(saved: SavedSelfAssessment, items: Sequence[CheckItem], item: CheckItem) -> None:
    """To the open items around this one, nothing answered."""
    # No arrows: they would turn the views of the page while the row of views has the keyboard.
    steps = (("รายการก่อน", -1, "B"), ("ข้ามไปก่อน", 1, "S"))
    columns = st.columns(2)
    for column, (label, step, key) in zip(columns, steps, strict=True):
        to = next_open(items, item, step)
        column.button(
            label,
            key=f"sar-item-{saved.report_id}-{item.key}-{step}",
            shortcut=key,
            type="tertiary",
            disabled=to is None,
            width="stretch",
            on_click=open_item,
            args=(saved.report_id, to.key if to else ""),
        )
