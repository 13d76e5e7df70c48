"""The history of register files, and taking one back after a second look."""

from functools import partial

import streamlit as st

from lib.domain.datasets import RegisterLoad
from lib.services import register_history as history_of
from lib.services.originals import original_of
from lib.storage.engine import Store
from lib.thai.dates import format_moment
from lib.ui.dialogs import choose_undo, close_dialog
from lib.ui.kept_messages import say_after_rerun
from lib.ui.messages import errors_shown
from lib.ui.plain import plain
from lib.ui.resources import who
from lib.ui.state import Key


def show_register_history(store: Store) -> None:
    """Every register file, the newest first; one that still holds can be taken back."""
    history = history_of.load_register_history(store)
    if not history:
        st.caption("ยังไม่มีการนำเข้าทะเบียนจากไฟล์ เมื่อบันทึกไฟล์แรกแล้ว รายการจะอยู่ที่นี่และยกเลิกได้")
        return
    st.dataframe([_line(load) for load in history], hide_index=True, width="stretch")
    active = {load.load_id: load for load in history if load.undone_at is None}
    if not active:
        return
    chosen = choose_undo(
        "ยกเลิกการนำเข้าทะเบียน (ทะเบียนกลับเป็นอย่างก่อนนำเข้า)",
        {
            number: f"{number} · {load.file_name} · เพิ่ม {load.added:,} ปรับปรุง {load.updated:,} แห่ง"
            for number, load in active.items()
        },
        choice=f"{Key.REGISTER_UNDO_CHOICE}-{history[0].load_id}",
        button=Key.REGISTER_UNDO,
        dialog="register-undo",
    )
    if chosen is not None:
        _confirm(store, active[chosen])


@st.dialog("ยกเลิกการนำเข้าทะเบียน", on_dismiss=close_dialog)
def _confirm(store: Store, load: RegisterLoad) -> None:
    """Say what taking it back would do, or what stands against it."""
    st.markdown(
        f"รายการ {load.load_id} · {plain(load.file_name)}  \n"
        f"นำเข้าเมื่อ {format_moment(load.loaded_at)} โดย {plain(load.loaded_by)}"
    )
    with errors_shown():
        plan = history_of.plan_undo(store, load.load_id)
        for obstacle in plan.obstacles:
            st.error(plain(f"{obstacle.sentence} {obstacle.remedy}"))
        if plan.obstacles:
            st.markdown("ยังยกเลิกไม่ได้ ทะเบียนไม่เปลี่ยนแปลง")
        else:
            st.markdown(plain(history_of.undo_words(plan)))
        st.download_button(
            "ดาวน์โหลดไฟล์ที่เก็บไว้",
            data=partial(original_of, store, load),
            file_name=load.file_name,
            on_click="ignore",
        )
        if not plan.obstacles and st.button("ยกเลิกรายการนี้", type="primary", key=Key.REGISTER_UNDO_CONFIRM):
            done = history_of.undo_register(store, load.load_id, by=who())
            close_dialog()
            say_after_rerun(f"ยกเลิกการนำเข้าทะเบียนรายการ {load.load_id} แล้ว {history_of.undo_words(done)}")
            st.rerun()


def _line(load: RegisterLoad) -> dict[str, object]:
    return {
        "รายการ": load.load_id,
        "ไฟล์": load.file_name,
        "สถานะ": f"ยกเลิกเมื่อ {format_moment(load.undone_at)}" if load.undone_at else "ใช้อยู่",
        "เพิ่ม": load.added,
        "ปรับปรุง": load.updated,
        "เหมือนเดิม": load.unchanged,
        "นำเข้าเมื่อ": format_moment(load.loaded_at),
        "โดย": load.loaded_by,
        "แถวที่อ่าน": load.rows.read,
        "ไม่รับ": load.rows.rejected,
        "ข้าม": load.rows.ignored,
    }
