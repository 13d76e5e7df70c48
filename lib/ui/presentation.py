"""Slides on the screen of a meeting: one at a time, by keys or buttons, with notes and a black screen."""

from dataclasses import replace

import streamlit as st

from lib.charts.described import described_drawing
from lib.charts.large import enlarged
from lib.domain.chart_descriptions import Chart
from lib.domain.slides import Slide, SlideDeck
from lib.ui.charts import show_chart
from lib.ui.presentation_slide import (
    cover_html,
    foot_html,
    lines_html,
    notes_html,
    table_html,
    title_html,
)
from lib.ui.presentation_style import HIDDEN, NOTES, OFFICE_CHART, ROOM_CHART, SCREEN, STEPS
from lib.ui.state import Key, get, put

_CHART_PARTS = (3, 2)
#: Number of the slide in the address.
_SLIDE = "slide"
#: Screen, how much larger the type is, height of the chart: 1366 × 768 and a projector.
_SIZES = ((OFFICE_CHART, 1.35, 310), (ROOM_CHART, 1.9, 480))


def show_presentation(deck: SlideDeck) -> None:
    """The slide where the session stands, and the steps below it."""
    last = len(deck.slides) - 1
    place = _place(last)
    slide = deck.slides[place]
    with st.container(key=SCREEN):
        _show_slide(deck, slide)
        if get(Key.PRESENT_NOTES, False):
            with st.container(key=NOTES):
                st.html(notes_html(slide, deck.digits) or "<p>–</p>")
        _show_steps(place, last)
        _show_keys(last)
    if get(Key.PRESENT_BLACK, False):
        st.html('<div class="slide-black" role="img" aria-label="จอดำ กด B เพื่อกลับ"></div>')


def _place(last: int) -> int:
    """Where the session stands; the address names the slide, so that a reload or a link comes back to it."""
    named = st.query_params.get(_SLIDE, "")
    # What the address says otherwise than we wrote it came from a link, a reload or the browser's way back.
    if named.isdecimal() and named != get(Key.PRESENT_NAMED, ""):
        put(Key.PRESENT_PLACE, int(named) - 1)
    place = max(0, min(get(Key.PRESENT_PLACE, 0), last))
    put(Key.PRESENT_PLACE, place)
    if named != str(place + 1):
        st.query_params[_SLIDE] = str(place + 1)
    put(Key.PRESENT_NAMED, str(place + 1))
    return place


def _show_slide(deck: SlideDeck, slide: Slide) -> None:
    if slide.kind == "cover":
        st.html(cover_html(slide, deck.digits))
        return
    st.html(title_html(slide, deck.digits))
    if slide.chart is not None and slide.lines:
        picture, words = st.columns(_CHART_PARTS, gap="large")
        with picture:
            _show_chart(slide.chart, slide.key)
        words.html(lines_html(slide, deck.digits))
    elif slide.chart is not None:
        _show_chart(slide.chart, slide.key)
    else:
        table = table_html(slide.table) if slide.table is not None else ""
        st.html(table + lines_html(slide, deck.digits))
    if slide.source:
        st.html(foot_html(slide, deck.digits))


def _show_chart(chart: Chart, key: str) -> None:
    """The chart in both sizes; the style shows the one that the screen has room for."""
    drawing = described_drawing(chart)
    for screen, factor, height_px in _SIZES:
        spec = enlarged(drawing.spec, factor)
        if "height" in spec:
            spec["height"] = height_px
        with st.container(key=screen):
            show_chart(replace(drawing, spec=spec), f"{screen}-{key}", on_pick=_stay)


def _show_steps(place: int, last: int) -> None:
    """Buttons at the foot of the screen; new ones on every slide lose the focus, so no key hits twice."""
    with st.container(key=STEPS, horizontal=True, gap="small"):
        for label, step, possible in (("← ก่อนหน้า", -1, place > 0), ("ถัดไป →", 1, place < last)):
            st.button(
                label,
                key=f"{Key.PRESENT}-{step}-{place}",
                type="primary" if step > 0 else "secondary",
                disabled=not possible,
                on_click=_step,
                args=(step, last),
            )
        st.markdown(f"หน้า **{place + 1}** จาก {last + 1}", width="content")
        for label, key, letter in (("บันทึกผู้พูด", Key.PRESENT_NOTES, "N"), ("จอดำ", Key.PRESENT_BLACK, "B")):
            st.button(label, key=f"{key}-button", shortcut=letter, on_click=_switch, args=(key,))
        if st.button("ออก", key=Key.PRESENT_LEAVE, shortcut="Esc"):
            st.switch_page(get(Key.PRESENT_FROM, "pages/report.py"))


def _show_keys(last: int) -> None:
    """The keys of a presentation and of the remote controls that people hold; they are never drawn anew."""
    steps = {"Right": 1, "Space": 1, "PageDown": 1, "Left": -1, "PageUp": -1, "Home": -last, "End": last}
    with st.container(key=HIDDEN):
        for key, step in steps.items():
            st.button(key, key=f"{Key.PRESENT}-{key}", shortcut=key, on_click=_step, args=(step, last))


def _step(step: int, last: int) -> None:
    """Go on from where the session stands now, also when a key is pressed before the screen has followed."""
    put(Key.PRESENT_PLACE, max(0, min(last, get(Key.PRESENT_PLACE, 0) + step)))
    put(Key.PRESENT_BLACK, False)


def _switch(key: Key) -> None:
    put(key, not get(key, False))


def _stay(picked: object) -> None:
    """A click on a chart of a slide leads nowhere; the meeting goes on."""
