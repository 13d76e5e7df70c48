"""The items of a form as a path, each with its answer, blanks, evidence."""

import streamlit as st

from lib.domain.evidence_drafts import AnswerDraft
from lib.domain.evidence_items import FormItem
from lib.services.evidence import EvidencePage, RoundView
from lib.services.evidence_drafts import load_drafts
from lib.storage.engine import Store
from lib.ui.evidence_fields import ANSWER_WORDS, form_key
from lib.ui.evidence_files import show_files
from lib.ui.evidence_item import show_inputs
from lib.ui.evidence_past import show_past_beside
from lib.ui.kept_messages import show_message
from lib.ui.plain import plain
from lib.ui.resources import who

_DONE = ("ครบแล้ว", ":green[:material/check_circle:]", "green")
_NEXT = ("ขั้นต่อไป", ":primary[:material/radio_button_checked:]", "primary")
_LATER = ("ยังไม่ครบ", ":gray[:material/radio_button_unchecked:]", "gray")


def show_path(store: Store, page: EvidencePage, focus: RoundView) -> None:
    """Draw every item in order, the next one open: of milestones by level, of a checklist by itself."""
    open_items = [item for item in page.form.items if item.id in page.missing and item.id not in page.locked]
    reported = page.form.reported_in(focus.form_round)
    drafts = load_drafts(store, page.form.id, page.form.fiscal_year_be, by=who())
    for item in page.form.items:
        complete = item.id not in page.missing
        is_next = item in open_items and (item is open_items[0] or 0 < item.level == open_items[0].level)
        state = _DONE if complete else _NEXT if is_next else _LATER
        _show_entry(store, page, item, state, drafts.get(item.id), beyond=item not in reported)


def _show_entry(
    store: Store,
    page: EvidencePage,
    item: FormItem,
    state: tuple[str, str, str],
    draft: AnswerDraft | None,
    *,
    beyond: bool,
) -> None:
    word, sign, colour = state
    form_round = page.form.round(item.round_id)
    files = page.files_of(item.id)
    with st.container(border=True):
        mark, text = st.columns([1, 24], gap="small")
        mark.markdown(sign)
        with text:
            unsaved = " · :orange[มีร่างที่ยังไม่บันทึก]" if draft is not None else ""
            st.markdown(
                f":{colour}[**{_head(page, item)} · {word}**] · {form_round.name if form_round else ''} · "
                f"{ANSWER_WORDS[page.answers[item.id].answer]} · หลักฐาน {len(files):,} ไฟล์{unsaved}"
            )
            st.markdown(plain(_says(page, item)))
            missing = page.missing.get(item.id)
            if missing:
                later = " (นับในรอบถัดไป เตรียมไว้ก่อนได้)" if beyond else ""
                st.markdown(f"**ยังไม่ครบ** {plain(' · '.join(missing.needs))}{later}")
            show_message(f"item-{item.id}")
            with st.expander(
                f"ข้อ {item.number} ผลการปฏิบัติงานและหลักฐาน", expanded=word == _NEXT[0] or draft is not None
            ):
                _show_item(store, page, item, draft)


def _stands_alone(page: EvidencePage, item: FormItem) -> bool:
    """Whether a level is proven by this item and no other."""
    return bool(item.level) and sum(each.level == item.level for each in page.form.items) == 1


def _head(page: EvidencePage, item: FormItem) -> str:
    level = f"ระดับ {item.level}" if item.level else ""
    return level if _stands_alone(page, item) else f"{level} ข้อ {item.number}".strip()


def _says(page: EvidencePage, item: FormItem) -> str:
    return page.form.levels[item.level - 1].text if _stands_alone(page, item) else item.title


def _show_item(store: Store, page: EvidencePage, item: FormItem, draft: AnswerDraft | None) -> None:
    key = f"{form_key(page.form)}-{item.id}"
    lock = page.locked.get(item.id)
    form_round = page.form.round(item.round_id)
    if lock is not None:
        st.info(plain(f"{lock.message} — {lock.hint}"))
    st.markdown(plain(f"{form_round.mark if form_round else ''} {item.number}. {item.title}"))
    inputs, past = st.columns([3, 1], gap="large")
    with inputs:
        show_inputs(store, page, item, draft, lock, key)
    with past:
        show_past_beside(page, item)
    show_files(store, page, item, key=key, disabled=lock is not None)
