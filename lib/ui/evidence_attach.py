"""Attach evidence to an item: a new file, one that is stored already, a link or a binder."""

from collections.abc import Sequence

import streamlit as st

from lib.domain.evidence import EvidenceFile
from lib.domain.evidence_forms import EvidenceForm
from lib.domain.evidence_items import FormItem
from lib.services.evidence_files import attach_file
from lib.services.evidence_focus import thai_today
from lib.services.evidence_offers import attach_output
from lib.services.evidence_references import attach_known, attach_reference, known_files
from lib.services.office import load_office
from lib.storage.engine import Store
from lib.ui.dialogs import close_dialog
from lib.ui.evidence_describe import attached_words, describe_evidence
from lib.ui.kept_messages import say_after_rerun
from lib.ui.messages import errors_shown
from lib.ui.plain import plain
from lib.ui.resources import who

_WAYS = {
    "new": "ไฟล์ใหม่",
    "known": "ไฟล์ที่มีอยู่แล้ว",
    "output": "จากระบบนี้",
    "reference": "ลิงก์หรือแฟ้มเอกสาร",
}


@st.dialog("แนบหลักฐาน", width="medium", on_dismiss=close_dialog)
def attach_dialog(store: Store, form: EvidenceForm, item: FormItem) -> None:
    """Choose a way, say what the evidence is, attach it to one item."""
    st.caption(f"ข้อ {item.number} {plain(item.title)}")
    way = st.segmented_control(
        "วิธีแนบ",
        [each for each in _WAYS if each != "output" or item.offers],
        default="new",
        format_func=_WAYS.__getitem__,
        key=f"attach-{item.id}-way",
        required=True,
        label_visibility="collapsed",
    )
    ways = {
        "new": _attach_new,
        "known": _attach_known,
        "output": _attach_output,
        "reference": _attach_reference,
    }
    ways[way or "new"](store, form, item)


def _attach_new(store: Store, form: EvidenceForm, item: FormItem) -> None:
    chosen = st.file_uploader(
        "ไฟล์ Word, PDF, Excel หรือภาพ (docx, pdf, xlsx, jpg, png ไม่เกิน 50 MB)",
        key=f"attach-{item.id}-upload",
    )
    described = describe_evidence(form, EvidenceFile(0, item.id, "", "", "", ""), key=f"attach-{item.id}")
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
                dated_on=described.dated_on,
                link=described.link,
                held_at=described.held_at,
                by=who(),
            )
            _done(item, *attached_words(f"แนบ {chosen.name} กับข้อ {item.number} แล้ว", attached.remarks))


def _attach_known(store: Store, form: EvidenceForm, item: FormItem) -> None:
    known = known_files(store, form.id, form.fiscal_year_be)
    if not known:
        st.info("ยังไม่มีไฟล์หลักฐานในระบบ แนบไฟล์ใหม่ก่อน แล้วจึงใช้ไฟล์เดียวกันกับข้ออื่นได้")
        return
    file = st.selectbox(
        "ไฟล์ที่แนบไว้แล้วในปีนี้และปีก่อน",
        known,
        format_func=_named,
        key=f"attach-{item.id}-known",
    )
    described = describe_evidence(form, file, key=f"attach-{item.id}-{file.sha256[:8]}")
    if st.button("ใช้ไฟล์นี้กับข้อนี้", type="primary", key=f"attach-{item.id}-known-save"):
        with errors_shown():
            attach_known(store, form.id, form.fiscal_year_be, item.id, described, by=who())
            _done(item, f"ใช้ {described.title} เป็นหลักฐานของข้อ {item.number} แล้ว")


def _attach_output(store: Store, form: EvidenceForm, item: FormItem) -> None:
    output = st.radio(
        "หลักฐานที่ระบบจัดทำได้",
        [offer.output for offer in item.offers],
        format_func=lambda each: each.label,
        key=f"attach-{item.id}-output",
    )
    st.caption(
        f"จัดทำจากข้อมูลของปีงบประมาณ {form.fiscal_year_be} และปีการศึกษา {form.fiscal_year_be - 1} ตามที่เป็นอยู่วันนี้ "
        "ไฟล์ที่แนบจะไม่เปลี่ยนตามข้อมูลภายหลัง"
    )
    if st.button("จัดทำและแนบ", type="primary", key=f"attach-{item.id}-output-save"):
        with errors_shown(), st.spinner("กำลังจัดทำไฟล์"):
            office, _ = load_office(store)
            attach_output(
                store,
                office,
                form.id,
                form.fiscal_year_be,
                item.id,
                output,
                today=thai_today(),
                by=who(),
            )
            _done(item, f"แนบ{output.label}กับข้อ {item.number} แล้ว")


def _attach_reference(store: Store, form: EvidenceForm, item: FormItem) -> None:
    st.caption("บันทึกไว้ให้ค้นเจอ และจะนับเป็นหลักฐานเมื่อแนบไฟล์ภายหลัง")
    empty = EvidenceFile(0, item.id, "", "", "", "")
    described = describe_evidence(form, empty, key=f"attach-{item.id}-reference")
    if st.button("บันทึกรายการนี้", type="primary", key=f"attach-{item.id}-reference-save"):
        with errors_shown():
            attach_reference(store, form.id, form.fiscal_year_be, described, by=who())
            _done(item, f"บันทึก {described.title} ไว้กับข้อ {item.number} แล้ว")


def _done(item: FormItem, said: str, doubts: Sequence[str] = ()) -> None:
    say_after_rerun(said, f"item-{item.id}", failed=doubts)
    close_dialog()
    st.rerun()


def _named(file: EvidenceFile) -> str:
    return file.title if file.title == file.file_name else f"{file.title} ({file.file_name})"
