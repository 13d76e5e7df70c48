"""What was done, told once after the page has been drawn anew."""

from collections.abc import Sequence

import streamlit as st

from lib.ui.plain import plain
from lib.ui.state import Key, get, put


def say_after_rerun(text: str, place: str = "", *, failed: Sequence[str] = ()) -> None:
    """Keep a calm line to show once after the page has been drawn anew.

    Args:
        text: what was done; empty when nothing was.
        failed: what could not be done, one sentence each.
        place: name of the part of the page that shows it, where the top of the page would be out of sight.
    """
    put(Key.MESSAGE, (place, text, tuple(failed)))


def show_message(place: str = "") -> None:
    """Show the line kept by :func:`say_after_rerun` for this place, once."""
    kept: tuple[str, str, tuple[str, ...]] | None = get(Key.MESSAGE, None)
    if kept is None or kept[0] != place:
        return
    del st.session_state[Key.MESSAGE]
    _, text, failed = kept
    if text:
        st.success(plain(text))
    for sentence in failed:
        st.error(plain(sentence))
