"""แม่แบบของสำนักงาน: the office's own Word template, checked before it is used."""

from collections.abc import Sequence

import streamlit as st

from lib.domain.issues import Issue, Severity
from lib.domain.office_templates import PLACEHOLDERS
from lib.services.report_editions import template_fault
from lib.services.report_template import (
    TemplateShelf,
    check_template,
    keep_template,
    load_template_shelf,
    start_template,
    template_file,
    use_template,
)
from lib.storage.engine import Store
from lib.thai.dates import format_moment
from lib.ui.kept_messages import say_after_rerun
from lib.ui.messages import errors_shown
from lib.ui.pickers import place_of
from lib.ui.plain import plain
from lib.ui.report_desk import ReportDesk
from lib.ui.resources import who
from lib.ui.state import Key, get, put

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_WORDS = {Severity.ERROR: "ใช้ไม่ได้", Severity.WARNING: "ควรแก้", Severity.QUESTION: "ควรดู"}


def show_template(desk: ReportDesk) -> None:
    """Which template is in use, a new one to check, and the earlier ones."""
    shelf = load_template_shelf(desk.store)
    _show_in_use(desk, shelf)
    st.subheader("นำแม่แบบขึ้นใหม่")
    left, right = st.columns([2, 1])
    with right:
        st.download_button(
            "ดาวน์โหลดแม่แบบตั้งต้น",
            data=start_template,
            file_name="แม่แบบตั้งต้น.docx",
            mime=_WORD,
            width="stretch",
            key=f"{Key.REPORT_TEMPLATE}-start",
        )
        st.caption("แก้หัวกระดาษ ตรา และสไตล์ใน Word แล้วนำขึ้นที่นี่")
    with left:
        file = st.file_uploader(
            "แม่แบบ Word (.docx หรือ .dotx) ไม่เกิน 10 MB ไม่มีมาโคร",
            key=f"{Key.REPORT_TEMPLATE}-{get(Key.REPORT_TEMPLATE, 0)}",
        )
    if file is not None:
        with errors_shown():
            _show_check(desk.store, shelf, file.getvalue(), file.name)
    with st.expander("ช่องเติมข้อความที่ใช้ได้ในแม่แบบ"):
        st.markdown("\n".join(f"- `{{{{{name}}}}}` {meaning}" for name, meaning in PLACEHOLDERS))
    _show_earlier(desk.store, shelf)


def _show_in_use(desk: ReportDesk, shelf: TemplateShelf) -> None:
    record = shelf.in_use
    if record is None:
        st.markdown("ใช้แม่แบบของโปรแกรมอยู่ ตัวอักษร TH Sarabun 16 พอยต์ หัวกระดาษเป็นชื่อรายงาน")
        return
    st.markdown(
        f"ใช้แม่แบบที่ {record.number:,} **{plain(record.file_name)}** · {plain(record.by)} "
        f"นำขึ้นเมื่อ {format_moment(record.saved_at)}"
    )
    if remark := template_fault(desk.store, desk.content):
        st.warning(plain(remark))


def _show_check(store: Store, shelf: TemplateShelf, content: bytes, name: str) -> None:
    with st.spinner("กำลังตรวจแม่แบบ"):
        issues = _checked(content, name)
    refused = any(issue.severity is Severity.ERROR for issue in issues)
    n_warned = sum(issue.severity is Severity.WARNING for issue in issues)
    if refused:
        st.error(f"แม่แบบ {plain(name)} ยังใช้ไม่ได้ แม่แบบที่ใช้อยู่ไม่เปลี่ยน")
    elif n_warned:
        st.warning(f"แม่แบบ {plain(name)} ใช้ได้ มีเรื่องควรแก้ {n_warned:,} เรื่อง")
    else:
        st.success(f"แม่แบบ {plain(name)} ใช้ได้")
    _show_issues(issues)
    if not refused and st.button(
        "ใช้แม่แบบนี้กับรายงานฉบับต่อไป", type="primary", key=f"{Key.REPORT_TEMPLATE}-keep"
    ):
        with errors_shown():
            number = keep_template(store, content, name, seen_version=shelf.version, by=who())
            put(Key.REPORT_TEMPLATE, get(Key.REPORT_TEMPLATE, 0) + 1)
            say_after_rerun(f"ใช้แม่แบบที่ {number:,} แล้ว รายงานที่ดาวน์โหลดต่อจากนี้ใช้แม่แบบนี้")
            st.rerun()


@st.cache_data(max_entries=4, show_spinner=False)
def _checked(content: bytes, name: str) -> tuple[Issue, ...]:
    return check_template(content, name)


def _show_issues(issues: Sequence[Issue]) -> None:
    told = [issue for issue in issues if issue.severity is not Severity.INFO]
    if told:
        st.markdown(
            "\n".join(
                f"- **{_WORDS[issue.severity]}** {plain(issue.message)} {plain(issue.hint)}" for issue in told
            )
        )
    quiet = [issue for issue in issues if issue.severity is Severity.INFO]
    if quiet:
        st.markdown("**สิ่งที่พบในแม่แบบ**")
        st.markdown("\n".join(f"- {plain(issue.message)} {plain(issue.hint)}" for issue in quiet))


def _show_earlier(store: Store, shelf: TemplateShelf) -> None:
    """Every template given so far; one of them, or the workbench's own, can be put back."""
    if not shelf.records:
        return
    st.subheader("แม่แบบที่เคยนำขึ้น")
    names = {0: "แม่แบบของโปรแกรม"} | {
        each.number: f"แม่แบบที่ {each.number:,} {each.file_name} ({format_moment(each.saved_at)} โดย {each.by})"
        for each in shelf.records
    }
    names[shelf.active] += " – ใช้อยู่"
    left, middle, right = st.columns([3, 1, 1], vertical_alignment="bottom")
    chosen = left.selectbox(
        "แม่แบบ",
        list(names),
        index=place_of(shelf.active, list(names)),
        format_func=names.__getitem__,
        key=f"{Key.REPORT_TEMPLATE}-chosen-{shelf.version}",
    )
    record = next((each for each in shelf.records if each.number == chosen), None)
    if middle.button(
        "กลับไปใช้",
        disabled=chosen == shelf.active,
        width="stretch",
        key=f"{Key.REPORT_TEMPLATE}-use",
    ):
        with errors_shown():
            use_template(store, chosen, seen_version=shelf.version, by=who())
            say_after_rerun(f"ใช้{names[chosen]}แล้ว")
            st.rerun()
    right.download_button(
        "ดาวน์โหลด",
        data=(lambda: template_file(store, record)) if record else start_template,
        file_name=record.file_name if record else "แม่แบบตั้งต้น.docx",
        mime=_WORD,
        width="stretch",
        key=f"{Key.REPORT_TEMPLATE}-file",
    )
