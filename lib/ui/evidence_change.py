"""Change a piece of evidence: what describes it, a newer file in its place, take it away."""

from collections.abc import Sequence

import streamlit as st

from lib.domain.evidence import EvidenceFile
from lib.domain.evidence_forms import EvidenceForm
from lib.services.evidence import computed_level, fall_in_words
from lib.services.evidence_files import remove_file, replace_file, save_file
from lib.services.evidence_preview import preview_evidence
from lib.storage.engine import Store
from lib.thai.dates import format_moment
from lib.ui.dialogs import close_dialog
from lib.ui.evidence_describe import attached_words, describe_evidence
from lib.ui.kept_messages import say_after_rerun
from lib.ui.messages import errors_shown
from lib.ui.plain import plain
from lib.ui.resources import who

_TEXT_HEIGHT = 260


@st.dialog("แก้ไขหลักฐาน", width="medium", on_dismiss=close_dialog)
def change_dialog(store: Store, form: EvidenceForm, file: EvidenceFile) -> None:
    """What describes a piece of evidence, its file and the files before it."""
    key = f"change-{file.evidence_id}"
    st.caption(plain(file.file_name or "ยังไม่มีไฟล์"))
    if file.sha256:
        _show_preview(store, file, key)
    described = describe_evidence(form, file, key=key)
    if st.button("บันทึกรายละเอียด", type="primary", key=f"{key}-save"):
        with errors_shown():
            save_file(store, form.id, form.fiscal_year_be, described, by=who())
            _done(file, f"บันทึกรายละเอียดของ {described.title} แล้ว")
    with st.expander("แทนด้วยไฟล์ฉบับใหม่" if file.sha256 else "แนบไฟล์ของรายการนี้"):
        chosen = st.file_uploader("ไฟล์ฉบับใหม่ (docx, pdf, xlsx, jpg, png ไม่เกิน 50 MB)", key=f"{key}-upload")
        reason = st.text_input("เหตุผลที่เปลี่ยน", key=f"{key}-reason", placeholder="เช่น ฉบับลงนามแล้ว")
        st.caption("ไฟล์เดิมยังเก็บอยู่เป็นฉบับก่อนหน้า รอบที่ส่งแล้วยังอ้างไฟล์เดิม")
        if st.button("ใช้ไฟล์ฉบับนี้", key=f"{key}-replace", disabled=chosen is None) and chosen is not None:
            with errors_shown():
                replaced = replace_file(
                    store,
                    form.id,
                    form.fiscal_year_be,
                    file,
                    chosen.getvalue(),
                    chosen.name,
                    reason=reason,
                    by=who(),
                )
                _done(file, *attached_words(f"{file.title} ใช้ไฟล์ {chosen.name} แล้ว", replaced.remarks))
    if file.earlier:
        st.markdown("**ฉบับก่อนหน้า**")
        st.table(
            [
                {
                    "ฉบับ": f"{each.number:,}",
                    "ไฟล์": plain(each.file_name),
                    "เปลี่ยนเพราะ": plain(each.reason) or "ไม่ได้ระบุ",
                    "เปลี่ยนเมื่อ": f"{format_moment(each.saved_at)} โดย {plain(each.saved_by)}",
                }
                for each in file.earlier
            ],
            hide_index=True,
        )


def _show_preview(store: Store, file: EvidenceFile, key: str) -> None:
    """The first page or lines on request; opening a document takes a moment."""
    if not st.toggle("ดูไฟล์", key=f"{key}-look"):
        return
    with errors_shown(), st.spinner("กำลังเปิดไฟล์"):
        seen = preview_evidence(store, file.sha256, file.file_name)
        if seen.picture is not None:
            st.image(seen.picture, width="stretch")
        elif seen.lines:
            with st.container(height=_TEXT_HEIGHT):
                st.text("\n".join(seen.lines))
        else:
            st.caption(plain(seen.fault) or "ไฟล์ชนิดนี้ดูในหน้านี้ไม่ได้ ดาวน์โหลดแล้วเปิดด้วยโปรแกรมในเครื่อง")
        st.download_button("ดาวน์โหลดไฟล์", seen.content, file.file_name, key=f"{key}-download")


@st.dialog("นำหลักฐานออกจากข้อนี้", on_dismiss=close_dialog)
def remove_dialog(store: Store, form: EvidenceForm, file: EvidenceFile) -> None:
    """Ask before a piece of evidence is detached."""
    st.text(file.title)
    st.markdown("รายการนี้จะไม่เป็นหลักฐานของข้อนี้อีก และระดับอาจลดลง ไฟล์ต้นฉบับยังเก็บอยู่ในระบบ แนบใหม่ได้")
    if st.button("นำหลักฐานออก", type="primary", key=f"remove-{file.evidence_id}"):
        with errors_shown():
            before = computed_level(store, form.id, form.fiscal_year_be)
            remove_file(store, form.id, form.fiscal_year_be, file.evidence_id, by=who())
            fall = fall_in_words(form, before, computed_level(store, form.id, form.fiscal_year_be))
            _done(file, f"นำ {file.title} ออกแล้ว {fall}".rstrip())


def _done(file: EvidenceFile, said: str, doubts: Sequence[str] = ()) -> None:
    say_after_rerun(said, f"item-{file.item_id}", failed=doubts)
    close_dialog()
    st.rerun()
