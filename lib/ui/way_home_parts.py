"""The figures that another is made of, as a table that leads on to each of them."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from lib.domain.figures import FigureId
from lib.domain.findings import Finding
from lib.services.way_home_findings import FindingFigure
from lib.services.way_home_steps import plain_number
from lib.services.way_home_view import Lead, MadeView, Part
from lib.ui.figure_tables import pick_cell
from lib.ui.plain import plain
from lib.ui.way_home_stops import Stop, go_on

_ROW_HEIGHT, _MOST_ROWS = 36, 11
_PARTS, _LEADS, _FIGURES = "way-home-parts", "way-home-leads", "way-home-figures"
_FINDINGS = "way-home-findings"


def show_made(view: MadeView, *, key: str) -> None:
    """The sum in words and numbers, then what it is made of."""
    st.subheader(plain(view.printed), anchor=False)
    st.markdown("  \n".join(plain(line) for line in view.formula))
    if view.leads:
        st.markdown("**ตัวเลขที่ใช้** คลิกเพื่อดูที่มา")
        _show_leads(view.leads, key)
    if view.parts:
        st.markdown(f"**ประกอบด้วย {len(view.parts):,} รายการ** คลิกแถวเพื่อดูเซลล์ในไฟล์")
        _show_parts(view.parts, key)


def show_finding_figures(figures: tuple[FindingFigure, ...], *, key: str) -> None:
    """Every figure of a sentence; those with a way home lead on."""
    lines = [
        {
            "ตัวเลขในข้อความ": each.label,
            "ค่า": each.printed,
            "ที่มา": "คลิกเพื่อดู" if each.figure else each.remark,
        }
        for each in figures
    ]
    _show_ways(lines, [each.figure for each in figures], f"{_FIGURES}-{key}")


def show_findings(findings: Sequence[Finding], *, key: str) -> None:
    """Findings that a number counts; each leads on to its figures."""
    st.markdown(f"**ประกอบด้วย {len(findings):,} ข้อ** คลิกข้อความเพื่อดูตัวเลขของข้อนั้น")
    lines = [{"ข้อค้นพบ": each.sentence} for each in findings]
    _show_ways(lines, [Stop(finding_id=each.id) for each in findings], f"{_FINDINGS}-{key}")


def _show_leads(leads: tuple[Lead, ...], key: str) -> None:
    lines = [{"รายการ": lead.label, "ค่า": lead.printed} for lead in leads]
    _show_ways(lines, [lead.figure for lead in leads], f"{_LEADS}-{key}")


def _show_ways(lines: list[dict[str, str]], ways: Sequence[FigureId | Stop | None], name: str) -> None:
    """A short table whose rows lead on."""
    st.dataframe(
        lines,
        hide_index=True,
        width="stretch",
        row_height=_ROW_HEIGHT,
        key=name,
        on_select=partial(pick_cell, name, ways, go_on),
        selection_mode="single-cell",
    )


def _show_parts(parts: tuple[Part, ...], key: str) -> None:
    name = f"{_PARTS}-{key}"
    st.dataframe(
        [_line(part, parts) for part in parts],
        hide_index=True,
        width="stretch",
        height=_ROW_HEIGHT * (min(len(parts), _MOST_ROWS) + 1) + 3,
        row_height=_ROW_HEIGHT,
        placeholder="–",
        key=name,
        on_select=partial(pick_cell, name, [part.figure for part in parts], go_on),
        selection_mode="single-cell",
        column_config={
            "ค่า": st.column_config.TextColumn(alignment="right"),
            "น้ำหนัก (%)": st.column_config.NumberColumn(format="%.2f"),
        },
    )


def _line(part: Part, parts: tuple[Part, ...]) -> dict[str, object]:
    """Columns that no part fills are left away."""
    line: dict[str, object] = {"รายการ": part.name}
    if len({each.period for each in parts}) > 1:
        line["ปี"] = part.period
    if any(each.value is not None for each in parts):
        line["ค่า"] = None if part.value is None else plain_number(part.value)
    if any(each.n is not None for each in parts):
        line["จำนวน"] = part.n
    if any(each.weight_pct is not None for each in parts):
        line["น้ำหนัก (%)"] = part.weight_pct
    if any(each.remark for each in parts):
        line["นับเป็น"] = part.remark
    line["ไฟล์"] = part.source_file
    if any(each.source_ref for each in parts):
        line["ชีตและเซลล์"] = part.source_ref
    return line
