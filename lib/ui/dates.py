"""A day asked as day, month and พ.ศ., which the browser's own calendar lacks."""

from collections.abc import Callable
from datetime import date
from typing import Literal

import streamlit as st

from lib.thai.date_text import MONTHS, date_parts
from lib.thai.dates import BE_OFFSET
from lib.ui.pickers import place_of

_BLANK = "—"
_DAYS = (_BLANK, *map(str, range(1, 32)))
_MONTHS = (_BLANK, *MONTHS)
FIRST_BE, LAST_BE = 2480, 2640


def show_date(
    label: str,
    kept: date | str | None,
    *,
    key: str,
    year_be: int | None = None,
    disabled: bool = False,
    on_change: Callable[[], None] | None = None,
    keep: Literal["session"] | None = None,
) -> str:
    """Draw three inputs side by side.

    Args:
        label: what the day is of, before วันที่; may be empty.
        kept: a day, or the parts of one as :func:`picked_date` gave them.
        key: start of the widget keys.
        year_be: the year offered where no day is kept; None leaves it empty.
        on_change: called after a part was picked.
        keep: ``session`` for a day that waits while its person looks elsewhere.

    Returns:
        ``16 ธันวาคม 2569``; an incomplete date as the parts that are there, which no reader of dates accepts.
    """
    parts = (
        (kept.day, kept.month, kept.year + BE_OFFSET) if isinstance(kept, date) else date_parts(kept or "")
    )
    day, month, year = parts or (None, None, None)
    first, second, third = st.columns([1, 2, 2])
    first.selectbox(
        f"{label} วันที่".strip(),
        _DAYS,
        place_of(str(day), _DAYS),
        key=f"{key}-day",
        disabled=disabled,
        on_change=on_change,
        persist_state=keep,
    )
    second.selectbox(
        "เดือน",
        _MONTHS,
        month or 0,
        key=f"{key}-month",
        disabled=disabled,
        on_change=on_change,
        persist_state=keep,
    )
    third.number_input(
        "พ.ศ.",
        min_value=FIRST_BE,
        max_value=LAST_BE,
        value=year if year and FIRST_BE <= year <= LAST_BE else year_be,
        step=1,
        format="%d",
        key=f"{key}-year",
        placeholder="เช่น 2568",
        disabled=disabled,
        on_change=on_change,
        persist_state=keep,
    )
    return picked_date(key)


def picked_date(key: str) -> str:
    """What stands in the three inputs of that key, as :func:`show_date` returns it; empty where undrawn."""
    parts = [st.session_state.get(f"{key}-{part}") for part in ("day", "month", "year")]
    return " ".join(str(part) for part in parts if part not in (None, _BLANK))
