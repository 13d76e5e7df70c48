"""Slides among the documents: the file, the way to the screen of a meeting, the office's own template."""

import streamlit as st

from lib.domain.issues import Severity
from lib.services.slide_template import (
    check_slide_file,
    drop_slide_template,
    keep_slide_template,
    load_slide_template,
)
from lib.services.slides import make_slides_pptx
from lib.storage.engine import Store
from lib.thai.dates import format_moment
from lib.ui.kept_messages import say_after_rerun
from lib.ui.messages import errors_shown, show_issues
from lib.ui.plain import plain
from lib.ui.report_desk import ReportDesk
from lib.ui.resources import who
from lib.ui.state import Key, put

_PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def show_slides(desk: ReportDesk) -> None:
    """The slides to download or to show, and whose template they use."""
    with st.container(horizontal=True, gap="small"):
        st.download_button(
            "ดาวน์โหลดสไลด์ PowerPoint",
            data=lambda: make_slides_pptx(desk.run),
            file_name=f"สไลด์ กตปน {desk.year_be}{desk.draft_word}.pptx",
            mime=_PPTX,
            key=Key.SLIDES_PPTX,
        )
        if st.button("นำเสนอบนจอนี้", key=Key.PRESENT):
            put(Key.PRESENT_FROM, "pages/report.py")
            put(Key.PRESENT_PLACE, 0)
            st.switch_page("pages/presentation.py")
    st.caption("10–15 หน้า ตามลำดับการประชุม กราฟแก้ไขใน PowerPoint ได้ บันทึกผู้พูดบอกแหล่งข้อมูลทุกหน้า")
    with st.expander("แม่แบบสไลด์ของสำนักงาน"), errors_shown():
        show_slide_template(desk.store)


def show_slide_template(store: Store) -> None:
    """The template in use, and another to check and use from now on."""
    template = load_slide_template(store)
    record = template.record
    if record is None:
        st.markdown("ขณะนี้ใช้แบบของโปรแกรม")
    else:
        told = f"{plain(record.file_name)} · {plain(record.by)} ใส่ไว้เมื่อ {format_moment(record.saved_at)}"
        st.markdown(f"ขณะนี้ใช้ {told}")
        st.button(
            "กลับไปใช้แบบของโปรแกรม",
            key=Key.SLIDES_TEMPLATE_DROP,
            on_click=_drop,
            args=(store, template.version),
        )
    chosen = st.file_uploader("แม่แบบ PowerPoint (.pptx ไม่เกิน 50 MB)", key=Key.SLIDES_TEMPLATE)
    if chosen is None:
        st.caption("ต้องมีเลย์เอาต์หน้าชื่อเรื่อง เนื้อหา และเนื้อหาสองส่วน สไลด์ในไฟล์จะถูกตัดออก เหลือแต่แบบ")
        return
    content = chosen.getvalue()
    issues = check_slide_file(content)
    show_issues(issues, key=f"{Key.SLIDES_TEMPLATE}-issues", file_name=chosen.name)
    if any(each.severity is Severity.ERROR for each in issues):
        st.caption("ยังใช้แม่แบบนี้ไม่ได้ แม่แบบที่ใช้อยู่ไม่เปลี่ยน")
        return
    st.markdown("แม่แบบนี้ใช้ได้" if not issues else "แม่แบบนี้ใช้ได้ โดยมีข้อควรรู้ข้างต้น")
    st.button(
        "ใช้แม่แบบนี้ตั้งแต่นี้ไป",
        key=Key.SLIDES_TEMPLATE_USE,
        type="primary",
        on_click=_use,
        args=(store, content, chosen.name, template.version),
    )


def _use(store: Store, content: bytes, name: str, version: int) -> None:
    with errors_shown():
        keep_slide_template(store, content, name, seen_version=version, by=who())
        say_after_rerun("สไลด์ใช้แม่แบบของสำนักงานตั้งแต่นี้ไป")


def _drop(store: Store, version: int) -> None:
    with errors_shown():
        drop_slide_template(store, seen_version=version, by=who())
        say_after_rerun("สไลด์กลับไปใช้แบบของโปรแกรม แม่แบบเดิมยังเก็บอยู่ในประวัติ")
