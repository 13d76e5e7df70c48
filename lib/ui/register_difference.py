"""What a register file would change before it is stored: new, changed and same schools, and who is absent."""

from collections.abc import Sequence

import streamlit as st

from lib.domain.schools import School
from lib.services.register import RegisterPreview
from lib.ui.messages import show_issues

_MOST_OPEN, _MOST_ROWS = 50, 1000


def show_register_difference(preview: RegisterPreview, key: str) -> None:
    """Counts, then the schools behind each of them, then what was wrong in the file."""
    rows = preview.rows
    st.markdown(
        f"เพิ่ม **{preview.added:,}** แห่ง · ปรับปรุง **{preview.updated:,}** แห่ง "
        f"· เหมือนเดิม **{preview.unchanged:,}** แห่ง · อยู่ในทะเบียนแต่ไม่อยู่ในไฟล์ **{len(preview.absent):,}** แห่ง"
    )
    st.caption(
        f"อ่าน {rows.read:,} แถว = รับ {rows.loaded:,} + ไม่รับ {rows.rejected:,} + ข้าม {rows.ignored:,} "
        "โรงเรียนที่ไม่อยู่ในไฟล์คงไว้เหมือนเดิม"
    )
    if changed := _changed_lines(preview):
        _show(f"ปรับปรุง {preview.updated:,} แห่ง ค่าเดิมและค่าใหม่", changed, opened=preview.updated <= _MOST_OPEN)
    if new := [change.after for change in preview.changes if change.is_new]:
        _show(f"เพิ่ม {len(new):,} แห่ง", _school_lines(new))
    if preview.absent and preview.changes:
        _show(
            f"อยู่ในทะเบียนแต่ไม่อยู่ในไฟล์ {len(preview.absent):,} แห่ง",
            _school_lines(preview.absent),
            "คงไว้เหมือนเดิม ถ้าโรงเรียนใดปิดหรือรวมแล้ว ให้แก้สถานะด้านล่าง",
        )
    show_issues(preview.issues, key=key, file_name=preview.file_name)


def _show(title: str, lines: list[dict[str, object]], remark: str = "", *, opened: bool = False) -> None:
    with st.expander(title, expanded=opened):
        if remark:
            st.caption(remark)
        st.dataframe(lines[:_MOST_ROWS], hide_index=True, width="stretch", placeholder="–")
        if len(lines) > _MOST_ROWS:
            st.caption(f"แสดง {_MOST_ROWS:,} แถวแรกจาก {len(lines):,} แถว")


def _changed_lines(preview: RegisterPreview) -> list[dict[str, object]]:
    return [
        {
            "โรงเรียน": change.before.name,
            "รหัส": change.after.school_id,
            "เรื่อง": field.label,
            "เดิม": field.before,
            "ใหม่": field.after,
        }
        for change in preview.changes
        if change.before is not None
        for field in change.fields
    ]


def _school_lines(schools: Sequence[School]) -> list[dict[str, object]]:
    return [
        {
            "โรงเรียน": school.name,
            "รหัส": school.school_id,
            "กลุ่มโรงเรียน": school.cluster,
            "อำเภอ": school.district,
            "ระดับที่เปิดสอน": school.level,
            "นักเรียน": school.pupils,
        }
        for school in schools
    ]
