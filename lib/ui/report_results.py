"""The results tables of the report as they will be printed, each figure one click from its source."""

import streamlit as st

from lib.analysis.examination import Examination
from lib.domain.figures import FigureId, FigureKind
from lib.domain.report_content import DomainResults, FigureRow, ReportContent
from lib.services.way_home import stated_id
from lib.ui.figure_tables import FigurePlace, show_figures

_ROW_HEIGHT = 36
_WIDTHS = {
    "ตัวชี้วัด": 250,
    "ปี": 120,
    "ผล": 70,
    "จำนวน": 70,
    "เป้าหมาย": 75,
    "ค่าเปรียบเทียบ": 115,
    "จากปีก่อน": 80,
    "โรงเรียนที่ถึงเป้าหมาย": 130,
}
_WORDS = 2


def show_results(content: ReportContent, found: Examination) -> None:
    """One table per domain, as chapter 4 prints them."""
    for domain in content.domains:
        if domain.rows:
            st.markdown(f"**{domain.name}**")
            _show_domain(domain, found)


def _show_domain(domain: DomainResults, found: Examination) -> None:
    def ways(kind: FigureKind, subject: str = "") -> list[FigureId | None]:
        return [_figure(row, found, kind, subject) for row in domain.rows]

    show_figures(
        [
            {
                "ตัวชี้วัด": row.name,
                "ปี": row.period,
                "ผล": row.value_text,
                "จำนวน": row.n_text,
                "เป้าหมาย": row.target_text,
                "ค่าเปรียบเทียบ": row.benchmark_text,
                "จากปีก่อน": row.change_text,
                "โรงเรียนที่ถึงเป้าหมาย": row.meeting_text,
            }
            for row in domain.rows
        ],
        key=f"{FigurePlace.RESULTS}-{domain.domain_id}",
        ways={
            "ผล": ways(FigureKind.AREA),
            "จำนวน": ways(FigureKind.AREA),
            "เป้าหมาย": ways(FigureKind.CATALOGUE, "target"),
            "ค่าเปรียบเทียบ": [_benchmark(row, found) for row in domain.rows],
            "จากปีก่อน": [_change(row, found) for row in domain.rows],
            "โรงเรียนที่ถึงเป้าหมาย": ways(FigureKind.MEETING),
        },
        height=_ROW_HEIGHT * (len(domain.rows) + 1) + 3,
        row_height=_ROW_HEIGHT,
        column_config={
            name: st.column_config.TextColumn(width=width, alignment="left" if place < _WORDS else "right")
            for place, (name, width) in enumerate(_WIDTHS.items())
        },
    )


def _figure(row: FigureRow, found: Examination, kind: FigureKind, subject: str = "") -> FigureId:
    return FigureId(kind, row.indicator_id, found.cube.periods[found.place(row.indicator_id)], subject)


def _benchmark(row: FigureRow, found: Examination) -> FigureId | None:
    if row.benchmark_of is None:
        return None
    scope, name = row.benchmark_of
    return stated_id(row.indicator_id, found.cube.periods[found.place(row.indicator_id)], scope, name)


def _change(row: FigureRow, found: Examination) -> FigureId | None:
    place = found.place(row.indicator_id)
    change = found.change_all[place]
    if change is None:
        return None
    return FigureId(
        FigureKind.AREA_CHANGE, row.indicator_id, found.cube.periods[place], since_be=change.year_be
    )
