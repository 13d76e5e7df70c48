"""The answers about one item of a report, each a key away, and two people's answers side by side."""

from dataclasses import replace

import streamlit as st

from lib.catalog.standards import load_standards
from lib.domain.assessments import Rating, SavedSelfAssessment, Statement, StatementKind
from lib.domain.report_checks import CheckItem, ItemAnswer, Subject
from lib.services.report_answers import find_now, told_subject
from lib.services.school_levels import told_level
from lib.storage.engine import Store
from lib.ui.plain import plain
from lib.ui.sar_review_acts import answer, drop_conflict
from lib.ui.sar_review_queue import open_form

#: Enter would press the button that has the keyboard, such as a view just picked with the mouse.
_RIGHT = "F2"

_CURRENT_SCALE = "sar5"


def show_answers(store: Store, saved: SavedSelfAssessment, item: CheckItem, then: str) -> None:
    """Draw the answers; a press saves and opens the item of key ``then``, empty for the first open one."""
    if isinstance(item.subject, Rating):
        _answer_level(store, saved, item, item.subject, then)
    elif isinstance(item.subject, Statement):
        _answer_statement(store, saved, item, item.subject, then)
    else:
        _button(store, saved, item, "ตรวจแล้ว รับทราบ", item.subject, then, key=_RIGHT, primary=True)


def show_conflict(store: Store, saved: SavedSelfAssessment, mine: ItemAnswer, said: str) -> None:
    """Both answers, and which of them shall stand."""
    now = find_now(saved.assessment, mine.seen) if mine.seen else None
    st.warning(plain(said))
    left, right = st.columns(2, border=True)
    left.markdown("**ของท่าน**")
    left.text(told_subject(mine.becomes))
    left.button(
        "ใช้ของท่าน",
        key=f"sar-mine-{saved.report_id}",
        on_click=answer,
        args=(store, saved.report_id, replace(mine, seen=now), ""),
    )
    right.markdown(f"**ที่ {plain(saved.saved_by)} บันทึกไว้**")
    right.text(told_subject(now))
    right.button("ใช้ที่บันทึกไว้", key=f"sar-theirs-{saved.report_id}", on_click=drop_conflict)


def _answer_level(
    store: Store, saved: SavedSelfAssessment, item: CheckItem, rating: Rating, then: str
) -> None:
    if item.is_missing:
        words = "โรงเรียนไม่ได้ประเมินมาตรฐานนี้"
        _button(store, saved, item, words, rating, then, key="0", added=True)
    else:
        told = told_level(rating) if rating.level else "รายงานไม่ได้ระบุระดับ"
        _button(store, saved, item, f"ถูกต้อง: {told}", rating, then, key=_RIGHT, primary=True)
    vocabulary = load_standards().vocabulary(rating.scale) or load_standards().vocabulary(_CURRENT_SCALE)
    words_of = {level: vocabulary.word(level) if vocabulary else str(level) for level in range(5, 0, -1)}
    if item.is_missing:
        st.caption("หรือเลือกระดับตามรายงาน")
    columns = st.columns(3)
    for place, (level, word) in enumerate(words_of.items()):
        with columns[place % 3]:
            chosen = replace(rating, level=level)
            _button(store, saved, item, word, chosen, then, key=str(level), added=item.is_missing)
    if not item.is_missing:
        with columns[2]:
            _button(store, saved, item, "ไม่ระบุ", replace(rating, level=None), then, key="0")
        with st.container(horizontal=True):
            _edit_button(saved, item)
            _button(store, saved, item, "ลบระดับนี้", None, then, key="Delete", wide=False)


def _answer_statement(
    store: Store, saved: SavedSelfAssessment, item: CheckItem, statement: Statement, then: str
) -> None:
    _button(store, saved, item, "ถูกต้อง", statement, then, key=_RIGHT, primary=True)
    st.caption("หรือเปลี่ยนเป็น")
    columns = st.columns(2)
    for place, kind in enumerate(StatementKind):
        if kind is not statement.kind:
            with columns[place % 2]:
                changed = replace(statement, kind=kind)
                _button(store, saved, item, kind.label, changed, then, key=str(place + 1))
    with st.container(horizontal=True):
        _edit_button(saved, item)
        _button(store, saved, item, "ไม่ใช่ข้อความของโรงเรียน", None, then, key="Delete", wide=False)


def _button(
    store: Store,
    saved: SavedSelfAssessment,
    item: CheckItem,
    label: str,
    becomes: Subject | None,
    then: str,
    *,
    key: str,
    primary: bool = False,
    added: bool = False,
    wide: bool = True,
) -> None:
    """One answer. Its key names the item, so that a second press never answers the next one."""
    seen = None if added else item.subject
    st.button(
        plain(label),
        key=f"sar-answer-{saved.report_id}-{item.key}-{key}",
        shortcut=key,
        type="primary" if primary else "secondary",
        width="stretch" if wide else "content",
        on_click=answer,
        args=(store, saved.report_id, ItemAnswer(seen, becomes), then),
    )


def _edit_button(saved: SavedSelfAssessment, item: CheckItem) -> None:
    st.button(
        "แก้รายละเอียด",
        key=f"sar-edit-{saved.report_id}-{item.key}",
        shortcut="E",
        on_click=open_form,
        args=("edit",),
    )
