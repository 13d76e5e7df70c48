"""A Word copy of a report for people to write in, brought back and laid beside the program's words."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from lib.domain.report_content import ReportContent
from lib.domain.sar_report_content import SarReportContent
from lib.domain.written_sections import StrayText
from lib.services.analysis import load_history_version
from lib.services.report_regeneration import (
    ComparedCopy,
    ComparedSection,
    PickedText,
    SectionState,
    compare_copy,
    save_picked,
)
from lib.storage.engine import Store
from lib.ui.kept_messages import say_after_rerun
from lib.ui.messages import errors_shown
from lib.ui.plain import plain
from lib.ui.resources import who
from lib.ui.state import Key, get, put
from lib.ui.written_markdown import written_markdown

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MOST_STRAYS = 100
_PICKS = {"file": "ใช้ข้อความในไฟล์", "program": "คงข้อความในโปรแกรม"}


@dataclass(frozen=True, slots=True)
class CopyPlace:
    """Where copies of one report are handed out and brought back.

    Attributes:
        key: names the inputs, and counts the copies that were saved.
        make_file: the copy for editing.
        name: of its file, without an ending.
    """

    store: Store
    content: ReportContent | SarReportContent
    year_be: int
    key: Key
    make_file: Callable[[], bytes]
    name: str


def show_written_copy(place: CopyPlace) -> None:
    """The copy to download, the place for the edited one, and both texts of each section that differs."""
    st.subheader("เขียนใน Word แล้วนำกลับ")
    st.markdown("ดาวน์โหลดฉบับสำหรับแก้ไข เขียนในกรอบที่มีชื่อส่วน แล้วนำไฟล์กลับมาที่นี่ โปรแกรมจะเทียบทีละส่วนให้เลือก")
    left, right = st.columns([1, 2])
    with left:
        st.download_button(
            "ดาวน์โหลดฉบับสำหรับแก้ไข",
            data=place.make_file,
            file_name=f"{place.name} (สำหรับแก้ไข).docx",
            mime=_WORD,
            width="stretch",
            key=f"{place.key}-download",
        )
        st.caption("ตัวเลข ตาราง และกราฟมาจากข้อมูล แก้ในไฟล์แล้วจะไม่อยู่ในฉบับถัดไป")
    with right:
        file = st.file_uploader("รายงาน Word ที่แก้ไขแล้ว (.docx)", key=f"{place.key}-{get(place.key, 0)}")
    if file is not None:
        with errors_shown():
            with st.spinner("กำลังอ่านและเทียบทีละส่วน"):
                key = (place.store.url, load_history_version(place.store), str(place.key))
                copy = _compared(place.store, place.content, key, place.year_be, file.getvalue(), file.name)
            _show_copy(place, copy)


@st.cache_resource(max_entries=4, show_spinner=False)
def _compared(
    _store: Store,
    _content: ReportContent | SarReportContent,
    key: tuple[str, int, str],  # noqa: ARG001 - of what the two before it hold
    year_be: int,
    file: bytes,
    name: str,
) -> ComparedCopy:
    return compare_copy(_store, _content, year_be, file, name)


def _show_copy(place: CopyPlace, copy: ComparedCopy) -> None:
    counts = {state: sum(each.state is state for each in copy.sections) for state in SectionState}
    st.markdown(" · ".join(f"{state.value} **{n:,}** ส่วน" for state, n in counts.items()))
    for remark in copy.remarks:
        st.warning(plain(remark))
    picked = [pick for each in copy.sections if (pick := _show_section(place, each)) is not None]
    _show_strays(copy)
    label = f"บันทึก {len(picked):,} ส่วนจากไฟล์" if picked else "ไม่มีส่วนใดต้องบันทึก"
    if st.button(label, type="primary", disabled=not picked, key=f"{place.key}-save"):
        with errors_shown():
            save_picked(place.store, place.year_be, picked, by=who())
            put(place.key, get(place.key, 0) + 1)
            say_after_rerun(f"บันทึกข้อความ {len(picked):,} ส่วนจากไฟล์แล้ว ข้อความเดิมอยู่ในประวัติ")
            st.rerun()


def _show_section(place: CopyPlace, section: ComparedSection) -> PickedText | None:
    """Both texts side by side where they differ; what the file changed is picked beforehand."""
    if section.state is SectionState.UNCHANGED and not section.remarks:
        return None
    with st.container(border=True):
        st.markdown(f"**{section.title}** · {section.state.value}")
        for remark in section.remarks:
            st.caption(remark)
        if section.state is SectionState.UNCHANGED:
            return None
        left, right = st.columns(2)
        for column, head, text in (
            (left, "ในไฟล์", section.in_file),
            (right, "ในโปรแกรม", section.in_program),
        ):
            column.caption(head)
            column.markdown(written_markdown(text) or "–")
        choice = st.radio(
            "เลือก",
            list(_PICKS),
            index={SectionState.IN_FILE: 0, SectionState.IN_PROGRAM: 1}.get(section.state),
            format_func=_PICKS.__getitem__,
            horizontal=True,
            label_visibility="collapsed",
            key=f"{place.key}-pick-{section.section_id}-{section.version}",
        )
    if choice is None:
        st.caption("แก้ทั้งสองที่ เลือกข้อความที่จะใช้ก่อน ส่วนที่ไม่เลือกจะคงข้อความในโปรแกรม")
    return PickedText(section.section_id, section.in_file, section.version) if choice == "file" else None


def _show_strays(copy: ComparedCopy) -> None:
    if copy.strays:
        with st.expander(f"ข้อความนอกส่วนที่เขียนได้ {len(copy.strays):,} แห่ง จะไม่อยู่ในฉบับถัดไป", expanded=True):
            lines = [f"- {_where(each)}: {plain(each.text)}" for each in copy.strays[:_MOST_STRAYS]]
            st.markdown("\n".join(lines))
            if len(copy.strays) > _MOST_STRAYS:
                st.caption(f"แสดง {_MOST_STRAYS:,} แห่งแรก")
            st.caption("คัดลอกข้อความที่ต้องการไปไว้ในส่วนที่เขียนได้ หรือแก้ข้อมูลที่ต้นทาง")
    if copy.comments:
        with st.expander(f"ข้อคิดเห็นในไฟล์ {len(copy.comments):,} ข้อ"):
            st.markdown("\n".join(f"- {plain(each)}" for each in copy.comments))


def _where(stray: StrayText) -> str:
    kind = {"row": "แถวในตาราง", "note": "เชิงอรรถ"}.get(stray.kind, "ย่อหน้า")
    return f"{kind} ใต้หัวข้อ “{plain(stray.where)}”" if stray.where else kind
