"""Where a picker starts when the value it should show may not be among its options."""

from collections.abc import Iterable, Sequence

import streamlit as st

from lib.ui.state import Key


def place_of(value: object, options: Sequence[object]) -> int:
    """Position of the value among the options, the first where it is none of them."""
    return next((place for place, option in enumerate(options) if option == value), 0)


def keep_within(key: Key, options: Iterable[object]) -> None:
    """Replace a choice that is no longer offered by the first that is.

    Deleting it would not do: the browser goes on showing the old one.
    """
    offered = tuple(options)
    if key in st.session_state and st.session_state[key] not in offered and offered:
        st.session_state[key] = offered[0]
