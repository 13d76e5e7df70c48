"""Results of three fiscal years: beside every item while it is filled, and as the table that is typed."""

from collections.abc import Mapping

import streamlit as st

from lib.domain.evidence_forms import EvidenceForm
from lib.domain.evidence_items import FormItem
from lib.errors import EditConflict
from lib.services.evidence import EvidencePage
from lib.services.evidence_edits import save_baseline
from lib.services.evidence_past import UNKNOWN, PastYear
from lib.storage.engine import Store
from lib.ui.evidence_fields import ANSWER_WORDS, form_key
from lib.ui.kept_messages import say_after_rerun, show_message
from lib.ui.messages import errors_shown
from lib.ui.plain import plain
from lib.ui.resources import who
from lib.ui.two_texts import choose_of_two, forget_conflict, tell_conflict
from lib.ui.versions import first_key, forget_seen, seen_version, widget_key


def show_past_beside(page: EvidencePage, item: FormItem) -> None:
    """The years of the baseline with what this item was answered in each closed round."""
    st.markdown(f"**ผล {len(page.past)} ปีงบประมาณ**")
    for past in page.past:
        with st.container(gap=None):
            st.markdown(f"{past.year_be} · **{plain(past.result) if past.result != UNKNOWN else 'ยังไม่มีผล'}**")
            words = [_source(past), *_of_item(past, item)]
            st.caption(" · ".join(each for each in words if each))


def _source(past: PastYear) -> str:
    if past.closed_round:
        return f"จาก{past.closed_round}ที่ปิดแล้ว"
    return "กรอกไว้ในข้อมูลพื้นฐาน" if past.result != UNKNOWN else ""


def _of_item(past: PastYear, item: FormItem) -> tuple[str, ...]:
    if item.id not in past.answers:
        return ()
    return f"ข้อนี้ {ANSWER_WORDS[past.answers[item.id]]}", f"หลักฐาน {past.n_files.get(item.id, 0):,} ไฟล์"


def show_baseline(store: Store, page: EvidencePage) -> None:
    """The table of past results; years whose last round was closed here fill themselves in."""
    form, kept = page.form, page.baseline
    if not form.baseline:
        return
    st.header("ข้อมูลพื้นฐานประกอบตัวชี้วัด")
    show_message("baseline")
    key = f"{form_key(form)}-baseline"
    seen = seen_version(key, kept.version)
    with st.form(f"{key}-form", enter_to_submit=False):
        typed = _show_rows(page, key)
        saved = st.form_submit_button("บันทึกข้อมูลพื้นฐาน", key=f"{key}-save")
    if saved:
        _save(store, form, typed, seen, key)
    if seen != kept.version:
        chosen = choose_of_two(_in_words(form, kept.fields), _in_words(form, typed), key=key)
        if chosen == "mine":
            _save(store, form, typed, kept.version, key)
        elif chosen == "theirs":
            forget_seen(key)
            forget_conflict(key)
            st.rerun()


def _show_rows(page: EvidencePage, key: str) -> dict[str, str]:
    form, typed = page.form, dict[str, str]()
    for row in form.baseline:
        st.markdown(f"{plain(row.label)} (หน่วยวัด: {plain(row.unit)})")
        columns = st.columns(len(page.past), vertical_alignment="bottom")
        for column, past, result in zip(columns, page.past, page.results[row.id], strict=True):
            field = f"{row.id}:{past.year_be}"
            text = page.baseline.fields.get(field, "")
            closed = row.from_level and past.is_final
            shown = column.text_input(
                f"ปีงบประมาณ {past.year_be}" + (f" (จาก{past.closed_round}ที่ปิดแล้ว)" if closed else ""),
                result if closed else text,
                key=widget_key(key, field) if typed else first_key(key),
                max_chars=60,
                placeholder=UNKNOWN,
                disabled=closed,
            )
            typed[field] = text if closed else shown
    return typed


def _save(store: Store, form: EvidenceForm, typed: dict[str, str], seen: int, key: str) -> None:
    with errors_shown():
        try:
            save_baseline(store, form.id, form.fiscal_year_be, typed, seen_version=seen, by=who())
        except EditConflict as error:
            tell_conflict(key, error.message)
        forget_seen(key)
        forget_conflict(key)
        say_after_rerun("บันทึกข้อมูลพื้นฐานแล้ว", "baseline")
        st.rerun()


def _in_words(form: EvidenceForm, texts: Mapping[str, str]) -> str:
    lines = [
        f"ปีงบประมาณ {year}: {texts.get(f'{row.id}:{year}') or UNKNOWN}"
        for row in form.baseline
        for year in form.baseline_years
    ]
    return "\n".join(lines)
