"""Answers given about a file: kept for the session, asked with one picker each."""

from collections.abc import Callable

import streamlit as st

from lib.ingest.choices import ImportChoices
from lib.services.import_preview import Preview
from lib.ui.pickers import place_of

#: What a picker shows before anything was picked.
LATER = "ยังไม่เลือก"

Change = Callable[[ImportChoices, object], ImportChoices]


def choices_of(sha256: str) -> ImportChoices:
    """The answers given about a file in this session."""
    stored = st.session_state.get(_key(sha256))
    return stored if isinstance(stored, ImportChoices) else ImportChoices()


def keep_choices(sha256: str, choices: ImportChoices) -> None:
    """Put other answers about a file in place of those given so far."""
    st.session_state[_key(sha256)] = choices


def _key(sha256: str) -> str:
    return f"choices-{sha256}"


def show_question(
    preview: Preview,
    name: str,
    label: str,
    options: tuple[object, ...],
    current: object,
    words: Callable[[object], str],
    change: Change,
    *,
    is_label_shown: bool = True,
) -> None:
    """Draw one picker; its answer changes the choices of the file.

    Args:
        is_label_shown: False where the words beside the picker say what it asks.
    """
    # The answer is in the key, so that one given elsewhere is shown: a drawn picker keeps its own.
    key = f"{name}-{current}-{preview.sha256}"
    st.selectbox(
        label,
        options,
        index=place_of(current, options),
        format_func=words,
        key=key,
        on_change=store_answer,
        args=(preview.sha256, key, change),
        label_visibility="visible" if is_label_shown else "collapsed",
    )


def store_answer(sha256: str, widget_key: str, change: Change) -> None:
    """Keep what a widget says as an answer about the file; one that has gone from the page says nothing."""
    if widget_key not in st.session_state:
        return
    keep_choices(sha256, change(choices_of(sha256), st.session_state[widget_key]))
