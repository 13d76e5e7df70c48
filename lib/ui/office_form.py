"""Who uses the workbench and how its papers look, as inputs."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from lib.catalog.loader import load_size_schemes
from lib.domain.indicators import DomainArea
from lib.domain.schools import OfficeType
from lib.services.catalogue import load_domain_order, save_domain_order
from lib.services.office import save_office, size_scheme
from lib.storage.engine import Store
from lib.ui.frame import Desk
from lib.ui.kept_messages import say_after_rerun
from lib.ui.messages import errors_shown
from lib.ui.pickers import place_of
from lib.ui.resources import who
from lib.ui.state import Key
from lib.ui.versions import first_key, forget_seen, seen_version, widget_key

_TYPES = {
    OfficeType.PRIMARY: "สำนักงานเขตพื้นที่การศึกษาประถมศึกษา (สพป.)",
    OfficeType.SECONDARY: "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา (สพม.)",
}


def show_office_form(desk: Desk) -> None:
    """Name, kind, digits and size scheme of the office."""
    office, form = desk.office, str(Key.OFFICE_EDIT)
    seen = seen_version(form, desk.office_version)
    schemes = {scheme.id: scheme for scheme in load_size_schemes()}
    with st.form(f"{form}-form", border=False):
        name = st.text_input("ชื่อเต็มของสำนักงาน", office.name, key=first_key(form))
        left, right = st.columns([2, 1])
        short_name = left.text_input(
            "ชื่อย่อที่ใช้ในเอกสาร", office.short_name, placeholder="สพป. … เขต 1", key=widget_key(form, "short")
        )
        district = right.text_input("เลขที่เขต", office.district_no, key=widget_key(form, "district"))
        left, right = st.columns([2, 1])
        kind = left.radio(
            "ประเภท",
            list(_TYPES),
            index=place_of(office.office_type, list(_TYPES)),
            format_func=_TYPES.__getitem__,
            key=widget_key(form, "type"),
        )
        scheme_id = right.selectbox(
            "เกณฑ์ขนาดโรงเรียน",
            list(schemes),
            index=place_of(size_scheme(office).id, list(schemes)),
            format_func=lambda each: schemes[each].name,
            key=widget_key(form, "scheme"),
        )
        thai_digits = st.checkbox(
            "ใช้เลขไทยในเอกสาร (ตารางสถิติคงเลขอารบิก)", office.thai_digits, key=widget_key(form, "digits")
        )
        saved = st.form_submit_button("บันทึกสำนักงาน", type="primary", key=widget_key(form, "save"))
    if saved:
        # A scheme of the other kind of office would class every school wrongly.
        fitting = scheme_id if schemes[scheme_id].office_type is kind else ""
        changed = replace(
            office, name=name.strip(), short_name=short_name.strip(), district_no=district.strip(),
            office_type=kind, thai_digits=thai_digits, size_scheme=fitting,
        )  # fmt: skip
        with errors_shown():
            save_office(desk.store, changed, seen_version=seen, by=who())
            forget_seen(form)
            say_after_rerun("บันทึกข้อมูลสำนักงานแล้ว เอกสารที่สร้างจากนี้ใช้ชื่อและรูปแบบนี้")
            st.rerun()


def show_domain_order(store: Store, domains: Sequence[DomainArea]) -> None:
    """The order in which domains stand on every page and in every document."""
    form = str(Key.DOMAIN_ORDER)
    order, version = load_domain_order(store)
    seen = seen_version(form, version)
    names = {area.id: area.name for area in domains}
    with st.form(f"{form}-form", border=False):
        chosen = st.multiselect(
            "ลำดับของด้าน (ลบแล้วเลือกใหม่ตามลำดับที่ต้องการ)",
            list(names),
            default=order,
            format_func=names.__getitem__,
            placeholder="เลือกด้าน",
            key=first_key(form),
        )
        saved = st.form_submit_button("บันทึกลำดับ", key=widget_key(form, "save"))
    if saved:
        with errors_shown():
            save_domain_order(store, tuple(chosen), seen_version=seen, by=who())
            forget_seen(form)
            say_after_rerun("บันทึกลำดับของด้านแล้ว")
            st.rerun()
