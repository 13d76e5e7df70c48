"""Which themes are looked at: side, level of education, cluster, drafts or not."""

from dataclasses import dataclass

import streamlit as st

from lib.domain.assessments import LevelOfEducation, StatementKind
from lib.domain.theme_synthesis import ThemedStatement, ThemeFigure
from lib.thai.text import sort_key
from lib.ui.pickers import keep_within
from lib.ui.sar_desk import SarDesk
from lib.ui.state import Key

_ALL = ""
_OPEN_LEVEL = "not_told"
_NAMES: dict[str, LevelOfEducation | None] = {
    LevelOfEducation.BASIC.value: LevelOfEducation.BASIC,
    LevelOfEducation.EARLY_CHILDHOOD.value: LevelOfEducation.EARLY_CHILDHOOD,
    _OPEN_LEVEL: None,
}
KIND_WORDS = {
    StatementKind.STRENGTH: "จุดเด่น",
    StatementKind.IMPROVEMENT_AREA: "จุดที่ควรพัฒนา",
    StatementKind.PLAN: "แผน",
    StatementKind.SUGGESTION: "ข้อเสนอแนะ",
}


@dataclass(frozen=True, slots=True)
class ThemeChoices:
    """What the pickers say; ``clusters`` empty for all."""

    kind: StatementKind
    level: LevelOfEducation | None
    clusters: frozenset[str]
    confirmed_only: bool
    year_be: int

    @property
    def key(self) -> str:
        """Part of a widget's key that parts these choices from others."""
        return f"{self.kind}-{self.level or _OPEN_LEVEL}"

    def takes(self, statement: ThemedStatement) -> bool:
        return (statement.kind, statement.level_of_education) == (self.kind, self.level)

    def figure(
        self, theme_id: str, *, year_be: int = 0, cluster: str = "", both_sides: bool = False
    ) -> ThemeFigure:
        """The name of a count under these choices."""
        return ThemeFigure(
            year_be or self.year_be,
            self.kind,
            self.level,
            theme_id,
            (cluster,) if cluster else tuple(self.clusters),
            both_sides,
            self.confirmed_only,
        )


def pick_themes(sar: SarDesk, year_be: int) -> ThemeChoices:
    """Draw the pickers in one row."""
    clusters = sorted({school.cluster for school in sar.schools if school.cluster}, key=sort_key)
    keep_within(Key.SAR_THEME_CLUSTER, [_ALL, *clusters])
    first, second, third, fourth = st.columns([4, 4, 4, 5], vertical_alignment="bottom")
    kind = first.selectbox(
        "ด้าน",
        [each.value for each in StatementKind],
        format_func=lambda each: KIND_WORDS[StatementKind(each)],
        key=Key.SAR_THEME_KIND,
    )
    level = second.selectbox(
        "ระดับการศึกษา",
        list(_NAMES),
        format_func=lambda each: told.label if (told := _NAMES[each]) else "รายงานไม่ระบุระดับ",
        key=Key.SAR_THEME_LEVEL,
    )
    cluster = third.selectbox(
        "กลุ่มโรงเรียน",
        [_ALL, *clusters],
        format_func=lambda each: each or "ทุกกลุ่ม",
        key=Key.SAR_THEME_CLUSTER,
    )
    confirmed = fourth.toggle(
        "เฉพาะที่ยืนยันแล้ว", key=Key.SAR_CONFIRMED_ONLY, help="ไม่นับฉบับร่างที่ยังไม่มีผู้ตรวจเทียบกับข้อความในรายงาน"
    )
    return ThemeChoices(
        StatementKind(kind), _NAMES[level], frozenset([cluster] if cluster else []), confirmed, year_be
    )
