"""The freshness board drawn: groups of figures by domain, and what each กลุ่มงาน is to be asked for."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

import streamlit as st

from lib.domain.freshness import Board, BoardRow, State
from lib.services.analysis import Periods, load_history_version
from lib.services.freshness import load_board
from lib.services.freshness_requests import (
    Request,
    describe_gap,
    open_requests,
    owed_list,
    request_files,
    request_text,
)
from lib.thai.dates import format_date
from lib.ui.frame import Desk
from lib.ui.plain import plain
from lib.ui.state import Key

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ZIP = "application/zip"
_DAYS_TO_ANSWER = (7, 14, 21, 30)
_BOARDS_KEPT = 6
_NOTHING = "–"

#: Sign, word and colour of a state; the word stands beside the sign on paper too, and is never broken.
STATE_WORDS = {
    State.FULL: ("●", "ครบ", "green"),
    State.PART: ("◐", "บาง\u2060ส่วน", "yellow"),
    State.OLD: ("○", "ยังไม่มีของปีนี้", "orange"),
    State.MISSING: ("○", "ยังไม่มี", "orange"),
    State.NEVER: ("·", "ไม่เคยมี", "gray"),
}


@st.cache_resource(max_entries=_BOARDS_KEPT, show_spinner="กำลังดูว่าข้อมูลใดมาแล้ว")
def _board(
    _desk: Desk,
    _periods: Periods,
    url: str,  # noqa: ARG001 - part of the key
    version: int,  # noqa: ARG001
    history: int,  # noqa: ARG001
    years: tuple[int, ...],  # noqa: ARG001
    today: date,
) -> Board:
    return load_board(_desk.store, _desk.data, _periods, today=today)


def board_of(desk: Desk, periods: Periods, today: date) -> Board:
    """The board of two years, made anew only when something was written meanwhile."""
    years = tuple(period.year_be for period in periods.values())
    history = load_history_version(desk.store)
    return _board(desk, periods, desk.store.url, desk.data.version, history, years, today)


def show_groups(board: Board, desk: Desk) -> None:
    """One table a domain: state, schools, newest figures, when they are normally out, who sends them."""
    for area in desk.data.catalogue.domains:
        rows = [row for row in board.rows if row.domain == area.id]
        known = [row for row in rows if row.state is not State.NEVER]
        if not rows:
            continue
        st.subheader(area.name)
        if known:
            st.table([_group_row(row, board.today) for row in known], hide_index=True)
        never = [row.name for row in rows if row.state is State.NEVER]
        if never:
            st.caption("สำนักงานไม่เคยมีข้อมูล จึงไม่นับเป็นค้าง: " + plain(" · ".join(dict.fromkeys(never))))
    st.caption(
        "● ทุกโรงเรียนที่ต้องมีมีครบ · ◐ มีบางโรงเรียนหรือบางตัวชี้วัด · ○ ยังไม่มีของปีที่ดู โรงเรียนที่ไม่เปิดสอนชั้นนั้นไม่นับเป็นขาด"
    )


def _group_row(row: BoardRow, today: date) -> dict[str, str]:
    sign, word, colour = STATE_WORDS[row.state]
    schools = f"{row.n_full:,}/{row.n_expected:,} แห่ง" if row.n_expected else ""
    partly = f" (บางส่วน {row.n_part:,})" if row.n_part else ""
    area = f"เขต\u00a0{row.n_area:,}/{row.n_area_expected:,}" if row.n_area_expected else ""
    return {
        "กลุ่มตัวชี้วัด": plain(row.name),
        "สถานะ": f":{colour}[{sign}\u00a0{word}]",
        "มีแล้ว": " · ".join(filter(None, (schools + partly, area))) or _NOTHING,
        "ปีล่าสุด · นำเข้า · โดย": _newest(row, today),
        "ปกติออก": _due(row, today),
        "กลุ่มงานที่ส่ง": plain(row.owner),
    }


def _newest(row: BoardRow, today: date) -> str:
    if row.latest is None or row.load is None:
        return _NOTHING
    days = row.days_old(today)
    since = f"{days:,} วันก่อน" if days else "วันนี้"
    return f"{row.latest.year_be} · {since} · {plain(row.load.loaded_by)}"


def _due(row: BoardRow, today: date) -> str:
    if row.due is None:
        return _NOTHING
    month = format_date(row.due, short=True).split(" ", 1)[1].replace(" ", "\u00a0")
    return f"{month} (ยังไม่ถึง)" if today <= row.due else month


def show_requests(board: Board, desk: Desk, periods: Periods) -> None:
    """What each กลุ่มงาน owes now: the blank workbook of exactly that, and the words to send with it."""
    requests = open_requests(board)
    if not requests:
        st.success("ไม่มีข้อมูลที่ต้องขอจากกลุ่มงานใด")
        return
    left, right = st.columns([1, 2], vertical_alignment="bottom")
    days = left.selectbox(
        "ขอให้ส่งภายใน",
        _DAYS_TO_ANSWER,
        index=1,
        format_func=lambda each: f"{format_date(board.today + timedelta(each))} (อีก {each} วัน)",
        key=Key.FRESHNESS_BY,
    )
    right.download_button(
        f"ดาวน์โหลดรายการที่ต้องขอทั้งหมด {len(board.owed):,} รายการ",
        data=lambda: owed_list(board, desk.data, desk.office.short_name),
        file_name="ข้อมูลที่ต้องขอ.xlsx",
        mime=XLSX,
        key=f"{Key.FRESHNESS_VIEW}-list",
        on_click="ignore",
    )
    names = {school.school_id: school.name for school in board.schools}
    for request in requests:
        _show_request(request, desk, periods, names, board.today + timedelta(days))


def _show_request(request: Request, desk: Desk, periods: Periods, names: dict[str, str], by: date) -> None:
    with st.container(border=True):
        st.subheader(plain(request.owner))
        st.markdown(
            "\n".join(
                f"- {STATE_WORDS[row.state][0]} {plain(row.name)} {row.period.label}: "
                f"{plain(describe_gap(row, names))}"
                for row in request.rows
            )
        )
        store, data = desk.store, desk.data
        show_files(
            "ดาวน์โหลดแบบเก็บข้อมูลเฉพาะที่ขาด",
            lambda: request_files(store, data, request, periods),
            request.rows,
            key=f"{Key.FRESHNESS_VIEW}-{request.owner}",
            whom=request.owner,
        )
        with st.expander("ข้อความสำหรับส่งทาง LINE หรืออีเมล"):
            st.code(request_text(request, names, desk.office.short_name, by), language=None, wrap_lines=True)


def show_files(
    label: str, make: Callable[[], tuple[str, bytes]], rows: Sequence[BoardRow], *, key: str, whom: str
) -> None:
    """A download whose workbook is made when it is pressed; of several domains it is a ZIP."""
    bundled = len({row.domain for row in rows}) > 1
    st.download_button(
        label,
        data=lambda: make()[1],
        file_name=f"แบบเก็บข้อมูล {whom}.{'zip' if bundled else 'xlsx'}",
        mime=ZIP if bundled else XLSX,
        key=key,
        on_click="ignore",
    )
