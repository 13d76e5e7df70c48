"""The review desk: the report's page on one side, what was read of it on the other, one item at a time."""

import streamlit as st

from lib.domain.assessments import ReportStatus
from lib.services import self_assessments as sar
from lib.services.report_queue import open_items
from lib.ui.plain import plain
from lib.ui.sar_desk import SarDesk
from lib.ui.sar_review_acts import conflict_of, next_open, opened_item
from lib.ui.sar_review_answers import show_conflict
from lib.ui.sar_review_form import show_add_buttons, show_form
from lib.ui.sar_review_item import show_item
from lib.ui.sar_review_list import show_list
from lib.ui.sar_review_lock import show_confirm, show_history, show_lock, show_state
from lib.ui.sar_review_page import show_page
from lib.ui.sar_review_queue import load_queue, show_queue, show_removed


def show_review_view(desk: SarDesk) -> None:
    """The view of the page: a report to compare, or what to do where there is none."""
    names = {school.school_id: school.name for school in desk.schools}
    if desk.reports:
        queue = load_queue(desk.store, desk.reports)
        _show_desk(desk, show_queue(queue, names), names)
    else:
        st.info("ยังไม่มีรายงานของปีนี้ให้ตรวจ เริ่มจาก “รับรายงานใหม่”")
    show_removed(desk.store, desk.year_be, names)


def _show_desk(desk: SarDesk, report_id: int, names: dict[str, str]) -> None:
    saved, document = sar.load_report(desk.store, report_id)
    items = open_items(desk.store, saved)
    locked = saved.status is ReportStatus.CONFIRMED
    key = opened_item(report_id)
    first = None if locked else next_open(items, None)
    item = next((each for each in items if each.key == key), first)
    name = names.get(saved.school_id, saved.school_id)
    left, right = st.columns([11, 10], gap="medium")
    with right:
        show_state(saved)
        clash = conflict_of(report_id)
        if clash is not None:
            show_conflict(desk.store, saved, *clash)
        then = next_open(items, item)
        if locked:
            if item is not None:
                show_item(desk.store, saved, document, items, item, locked=True)
        elif not show_form(desk.store, saved, document, item, then.key if then else ""):
            if item is not None:
                show_item(desk.store, saved, document, items, item)
            show_confirm(desk.store, saved, items, load_queue(desk.store, desk.reports), plain(name))
        show_list(saved, items, expanded=locked or item is None)
        if not locked:
            show_add_buttons()
        show_history(desk.store, saved)
        show_lock(desk.store, saved, name)
    with left:
        show_page(desk.store, saved, document, item)
