"""A figure that stands in a file: its cell, who loaded it, the steps to the figure, its other versions."""

from functools import partial

import streamlit as st

from lib.domain.datasets import DatasetRecord
from lib.domain.figures import FigureId, FigureVersion
from lib.errors import WorkbenchError
from lib.services.indicator_words import make_words
from lib.services.originals import original_of
from lib.services.way_home_cell import Surroundings, find_versions, surroundings
from lib.services.way_home_steps import plain_number
from lib.thai.dates import format_moment
from lib.ui.figure_tables import pick_cell
from lib.ui.frame import Desk
from lib.ui.messages import error_words
from lib.ui.originals import original
from lib.ui.plain import plain
from lib.ui.way_home_sheet import show_sheet
from lib.ui.way_home_stops import Stop, go_on

_VERSIONS, _DOWNLOAD = "way-home-versions", "way-home-download"


def show_cell(desk: Desk, figure: FigureId, dataset_id: int) -> None:
    """The version that counts, or the one asked for."""
    versions = find_versions(desk.store, figure)
    version = next(
        (each for each in versions if (each.dataset.dataset_id == dataset_id if dataset_id else each.speaks)),
        next(iter(versions), None),
    )
    if version is None:
        st.info("ไม่พบตัวเลขนี้ในรายการนำเข้าใดแล้ว ปิดหน้าต่างนี้แล้วเปิดหน้าใหม่อีกครั้ง")
        return
    words = make_words(desk.data.catalogue.by_id[figure.indicator_id], desk.data.rules)
    st.subheader(
        f"{plain(words.figure(version.value))}" + ("" if version.speaks else " · :orange[ไม่ใช่รุ่นที่ใช้อยู่]"),
        anchor=False,
    )
    found: Surroundings | None = None
    try:
        found = surroundings(desk.store, desk.data, figure, version, original)
    except WorkbenchError as error:
        st.error(
            plain(
                f"เปิดเซลล์ {version.source_ref} ในไฟล์ “{version.dataset.file_name}” ไม่ได้ {error_words(error)}"
            )
        )
    if found is not None:
        show_sheet(found.view, version.dataset.file_name)
    _show_load(desk, version.dataset, download=found is not None)
    if found is not None:
        st.markdown("**จากเซลล์ถึงตัวเลข**")
        st.markdown("\n".join(f"1. {plain(step.title)}: {plain(step.text)}" for step in found.steps))
        for choice in found.choices:
            st.markdown(f"- ผู้นำเข้า{plain(choice)}")
    _show_versions(figure, versions, version)


def _show_load(desk: Desk, load: DatasetRecord, *, download: bool) -> None:
    left, right = st.columns([3, 1], vertical_alignment="center")
    loaded = f"นำเข้าเมื่อ {format_moment(load.loaded_at)} โดย {plain(load.loaded_by)}"
    left.markdown(f"รายการนำเข้า **{load.dataset_id}** · {loaded}")
    if download:
        right.download_button(
            "ดาวน์โหลดไฟล์ต้นฉบับ",
            data=partial(original_of, desk.store, load),
            file_name=load.file_name,
            key=f"{_DOWNLOAD}-{load.dataset_id}",
            on_click="ignore",
            width="stretch",
        )


def _show_versions(figure: FigureId, versions: tuple[FigureVersion, ...], shown: FigureVersion) -> None:
    others = [each for each in versions if each is not shown]
    if not others:
        st.caption("ตัวเลขนี้มีรุ่นเดียว ไม่มีการนำเข้าอื่นที่ให้ค่านี้")
        return
    st.markdown("**รุ่นอื่นของตัวเลขนี้** คลิกเพื่อดูเซลล์ของรุ่นนั้น")
    st.dataframe(
        [_version_line(each) for each in others],
        hide_index=True,
        width="stretch",
        key=_VERSIONS,
        on_select=partial(
            pick_cell,
            _VERSIONS,
            [Stop(figure, dataset_id=each.dataset.dataset_id) for each in others],
            go_on,
        ),
        selection_mode="single-cell",
        placeholder="–",
    )


def _version_line(each: FigureVersion) -> dict[str, object]:
    load = each.dataset
    state = "ใช้อยู่" if each.speaks else "มีรายการใหม่กว่า"
    if load.undone_at is not None:
        state = f"ยกเลิกเมื่อ {format_moment(load.undone_at)}"
    elif load.replaced_by is not None:
        state = f"ถูกแทนด้วยรายการ {load.replaced_by}"
    return {
        "รายการ": load.dataset_id,
        "ค่า": plain_number(each.value),
        "จำนวน": each.n,
        "ไฟล์": load.file_name,
        "ชีตและเซลล์": each.source_ref,
        "นำเข้าเมื่อ": format_moment(load.loaded_at),
        "โดย": load.loaded_by,
        "สถานะ": state,
    }
