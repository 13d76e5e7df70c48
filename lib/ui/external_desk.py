"""What every view of the page of external assessment starts from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from lib.domain.external_board import ExternalBoard
from lib.domain.office import Office
from lib.domain.schools import School
from lib.storage.engine import Store
from lib.ui.pickers import keep_within
from lib.ui.state import Key

ALL = ""
ROW_HEIGHT = 40
_MOST_ROWS = 12


@dataclass(frozen=True, slots=True, eq=False)
class ExternalDesk:
    """The open database and the board of today; ``schools`` are the open ones of the register."""

    store: Store
    office: Office
    schools: tuple[School, ...]
    board: ExternalBoard
    today: date


@dataclass(frozen=True, slots=True)
class ExternalView:
    """One view of the page: its word in the row of views, and what draws it."""

    label: str
    show: Callable[[ExternalDesk], None]


def pick_cluster(desk: ExternalDesk) -> str:
    """A cluster to narrow a list to; empty for all."""
    clusters = (ALL, *dict.fromkeys(school.cluster for school in desk.schools if school.cluster))
    keep_within(Key.EXTERNAL_CLUSTER, clusters)
    picked: str = st.selectbox(
        "กลุ่มโรงเรียน",
        sorted(clusters),
        format_func=lambda each: each or "ทุกกลุ่ม",
        key=Key.EXTERNAL_CLUSTER,
        persist_state="session",
    )
    return picked


def table_height(rows: Sequence[object]) -> int:
    """Height of a table of so many rows, with a bar to scroll beyond twelve."""
    return ROW_HEIGHT * (min(max(len(rows), 1), _MOST_ROWS) + 1) + 3
