"""The papers for a visit: one school as Word, its whole cluster as one ZIP."""

import streamlit as st

from lib.services.analysis import load_history_version
from lib.services.school import SchoolView
from lib.services.school_sheet import SheetDesk, make_cluster_sheets, make_sheet
from lib.ui.messages import errors_shown
from lib.ui.plain import plain
from lib.ui.state import Key, get, put

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_ZIPS_KEPT = 3


def show_sheets(desk: SheetDesk, view: SchoolView) -> None:
    """Download one sheet at once; the cluster's are made first, with their progress."""
    school = view.school
    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(
            "ดาวน์โหลดเอกสารสำหรับการนิเทศ (Word)",
            data=lambda: make_sheet(desk, school.school_id)[1],
            file_name=f"ข้อมูลเพื่อการนิเทศ {school.school_id} {school.name}.docx",
            mime=_DOCX,
            type="primary",
            key=f"school-sheet-{school.school_id}",
        )
        if not school.cluster:
            return
        st.button(
            "ทั้งกลุ่มโรงเรียน",
            key="school-sheet-cluster",
            on_click=put,
            args=(Key.SCHOOL_CLUSTER, school.cluster),
        )
    if get(Key.SCHOOL_CLUSTER, "") == school.cluster:
        with errors_shown():
            _show_zip(desk, school.cluster)


def _show_zip(desk: SheetDesk, cluster: str) -> None:
    years = " ".join(str(period.year_be) for period in dict.fromkeys(desk.found.cube.periods))
    version = load_history_version(desk.store)
    content = _cluster_zip(desk, desk.store.url, version, cluster, desk.today.isoformat(), years)
    st.download_button(
        f"ดาวน์โหลดเอกสารของ{plain(cluster)} (ZIP)",
        data=content,
        file_name=f"ข้อมูลเพื่อการนิเทศ {cluster}.zip",
        mime="application/zip",
        key="school-sheet-zip",
    )


@st.cache_resource(max_entries=_ZIPS_KEPT, show_spinner=False)
def _cluster_zip(
    _desk: SheetDesk,
    url: str,  # noqa: ARG001 - part of the key
    version: int,  # noqa: ARG001
    cluster: str,
    day: str,  # noqa: ARG001
    years: str,  # noqa: ARG001
) -> bytes:
    # The place is made in here, because a cached function may only draw on what is its own.
    place = st.empty()

    def tell(done: int, of: int) -> None:
        place.progress(done / of, text=f"ทำเอกสารแล้ว {done:,} จาก {of:,} โรงเรียน")

    try:
        return make_cluster_sheets(_desk, cluster, tell)
    finally:
        place.empty()
