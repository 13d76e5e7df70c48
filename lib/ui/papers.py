"""The papers around a meeting: pick one, fill what only people know, download it."""

from datetime import date, time, timedelta
from functools import partial

import streamlit as st

from lib.domain.papers import PaperKind
from lib.services.evidence_focus import thai_today
from lib.services.paper_agenda import AgendaChoice
from lib.services.papers import (
    PaperChoice,
    make_paper,
    notice_caution,
    paper_name,
    seats_as_text,
    seats_from_text,
    standing_seats,
)
from lib.thai.date_text import parse_date_be
from lib.thai.dates import BE_OFFSET
from lib.ui.dates import show_date
from lib.ui.report_desk import ReportDesk
from lib.ui.state import Key

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_USUAL_HOUR = time(9, 30)
_WITH_MATTERS = (PaperKind.AGENDA, PaperKind.MINUTES)
_WRITTEN = {
    PaperKind.LETTER: ("เลขที่หนังสือ", "เช่น ศธ 04000/123", "หนังสือลงวันที่"),
    PaperKind.MEMO: ("เลขที่หนังสือ", "เช่น ศธ 04000/123", "หนังสือลงวันที่"),
    PaperKind.ORDER: ("เลขที่คำสั่ง", "เช่น 15/2569", "สั่ง ณ วันที่"),
}
_HINTS = {
    PaperKind.LETTER: "หนังสือถึงกรรมการภายนอก เว้นที่ตราครุฑสูง 3 เซนติเมตร วางตราของสำนักงานหรือพิมพ์บนกระดาษตราครุฑ",
    PaperKind.MEMO: "หนังสือถึงกรรมการที่เป็นบุคลากรของสำนักงาน เว้นที่ตราครุฑสูง 1.5 เซนติเมตร",
    PaperKind.AGENDA: "คำตอบที่ปักหมุด ข้อค้นพบที่รับแล้ว และข้อเสนอแนะ อยู่ใต้วาระของตน",
    PaperKind.MINUTES: "มติและรายชื่อเว้นบรรทัดไว้เขียน เติมข้อมูลจากระบบใต้วาระให้แล้ว",
    PaperKind.ORDER: "ตรวจฐานอำนาจและองค์ประกอบกรรมการกับกฎกระทรวงก่อนเสนอลงนาม",
}
_OWN_FORM = (
    "เอกสารชุดนี้ใช้แบบหนังสือราชการของโปรแกรม ไม่ใช้แม่แบบรายงานของสำนักงาน เพราะขอบกระดาษและตำแหน่งข้อความกำหนดไว้แล้ว"
)


def show_papers(desk: ReportDesk) -> None:
    """Pick a paper, its meeting and what goes in; the file is made when it is asked for."""
    kind = st.segmented_control(
        "เอกสาร",
        list(PaperKind),
        default=PaperKind.LETTER,
        format_func=paper_name,
        key=Key.PAPER_KIND,
        persist_state="session",
        required=True,
    )
    st.caption(f"{_HINTS[kind]} {_OWN_FORM}")
    today = thai_today()
    number, day, starts, place = _meeting(kind, today)
    reference, written_on = _written(kind, today)
    address = _lines("ที่อยู่สำนักงาน (พิมพ์ทีละบรรทัด)", "paper-address") if kind is PaperKind.LETTER else ()
    seats = standing_seats()
    if kind in (PaperKind.MINUTES, PaperKind.ORDER):
        seats = seats_from_text(
            st.text_area(
                "กรรมการ บรรทัดละคน: ตำแหน่งในคณะกรรมการ | เป็นผู้แทนใคร (ชื่อเว้นไว้เขียน)",
                seats_as_text(seats),
                height=260,
                key="paper-seats",
                persist_state="session",
            )
        )
    agenda = _matters(desk, kind) if kind in _WITH_MATTERS else AgendaChoice()
    thai_digits = st.toggle(
        "ใช้เลขไทย", desk.office.thai_digits, key="paper-thai-digits", persist_state="session"
    )
    if day is None or written_on is None:
        st.warning("วันที่ยังไม่ครบหรือไม่มีในปฏิทิน เลือกวัน เดือน และ พ.ศ. ก่อนดาวน์โหลด")
        return
    choice = PaperChoice(
        kind, number, day, starts, place, written_on, thai_digits, reference, address, seats, agenda
    )
    if caution := notice_caution(choice):
        st.warning(caution)
    st.download_button(
        f"ดาวน์โหลด{paper_name(kind)}",
        data=partial(make_paper, desk.content, desk.office, choice),
        file_name=f"{paper_name(kind)}.docx",
        mime=_WORD,
        type="primary",
        key=Key.PAPER_DOCX,
    )


def _meeting(kind: PaperKind, today: date) -> tuple[str, date | None, time, str]:
    """Number, day, hour and place of the meeting; an order has none."""
    if kind is PaperKind.ORDER:
        return "", today, _USUAL_HOUR, ""
    st.markdown("**วันประชุม**")
    left, right = st.columns(2, vertical_alignment="bottom")
    with left:
        said = show_date("", today + timedelta(days=7), key="paper-meeting", keep="session")
    with right:
        first, second = st.columns(2, vertical_alignment="bottom")
        starts = first.time_input("เวลา", _USUAL_HOUR, step=1800, key="paper-time", persist_state="session")
        number = second.text_input(
            "ครั้งที่",
            placeholder=f"เช่น 1/{today.year + BE_OFFSET}",
            max_chars=20,
            key="paper-number",
            persist_state="session",
        )
    place = st.text_input(
        "สถานที่ประชุม",
        placeholder="เช่น ห้องประชุม 1 สำนักงานเขตพื้นที่การศึกษา",
        max_chars=120,
        key="paper-place",
        persist_state="session",
    )
    return number.strip(), parse_date_be(said), starts or _USUAL_HOUR, place.strip()


def _written(kind: PaperKind, today: date) -> tuple[str, date | None]:
    """Number and day of a paper that is sent or ordered; other papers have neither."""
    if kind not in _WRITTEN:
        return "", today
    word, example, day_word = _WRITTEN[kind]
    st.markdown(f"**{day_word}**")
    left, right = st.columns(2, vertical_alignment="bottom")
    with left:
        said = show_date("", today, key=f"paper-written-{kind.value}", keep="session")
    reference = right.text_input(
        word,
        placeholder=f"{example} เว้นว่างเพื่อเขียนเอง",
        max_chars=40,
        key=f"paper-reference-{kind.value}",
        persist_state="session",
    )
    return reference.strip(), parse_date_be(said)


def _lines(label: str, key: str) -> tuple[str, ...]:
    text = st.text_area(label, height=90, key=key, persist_state="session")
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _matters(desk: ReportDesk, kind: PaperKind) -> AgendaChoice:
    """What of the office's own goes under the agenda."""
    content = desk.content
    n_advice = sum(len(each.recommendations) for each in content.all_findings)
    own = [each for each in content.all_findings if not each.is_shared]
    first, second, third = st.columns(3)
    return AgendaChoice(
        with_pinned=first.checkbox(
            f"คำตอบที่ปักหมุด {len(content.pinned):,} เรื่อง",
            value=True,
            key="paper-pinned",
            persist_state="session",
        ),
        with_findings=second.checkbox(
            f"ข้อค้นพบที่รับแล้ว {len(own):,} ข้อ", value=True, key="paper-findings", persist_state="session"
        ),
        with_recommendations=third.checkbox(
            f"ข้อเสนอแนะ {n_advice:,} ข้อ", value=True, key="paper-advice", persist_state="session"
        ),
        five_items=first.checkbox(
            "ใช้ 5 วาระ (เรื่องเพื่อทราบรวมในวาระที่ 1)", key="paper-five", persist_state="session"
        ),
        noted=kind is PaperKind.MINUTES
        and second.checkbox("ใส่มติ “รับทราบ” ในเรื่องเพื่อทราบ", key="paper-noted", persist_state="session"),
    )
