"""Errors, empty states and issues in words; a stack goes to the log, an id to the person."""

import csv
import io
import logging
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

import streamlit as st

from lib.domain.issues import Issue, Severity
from lib.errors import EditConflict, WorkbenchError
from lib.thai.text import safe_text
from lib.ui.navigation import PAGES
from lib.ui.plain import plain

_LOG = logging.getLogger("ktpn")
SEVERITY_WORDS = {
    Severity.ERROR: "ไม่นำเข้า",
    Severity.QUESTION: "รอคำตอบ",
    Severity.WARNING: "ควรตรวจ",
    Severity.INFO: "แก้ให้แล้ว",
}
_MOST_SENTENCES = 30


@contextmanager
def errors_shown() -> Iterator[None]:
    """Turn an error of a service into plain words on the page; the page goes on."""
    try:
        yield
    except EditConflict as error:
        st.warning(plain(error_words(error)))
    except WorkbenchError as error:
        st.error(plain(error_words(error)))
    except Exception as error:
        show_unexpected(error)


def show_unexpected(error: Exception) -> None:
    """A fault of the program: a Thai sentence with an id, the stack only in the log."""
    st.error(unexpected_words(error))


def unexpected_words(error: Exception) -> str:
    """Log the stack of a fault of the program, and give the sentence with its id."""
    error_id = uuid.uuid4().hex[:8]
    _LOG.error("unexpected error %s", error_id, exc_info=error)
    return (
        f"เกิดข้อผิดพลาดที่ไม่คาดไว้ รหัส {error_id} ข้อมูลที่บันทึกไว้แล้วไม่เสียหาย ลองเปิดหน้านี้ใหม่ ถ้ายังเกิดซ้ำให้แจ้งผู้ดูแลพร้อมรหัสนี้"
    )


def show_empty(text: str, path: str, label: str) -> None:
    """What is missing and why it matters, with the one way to get it."""
    st.info(text)
    entry = next(page for page in PAGES if page.path == path)
    st.page_link(entry.path, label=label)


def show_issues(issues: Sequence[Issue], *, key: str, file_name: str = "") -> None:
    """Issues as plain sentences by sheet, long lists as a table; both can be copied and downloaded."""
    if not issues:
        return
    if len(issues) <= _MOST_SENTENCES:
        _show_sentences(issues)
    rows = [
        {
            "สถานะ": SEVERITY_WORDS[issue.severity],
            "ชีต": issue.sheet,
            "เซลล์": issue.cell,
            "ค่าในไฟล์": issue.value,
            "เรื่อง": issue.message,
            "สิ่งที่ทำได้": issue.hint,
            "รหัส": issue.code,
        }
        for issue in issues
    ]
    if len(issues) > _MOST_SENTENCES:
        st.dataframe(rows, hide_index=True, width="stretch", key=f"{key}-issues")
    st.download_button(
        "ดาวน์โหลดรายการปัญหา",
        data=issues_csv(rows),
        file_name=f"ปัญหา-{file_name or 'ไฟล์'}.csv",
        mime="text/csv",
        key=f"{key}-issues-download",
    )


def _show_sentences(issues: Sequence[Issue]) -> None:
    """What is wrong at which cell and what to do, nothing cut off; grouped by sheet in the order found."""
    for sheet in dict.fromkeys(issue.sheet for issue in issues):
        lines = [f"**ชีต “{plain(sheet)}”**"] if sheet else []
        for issue in issues:
            if issue.sheet == sheet:
                cell = f"**{issue.cell}** · " if issue.cell else ""
                word = SEVERITY_WORDS[issue.severity]
                lines.append(f"- {cell}{word}: {plain(issue.message)} {plain(issue.hint)}".rstrip())
        st.markdown("\n".join(lines if not sheet else [lines[0], "", *lines[1:]]))


def issues_csv(rows: Sequence[Mapping[str, str]]) -> bytes:
    """The table of issues as a file that Excel opens with its Thai letters and runs nothing of."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(rows[0])
    writer.writerows([safe_text(cell) for cell in row.values()] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def error_words(error: WorkbenchError) -> str:
    """What happened and what can be done, in one line."""
    return f"{error.message} — {error.hint}" if error.hint else error.message
