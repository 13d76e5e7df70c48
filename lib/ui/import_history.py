"""The history of loads, and taking one back after a second look."""

import streamlit as st

from lib.domain.datasets import DatasetRecord
from lib.services import imports
from lib.storage.engine import Store
from lib.thai.dates import format_moment
from lib.ui.dialogs import choose_undo, close_dialog
from lib.ui.figure_tables import FigurePlace, show_figures
from lib.ui.kept_messages import say_after_rerun
from lib.ui.messages import errors_shown
from lib.ui.plain import plain
from lib.ui.resources import who
from lib.ui.state import Key
from lib.ui.way_home_stops import Stop


def show_history(store: Store) -> None:
    """Every load, the newest first; a load that still holds can be taken back."""
    history = imports.load_history(store)
    if not history:
        st.info("ยังไม่มีการนำเข้า เมื่อบันทึกไฟล์แรกแล้ว รายการจะอยู่ที่นี่และยกเลิกได้ทุกเมื่อ")
        return
    loads = [Stop(dataset_id=record.dataset_id) for record in history]
    st.caption("คลิกแถวเพื่อดูชีตและคอลัมน์ที่นำเข้า")
    replaced = {record.replaced_by: record.dataset_id for record in history if record.replaced_by is not None}
    lines = [_line(record, replaced.get(record.dataset_id)) for record in history]
    show_figures(lines, key=FigurePlace.LOADS, ways={"ค่า": loads})
    active = {record.dataset_id: record for record in history if record.undone_at is None}
    if not active:
        return
    chosen = choose_undo(
        "ยกเลิกการนำเข้า (ค่าก่อนหน้านั้นจะกลับมาใช้)",
        {
            number: f"{number} · {record.file_name} · {record.n_values:,} ค่า"
            for number, record in active.items()
        },
        choice=f"{Key.UNDO_CHOICE}-{history[0].dataset_id}",
        button=Key.UNDO,
        dialog="undo",
    )
    if chosen is not None:
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


def _line(record: DatasetRecord, replaces: int | None) -> dict[str, object]:
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
        "สถานะ": _state(record, replaces),
    }


def _state(record: DatasetRecord, replaces: int | None) -> str:
    if record.undone_at is not None:
        return f"ยกเลิกเมื่อ {format_moment(record.undone_at)}"
    if record.replaced_by is not None:
        return f"รายการ {record.replaced_by} แทนแล้ว"
    return "ใช้อยู่" if replaces is None else f"ใช้อยู่ แทนรายการ {replaces}"
