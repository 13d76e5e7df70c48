"""What somebody saved meanwhile beside what a person typed, and a choice between the two."""

from typing import Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lib.ui.plain import plain

_MEANWHILE = "มีผู้บันทึกส่วนนี้หลังจากที่ท่านเริ่มพิมพ์ จึงยังไม่ได้บันทึกของท่าน"
Chosen = Literal["theirs", "mine", ""]


def tell_conflict(key: str, words: str) -> None:
    """Keep who saved and when for the next drawing, then draw the page with what they saved."""
    st.session_state[f"{key}-conflict"] = words
    st.rerun()


def forget_conflict(key: str) -> None:
    st.session_state.pop(f"{key}-conflict", None)


def choose_of_two(theirs: str, mine: str, *, key: str) -> Chosen:
    """Draw both texts; which of them is to stand, empty while nobody chose."""
    conflict: str = st.session_state.get(f"{key}-conflict", _MEANWHILE)
    st.warning(f"{plain(conflict)} ยังไม่มีข้อความใดถูกเขียนทับ เลือกว่าจะใช้ฉบับใด")
    left, right = st.columns(2, gap="large")
    show_text(left, "ฉบับที่บันทึกไว้ล่าสุด", theirs)
    show_text(right, "ฉบับของท่าน", mine)
    if left.button("ใช้ฉบับที่บันทึกไว้", key=f"{key}-theirs"):
        return "theirs"
    return "mine" if right.button("บันทึกฉบับของท่านแทน", key=f"{key}-mine") else ""


def show_text(place: DeltaGenerator, title: str, text: str) -> None:
    """One of the two texts under its title."""
    place.markdown(f"**{title}**")
    place.text(text)
