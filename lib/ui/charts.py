"""Charts on a page: sent as Vega-Lite with our own theme, clickable, and saved as picture or data."""

from collections.abc import Callable, Mapping
from functools import partial
from hashlib import sha256

import streamlit as st

from lib.charts.drawing import Drawing
from lib.charts.picking import PICK, PickField
from lib.services.chart_files import chart_csv, chart_file_name, chart_workbook
from lib.ui.chart_pictures import show_picture_buttons
from lib.ui.state import Key, get, put

OnPick = Callable[[Mapping[str, str]], None]
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_CHOSEN = {PickField.SCHOOL: Key.SCHOOL, PickField.GROUP: Key.CLUSTER, PickField.INDICATOR: Key.INDICATOR}


def choose(picked: Mapping[str, str]) -> None:
    """School, cluster and indicator of the session become those of the sign that was clicked."""
    for column, key in _CHOSEN.items():
        if column in picked:
            put(key, picked[column])


def show_chart(drawing: Drawing, key: str, on_pick: OnPick = choose) -> None:
    """Draw a chart as wide as its place, with what saves it below.

    Args:
        on_pick: what a click on a sign does, where the chart has signs to choose; gets the columns of
            lib.charts.picking that the sign carries.
    """
    spec = drawing.spec
    title = spec["title"]
    told = " ".join([*title["text"], *title["subtitle"]])
    # a key may hold anything, the name of a style may not
    place = f"chart-{sha256(key.encode()).hexdigest()[:12]}"
    with st.container(key=place, gap=None):
        if "params" in spec:
            drawn = f"{key}~{_picks().get(key, 0)}"
            picked = partial(_picked, key, drawn, on_pick)
            st.vega_lite_chart(spec, width="stretch", theme=None, key=drawn, alt=told, on_select=picked)
        else:
            st.vega_lite_chart(spec, width="stretch", theme=None, key=key, alt=told)
        with st.popover("บันทึกกราฟ", type="tertiary", icon=":material/download:", key=f"{place}-save"):
            _show_files(drawing, place)


def _show_files(drawing: Drawing, place: str) -> None:
    """The picture as it stands on the page, and the rows it draws."""
    show_picture_buttons(place, chart_file_name(drawing, ".png"), chart_file_name(drawing, ".svg"))
    for label, make, ending, mime in (
        ("ข้อมูลของกราฟ (Excel)", chart_workbook, ".xlsx", _XLSX),
        ("ข้อมูลของกราฟ (CSV)", chart_csv, ".csv", "text/csv"),
    ):
        st.download_button(
            label,
            data=partial(make, drawing),
            file_name=chart_file_name(drawing, ending),
            mime=mime,
            key=f"{place}{ending}",
            on_click="ignore",
            width="stretch",
        )


def _picked(key: str, drawn: str, on_pick: OnPick) -> None:
    signs = st.session_state[drawn]["selection"].get(PICK, [])
    if not signs:
        return
    on_pick({name: str(value) for name, value in signs[-1].items()})
    # drawn anew, or the same sign could not be chosen a second time
    put(Key.CHART_PICKS, _picks() | {key: _picks().get(key, 0) + 1})


def _picks() -> dict[str, int]:
    """How often a sign of each chart was chosen in this session."""
    counts: dict[str, int] = get(Key.CHART_PICKS, {})
    return counts
