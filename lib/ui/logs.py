"""The log beside the data: error ids with their stack, never cell values."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

import streamlit as st

from lib.settings import data_dir

_N_BYTES = 1_000_000
_N_FILES = 5


@st.cache_resource(show_spinner=False)
def keep_log() -> None:
    """Write warnings and errors to ``workbench.log`` in the data folder, once per server."""
    log = logging.getLogger("ktpn")
    folder = data_dir()
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "workbench.log"
    # Clearing the caches forgets that this ran; the handler itself stays with the process.
    kept = (each for each in log.handlers if isinstance(each, RotatingFileHandler))
    if any(Path(each.baseFilename) == file.absolute() for each in kept):
        return
    handler = RotatingFileHandler(file, maxBytes=_N_BYTES, backupCount=_N_FILES, encoding="utf-8", delay=True)
    handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    log.addHandler(handler)
