"""The left side of the review: the page of the report that the current item stands on."""

from dataclasses import dataclass

import streamlit as st

from lib.domain.assessments import Place, SavedSelfAssessment
from lib.domain.document_text import DocumentText
from lib.domain.report_checks import CheckItem
from lib.errors import WorkbenchError
from lib.ingest.pdf_picture import draw_page
from lib.services.originals import original_of
from lib.services.report_leaves import make_leaf, page_of
from lib.storage.engine import Store
from lib.ui.messages import error_words
from lib.ui.plain import plain
from lib.ui.resources import who
from lib.ui.sar_pages import show_pages
from lib.ui.sar_review_text import leaf_html
from lib.ui.state import Key, get, put

_PICTURES_KEPT = 24
_HEIGHT = 480
_SHOWN = {"picture": "ภาพหน้า", "large": "ภาพขยาย", "text": "ข้อความ"}
SHEETS = (".xlsx", ".xlsm", ".xls", ".csv", ".ods", ".xlsb")


@dataclass(frozen=True, slots=True)
class OpenPage:
    """The page a person turned to while an item was open; another item starts at its own page.

    Attributes:
        place: number of the item's place that was asked for, 0 for its own.
    """

    report_id: int
    item: str
    page: int
    place: int = 0


def show_page(
    store: Store, saved: SavedSelfAssessment, document: DocumentText, item: CheckItem | None
) -> None:
    """Picture or text of the page, with steps to the pages around it."""
    places = item.places if item else ()
    opened = _opened(saved, item, document)
    chosen = places[opened.place] if opened.place < len(places) else (None, "")
    is_pdf, in_sheets = (saved.file_name.lower().endswith(ends) for ends in (".pdf", SHEETS))
    last = max(document.page_count, 1)
    shown = _choose(is_pdf=is_pdf)
    _show_steps(opened, last, in_sheets=in_sheets)
    if shown != "text":
        _show_picture(store, saved, opened.page, large=shown == "large")
    else:
        leaf = make_leaf(document, opened.page, chosen[0], in_sheets=in_sheets)
        if leaf.sheet:
            st.caption(f"ชีต “{plain(leaf.sheet)}”")
        if leaf.parts:
            st.html(leaf_html(leaf, chosen[1]))
        else:
            st.info("หน้านี้ไม่มีข้อความที่อ่านได้ ดูภาพหน้าหรือเปิดเล่มรายงาน" if is_pdf else "ส่วนนี้ไม่มีข้อความ")
    st.caption(plain(saved.file_name))
    show_pages(document)


def turn_to(report_id: int, item: str, page: int, place: int = 0) -> None:
    """Turn to a page while an item is open; for ``on_click``."""
    put(Key.SAR_PAGE, OpenPage(report_id, item, page, place))


def _opened(saved: SavedSelfAssessment, item: CheckItem | None, document: DocumentText) -> OpenPage:
    opened: OpenPage | None = get(Key.SAR_PAGE, None)
    key = item.key if item else ""
    if opened is not None and (opened.report_id, opened.item) == (saved.report_id, key):
        return opened
    place: Place | None = item.places[0][0] if item and item.places else None
    return OpenPage(saved.report_id, key, page_of(document, place))


def _choose(*, is_pdf: bool) -> str:
    """How the page is shown; only a PDF has pictures."""
    if not is_pdf:
        return "text"
    shown: str = st.segmented_control(
        "แสดง",
        list(_SHOWN),
        default="picture",
        format_func=_SHOWN.__getitem__,
        key=Key.SAR_SHOWN,
        required=True,
        label_visibility="collapsed",
    )
    return shown


def _show_steps(opened: OpenPage, last: int, *, in_sheets: bool) -> None:
    before, where, after = st.columns([4, 5, 4], vertical_alignment="center")
    word = "ชีต" if in_sheets else "หน้า"
    where.markdown(f"{word} **{opened.page:,}** จาก {last:,}", text_alignment="center")
    steps = (
        (before, "chevron_left", "ก่อนหน้า", -1, "PageUp"),
        (after, "chevron_right", "ถัดไป", 1, "PageDown"),
    )
    for column, icon, label, step, key in steps:
        column.button(
            "",
            key=f"sar-page-{key}",
            icon=f":material/{icon}:",
            help=f"{word}{label}",
            shortcut=key,
            disabled=not 1 <= opened.page + step <= last,
            width="stretch",
            on_click=turn_to,
            args=(opened.report_id, opened.item, opened.page + step, opened.place),
        )


@st.cache_data(max_entries=_PICTURES_KEPT, show_spinner="กำลังวาดภาพหน้า")
def _picture(_store: Store, _saved: SavedSelfAssessment, sha256: str, page: int) -> bytes:  # noqa: ARG001
    return draw_page(original_of(_store, _saved), page, person=who())


def _show_picture(store: Store, saved: SavedSelfAssessment, page: int, *, large: bool) -> None:
    try:
        picture = _picture(store, saved, saved.sha256, page)
    except WorkbenchError as error:
        st.warning(plain(f"วาดภาพหน้า {page} ไม่ได้ {error_words(error)} เลือก “ข้อความ” เพื่อดูข้อความของหน้านี้"))
        return
    with st.container(height=_HEIGHT, key=f"sar-picture{'-large' if large else ''}"):
        st.image(picture, width="stretch")
