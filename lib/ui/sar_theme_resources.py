"""The themes of a year, computed once for all sessions until something is saved."""

import streamlit as st

from lib.domain.theme_synthesis import ThemedYear
from lib.services.analysis import load_history_version
from lib.services.sar_themes import load_themed_year
from lib.storage.engine import Store

_YEARS_KEPT = 6


@st.cache_resource(max_entries=_YEARS_KEPT, show_spinner="กำลังจัดข้อความเข้าเรื่อง")
def _themed_year(_store: Store, url: str, version: int, year_be: int, confirmed_only: bool) -> ThemedYear:  # noqa: ARG001 - the key
    return load_themed_year(_store, year_be, confirmed_only=confirmed_only)


def themed_year(store: Store, year_be: int, *, confirmed_only: bool = False) -> ThemedYear:
    """The statements of one academic year with their themes."""
    return _themed_year(store, store.url, load_history_version(store), year_be, confirmed_only)
