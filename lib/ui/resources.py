"""Live objects and computed values that all sessions share, keyed by the version of the data."""

from dataclasses import replace

import streamlit as st

from lib.analysis.examination import Examination
from lib.analysis.trend_lines import NamedLine
from lib.charts.drawing import Drawing
from lib.domain.findings import Finding, LookedAt
from lib.domain.periods import Period, PeriodKind
from lib.domain.plain_tables import PlainTable
from lib.ingest.choices import ImportChoices
from lib.ingest.plain_tables import plain_tables
from lib.ingest.reading_progress import ReadingProgress
from lib.services import analysis
from lib.services.analysis import OfficeData
from lib.services.explore import IndicatorView, load_indicator_view
from lib.services.explore_charts import Picture, draw_picture
from lib.services.findings import FindingsResult, compute_findings, join_reviews
from lib.services.import_preview import Preview
from lib.services.imports import FileRead, preview_file, read_file
from lib.services.report_reading import ReportReading, read_reports
from lib.settings import default_database_url, user_name
from lib.storage.engine import Store, open_store
from lib.storage.files import content_hash

_VERSIONS_KEPT = 3
_FILES_KEPT = 3
_REPORTS_KEPT = 24


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


@st.cache_resource(max_entries=_FILES_KEPT, show_spinner=False)
def _file_read(_content: bytes, sha256: str, file_name: str, encoding: str) -> FileRead:  # noqa: ARG001
    # The place is made in here, because a cached function may only draw on what is its own.
    place = st.empty()

    def tell(progress: ReadingProgress) -> None:
        place.info(progress.words)

    try:
        return read_file(_content, file_name, encoding, tell, person=who())
    finally:
        place.empty()


@st.cache_resource(max_entries=8, show_spinner="กำลังตรวจข้อมูล")
def _preview(
    _store: Store,
    _content: bytes,
    url: str,  # noqa: ARG001 - part of the key
    version: int,  # noqa: ARG001
    sha256: str,
    file_name: str,
    choices: ImportChoices,
) -> Preview:
    read = _file_read(_content, sha256, file_name, choices.encoding)
    return preview_file(_store, _content, file_name, choices, read=read)


def preview_of(store: Store, content: bytes, file_name: str, choices: ImportChoices) -> Preview:
    """The preview of a file with the answers given about it, read anew only when one of the two changes.

    Raises:
        RefusedFile: the file cannot be read, or holds data of persons.
    """
    sha256 = content_hash(content)
    version = analysis.load_data_version(store)
    return _preview(store, content, store.url, version, sha256, file_name, choices)


@st.cache_resource(max_entries=_FILES_KEPT, show_spinner=False)
def _plain_tables(_content: bytes, sha256: str, file_name: str) -> tuple[PlainTable, ...]:
    return plain_tables(_file_read(_content, sha256, file_name, "").workbook)


def plain_tables_of(content: bytes, file_name: str) -> tuple[PlainTable, ...]:
    """Columns of numbers in a file, whatever they mean.

    Raises:
        RefusedFile: the file cannot be read, or holds data of persons.
    """
    return _plain_tables(content, content_hash(content), file_name)


@st.cache_resource(max_entries=_REPORTS_KEPT, show_spinner="กำลังอ่านรายงาน")
def _report_reading(
    _store: Store,
    _content: bytes,
    url: str,  # noqa: ARG001 - part of the key
    version: int,  # noqa: ARG001
    sha256: str,  # noqa: ARG001
    file_name: str,
) -> ReportReading:
    report = read_reports(_store, [(file_name, _content)])[0]
    return replace(report, content=b"") if report.content == _content else report


def report_reading_of(store: Store, content: bytes, file_name: str) -> ReportReading:
    """One self-assessment report as read, read anew only when something was saved meanwhile."""
    version = analysis.load_history_version(store)
    report = _report_reading(store, content, store.url, version, content_hash(content), file_name)
    # The uploader holds the content already; the cache would hold it a second time, for everybody.
    return report if report.content else replace(report, content=content)


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
