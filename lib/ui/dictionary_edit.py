"""What an office may change in an indicator: names, goal, comparison, owner, note."""

import streamlit as st

from lib.domain.indicators import Direction, Indicator
from lib.services.catalogue import change_indicator, change_versions
from lib.storage.engine import Store
from lib.ui.kept_messages import say_after_rerun
from lib.ui.messages import errors_shown
from lib.ui.resources import who
from lib.ui.state import Key
from lib.ui.versions import first_key, forget_seen, seen_version, widget_key


def show_edit_form(store: Store, indicator: Indicator) -> None:
    """Inputs with the values in force; a save lays them over the catalogue file."""
    form = f"{Key.DICTIONARY_EDIT}-{indicator.id}"
    seen = seen_version(form, change_versions(store).get(indicator.id, 0))
    judged = indicator.direction is not Direction.CONTEXT
    is_band = indicator.direction is Direction.BAND
    with st.form(f"{form}-form", border=False):
        name = st.text_input("ชื่อตัวชี้วัด", indicator.name, key=first_key(form))
        short_name = st.text_input("ชื่อย่อ (ใช้ในแผนภูมิ)", indicator.short_name, key=widget_key(form, "short"))
        left, right = st.columns(2)
        target = left.number_input(
            f"เป้าหมาย{'ต่ำสุด' if is_band else ''} ({indicator.unit})",
            value=indicator.target,
            key=widget_key(form, "target"),
            disabled=not judged,
            placeholder="ไม่ตั้งเป้าหมาย",
        )
        target_high = indicator.target_high
        if is_band:
            target_high = right.number_input(
                f"เป้าหมายสูงสุด ({indicator.unit})", value=target_high, key=widget_key(form, "high")
            )
        left, right = st.columns(2)
        benchmark = left.number_input(
            f"ค่าเปรียบเทียบ ({indicator.unit})",
            value=indicator.benchmark,
            key=widget_key(form, "benchmark"),
            placeholder="ไม่มี",
        )
        label = right.text_input(
            "ที่มาของค่าเปรียบเทียบ", indicator.benchmark_label, key=widget_key(form, "label")
        )
        owner = st.text_input("กลุ่มงานเจ้าของข้อมูล", indicator.owner, key=widget_key(form, "owner"))
        note = st.text_area("หมายเหตุ", indicator.note, key=widget_key(form, "note"))
        saved = st.form_submit_button("บันทึกตัวชี้วัดนี้", type="primary", key=widget_key(form, "save"))
    if saved:
        changes: dict[str, object] = {
            "name": name.strip(),
            "short_name": short_name.strip(),
            "target": target,
            "target_high": target_high,
            "benchmark": benchmark,
            "benchmark_label": label.strip(),
            "owner": owner.strip(),
            "note": note.strip(),
        }
        with errors_shown():
            change_indicator(store, indicator.id, changes, seen_version=seen, by=who())
            forget_seen(form)
            say_after_rerun(f"บันทึก “{name.strip()}” แล้ว จุดเด่นและจุดที่ควรพัฒนาจะคำนวณใหม่ตามค่านี้")
            st.rerun()
