"""Schools against groups of figures: who has sent what, and the blank workbook of what one school lacks."""

import streamlit as st

from lib.domain.freshness import Board, BoardRow, Mark, State
from lib.domain.schools import School
from lib.services.analysis import Periods
from lib.services.freshness_requests import describe_marks, school_files, school_gaps
from lib.thai.text import sort_key
from lib.ui.frame import Desk
from lib.ui.freshness import show_files
from lib.ui.pickers import keep_within
from lib.ui.plain import plain
from lib.ui.state import Key

_SIGNS = {Mark.FULL: "●", Mark.PART: "◐", Mark.NONE: "○", Mark.NOT_TAUGHT: "–"}
_EVERY = ""
_ROW_HEIGHT = 35
_MOST_ROWS = 16
_NAME_WIDTH, _SIGN_WIDTH = 230, 96
_BY_NAME, _BY_CLUSTER = "ชื่อโรงเรียน", "กลุ่มโรงเรียน"


def show_schools(board: Board, desk: Desk, periods: Periods) -> None:
    """The matrix of one domain or of all, narrowed by cluster; schools by name or cluster, never by rank."""
    if not board.schools:
        st.info("ยังไม่มีโรงเรียนในทะเบียน")
        return
    domains = {area.id: area.short_name for area in desk.data.catalogue.domains}
    clusters = sorted({school.cluster for school in board.schools if school.cluster}, key=sort_key)
    one, two, three = st.columns(3)
    keep_within(Key.FRESHNESS_DOMAIN, (_EVERY, *domains))
    domain = one.selectbox(
        "ด้าน",
        (_EVERY, *domains),
        format_func=lambda each: domains.get(each, "ทุกด้าน"),
        key=Key.FRESHNESS_DOMAIN,
    )
    keep_within(Key.FRESHNESS_CLUSTER, (_EVERY, *clusters))
    cluster = two.selectbox(
        "กลุ่มโรงเรียน",
        (_EVERY, *clusters),
        format_func=lambda each: each or "ทุกกลุ่ม",
        key=Key.FRESHNESS_CLUSTER,
    )
    order = three.selectbox("เรียงตาม", (_BY_NAME, _BY_CLUSTER), key=Key.FRESHNESS_ORDER)
    shown = [
        (at, school) for at, school in enumerate(board.schools) if not cluster or school.cluster == cluster
    ]
    shown.sort(
        key=lambda one: (
            sort_key(one[1].cluster) if order == _BY_CLUSTER else ("", ""),
            sort_key(one[1].name),
        )
    )
    rows = [row for row in board.rows if row.state is not State.NEVER and row.n_expected]
    table = [_line(board, rows, at, school, domain, domains) for at, school in shown]
    st.dataframe(
        table,
        hide_index=True,
        width="stretch",
        row_height=_ROW_HEIGHT,
        height=_ROW_HEIGHT * (min(len(table), _MOST_ROWS) + 1) + 3,
        # Names stay in view while many narrow columns are scrolled.
        column_config={
            each: st.column_config.TextColumn(width=_SIGN_WIDTH if domain else None)
            for line in table[:1]
            for each in line
        }
        | {"โรงเรียน": st.column_config.TextColumn(pinned=bool(domain), width=_NAME_WIDTH)},
        key=f"{Key.FRESHNESS_DOMAIN}-table",
    )
    st.caption("● มีครบ · ◐ มีบางส่วน · ○ ยังไม่มี · – ไม่เปิดสอนชั้นนั้น ตัวเลขหลังเครื่องหมายคือกลุ่มตัวชี้วัดที่ครบจากที่ต้องมี")
    _show_one_school(board, desk, periods, [school for _, school in shown])


def _line(
    board: Board, rows: list[BoardRow], at: int, school: School, domain: str, domains: dict[str, str]
) -> dict[str, str]:
    line = {"โรงเรียน": school.name}
    for row in rows:
        if row.domain == domain:
            name = row.name if row.name not in line else f"{row.name} ({row.owner})"
            line[name] = _SIGNS[row.marks[at]]
    if not domain:
        line["กลุ่มโรงเรียน"] = school.cluster
        for each, name in domains.items():
            line[name] = describe_marks([row.marks[at] for row in rows if row.domain == each])
    if not domain or domain == "academic":
        line["SAR"] = _SIGNS[Mark.NONE if school.school_id in board.without_report else Mark.FULL]
    return line


def _show_one_school(board: Board, desk: Desk, periods: Periods, schools: list[School]) -> None:
    by_id = {school.school_id: school for school in schools}
    keep_within(Key.FRESHNESS_SCHOOL, by_id)
    chosen = st.selectbox(
        "แบบเก็บข้อมูลของโรงเรียน",
        list(by_id),
        index=None,
        placeholder="เลือกโรงเรียน",
        format_func=lambda each: by_id[each].name,
        key=Key.FRESHNESS_SCHOOL,
    )
    if chosen is None:
        return
    gaps = school_gaps(board, chosen)
    without = " · ยังไม่มี SAR" if chosen in board.without_report else ""
    if not gaps:
        st.success(f"โรงเรียน{plain(by_id[chosen].name)}มีข้อมูลครบทุกกลุ่ม{without}")
        return
    names = plain(" · ".join(dict.fromkeys(row.name for row in gaps)))
    st.markdown(f"ขาด {len(gaps):,} กลุ่ม: {names}{without}")
    store, data, school = desk.store, desk.data, by_id[chosen]
    show_files(
        "ดาวน์โหลดแบบเก็บข้อมูลของโรงเรียนนี้",
        lambda: school_files(store, data, board, school, periods),
        gaps,
        key=f"{Key.FRESHNESS_SCHOOL}-{chosen}",
        whom=f"โรงเรียน{school.name}",
    )
