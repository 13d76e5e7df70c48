"""Answers given about a file: kept for the session, asked with one picker each."""

from collections.abc import Callable

import streamlit as st

from lib.ingest.choices import ImportChoices
from lib.services.import_preview import Preview
from lib.ui.pickers import place_of


def choices_of(sha256: str) -> ImportChoices:
    """The answers given about a file in this session."""
    stored = st.session_state.get(_key(sha256))
    return stored if isinstance(stored, ImportChoices) else ImportChoices()


def _key(sha256: str) -> str:
    return f"choices-{sha256}"


def show_question(
    preview: Preview,
    name: str,
    label: str,
    options: tuple[object, ...],
    current: object,
    words: Callable[[object], str],
    change: Callable[[ImportChoices, object], ImportChoices],
) -> None:
    """Draw one picker; its answer changes the choices of the file."""
    key = f"{name}-{preview.sha256}"
    st.selectbox(
        label,
        options,
        index=place_of(current, options),
        format_func=words,
        key=key,
        on_change=store_answer,
        args=(preview.sha256, key, change),
    )


def store_answer(
    sha256: str, widget_key: str, change: Callable[[ImportChoices, object], ImportChoices]
) -> None:
    """Keep what a widget says as an answer about the file."""
    st.session_state[_key(sha256)] = change(choices_of(sha256), st.session_state[widget_key])
