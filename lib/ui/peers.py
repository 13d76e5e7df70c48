"""The like schools of a school: what makes them alike, how they stand, and the list to change."""

from typing import TYPE_CHECKING

import streamlit as st

from lib.analysis.examination import Examination
from lib.domain.figures import FigureId, FigureKind
from lib.domain.schools import School
from lib.services.explore import IndicatorView
from lib.services.peer_charts import peer_rows
from lib.services.peers import PeerView, load_peers
from lib.ui.charts import show_chart
from lib.ui.dialogs import is_open, open_dialog
from lib.ui.explore_resources import peer_drawing
from lib.ui.figure_tables import FigurePlace, show_figures
from lib.ui.frame import Desk
from lib.ui.kept_messages import show_message
from lib.ui.peers_edit import edit_peers
from lib.ui.plain import plain
from lib.ui.state import Key, put

if TYPE_CHECKING:
    import pandas as pd

_ROW_HEIGHT = 36
_DIALOG = "peers"


def show_peers(desk: Desk, found: Examination, school: School, view: IndicatorView | None = None) -> None:
    """The like schools in a fold; with an indicator also a picture and each school's figure."""
    peers = load_peers(desk.store, desk.data, found, school.school_id)
    show_message(_DIALOG)
    with st.expander(f"โรงเรียนใกล้เคียงที่ใช้เทียบ {len(peers.peers):,} แห่ง", key="explore-peers"):
        st.markdown(plain(peers.sentence))
        st.markdown(
            "\n".join(
                f"- {each.label}: โรงเรียนนี้ **{plain(each.own)}** · ใกล้เคียง {plain(each.of_peers)}"
                for each in peers.alike
            )
        )
        for sentence in peers.unused:
            st.caption(plain(sentence))
        if peers.taken_out:
            names = " · ".join(each.name for each in peers.taken_out)
            st.caption(plain(f"ที่คำนวณได้แต่เอาออก: {names}"))
        if view is not None and peers.peers:
            _show_figures(desk, found, view, peers)
        st.button("แก้รายการโรงเรียนใกล้เคียง", key=Key.PEERS_EDIT, on_click=open_dialog, args=(_DIALOG,))
    if is_open(_DIALOG):
        edit_peers(desk, peers, _DIALOG)


def _show_figures(desk: Desk, found: Examination, view: IndicatorView, peers: PeerView) -> None:
    drawing = peer_drawing(desk, found, view, peers)
    if drawing is not None:
        show_chart(drawing, key=f"peers-{view.indicator.id}-{peers.school.school_id}")
    rows = peer_rows(view, peers)
    _show_table(view, rows[~rows["own"]].reset_index(drop=True), peers.school)


def _show_table(view: IndicatorView, rows: "pd.DataFrame", school: School) -> None:
    ids, valued = list(rows["school_id"]), list(rows["value"].notna())

    def choose(row: int) -> None:
        put(Key.SCHOOL, ids[row])

    def ways(kind: FigureKind) -> list[FigureId | None]:
        figures = [FigureId(kind, view.indicator.id, view.summary.period, one) for one in ids]
        return [figure if has else None for figure, has in zip(figures, valued, strict=True)]

    shown = ["school_name", "pupils", "disadvantaged_pct", "value", "n", "relation_text", "list"]
    if not view.indicator.has_n:
        shown.remove("n")
    if rows["disadvantaged_pct"].isna().all():
        shown.remove("disadvantaged_pct")
    show_figures(
        rows.assign(list=["เพิ่มเอง" if picked else "คำนวณ" for picked in rows["picked"]])[shown],
        key=f"{FigurePlace.PEERS}-{view.indicator.id}-{view.summary.period.year_be}-{view.data_version}-{school.school_id}",
        ways={
            "value": ways(FigureKind.SCHOOL),
            "n": ways(FigureKind.SCHOOL),
            "relation_text": ways(FigureKind.RELATION),
        },
        on_row=choose,
        height=_ROW_HEIGHT * (len(rows) + 1) + 3,
        row_height=_ROW_HEIGHT,
        placeholder="–",
        column_config={
            "school_name": st.column_config.TextColumn("โรงเรียนใกล้เคียง", width=230),
            "pupils": st.column_config.NumberColumn("นักเรียน", format="localized", width=75),
            "disadvantaged_pct": st.column_config.NumberColumn("ยากจน (%)", format="%.0f", width=80),
            "value": st.column_config.NumberColumn(f"ค่า ({view.words.unit})", format="%.2f", width=90),
            "n": st.column_config.NumberColumn("จำนวน", help=view.indicator.denominator, width=70),
            "relation_text": st.column_config.TextColumn("เทียบกับเขต", width=150),
            "list": st.column_config.TextColumn("มาจาก", width=85),
        },
    )
