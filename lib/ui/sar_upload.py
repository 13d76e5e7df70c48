"""New self-assessment reports: what was read of each, which school and year, and saving them as drafts."""

import streamlit as st

from lib.domain.schools import School
from lib.services import self_assessments as sar
from lib.services.report_reading import ReportReading
from lib.storage.engine import Store
from lib.ui.messages import errors_shown, show_issues
from lib.ui.resources import report_reading_of, who
from lib.ui.state import Key, get, put, say_after_rerun

_YEARS = tuple(range(2572, 2559, -1))
_LATER = "ยังไม่เลือก"


def show_upload(store: Store, schools: tuple[School, ...], year_be: int | None) -> None:
    """Uploader, one card per file, one button that saves what is clear."""
    generation = get(Key.SAR_UPLOADS, 0)
    files = st.file_uploader(
        "ไฟล์รายงาน SAR (docx หรือ xlsx ไม่เกิน 50 MB ต่อไฟล์)",
        type=["docx", "xlsx", "xlsm"],
        accept_multiple_files=True,
        key=f"{Key.SAR_UPLOADS}-{generation}",
    )
    ready = []
    for place, file in enumerate(files or ()):
        with errors_shown():
            report = _answered(store, report_reading_of(store, file.getvalue(), file.name), schools, year_be)
            if _show_card(report, place, schools):
                ready.append(report)
    if ready and st.button(f"บันทึกเป็นฉบับร่าง {len(ready):,} ฉบับ", type="primary", key=Key.SAR_SAVE):
        with errors_shown():
            for report in ready:
                replaces = report.saved.version if report.saved else None
                sar.save_report(store, report, by=who(), replaces=replaces)
            put(Key.SAR_UPLOADS, generation + 1)
            put(Key.SAR_NEXT, "review")
            say_after_rerun(f"บันทึก {len(ready):,} ฉบับแล้ว ขั้นต่อไปคือตรวจเทียบกับข้อความในรายงาน")
            st.rerun()


def _answered(
    store: Store, report: ReportReading, schools: tuple[School, ...], year_be: int | None
) -> ReportReading:
    """The reading with the person's school and year where the report did not tell."""
    found = report.assessment
    if not report.readable or (found.school_id and found.academic_year_be):
        return report
    names = {school.school_id: f"{school.name} ({school.school_id}) {school.district}" for school in schools}
    st.markdown(f"**{report.file_name}** ยังไม่ทราบโรงเรียนหรือปีการศึกษา")
    left, right = st.columns([3, 1])
    options = (_LATER, *names)
    school_id = left.selectbox(
        f"โรงเรียน (ในรายงานเขียนว่า “{found.school_text or 'ไม่ระบุ'}”)",
        options,
        index=options.index(found.school_id) if found.school_id in names else 0,
        format_func=lambda each: names.get(each, each),
        key=f"sar-school-{report.sha256}",
    )
    year = right.selectbox(
        "ปีการศึกษา",
        _YEARS,
        index=_YEARS.index(found.academic_year_be or year_be or _YEARS[0]),
        key=f"sar-year-{report.sha256}",
    )
    if school_id == _LATER:
        return report
    return sar.choose_school_and_year(store, report, school_id, year)


def _show_card(report: ReportReading, place: int, schools: tuple[School, ...]) -> bool:
    """Draw one file; True when it may be saved."""
    found = report.assessment
    name = next((school.name for school in schools if school.school_id == found.school_id), "ยังไม่ทราบโรงเรียน")
    with st.container(border=True):
        st.subheader(report.file_name)
        levels = " และ ".join(level.label for level in found.levels) or "ยังไม่ทราบระดับการศึกษา"
        n_levels = sum(rating.level is not None for rating in found.ratings)
        st.markdown(
            f"{name} · ปีการศึกษา {found.academic_year_be or 'ยังไม่ทราบ'} · {levels} · "
            f"ระดับคุณภาพ **{n_levels}** รายการ · ข้อความ **{len(found.statements)}** ข้อ"
        )
        if report.is_same_file:
            st.info("ไฟล์นี้บันทึกไว้แล้ว จึงไม่บันทึกซ้ำ")
        elif report.saved is not None:
            agreed = st.checkbox(
                f"แทนที่รายงานเดิมของโรงเรียนและปีนี้ ({report.saved.file_name})",
                key=f"sar-replace-{place}-{report.sha256}",
            )
            if not agreed:
                show_issues(found.issues, key=f"sar-{report.sha256}", file_name=report.file_name)
                return False
        show_issues(found.issues, key=f"sar-{place}-{report.sha256}", file_name=report.file_name)
    something = bool(found.ratings or found.statements)
    certain = found.school_id is not None and found.academic_year_be is not None
    return report.readable and something and certain and not report.is_same_file
