"""What blocks a document and what should be looked at first, each line with the place that mends it."""

from collections.abc import Callable, Sequence

import streamlit as st

from lib.services.readiness import Check
from lib.ui.navigation import page_title
from lib.ui.plain import plain
from lib.ui.state import Key

_SIGNS = {"done": ":green[✓]", "ask": ":yellow[◆]", "block": ":orange[▼]"}
_OPEN = "เปิดดู"


def show_checks(
    checks: Sequence[Check], *, here: str = "", jump: Callable[[Check], None] | None = None
) -> None:
    """What blocks, what asks, what is done, each under its words; no link to the page that is open already.

    Args:
        here: file of the open page.
        jump: opens another view of the open page; without it such a line has no button.
    """
    blocks, asks, done = (
        [check for check in checks if check.state == state] for state in ("block", "ask", "done")
    )
    if blocks:
        st.markdown(f"**ต้องแก้ก่อนเสนอ {len(blocks):,} เรื่อง** ไฟล์ที่ได้จะเป็นฉบับร่างจนกว่าจะแก้ครบ")
        _show_lines(blocks, here, jump)
    if asks:
        st.markdown(f"**ควรดูก่อนเสนอ {len(asks):,} เรื่อง**")
        _show_lines(asks, here, jump)
    if not blocks and not asks:
        st.success("เรียบร้อยทุกเรื่อง พร้อมเสนอ")
    if done:
        with st.expander(f"เรียบร้อยแล้ว {len(done):,} เรื่อง"):
            _show_lines(done, here, None)


def _show_lines(checks: Sequence[Check], here: str, jump: Callable[[Check], None] | None) -> None:
    for place, check in enumerate(checks):
        line, link = st.columns([6, 1], vertical_alignment="center")
        with line.container(gap=None):
            st.markdown(f"{_SIGNS[check.state]} {plain(check.text)}")
            if check.detail:
                st.caption(plain(check.detail))
        key = f"{Key.CHECK_JUMP}-{check.state}-{check.view or check.page}-{place}"
        if check.page and check.page != here:
            told = f"เปิดหน้า{page_title(check.page)}"
            if link.button(_OPEN, key=key, type="tertiary", help=told):
                st.switch_page(check.page)
        elif check.view and jump is not None:
            link.button(_OPEN, key=key, type="tertiary", help="เปิดงานนี้ในหน้านี้", on_click=jump, args=(check,))
