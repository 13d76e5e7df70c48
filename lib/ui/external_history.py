"""Files of external results taken in, and taking one back after a second look."""

import streamlit as st

from lib.domain.external_assessments import ExternalLoad
from lib.services.external_files import list_external_loads, undo_external
from lib.storage.engine import Store
from lib.thai.dates import format_moment
from lib.ui.dialogs import choose_undo, close_dialog
from lib.ui.kept_messages import say_after_rerun
from lib.ui.messages import errors_shown
from lib.ui.plain import plain
from lib.ui.resources import who
from lib.ui.state import Key


def show_external_history(store: Store) -> None:
    """Every file, the newest first; one that still holds can be taken back."""
    loads = list_external_loads(store)
    if not loads:
        return
    st.subheader("ไฟล์ที่รับแล้ว")
    st.markdown("\n".join(f"- {plain(_line(load))}" for load in loads))
    active = {load.load_id: load for load in loads if not load.undone}
    if not active:
        return
    chosen = choose_undo(
        "ยกเลิกไฟล์ (ผลกลับเป็นอย่างก่อนรับไฟล์)",
        {
            number: f"{load.file_name} · ใหม่ {load.n_new:,} แทนที่ {load.n_changed:,} ชุด"
            for number, load in active.items()
        },
        choice=f"{Key.EXTERNAL_UNDO_CHOICE}-{loads[0].load_id}",
        button=Key.EXTERNAL_UNDO,
        dialog="external-undo",
    )
    if chosen is not None:
        _confirm(store, active[chosen])


@st.dialog("ยกเลิกไฟล์ผลประเมินภายนอก", on_dismiss=close_dialog)
def _confirm(store: Store, load: ExternalLoad) -> None:
    st.markdown(
        f"{plain(load.file_name)}  \nรับเมื่อ {format_moment(load.loaded_at)} โดย {plain(load.loaded_by)}"
    )
    st.markdown(f"เอาผล {load.n_new:,} ชุดออก และคืนผลเดิม {load.n_changed:,} ชุด ผลที่มีผู้แก้หลังจากนั้นคงไว้ตามที่แก้")
    if st.button("ยกเลิกไฟล์นี้", type="primary", key=Key.EXTERNAL_UNDO_CONFIRM):
        with errors_shown():
            done = undo_external(store, load.load_id, by=who())
            kept = f" คงไว้เพราะมีผู้แก้ {len(done.kept):,} โรงเรียน" if done.kept else ""
            close_dialog()
            say_after_rerun(
                f"ยกเลิก {load.file_name} แล้ว เอาออก {done.n_removed:,} ชุด "
                f"คืนผลเดิม {done.n_restored:,} ชุด{kept}"
            )
            st.rerun()


def _line(load: ExternalLoad) -> str:
    state = " · ยกเลิกแล้ว" if load.undone else ""
    return (
        f"{load.file_name} · ใหม่ {load.n_new:,} แทนที่ {load.n_changed:,} ชุด · "
        f"{format_moment(load.loaded_at)} โดย {load.loaded_by}{state}"
    )
