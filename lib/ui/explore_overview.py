"""The first view of the explore page: the four domains, and the indicators of one of them."""

from collections.abc import Sequence

import streamlit as st

from lib.domain.figures import FigureId, FigureKind
from lib.domain.periods import PeriodKind
from lib.services.explore_overview import (
    DomainGlance,
    IndicatorLine,
    Standing,
    domain_sentence,
)
from lib.ui.explore_path import go_to
from lib.ui.figure_tables import FigurePlace, show_figures
from lib.ui.plain import plain
from lib.ui.state import Key, put

_ROW_HEIGHT = 40
_MOST_ROWS = 14
_SHOWN: dict[Standing, str] = {
    "reached": "ถึงเป้าหมาย",
    "below": "ยังไม่ถึงเป้าหมาย",
    "untargeted": "ไม่มีเป้าหมาย",
}
_YEARS = {PeriodKind.ACADEMIC_YEAR: "", PeriodKind.FISCAL_YEAR: "งบ "}


def show_glances(glances: Sequence[DomainGlance], domain: str) -> None:
    """A card per domain with what stands out; its name chooses the domain."""
    for column, glance in zip(st.columns(len(glances)), glances, strict=True):
        with column, st.container(border=True, gap="xsmall"):
            st.button(
                f"ด้าน{plain(glance.name)}",
                key=f"explore-domain-{glance.domain_id}",
                icon=":material/check:" if glance.domain_id == domain else None,
                width="stretch",
                on_click=go_to,
                kwargs={"domain": glance.domain_id},
            )
            told = [f"{words} **{glance.counts[standing]:,}** ตัว" for standing, words in _SHOWN.items()]
            st.markdown("  \n".join(told))
            st.caption(
                f"▲ จุดเด่นของเขต {glance.n_strengths:,} ข้อ  \n▼ จุดที่ควรพัฒนา {glance.n_improvements:,} ข้อ"
            )


def show_domain(glance: DomainGlance, lines: Sequence[IndicatorLine]) -> None:
    """One domain in a sentence, and its indicators as a table; a row leads to its indicator."""
    st.markdown(plain(domain_sentence(glance, lines)))
    _show_lines(lines, glance.domain_id)
    st.caption(
        "คลิกชื่อเพื่อดูตัวชี้วัดนั้น คลิกตัวเลขเพื่อดูที่มา · “งบ” คือปีงบประมาณ นอกนั้นเป็นปีการศึกษา · "
        "“แยกไม่ออก” คือการเปลี่ยนแปลงที่ยังแยกไม่ออกจากความผันผวน ที่ไม่มีคำนี้คือเกินความผันผวน หรือนับครบจึงไม่มีความผันผวน · "
        "“– จำนวนน้อย” คือจำนวนรวมน้อยกว่าขั้นต่ำของตัวชี้วัด จึงไม่ตัดสิน · แถวล่างเป็นข้อมูลพื้นฐาน ไม่มีข้อค้นพบ"
    )


def _show_lines(lines: Sequence[IndicatorLine], domain: str) -> None:
    def choose(row: int) -> None:
        put(Key.INDICATOR, lines[row].indicator_id)

    def ways(kind: FigureKind, subject: str = "") -> list[FigureId]:
        return [FigureId(kind, line.indicator_id, line.period, subject) for line in lines]

    changes = [
        FigureId(FigureKind.AREA_CHANGE, line.indicator_id, line.period, since_be=line.since_be)
        if line.since_be
        else None
        for line in lines
    ]
    show_figures(
        [
            {
                "name": line.short_name,
                "period": f"{_YEARS[line.period.kind]}{line.period.year_be}",
                "value": line.value,
                "n": line.n,
                "target": line.target,
                "status": line.status,
                "change": line.change,
                "coverage": line.coverage,
            }
            for line in lines
        ],
        key="-".join([FigurePlace.OVERVIEW, domain, *sorted({line.period.label for line in lines})]),
        ways={
            "value": _where(lines, ways(FigureKind.AREA), "value"),
            "n": _where(lines, ways(FigureKind.AREA), "n"),
            "target": _where(lines, ways(FigureKind.CATALOGUE, "target"), "target"),
            "change": changes,
            "coverage": _where(lines, ways(FigureKind.COVERAGE), "coverage"),
        },
        on_row=choose,
        height=_ROW_HEIGHT * (min(len(lines), _MOST_ROWS) + 1) + 3,
        row_height=_ROW_HEIGHT,
        placeholder="–",
        column_config={
            "name": st.column_config.TextColumn("ตัวชี้วัด", width=152),
            "period": st.column_config.TextColumn("ปี", width=66),
            "value": st.column_config.TextColumn("ค่าของเขต", width=126),
            "n": st.column_config.TextColumn("จากจำนวน", width=116),
            "target": st.column_config.TextColumn("เป้าหมาย", width=84),
            "status": st.column_config.TextColumn("เทียบเป้าหมาย", width=104),
            "change": st.column_config.TextColumn("จากปีก่อน", width=128),
            "coverage": st.column_config.TextColumn("มีค่า", width=68, help="โรงเรียนที่มีค่า จากโรงเรียนที่ควรมี"),
        },
    )


def _where(lines: Sequence[IndicatorLine], figures: Sequence[FigureId], column: str) -> list[FigureId | None]:
    """The way of each row whose cell says anything."""
    return [
        figure if getattr(line, column) and line.standing != "missing" else None
        for line, figure in zip(lines, figures, strict=True)
    ]
