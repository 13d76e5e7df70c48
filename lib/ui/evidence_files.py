"""Evidence of one item with its kind: attach, describe, count or not, take away."""

from dataclasses import replace

import streamlit as st

from lib.domain.evidence import EvidenceFile
from lib.domain.evidence_forms import EvidenceForm
from lib.domain.evidence_items import FormItem
from lib.services.evidence import EvidencePage, computed_level, fall_in_words
from lib.services.evidence_files import save_file
from lib.services.evidence_removed import bring_back
from lib.storage.engine import Store
from lib.thai.dates import format_date, format_moment
from lib.ui.dialogs import is_open, open_dialog
from lib.ui.evidence_attach import attach_dialog
from lib.ui.evidence_change import change_dialog, remove_dialog
from lib.ui.evidence_describe import kind_name
from lib.ui.kept_messages import say_after_rerun
from lib.ui.messages import errors_shown
from lib.ui.plain import plain
from lib.ui.resources import who


def show_files(store: Store, page: EvidencePage, item: FormItem, *, key: str, disabled: bool) -> None:
    """Draw the files of an item with what can be done to them."""
    files = page.files_of(item.id)
    counted = sum(file.counts for file in files)
    st.markdown(f"**หลักฐาน** {len(files):,} ไฟล์ นับได้ {counted:,} ต้องมีอย่างน้อย {item.min_files:,}")
    for file in files:
        _show_file(store, page.form, file, key=f"{key}-file-{file.evidence_id}", disabled=disabled)
    name = f"{key}-attach"
    st.button(
        "แนบหลักฐาน",
        key=name,
        icon=":material/attach_file:",
        disabled=disabled,
        on_click=open_dialog,
        args=(name,),
    )
    if is_open(name) and not disabled:
        attach_dialog(store, page.form, item)
    if not disabled:
        _show_removed(store, page, item, key=key)


def _show_removed(store: Store, page: EvidencePage, item: FormItem, *, key: str) -> None:
    """What was taken away from the item, each with its way back."""
    removed = [each for each in page.removed if each.file.item_id == item.id]
    if not removed:
        return
    with st.popover(f"หลักฐานที่นำออกแล้ว {len(removed):,} รายการ", icon=":material/undo:", width="content"):
        for each in removed:
            words, back = st.columns([3, 1], vertical_alignment="center")
            words.text(each.file.title)
            words.caption(f"นำออกเมื่อ {format_moment(each.removed_at)} โดย {plain(each.removed_by)}")
            if back.button("นำกลับมา", key=f"{key}-back-{each.line}"):
                with errors_shown():
                    bring_back(store, page.form.id, page.form.fiscal_year_be, each.line, by=who())
                    say_after_rerun(f"นำ {each.file.title} กลับมาแล้ว", f"item-{item.id}")
                    st.rerun()


def _show_file(store: Store, form: EvidenceForm, file: EvidenceFile, *, key: str, disabled: bool) -> None:
    words, counts, change, remove = st.columns([5, 2, 1, 1], vertical_alignment="center")
    kind = kind_name(form, file.kind).split(" (")[0]
    with words.container(gap=None):
        st.text(file.title)
        st.caption(" · ".join([kind, *map(plain, _described(file))]))
        if file.link:
            st.link_button("เปิดลิงก์", file.link, type="tertiary", icon=":material/open_in_new:")
    toggle = f"{key}-{file.version}"
    counts.toggle(
        "นับเป็นหลักฐาน" if file.sha256 else "ยังไม่มีไฟล์",
        file.counts,
        key=toggle,
        disabled=disabled or not file.sha256,
        on_change=_set_accepted,
        args=(store, form, file, toggle),
    )
    for column, label, name, dialog in (
        (change, "แก้ไข", f"{key}-change", change_dialog),
        (remove, "นำออก", f"{key}-remove", remove_dialog),
    ):
        column.button(label, key=name, type="tertiary", disabled=disabled, on_click=open_dialog, args=(name,))
        if is_open(name) and not disabled:
            dialog(store, form, file)


def _described(file: EvidenceFile) -> list[str]:
    said = [
        format_date(file.dated_on, short=True) if file.dated_on else "",
        f"หน้า {file.page}" if file.page else "",
        f"เก็บที่ {file.held_at}" if file.held_at else "",
        file.note,
        file.file_name if file.file_name != file.title else "",
        f"ฉบับที่ {len(file.earlier) + 1}" if file.earlier else "",
    ]
    return [each for each in said if each]


def _set_accepted(store: Store, form: EvidenceForm, file: EvidenceFile, toggle: str) -> None:
    """Let a file count as its switch says.

    A page left while an input was being sent calls this for switches that nobody touched.
    """
    accepted = bool(st.session_state.get(toggle, file.accepted))
    if accepted == file.accepted:
        return
    with errors_shown():
        before = computed_level(store, form.id, form.fiscal_year_be)
        save_file(store, form.id, form.fiscal_year_be, replace(file, accepted=accepted), by=who())
        fall = fall_in_words(form, before, computed_level(store, form.id, form.fiscal_year_be))
        state = "นับเป็นหลักฐานแล้ว" if accepted else "ไม่นับเป็นหลักฐาน ไฟล์ยังแนบอยู่"
        say_after_rerun(f"{file.title}: {state} {fall}".rstrip(), f"item-{file.item_id}")
