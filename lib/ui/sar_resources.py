"""Reports of a year and what is made of them, computed once for all sessions until something is saved."""

from datetime import date

import streamlit as st

from lib.domain.assessment_synthesis import SarSynthesis, YearSynthesis
from lib.domain.assessments import LevelOfEducation, SavedSelfAssessment
from lib.domain.external_board import ExternalBoard
from lib.domain.level_changes import LevelChange
from lib.domain.theme_synthesis import ThemedYear
from lib.services import external_board, sar_synthesis
from lib.services.analysis import load_history_version
from lib.services.sar_themes import load_themed_year
from lib.services.self_assessments import load_reports
from lib.storage.engine import Store

# ruff: noqa: ARG001 - url and version are part of the keys
_YEARS_KEPT = 6


def year_reports(store: Store, year_be: int | None) -> tuple[SavedSelfAssessment, ...]:
    """Saved reports of one academic year, or of all."""
    return _reports(store, store.url, load_history_version(store), year_be)


def synthesis_of(store: Store, year_be: int, *, confirmed_only: bool) -> SarSynthesis:
    """The synthesis of an academic year."""
    return _synthesis(store, store.url, load_history_version(store), year_be, confirmed_only)


def level_years(
    store: Store, year_be: int, level: LevelOfEducation, *, confirmed_only: bool
) -> tuple[tuple[YearSynthesis, ...], tuple[LevelChange, ...]]:
    """The last years of a level of education, and how schools moved between the last two."""
    return _level_years(store, store.url, load_history_version(store), year_be, level, confirmed_only)


def themed_year(store: Store, year_be: int, *, confirmed_only: bool = False) -> ThemedYear:
    """The statements of one academic year with their themes."""
    return _themed_year(store, store.url, load_history_version(store), year_be, confirmed_only)


def board_of(store: Store, today: date) -> ExternalBoard:
    """External assessment as it stands on a day."""
    return _board(store, store.url, load_history_version(store), today)


@st.cache_resource(max_entries=_YEARS_KEPT, show_spinner=False)
def _reports(_store: Store, url: str, version: int, year_be: int | None) -> tuple[SavedSelfAssessment, ...]:
    return load_reports(_store, year_be)


@st.cache_resource(max_entries=_YEARS_KEPT, show_spinner="กำลังรวมผลของรายงาน")
def _synthesis(_store: Store, url: str, version: int, year_be: int, confirmed_only: bool) -> SarSynthesis:
    return sar_synthesis.load_synthesis(_store, year_be, confirmed_only=confirmed_only)


@st.cache_resource(max_entries=2 * _YEARS_KEPT, show_spinner="กำลังเทียบกับปีก่อน")
def _level_years(
    _store: Store, url: str, version: int, year_be: int, level: LevelOfEducation, confirmed_only: bool
) -> tuple[tuple[YearSynthesis, ...], tuple[LevelChange, ...]]:
    return (
        sar_synthesis.load_level_years(_store, year_be, level, confirmed_only=confirmed_only),
        sar_synthesis.load_level_changes(_store, year_be, level, confirmed_only=confirmed_only),
    )


@st.cache_resource(max_entries=_YEARS_KEPT, show_spinner="กำลังจัดข้อความเข้าเรื่อง")
def _themed_year(_store: Store, url: str, version: int, year_be: int, confirmed_only: bool) -> ThemedYear:
    return load_themed_year(_store, year_be, confirmed_only=confirmed_only)


@st.cache_resource(max_entries=2, show_spinner="กำลังรวมผลประเมินภายนอก")
def _board(_store: Store, url: str, version: int, today: date) -> ExternalBoard:
    return external_board.load_external_board(_store, today)
