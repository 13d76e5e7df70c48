"""The history of loads, and taking one back after a second look."""

import streamlit as st

from lib.domain.datasets import DatasetRecord
from lib.services import imports
from lib.storage.engine import Store
from lib.thai.dates import format_moment
from lib.ui.dialogs import close_dialog, is_open, open_dialog
from lib.ui.messages import errors_shown
from lib.ui.plain import plain
from lib.ui.resources import who
from lib.ui.state import Key, say_after_rerun


def show_history(store: Store) -> None:
    """Every load, the newest first; a load that still holds can be taken back."""
    history = imports.load_history(store)
    if not history:
        st.info("ยังไม่มีการนำเข้า เมื่อบันทึกไฟล์แรกแล้ว รายการจะอยู่ที่นี่และยกเลิกได้ทุกเมื่อ")
        return
    st.dataframe([_line(record) for record in history], hide_index=True, width="stretch", key=Key.HISTORY)
    active = {record.dataset_id: record for record in history if record.undone_at is None}
    if not active:
        return
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    # The newest load is in the key, so that after a save the picker starts from that one and no other.
    chosen = left.selectbox(
        "ยกเลิกการนำเข้า (ค่าก่อนหน้านั้นจะกลับมาใช้)",
        list(active),
        format_func=lambda number: f"{number} · {active[number].file_name} · {active[number].n_values:,} ค่า",
        key=f"{Key.UNDO_CHOICE}-{history[0].dataset_id}-{len(active)}",
    )
    name = f"undo-{chosen}"
    right.button("ยกเลิกรายการนี้", key=Key.UNDO, width="stretch", on_click=open_dialog, args=(name,))
    if is_open(name):
        _confirm(store, active[chosen])


@st.dialog("ยกเลิกการนำเข้า", on_dismiss=close_dialog)
def _confirm(store: Store, record: DatasetRecord) -> None:
    """Name the load once more before it is taken back."""
    st.markdown(
        f"รายการ {record.dataset_id} · {plain(record.file_name)}  \n"
        f"นำเข้าเมื่อ {format_moment(record.loaded_at)} จำนวน {record.n_values:,} ค่า  \n"
        "ค่าก่อนหน้านั้นจะกลับมาใช้ ไฟล์ต้นฉบับยังเก็บอยู่และนำเข้าใหม่ได้"
    )
    if st.button("ยกเลิกรายการนี้", type="primary", key=Key.UNDO_CONFIRM):
        with errors_shown():
            imports.undo(store, record.dataset_id, by=who())
            close_dialog()
            say_after_rerun(f"ยกเลิกรายการ {record.dataset_id} แล้ว ค่าก่อนหน้านั้นกลับมาใช้")
            st.rerun()


def _line(record: DatasetRecord) -> dict[str, object]:
    return {
        "รายการ": record.dataset_id,
        "ไฟล์": record.file_name,
        "นำเข้าเมื่อ": format_moment(record.loaded_at),
        "โดย": record.loaded_by,
        "แถวที่อ่าน": record.rows.read,
        "นำเข้า": record.rows.loaded,
        "ไม่รับ": record.rows.rejected,
        "ข้าม": record.rows.ignored,
        "ค่า": record.n_values,
        "สถานะ": f"ยกเลิกเมื่อ {format_moment(record.undone_at)}" if record.undone_at else "ใช้อยู่",
    }
