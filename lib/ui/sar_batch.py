"""Many reports handed in at once: one button, progress that can be stopped, and what became of each file."""

import time
from collections import Counter
from collections.abc import Sequence

import streamlit as st

from lib.domain.schools import School
from lib.services.report_batch import BatchLine, Need, Outcome, save_clear_reports
from lib.services.report_folder import ReportFile, gather_files
from lib.storage.engine import Store
from lib.ui.messages import errors_shown
from lib.ui.plain import plain
from lib.ui.resources import who
from lib.ui.sar_batch_answers import show_questions
from lib.ui.state import Key, get, put

_MANY_FROM = 7
# The first files also wait for the readers to start.
_GUESS_FROM = 4


def is_batch(files: Sequence[tuple[str, bytes]]) -> bool:
    """More than can be looked at one by one, or a zip."""
    return len(files) >= _MANY_FROM or any(name.lower().endswith(".zip") for name, _ in files)


def show_batch(store: Store, files: Sequence[tuple[str, bytes]]) -> None:
    """Read everything, save what is clear as drafts, list the rest to be answered."""
    reports = gather_files([_held(name, content) for name, content in files])
    st.markdown(
        f"มีรายงาน **{len(reports):,}** ไฟล์ ฉบับที่ทราบโรงเรียนและปีการศึกษาชัดเจนจะบันทึกเป็นฉบับร่างทีละฉบับ "
        "ไฟล์ที่บันทึกไว้แล้วจะข้ามไป ไม่มีรายงานเดิมใดถูกแทนที่จนกว่าจะเลือกเอง"
    )
    is_reading = get(Key.SAR_READING, False)
    # Drawn while reading too: a button that is left out stays on the screen, dimmed, until the run ends.
    st.button(
        f"อ่านรายงาน {len(reports):,} ไฟล์",
        type="primary",
        key=Key.SAR_READ_ALL,
        disabled=is_reading,
        on_click=put,
        args=(Key.SAR_READING, True),
    )
    if not is_reading:
        return
    put(Key.SAR_READING, False)
    # Any click ends this run between two files; the lines so far are in the session.
    st.button("หยุดอ่าน", key=Key.SAR_STOP)
    st.caption("หยุดได้ทุกเมื่อ รายงานที่บันทึกแล้วยังอยู่ เลือกไฟล์เดิมอีกครั้งเพื่ออ่านต่อ")
    _read(store, reports)
    # The uploader lets go of the files, and the counts above learn of the new reports.
    put(Key.SAR_UPLOADS, get(Key.SAR_UPLOADS, 0) + 1)
    st.rerun()


def _read(store: Store, reports: Sequence[ReportFile]) -> None:
    bar = st.progress(0.0, "กำลังเริ่มอ่าน ไฟล์แรกใช้เวลานานกว่าไฟล์อื่น")
    began = time.monotonic()
    lines: list[BatchLine] = []
    put(Key.SAR_BATCH_SIZE, len(reports))
    with errors_shown():
        for line in save_clear_reports(store, reports, by=who()):
            lines.append(line)
            put(Key.SAR_BATCH, tuple(lines))
            words = progress_words(len(lines), len(reports), time.monotonic() - began)
            bar.progress(len(lines) / len(reports), f"{words} · {plain(line.file_name)}")


def progress_words(n_read: int, n_all: int, seconds: float) -> str:
    """How far it is and about how long it will still take."""
    done = f"อ่านแล้ว {n_read:,} จาก {n_all:,} ไฟล์"
    if n_read < _GUESS_FROM or n_read == n_all:
        return done
    left = seconds / n_read * (n_all - n_read)
    if left >= 60:
        return f"{done} · เหลืออีกประมาณ {round(left / 60):,} นาที"
    return f"{done} · เหลืออีกประมาณ {max(5, 5 * round(left / 5)):,} วินาที"


def show_batch_result(store: Store, schools: tuple[School, ...], year_be: int | None) -> None:
    """What became of the files that were read last; nothing before any were."""
    lines: tuple[BatchLine, ...] = get(Key.SAR_BATCH, ())
    if not lines:
        return
    counts = Counter(line.outcome for line in lines)
    parts = [f"{outcome.label} **{counts[outcome]:,}** ไฟล์" for outcome in Outcome if counts[outcome]]
    st.markdown(" · ".join(parts))
    drafts = [line for line in lines if line.outcome is Outcome.SAVED]
    if drafts:
        n_levels = sum(line.n_ratings for line in drafts)
        n_said = sum(line.n_statements for line in drafts)
        st.caption(f"ในฉบับร่างที่บันทึก อ่านได้ระดับคุณภาพ {n_levels:,} รายการ และข้อความ {n_said:,} ข้อ")
    n_all: int = get(Key.SAR_BATCH_SIZE, 0)
    if len(lines) < n_all:
        st.info(
            f"หยุดอ่านแล้ว อ่านไป {len(lines):,} จาก {n_all:,} ไฟล์ รายงานที่บันทึกแล้วยังอยู่ครบ "
            "กดอ่านอีกครั้งเพื่ออ่านต่อ ไฟล์ที่บันทึกแล้วจะข้ามไป"
        )
    show_questions(store, [line for line in lines if line.need is not Need.NOTHING], schools, year_be)
    names = {school.school_id: school.name for school in schools}
    told = [line for line in lines if line.outcome is not Outcome.SAVED and line.need is Need.NOTHING]
    if told:
        st.subheader("ไฟล์ที่ไม่ได้บันทึก และเหตุผล")
        # A static table breaks its lines, so that the whole reason is seen.
        st.table(
            [
                {
                    "ไฟล์": plain(line.file_name),
                    "โรงเรียน": plain(names.get(line.school_id or "", "ยังไม่ทราบ")),
                    "ผล": line.outcome.label,
                    "เหตุผลและสิ่งที่ต้องทำ": plain(line.reason),
                }
                for line in sorted(told, key=lambda one: one.outcome is Outcome.KNOWN)
            ],
            hide_index=True,
        )


def _held(name: str, content: bytes) -> ReportFile:
    return ReportFile(name, lambda: content)
