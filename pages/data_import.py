"""ไฟล์นี้อ่านได้ถูกต้องหรือไม่: drop files, look at what was read, answer, store; history with undo below."""

from functools import partial

import streamlit as st

from lib.services import imports
from lib.ui.count_up import counted_up
from lib.ui.frame import open_desk
from lib.ui.import_cards import show_card
from lib.ui.import_difference import show_difference
from lib.ui.import_history import show_history
from lib.ui.import_memory import preview_with_memory
from lib.ui.kept_messages import say_after_rerun
from lib.ui.messages import errors_shown
from lib.ui.resources import who
from lib.ui.state import Key, get, put
from lib.ui.uploads import Saving, each_once, save_each

desk = open_desk()
st.title("ไฟล์นี้อ่านได้ถูกต้องหรือไม่")
st.markdown(
    "วางไฟล์ที่ได้รับจากกลุ่มงานหรือโรงเรียน โปรแกรมจะอ่านให้ดูก่อน ยังไม่บันทึกจนกว่าจะกดยืนยัน "
    "แบบเก็บข้อมูลเปล่าอยู่ในหน้าพจนานุกรมตัวชี้วัด"
)
generation = get(Key.UPLOADS, 0)
files = st.file_uploader(
    "ไฟล์ข้อมูล 4 ด้าน (Excel หรือ CSV ไม่เกิน 50 MB ต่อไฟล์)",
    accept_multiple_files=True,
    key=f"{Key.UPLOADS}-{generation}",
)

ready = []
for chosen in each_once(files or ()):
    with errors_shown(), counted_up(desk.store, *chosen) as (name, content):
        preview, remembered = preview_with_memory(desk.store, content, name)
        show_card(desk, preview, content, remembered)
        if preview.can_commit and remembered is None:
            ready.append((preview, content, show_difference(desk, preview)))

if ready:
    n_values = sum(len(preview.accepted) + len(preview.stated) for preview, _, _ in ready)
    open_questions = sum(len(preview.questions) for preview, _, _ in ready)
    if open_questions:
        st.info(f"ยังมีคำถาม {open_questions:,} ข้อ ส่วนที่ยังไม่ได้ตอบจะไม่ถูกนำเข้า บันทึกส่วนที่แน่ใจไปก่อนได้")
    if st.button(f"บันทึก {n_values:,} ค่า จาก {len(ready):,} ไฟล์", type="primary", key=Key.COMMIT):
        with errors_shown():
            commit = partial(imports.commit, desk.store, by=who())
            stored, failed = save_each(
                [
                    Saving(each.file_name, partial(commit, each, kept, replaces=replaces))
                    for each, kept, replaces in ready
                ]
            )
            if failed:
                say_after_rerun(f"บันทึกแล้ว: {', '.join(stored)}" if stored else "", failed=failed)
            else:
                put(Key.UPLOADS, generation + 1)
                say_after_rerun(f"บันทึก {n_values:,} ค่า จาก {len(ready):,} ไฟล์แล้ว ดูผลได้ในหน้าสำรวจตัวชี้วัด")
            st.rerun()

st.header("ประวัติการนำเข้า")
show_history(desk.store)
