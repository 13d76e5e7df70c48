"""Which figure's way home is being looked at, and through which figures a person came to it; ids only."""

from dataclasses import dataclass

import streamlit as st

from lib.domain.assessments import ReportedLevel
from lib.domain.external_figures import ExternalCount, ExternalOutcome
from lib.domain.figures import FigureId
from lib.domain.reported_counts import ReportedCount
from lib.domain.self_rating_matrix import MatrixCellId
from lib.domain.theme_synthesis import SaidInReport, ThemeFigure
from lib.ui.state import Key, get, put


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop: a figure, a finding with its figures, several findings, a load's sheets, or a report's level.

    Attributes:
        findings: ids of findings to choose one of.
        reported: a quality level of a report, or a count of schools at such levels.
        matrix: a cell of own levels against results.
        said: a statement of a report, or a count of statements of one theme.
        external: a result of external assessment, or a count of schools with such results.
        dataset_id: with a figure the version to show, 0 for the one that counts; alone, the load.
    """

    figure: FigureId | None = None
    finding_id: str = ""
    dataset_id: int = 0
    reported: ReportedLevel | ReportedCount | None = None
    findings: tuple[str, ...] = ()
    external: ExternalOutcome | ExternalCount | None = None
    matrix: MatrixCellId | None = None
    said: SaidInReport | ThemeFigure | None = None


def set_out(way: FigureId | Stop) -> None:
    """Look at a figure from a page; for callbacks."""
    put(Key.WAY_HOME, (_stop(way),))


def go_on(way: FigureId | Stop) -> None:
    """Go from one stop to the next; for callbacks within the dialog."""
    put(Key.WAY_HOME, (*stops(), _stop(way)))


def go_back() -> None:
    """Return to the stop before."""
    put(Key.WAY_HOME, stops()[:-1])


def leave() -> None:
    """Look at nothing any more; for ``on_dismiss``."""
    st.session_state.pop(Key.WAY_HOME, None)


def stops() -> tuple[Stop, ...]:
    """The stops passed, the present one last; none while nothing is looked at."""
    return get(Key.WAY_HOME, ())


def _stop(way: FigureId | Stop) -> Stop:
    return way if isinstance(way, Stop) else Stop(way)
