"""A day asked as day, month and พ.ศ., which the browser's own calendar lacks."""

from datetime import date

import streamlit as st

from lib.thai.date_text import MONTHS
from lib.thai.dates import BE_OFFSET

_BLANK = "—"
_DAYS = (_BLANK, *map(str, range(1, 32)))
_MONTHS = (_BLANK, *MONTHS)
_FIRST_BE, _LAST_BE = 2480, 2640


def show_date(
    label: str, kept: date | None, *, key: str, year_be: int | None = None, disabled: bool = False
) -> str:
    """Draw three inputs side by side.

    Args:
        label: what the day is of, before วันที่; may be empty.
        key: start of the widget keys.
        year_be: the year offered where no day is kept; None leaves it empty.

    Returns:
        ``16 ธันวาคม 2569``; an incomplete date as the parts that are there, which no reader of dates accepts.
    """
    first, second, third = st.columns([1, 2, 2])
    day = first.selectbox(
        f"{label} วันที่".strip(), _DAYS, kept.day if kept else 0, key=f"{key}-day", disabled=disabled
    )
    month = second.selectbox(
        "เดือน", _MONTHS, kept.month if kept else 0, key=f"{key}-month", disabled=disabled
    )
    year = third.number_input(
        "พ.ศ.",
        min_value=_FIRST_BE,
        max_value=_LAST_BE,
        value=kept.year + BE_OFFSET if kept else year_be,
        step=1,
        format="%d",
        key=f"{key}-year",
        placeholder="เช่น 2568",
        disabled=disabled,
    )
    parts = [part for part in (day, month, str(year) if year is not None else _BLANK) if part != _BLANK]
    return " ".join(parts)
