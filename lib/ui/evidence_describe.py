"""The inputs that say what a piece of evidence of a KPI form is."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from lib.domain.evidence import EvidenceFile
from lib.domain.evidence_forms import EvidenceForm
from lib.domain.issues import Issue, Severity
from lib.thai.date_text import parse_date_be
from lib.ui.dates import show_date
from lib.ui.pickers import place_of


def attached_words(said: str, remarks: Sequence[Issue]) -> tuple[str, list[str]]:
    """What was done with what was adjusted, and what the person should look at."""
    adjusted = [each.message for each in remarks if each.severity is Severity.INFO]
    doubts = [f"{each.message} — {each.hint}" for each in remarks if each.severity is not Severity.INFO]
    return " · ".join([said, *adjusted]), doubts


def kind_name(form: EvidenceForm, kind_id: str) -> str:
    """Name of a kind of evidence; empty for none."""
    return next((kind.name for kind in form.kinds if kind.id == kind_id), "")


def describe_evidence(form: EvidenceForm, file: EvidenceFile, *, key: str) -> EvidenceFile:
    """The inputs that say what a piece of evidence is, as they stand."""
    kinds = ("", *(kind.id for kind in form.kinds))
    kind = st.selectbox(
        "ชนิดของหลักฐาน",
        kinds,
        place_of(file.kind, kinds),
        format_func=lambda kind_id: kind_name(form, kind_id) or "เลือกชนิด",
        key=f"{key}-kind",
    )
    left, right = st.columns([3, 1])
    title = left.text_input(
        "ชื่อในดัชนีหลักฐาน", file.title, key=f"{key}-title", max_chars=300, placeholder="เว้นไว้จะใช้ชื่อไฟล์"
    )
    page = right.text_input("หน้า", file.page, key=f"{key}-page", max_chars=60, placeholder="เช่น 12-15")
    st.caption("วันที่ในเอกสาร (ถ้ามี)")
    day = show_date("", file.dated_on, key=f"{key}-dated")
    dated_on = parse_date_be(day)
    if day and dated_on is None:
        st.warning("วันที่ยังไม่ครบ จึงยังไม่บันทึกวันที่ เลือกวัน เดือน และปีให้ครบ หรือเว้นว่างทั้งหมด")
    left, right = st.columns(2)
    held_at = left.text_input(
        "ที่เก็บเอกสารจริง (ถ้ามี)",
        file.held_at,
        key=f"{key}-held",
        max_chars=300,
        placeholder="เช่น แฟ้ม 3 ตู้กลุ่มนิเทศฯ",
    )
    link = right.text_input("ลิงก์ (ถ้ามี)", file.link, key=f"{key}-link", placeholder="https://")
    note = st.text_input("หมายเหตุ", file.note, key=f"{key}-note")
    return replace(
        file,
        kind=kind,
        title=title.strip() or file.file_name,
        page=page,
        note=note,
        dated_on=dated_on,
        held_at=held_at,
        link=link,
    )
