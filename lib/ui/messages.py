"""Errors, empty states and issues in words; a stack goes to the log, an id to the person."""

import logging
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import streamlit as st

from lib.domain.issues import Issue, Severity
from lib.errors import EditConflict, WorkbenchError
from lib.ui.navigation import PAGES

_LOG = logging.getLogger("ktpn")
_SEVERITY_WORDS = {
    Severity.ERROR: "ไม่นำเข้า",
    Severity.QUESTION: "รอคำตอบ",
    Severity.WARNING: "ควรตรวจ",
    Severity.INFO: "แก้ให้แล้ว",
}


@contextmanager
def errors_shown() -> Iterator[None]:
    """Turn an error of a service into plain words on the page; the page goes on."""
    try:
        yield
    except EditConflict as error:
        st.warning(_both(error))
    except WorkbenchError as error:
        st.error(_both(error))
    except Exception as error:
        show_unexpected(error)


def show_unexpected(error: Exception) -> None:
    """A fault of the program: a Thai sentence with an id, the stack only in the log."""
    error_id = uuid.uuid4().hex[:8]
    _LOG.error("unexpected error %s", error_id, exc_info=error)
    st.error(
        f"เกิดข้อผิดพลาดที่ไม่คาดไว้ รหัส {error_id} ข้อมูลที่บันทึกไว้แล้วไม่เสียหาย ลองเปิดหน้านี้ใหม่ ถ้ายังเกิดซ้ำให้แจ้งผู้ดูแลพร้อมรหัสนี้"
    )


def show_empty(text: str, path: str, label: str) -> None:
    """What is missing and why it matters, with the one way to get it."""
    st.info(text)
    entry = next(page for page in PAGES if page.path == path)
    st.page_link(entry.path, label=label)


def show_issues(issues: Sequence[Issue], *, key: str, file_name: str = "") -> None:
    """Issues as a table that can be sorted, copied and downloaded; nothing when there are none."""
    if not issues:
        return
    rows = [
        {
            "สถานะ": _SEVERITY_WORDS[issue.severity],
            "ชีต": issue.sheet,
            "เซลล์": issue.cell,
            "ค่าในไฟล์": issue.value,
            "เรื่อง": issue.message,
            "สิ่งที่ทำได้": issue.hint,
            "รหัส": issue.code,
        }
        for issue in issues
    ]
    st.dataframe(rows, hide_index=True, width="stretch", key=f"{key}-issues")
    lines = ["\t".join(map(str, rows[0])), *("\t".join(map(str, row.values())) for row in rows)]
    st.download_button(
        "ดาวน์โหลดรายการปัญหา",
        data="\ufeff" + "\n".join(lines),
        file_name=f"ปัญหา-{file_name or 'ไฟล์'}.tsv",
        mime="text/tab-separated-values",
        key=f"{key}-issues-download",
    )


def _both(error: WorkbenchError) -> str:
    return f"{error.message} — {error.hint}" if error.hint else error.message
