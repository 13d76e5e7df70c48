"""ไฟล์นี้อ่านได้ถูกต้องหรือไม่: drop files, look at what was read, answer, store; history with undo below."""

from functools import partial

import streamlit as st

from lib.services import imports
from lib.thai.dates import format_moment
from lib.ui.frame import open_desk
from lib.ui.import_cards import show_card
from lib.ui.import_questions import choices_of
from lib.ui.messages import errors_shown
from lib.ui.resources import preview_of, who
from lib.ui.state import Key, get, put, say_after_rerun
from lib.ui.uploads import Saving, each_once, save_each

FILE_TYPES = ["xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "tsv", "txt", "html"]

desk = open_desk()
st.title("ไฟล์นี้อ่านได้ถูกต้องหรือไม่")
st.markdown(
    "วางไฟล์ที่ได้รับจากกลุ่มงานหรือโรงเรียน โปรแกรมจะอ่านให้ดูก่อน ยังไม่บันทึกจนกว่าจะกดยืนยัน "
    "แบบเก็บข้อมูลเปล่าอยู่ในหน้าพจนานุกรมตัวชี้วัด"
)
generation = get(Key.UPLOADS, 0)
files = st.file_uploader(
    "ไฟล์ข้อมูล 4 ด้าน (Excel หรือ CSV ไม่เกิน 50 MB ต่อไฟล์)",
    type=FILE_TYPES,
    accept_multiple_files=True,
    key=f"{Key.UPLOADS}-{generation}",
)

ready = []
for name, content in each_once(files or ()):
    with errors_shown():
        preview = preview_of(desk.store, content, name, choices_of)
        show_card(preview, desk.data.catalogue, desk.data.schools)
        if preview.can_commit:
            ready.append((preview, content))

if ready:
    n_values = sum(len(preview.accepted) for preview, _ in ready)
    open_questions = sum(len(preview.questions) for preview, _ in ready)
    if open_questions:
        st.info(f"ยังมีคำถาม {open_questions:,} ข้อ ส่วนที่ยังไม่ได้ตอบจะไม่ถูกนำเข้า บันทึกส่วนที่แน่ใจไปก่อนได้")
    if st.button(f"บันทึก {n_values:,} ค่า จาก {len(ready):,} ไฟล์", type="primary", key=Key.COMMIT):
        with errors_shown():
            commit = partial(imports.commit, desk.store, by=who())
            stored, failed = save_each(
                [Saving(each.file_name, partial(commit, each, kept)) for each, kept in ready]
            )
            if failed:
                say_after_rerun(f"บันทึกแล้ว: {', '.join(stored)}" if stored else "", failed=failed)
            else:
                put(Key.UPLOADS, generation + 1)
                say_after_rerun(f"บันทึก {n_values:,} ค่า จาก {len(ready):,} ไฟล์แล้ว ดูผลได้ในหน้าสำรวจตัวชี้วัด")
            st.rerun()

st.header("ประวัติการนำเข้า")
history = imports.load_history(desk.store)
if not history:
    st.info("ยังไม่มีการนำเข้า เมื่อบันทึกไฟล์แรกแล้ว รายการจะอยู่ที่นี่และยกเลิกได้ทุกเมื่อ")
    st.stop()
st.dataframe(
    [
        {
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
        for record in history
    ],
    hide_index=True,
    width="stretch",
    key=Key.HISTORY,
)
active = {record.dataset_id: record for record in history if record.undone_at is None}
if active:
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    chosen = left.selectbox(
        "ยกเลิกการนำเข้า (ค่าก่อนหน้านั้นจะกลับมาใช้)",
        list(active),
        format_func=lambda number: f"{number} · {active[number].file_name} · {active[number].n_values:,} ค่า",
        key=Key.UNDO_CHOICE,
    )
    if right.button("ยกเลิกรายการนี้", key=Key.UNDO, width="stretch"):
        with errors_shown():
            imports.undo(desk.store, chosen, by=who())
            say_after_rerun(f"ยกเลิกรายการ {chosen} แล้ว ค่าก่อนหน้านั้นกลับมาใช้")
            st.rerun()
