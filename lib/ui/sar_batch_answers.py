"""Files of a batch that wait for an answer: which school, which year, replace or not, one button for all."""

from collections.abc import Sequence

import streamlit as st

from lib.domain.schools import School
from lib.services.batch_answers import Answer, is_answered, save_answered
from lib.services.report_batch import BatchLine, Need, Outcome
from lib.storage.engine import Store
from lib.ui.kept_messages import say_after_rerun
from lib.ui.messages import errors_shown
from lib.ui.pickers import place_of
from lib.ui.plain import plain
from lib.ui.resources import who
from lib.ui.sar_choices import LATER, school_words, year_choices
from lib.ui.state import Key, get, put

_SHOWN_AT_ONCE = 20


def show_questions(
    store: Store, lines: Sequence[BatchLine], schools: tuple[School, ...], year_be: int | None
) -> None:
    """One row a file; nothing where none waits. Their contents are in the file store, not in the session."""
    if not lines:
        return
    st.subheader(f"รอคำตอบ {len(lines):,} ไฟล์")
    st.caption("เลือกเฉพาะไฟล์ที่ทราบคำตอบ ไฟล์อื่นรอไว้ก่อนได้")
    answers = [
        answer for line in lines[:_SHOWN_AT_ONCE] if (answer := _ask(line, schools, year_be)) is not None
    ]
    if len(lines) > _SHOWN_AT_ONCE:
        st.caption(f"อีก {len(lines) - _SHOWN_AT_ONCE:,} ไฟล์จะแสดงเมื่อบันทึกชุดนี้แล้ว")
    label = f"บันทึกที่เลือกแล้ว {len(answers):,} ไฟล์" if answers else "บันทึกที่เลือกแล้ว"
    if st.button(label, type="primary", key=Key.SAR_BATCH_SAVE, disabled=not answers):
        with errors_shown():
            _save(store, answers)
            st.rerun()


def _ask(line: BatchLine, schools: tuple[School, ...], year_be: int | None) -> Answer | None:
    """Draw one row; the answer once it is whole."""
    with st.container(border=True):
        st.markdown(f"**{plain(line.file_name)}** · {plain(line.reason)}")
        if line.need is Need.REPLACE:
            agreed = st.checkbox(
                f"ใช้ไฟล์นี้แทนรายงานเดิม ({plain(line.saved_name)})", key=f"sar-batch-replace-{line.sha256}"
            )
            school_id, year = line.school_id or "", line.year_be
        else:
            agreed = False
            school_id, year = _ask_school_and_year(line, schools, year_be)
    if year is None or not is_answered(line, school_id, year, replace=agreed):
        return None
    return Answer(line, school_id, year, agreed)


def _ask_school_and_year(
    line: BatchLine, schools: tuple[School, ...], year_be: int | None
) -> tuple[str, int | None]:
    words = {school.school_id: school_words(school) for school in schools}
    left, right = st.columns([3, 1])
    options = ("", *words)
    school_id = left.selectbox(
        f"โรงเรียน (ในรายงานเขียนว่า “{plain(line.school_text) or 'ไม่ระบุ'}”)",
        options,
        index=place_of(line.school_id, options),
        format_func=lambda each: words.get(each, LATER),
        key=f"sar-batch-school-{line.sha256}",
    )
    years: tuple[int | None, ...] = (None, *year_choices(line.year_be, year_be))
    year = right.selectbox(
        "ปีการศึกษา",
        years,
        index=place_of(line.year_be, years),
        format_func=lambda each: str(each) if each is not None else LATER,
        key=f"sar-batch-year-{line.sha256}",
    )
    return school_id, year


def _save(store: Store, answers: Sequence[Answer]) -> None:
    """Save one after another; each line of the batch becomes what it became now."""
    bar = st.progress(0.0, "กำลังบันทึก")
    n_saved = 0
    for place, (answer, now) in enumerate(
        zip(answers, save_answered(store, answers, by=who()), strict=True), start=1
    ):
        lines: tuple[BatchLine, ...] = get(Key.SAR_BATCH, ())
        put(Key.SAR_BATCH, tuple(now if line is answer.line else line for line in lines))
        n_saved += now.outcome is Outcome.SAVED
        bar.progress(place / len(answers), f"กำลังบันทึกไฟล์ที่ {place:,} จาก {len(answers):,}")
    waiting = len(answers) - n_saved
    more = f" อีก {waiting:,} ไฟล์ยังต้องดู" if waiting else ""
    say_after_rerun(f"บันทึกเป็นฉบับร่างแล้ว {n_saved:,} ฉบับ{more}")
