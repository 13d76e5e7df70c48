"""Own levels against results, kept per version of the data, of the reports and of the years looked at."""

import streamlit as st

from lib.analysis.examination import Examination
from lib.domain.findings import Finding
from lib.domain.self_rating_matrix import SelfRatingMatrix
from lib.domain.self_ratings import LinkedItem
from lib.services.analysis import OfficeData, load_history_version
from lib.services.self_rating_matrix import MatrixSource, load_source, make_matrix
from lib.storage.engine import Store
from lib.ui.frame import Desk
from lib.ui.resources import examination, findings

_KEPT = 4


@st.cache_resource(max_entries=_KEPT, show_spinner="กำลังเทียบระดับกับผล")
def _source(
    _store: Store,
    _data: OfficeData,
    _found: Examination,
    _findings: tuple[Finding, ...],
    url: str,  # noqa: ARG001 - part of the key
    version: int,  # noqa: ARG001
    history: int,  # noqa: ARG001
    years: tuple[tuple[str, int], ...],  # noqa: ARG001
    year_be: int,
) -> MatrixSource:
    return load_source(_store, _data, _found, _findings, year_be)


def matrix_source(desk: Desk, year_be: int) -> MatrixSource:
    """Reports and results of an academic year; a saved report is a new version."""
    found = examination(desk.store, desk.data, desk.periods)
    told = tuple(each.finding for each in findings(desk.store, desk.data, desk.periods).findings)
    years = tuple(sorted((str(kind), period.year_be) for kind, period in desk.periods.items()))
    history = load_history_version(desk.store)
    return _source(
        desk.store, desk.data, found, told, desk.store.url, desk.data.version, history, years, year_be
    )


def matrix_of(
    desk: Desk, year_be: int, about: LinkedItem, indicator_id: str, *, with_drafts: bool
) -> SelfRatingMatrix | None:
    """One matrix; None for an item that no indicator is linked to any more."""
    source = matrix_source(desk, year_be)
    item = next((each for each in source.items if each.linked == about), None)
    return None if item is None else make_matrix(source, item, indicator_id, with_drafts=with_drafts)
