"""The register on screen: a table to look through, and counts by size."""

from collections.abc import Sequence

import streamlit as st

from lib.domain.schools import School, SizeScheme
from lib.services.register import size_name
from lib.thai.text import fold_key, sort_key
from lib.ui.state import Key, put

_ROW_HEIGHT = 40
_MOST_ROWS = 10


def find_schools(schools: Sequence[School], search: str) -> tuple[School, ...]:
    """Schools whose name, codes, cluster or district hold every word, in the order of clusters and names."""
    words = [fold_key(word) for word in search.split()]
    found = (school for school in schools if all(word in _searched(school) for word in words))
    return tuple(sorted(found, key=lambda school: (sort_key(school.cluster), sort_key(school.name))))


def _searched(school: School) -> str:
    texts = (
        school.name,
        school.smis_code,
        school.obec_code,
        school.moe_code,
        school.cluster,
        school.district,
    )
    return " ".join(map(fold_key, texts))


def size_counts(schools: Sequence[School], scheme: SizeScheme) -> str:
    """``เล็ก 80 แห่ง · กลาง 30 แห่ง``; schools without a head count are said, not guessed."""
    names = [size_name(school, scheme) for school in schools]
    parts = [f"{band.name} **{names.count(band.name):,}** แห่ง" for band in scheme.bands]
    if "" in names:
        parts.append(f"ยังไม่ทราบจำนวนนักเรียน **{names.count(''):,}** แห่ง")
    return f"ขนาดตามเกณฑ์ {scheme.name}: " + " · ".join(parts)


def show_register(schools: Sequence[School], scheme: SizeScheme) -> None:
    """One row per school; a click on a row opens it below."""
    ids = [school.school_id for school in schools]

    def choose() -> None:
        rows = st.session_state[Key.REGISTER_TABLE]["selection"]["rows"]
        if rows:
            put(Key.REGISTER_SCHOOL, ids[rows[0]])

    st.dataframe(
        [
            {
                "โรงเรียน": school.name,
                "รหัส SMIS": school.smis_code or school.school_id,
                "กลุ่มโรงเรียน": school.cluster,
                "อำเภอ": school.district,
                "ระดับที่เปิดสอน": school.level,
                "นักเรียน": school.pupils,
                "ขนาด": size_name(school, scheme) or "ไม่ทราบ",
                "รหัส OBEC": school.obec_code,
                "รหัสกระทรวง": school.moe_code,
                "สถานะ": "เปิดทำการ" if school.active else "ปิดหรือรวมแล้ว",
            }
            for school in schools
        ],
        hide_index=True,
        width="stretch",
        height=_ROW_HEIGHT * (min(len(schools), _MOST_ROWS) + 1) + 3,
        row_height=_ROW_HEIGHT,
        key=Key.REGISTER_TABLE,
        on_select=choose,
        selection_mode="single-row",
        column_config={
            "โรงเรียน": st.column_config.TextColumn(width="medium", pinned=True),
            "นักเรียน": st.column_config.NumberColumn(format="localized"),
        },
    )
