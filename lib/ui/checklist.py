"""What blocks a document and what should be looked at first, each line with the place that mends it."""

from collections.abc import Callable, Sequence

import streamlit as st

from lib.services.readiness import Check
from lib.ui.plain import plain
from lib.ui.state import Key

_SIGNS = {"done": ":green[✓]", "ask": ":yellow[◆ ควรดู]", "block": ":orange[▼ ต้องแก้]"}


def show_checks(
    checks: Sequence[Check], *, here: str = "", jump: Callable[[Check], None] | None = None
) -> None:
    """One line per check; no link to the page that is open already.

    Args:
        here: file of the open page.
        jump: opens another view of the open page; without it such a line has no button.
    """
    for place, check in enumerate(checks):
        line, link = st.columns([5, 1], vertical_alignment="center")
        line.markdown(f"{_SIGNS[check.state]} {plain(check.text)}")
        if check.page and check.page != here:
            link.page_link(check.page, label="เปิดหน้า")
        elif check.view and jump is not None:
            link.button(
                "เปิดดู",
                key=f"{Key.CHECK_JUMP}-{check.state}-{check.view}-{place}",
                on_click=jump,
                args=(check,),
                type="tertiary",
            )
