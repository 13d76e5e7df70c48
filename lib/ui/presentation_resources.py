"""The deck of the chosen years, made once for every state of the database."""

from datetime import date

import streamlit as st

from lib.domain.slides import SlideDeck
from lib.services.analysis import Periods, load_history_version
from lib.services.evidence_focus import thai_today
from lib.services.report_run import make_run
from lib.services.slides import make_deck
from lib.ui.frame import Desk
from lib.ui.resources import examination, findings

_DECKS_KEPT = 6
_Key = tuple[tuple[str, int], ...]


@st.cache_resource(max_entries=_DECKS_KEPT, show_spinner="กำลังเตรียมสไลด์")
def _deck(_desk: Desk, url: str, version: int, key: _Key, today: date) -> SlideDeck:  # noqa: ARG001 - the key
    found = examination(_desk.store, _desk.data, _desk.periods)
    reviewed = findings(_desk.store, _desk.data, _desk.periods).findings
    run = make_run(_desk.store, _desk.office, _desk.data, _desk.periods, found, reviewed, today=today)
    return make_deck(run.content)


def deck_of(desk: Desk) -> SlideDeck:
    """The slides as they stand now.

    Raises:
        WorkbenchError: there are no figures of these years.
    """
    version = load_history_version(desk.store)
    return _deck(desk, desk.store.url, version, _key(desk.periods), thai_today())


def _key(periods: Periods) -> _Key:
    return tuple(sorted((str(kind), period.year_be) for kind, period in periods.items()))
