"""Every session key in one place; session state holds ids and choices, the database holds data."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import TypeVar

import streamlit as st

from lib.ui.plain import plain

T = TypeVar("T")


class Key(StrEnum):
    """Keys of the session; a page never writes one as a string of its own."""

    ACADEMIC_YEAR = "academic_year_be"
    FISCAL_YEAR = "fiscal_year_be"
    DOMAIN = "domain_id"
    EXPLORED_DOMAIN = "explored_domain"
    INDICATOR = "indicator_id"
    EXPLORED_LINK = "explored_link"
    PICTURE = "picture"
    PEERS_EDIT = "peers_edit"
    CLUSTER = "cluster"
    SCHOOL = "school_id"
    SCOPE = "scope"
    KPI_FORM = "kpi-form"
    KPI_YEAR = "kpi_fiscal_year_be"
    REPORT_ID = "report_id"
    MESSAGE = "message"
    UPLOADS = "uploads_generation"
    COMMIT = "commit"
    REPLACES = "replaces"
    EFFECTS = "effects"
    UNDO_CHOICE = "undo_choice"
    UNDO = "undo"
    UNDO_CONFIRM = "undo_confirm"
    STATUS = "review_status"
    OPEN_FINDING = "open_finding"
    REVIEW_SEEN = "review_seen"
    FINDING_ORDER = "finding_order"
    FINDING_CLUSTER = "finding_cluster"
    FINDING_LEAST = "finding_least"
    OPEN_TOPIC = "open_topic"
    GO_TO_SCHOOL = "go_to_school"
    ACCEPT_ALL = "accept_all"
    DIALOG = "dialog"
    SAR_VIEW = "sar_view"
    SAR_MATRIX_LEVEL = "sar_matrix_level"
    SAR_MATRIX_ITEM = "sar_matrix_item"
    SAR_MATRIX_INDICATOR = "sar_matrix_indicator"
    SAR_MATRIX_DRAFTS = "sar_matrix_drafts"
    SAR_NEXT = "sar_next_view"
    SAR_UPLOADS = "sar_uploads_generation"
    SAR_SAVE = "sar_save"
    SAR_BATCH = "sar_batch"
    SAR_READ_ALL = "sar_read_all"
    SAR_SOURCE = "sar_source"
    SAR_STOP = "sar_stop"
    SAR_READING = "sar_reading"
    SAR_BATCH_SIZE = "sar_batch_size"
    SAR_BATCH_SAVE = "sar_batch_save"
    SAR_CONFIRM = "sar_confirm"
    SAR_LEVEL = "sar_level_of_education"
    SAR_BY = "sar_by"
    SAR_ROWS = "sar_rows"
    SAR_CONFIRMED_ONLY = "sar_confirmed_only"
    SAR_MISSING_LIST = "sar_missing_list"
    SAR_DUE_SAVE = "sar_due_save"
    SAR_ITEM = "sar_item"
    SAR_PAGE = "sar_page"
    SAR_SHOWN = "sar_shown"
    SAR_FORM = "sar_form"
    SAR_CONFLICT = "sar_conflict"
    SAR_LIST = "sar_list"
    SAR_FILE_NAMED = "sar_file_named"
    SAR_FILE_CONFIRMED = "sar_file_confirmed"
    SAR_FILE_DOCX = "sar_file_docx"
    SAR_FILE_ISSUES = "sar_file_issues"
    SAR_THEME_KIND = "sar_theme_kind"
    SAR_THEME_LEVEL = "sar_theme_level"
    SAR_THEME_CLUSTER = "sar_theme_cluster"
    SAR_THEME_OPEN = "sar_theme_open"
    SAR_THEME_SHOWN = "sar_theme_shown"
    EXTERNAL_VIEW = "external_view"
    EXTERNAL_ROUND = "external_round"
    EXTERNAL_CLUSTER = "external_cluster"
    EXTERNAL_STATUS = "external_status"
    EXTERNAL_LEVEL = "external_level"
    EXTERNAL_UPLOADS = "external_uploads_generation"
    EXTERNAL_SAVE = "external_save"
    EXTERNAL_UNDO_CHOICE = "external_undo_choice"
    EXTERNAL_UNDO = "external_undo"
    EXTERNAL_UNDO_CONFIRM = "external_undo_confirm"
    EXTERNAL_ENTRY = "external_entry"
    EXTERNAL_DUES = "external_dues"
    EXTERNAL_TEMPLATE = "external_template"
    REPORT_VIEW = "report_view"
    CHECK_JUMP = "check_jump"
    REPORT_SECTION = "report_section"
    REPORT_TEXT = "report_text"
    REPORT_SAVE = "report_save"
    REPORT_TEMPLATE = "report_template"
    REPORT_COPY = "report_copy"
    REPORT_EDITION = "report_edition"
    REPORT_DOCX = "report_docx"
    PAPER_KIND = "paper_kind"
    PAPER_DOCX = "paper_docx"
    REPORT_XLSX = "report_xlsx"
    PUBLICATION_SAVE = "publication_save"
    PUBLICATION_MAKE = "publication_make"
    PUBLICATION_MADE = "publication_made"
    PUBLICATION_SCHOOLS = "publication_schools"
    PUBLICATION_COUNT = "publication_count"
    PUBLICATION_GROUP = "publication_group"
    PUBLICATION_ZERO = "publication_zero"
    PUBLICATION_SAR = "publication_sar"
    PUBLICATION_ANSWERS = "publication_answers"
    PUBLICATION_SECTIONS = "publication_sections"
    PUBLICATION_TABLE = "publication_table"
    PUBLICATION_DRAFT = "publication_draft"
    PUBLICATION_ZIP = "publication_zip"
    SLIDES_PPTX = "slides_pptx"
    SLIDES_TEMPLATE = "slides_template_upload"
    SLIDES_TEMPLATE_USE = "slides_template_use"
    SLIDES_TEMPLATE_DROP = "slides_template_drop"
    PRESENT = "present"
    PRESENT_PLACE = "present_place"
    PRESENT_NOTES = "present_notes"
    PRESENT_BLACK = "present_black"
    PRESENT_FROM = "present_from"
    PRESENT_LEAVE = "present_leave"
    DICTIONARY_DOMAIN = "dictionary_domain"
    DICTIONARY_SEARCH = "dictionary_search"
    DICTIONARY_TABLE = "dictionary_table"
    DICTIONARY_INDICATOR = "dictionary_indicator"
    DICTIONARY_EDIT = "dictionary_edit"
    TEMPLATE_ACADEMIC_YEAR = "template_academic_year"
    TEMPLATE_FISCAL_YEAR = "template_fiscal_year"
    TEMPLATE = "template"
    REGISTER_UPLOADS = "register_uploads_generation"
    REGISTER_COMMIT = "register_commit"
    REGISTER_SEARCH = "register_search"
    REGISTER_TABLE = "register_table"
    REGISTER_SCHOOL = "register_school"
    REGISTER_EDIT = "register_edit"
    REGISTER_UNDO_CHOICE = "register_undo_choice"
    REGISTER_UNDO = "register_undo"
    REGISTER_UNDO_CONFIRM = "register_undo_confirm"
    OFFICE_EDIT = "office_edit"
    DOMAIN_ORDER = "domain_order"
    BACKUP = "backup"
    RESTORE_UPLOADS = "restore_uploads_generation"
    RESTORE = "restore"
    CHECK = "check"
    START_OWN = "start_own"
    COUNTED_UP = "counted_up"
    FRESHNESS_VIEW = "freshness_view"
    FRESHNESS_ACADEMIC = "freshness_academic_year_be"
    FRESHNESS_FISCAL = "freshness_fiscal_year_be"
    FRESHNESS_BY = "freshness_by"
    FRESHNESS_DOMAIN = "freshness_domain"
    FRESHNESS_CLUSTER = "freshness_cluster"
    FRESHNESS_ORDER = "freshness_order"
    FRESHNESS_SCHOOL = "freshness_school"
    MEETING_SEARCH = "meeting_search"
    MEETING_TERMS = "meeting_terms"
    MEETING_SMALL = "meeting_small"
    MEETING_FILE = "meeting_file"
    MEETING_ALONE = "meeting_alone"
    MEETING_PIN = "meeting_pin"
    MEETING_LEAVE = "meeting_leave"
    SCHOOL_ALL = "school_all"
    SCHOOL_CLUSTER = "school_cluster"
    WAY_HOME = "way_home"
    WAYS_TAKEN = "ways_taken"
    CHART_PICKS = "chart_picks"


def get(key: Key, default: T) -> T:
    """The value of the session, or the default when it was never set."""
    value: T = st.session_state.get(key, default)
    return value


def put(key: Key, value: object) -> None:
    """Set a value that the next run reads."""
    st.session_state[key] = value


def keep_within(key: Key, options: Iterable[object]) -> None:
    """Replace a choice that is no longer offered by the first that is.

    Deleting it would not do: the browser goes on showing the old one.
    """
    offered = tuple(options)
    if key in st.session_state and st.session_state[key] not in offered and offered:
        st.session_state[key] = offered[0]


def say_after_rerun(text: str, place: str = "", *, failed: Sequence[str] = ()) -> None:
    """Keep a calm line to show once after the page has been drawn anew.

    Args:
        text: what was done; empty when nothing was.
        failed: what could not be done, one sentence each.
        place: name of the part of the page that shows it, where the top of the page would be out of sight.
    """
    put(Key.MESSAGE, (place, text, tuple(failed)))


def show_message(place: str = "") -> None:
    """Show the line kept by :func:`say_after_rerun` for this place, once."""
    kept: tuple[str, str, tuple[str, ...]] | None = get(Key.MESSAGE, None)
    if kept is None or kept[0] != place:
        return
    del st.session_state[Key.MESSAGE]
    _, text, failed = kept
    if text:
        st.success(plain(text))
    for sentence in failed:
        st.error(plain(sentence))


def follow(wish: Key, widget: Key) -> None:
    """Hand a wish of the run before to a widget that is about to be drawn; drawn widgets cannot be set."""
    if wish in st.session_state:
        st.session_state[widget] = st.session_state.pop(wish)
