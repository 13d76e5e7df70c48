"""One school of the register, corrected by a person."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from lib.domain.schools import School
from lib.services.register import save_school
from lib.storage.engine import Store
from lib.ui.kept_messages import say_after_rerun
from lib.ui.messages import errors_shown
from lib.ui.pickers import place_of
from lib.ui.resources import who
from lib.ui.state import Key
from lib.ui.versions import first_key, forget_seen, seen_version, widget_key


def show_school_form(store: Store, school: School, known: Sequence[School]) -> None:
    """Inputs with the register's values; ``known`` offers the clusters and levels in use."""
    form = f"{Key.REGISTER_EDIT}-{school.school_id}"
    seen = seen_version(form, school)
    with st.form(f"{form}-form", border=False):
        left, right = st.columns(2)
        name = left.text_input("ชื่อโรงเรียน", school.name, key=first_key(form))
        cluster = right.selectbox(
            "กลุ่มโรงเรียน",
            _in_use(known, "cluster"),
            index=_place(known, "cluster", school.cluster),
            accept_new_options=True,
            key=widget_key(form, "cluster"),
        )
        one, two, three = st.columns(3)
        smis = one.text_input("รหัส SMIS 8 หลัก", school.smis_code, key=widget_key(form, "smis"))
        obec = two.text_input("รหัส OBEC 6 หลัก", school.obec_code, key=widget_key(form, "obec"))
        moe = three.text_input("รหัสกระทรวง 10 หลัก", school.moe_code, key=widget_key(form, "moe"))
        district = one.text_input("อำเภอ", school.district, key=widget_key(form, "district"))
        level = two.selectbox(
            "ระดับที่เปิดสอน",
            _in_use(known, "level"),
            index=_place(known, "level", school.level),
            accept_new_options=True,
            key=widget_key(form, "level"),
        )
        pupils = three.number_input(
            "จำนวนนักเรียน",
            min_value=0,
            value=school.pupils,
            step=1,
            placeholder="ไม่ทราบ",
            key=widget_key(form, "pupils"),
        )
        early = one.checkbox("เปิดสอนปฐมวัย", school.offers_early_childhood, key=widget_key(form, "early"))
        basic = two.checkbox("เปิดสอนขั้นพื้นฐาน", school.offers_basic, key=widget_key(form, "basic"))
        active = three.checkbox("เปิดทำการอยู่", school.active, key=widget_key(form, "active"))
        saved = st.form_submit_button("บันทึกโรงเรียนนี้", key=widget_key(form, "save"))
    if saved:
        corrected = replace(
            school, name=name.strip(), cluster=(cluster or "").strip(), smis_code=smis.strip(),
            obec_code=obec.strip(), moe_code=moe.strip(), district=district.strip(),
            level=(level or "").strip(), pupils=pupils, offers_early_childhood=early, offers_basic=basic,
            active=active,
        )  # fmt: skip
        with errors_shown():
            save_school(store, corrected, seen=seen, by=who())
            forget_seen(form)
            say_after_rerun(f"บันทึกโรงเรียน{corrected.name}แล้ว")
            st.rerun()


def _in_use(known: Sequence[School], field: str) -> list[str]:
    return ["", *sorted({str(getattr(school, field)) for school in known} - {""})]


def _place(known: Sequence[School], field: str, value: str) -> int:
    return place_of(value, _in_use(known, field))
