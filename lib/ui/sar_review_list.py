"""Everything that was read of a report, folded: a click on a row opens it."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from lib.domain.assessments import LevelOfEducation, Rating, SavedSelfAssessment, Statement
from lib.domain.report_checks import CheckItem, Urgency
from lib.services.school_levels import told_level
from lib.ui.pickers import place_of
from lib.ui.sar_review_acts import open_item
from lib.ui.state import Key

_MARKS = {Urgency.ERROR: "■", Urgency.CONTRADICTION: "◆", Urgency.UNCERTAIN: "◆", Urgency.CERTAIN: ""}
_HEIGHT = 420


def show_list(saved: SavedSelfAssessment, items: Sequence[CheckItem], *, expanded: bool) -> None:
    """Every level and statement by level of education and standard."""
    read = sorted((item for item in items if isinstance(item.subject, Rating | Statement)), key=_group)
    certain = sum(not item.is_open for item in read)
    with st.expander(f"ทุกรายการที่อ่านได้ {len(read):,} รายการ ไม่มีข้อสงสัย {certain:,}", expanded=expanded):
        if not read:
            st.caption("ยังไม่มีรายการ")
            return
        key = f"{Key.SAR_LIST}-{saved.report_id}-{saved.version}"
        st.dataframe(
            [_row(item) for item in read],
            hide_index=True,
            width="stretch",
            height=min(_HEIGHT, 40 + 36 * len(read)),
            key=key,
            on_select=partial(_pick, key, saved.report_id, tuple(item.key for item in read)),
            selection_mode="single-row",
            column_config={
                "": st.column_config.TextColumn(width=24),
                "อยู่ใน": st.column_config.TextColumn(width=150),
                "อ่านได้ว่า": st.column_config.TextColumn(width=190),
                "หน้า": st.column_config.TextColumn(width=70),
            },
        )


def _pick(key: str, report_id: int, keys: Sequence[str]) -> None:
    rows = st.session_state[key].selection.rows
    if rows and rows[0] < len(keys):
        open_item(report_id, keys[rows[0]])


def _group(item: CheckItem) -> tuple[int, bool, int, str]:
    """By level of education, those of none last; levels by standard, then statements."""
    level = item.level_of_education
    place = place_of(level, (*LevelOfEducation, None))
    number = int(item.standard) if item.standard.isdigit() else 0
    named = item.subject.item if isinstance(item.subject, Rating) else ""
    return place, isinstance(item.subject, Statement), number, named


def _row(item: CheckItem) -> dict[str, str]:
    subject = item.subject
    level = item.level_of_education
    where = level.label if level else "ไม่ระบุระดับ"
    if isinstance(subject, Rating):
        where += f" {subject.item or (f'ม.{subject.standard}' if subject.standard else 'ภาพรวม')}"
        read = told_level(subject)
    elif isinstance(subject, Statement):
        where += f" ม.{subject.standard}" if subject.standard else ""
        read = f"{subject.kind.label}: {subject.text}"
    else:
        read = subject.message
    page = item.places[0][0].label if item.places else ""
    return {"": _MARKS[item.urgency], "อยู่ใน": where, "อ่านได้ว่า": read, "หน้า": page.removeprefix("หน้า ")}
