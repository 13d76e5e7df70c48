"""External assessment on a school's page: words of each round and how many recommendations are open."""

from datetime import date

import streamlit as st

from lib.services.external_board import load_school_board
from lib.storage.engine import Store
from lib.thai.dates import format_date
from lib.ui.external_desk import ROW_HEIGHT
from lib.ui.figure_tables import FigurePlace, show_figures
from lib.ui.plain import plain
from lib.ui.state import Key, put
from lib.ui.way_home_stops import Stop


def show_school_external(store: Store, school_id: str, today: date) -> None:
    """One row per round, phase and level of education; a word leads to its cell or page."""
    st.subheader("ผลประเมินภายนอก (สมศ.)")
    board = load_school_board(store, school_id, today)
    if not board.outcomes:
        st.markdown("ยังไม่มีผลประเมินภายนอกของโรงเรียนนี้ในระบบ")
        return
    standards = sorted({(not each.standard, each.standard) for one in board.outcomes for each in one.results})
    heads = {standard: f"มฐ.{standard}" if standard else "ภาพรวม" for _, standard in standards}
    rows: list[dict[str, str | None]] = []
    ways: dict[str, list[Stop | None]] = {head: [] for head in heads.values()}
    for one in board.outcomes:
        told = {each.standard: each for each in one.results}
        row: dict[str, str | None] = {
            "รอบ": one.told,
            "ระดับการศึกษา": one.level_name,
            "ประเมินเมื่อ": format_date(one.assessed_on, short=True) if one.assessed_on else None,
        }
        for standard, head in heads.items():
            result = told.get(standard)
            row[head] = result.result if result else None
            ways[head].append(Stop(external=result.way) if result else None)
        rows.append(row)
    show_figures(rows, key=FigurePlace.SCHOOL_EXTERNAL, ways=ways, row_height=ROW_HEIGHT, placeholder="–")
    waiting = [each for each in board.recommendations if each.is_open]
    if waiting:
        st.markdown(f"ข้อเสนอแนะที่ยังไม่เสร็จ **{len(waiting):,}** จาก **{len(board.recommendations):,}** ข้อ")
        st.markdown(
            "\n".join(
                f"- {plain(f'{each.statement.text} ({each.follow_up.status.label})')}" for each in waiting
            )
        )
    if st.button(
        "ติดตามข้อเสนอแนะในหน้าผลประเมินภายนอก", key=f"{FigurePlace.SCHOOL_EXTERNAL}-go", type="tertiary"
    ):
        put(Key.EXTERNAL_VIEW, "recommendations")
        st.switch_page("pages/external_assessment.py")
