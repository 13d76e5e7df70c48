"""The schools behind one count of own levels against results, each with its report and its figure."""

from functools import partial

import streamlit as st

from lib.domain.figures import FigureId, FigureKind
from lib.domain.self_rating_matrix import MatrixCellId, RatedSchool
from lib.services.self_rating_charts import WITHOUT_LEVEL, level_label, why_unmeasured
from lib.ui.frame import Desk
from lib.ui.plain import plain
from lib.ui.self_rating_resources import matrix_of
from lib.ui.way_home_stops import Stop, go_on

_ROW_HEIGHT, _MOST_ROWS = 36, 14
_LEVEL, _RESULT = "ระดับที่ประเมินตนเอง", "ผลที่เทียบ"


def show_matrix_cell(desk: Desk, cell: MatrixCellId, *, key: str) -> None:
    """The schools of a cell by cluster and name; a level leads to the report, a result to its figure."""
    matrix = matrix_of(
        desk, cell.academic_year_be, cell.about, cell.indicator_id, with_drafts=cell.with_drafts
    )
    schools = () if matrix is None else matrix.cell(cell.level, cell.measured)
    st.markdown(
        f"**ประเมินตนเอง {plain(level_label(cell.level))} และผล{cell.measured.label}** · "
        f"{plain(matrix.about.name if matrix else '')} · ปีการศึกษา {cell.academic_year_be}"
    )
    st.subheader(f"{len(schools):,} แห่ง", anchor=False)
    if not schools:
        st.info("ไม่มีโรงเรียนในช่องนี้แล้ว เพราะข้อมูลหรือปีที่เลือกเปลี่ยนไป")
        return
    st.markdown(f"**ประกอบด้วย {len(schools):,} แห่ง** คลิกระดับเพื่อดูข้อความในรายงาน คลิกผลเพื่อดูที่มาของตัวเลข")
    name = f"way-home-matrix-{key}"
    st.dataframe(
        [_row(school) for school in schools],
        hide_index=True,
        width="stretch",
        height=_ROW_HEIGHT * (min(len(schools), _MOST_ROWS) + 1) + 3,
        row_height=_ROW_HEIGHT,
        key=name,
        on_select=partial(_picked, name, schools),
        selection_mode="single-cell",
    )


def _row(school: RatedSchool) -> dict[str, str]:
    return {
        "โรงเรียน": school.name,
        "กลุ่มโรงเรียน": school.cluster,
        _LEVEL: f"{WITHOUT_LEVEL if school.level is None else school.level_label} {school.place}".strip(),
        _RESULT: result_words(school) or school.doubt or why_unmeasured(school),
    }


def result_words(school: RatedSchool) -> str:
    """The first result that puts a school where it stands, and how many more do."""
    told = [result for result in school.results if result.own] or []
    telling = [result for result in told if result.measured is school.measured] or told
    if not telling:
        return ""
    more = f" และอีก {len(telling) - 1:,} ตัวชี้วัด" if len(telling) > 1 else ""
    return f"{telling[0].short} {telling[0].own}{more}"


def result_way(school: RatedSchool) -> FigureId | None:
    """The way home of that result's figure."""
    told = [result for result in school.results if result.own]
    first = next((r for r in told if r.measured is school.measured), next(iter(told), None))
    if first is None:
        return None
    return FigureId(FigureKind.SCHOOL, first.indicator_id, first.period, school.school_id)


def _picked(name: str, schools: tuple[RatedSchool, ...]) -> None:
    cells = st.session_state[name]["selection"]["cells"]
    if cells:
        row, column = cells[0]
        school = schools[row]
        way: FigureId | Stop | None = (
            result_way(school) if column == _RESULT else Stop(reported=school.way) if school.way else None
        )
        if way is not None:
            go_on(way)
    st.session_state[name] = {"selection": {"rows": [], "columns": [], "cells": []}}
