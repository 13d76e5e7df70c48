"""The view of the public copy: what the office chooses, what is hidden and why, the folder to hand out."""

from collections import Counter
from typing import get_args

import streamlit as st

from lib.domain.publication import NAMING_LABELS, REASON_LABELS, PublicationSettings, Reason, SchoolNaming
from lib.services.evidence_focus import thai_today
from lib.services.publication import (
    PublicFigures,
    load_publication_settings,
    make_publication,
    save_publication_settings,
)
from lib.services.publication_content import FINDING_TEXTS
from lib.services.publication_history import record_publication
from lib.services.publication_site import make_public_zip
from lib.services.report import SECTIONS
from lib.ui.messages import errors_shown
from lib.ui.plain import plain
from lib.ui.report_desk import ReportDesk
from lib.ui.resources import who
from lib.ui.state import Key

_COUNTS = (3, 5, 10)
_GROUPS = (5, 10, 20, 30)
_TEXTS = {FINDING_TEXTS: "ข้อความที่แก้ในข้อค้นพบ และข้อเสนอแนะ", **dict(SECTIONS)}


def show_publication(desk: ReportDesk) -> None:
    """Choices first, then what they hide, then the folder."""
    st.markdown(
        "ฉบับเผยแพร่เป็นโฟลเดอร์เว็บที่เปิดได้โดยไม่ต้องต่อเน็ต มีรายงาน ตาราง แผนภูมิ และข้อมูลเปิด ค่าของคนจำนวนน้อยถูกปกปิด"
    )
    saved, version = load_publication_settings(desk.store)
    chosen = _choices(saved)
    if chosen != saved:
        st.button(
            "บันทึกตัวเลือก",
            key=Key.PUBLICATION_SAVE,
            on_click=_save,
            args=(desk, chosen, version),
        )
    key = (desk.store.url, desk.data.version, desk.year_be, chosen)
    if st.button("คำนวณค่าที่จะปกปิด", key=Key.PUBLICATION_MAKE, type="primary"):
        with errors_shown():
            st.session_state[Key.PUBLICATION_MADE] = (key, _computed(desk, chosen))
    st.caption("เขตขนาด 120 โรงเรียนใช้เวลาราว 10–20 วินาที")
    made = st.session_state.get(Key.PUBLICATION_MADE)
    if made and made[0] == key:
        _show_hidden(desk, made[1])
        _show_download(desk, made[1])


def _choices(saved: PublicationSettings) -> PublicationSettings:
    schools = st.segmented_control(
        "โรงเรียน",
        list(get_args(SchoolNaming)),
        default=saved.schools,
        format_func=lambda each: NAMING_LABELS[each],
        key=Key.PUBLICATION_SCHOOLS,
        persist_state="session",
        required=True,
        help="รหัสไม่บอกลำดับและคำนวณจากรหัสโรงเรียนไม่ได้ แต่จำนวนคน (n) ยังทำให้เดาชื่อได้ หลังคำนวณจะบอกว่ากี่โรงเรียน",
    )
    with st.expander("เกณฑ์การปกปิด"):
        count = st.select_slider(
            "ปกปิดจำนวนที่น้อยกว่า (คน)",
            _COUNTS,
            value=saved.smallest_count,
            key=Key.PUBLICATION_COUNT,
            persist_state="session",
        )
        group = st.select_slider(
            "ปกปิดค่าของกลุ่มที่เล็กกว่า (คน)",
            _GROUPS,
            value=saved.smallest_group,
            key=Key.PUBLICATION_GROUP,
            persist_state="session",
        )
        zero = st.toggle(
            "แสดงค่าศูนย์และครบทุกคนของกลุ่มที่ใหญ่พอ",
            saved.show_zero,
            key=Key.PUBLICATION_ZERO,
            persist_state="session",
            help="ไม่มีใครเลยในกลุ่มใหญ่ไม่ได้บอกเรื่องของใครคนใดคนหนึ่ง แต่ถ้าเป็นเรื่องอ่อนไหวควรปิด",
        )
    with st.expander("เนื้อหาที่เผยแพร่"):
        sar = st.toggle("ผลสังเคราะห์ SAR", saved.with_sar, key=Key.PUBLICATION_SAR, persist_state="session")
        answers = st.toggle(
            "คำตอบที่ปักหมุดในที่ประชุม", saved.with_answers, key=Key.PUBLICATION_ANSWERS, persist_state="session"
        )
        sections = st.multiselect(
            "ข้อความที่คนเขียนซึ่งยอมให้เผยแพร่",
            list(_TEXTS),
            [each for each in saved.sections if each in _TEXTS],
            format_func=lambda each: _TEXTS[each],
            key=Key.PUBLICATION_SECTIONS,
            persist_state="session",
            help="ตรวจก่อนว่าไม่มีชื่อบุคคล ข้อความที่ไม่เลือกจะไม่อยู่ในฉบับเผยแพร่",
        )
    return PublicationSettings(count, group, zero, schools or saved.schools, tuple(sections), sar, answers)


def _save(desk: ReportDesk, chosen: PublicationSettings, version: int) -> None:
    with errors_shown():
        save_publication_settings(desk.store, chosen, seen_version=version, by=who())


def _computed(desk: ReportDesk, chosen: PublicationSettings) -> PublicFigures:
    bar = st.progress(0.0, "กำลังหาค่าที่ต้องปกปิด")

    def tell(done: int, of: int) -> None:
        bar.progress(done / max(of, 1), f"กำลังหาค่าที่ต้องปกปิด {done:,} จาก {of:,}")

    figures = make_publication(desk.store, desk.office, desk.data, desk.found, chosen, tell)
    bar.empty()
    return figures


def _show_hidden(desk: ReportDesk, made: PublicFigures) -> None:
    publication, counts = made.publication, made.publication.counts
    if not publication.figures:
        st.info(
            "ยังไม่มีตัวชี้วัดหลักที่มีค่า ฉบับเผยแพร่จะมีแต่ข้อความรายงาน นำเข้าข้อมูลอย่างน้อยหนึ่งด้าน แล้วกด คำนวณค่าที่จะปกปิด อีกครั้ง"
        )
        return
    st.markdown(
        f"แสดง **{counts.n_published:,}** ค่า ปกปิดเพราะคนน้อย **{counts.n_primary:,}** ค่า "
        f"ปกปิดเพิ่มเพื่อกันการคำนวณย้อน **{counts.n_secondary:,}** ค่า"
    )
    if made.n_guessable:
        st.warning(
            f"รหัสปกปิดชื่อได้ไม่สนิท: ผู้ที่รู้จำนวนนักเรียนของแต่ละโรงเรียน โยงรหัสกลับเป็นชื่อได้ {made.n_guessable:,} โรงเรียน "
            "จากจำนวนคน (n) ที่ไม่ซ้ำกัน ถ้าต้องไม่ให้รู้ว่าเป็นโรงเรียนใด เลือก ไม่แสดงรายโรงเรียน"
        )
    if not counts.n_primary:
        return
    hidden: Counter[tuple[str, Reason]] = Counter(
        (each.indicator_id, each.reason) for each in publication.figures if each.is_hidden
    )
    reasons = [reason for reason in get_args(Reason) if any(own == reason for _, own in hidden)]
    rows = [
        {"ตัวชี้วัด": desk.data.catalogue.by_id[indicator_id].name}
        | {REASON_LABELS[reason]: hidden[indicator_id, reason] for reason in reasons}
        for indicator_id in dict.fromkeys(own for own, _ in hidden)
    ]
    with st.expander(f"ค่าที่ปกปิดแยกตามตัวชี้วัด {len(rows):,} ตัว (ใช้ภายในสำนักงาน)"):
        st.dataframe(rows, hide_index=True, key=Key.PUBLICATION_TABLE)


def _show_download(desk: ReportDesk, made: PublicFigures) -> None:
    draft = False
    if desk.is_draft:
        st.warning("ยังมีเรื่องที่ต้องแก้ใน “พร้อมหรือยัง” จึงสร้างได้เฉพาะฉบับร่างเพื่อดูภายใน")
        draft = st.toggle("สร้างเป็นฉบับร่าง", key=Key.PUBLICATION_DRAFT, persist_state="session")
        if not draft:
            return
    st.download_button(
        "ดาวน์โหลดฉบับเผยแพร่ (ZIP)",
        data=lambda: make_public_zip(desk.run, made, as_draft=draft),
        file_name=f"ฉบับเผยแพร่ กตปน {desk.year_be}{desk.draft_word}.zip",
        mime="application/zip",
        key=Key.PUBLICATION_ZIP,
        on_click=None if draft else _record,
        args=None if draft else (desk, made),
    )
    st.caption(plain("แตกไฟล์แล้วเปิด index.html ตรวจทุกหน้าก่อนนำขึ้นเว็บ บันทึกการเปลี่ยนแปลงจะนับครั้งที่ดาวน์โหลดฉบับจริง"))


def _record(desk: ReportDesk, made: PublicFigures) -> None:
    with errors_shown():
        record_publication(desk.store, made.publication, thai_today(), by=who())
