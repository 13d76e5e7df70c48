"""What the explore page computes, kept per version of the data and years looked at."""

import streamlit as st

from lib.analysis.examination import Examination
from lib.charts.drawing import Drawing
from lib.services.analysis import OfficeData
from lib.services.explore import IndicatorView
from lib.services.explore_overview import IndicatorLine, load_lines
from lib.services.heat_map import draw_heat_map
from lib.services.peer_charts import peer_picture
from lib.services.peers import PeerView
from lib.ui.frame import Desk
from lib.ui.resources import examination

_KEPT = 6


@st.cache_resource(max_entries=_KEPT, show_spinner=False)
def _lines(
    _data: OfficeData,
    _found: Examination,
    url: str,  # noqa: ARG001 - part of the key
    version: int,  # noqa: ARG001
    years: tuple[tuple[str, int], ...],  # noqa: ARG001
) -> dict[str, tuple[IndicatorLine, ...]]:
    return load_lines(_data, _found)


def indicator_lines(desk: Desk) -> dict[str, tuple[IndicatorLine, ...]]:
    """Domain → its indicators with figures, shared read-only."""
    found = examination(desk.store, desk.data, desk.periods)
    return _lines(desk.data, found, desk.store.url, desk.data.version, _years(desk))


@st.cache_resource(max_entries=4 * _KEPT, show_spinner=False)
def _heat_map(
    _data: OfficeData,
    _found: Examination,
    url: str,  # noqa: ARG001 - part of the key
    version: int,  # noqa: ARG001
    years: tuple[tuple[str, int], ...],  # noqa: ARG001
    domain: str,
) -> Drawing | None:
    return draw_heat_map(_data, _found, domain)


def heat_map(desk: Desk, domain: str) -> Drawing | None:
    """A domain over the area and its clusters at one look; None without a figure."""
    found = examination(desk.store, desk.data, desk.periods)
    return _heat_map(desk.data, found, desk.store.url, desk.data.version, _years(desk), domain)


@st.cache_resource(max_entries=4 * _KEPT, show_spinner=False)
def _peer_drawing(
    _view: IndicatorView,
    _found: Examination,
    _peers: PeerView,
    url: str,  # noqa: ARG001 - part of the key
    version: int,  # noqa: ARG001
    years: tuple[tuple[str, int], ...],  # noqa: ARG001
    indicator_id: str,  # noqa: ARG001
    school_id: str,  # noqa: ARG001
) -> Drawing | None:
    return peer_picture(_view, _found, _peers)


def peer_drawing(desk: Desk, found: Examination, view: IndicatorView, peers: PeerView) -> Drawing | None:
    """A school over its like schools; a changed list is a new version of the data."""
    key = (desk.store.url, desk.data.version, _years(desk), view.indicator.id, peers.school.school_id)
    return _peer_drawing(view, found, peers, *key)


def _years(desk: Desk) -> tuple[tuple[str, int], ...]:
    return tuple(sorted((str(kind), period.year_be) for kind, period in desk.periods.items()))
