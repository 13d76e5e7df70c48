"""One school's view, kept per version of everything that was ever written and of the years looked at."""

import streamlit as st

from lib.analysis.examination import Examination
from lib.domain.schools import SizeScheme
from lib.services.analysis import OfficeData, load_history_version
from lib.services.findings import FindingsResult
from lib.services.school import SchoolView, load_school_view
from lib.storage.engine import Store
from lib.ui.frame import Desk

_KEPT = 32


@st.cache_resource(max_entries=_KEPT, show_spinner=False)
def _view(
    _store: Store,
    _data: OfficeData,
    _found: Examination,
    _findings: FindingsResult,
    school_id: str,
    scheme: SizeScheme,
    url: str,  # noqa: ARG001 - part of the key
    history: int,  # noqa: ARG001
    years: tuple[tuple[str, int], ...],  # noqa: ARG001
) -> SchoolView:
    return load_school_view(_store, _data, _found, _findings, school_id, scheme)


def school_view(
    desk: Desk, found: Examination, findings: FindingsResult, school_id: str, scheme: SizeScheme
) -> SchoolView:
    """Everything a school's page shows, shared read-only; as it holds decisions, any write counts."""
    years = tuple(sorted((str(kind), period.year_be) for kind, period in desk.periods.items()))
    history = load_history_version(desk.store)
    return _view(desk.store, desk.data, found, findings, school_id, scheme, desk.store.url, history, years)
