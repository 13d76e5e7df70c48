"""Which dialog of a page is open; it stays open through a rerun of the page until it is done or dismissed."""

from collections.abc import Mapping

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


def choose_undo(label: str, loads: Mapping[int, str], *, choice: str, button: Key, dialog: str) -> int | None:
    """Pick one of the loads that hold and ask to take it back.

    Args:
        loads: number → words, the newest first.
        choice: key of the picker. It names the newest load of the history, so that after a save the picker
            starts from that one and no other.
        dialog: first word of the dialog's name.

    Returns:
        The load whose confirmation is to be drawn, None while nobody asked.
    """
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    chosen = left.selectbox(label, list(loads), format_func=loads.__getitem__, key=f"{choice}-{len(loads)}")
    name = f"{dialog}-{chosen}"
    right.button("ยกเลิกรายการนี้", key=button, width="stretch", on_click=open_dialog, args=(name,))
    return chosen if is_open(name) else None
