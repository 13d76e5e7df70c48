"""A file of external results as read: its rows, what was not taken and why, what it would change."""

import streamlit as st

from lib.catalog.external_rounds import load_external_rounds
from lib.domain.external_assessments import ExternalAssessment
from lib.domain.issues import Severity
from lib.services.external_files import ExternalChange, ExternalPreview
from lib.ui.messages import show_issues
from lib.ui.plain import plain

_MOST_LINES = 40


def show_reading(preview: ExternalPreview, *, waits: bool, key: str) -> None:
    """Counts of rows and every row or cell that was not taken."""
    rows = preview.file.rows
    statements = sum(len(each.after.reading.statements) for each in preview.changes)
    st.markdown(
        f"อ่าน **{rows.read:,}** แถว · รับ **{rows.loaded:,}** · ไม่รับ **{rows.rejected:,}** · "
        f"ข้าม **{rows.ignored:,}** → ผล **{len(preview.changes):,}** ชุด (โรงเรียน × ระดับ) · "
        f"ข้อความ **{statements:,}** ข้อ"
    )
    told = [issue for issue in preview.file.issues if issue.severity is not Severity.INFO]
    passed = [issue for issue in preview.file.issues if issue.severity is Severity.INFO]
    if waits:
        st.warning("บางแถวรอคำตอบด้านบน แถวที่ยังไม่ตอบจะไม่ถูกบันทึก")
    show_issues(told, key=f"external-{key}", file_name=preview.file_name)
    if passed:
        with st.expander(f"แถวที่ข้ามหรือแก้ให้แล้ว {len(passed):,} รายการ"):
            show_issues(passed, key=f"external-info-{key}", file_name=preview.file_name)


def show_changes(preview: ExternalPreview, *, key: str) -> bool:
    """What is new, changed and the same; True when the person agrees to replace what is changed."""
    same = sum(each.is_same for each in preview.changes)
    st.markdown(
        f"ใหม่ **{len(preview.new):,}** ชุด · ต่างจากที่เก็บไว้ **{len(preview.changed):,}** ชุด · "
        f"เหมือนเดิม **{same:,}** ชุด"
    )
    if preview.new:
        with st.expander("ดูผลใหม่ที่จะบันทึก"):
            _show_lines(preview.new)
    if not preview.changed:
        return False
    with st.expander("ดูผลที่ต่างจากที่เก็บไว้", expanded=True):
        _show_lines(preview.changed)
    return st.checkbox(
        f"แทนที่ผลเดิม {len(preview.changed):,} ชุดด้วยไฟล์นี้ (ผลเดิมกลับมาได้เมื่อยกเลิกไฟล์นี้)",
        key=f"external-replace-{key}",
    )


def _show_lines(changes: tuple[ExternalChange, ...]) -> None:
    lines = []
    for each in changes[:_MOST_LINES]:
        before = f" (เดิม {_told(each.before)})" if each.before else ""
        lines.append(f"- {plain(f'{_subject(each.after)}: {_told(each.after)}{before}')}")
    if len(changes) > _MOST_LINES:
        lines.append(f"- และอีก {len(changes) - _MOST_LINES:,} ชุด")
    st.markdown("\n".join(lines))


def _subject(one: ExternalAssessment) -> str:
    of = load_external_rounds().by_id[one.key.round_id]
    phase = f" {of.phase_name(one.key.phase)}".rstrip()
    return f"{one.key.school_id} {of.name}{phase} ระดับ{of.level_name(one.key.level_of_education)}"


def _told(one: ExternalAssessment) -> str:
    results = [f"{each.standard or 'ภาพรวม'} {each.result}" for each in one.reading.results]
    said = len(one.reading.statements)
    return " · ".join([*results, *([f"ข้อความ {said:,} ข้อ"] if said else [])])
