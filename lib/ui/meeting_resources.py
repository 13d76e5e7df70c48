"""Answers of a meeting, kept per question, version of the data and file looked at."""

from dataclasses import dataclass, replace

import streamlit as st

from lib.analysis.examination import Examination
from lib.catalog.loader import load_size_schemes
from lib.domain.meeting import Look, Question
from lib.domain.periods import PeriodKind
from lib.domain.plain_tables import PlainTable
from lib.domain.schools import SizeScheme
from lib.services.analysis import OfficeData, examine_office, make_periods
from lib.services.import_preview import Preview
from lib.services.meeting import answer, periods_of
from lib.services.meeting_answer import Answer
from lib.services.meeting_file import Dropped, data_with_file
from lib.services.meeting_plain import answer_column, column_terms
from lib.services.meeting_terms import list_terms
from lib.services.office import size_scheme
from lib.storage.engine import Store
from lib.ui.frame import Desk
from lib.ui.resources import examination

_ANSWERS_KEPT = 64
_FILES_KEPT = 2


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """What a question is answered from: the office's data, or these with a file laid over.

    Attributes:
        file_key: tells files and the way they are laid apart; empty without one.
        unloaded_file: name of the file, empty without one.
        plain: columns of numbers of the file, whatever they mean.
    """

    desk: Desk
    data: OfficeData
    scheme: SizeScheme
    years: dict[PeriodKind, int]
    file_key: str = ""
    unloaded_file: str = ""
    plain: tuple[PlainTable, ...] = ()


def table_of(desk: Desk, dropped: Dropped | None) -> Table:
    """The office's data, with a dropped file laid over them or in their place."""
    scheme = size_scheme(desk.office)
    years = {kind: each.year_be for kind, each in desk.periods.items()}
    if dropped is None:
        return Table(desk, desk.data, scheme, years)
    preview, alone = dropped.preview, dropped.alone
    key, data = f"{preview.sha256}-{alone}", desk.data
    if dropped.has_figures:
        data = _with_file(desk.store, data, preview, desk.store.url, data.version, key, alone)
        years = {kind: each.year_be for kind, each in make_periods(data).items()}
    return Table(desk, data, scheme, years, key, preview.file_name, dropped.plain)


def terms_of(table: Table) -> dict[str, str]:
    """Everything that may be typed, with its label."""
    url, version = table.desk.store.url, table.data.version
    known = _terms(table.data, url, version, table.file_key, table.scheme.id)
    return column_terms(table.plain) | known


def answer_of(table: Table, question: Question) -> Answer:
    """The answer, computed once per question.

    Raises:
        KeyError: a school or an indicator that these data do not know.
    """
    if question.column:
        return answer_column(question, table.plain, table.unloaded_file)
    return _answer(table, question, table.desk.store.url, table.data.version, table.file_key, table.scheme.id)


def found_of(table: Table, question: Question) -> Examination:
    """The examination of the question's years."""
    periods = periods_of(question)
    if not table.file_key:
        return examination(table.desk.store, table.data, periods)
    return _examined(
        table.data, table.desk.store.url, table.data.version, table.file_key, _years_alone(question)
    )


def _years_alone(question: Question) -> Question:
    """The part of a question that an examination depends on."""
    return replace(question, indicator_id="", who=(), look=Look.LEVEL, domain="")


@st.cache_resource(max_entries=_FILES_KEPT, show_spinner="กำลังวางไฟล์ลงบนข้อมูล")
def _with_file(
    _store: Store,
    _data: OfficeData,
    _preview: Preview,
    url: str,  # noqa: ARG001 - part of the key
    version: int,  # noqa: ARG001
    file_key: str,  # noqa: ARG001
    alone: bool,
) -> OfficeData:
    return data_with_file(_store, _data, _preview, alone=alone)


@st.cache_resource(max_entries=2 * _FILES_KEPT, show_spinner="กำลังวิเคราะห์")
def _examined(
    _data: OfficeData,
    url: str,  # noqa: ARG001 - part of the key
    version: int,  # noqa: ARG001
    file_key: str,  # noqa: ARG001
    question: Question,
) -> Examination:
    return examine_office(_data, periods_of(question))


@st.cache_resource(max_entries=2 * _FILES_KEPT, show_spinner=False)
def _terms(
    _data: OfficeData,
    url: str,  # noqa: ARG001 - part of the key
    version: int,  # noqa: ARG001
    file_key: str,  # noqa: ARG001
    scheme_id: str,
) -> dict[str, str]:
    return list_terms(_data, next(each for each in load_size_schemes() if each.id == scheme_id))


@st.cache_resource(max_entries=_ANSWERS_KEPT, show_spinner=False)
def _answer(
    _table: Table,
    question: Question,
    url: str,  # noqa: ARG001 - part of the key
    version: int,  # noqa: ARG001
    file_key: str,  # noqa: ARG001
    scheme_id: str,  # noqa: ARG001
) -> Answer:
    return answer(_table.data, question, _table.scheme, found_of(_table, question))
