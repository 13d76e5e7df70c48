"""The level an office claims beside the computed one, and every edition of every round."""

import streamlit as st

from lib.domain.evidence import RoundRecord, RoundStatus
from lib.domain.evidence_forms import EvidenceForm
from lib.services.evidence import EvidencePage, RoundView
from lib.services.evidence_rounds import save_claim
from lib.storage.engine import Store
from lib.thai.dates import format_moment
from lib.ui.evidence_fields import form_key
from lib.ui.kept_messages import say_after_rerun
from lib.ui.messages import errors_shown
from lib.ui.pickers import place_of
from lib.ui.plain import plain
from lib.ui.resources import who

_NONE = "ไม่ได้ระบุ"


def show_claims(page: EvidencePage) -> None:
    """Say where a claimed level is not what the evidence gives."""
    for view in page.rounds:
        claimed, computed = view.record.claimed_level, view.level.level
        if claimed is None or claimed == computed:
            continue
        why = f" เหตุผลที่ระบุ: {plain(view.record.claimed_reason)}" if view.record.claimed_reason else ""
        st.warning(
            f"{view.form_round.name} สำนักงานระบุ{page.form.label_of(claimed)} "
            f"แต่หลักฐานที่นับได้ให้{page.form.label_of(computed)} ต่างกัน {abs(claimed - computed)} ระดับ{why}"
        )


def show_claim(store: Store, page: EvidencePage, focus: RoundView) -> None:
    """Write down the level the office claims for the round it works on."""
    if focus.record.status is not RoundStatus.OPEN:
        return
    form, record = page.form, focus.record
    key = f"{form_key(form)}-claim-{focus.form_round.id}-{record.version}"
    options = (None, *range(len(form.levels) + 1))
    with st.expander("ระดับที่สำนักงานระบุเอง"), st.form(key, border=False, enter_to_submit=False):
        left, right = st.columns([1, 3])
        level = left.selectbox(
            f"ระดับของ{focus.form_round.name}",
            options,
            place_of(record.claimed_level, options),
            format_func=lambda each: _NONE if each is None else form.label_of(each),
            key=f"{key}-level",
        )
        reason = right.text_input("เหตุผลเมื่อต่างจากที่คำนวณ", record.claimed_reason, key=f"{key}-reason")
        if st.form_submit_button("บันทึกระดับที่ระบุ", key=f"{key}-save"):
            with errors_shown():
                save_claim(
                    store,
                    form.id,
                    form.fiscal_year_be,
                    focus.form_round.id,
                    level,
                    reason=reason,
                    seen_version=record.version,
                    by=who(),
                )
                say_after_rerun(f"บันทึกระดับที่ระบุของ{focus.form_round.name} แล้ว ระดับที่คำนวณไม่เปลี่ยน")
                st.rerun()


def show_editions(page: EvidencePage) -> None:
    """Who brought which edition of a round into its state, and when."""
    touched = [each for each in page.editions if each.saved_at is not None]
    if not touched:
        return
    with st.expander("ประวัติของรอบ"):
        st.table([_edition_row(page.form, each) for each in touched], hide_index=True)


def _edition_row(form: EvidenceForm, record: RoundRecord) -> dict[str, str]:
    form_round = form.round(record.round_id)
    moment = format_moment(record.saved_at) if record.saved_at else ""
    return {
        "รอบ": form_round.name if form_round else record.round_id,
        "ฉบับ": f"แก้ไขที่ {record.edition - 1}" if record.edition > 1 else "แรก",
        "สถานะ": record.status.label,
        "ระดับที่รายงาน": form.label_of(record.result.level) if record.result else "–",
        "ระดับที่ระบุเอง": "–" if record.claimed_level is None else form.label_of(record.claimed_level),
        "เหตุผลที่แก้ไข": plain(record.reason) or "–",
        "โดยใคร เมื่อใด": f"{plain(record.saved_by)} {moment}",
    }
