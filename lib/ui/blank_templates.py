"""Blank workbooks to send out, one download per domain."""

from collections.abc import Callable

import streamlit as st

from lib.domain.periods import PeriodKind
from lib.services.evidence_focus import thai_today
from lib.services.templates import make_template, template_file_name
from lib.thai.dates import academic_year_of, fiscal_year_of
from lib.ui.frame import Desk
from lib.ui.state import Key

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show_templates(desk: Desk) -> None:
    """Choose the two years, then download; the file is made when the button is pressed."""
    left, right, _ = st.columns([1, 1, 2])
    with left:
        academic = _pick_year(
            PeriodKind.ACADEMIC_YEAR, academic_year_of(thai_today()), Key.TEMPLATE_ACADEMIC_YEAR
        )
    with right:
        fiscal = _pick_year(PeriodKind.FISCAL_YEAR, fiscal_year_of(thai_today()), Key.TEMPLATE_FISCAL_YEAR)
    for area, column in zip(desk.data.catalogue.domains, st.columns(4), strict=False):
        column.download_button(
            f"ดาวน์โหลดด้าน{area.short_name}",
            data=_maker(desk, area.id, academic, fiscal),
            file_name=template_file_name(area.name, academic, fiscal),
            mime=_XLSX,
            key=f"{Key.TEMPLATE}-{area.id}",
            on_click="ignore",
            width="stretch",
        )


def _maker(desk: Desk, domain_id: str, academic: int, fiscal: int) -> Callable[[], bytes]:
    """The download runs outside the page, so it closes over plain values only."""
    store, schools = desk.store, desk.data.schools
    return lambda: make_template(store, domain_id, academic, fiscal, schools)


def _pick_year(kind: PeriodKind, current: int, key: Key) -> int:
    return st.selectbox(
        kind.label, range(current + 1, current - 6, -1), index=1, key=key, persist_state="session"
    )
