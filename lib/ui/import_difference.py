"""What a file would change before it is stored: new, changed, same and gone figures, whom it replaces."""

from typing import TYPE_CHECKING

import streamlit as st

from lib.domain.observations import Scope
from lib.ingest.choices import ImportChoices
from lib.services.analysis import OfficeData
from lib.services.import_difference import Difference, State, difference
from lib.services.import_preview import Preview
from lib.storage.engine import Store
from lib.thai.dates import format_moment
from lib.thai.numerals import format_number
from lib.ui.frame import Desk
from lib.ui.import_difference_effects import show_effects
from lib.ui.plain import plain
from lib.ui.state import Key

if TYPE_CHECKING:
    import pandas as pd

_MOST_ROWS = 200


@st.cache_resource(max_entries=8, show_spinner="กำลังเทียบกับข้อมูลปัจจุบัน")
def _difference(
    _store: Store,
    _data: OfficeData,
    _preview: Preview,
    url: str,  # noqa: ARG001 - part of the key
    version: int,  # noqa: ARG001
    sha256: str,  # noqa: ARG001
    choices: ImportChoices,  # noqa: ARG001
) -> Difference:
    return difference(_store, _preview, _data)


def show_difference(desk: Desk, preview: Preview) -> int | None:
    """Draw what a file would change.

    Returns:
        The load whose place the file is to take as a whole, None when it takes none's.
    """
    data = desk.data
    found = _difference(
        desk.store, data, preview, desk.store.url, data.version, preview.sha256, preview.choices
    )
    with st.container(border=True):
        st.markdown(f"**เทียบกับข้อมูลปัจจุบัน** · {_counts(found)}")
        names = {school.school_id: school.name for school in (*data.register, *preview.new_schools)}
        if changed := found.n("changed"):
            with st.expander(f"ค่าที่เปลี่ยน {changed:,} ค่า", expanded=changed <= _MOST_ROWS):
                _show_figures(found, "changed", names, data)
        if gone := found.n("gone"):
            with st.expander(f"ค่าที่ไฟล์นี้ไม่มีแล้ว {gone:,} ค่า"):
                st.caption("ค่าเหล่านี้ยังใช้ต่อไป นอกจากจะเลือกให้ไฟล์นี้แทนรายการเดิมทั้งไฟล์")
                _show_figures(found, "gone", names, data)
        replaces = _ask_replacing(found, preview)
        if found.n("new") or changed or replaces is not None:
            show_effects(desk, preview, replaces)
    return replaces


def _counts(found: Difference) -> str:
    words: tuple[tuple[State, str], ...] = (
        ("new", "ใหม่"),
        ("changed", "เปลี่ยน"),
        ("same", "เหมือนเดิม"),
        ("gone", "หายไป"),
    )
    return " ".join(f"{word} {found.n(state):,} ค่า" for state, word in words)


def _ask_replacing(found: Difference, preview: Preview) -> int | None:
    """Offered where the file looks like a new version; chosen beforehand only when nothing would be lost."""
    earlier = found.earlier
    if earlier is None:
        return None
    number, gone = earlier.dataset_id, found.n("gone")
    chosen = st.checkbox(
        f"ให้ไฟล์นี้แทนรายการ {number} ทั้งไฟล์",
        value=found.loses_nothing,
        key=f"{Key.REPLACES}-{preview.sha256}-{number}",
    )
    lost = f" ค่าที่หายไป {gone:,} ค่าจะไม่ใช้อีก" if gone else " ไม่มีค่าใดหายไป"
    st.caption(
        f"รายการ {number} คือ {plain(earlier.file_name)} นำเข้าเมื่อ {format_moment(earlier.loaded_at)} "
        f"โดย {plain(earlier.loaded_by)} ถ้าให้แทน{lost} และยกเลิกภายหลังได้"
    )
    return number if chosen else None


def _show_figures(found: Difference, state: State, names: dict[str, str], data: OfficeData) -> None:
    rows = found.of(state)
    st.dataframe(
        [_line(row, names, data) for row in _records(rows.head(_MOST_ROWS))],
        hide_index=True,
        width="stretch",
    )
    loads = (found.loads[int(number)] for number in sorted(rows["dataset_id"].unique()))
    st.caption(
        " · ".join(
            f"รายการ {load.dataset_id}: {plain(load.file_name)} โดย {plain(load.loaded_by)} "
            f"{format_moment(load.loaded_at)}"
            for load in loads
        )
    )
    if len(rows) > _MOST_ROWS:
        st.caption(f"แสดง {_MOST_ROWS:,} ค่าแรกจาก {len(rows):,} ค่า")


def _records(frame: "pd.DataFrame") -> list[dict[str, object]]:
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]


def _line(row: dict[str, object], names: dict[str, str], data: OfficeData) -> dict[str, object]:
    indicator = data.catalogue.by_id.get(str(row["indicator_id"]))
    where = names.get(str(row["school_id"]), str(row["school_id"]))
    if row["scope"]:
        where = str(row["scope_name"]) or Scope(str(row["scope"])).label
    line = {
        "โรงเรียน": where,
        "ตัวชี้วัด": indicator.short_name if indicator else str(row["indicator_id"]),
        "ปี": f"{row['year_be']}" if not row["term"] else f"{row['term']}/{row['year_be']}",
        "เดิม": _number(row["value_old"]),
        "ใหม่": _number(row["value"]),
        "n": _number_of_pupils(row),
        "เซลล์": _cell(row),
        "รายการเดิม": int(float(str(row["dataset_id"]))),
    }
    if row["state"] == "gone":
        del line["ใหม่"]
    return line


def _cell(row: dict[str, object]) -> str:
    before, after = str(row["source_ref_old"]), str(row["source_ref"])
    return before if before == after or row["state"] == "gone" else f"{before} → {after}"


def _number(value: object) -> str:
    number = float(str(value))
    return format_number(number, 0 if number.is_integer() else 2)


def _number_of_pupils(row: dict[str, object]) -> str:
    before, after = _number(row["n_old"]), _number(row["n"])
    return before if before == after or row["state"] == "gone" else f"{before} → {after}"
