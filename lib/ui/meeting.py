"""The search line of a meeting, what was asked as chips, and the answer that fills the screen."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

import streamlit as st

from lib.charts.large import enlarged
from lib.charts.picking import PickField
from lib.domain.meeting import Question, Term, TermKind, read_question, read_term
from lib.services.meeting_answer import Answer, FollowUp, meeting_words
from lib.services.meeting_terms import chip_name, known_terms
from lib.ui.charts import show_chart
from lib.ui.figure_tables import FigurePlace, show_figures
from lib.ui.meeting_resources import Table
from lib.ui.meeting_style import SCREEN, SEARCH, SENTENCE
from lib.ui.plain import plain
from lib.ui.state import Key, get, put

_ONCE = (TermKind.INDICATOR, TermKind.LOOK, TermKind.DOMAIN)


@contextmanager
def meeting_screen() -> Iterator[None]:
    """The whole screen for question and answer, until somebody leaves it."""
    with st.container(key="meeting-page" if get(Key.MEETING_SMALL, False) else SCREEN):
        yield


def show_leave() -> None:
    """The way out of the full screen, by button or Esc, and back into it."""
    small = get(Key.MEETING_SMALL, False)
    st.button(
        "เต็มจอ" if small else "ออก",
        key=Key.MEETING_LEAVE,
        width="stretch",
        shortcut=None if small else "Esc",
        on_click=put,
        args=(Key.MEETING_SMALL, not small),
    )


def show_search(terms: Mapping[str, str]) -> None:
    """One large line; Enter takes the first match into the question and clears the line for the next word."""
    with st.container(key=SEARCH):
        st.selectbox(
            "ถามในที่ประชุม",
            list(terms),
            index=None,
            format_func=lambda key: terms[key],
            placeholder="ถามเรื่องอะไร: ตัวชี้วัด โรงเรียน กลุ่มโรงเรียน ขนาด ปี",
            label_visibility="collapsed",
            key=Key.MEETING_SEARCH,
            on_change=_take,
        )


def asked_question(table: Table) -> Question:
    """What was asked so far, in the years of the table."""
    terms = known_terms(get(Key.MEETING_TERMS, ()), table.data, table.plain)
    return read_question(terms, table.years)


def show_chips(table: Table) -> None:
    """What was asked, each part one click from being taken out."""
    terms = known_terms(get(Key.MEETING_TERMS, ()), table.data, table.plain)
    if not terms:
        st.caption(meeting_words().texts["hint"])
        return
    with st.container(horizontal=True, gap="small"):
        for key in terms:
            st.button(
                plain(chip_name(read_term(key), table.data)),
                key=f"meeting-chip-{key}",
                icon=":material/close:",
                help="นำออกจากคำถาม",
                on_click=ask,
                args=(tuple(each for each in terms if each != key),),
            )
        st.button("เริ่มคำถามใหม่", key="meeting-clear", type="tertiary", on_click=ask, args=((),))


def show_answer(answered: Answer, table: Table) -> None:
    """The sentence, the picture, what may be asked next, and the figures with their ways home."""
    with st.container(key=SENTENCE):
        st.markdown(plain(answered.sentence))
    if table.unloaded_file:
        st.warning(f"ใช้ค่าจากไฟล์ {plain(table.unloaded_file)} ซึ่งยังไม่ได้นำเข้า ไม่มีค่าใดถูกบันทึก")
    if answered.chart is not None:
        large = replace(answered.chart, spec=enlarged(answered.chart.spec))
        show_chart(large, f"meeting-chart-{'|'.join(answered.question.terms)}", on_pick=_ask_about)
    show_follow_ups(answered.follow_ups)
    if answered.table.rows:
        _show_table(answered, leads_home=not table.unloaded_file)


def show_follow_ups(steps: Sequence[FollowUp]) -> None:
    """The next questions as buttons."""
    with st.container(horizontal=True, gap="small"):
        for step in steps:
            key = f"meeting-next-{'|'.join(step.terms)}"
            st.button(plain(step.label), key=key, on_click=ask, args=(step.terms,))


def ask(terms: tuple[str, ...]) -> None:
    """Ask another question; for callbacks."""
    put(Key.MEETING_TERMS, terms)


def _ask_about(picked: Mapping[str, str]) -> None:
    """Put the school or group that was clicked in the place of whoever was asked about."""
    who = Term(TermKind.SCHOOL, picked[PickField.SCHOOL]).key if PickField.SCHOOL in picked else ""
    key = who or _group_key(picked[PickField.GROUP])
    asked: tuple[str, ...] = get(Key.MEETING_TERMS, ())
    ask((*(each for each in asked if not read_term(each).groups), key))


def _group_key(group: str) -> str:
    """A cluster stands in a chart by its name, any other group by the key of its term."""
    return group if ":" in group else Term(TermKind.CLUSTER, group).key


def _take() -> None:
    """Add what was picked; a new indicator, look or domain takes the place of the one before."""
    picked = get(Key.MEETING_SEARCH, None)
    if picked is None:
        return
    new = read_term(picked)
    kept = [key for key in get(Key.MEETING_TERMS, ()) if key != picked and not _replaced(read_term(key), new)]
    ask((*kept, picked))
    put(Key.MEETING_SEARCH, None)


def _replaced(old: Term, new: Term) -> bool:
    if TermKind.COLUMN in (old.kind, new.kind):
        return True
    if new.kind is TermKind.YEAR:
        return old.kind is new.kind and old.id.partition("-")[0] == new.id.partition("-")[0]
    return new.kind in _ONCE and old.kind is new.kind


def _show_table(answered: Answer, *, leads_home: bool) -> None:
    columns = answered.table.columns
    with st.expander("ตัวเลขและที่มา"):
        st.caption(f"ที่มา: {plain(' · '.join(answered.sources)) or '–'}")
        if leads_home:
            st.caption("คลิกตัวเลขเพื่อดูเซลล์ในไฟล์หรือวิธีคิด")
        homes = answered.homes if leads_home else (None,) * len(answered.table.rows)
        show_figures(
            [dict(zip(columns, row, strict=True)) for row in answered.table.rows],
            key=f"{FigurePlace.MEETING}-{'|'.join(answered.question.terms)}",
            ways=dict.fromkeys(columns[1:], homes),
        )
