"""How sound the text of a report's pages is: which were repaired, which could not be read."""

import streamlit as st

from lib.domain.document_text import DocumentText, PageReading, PageVerdict
from lib.thai.defects import Fault, Repair
from lib.ui.plain import plain

_LOST = (PageVerdict.UNREADABLE, PageVerdict.SCANNED)


def show_pages(document: DocumentText) -> None:
    """One line about the whole, the pages that need an eye below it; nothing where every page is sound."""
    lost = [page for page in document.pages if page.verdict in _LOST]
    repaired = [page for page in document.pages if page.verdict is PageVerdict.REPAIRED]
    if not lost and not repaired:
        return
    parts = []
    if lost:
        parts.append(f"อ่านไม่ได้ {len(lost):,} หน้า")
    if repaired:
        parts.append(f"ซ่อมตัวอักษร {len(repaired):,} หน้า")
    with st.expander(f"{' · '.join(parts)} จาก {document.page_count:,} หน้า", expanded=bool(lost)):
        st.table(
            [
                {"หน้า": page.page, "ผล": _outcome(page), "พบอะไร": plain(_found(page))}
                for page in sorted((*lost, *repaired), key=lambda one: one.page)
            ],
            hide_index=True,
        )


def _outcome(page: PageReading) -> str:
    if page.verdict is PageVerdict.SCANNED:
        return "ภาพสแกน"
    return "อ่านไม่ได้" if page.verdict is PageVerdict.UNREADABLE else "ซ่อมแล้ว"


def _found(page: PageReading) -> str:
    if page.fault:
        return f"{Fault(page.fault).label} ไม่ได้ใช้ข้อความของหน้านี้"
    return ", ".join(f"{Repair(kind).label} {count:,} แห่ง" for kind, count in page.repairs)
