"""A KPI form beside its past: what changed since the last round, last year's texts as a start."""

import streamlit as st

from lib.services.evidence import EvidencePage
from lib.services.evidence_history import changes_since_last_round, copy_last_year, copyable_items
from lib.storage.engine import Store
from lib.thai.dates import format_moment
from lib.ui.evidence_fields import form_key
from lib.ui.kept_messages import say_after_rerun
from lib.ui.messages import errors_shown
from lib.ui.plain import plain
from lib.ui.resources import who


def show_copy_offer(store: Store, page: EvidencePage) -> None:
    """Offer last year's texts while items are still empty."""
    form = page.form
    wanted = copyable_items(store, form.id, form.fiscal_year_be)
    if not wanted:
        return
    numbers = ", ".join(str(item.number) for item in form.items if item.id in wanted)
    left, right = st.columns([4, 1], vertical_alignment="center")
    left.info(
        f"ข้อ {numbers} มีข้อความของปีงบประมาณ {form.fiscal_year_be - 1} นำมาเป็นจุดเริ่มต้นได้ "
        "ผล มี/ไม่มี และหลักฐานต้องตอบและแนบใหม่"
    )
    if right.button("ใช้ข้อความปีก่อน", key=f"{form_key(form)}-copy", width="stretch"):
        with errors_shown():
            n_copied = copy_last_year(store, form.id, form.fiscal_year_be, by=who())
            say_after_rerun(f"นำข้อความปีก่อนมา {n_copied:,} ข้อแล้ว ตรวจและแก้ให้เป็นของปีนี้")
            st.rerun()


def show_changes(store: Store, page: EvidencePage) -> None:
    """Every item that is not as the last report said it."""
    since = changes_since_last_round(store, page.form.id, page.form.fiscal_year_be)
    if since is None:
        return
    form_round = page.form.round(since.record.round_id)
    name = form_round.name if form_round else since.record.round_id
    moment = format_moment(since.record.saved_at) if since.record.saved_at else ""
    if not since.changes:
        st.caption(f"ไม่มีอะไรเปลี่ยนจากรายงาน{name} ({moment})")
        return
    with st.expander(f"เปลี่ยนจากรายงาน{name} {len(since.changes):,} ข้อ"):
        st.caption(f"เทียบกับรายงานที่บันทึกเมื่อ {moment} โดย {plain(since.record.saved_by)}")
        for each in since.changes:
            st.markdown(f"**ข้อ {each.number}**")
            st.text("\n".join(f"- {words}" for words in each.words))
