"""Reports that the table of a level of education leaves out, each with the reason."""

from collections.abc import Sequence

import streamlit as st

from lib.domain.assessment_synthesis import LevelSynthesis, SchoolReport
from lib.ui.plain import plain


def show_outside(level: LevelSynthesis) -> None:
    """One line each for other sets of standards, missing parts, and levels the register does not know."""
    name = level.level_of_education.label
    lines = [
        _line(f"{each.name} {len(each.schools):,} แห่ง: {each.reason} จึงไม่รวมกับชุดปัจจุบัน", each.schools)
        for each in level.apart
    ]
    if level.without_part:
        lines.append(
            _line(
                f"ส่งรายงานแล้วแต่ไม่พบผลของระดับ{name} {len(level.without_part):,} แห่ง "
                "ทะเบียนระบุว่าเปิดสอน จึงยังไม่นับว่าส่งของระดับนี้",
                level.without_part,
            )
        )
    if level.not_offered:
        lines.append(
            _line(
                f"รายงานมีผลของระดับ{name} แต่ทะเบียนระบุว่าไม่เปิดสอน {len(level.not_offered):,} แห่ง "
                "ไม่นับในตาราง ตรวจทะเบียนหรือรายงาน",
                level.not_offered,
            )
        )
    if lines:
        st.markdown("**ไม่อยู่ในตารางข้างต้น**")
        st.markdown("\n".join(f"- {line}" for line in lines))


def _line(words: str, schools: Sequence[SchoolReport]) -> str:
    return f"{plain(words)} ({plain(', '.join(school.name for school in schools))})"
