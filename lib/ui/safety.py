"""Copies of the data, putting them back, looking after them, and starting an office of one's own."""

from datetime import UTC, datetime

import streamlit as st

from lib.services import safety
from lib.storage.engine import Store
from lib.storage.integrity import check_store
from lib.thai.dates import format_moment
from lib.ui.kept_messages import say_after_rerun
from lib.ui.messages import errors_shown
from lib.ui.resources import who
from lib.ui.state import Key, get, put

_LARGEST_MB = 200
_START_WORD = "เริ่มใหม่"
_REPLACE_WORD = "แทนที่"


def show_backup(store: Store) -> None:
    """When the last copy was made, and the button for the next."""
    last = safety.last_backup_at(store)
    st.markdown(f"สำรองล่าสุดเมื่อ **{format_moment(last)}**" if last else "ยังไม่เคยสำรองข้อมูล")
    st.caption("ไฟล์เดียวมีทั้งฐานข้อมูลและไฟล์ต้นฉบับทุกไฟล์ ควรเก็บไว้นอกเครื่องนี้ เช่น แฟลชไดรฟ์ของสำนักงาน")
    name = who()
    st.download_button(
        "ดาวน์โหลดชุดสำรอง",
        data=lambda: safety.backup_bytes(store, by=name),
        file_name=safety.backup_file_name(store, datetime.now(UTC)),
        mime="application/zip",
        key=Key.BACKUP,
    )


def show_check(store: Store) -> None:
    """Look whether everything is still there; nothing is changed."""
    if not st.button("ตรวจว่าข้อมูลอยู่ครบ", key=Key.CHECK):
        return
    with st.spinner("กำลังตรวจฐานข้อมูลและไฟล์ต้นฉบับ"):
        results = check_store(store)
    n_faults = sum(result.n_faults for result in results)
    if n_faults:
        st.error(f"พบปัญหา {n_faults:,} รายการ กู้คืนจากชุดสำรองล่าสุด หรือแจ้งผู้ดูแลพร้อมรายการนี้")
    else:
        st.success("ข้อมูลอยู่ครบ ไม่พบปัญหา")
    st.dataframe(
        [
            {
                "สิ่งที่ตรวจ": result.name,
                "จำนวน": result.n_seen,
                "ผล": "เรียบร้อย" if result.fine else f"พบปัญหา {result.n_faults:,} รายการ",
                "รายละเอียด": " · ".join((*result.faults, *result.remarks)),
            }
            for result in results
        ],
        hide_index=True,
        width="stretch",
        column_config={"รายละเอียด": st.column_config.TextColumn(width="large")},
    )


def show_restore(store: Store) -> None:
    """Put a copy back; a database that holds data is replaced only after a typed word."""
    empty = safety.holds_nothing(store)
    generation = get(Key.RESTORE_UPLOADS, 0)
    file = st.file_uploader(
        "ไฟล์ชุดสำรอง (.zip)",
        type=["zip"],
        key=f"{Key.RESTORE_UPLOADS}-{generation}",
        max_upload_size=_LARGEST_MB,
    )
    st.caption(f"ไฟล์ที่ใหญ่กว่า {_LARGEST_MB} MB ให้ผู้ดูแลกู้คืนด้วยคำสั่ง python -m lib restore ตามด้วยชื่อไฟล์")
    typed = ""
    if not empty:
        st.warning("ฐานข้อมูลนี้มีข้อมูลอยู่ การกู้คืนจะแทนที่ทั้งหมด ควรดาวน์โหลดชุดสำรองของข้อมูลปัจจุบันไว้ก่อน")
        typed = st.text_input(
            f"พิมพ์คำว่า {_REPLACE_WORD} เพื่อยืนยัน", key=f"{Key.RESTORE}-{generation}", autocomplete="off"
        )
    ready = file is not None and (empty or typed.strip() == _REPLACE_WORD)
    if st.button("กู้คืนชุดสำรองนี้", key=Key.RESTORE, disabled=not ready) and file is not None:
        with errors_shown(), st.spinner("กำลังกู้คืน อย่าปิดหน้านี้"):
            manifest = safety.restore_upload(store, file, replace=not empty, by=who())
            put(Key.RESTORE_UPLOADS, generation + 1)
            made = format_moment(datetime.fromisoformat(manifest.created))
            say_after_rerun(f"กู้คืนชุดสำรองของ {made} แล้ว {sum(manifest.rows.values()):,} แถว")
            st.rerun()


def show_start_own(store: Store) -> None:
    """Leave the sample office behind."""
    st.markdown(
        "ข้อมูลที่เห็นอยู่เป็นสำนักงานสมมติ เมื่อพร้อมใช้งานจริง ให้ล้างข้อมูลตัวอย่างทั้งหมด "
        "ทั้งทะเบียน ค่า คำตอบที่จำไว้ รายงาน และไฟล์ แล้วเริ่มจากชื่อสำนักงานและทะเบียนโรงเรียนของท่าน"
    )
    typed = st.text_input(f"พิมพ์คำว่า {_START_WORD} เพื่อยืนยัน", key=f"{Key.START_OWN}-word", autocomplete="off")
    if st.button("ล้างข้อมูลตัวอย่างทั้งหมด", key=Key.START_OWN, disabled=typed.strip() != _START_WORD):
        with errors_shown():
            safety.start_own_office(store, by=who())
            say_after_rerun("ล้างข้อมูลตัวอย่างแล้ว ขั้นต่อไปตั้งชื่อสำนักงานในหน้านี้ แล้วนำเข้าทะเบียนโรงเรียน")
            st.rerun()
