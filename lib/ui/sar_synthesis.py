"""All reports of a year together: standard × level of the whole area, by group and by year."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from lib.domain.assessment_synthesis import GroupKind, LevelSynthesis, SarSynthesis
from lib.domain.assessments import LevelOfEducation
from lib.domain.reported_counts import ReportedCount
from lib.services.sar_charts import make_group_chart, make_level_chart, pick_row
from lib.ui.charts import show_chart
from lib.ui.figure_tables import FigurePlace
from lib.ui.sar_desk import SarDesk
from lib.ui.sar_figures import FEW, FigureRow, rounded_apart, show_levels
from lib.ui.sar_outside import show_outside
from lib.ui.sar_resources import synthesis_of
from lib.ui.sar_synthesis_choice import WHOLE, YEARS, in_order, pick
from lib.ui.sar_years import show_years
from lib.ui.state import Key, get

_ROUNDED = "ร้อยละปัดเป็นสองตำแหน่ง ผลรวมของแถวจึงต่างจาก 100.00 ได้เล็กน้อย"


def show_synthesis(desk: SarDesk) -> None:
    """Pickers above; then one chart, its table, and what stands outside of it."""
    if desk.year_be is None or not desk.reports:
        st.info("ยังไม่มีรายงานของปีนี้ เมื่อบันทึกรายงานแล้ว ผลสังเคราะห์จะอยู่ที่นี่")
        return
    synthesis = synthesis_of(desk.store, desk.year_be, confirmed_only=get(Key.SAR_CONFIRMED_ONLY, False))
    choice = pick(synthesis)
    level = choice.level
    st.markdown(_told(level, synthesis))
    if not level.n_counted:
        st.info(
            "ยังไม่มีรายงานของระดับนี้ที่ยืนยันแล้ว ปิด “เฉพาะที่ยืนยันแล้ว” เพื่อดูรวมฉบับร่าง"
            if synthesis.confirmed_only
            else "ยังไม่มีรายงานที่มีผลของระดับนี้"
        )
    elif choice.by == WHOLE:
        _show_whole(level, synthesis, with_items=choice.with_items)
    elif choice.by == YEARS:
        confirmed_only = synthesis.confirmed_only
        show_years(desk.store, desk.year_be, level, choice.number, confirmed_only=confirmed_only)
    else:
        _show_groups(level, synthesis, GroupKind(choice.by), choice.number)
    show_outside(level)


def _told(level: LevelSynthesis, synthesis: SarSynthesis) -> str:
    drafts = level.n_submitted - level.n_confirmed
    base = "ร้อยละคิดจากที่ยืนยันแล้ว" if synthesis.confirmed_only else "ร้อยละคิดจากที่ส่ง"
    return (
        f"ทั้งหมด **{level.n_schools:,}** แห่ง · เปิดสอนระดับ{level.level_of_education.label} "
        f"**{level.n_offering:,}** · ส่งแล้ว **{level.n_submitted:,}** "
        f"(ยืนยันแล้ว {level.n_confirmed:,} ฉบับร่าง {drafts:,}) · {base}"
    )


def _show_whole(level: LevelSynthesis, synthesis: SarSynthesis, *, with_items: bool) -> None:
    year_be, kept = synthesis.academic_year_be, level.level_of_education
    every = in_order(level) if with_items else list(level.standards)
    if any(row.n_rated for row in every):
        chart = make_level_chart(level, year_be, items=with_items)
        show_chart(chart, f"sar-levels-{kept}-{with_items}-{synthesis.confirmed_only}")
    show_levels(
        [
            FigureRow(
                {"มาตรฐานและประเด็น" if with_items else "มาตรฐาน": f"{row.number} {row.name}"},
                row,
                _cell(synthesis, level, row.standard, row.item),
            )
            for row in every
        ],
        f"{FigurePlace.SAR_SYNTHESIS}-{kept}-{with_items}-{synthesis.confirmed_only}",
    )
    if rounded_apart(every):
        st.caption(_ROUNDED)


def _show_groups(level: LevelSynthesis, synthesis: SarSynthesis, kind: GroupKind, number: str) -> None:
    groups = [group for group in synthesis.groups if group.kind is kind]
    kept = level.level_of_education
    parts = [(group, _part(group.levels, kept)) for group in groups]
    whole = pick_row(level, number)
    if whole.n_rated:
        drawing = make_group_chart(groups, kept, number, synthesis.academic_year_be)
        show_chart(drawing, f"sar-groups-{kind}-{kept}-{number}-{synthesis.confirmed_only}")
    cell = _cell(synthesis, level, whole.standard, whole.item)
    rows = [
        FigureRow(
            _heads(kind.label, group.label.removeprefix(kind.label).strip() or group.label, part),
            pick_row(part, number),
            replace(cell, group=kind, group_name=group.name),
        )
        for group, part in parts
    ]
    few = show_levels(
        [*rows, FigureRow(_heads(kind.label, "ทั้งเขต", level), whole, cell)],
        f"{FigurePlace.SAR_SYNTHESIS}-{kind}-{kept}-{number}-{synthesis.confirmed_only}",
        with_few=False,
        with_total=synthesis.confirmed_only,
    )
    if few:
        st.caption(f"แถวที่มีรายงานไม่ถึง {FEW} แห่งแสดงเฉพาะจำนวน เพราะร้อยละของจำนวนน้อยเปลี่ยนมากเมื่อต่างไปแห่งเดียว")


def _heads(what: str, name: str, part: LevelSynthesis) -> dict[str, str]:
    return {
        what: name,
        "ส่ง/เปิดสอน/ทั้งหมด": f"{part.n_submitted:,} / {part.n_offering:,} / {part.n_schools:,}",
    }


def _part(levels: Sequence[LevelSynthesis], kept: LevelOfEducation) -> LevelSynthesis:
    return next(level for level in levels if level.level_of_education is kept)


def _cell(synthesis: SarSynthesis, level: LevelSynthesis, standard: str, item: str) -> ReportedCount:
    return ReportedCount(
        synthesis.academic_year_be,
        level.level_of_education,
        standard,
        item=item,
        confirmed_only=synthesis.confirmed_only,
    )
