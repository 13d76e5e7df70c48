"""Many reports handed in at once: one button, progress, and what became of each file."""

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from lib.domain.schools import School
from lib.services.report_batch import BatchLine, Outcome, save_clear_reports
from lib.services.report_folder import ReportFile, gather_files
from lib.storage.engine import Store
from lib.ui.messages import errors_shown
from lib.ui.plain import plain
from lib.ui.resources import who
from lib.ui.state import Key, get, put

_MANY_FROM = 7


def is_batch(files: Sequence[tuple[str, bytes]]) -> bool:
    """More than can be looked at one by one, or a zip."""
    return len(files) >= _MANY_FROM or any(name.lower().endswith(".zip") for name, _ in files)


def show_batch(store: Store, files: Sequence[tuple[str, bytes]]) -> None:
    """Read everything, save what is clear as drafts, list the rest with what to do."""
    reports = gather_files([_held(name, content) for name, content in files])
    st.markdown(
        f"มีรายงาน **{len(reports):,}** ไฟล์ ระบบจะอ่านทุกไฟล์ และบันทึกฉบับที่ทราบโรงเรียนและปีการศึกษาชัดเจนเป็นฉบับร่าง "
        "ไฟล์ที่ต้องตัดสินใจจะแสดงเป็นรายการพร้อมสิ่งที่ต้องทำ ไม่มีรายงานเดิมใดถูกแทนที่"
    )
    if st.button(f"อ่านรายงาน {len(reports):,} ไฟล์", type="primary", key=Key.SAR_READ_ALL):
        bar = st.progress(0.0, "กำลังเริ่มอ่าน")

        def on_read(n_read: int, n_all: int, name: str) -> None:
            bar.progress(n_read / n_all, f"อ่านแล้ว {n_read:,} จาก {n_all:,} ไฟล์ · {plain(name)}")

        with errors_shown():
            put(Key.SAR_BATCH, save_clear_reports(store, reports, by=who(), on_read=on_read))
        # The uploader lets go of the files, and the counts above learn of the new reports.
        put(Key.SAR_UPLOADS, get(Key.SAR_UPLOADS, 0) + 1)
        st.rerun()


def show_batch_result(schools: tuple[School, ...]) -> None:
    """What became of the files that were read last; nothing before any were."""
    lines: tuple[BatchLine, ...] = get(Key.SAR_BATCH, ())
    if not lines:
        return
    counts = Counter(line.outcome for line in lines)
    parts = [f"{outcome.label} **{counts[outcome]:,}** ไฟล์" for outcome in Outcome if counts[outcome]]
    st.markdown(" · ".join(parts))
    names = {school.school_id: school.name for school in schools}
    waiting = [line for line in lines if line.outcome is not Outcome.SAVED]
    if waiting:
        # A static table breaks its lines, so that the whole reason is seen.
        st.table(
            [
                {
                    "ไฟล์": plain(line.file_name),
                    "โรงเรียน": plain(names.get(line.school_id or "", "ยังไม่ทราบ")),
                    "ผล": line.outcome.label,
                    "เหตุผลและสิ่งที่ต้องทำ": plain(line.reason),
                }
                for line in waiting
            ],
            hide_index=True,
        )


def _held(name: str, content: bytes) -> ReportFile:
    return ReportFile(name, lambda: content)
