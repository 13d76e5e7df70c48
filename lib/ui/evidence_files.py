"""Evidence of one item as files with their kind: attach, describe, count or not, take away."""

from dataclasses import replace

import streamlit as st

from lib.domain.evidence import EvidenceFile
from lib.domain.evidence_forms import EvidenceForm, FormItem
from lib.services.evidence import EvidencePage
from lib.services.evidence_edits import attach_file, remove_file, save_file
from lib.storage.engine import Store
from lib.ui.dialogs import close_dialog, is_open, open_dialog
from lib.ui.messages import errors_shown
from lib.ui.pickers import place_of
from lib.ui.plain import plain
from lib.ui.resources import who
from lib.ui.state import say_after_rerun


def show_files(store: Store, page: EvidencePage, item: FormItem, *, key: str, disabled: bool) -> None:
    """Draw the files of an item with what can be done to them."""
    files = page.files_of(item.id)
    counted = sum(file.accepted for file in files)
    st.markdown(f"**หลักฐาน** {len(files):,} ไฟล์ นับได้ {counted:,} ต้องมีอย่างน้อย {item.min_files:,}")
    for file in files:
        _show_file(store, page.form, file, key=f"{key}-file-{file.evidence_id}", disabled=disabled)
    name = f"{key}-attach"
    st.button(
        "แนบไฟล์หลักฐาน",
        key=name,
        icon=":material/attach_file:",
        disabled=disabled,
        on_click=open_dialog,
        args=(name,),
    )
    if is_open(name) and not disabled:
        _attach_dialog(store, page.form, item)


def _show_file(store: Store, form: EvidenceForm, file: EvidenceFile, *, key: str, disabled: bool) -> None:
    words, counts, change, remove = st.columns([5, 2, 1, 1], vertical_alignment="center")
    kind = _kind_name(form, file.kind).split(" (")[0]
    page = f" · หน้า {file.page}" if file.page else ""
    note = f" · {file.note}" if file.note else ""
    named = f" · {file.file_name}" if file.file_name != file.title else ""
    with words.container(gap=None):
        st.text(file.title)
        st.caption(f"{kind}{plain(f'{page}{note}{named}')}")
    counts.toggle(
        "นับเป็นหลักฐาน",
        file.accepted,
        key=f"{key}-{file.version}",
        disabled=disabled,
        on_change=_set_accepted,
        args=(store, form, replace(file, accepted=not file.accepted)),
    )
    for column, label, name, dialog in (
        (change, "แก้ไข", f"{key}-change", _change_dialog),
        (remove, "นำออก", f"{key}-remove", _remove_dialog),
    ):
        column.button(label, key=name, type="tertiary", disabled=disabled, on_click=open_dialog, args=(name,))
        if is_open(name) and not disabled:
            dialog(store, form, file)


def _set_accepted(store: Store, form: EvidenceForm, file: EvidenceFile) -> None:
    with errors_shown():
        save_file(store, form.id, form.fiscal_year_be, file, by=who())
        state = "นับเป็นหลักฐานแล้ว" if file.accepted else "ไม่นับเป็นหลักฐาน ไฟล์ยังแนบอยู่"
        say_after_rerun(f"{file.title}: {state}", f"item-{file.item_id}")


@st.dialog("แนบไฟล์หลักฐาน", width="medium", on_dismiss=close_dialog)
def _attach_dialog(store: Store, form: EvidenceForm, item: FormItem) -> None:
    """Choose a file, say what it is, attach it to one item."""
    st.caption(f"ข้อ {item.number} {plain(item.title)}")
    chosen = st.file_uploader(
        "ไฟล์ Word, PDF, Excel หรือภาพ (docx, pdf, xlsx, jpg, png ไม่เกิน 50 MB)",
        key=f"attach-{item.id}-upload",
    )
    described = _describe(form, EvidenceFile(0, item.id, "", "", "", ""), key=f"attach-{item.id}")
    if st.button("แนบไฟล์นี้", type="primary", key=f"attach-{item.id}-save", disabled=chosen is None):
        with errors_shown():
            if chosen is None:
                return
            attached = attach_file(
                store,
                form.id,
                form.fiscal_year_be,
                item.id,
                chosen.getvalue(),
                chosen.name,
                kind=described.kind,
                title=described.title,
                page=described.page,
                note=described.note,
                by=who(),
            )
            said = [f"แนบ {chosen.name} กับข้อ {item.number} แล้ว", *(each.message for each in attached.remarks)]
            say_after_rerun(" · ".join(said), f"item-{item.id}")
            close_dialog()
            st.rerun()


@st.dialog("แก้ไขรายละเอียดของไฟล์", width="medium", on_dismiss=close_dialog)
def _change_dialog(store: Store, form: EvidenceForm, file: EvidenceFile) -> None:
    """Title, kind, page and note of an attached file."""
    st.caption(f"ข้อ {file.item_id} · {plain(file.file_name)}")
    described = _describe(form, file, key=f"change-{file.evidence_id}")
    if st.button("บันทึกรายละเอียด", type="primary", key=f"change-{file.evidence_id}-save"):
        with errors_shown():
            save_file(store, form.id, form.fiscal_year_be, described, by=who())
            say_after_rerun(f"บันทึกรายละเอียดของ {described.title} แล้ว", f"item-{file.item_id}")
            close_dialog()
            st.rerun()


@st.dialog("นำไฟล์ออกจากข้อนี้", on_dismiss=close_dialog)
def _remove_dialog(store: Store, form: EvidenceForm, file: EvidenceFile) -> None:
    """Ask before a file is detached."""
    st.text(file.title)
    st.markdown("ไฟล์นี้จะไม่เป็นหลักฐานของข้อนี้อีก และระดับอาจลดลง ไฟล์ต้นฉบับยังเก็บอยู่ในระบบ แนบใหม่ได้")
    if st.button("นำไฟล์ออก", type="primary", key=f"remove-{file.evidence_id}"):
        with errors_shown():
            remove_file(store, form.id, form.fiscal_year_be, file.evidence_id, by=who())
            say_after_rerun(f"นำ {file.title} ออกแล้ว", f"item-{file.item_id}")
            close_dialog()
            st.rerun()


def _describe(form: EvidenceForm, file: EvidenceFile, *, key: str) -> EvidenceFile:
    """The inputs that say what a file is."""
    kinds = ("", *(kind.id for kind in form.kinds))
    kind = st.selectbox(
        "ชนิดของหลักฐาน",
        kinds,
        place_of(file.kind, kinds),
        format_func=lambda kind_id: _kind_name(form, kind_id) or "เลือกชนิด",
        key=f"{key}-kind",
    )
    left, right = st.columns([3, 1])
    title = left.text_input(
        "ชื่อในดัชนีหลักฐาน", file.title, key=f"{key}-title", max_chars=300, placeholder="เว้นไว้จะใช้ชื่อไฟล์"
    )
    page = right.text_input("หน้า", file.page, key=f"{key}-page", max_chars=60, placeholder="เช่น 12-15")
    note = st.text_input("หมายเหตุ", file.note, key=f"{key}-note")
    return replace(file, kind=kind, title=title.strip() or file.file_name, page=page, note=note)


def _kind_name(form: EvidenceForm, kind_id: str) -> str:
    return next((kind.name for kind in form.kinds if kind.id == kind_id), "")
