"""The dialog “ที่มาของตัวเลข”: from any figure of any page to its cell, or to what it was made of."""

import streamlit as st

from lib.domain.figures import FigureId
from lib.services.way_home import IN_A_FILE, made_view, periods_for, title_of
from lib.services.way_home_findings import finding_figures
from lib.ui.external_way_home import show_external
from lib.ui.frame import Desk, open_desk
from lib.ui.messages import errors_shown
from lib.ui.plain import plain
from lib.ui.resources import examination, findings
from lib.ui.way_home_cell import show_cell
from lib.ui.way_home_load import show_load
from lib.ui.way_home_matrix import show_matrix_cell
from lib.ui.way_home_parts import show_finding_figures, show_findings, show_made
from lib.ui.way_home_report import show_reported
from lib.ui.way_home_said import show_said
from lib.ui.way_home_stops import Stop, go_back, leave, stops

_BACK = "way-home-back"


def show_way_home() -> None:
    """Draw the dialog while a figure is being looked at."""
    if stops():
        _dialog(open_desk())


@st.dialog("ที่มาของตัวเลข", width="large", on_dismiss=leave)
def _dialog(desk: Desk) -> None:
    passed = stops()
    if not passed:
        return
    if len(passed) > 1:
        st.button("กลับไปตัวเลขก่อนหน้า", key=_BACK, icon=":material/arrow_back:", on_click=go_back)
    with errors_shown():
        _show_stop(desk, passed[-1], key=str(len(passed)))


def _show_stop(desk: Desk, stop: Stop, *, key: str) -> None:
    if stop.figure is not None:
        _show_figure(desk, stop.figure, stop.dataset_id, key=key)
    elif stop.reported is not None:
        show_reported(desk, stop.reported, key=key)
    elif stop.matrix is not None:
        show_matrix_cell(desk, stop.matrix, key=key)
    elif stop.said is not None:
        show_said(desk, stop.said, key=key)
    elif stop.external is not None:
        show_external(desk.store, stop.external, key=key)
    elif stop.finding_id:
        _show_finding(desk, stop.finding_id, key=key)
    elif stop.findings:
        every = findings(desk.store, desk.data, desk.periods).findings
        show_findings([each.finding for each in every if each.finding.id in stop.findings], key=key)
    else:
        show_load(desk, stop.dataset_id, key=key)


def _show_figure(desk: Desk, figure: FigureId, dataset_id: int, *, key: str) -> None:
    what, of = title_of(desk.data, figure)
    st.markdown(f"**{plain(what)}** · {plain(of)}")
    if figure.kind in IN_A_FILE:
        show_cell(desk, figure, dataset_id)
        return
    found = examination(desk.store, desk.data, periods_for(desk.periods, figure))
    show_made(made_view(desk.data, found, figure), key=key)


def _show_finding(desk: Desk, finding_id: str, *, key: str) -> None:
    every = findings(desk.store, desk.data, desk.periods).findings
    each = next((each for each in every if each.finding.id == finding_id), None)
    if each is None:
        st.info("ข้อค้นพบนี้ไม่มีแล้ว เพราะข้อมูลหรือปีที่เลือกเปลี่ยนไป")
        return
    st.text(each.finding.sentence)
    if each.review.sentence_text:
        st.caption("ข้อความนี้เป็นของโปรแกรม ข้อความที่แก้ไว้ใช้ตัวเลขชุดเดียวกัน")
    show_finding_figures(
        finding_figures(each.finding, examination(desk.store, desk.data, desk.periods)), key=key
    )
