"""A workbook dropped into a meeting: charted at once, loaded by nobody."""

from collections.abc import Mapping

import streamlit as st

from lib.ingest.choices import ImportChoices
from lib.services.import_preview import Preview
from lib.services.meeting_answer import FollowUp
from lib.services.meeting_file import Dropped, indicators_of
from lib.services.meeting_plain import column_steps
from lib.ui.file_resources import plain_tables_of, preview_of
from lib.ui.frame import Desk
from lib.ui.meeting import show_follow_ups
from lib.ui.messages import errors_shown
from lib.ui.plain import plain
from lib.ui.state import Key

_MOST_INDICATORS = 14


def choose_file(desk: Desk) -> Dropped | None:
    """A file read as the intake reads it and refused as the intake refuses it; None without one."""
    with st.popover("ดูไฟล์", width="stretch"):
        file = st.file_uploader("วางไฟล์ Excel หรือ CSV เพื่อดูเป็นภาพ ไม่มีค่าใดถูกบันทึก", key=Key.MEETING_FILE)
        alone = st.toggle("เฉพาะค่าของไฟล์นี้", key=Key.MEETING_ALONE)
    if file is None:
        return None
    with errors_shown():
        content = file.getvalue()
        preview = preview_of(desk.store, content, file.name, ImportChoices())
        dropped = Dropped(preview, plain_tables_of(content, file.name), alone)
        if dropped.has_figures and preview.questions:
            st.info(
                f"ไฟล์ {plain(file.name)} ยังมีคำถาม {len(preview.questions):,} ข้อ ตัวชี้วัดจึงแสดงเฉพาะค่าที่อ่านได้แน่ "
                "ตอบคำถามได้ในหน้านำเข้าข้อมูล"
            )
        elif not dropped.has_figures and not dropped.plain:
            st.warning(
                f"ไฟล์ {plain(file.name)} ไม่มีตารางที่มีชื่อแถวกับคอลัมน์ตัวเลข จึงวาดเป็นภาพไม่ได้ ข้อมูลเดิมไม่เปลี่ยนแปลง "
                "ตรวจว่าแถวหัวตารางอยู่เหนือตัวเลข แล้ววางไฟล์อีกครั้ง"
            )
            return None
        return dropped
    return None


def show_file_steps(dropped: Dropped, names: Mapping[str, str]) -> None:
    """What may be asked of the file: indicators it has figures of, then every column as it stands.

    Args:
        names: indicator id → short name.
    """
    if dropped.has_figures:
        st.caption("ตัวชี้วัดที่พบในไฟล์")
        show_follow_ups(file_steps(dropped.preview, names))
    if dropped.plain:
        st.caption("ดูคอลัมน์ตามที่พิมพ์ในไฟล์ โดยไม่ตีความ")
        show_follow_ups(column_steps(dropped.plain))


def file_steps(preview: Preview, names: Mapping[str, str]) -> tuple[FollowUp, ...]:
    """The file's indicators as questions.

    Args:
        names: indicator id → short name.
    """
    return tuple(
        FollowUp(names[one], (f"indicator:{one}",)) for one in indicators_of(preview)[:_MOST_INDICATORS]
    )
