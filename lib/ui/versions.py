"""Which version of a record a person had before them while they typed."""

from typing import TypeVar

import streamlit as st

T = TypeVar("T")


def seen_version(form: str, current: T) -> T:
    """The record's version when its form was first drawn; a form drawn anew starts from the newest.

    The form's first widget must have the key that :func:`first_key` gives: inputs vanish when a person leaves
    the page, and what was seen goes with them.
    """
    if f"{form}-seen" not in st.session_state or first_key(form) not in st.session_state:
        st.session_state[f"{form}-seen"] = current
        st.session_state[f"{form}-drawn"] = st.session_state.get(f"{form}-drawn", 0) + 1
    seen: T = st.session_state[f"{form}-seen"]
    return seen


def first_key(form: str) -> str:
    """Key of the form's first widget."""
    return widget_key(form, "first")


def widget_key(form: str, name: str) -> str:
    """Key of a widget of the form; it changes with each new drawing, so that inputs start from the newest."""
    return f"{form}-{st.session_state.get(f'{form}-drawn', 0)}-{name}"


def forget_seen(form: str) -> None:
    """After a save: the next drawing starts from the newest values."""
    st.session_state.pop(f"{form}-seen", None)
