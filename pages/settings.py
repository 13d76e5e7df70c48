"""สำนักงานของเราตั้งค่าครบหรือยัง และข้อมูลปลอดภัยหรือไม่: the office, the order of domains, copies of the data."""

import streamlit as st

from lib.ui.frame import open_desk
from lib.ui.office_form import show_domain_order, show_office_form
from lib.ui.plain import plain
from lib.ui.safety import show_backup, show_check, show_restore, show_start_own

desk = open_desk()
st.title("สำนักงานตั้งค่าครบและข้อมูลปลอดภัยหรือไม่")
if desk.office.is_sample:
    st.markdown(f"กำลังใช้ **{plain(desk.office.short_name)}** ซึ่งเป็นสำนักงานสมมติ")
    with st.expander("เริ่มใช้กับสำนักงานของเรา"):
        show_start_own(desk.store)
elif desk.office.name:
    st.markdown(f"**{plain(desk.office.name)}** · โรงเรียนในทะเบียน {len(desk.data.schools):,} แห่ง")
else:
    st.info("ยังไม่ได้ตั้งชื่อสำนักงาน ชื่อนี้พิมพ์บนรายงานและแบบ ARS 46 ทุกฉบับ กรอกด้านล่างแล้วบันทึก")

st.header("สำนักงาน")
show_office_form(desk)
show_domain_order(desk.store, desk.data.catalogue.domains)

st.header("สำรองและกู้คืน")
show_backup(desk.store)
show_check(desk.store)
with st.expander("กู้คืนจากชุดสำรอง"):
    show_restore(desk.store)
