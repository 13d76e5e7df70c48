"""Live objects and computed values that all sessions share, keyed by the version of the data."""

import streamlit as st

from lib.analysis.examination import Examination
from lib.analysis.trend_lines import NamedLine
from lib.charts.drawing import Drawing
from lib.domain.findings import Finding, LookedAt
from lib.domain.periods import Period, PeriodKind
from lib.services import analysis
from lib.services.analysis import OfficeData
from lib.services.explore import IndicatorView, load_indicator_view
from lib.services.explore_charts import Picture, draw_picture
from lib.services.findings import FindingsResult, compute_findings, join_reviews
from lib.settings import default_database_url, user_name
from lib.storage.engine import Store, open_store

_VERSIONS_KEPT = 3


@st.cache_resource(show_spinner="กำลังเปิดฐานข้อมูล")
def _open(url: str) -> Store:
    return open_store(url)


def open_office() -> Store:
    """The database of this workbench; the engine is shared, a session never is."""
    return _open(default_database_url())


def who() -> str:
    """Who is at work, for the history."""
    return user_name()


@st.cache_resource(max_entries=_VERSIONS_KEPT, show_spinner="กำลังอ่านข้อมูลของสำนักงาน")
def _office_data(_store: Store, url: str, version: int) -> OfficeData:  # noqa: ARG001 - the key
    return analysis.load_office_data(_store)


def office_data(store: Store) -> OfficeData:
    """Everything an analysis starts from, read once per version of the data."""
    return _office_data(store, store.url, analysis.load_data_version(store))


_PeriodKey = tuple[tuple[str, int], ...]


def _key(periods: analysis.Periods) -> _PeriodKey:
    return tuple(sorted((str(kind), period.year_be) for kind, period in periods.items()))


def _periods(key: _PeriodKey) -> dict[PeriodKind, Period]:
    return {PeriodKind(kind): Period(PeriodKind(kind), year_be) for kind, year_be in key}


@st.cache_resource(max_entries=2 * _VERSIONS_KEPT, show_spinner="กำลังวิเคราะห์")
def _examination(_data: OfficeData, url: str, version: int, key: _PeriodKey) -> Examination:  # noqa: ARG001
    return analysis.examine_office(_data, _periods(key))


def examination(store: Store, data: OfficeData, periods: analysis.Periods) -> Examination:
    """One pass over all figures, shared read-only."""
    return _examination(data, store.url, data.version, _key(periods))


@st.cache_resource(max_entries=2 * _VERSIONS_KEPT, show_spinner="กำลังหาจุดเด่นและจุดที่ควรพัฒนา")
def _findings(
    _data: OfficeData,
    url: str,  # noqa: ARG001 - part of the key
    version: int,  # noqa: ARG001
    key: _PeriodKey,
) -> tuple[tuple[Finding, ...], tuple[LookedAt, ...]]:
    return compute_findings(_data, _periods(key))


def findings(store: Store, data: OfficeData, periods: analysis.Periods) -> FindingsResult:
    """Findings with the decisions as they stand now."""
    return join_reviews(store, *_findings(data, store.url, data.version, _key(periods)))


@st.cache_resource(max_entries=16 * _VERSIONS_KEPT, show_spinner=False)
def _indicator_view(
    _data: OfficeData,
    _found: Examination,
    url: str,  # noqa: ARG001 - part of the key
    version: int,  # noqa: ARG001
    key: _PeriodKey,  # noqa: ARG001
    indicator_id: str,
) -> IndicatorView:
    return load_indicator_view(_data, _found, indicator_id)


def indicator_view(
    store: Store, data: OfficeData, periods: analysis.Periods, indicator_id: str
) -> IndicatorView:
    """One indicator with everything its page shows, shared read-only."""
    found = examination(store, data, periods)
    return _indicator_view(data, found, store.url, data.version, _key(periods), indicator_id)


@st.cache_resource(max_entries=32 * _VERSIONS_KEPT, show_spinner=False)
def _picture(
    _view: IndicatorView,
    _line: NamedLine | None,
    url: str,  # noqa: ARG001 - part of the key
    key: _PeriodKey,  # noqa: ARG001
    version: int,  # noqa: ARG001
    indicator_id: str,  # noqa: ARG001
    picture: Picture,
    colour: str,
    chosen: str,
) -> Drawing:
    return draw_picture(_view, picture, colour, chosen, _line)


def picture(
    store: Store,
    periods: analysis.Periods,
    view: IndicatorView,
    kind: Picture,
    line: NamedLine | None,
    chosen: str,
) -> Drawing:
    """One picture of an indicator; drawing takes longer than everything else on its page."""
    key, colour = _key(periods), view.colour
    return _picture(view, line, store.url, key, view.data_version, view.indicator.id, kind, colour, chosen)
