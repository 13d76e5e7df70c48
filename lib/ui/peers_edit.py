"""The dialog that changes a school's list of like schools; the second of two editors is told."""

import streamlit as st

from lib.catalog.peers import load_peer_rules
from lib.domain.schools import School
from lib.services.peers import PeerView, pickable_schools, reset_peers, save_peers
from lib.ui.dialogs import close_dialog
from lib.ui.frame import Desk
from lib.ui.kept_messages import say_after_rerun
from lib.ui.messages import errors_shown
from lib.ui.plain import plain
from lib.ui.resources import who
from lib.ui.versions import first_key, forget_seen, seen_version, widget_key

_OTHER = "เหตุผลอื่น (พิมพ์เอง)"


@st.dialog("แก้รายการโรงเรียนใกล้เคียง", width="large", on_dismiss=close_dialog)
def edit_peers(desk: Desk, peers: PeerView, place: str) -> None:
    """Take schools out or in; closes after saving.

    Args:
        place: name of the part of the page that tells what was done.
    """
    school = peers.school
    form = f"peers-{school.school_id}"
    seen = seen_version(form, peers.choice.version)
    offered = {each.school_id: each for each in pickable_schools(desk.data, school)}
    st.markdown(
        f"โรงเรียน{plain(school.name)} {_words(school)} {plain(school.level)} · "
        f"เอาออกด้วยเครื่องหมาย × เพิ่มโดยพิมพ์ชื่อ ต้องมีอย่างน้อย {peers.min_peers:,} แห่ง"
    )
    picked = st.multiselect(
        "โรงเรียนใกล้เคียง",
        list(offered),
        default=[peer.school.school_id for peer in peers.peers if peer.school.school_id in offered],
        format_func=lambda one: _label(offered[one], school),
        key=first_key(form),
        placeholder="พิมพ์ชื่อโรงเรียน",
    )
    reasons = (*load_peer_rules().reasons, _OTHER)
    reason = st.selectbox(
        "เหตุผล", reasons, index=None, key=widget_key(form, "reason"), placeholder="เลือกเหตุผล"
    )
    note = reason or ""
    if reason == _OTHER:
        note = st.text_input("เหตุผลที่พิมพ์เอง", key=widget_key(form, "note"))
    st.caption("รายการนี้ใช้กับข้อค้นพบเทียบโรงเรียนใกล้เคียง (กติกา R5) ของโรงเรียนนี้ บันทึกแล้วข้อค้นพบคำนวณใหม่ตามรายการ")
    with st.container(horizontal=True):
        if st.button(f"บันทึก {len(picked):,} แห่ง", type="primary", key=widget_key(form, "save")):
            with errors_shown():
                save_peers(desk.store, desk.data, school.school_id, picked, note, seen_version=seen, by=who())
                _done(form, f"บันทึกโรงเรียนใกล้เคียงของโรงเรียน{school.name}แล้ว {len(picked):,} แห่ง", place)
        if peers.choice.school_ids and st.button("กลับไปใช้รายการที่คำนวณ", key=widget_key(form, "reset")):
            with errors_shown():
                reset_peers(desk.store, school.school_id, seen_version=seen, by=who())
                _done(form, f"โรงเรียน{school.name}กลับไปใช้รายการที่คำนวณแล้ว", place)


def _done(form: str, told: str, place: str) -> None:
    forget_seen(form)
    close_dialog()
    say_after_rerun(told, place)
    st.rerun()


def _label(each: School, school: School) -> str:
    """Name and size, and the level where it is another than the school's own."""
    return plain(" · ".join([each.name, _words(each), *[each.level] * (each.level != school.level)]))


def _words(school: School) -> str:
    return "ไม่ทราบจำนวนนักเรียน" if school.pupils is None else f"{school.pupils:,} คน"
