"""What stands around every page: the office and the two years in the sidebar."""

from dataclasses import dataclass

import streamlit as st

from lib.domain.office import Office
from lib.domain.periods import Period, PeriodKind
from lib.services.analysis import OfficeData, known_years, make_periods
from lib.services.office import load_office
from lib.storage.engine import Store
from lib.ui.import_sheet import SHEET_STYLE
from lib.ui.kept_messages import show_message
from lib.ui.meeting_style import MEETING_STYLE
from lib.ui.navigation import show_links
from lib.ui.pickers import place_of
from lib.ui.plain import plain
from lib.ui.presentation_style import PRESENTATION_STYLE
from lib.ui.print_style import PRINT_STYLE
from lib.ui.resources import office_data, open_office
from lib.ui.sar_review_text import LEAF_STYLE
from lib.ui.state import Key

#: What the theme cannot say: a page no wider than 1,280 px on a projector; captions in the muted token
#: instead of half-transparent ink, which falls below 4.5 : 1; the uploader's two English words and the
#: download button's one sentence; no second, English menu over a chart, whose files would carry neither our
#: words nor our care with formulas.
_STYLE = (
    """<style>
.stMainBlockContainer {max-width: 1280px}
[data-testid="stCaptionContainer"] {color: #5B6B73; opacity: 1}
[data-testid="stCaptionContainer"] * {color: inherit; opacity: 1}
[data-testid="stFileUploaderDropzone"] button [data-testid="stMarkdownContainer"] p {font-size: 0}
[data-testid="stFileUploaderDropzone"] button [data-testid="stMarkdownContainer"] p::after
  {content: "เลือกไฟล์"; font-size: 1rem}
[data-testid="stFileUploaderDropzoneInstructions"] span {display: none}
[data-testid="stFileUploaderDropzoneInstructions"]::after {content: "หรือลากไฟล์มาวางที่นี่"; color: #5B6B73}
[data-testid="stDownloadButtonError"] {font-size: 0}
[data-testid="stDownloadButtonError"]::after {font-size: .875rem;
  content: "ทำไฟล์ไม่สำเร็จ ข้อมูลไม่เปลี่ยน โหลดหน้านี้ใหม่แล้วกดอีกครั้ง ถ้ายังไม่ได้ให้แจ้งผู้ดูแล"}
.st-key-school-sheet button[kind="tertiary"] [data-testid="stMarkdownContainer"] {text-align: left}
.stElementContainer:has([data-testid="stVegaLiteChart"]) [data-testid="stElementToolbar"] {display: none}
"""
    f"{SHEET_STYLE}{LEAF_STYLE}{MEETING_STYLE}{PRESENTATION_STYLE}{PRINT_STYLE}</style>"
)


@dataclass(frozen=True, slots=True, eq=False)
class Desk:
    """What a page starts from: the open database, the office, the data and the chosen years."""

    store: Store
    office: Office
    office_version: int
    data: OfficeData
    periods: dict[PeriodKind, Period]

    @property
    def has_figures(self) -> bool:
        return not self.data.observations.empty


def open_desk() -> Desk:
    """The desk with the years chosen in the sidebar; the latest with figures where nothing was chosen."""
    store = open_office()
    office, version = load_office(store)
    data = office_data(store)
    years = known_years(data)
    academic = _chosen(Key.ACADEMIC_YEAR, years[PeriodKind.ACADEMIC_YEAR])
    fiscal = _chosen(Key.FISCAL_YEAR, years[PeriodKind.FISCAL_YEAR])
    return Desk(store, office, version, data, make_periods(data, academic, fiscal))


def _chosen(key: Key, years: tuple[int, ...]) -> int | None:
    value = st.session_state.get(key)
    return value if value in years else None


def show_sidebar() -> None:
    """Office, both years, and the version of the data; the same on every page."""
    st.html(_STYLE)
    desk = open_desk()
    with st.sidebar:
        st.markdown(f"**{plain(desk.office.short_name) or 'ยังไม่ได้ตั้งชื่อสำนักงาน'}**")
        if desk.office.is_sample:
            st.caption("สำนักงานตัวอย่าง (ข้อมูลสมมติ)")
        years = known_years(desk.data)
        keys = (Key.ACADEMIC_YEAR, Key.FISCAL_YEAR)
        for column, kind, key in zip(st.columns(2), PeriodKind, keys, strict=True):
            if years[kind]:
                current = desk.periods[kind].year_be
                options = years[kind] if current in years[kind] else (current, *years[kind])
                column.selectbox(
                    kind.label, options, index=place_of(current, options), key=key, persist_state="session"
                )
        show_links()
        st.caption(f"ข้อมูลรุ่นที่ {desk.data.version:,} · โรงเรียน {len(desk.data.schools):,} แห่ง")
    show_message()
