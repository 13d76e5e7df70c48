"""ข้อมูลใดมาแล้ว ขาด หรือเก่า: the board by domain, what each กลุ่มงาน owes, and schools."""

import streamlit as st

from lib.domain.freshness import State
from lib.domain.periods import Period, PeriodKind
from lib.services.analysis import known_years
from lib.services.evidence_focus import thai_today
from lib.services.freshness_requests import open_requests
from lib.thai.dates import academic_year_of, fiscal_year_of
from lib.ui.frame import open_desk
from lib.ui.freshness import board_of, show_groups, show_requests
from lib.ui.freshness_schools import show_schools
from lib.ui.pickers import place_of
from lib.ui.state import Key

VIEWS = {"groups": "ตามด้าน", "requests": "ขอจากกลุ่มงาน", "schools": "รายโรงเรียน"}

desk = open_desk()
today = thai_today()
st.title("ข้อมูลใดมาแล้ว ขาด หรือเก่า")
current = {PeriodKind.ACADEMIC_YEAR: academic_year_of(today), PeriodKind.FISCAL_YEAR: fiscal_year_of(today)}
keys = {PeriodKind.ACADEMIC_YEAR: Key.FRESHNESS_ACADEMIC, PeriodKind.FISCAL_YEAR: Key.FRESHNESS_FISCAL}
view_place, *year_places = st.columns([2, 1, 1], vertical_alignment="bottom")
periods = {}
for place, (kind, years) in zip(year_places, known_years(desk.data).items(), strict=True):
    options = sorted({*years, current[kind]}, reverse=True)
    chosen = desk.periods[kind].year_be if kind in desk.periods else current[kind]
    year_be = place.selectbox(f"{kind.label}ที่ดู", options, index=place_of(chosen, options), key=keys[kind])
    periods[kind] = Period(kind, year_be)
view = view_place.segmented_control(
    "มุมมอง",
    list(VIEWS),
    default="groups",
    format_func=VIEWS.__getitem__,
    key=Key.FRESHNESS_VIEW,
    required=True,
)
board = board_of(desk, periods, today)
count = {state: sum(row.state is state for row in board.rows) for state in State}
n_waited = len(board.rows) - count[State.NEVER]
st.markdown(
    f"ครบ **{count[State.FULL]:,}** จาก **{n_waited:,}** กลุ่มตัวชี้วัด · บางส่วน **{count[State.PART]:,}** · "
    f"ยังไม่มีของปีที่ดู **{count[State.OLD] + count[State.MISSING]:,}** · "
    f"ต้องขอ **{len(board.owed):,}** รายการ จาก **{len(open_requests(board)):,}** กลุ่มงาน · "
    f"ยังไม่มี SAR **{len(board.without_report):,}** จาก **{len(board.schools):,}** แห่ง"
)
if view == "requests":
    show_requests(board, desk, periods)
elif view == "schools":
    show_schools(board, desk, periods)
else:
    show_groups(board, desk)
