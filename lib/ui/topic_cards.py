"""Matters that schools share: one card per family and side, its matters in a table, its schools below."""

from functools import partial

import streamlit as st

from lib.analysis.examination import Examination
from lib.domain.figures import FigureId
from lib.domain.findings import KIND_LABELS, STATUS_LABELS
from lib.domain.indicators import Catalogue
from lib.services.finding_decisions import accept_all
from lib.services.finding_topics import TopicGroup, told_schools
from lib.services.findings import FindingsResult, ReviewedFinding
from lib.services.indicator_words import make_words
from lib.services.way_home_findings import finding_figures
from lib.storage.engine import Store
from lib.ui.figure_tables import FigurePlace, show_figures
from lib.ui.finding_cards import SIGNS, show_sentence, title_of
from lib.ui.kept_messages import say_after_rerun
from lib.ui.messages import errors_shown
from lib.ui.plain import plain
from lib.ui.resources import who
from lib.ui.state import Key, get, put
from lib.ui.topic_schools import show_topic_schools
from lib.ui.way_home_stops import Stop

_ROW_HEIGHT = 36


def show_groups(
    store: Store,
    groups: tuple[TopicGroup, ...],
    result: FindingsResult,
    found: Examination,
    catalogue: Catalogue,
) -> None:
    """The families of every domain, in the order of the domains."""
    for area in catalogue.domains:
        mine = [group for group in groups if group.domain == area.id]
        if mine:
            st.subheader(f"{area.name} {len(mine):,} เรื่อง")
        for group in mine:
            show_group(store, group, result, found)


def show_group(store: Store, group: TopicGroup, result: FindingsResult, found: Examination) -> None:
    """One family on one side: its matters, and of the opened one its sentence and schools."""
    sign, colour = SIGNS[group.kind]
    opened = next((each for each in group.topics if each.finding.id == get(Key.OPEN_TOPIC, "")), None)
    with st.container(border=True):
        st.markdown(
            f":{colour}[**{sign} {KIND_LABELS[group.kind]}**] · **{plain(group.family.name)}** · "
            f"โรงเรียน {group.n_schools:,} แห่ง"
        )
        if len(group.topics) == 1:
            (only,) = group.topics
            show_sentence(store, only, partial(_show_toggle, only, is_open=opened is not None))
        else:
            _show_matters(group, found)
            _show_family_button(store, group)
            if opened is not None:
                name = found.cube.indicators[found.place(opened.finding.indicator_id)].short_name
                st.markdown(title_of(opened, name))
                show_sentence(store, opened)
        if opened is not None:
            show_topic_schools(opened.finding, result, found)


def _show_family_button(store: Store, group: TopicGroup) -> None:
    """What a click does, and one button for all that wait; over the table its own tools would hide it."""
    new = tuple(each for each in group.topics if each.review.status == "new")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption("คลิกชื่อตัวชี้วัดเพื่ออ่านข้อความ ดูโรงเรียน และพิจารณาทีละข้อ คลิกตัวเลขเพื่อดูที่มา", width="stretch")
        if new:
            st.button(
                f"รับทั้งเรื่อง {len(new):,} ข้อ",
                key=f"accept-group-{group.key}",
                on_click=partial(_accept, store, new),
            )


def _accept(store: Store, findings: tuple[ReviewedFinding, ...]) -> None:
    with errors_shown():
        done = accept_all(store, findings, by=who())
        say_after_rerun(
            f"รับเข้ารายงาน {done.n_accepted:,} ข้อแล้ว พร้อมตารางรายชื่อโรงเรียนของแต่ละข้อ", failed=done.not_accepted
        )


def _show_toggle(each: ReviewedFinding, *, is_open: bool) -> None:
    n_told = len(told_schools(each.finding))
    label = "ปิดรายชื่อโรงเรียน" if is_open else f"ดูโรงเรียน {n_told:,} แห่ง"
    st.button(
        label,
        key=f"schools-{each.finding.id}",
        type="tertiary",
        icon=":material/expand_less:" if is_open else ":material/expand_more:",
        on_click=_open,
        args=("" if is_open else each.finding.id,),
    )


def _open(finding_id: str) -> None:
    put(Key.OPEN_TOPIC, finding_id)


def _show_matters(group: TopicGroup, found: Examination) -> None:
    """One line per indicator: how many schools, what they show together, what was decided."""
    lines = [_line(each, found) for each in group.topics]
    ids = [each.finding.id for each in group.topics]
    ways: dict[str, list[FigureId | Stop | None]] = {
        column: [homes.get(name) for homes in map(partial(_homes, found=found), group.topics)]
        for column, name in _COLUMNS.items()
        if any(line[column] for line in lines)
    }
    show_figures(
        [{key: value for key, value in line.items() if key in _ALWAYS or key in ways} for line in lines],
        key=f"{FigurePlace.TOPICS}-{group.key}",
        ways=ways,
        on_row=lambda row: _open("" if get(Key.OPEN_TOPIC, "") == ids[row] else ids[row]),
        height=_ROW_HEIGHT * (len(lines) + 1) + 3,
        row_height=_ROW_HEIGHT,
        placeholder="–",
        column_config={column: st.column_config.Column(width=width) for column, width in _WIDTHS.items()},
    )


_ALWAYS = ("ตัวชี้วัด", "ผลพิจารณา")
_WIDTHS = {
    "ตัวชี้วัด": 226,
    "ต่าง (แห่ง)": 82,
    "น่าจะ (แห่ง)": 88,
    "ค่าที่เทียบ": 76,
    "โรงเรียนเหล่านี้รวมกัน": 172,
    "ห่าง": 56,
    "ผลพิจารณา": 104,
}
#: Column → the number of the finding it shows.
_COLUMNS = {
    "ต่าง (แห่ง)": "n_told",
    "น่าจะ (แห่ง)": "n_likely",
    "ค่าที่เทียบ": "comparator",
    "โรงเรียนเหล่านี้รวมกัน": "value",
    "ห่าง": "gap",
}


def _line(each: ReviewedFinding, found: Examination) -> dict[str, str | int | None]:
    indicator = found.cube.indicators[found.place(each.finding.indicator_id)]
    numbers = {name: value for name, value in each.finding.numbers if not isinstance(value, str)}
    words = make_words(indicator, found.rules)
    together = words.short(numbers.get("value"))
    if "x" in numbers:
        together = f"{numbers['x']:,} จาก {numbers['n']:,} ({together})"
    elif "n" in numbers:
        together = f"{together} (n {numbers['n']:,})"
    return {
        "ตัวชี้วัด": indicator.short_name,
        "ต่าง (แห่ง)": int(numbers["n_told"]),
        "น่าจะ (แห่ง)": int(numbers.get("n_likely", 0)) or None,
        "ค่าที่เทียบ": words.short(numbers["comparator"]) if "comparator" in numbers else "",
        "โรงเรียนเหล่านี้รวมกัน": together if "value" in numbers else "",
        "ห่าง": words.short(numbers["gap"]) if "gap" in numbers else "",
        "ผลพิจารณา": "พิจารณาใหม่" if each.stale else STATUS_LABELS[each.review.status],
    }


def _homes(each: ReviewedFinding, found: Examination) -> dict[str, FigureId | Stop]:
    """Number → its way home; one that follows from the others leads to all figures of the sentence."""
    every = Stop(finding_id=each.finding.id)
    return {figure.name: figure.figure or every for figure in finding_figures(each.finding, found)}
