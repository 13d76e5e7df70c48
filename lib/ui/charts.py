"""Charts on a page: sent as Vega-Lite with our own theme, each with a key of its own."""

import streamlit as st

from lib.charts.theme import VegaSpec


def show_chart(spec: VegaSpec, key: str | None = None) -> None:
    """Draw a finished chart as wide as its place; the chart brings its own colours, type and words."""
    title = spec["title"]
    told = " ".join([*title["text"], *title["subtitle"]])
    st.vega_lite_chart(spec, width="stretch", theme=None, key=key, alt=told)
