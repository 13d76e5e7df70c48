"""The order in which the report tells the accepted findings of a domain, put right by hand."""

from collections.abc import Sequence

import streamlit as st

from lib.domain.findings import KIND_LABELS
from lib.domain.indicators import Catalogue
from lib.services.finding_decisions import put_in_order
from lib.services.findings import ReviewedFinding, report_place
from lib.storage.engine import Store
from lib.ui.dialogs import close_dialog, is_open, open_dialog
from lib.ui.kept_messages import say_after_rerun
from lib.ui.messages import errors_shown
from lib.ui.pickers import place_of
from lib.ui.resources import who
from lib.ui.state import Key, get, put

_NAME = "finding-order"


def show_order_button(store: Store, findings: Sequence[ReviewedFinding], catalogue: Catalogue) -> None:
    """A button for the dialog of the order, once a domain has two accepted findings."""
    domains: dict[str, list[ReviewedFinding]] = {area.id: [] for area in catalogue.domains}
    for each in findings:
        if each.enters_report:
            domains[each.finding.domain].append(each)
    movable = {name: sorted(held, key=report_place) for name, held in domains.items() if len(held) > 1}
    if not movable:
        return
    st.button("จัดลำดับในรายงาน", key=_NAME, icon=":material/swap_vert:", on_click=open_dialog, args=(_NAME,))
    if is_open(_NAME):
        _dialog(store, movable, catalogue)


def _leave() -> None:
    put(Key.FINDING_ORDER, ())
    close_dialog()


@st.dialog("จัดลำดับในรายงาน", width="large", on_dismiss=_leave)
def _dialog(store: Store, movable: dict[str, list[ReviewedFinding]], catalogue: Catalogue) -> None:
    domain = st.selectbox(
        "ด้าน", list(movable), format_func=lambda name: catalogue.domain(name).name, key=f"{_NAME}-domain"
    )
    st.caption("รายงานแยกจุดเด่น จุดที่ควรพัฒนา และเรื่องที่ต้องติดตาม ลำดับนี้ใช้ภายในแต่ละกลุ่ม")
    held = {each.finding.id: each for each in movable[domain]}
    moved: tuple[str, ...] = get(Key.FINDING_ORDER, ())
    order = [name for name in moved if name in held]
    if len(order) != len(held):
        order = list(held)
    for kind, label in KIND_LABELS.items():
        group = [held[name] for name in order if held[name].finding.kind == kind]
        if group:
            st.markdown(f"**{label}**")
        for place, each in enumerate(group):
            _show_line(place, each, group, order)
    if st.button(f"บันทึกลำดับ {len(held):,} ข้อ", type="primary", key=f"{_NAME}-save"):
        with errors_shown():
            put_in_order(store, domain, tuple(held[name] for name in order), by=who())
            _leave()
            say_after_rerun(f"บันทึกลำดับในรายงานของ{catalogue.domain(domain).name}แล้ว")
            st.rerun()


def _show_line(place: int, each: ReviewedFinding, group: list[ReviewedFinding], order: list[str]) -> None:
    """One finding with its two buttons; the ends of the list have nowhere to go."""
    text, up, down = st.columns([10, 1.3, 1.3], vertical_alignment="center")
    text.text(f"{place + 1}. {each.sentence}")
    for column, step, sign, words in (
        (up, -1, "arrow_upward", "ขึ้น"),
        (down, 1, "arrow_downward", "ลง"),
    ):
        beside = group[place + step] if 0 <= place + step < len(group) else None
        column.button(
            words,
            icon=f":material/{sign}:",
            width="stretch",
            # Named by its place, so that the keyboard stays on it when the lines change places.
            key=f"{_NAME}-{sign}-{each.finding.kind}-{place + 1}",
            disabled=beside is None,
            on_click=_swap,
            args=(order, each.finding.id, beside.finding.id if beside else ""),
        )


def _swap(order: list[str], one: str, other: str) -> None:
    i, j = place_of(one, order), place_of(other, order)
    order[i], order[j] = order[j], order[i]
    put(Key.FINDING_ORDER, tuple(order))
