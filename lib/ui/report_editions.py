"""ฉบับที่ออกแล้ว: hand out the next edition, see what changed, fetch the earlier ones as they were."""

from collections.abc import Sequence
from zlib import crc32

import streamlit as st

from lib.domain.report_editions import ChangedFigure, Edition, EditionChanges
from lib.services.readiness import Check
from lib.services.readiness_release import note_line
from lib.services.report_editions import changes_since, edition_file, hand_out, load_editions
from lib.storage.engine import Store
from lib.thai.dates import format_moment
from lib.ui.kept_messages import say_after_rerun
from lib.ui.messages import errors_shown
from lib.ui.plain import plain
from lib.ui.report_desk import ReportDesk
from lib.ui.resources import who
from lib.ui.state import Key, put

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MOST_SENTENCES = 30
_HEIGHT_PX = 420


def show_editions(desk: ReportDesk) -> None:
    """What the next edition changes, the button that hands it out, and all earlier ones."""
    editions = load_editions(desk.store, desk.year_be)
    changes = changes_since(editions[-1], desk.content) if editions else None
    if changes is None:
        st.markdown("ปีนี้ยังไม่ได้ออกฉบับใด เมื่อออกแล้ว โปรแกรมจะเก็บไฟล์ ตัวเลข และข้อความไว้ตามที่เป็นในวันนั้น")
    else:
        _show_changes(changes)
    _show_next(desk, editions[-1] if editions else None, changes)
    if editions:
        st.subheader("ฉบับที่ออกแล้ว")
        for edition in reversed(editions):
            _show_edition(desk.store, edition)


def _show_changes(changes: EditionChanges) -> None:
    st.markdown(f"ฉบับล่าสุดคือ **ฉบับที่ {changes.number:,}** ออกเมื่อ {format_moment(changes.made_at)}")
    if changes.is_empty:
        st.markdown("ตั้งแต่ฉบับนั้น ไม่มีตัวเลข ข้อค้นพบ หรือข้อความใดเปลี่ยน")
        return
    st.markdown(
        f"ตั้งแต่ฉบับนั้น ตัวเลขเปลี่ยน **{len(changes.figures):,}** ค่า · "
        f"ข้อค้นพบเพิ่ม **{len(changes.findings_added):,}** ข้อ ไม่มีแล้ว **{len(changes.findings_gone):,}** ข้อ · "
        f"ข้อความที่แก้ **{len(changes.sections):,}** ส่วน"
    )
    with st.expander("สิ่งที่เปลี่ยน", expanded=True):
        if changes.figures:
            st.markdown("**ตัวเลข**")
            _show_figures(changes.figures)
        for head, lines in (
            ("ข้อค้นพบที่เพิ่ม", changes.findings_added),
            ("ข้อค้นพบที่ไม่มีแล้ว", changes.findings_gone),
            ("ส่วนที่แก้ข้อความ", changes.sections),
        ):
            if lines:
                st.markdown(f"**{head}**")
                st.markdown("\n".join(f"- {plain(line)}" for line in lines))


def _show_figures(figures: Sequence[ChangedFigure]) -> None:
    """One line each, none left out; many of them scroll."""
    with st.container(height=_HEIGHT_PX if len(figures) > _MOST_SENTENCES else "content"):
        st.markdown(
            "\n".join(
                f"- {plain(each.where)}: {plain(each.printed) or '–'} → **{plain(each.now) or '–'}** "
                f"({each.change.value})"
                for each in figures
            )
        )


def _show_next(desk: ReportDesk, last: Edition | None, changes: EditionChanges | None) -> None:
    seen = last.number if last else 0
    number = seen + 1
    st.subheader(f"ออกฉบับที่ {number:,}")
    if desk.is_draft:
        st.warning("ยังมีเรื่องที่ต้องแก้ก่อนเสนอ จึงยังออกฉบับไม่ได้")
        st.button("ดูเรื่องที่ต้องแก้", key=f"{Key.REPORT_EDITION}-why", on_click=_open_ready)
        return
    asks = [check for check in desk.checks if check.state == "ask"]
    acknowledged, reason = _acknowledge(asks, last, number) if asks else (True, "")
    note = st.text_input(
        "หมายเหตุของฉบับนี้ (ไม่บังคับ)", key=f"{Key.REPORT_EDITION}-note-{number}", persist_state="session"
    )
    marks = (changes is not None and not changes.is_empty) and st.toggle(
        "ทำเครื่องหมายตัวเลขที่เปลี่ยน และแนบสรุปสิ่งที่เปลี่ยนท้ายเล่ม",
        value=True,
        key=f"{Key.REPORT_EDITION}-marks-{number}",
    )
    if st.button(f"ออกฉบับที่ {number:,}", type="primary", key=f"{Key.REPORT_EDITION}-make"):
        with errors_shown(), st.spinner("กำลังเขียนและเก็บฉบับ"):
            made = hand_out(
                desk.run,
                desk.year_be,
                seen=seen,
                note=note,
                reason=reason,
                acknowledged=acknowledged,
                marks_changes=marks,
                by=who(),
            )
            say_after_rerun(f"ออกฉบับที่ {made:,} แล้ว ไฟล์ ตัวเลข และข้อความเก็บไว้ตามที่เป็นตอนนี้")
            st.rerun()


def _acknowledge(asks: Sequence[Check], last: Edition | None, number: int) -> tuple[bool, str]:
    """What asks, and what its person says to it; a line that was not there before needs a new tick."""
    known = set(last.note.splitlines()) if last else set[str]()
    lines = (
        f"- {plain(each.full_text)}"
        + (f" (รับทราบแล้วในฉบับที่ {last.number:,})" if note_line(each) in known and last else "")
        for each in asks
    )
    st.markdown("\n".join((f"มีเรื่องที่ควรดูก่อน {len(asks):,} เรื่อง", "", *lines)))
    mark = crc32("\n".join(each.text for each in asks).encode())
    acknowledged = st.checkbox(
        "รับทราบเรื่องที่ควรดูแล้ว", key=f"{Key.REPORT_EDITION}-ask-{number}-{mark}", persist_state="session"
    )
    reason = st.text_input(
        "เหตุผลที่ออกฉบับทั้งที่มีเรื่องควรดู (ต้องเขียน)",
        placeholder="เช่น เสนอร่างให้คณะกรรมการพิจารณาก่อน",
        key=f"{Key.REPORT_EDITION}-reason-{number}",
        persist_state="session",
    )
    return acknowledged, reason


def _open_ready() -> None:
    put(Key.REPORT_VIEW, "ready")


def _show_edition(store: Store, edition: Edition) -> None:
    left, right = st.columns([4, 1], vertical_alignment="center")
    left.markdown(
        f"**ฉบับที่ {edition.number:,}** · {format_moment(edition.made_at)} · {plain(edition.made_by)}"
    )
    if edition.note:
        left.caption("  \n".join(plain(line) for line in edition.note.splitlines()))
    right.download_button(
        "ดาวน์โหลด",
        data=lambda: edition_file(store, edition),
        file_name=f"รายงาน กตปน {edition.year_be} ฉบับที่ {edition.number}.docx",
        mime=_WORD,
        width="stretch",
        key=f"{Key.REPORT_EDITION}-file-{edition.number}",
    )
