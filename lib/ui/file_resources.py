"""Files as they are read, kept for all sessions by their content and the answers given about them."""

from dataclasses import replace

import streamlit as st

from lib.domain.plain_tables import PlainTable
from lib.ingest.choices import ImportChoices
from lib.ingest.plain_tables import plain_tables
from lib.ingest.reading_progress import ReadingProgress
from lib.services import analysis
from lib.services.import_preview import Preview
from lib.services.imports import FileRead, preview_file, read_file
from lib.services.report_reading import ReportReading, read_reports
from lib.storage.engine import Store
from lib.storage.files import content_hash
from lib.ui.resources import who

_FILES_KEPT = 3
_REPORTS_KEPT = 24


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
