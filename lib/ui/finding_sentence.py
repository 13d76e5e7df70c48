"""Editing the sentence of a finding as plain text, while its figures stay bound to the data."""

import streamlit as st

from lib.domain.figure_names import FIGURE_LABELS, label_of
from lib.domain.finding_binding import OWN, Asked
from lib.domain.finding_figures import printed_figures
from lib.domain.finding_text import Place, fill
from lib.domain.findings import Finding, Review
from lib.services.finding_decisions import bind_text
from lib.ui.plain import plain

_OWN_WORDS = "เป็นข้อความของผู้เขียน (เช่น จำนวนเดือน)"


def ask_sentence(finding: Finding, text: str, before: Review, *, key: str) -> tuple[str, dict[int, str]]:
    """A field for the sentence and, for each figure that is none of the data, what it is.

    Args:
        text: what the field starts with.

    Returns:
        The text as written, and the answers given so far (see lib.domain.finding_binding.bind).
    """
    written = st.text_area("ข้อความในรายงาน", text, key=key, height=170)
    answers: dict[int, str] = {}
    asked = bind_text(finding, written, before).asked
    for place, each in enumerate(asked):
        answer = _ask(finding, each, key=f"{key}-{place}-{each.text}")
        if answer is not None:
            answers[each.start] = answer
    bound = bind_text(finding, written, before, answers)
    if bound.asked:
        return written, answers
    shown = fill(bound.parts, printed_figures(finding))
    n_bound = sum(isinstance(part, Place) and not part.name.startswith("~") for part in bound.parts)
    st.caption(f"ตัวเลขในข้อความผูกกับข้อมูล {n_bound} ตัว เมื่อข้อมูลเปลี่ยน ตัวเลขจะเปลี่ยนตามและจะขอให้พิจารณาอีกครั้ง")
    if shown != written:
        st.caption(f"ข้อความที่จะพิมพ์: {plain(shown)}")
    return written, answers


def _ask(finding: Finding, asked: Asked, *, key: str) -> str | None:
    """What a figure is; None while nobody has said."""
    printed = printed_figures(finding)
    if asked.text[-1:].isdigit():
        names = [name for name in printed if printed[name][-1:].isdigit()]
        question = f"ตัวเลขนี้ไม่มีในข้อมูล: {asked.text}"
        if asked.same:
            question = f"ตัวเลขนี้ตรงกับข้อมูลแต่อยู่ในข้อความอื่น: {asked.text}"
    else:
        names = [asked.guess]
        question = f"คำนี้ไม่ตรงกับข้อมูล: {asked.text}"
    order = {name: place for place, name in enumerate((asked.guess, *FIGURE_LABELS))}
    names.sort(key=lambda name: order.get(name, len(order)))
    words = {OWN: _OWN_WORDS} | {name: f"ใช้ของข้อมูล: {label_of(name)} {printed[name]}" for name in names}
    return st.selectbox(
        f"{plain(question)} ใน “…{plain(asked.before + asked.text + asked.after)}…”",
        [*names[:1], OWN, *names[1:]] if asked.guess else [OWN, *names],
        index=None,
        format_func=words.__getitem__,
        placeholder="เลือก",
        key=key,
    )
