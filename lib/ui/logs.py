"""The log beside the data: error ids with their stack, never cell values."""

import logging
from logging.handlers import RotatingFileHandler

import streamlit as st

from lib.settings import data_dir

_N_BYTES = 1_000_000
_N_FILES = 5


@st.cache_resource(show_spinner=False)
def keep_log() -> None:
    """Write warnings and errors to ``workbench.log`` in the data folder, once per server."""
    folder = data_dir()
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        folder / "workbench.log", maxBytes=_N_BYTES, backupCount=_N_FILES, encoding="utf-8", delay=True
    )
    handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger("ktpn").addHandler(handler)
