"""Which dialog of a page is open; it stays open through a rerun of the page until it is done or dismissed."""

import streamlit as st

from lib.ui.state import Key, get, put


def open_dialog(name: str) -> None:
    """Let the dialog of that name be drawn from the next run on; for ``on_click``."""
    put(Key.DIALOG, name)


def is_open(name: str) -> bool:
    """Whether the dialog of that name is to be drawn."""
    return get(Key.DIALOG, "") == name


def close_dialog() -> None:
    """Draw no dialog any more; for ``on_dismiss`` and after saving."""
    st.session_state.pop(Key.DIALOG, None)
