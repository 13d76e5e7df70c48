"""Which report is being checked: how far the queue is, the one before and after, any by its school."""

from collections.abc import Mapping, Sequence

import streamlit as st

from lib.domain.assessments import SavedSelfAssessment
from lib.domain.report_checks import QueueLine
from lib.services.report_queue import make_queue, neighbour, queue_line, removed_reports
from lib.storage.engine import Store
from lib.thai.dates import format_moment
from lib.ui.pickers import place_of
from lib.ui.plain import plain
from lib.ui.state import Key, get, put

_LINES_KEPT = 2_000


@st.cache_resource(max_entries=_LINES_KEPT, show_spinner=False)
def _line(_store: Store, _report: SavedSelfAssessment, key: str, version: int) -> QueueLine:  # noqa: ARG001
    return queue_line(_store, _report)


def load_queue(store: Store, reports: Sequence[SavedSelfAssessment]) -> tuple[QueueLine, ...]:
    """The queue; what is open in a report is counted anew only when the report changed."""
    return make_queue(
        reports, lambda each: _line(store, each, f"{store.url}/{each.report_id}/{each.sha256}", each.version)
    )


def show_queue(queue: Sequence[QueueLine], names: Mapping[str, str]) -> int:
    """Draw progress, picker and steps; the id of the report being checked."""
    confirmed = sum(line.confirmed for line in queue)
    ids = [line.report_id for line in queue]
    if get(Key.REPORT_ID, 0) not in ids:
        put(Key.REPORT_ID, ids[0])
    told, picker, before, after = st.columns([7, 15, 4, 4], vertical_alignment="bottom")
    told.progress(confirmed / len(queue), text=f"ตรวจแล้ว {confirmed:,} จาก {len(queue):,} ฉบับ")
    words = {line.report_id: _told(line, names) for line in queue}
    chosen: int = get(Key.REPORT_ID, ids[0])
    # A picker of its own for each report, since the one just used would keep the keyboard to itself; and for
    # each version, since the browser knows an option by its words, and these tell what is open.
    key = f"sar-report-{chosen}-{next(line.version for line in queue if line.report_id == chosen)}"
    picker.selectbox(
        "รายงาน พิมพ์ชื่อโรงเรียนเพื่อค้นหา",
        ids,
        place_of(chosen, ids),
        format_func=words.__getitem__,
        key=key,
        label_visibility="collapsed",
        on_change=_open_picked,
        args=(key,),
    )
    steps = (
        (before, ":material/chevron_left:", "ฉบับก่อนหน้า", -1, "P"),
        (after, ":material/chevron_right:", "ฉบับถัดไป", 1, "N"),
    )
    for column, icon, label, step, key in steps:
        to = neighbour(queue, chosen, step)
        column.button(
            "ฉบับ",
            key=f"sar-step-{step}",
            icon=icon,
            icon_position="left" if step < 0 else "right",
            help=label,
            shortcut=key,
            disabled=to == chosen,
            width="stretch",
            on_click=open_report,
            args=(to,),
        )
    return chosen


def _open_picked(key: str) -> None:
    """Open what the picker says; a picker that has gone from the page says nothing."""
    if key in st.session_state:
        open_report(st.session_state[key])


def open_report(report_id: int) -> None:
    """Let another report be checked from the next run on; for ``on_click``."""
    put(Key.REPORT_ID, report_id)
    close_item()


def close_item() -> None:
    """Forget which item was open, its page and its form."""
    for key in (Key.SAR_ITEM, Key.SAR_PAGE, Key.SAR_FORM, Key.SAR_CONFLICT):
        st.session_state.pop(key, None)


def show_removed(store: Store, year_be: int | None, names: Mapping[str, str]) -> None:
    """Reports that were taken out, with who, when and why."""
    removed = removed_reports(store, year_be) if year_be is not None else ()
    if removed:
        with st.expander(f"รายงานที่นำออกแล้วและยังไม่มีฉบับใหม่ {len(removed):,} ฉบับ"):
            for each in removed:
                name = plain(names.get(each.school_id, each.school_id))
                st.markdown(
                    f"- **{name}** · {plain(each.file_name)} · {plain(each.by)} {format_moment(each.at)} · "
                    f"เพราะ{plain(each.reason)}"
                )


def open_form(form: str) -> None:
    """Open the form of that name beside the item; for ``on_click``."""
    put(Key.SAR_FORM, form)


def opened_form() -> str:
    """``edit``, ``rating``, ``statement``, ``reopen`` or ``remove``; empty while none is open."""
    return get(Key.SAR_FORM, "")


def _told(line: QueueLine, names: Mapping[str, str]) -> str:
    name = names.get(line.school_id, line.school_id)
    if line.confirmed:
        return f"{name} · ยืนยันแล้ว"
    parts = [
        f"{word} {count:,}"
        for word, count in (
            ("ต้องแก้", line.n_errors),
            ("ขัดกัน", line.n_contradictions),
            ("ไม่แน่ใจ", line.n_uncertain),
        )
        if count
    ]
    return f"{name} · {' · '.join(parts) or 'ไม่มีข้อสงสัย'}"
