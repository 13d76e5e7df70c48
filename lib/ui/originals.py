"""Kept originals as workbooks, read once for everybody."""

import streamlit as st

from lib.domain.sheets import Workbook
from lib.services.originals import Kept
from lib.services.way_home_sheet import read_original
from lib.storage.engine import Store

_KEPT = 4


@st.cache_resource(max_entries=_KEPT, show_spinner="กำลังเปิดไฟล์ต้นฉบับและตรวจว่ายังเป็นไฟล์เดิม")
def _original(_store: Store, _load: Kept, sha256: str, encoding: str) -> Workbook:  # noqa: ARG001
    return read_original(_store, _load, encoding)


def original(store: Store, load: Kept, encoding: str) -> Workbook:
    """The kept original of a load; the same content is the same workbook whoever loaded it.

    Raises:
        WorkbenchError: the file is gone, is no longer what was stored, or cannot be read.
    """
    return _original(store, load, load.sha256, encoding)
