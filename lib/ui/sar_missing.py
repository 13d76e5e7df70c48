"""Who has not sent a self-assessment report, the due day of the office, and the list for a reminder."""

from functools import partial

import streamlit as st

from lib.domain.submissions import SubmissionBoard
from lib.services.evidence_focus import thai_today
from lib.services.submissions import load_due, load_submissions, make_missing_list, save_due
from lib.storage.engine import Store
from lib.thai.date_text import parse_date_be
from lib.thai.dates import format_date
from lib.ui.dates import show_date
from lib.ui.kept_messages import say_after_rerun
from lib.ui.messages import errors_shown
from lib.ui.resources import who
from lib.ui.sar_desk import SarDesk
from lib.ui.state import Key
from lib.ui.versions import first_key, forget_seen, seen_version, widget_key

_FORM = "sar-due"
_ROW_HEIGHT, _MOST_ROWS = 36, 12
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show_missing(desk: SarDesk) -> None:
    """One sentence, the list by cluster, the due day below it."""
    if desk.year_be is None:
        st.info("เลือกปีการศึกษาในแถบด้านซ้ายก่อน")
        return
    board = load_submissions(desk.store, desk.year_be, thai_today())
    st.markdown(f"ยังไม่ส่ง **{len(board.missing):,}** จาก **{board.n_schools:,}** แห่ง{_due_words(board)}")
    if board.missing:
        _show_list(board)
    else:
        st.success("ทุกโรงเรียนส่งรายงานแล้ว")
    if board.late:
        _show_late(board)
    _show_due(desk.store, desk.year_be)


def _due_words(board: SubmissionBoard) -> str:
    if board.due is None:
        return " · ยังไม่ได้กำหนดวันครบกำหนดส่ง จึงยังไม่นับวันเกินกำหนด"
    day = format_date(board.due)
    if board.days_overdue:
        return f" · ครบกำหนด {day} เกินมาแล้ว **{board.days_overdue:,}** วัน"
    return f" · ครบกำหนด {day} เหลืออีก {(board.due - board.today).days:,} วัน"


def _show_list(board: SubmissionBoard) -> None:
    st.dataframe(
        [
            {
                "กลุ่มโรงเรียน": school.cluster,
                "โรงเรียน": school.name,
                "รหัส": school.school_id,
                "อำเภอ": school.district,
                **({"เกินกำหนด (วัน)": school.days_after} if board.days_overdue else {}),
            }
            for school in board.missing
        ],
        hide_index=True,
        width="stretch",
        height=_ROW_HEIGHT * (min(len(board.missing), _MOST_ROWS) + 1) + 3,
        row_height=_ROW_HEIGHT,
    )
    st.download_button(
        "ดาวน์โหลดรายชื่อเพื่อทำหนังสือติดตาม",
        data=partial(make_missing_list, board),
        file_name=f"สถานศึกษาที่ยังไม่ส่ง SAR ปีการศึกษา {board.academic_year_be}.xlsx",
        mime=_XLSX,
        key=Key.SAR_MISSING_LIST,
        on_click="ignore",
        type="primary",
    )


def _show_late(board: SubmissionBoard) -> None:
    with st.expander(f"รายงานที่เข้าระบบหลังวันครบกำหนด {len(board.late):,} แห่ง"):
        st.caption("นับจากวันที่สำนักงานบันทึกรายงานครั้งแรก ซึ่งอาจช้ากว่าวันที่โรงเรียนส่ง")
        st.dataframe(
            [
                {
                    "กลุ่มโรงเรียน": school.cluster,
                    "โรงเรียน": school.name,
                    "บันทึกเมื่อ": format_date(school.saved_on, short=True) if school.saved_on else "",
                    "หลังกำหนด (วัน)": school.days_after,
                }
                for school in board.late
            ],
            hide_index=True,
            width="stretch",
        )


def _show_due(store: Store, year_be: int) -> None:
    """The office's own day; nobody else's is assumed."""
    due, version = load_due(store, year_be)
    form = f"{_FORM}-{year_be}"
    with st.expander(f"วันครบกำหนดส่งรายงานปีการศึกษา {year_be}", expanded=due is None):
        seen = seen_version(form, version)
        st.caption(
            "สำนักงานกำหนดเอง มักเป็นช่วงเมษายนถึงมิถุนายนหลังสิ้นปีการศึกษา",
        )
        st.toggle("มีวันครบกำหนด", value=True, key=first_key(form))
        wanted = st.session_state[first_key(form)]
        left, right = st.columns([3, 1], vertical_alignment="bottom")
        with left:
            words = show_date(
                "ครบกำหนด", due, key=widget_key(form, "day"), year_be=year_be + 1, disabled=not wanted
            )
        day = parse_date_be(words) if wanted else None
        ready = day != due and (day is not None or not wanted)
        if right.button("บันทึกวันครบกำหนด", key=Key.SAR_DUE_SAVE, disabled=not ready, width="stretch"):
            with errors_shown():
                save_due(store, year_be, day, seen_version=seen, by=who())
                forget_seen(form)
                say_after_rerun(f"บันทึกวันครบกำหนด {format_date(day)} แล้ว" if day else "นำวันครบกำหนดออกแล้ว")
                st.rerun()
