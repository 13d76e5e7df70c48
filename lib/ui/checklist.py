"""What blocks a document and what should be looked at first, each line with the page that mends it."""

from collections.abc import Sequence

import streamlit as st

from lib.services.readiness import Check
from lib.ui.plain import plain

_SIGNS = {"done": ":green[✓]", "ask": ":yellow[◆ ควรดู]", "block": ":orange[▼ ต้องแก้]"}


def show_checks(checks: Sequence[Check], *, here: str = "") -> None:
    """One line per check; no link to the page that is open already.

    Args:
        here: file of the open page.
    """
    for check in checks:
        line, link = st.columns([5, 1], vertical_alignment="center")
        line.markdown(f"{_SIGNS[check.state]} {plain(check.text)}")
        if check.page and check.page != here:
            link.page_link(check.page, label="เปิดหน้า")
