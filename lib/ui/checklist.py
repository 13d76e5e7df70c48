"""What blocks a document and what should be looked at first, each line with the place that mends it."""

from collections.abc import Sequence

import streamlit as st

from lib.services.readiness import Check
from lib.ui.navigation import page_title
from lib.ui.plain import plain
from lib.ui.state import Key, put

_SIGNS = {"done": ":green[✓]", "ask": ":yellow[◆]", "block": ":orange[▼]"}
_OPEN = "เปิดดู"
#: Page → the keys that choose its view and the part of it.
_VIEWS = {
    "pages/report.py": (Key.REPORT_VIEW, Key.REPORT_SECTION),
    "pages/findings.py": (Key.STATUS, Key.SCOPE),
    "pages/self_assessments.py": (Key.SAR_NEXT, None),
}


def show_checks(checks: Sequence[Check], *, here: str) -> None:
    """What blocks, what asks, what is done, each under its words; no link to what is open already.

    Args:
        here: file of the open page.
    """
    blocks, asks, done = (
        [check for check in checks if check.state == state] for state in ("block", "ask", "done")
    )
    if blocks:
        st.markdown(f"**ต้องแก้ก่อนเสนอ {len(blocks):,} เรื่อง** ไฟล์ที่ได้จะเป็นฉบับร่างจนกว่าจะแก้ครบ")
        _show_lines(blocks, here)
    if asks:
        st.markdown(f"**ควรดูก่อนเสนอ {len(asks):,} เรื่อง**")
        _show_lines(asks, here)
    if not blocks and not asks:
        st.success("เรียบร้อยทุกเรื่อง พร้อมเสนอ")
    if done:
        with st.expander(f"เรียบร้อยแล้ว {len(done):,} เรื่อง"):
            _show_lines(done, here)


def _show_lines(checks: Sequence[Check], here: str) -> None:
    for place, check in enumerate(checks):
        line, link = st.columns([6, 1], vertical_alignment="center")
        with line.container(gap=None):
            st.markdown(f"{_SIGNS[check.state]} {plain(check.text)}")
            if check.detail:
                st.caption(plain(check.detail))
        elsewhere = bool(check.page) and check.page != here
        if not elsewhere and not check.view:
            continue
        pressed = link.button(
            _OPEN,
            key=f"{Key.CHECK_JUMP}-{check.state}-{check.page}-{check.view}-{place}",
            type="tertiary",
            help=f"เปิดหน้า{page_title(check.page)}" if elsewhere else "เปิดงานนี้ในหน้านี้",
            on_click=_wish,
            args=(check,),
        )
        if pressed and elsewhere:
            st.switch_page(check.page)


def _wish(check: Check) -> None:
    """Let the page that mends a line open at its view."""
    view, section = _VIEWS.get(check.page, (None, None))
    if view is not None and check.view:
        put(view, check.view)
    if section is not None and check.section:
        put(section, check.section)
