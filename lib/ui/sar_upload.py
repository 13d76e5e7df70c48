"""New self-assessment reports: what was read of each, which school and year, and saving them as drafts."""

from functools import partial

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from lib.domain.schools import School
from lib.services import self_assessments as sar
from lib.services.report_folder import is_report_name
from lib.services.report_reading import ReportReading
from lib.storage.engine import Store
from lib.ui.file_resources import report_reading_of
from lib.ui.kept_messages import say_after_rerun
from lib.ui.messages import errors_shown, show_issues
from lib.ui.pickers import place_of
from lib.ui.plain import plain
from lib.ui.resources import who
from lib.ui.sar_batch import is_batch, show_batch, show_batch_result
from lib.ui.sar_choices import LATER, school_words, year_choices
from lib.ui.sar_desk import SarDesk
from lib.ui.state import Key, get, put
from lib.ui.uploads import Saving, each_once, save_each

_FOLDER, _FILES = "ทั้งโฟลเดอร์", "เลือกไฟล์"


def show_upload_view(desk: SarDesk) -> None:
    """The view of the page."""
    show_upload(desk.store, desk.schools, desk.year_be)


def show_upload(store: Store, schools: tuple[School, ...], year_be: int | None) -> None:
    """Uploader, one card per file, one button that saves what is clear."""
    generation = get(Key.SAR_UPLOADS, 0)
    chosen = tuple(each_once(_choose_files(generation)))
    if is_batch(chosen):
        show_batch(store, chosen)
    show_batch_result(store, schools, year_be)
    if is_batch(chosen):
        return
    ready = []
    for name, content in chosen:
        with errors_shown():
            report = _answered(store, report_reading_of(store, content, name), schools, year_be)
            if _show_card(report, schools):
                ready.append(report)
    if ready and st.button(f"บันทึกเป็นฉบับร่าง {len(ready):,} ฉบับ", type="primary", key=Key.SAR_SAVE):
        with errors_shown():
            stored, failed = save_each(
                [Saving(report.file_name, partial(_save, store, report)) for report in ready]
            )
            if failed:
                done = f"บันทึกแล้ว {len(stored):,} ฉบับ: {', '.join(stored)}" if stored else ""
            else:
                put(Key.SAR_UPLOADS, generation + 1)
                put(Key.SAR_NEXT, "review")
                done = f"บันทึก {len(stored):,} ฉบับแล้ว ขั้นต่อไปคือตรวจเทียบกับข้อความในรายงาน"
            say_after_rerun(done, failed=failed)
            st.rerun()


def _choose_files(generation: int) -> list[UploadedFile]:
    """The uploader, for files or for a whole folder; hidden and half-saved files of a folder are left out."""
    source = st.segmented_control(
        "เลือกรายงานจาก", (_FILES, _FOLDER), default=_FILES, key=Key.SAR_SOURCE, required=True
    )
    if source == _FOLDER:
        found = st.file_uploader(
            "โฟลเดอร์ที่เก็บรายงาน SAR (docx, pdf, xlsx ไม่เกิน 50 MB ต่อไฟล์)",
            accept_multiple_files="directory",
            key=f"{Key.SAR_UPLOADS}-folder-{generation}",
        )
        return [file for file in found or () if is_report_name(file.name)]
    return list(
        st.file_uploader(
            "ไฟล์รายงาน SAR (docx, pdf, xlsx หรือ zip ที่รวมหลายรายงาน ไม่เกิน 50 MB ต่อไฟล์ "
            "รายงานรวมกันใหญ่กว่านั้นให้เลือกทั้งโฟลเดอร์)",
            accept_multiple_files=True,
            key=f"{Key.SAR_UPLOADS}-{generation}",
        )
        or ()
    )


def _save(store: Store, report: ReportReading) -> None:
    replaces = report.saved.version if report.saved else None
    sar.save_report(store, report, by=who(), replaces=replaces)


def _answered(
    store: Store, report: ReportReading, schools: tuple[School, ...], year_be: int | None
) -> ReportReading:
    """The reading with the person's school and year where the report did not tell."""
    found = report.assessment
    if not report.readable or (found.school_id and found.academic_year_be):
        return report
    names = {school.school_id: school_words(school) for school in schools}
    st.markdown(f"**{plain(report.file_name)}** ยังไม่ทราบโรงเรียนหรือปีการศึกษา")
    left, right = st.columns([3, 1])
    options = (LATER, *names)
    school_id = left.selectbox(
        f"โรงเรียน (ในรายงานเขียนว่า “{plain(found.school_text) or 'ไม่ระบุ'}”)",
        options,
        index=place_of(found.school_id, options),
        format_func=lambda each: names.get(each, each),
        key=f"sar-school-{report.sha256}",
    )
    expected = found.academic_year_be or year_be
    years = year_choices(found.academic_year_be, year_be)
    year = right.selectbox(
        "ปีการศึกษา",
        years,
        index=place_of(expected, years),
        key=f"sar-year-{report.sha256}",
    )
    if school_id == LATER:
        return report
    return sar.choose_school_and_year(store, report, school_id, year)


def _show_card(report: ReportReading, schools: tuple[School, ...]) -> bool:
    """Draw one file; True when it may be saved."""
    found = report.assessment
    name = next((school.name for school in schools if school.school_id == found.school_id), "ยังไม่ทราบโรงเรียน")
    with st.container(border=True):
        st.subheader(plain(report.file_name))
        levels = " และ ".join(level.label for level in found.levels) or "ยังไม่ทราบระดับการศึกษา"
        n_levels = sum(rating.level is not None for rating in found.ratings)
        st.markdown(
            f"{plain(name)} · ปีการศึกษา {found.academic_year_be or 'ยังไม่ทราบ'} · {levels} · "
            f"ระดับคุณภาพ **{n_levels}** รายการ · ข้อความ **{len(found.statements)}** ข้อ"
        )
        if report.is_same_file:
            st.info("ไฟล์นี้บันทึกไว้แล้ว จึงไม่บันทึกซ้ำ")
        elif report.saved is not None:
            agreed = st.checkbox(
                f"แทนที่รายงานเดิมของโรงเรียนและปีนี้ ({plain(report.saved.file_name)})",
                key=f"sar-replace-{report.sha256}",
            )
            if not agreed:
                show_issues(found.issues, key=f"sar-{report.sha256}", file_name=report.file_name)
                return False
        show_issues(found.issues, key=f"sar-{report.sha256}", file_name=report.file_name)
    something = bool(found.ratings or found.statements)
    certain = found.school_id is not None and found.academic_year_be is not None
    return report.readable and something and certain and not report.is_same_file
