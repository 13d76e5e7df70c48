"""What of the synthesis is looked at: level of education, by what it is parted, which rows, drafts or not."""

from dataclasses import dataclass

import streamlit as st

from lib.domain.assessment_synthesis import GroupKind, LevelSynthesis, SarSynthesis, StandardSummary
from lib.services.sar_charts import row_name
from lib.ui.pickers import keep_within
from lib.ui.state import Key

WHOLE, YEARS = "whole", "years"
_STANDARDS, _ITEMS = "standards", "items"
_BY = {WHOLE: "ทั้งเขต", **{kind.value: kind.label for kind in GroupKind}, YEARS: "ปีการศึกษา"}
_WHOLE_ROWS = {_STANDARDS: "ทุกมาตรฐาน", _ITEMS: "ทุกมาตรฐานและประเด็นพิจารณา"}


@dataclass(frozen=True, slots=True)
class Choice:
    """What the pickers say.

    Attributes:
        by: ``whole``, ``years`` or a :class:`GroupKind`.
        number: of the standard or item that groups and years are compared by; empty for the whole area.
        with_items: rows of items under every standard of the whole area.
    """

    level: LevelSynthesis
    by: str
    number: str = ""
    with_items: bool = False


def pick(synthesis: SarSynthesis) -> Choice:
    """Draw the pickers in one row."""
    levels = {
        level.level_of_education: level
        for level in synthesis.levels
        if level.n_submitted or level.without_part or level.not_offered
    } or {level.level_of_education: level for level in synthesis.levels}
    kinds = {group.kind.value for group in synthesis.groups}
    offered = [by for by in _BY if by in (WHOLE, YEARS) or by in kinds]
    for key, options in ((Key.SAR_LEVEL, list(levels)), (Key.SAR_BY, offered)):
        keep_within(key, options)
    first, second, third, fourth = st.columns([4, 3.4, 6, 4.6], vertical_alignment="bottom")
    level = levels[
        first.segmented_control(
            "ระดับการศึกษา",
            list(levels),
            default=list(levels)[-1],
            format_func=lambda each: each.label,
            key=Key.SAR_LEVEL,
            required=True,
        )
    ]
    by = second.selectbox("แยกตาม", offered, format_func=_BY.__getitem__, key=Key.SAR_BY)
    whole = by == WHOLE
    names = _WHOLE_ROWS if whole else {row.number: row_name(row) for row in in_order(level)}
    picker = f"{Key.SAR_ROWS}-{'whole' if whole else level.level_of_education}"
    rows = third.selectbox("มาตรฐานหรือประเด็น", list(names), format_func=names.__getitem__, key=picker)
    fourth.toggle(
        "เฉพาะที่ยืนยันแล้ว", key=Key.SAR_CONFIRMED_ONLY, help="ไม่นับฉบับร่างที่ยังไม่มีผู้ตรวจเทียบกับข้อความในรายงาน"
    )
    return Choice(level, by, "" if whole else rows, rows == _ITEMS)


def in_order(level: LevelSynthesis) -> tuple[StandardSummary, ...]:
    """Every standard followed by its items."""
    return tuple(
        row
        for standard in level.standards
        for row in (standard, *(item for item in level.items if item.standard == standard.standard))
    )
