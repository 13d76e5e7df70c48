"""One report: its text on the left, what was read on the right, to be corrected and confirmed."""

from dataclasses import replace

import streamlit as st

from lib.catalog.standards import load_standards
from lib.domain.assessments import (
    LevelOfEducation,
    Rating,
    ReportStatus,
    SavedSelfAssessment,
    SelfAssessment,
    Statement,
    StatementKind,
)
from lib.domain.document_text import DocumentText, TextBlock
from lib.domain.schools import School
from lib.services import self_assessments as sar
from lib.storage.engine import Store
from lib.ui.messages import errors_shown, show_issues
from lib.ui.plain import plain
from lib.ui.resources import who
from lib.ui.sar_desk import SarDesk
from lib.ui.sar_pages import page_note, show_pages
from lib.ui.state import Key, say_after_rerun

_TEXT_HEIGHT = 620
_CURRENT_SCALE = "sar5"
_LEVELS = {level.label: level for level in LevelOfEducation}
_KINDS = {kind.label: kind for kind in StatementKind}


def show_review_view(desk: SarDesk) -> None:
    """The view of the page: a report to compare, or what to do where there is none."""
    if desk.reports:
        show_review(desk.store, desk.reports, desk.schools)
    else:
        st.info("ยังไม่มีรายงานของปีนี้ให้ตรวจ เริ่มจาก “รับรายงานใหม่”")


def show_review(store: Store, reports: tuple[SavedSelfAssessment, ...], schools: tuple[School, ...]) -> None:
    """Pick a report, drafts first; compare, correct, confirm."""
    names = {school.school_id: school.name for school in schools}
    ordered = sorted(reports, key=lambda each: (each.status is ReportStatus.CONFIRMED, each.report_id))
    confirmed = sum(each.status is ReportStatus.CONFIRMED for each in reports)
    st.progress(confirmed / len(reports), text=f"ยืนยันแล้ว {confirmed:,} จาก {len(reports):,} ฉบับ")
    chosen = st.selectbox(
        "รายงาน",
        ordered,
        format_func=lambda each: f"{names.get(each.school_id, each.school_id)} · {each.status.label}",
        key=Key.REPORT_ID,
    )
    saved, document = sar.load_report(store, chosen.report_id)
    left, right = st.columns([5, 7], gap="medium")
    with left:
        st.subheader("ข้อความในรายงาน")
        st.caption(plain(saved.file_name))
        show_pages(document)
        with st.container(height=_TEXT_HEIGHT):
            _show_text(document)
    with right:
        st.subheader("สิ่งที่อ่านได้")
        corrected = _show_reading(saved)
        show_issues(saved.assessment.issues, key=f"sar-review-{saved.report_id}", file_name=saved.file_name)
        save, confirm = st.columns(2)
        if save.button("บันทึกการแก้ไข", key=Key.SAR_CORRECT, width="stretch"):
            _act(store, saved, corrected, confirmed=False)
        if confirm.button("ตรวจแล้ว ยืนยัน", type="primary", key=Key.SAR_CONFIRM, width="stretch"):
            _act(store, saved, corrected, confirmed=True)


def _act(store: Store, saved: SavedSelfAssessment, corrected: SelfAssessment, *, confirmed: bool) -> None:
    with errors_shown():
        version = saved.version
        if (corrected.ratings, corrected.statements) != (
            saved.assessment.ratings,
            saved.assessment.statements,
        ):
            version = sar.correct_report(store, saved.report_id, corrected, seen_version=version, by=who())
        if confirmed:
            sar.confirm_report(store, saved.report_id, seen_version=version, by=who())
        say_after_rerun("ยืนยันรายงานแล้ว" if confirmed else "บันทึกการแก้ไขแล้ว รายงานยังเป็นฉบับร่าง")
        st.rerun()


def _show_text(document: DocumentText) -> None:
    page = 0
    notes = {each.page: note for each in document.pages if (note := page_note(each))}
    for block in document.blocks:
        if block.page and block.page != page:
            page = block.page
            st.caption(f"หน้า {page} · {notes[page]}" if page in notes else f"หน้า {page}")
        if isinstance(block, TextBlock):
            st.text(block.text)
        else:
            st.text("\n".join(" │ ".join(cell for cell in row if cell) for row in block.rows))
    if not document.blocks:
        st.caption("รายงานนี้เป็นสมุดงาน ตำแหน่งของแต่ละค่าแสดงอยู่ในตารางด้านขวา")


def _show_reading(saved: SavedSelfAssessment) -> SelfAssessment:
    """Editable tables of levels and statements; the assessment with the edits laid over it."""
    read = saved.assessment
    scale = read.ratings[0].scale if read.ratings else _CURRENT_SCALE
    vocabulary = load_standards().vocabulary(scale)
    labels = {level: vocabulary.word(level) for level in range(1, 6)} if vocabulary else {}
    st.markdown("**ระดับคุณภาพ**")
    rows = st.data_editor(
        [_rating_row(rating, labels) for rating in read.ratings],
        key=f"sar-ratings-{saved.report_id}-{saved.version}",
        hide_index=True,
        num_rows="dynamic",
        width="stretch",
        column_config={
            "ระดับการศึกษา": st.column_config.SelectboxColumn(options=list(_LEVELS), required=True, width=110),
            "มาตรฐาน": st.column_config.TextColumn(width=70),
            "ประเด็น": st.column_config.TextColumn(width=70),
            "ระดับ": st.column_config.SelectboxColumn(options=list(labels.values()), width=100),
            "ที่มา": st.column_config.TextColumn(disabled=True, width=80),
        },
    )
    st.markdown("**ข้อความ**")
    texts = st.data_editor(
        [_statement_row(statement) for statement in read.statements],
        key=f"sar-statements-{saved.report_id}-{saved.version}",
        hide_index=True,
        num_rows="dynamic",
        width="stretch",
        column_config={
            "เรื่อง": st.column_config.SelectboxColumn(options=list(_KINDS), required=True, width=100),
            "ข้อความ": st.column_config.TextColumn(width=330, required=True),
            "ที่มา": st.column_config.TextColumn(disabled=True, width=60),
        },
    )
    levels = {word: level for level, word in labels.items()}
    return replace(
        read,
        ratings=tuple(_rating(row, read, levels, scale) for row in rows if row.get("มาตรฐาน")),
        statements=tuple(_statement(row, read) for row in texts if row.get("ข้อความ")),
    )


def _rating_row(rating: Rating, labels: dict[int, str]) -> dict[str, str]:
    doubt = "" if rating.confidence >= 0.8 else " (ไม่แน่ใจ)"
    return {
        "ระดับการศึกษา": rating.level_of_education.label,
        "มาตรฐาน": rating.standard,
        "ประเด็น": rating.item,
        "ระดับ": labels.get(rating.level or 0, ""),
        "ที่มา": f"{rating.place.label}{doubt}",
    }


def _rating(row: dict[str, str], read: SelfAssessment, levels: dict[str, int], scale: str) -> Rating:
    """The rating of an edited row; what the person left alone keeps its quote, place and confidence."""
    level_of_education = _LEVELS.get(row.get("ระดับการศึกษา") or "", LevelOfEducation.BASIC)
    standard, item = str(row["มาตรฐาน"]).strip(), str(row.get("ประเด็น") or "").strip()
    level = levels.get(row.get("ระดับ") or "")
    for rating in read.ratings:
        if (rating.level_of_education, rating.standard, rating.item) == (level_of_education, standard, item):
            return rating if rating.level == level else replace(rating, level=level, confidence=1.0)
    return Rating(level_of_education, standard, item, level, scale)


def _statement_row(statement: Statement) -> dict[str, str]:
    return {"เรื่อง": statement.kind.label, "ข้อความ": statement.text, "ที่มา": statement.place.label}


def _statement(row: dict[str, str], read: SelfAssessment) -> Statement:
    kind = _KINDS.get(row.get("เรื่อง") or "", StatementKind.STRENGTH)
    text = str(row["ข้อความ"]).strip()
    known = next((each for each in read.statements if each.text == text), None)
    return replace(known, kind=kind) if known else Statement(kind, text)
