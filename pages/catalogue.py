"""ตัวชี้วัดแต่ละตัวหมายถึงอะไร: the data dictionary, what the office changed in it, blank workbooks to send out."""

import streamlit as st

from lib.services.catalogue import change_versions
from lib.ui.blank_templates import show_templates
from lib.ui.dictionary import find_indicators, show_dictionary, show_indicator
from lib.ui.dictionary_edit import show_edit_form
from lib.ui.frame import open_desk
from lib.ui.plain import plain
from lib.ui.state import Key, get, put

desk = open_desk()
catalogue = desk.data.catalogue
st.title("ตัวชี้วัดแต่ละตัวหมายถึงอะไร")
n_changed = len(change_versions(desk.store))
st.markdown(
    f"ตัวชี้วัด **{len(catalogue.indicators):,}** ตัวใน **{len(catalogue.domains)}** ด้าน "
    f"สำนักงานปรับแล้ว **{n_changed:,}** ตัว เป้าหมายและชื่อที่ปรับในหน้านี้ใช้ทันทีทุกหน้าและทุกเอกสาร"
)

left, right = st.columns([3, 2], vertical_alignment="bottom")
names = {area.id: area.short_name for area in catalogue.domains}
domain_id = left.segmented_control(
    "ด้าน", list(names), format_func=names.__getitem__, key=Key.DICTIONARY_DOMAIN, persist_state="session"
)
search = right.text_input(
    "ค้นหาชื่อตัวชี้วัด", placeholder="เช่น O-NET คณิตศาสตร์", key=Key.DICTIONARY_SEARCH, persist_state="session"
)
found = find_indicators(catalogue, domain_id, search)
if found:
    show_dictionary(catalogue, found)
    st.caption(f"{len(found):,} ตัวชี้วัด เลื่อนไปทางขวาเพื่อดูทุกช่อง กดที่ต้นแถวเพื่อดูรายละเอียด")
    options = [indicator.id for indicator in found]
    if get(Key.DICTIONARY_INDICATOR, None) not in options:
        put(Key.DICTIONARY_INDICATOR, options[0])
    chosen = st.selectbox(
        "ดูรายละเอียดของ",
        options,
        format_func=lambda indicator_id: catalogue.by_id[indicator_id].name,
        key=Key.DICTIONARY_INDICATOR,
        persist_state="session",
    )
    indicator = catalogue.by_id[chosen]
    left, right = st.columns([3, 2], gap="large")
    with left:
        st.subheader(plain(indicator.name))
        show_indicator(catalogue, indicator)
    with right:
        st.subheader("ปรับให้เป็นของสำนักงาน")
        show_edit_form(desk.store, indicator)
else:
    st.info("ไม่พบตัวชี้วัดที่มีคำนี้ ลองใช้คำสั้นลง หรือเลือกด้านอื่น")

st.header("แบบเก็บข้อมูลเปล่า")
if desk.data.schools:
    st.markdown(
        f"สมุดงานด้านละไฟล์ มีรายชื่อโรงเรียน {len(desk.data.schools):,} แห่งให้แล้ว "
        "ส่งให้กลุ่มงานกรอก แล้วนำกลับมาวางในหน้านำเข้าข้อมูลได้โดยไม่ต้องตอบคำถาม"
    )
else:
    st.info("ยังไม่มีทะเบียนโรงเรียน แบบเก็บข้อมูลจึงไม่มีรายชื่อโรงเรียน ถ้านำเข้าทะเบียนก่อน ผู้กรอกจะไม่ต้องพิมพ์รหัสและชื่อเอง")
    st.page_link("pages/register.py", label="ไปนำเข้าทะเบียนโรงเรียน")
show_templates(desk)
