"""A workbook dropped into a meeting: charted at once, loaded by nobody."""

import streamlit as st

from lib.ingest.choices import ImportChoices
from lib.services.import_preview import Preview
from lib.services.meeting_answer import FollowUp
from lib.services.meeting_file import indicators_of
from lib.ui.frame import Desk
from lib.ui.messages import errors_shown
from lib.ui.plain import plain
from lib.ui.resources import preview_of
from lib.ui.state import Key

_MOST_INDICATORS = 14


def choose_file(desk: Desk) -> tuple[Preview | None, bool]:
    """A file to look at, read as the intake reads it and refused as the intake refuses it.

    Returns:
        Its preview, None without one; and whether it is looked at without the office's figures.
    """
    with st.popover("ดูไฟล์", width="stretch"):
        file = st.file_uploader("วางไฟล์ Excel หรือ CSV เพื่อดูเป็นภาพ ไม่มีค่าใดถูกบันทึก", key=Key.MEETING_FILE)
        alone = st.toggle("เฉพาะค่าของไฟล์นี้", key=Key.MEETING_ALONE)
    if file is None:
        return None, alone
    with errors_shown():
        preview = preview_of(desk.store, file.getvalue(), file.name, ImportChoices())
        if not preview.accepted.empty:
            if preview.questions:
                st.info(
                    f"ไฟล์ {plain(file.name)} ยังมีคำถาม {len(preview.questions):,} ข้อ จึงแสดงเฉพาะค่าที่อ่านได้แน่ "
                    "ตอบคำถามได้ในหน้านำเข้าข้อมูล"
                )
            return preview, alone
        st.warning(
            f"ไฟล์ {plain(file.name)} ยังไม่มีค่าที่อ่านได้แน่ ตอบคำถามของไฟล์ในหน้านำเข้าข้อมูลก่อน ข้อมูลเดิมไม่เปลี่ยนแปลง"
        )
    return None, alone


def file_steps(preview: Preview, names: dict[str, str]) -> tuple[FollowUp, ...]:
    """The file's indicators as questions.

    Args:
        names: indicator id → short name.
    """
    return tuple(
        FollowUp(names[one], (f"indicator:{one}",)) for one in indicators_of(preview)[:_MOST_INDICATORS]
    )
