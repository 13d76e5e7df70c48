"""ทะเบียนโรงเรียนครบและเป็นปัจจุบันหรือไม่: load a file, look schools up, keep one right."""

import streamlit as st

from lib.services import register
from lib.services.office import size_scheme
from lib.ui.frame import open_desk
from lib.ui.kept_messages import say_after_rerun
from lib.ui.messages import errors_shown
from lib.ui.register_difference import show_register_difference
from lib.ui.register_edit import show_school_form
from lib.ui.register_history import show_register_history
from lib.ui.register_table import find_schools, show_register, size_counts
from lib.ui.resources import who
from lib.ui.state import Key, get, put

desk = open_desk()
schools = register.load_register(desk.store)
active = [school for school in schools if school.active]
st.title("ทะเบียนโรงเรียนครบและเป็นปัจจุบันหรือไม่")
if schools:
    closed = f" และปิดหรือรวมแล้ว {len(schools) - len(active):,} แห่ง" if len(active) < len(schools) else ""
    st.markdown(f"โรงเรียนที่เปิดทำการ **{len(active):,}** แห่ง{closed}")
    st.markdown(size_counts(active, size_scheme(desk.office)))
else:
    st.info(
        "ยังไม่มีโรงเรียนในทะเบียน โปรแกรมใช้ทะเบียนจับคู่รหัสและชื่อโรงเรียนในทุกไฟล์ "
        "วางไฟล์รายชื่อโรงเรียนที่มีคอลัมน์รหัสและชื่อโรงเรียนด้านล่าง"
    )

with st.expander("นำเข้าหรือปรับปรุงจากไฟล์", expanded=not schools):
    generation = get(Key.REGISTER_UPLOADS, 0)
    file = st.file_uploader(
        "ไฟล์ทะเบียนโรงเรียน (Excel หรือ CSV) ควรมีรหัส ชื่อ กลุ่มโรงเรียน อำเภอ และจำนวนนักเรียน",
        key=f"{Key.REGISTER_UPLOADS}-{generation}",
    )
    if file:
        with errors_shown():
            preview = register.preview_register(desk.store, file.getvalue(), file.name)
            show_register_difference(preview, Key.REGISTER_UPLOADS)
            n_changes = preview.added + preview.updated
            if not n_changes:
                st.info(
                    "ไม่มีอะไรต้องบันทึก ทะเบียนตรงกับไฟล์นี้แล้ว" if preview.changes else "ไม่พบโรงเรียนที่นำเข้าได้ในไฟล์นี้"
                )
            elif st.button(f"บันทึก {n_changes:,} แห่ง", type="primary", key=Key.REGISTER_COMMIT):
                change = register.commit_register(desk.store, preview, by=who())
                put(Key.REGISTER_UPLOADS, generation + 1)
                say_after_rerun(f"เพิ่ม {change.added:,} แห่ง และปรับปรุง {change.updated:,} แห่งแล้ว")
                st.rerun()

with st.expander("ประวัติการนำเข้าทะเบียน"):
    show_register_history(desk.store)

if not schools:
    st.stop()
search = st.text_input(
    "ค้นหา", placeholder="ชื่อ รหัส กลุ่มโรงเรียน หรืออำเภอ", key=Key.REGISTER_SEARCH, persist_state="session"
)
found = find_schools(schools, search)
if not found:
    st.info("ไม่พบโรงเรียนที่มีคำนี้ ลองใช้คำสั้นลงหรือค้นด้วยรหัส")
    st.stop()
show_register(found, size_scheme(desk.office))
st.caption(f"{len(found):,} แห่ง กดที่ต้นแถวเพื่อแก้ไขด้านล่าง")
by_id = {school.school_id: school for school in found}
if get(Key.REGISTER_SCHOOL, None) not in by_id:
    put(Key.REGISTER_SCHOOL, found[0].school_id)
st.header("แก้ไขหนึ่งโรงเรียน")
chosen = st.selectbox(
    "โรงเรียน",
    list(by_id),
    format_func=lambda school_id: f"{by_id[school_id].name} ({by_id[school_id].smis_code or school_id})",
    key=Key.REGISTER_SCHOOL,
)
show_school_form(desk.store, by_id[chosen], schools)
