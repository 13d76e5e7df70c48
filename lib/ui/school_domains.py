"""A school's domains: a small table with the latest years drawn beside it, or every indicator on demand."""

from collections.abc import Sequence

import streamlit as st

from lib.domain.figures import FigureId, FigureKind
from lib.services.school_rows import DomainSection, IndicatorRow
from lib.services.school_strips import draw_strips
from lib.ui.figure_tables import FigurePlace, show_figures
from lib.ui.state import Key, get, put

_ROW_HEIGHT = 36
#: Pixels of a table's header at our type, its border included.
_HEAD_HEIGHT = 38
_BORDER = 2
_MOST_ROWS = 16


def show_domain(section: DomainSection, school_id: str) -> None:
    """Draw one domain; without a figure it is not drawn."""
    if not section.rows:
        return
    domain = section.domain
    opened: frozenset[str] = get(Key.SCHOOL_ALL, frozenset())
    whole = domain.id in opened or not section.shown
    periods = " · ".join(dict.fromkeys(row.period.label for row in section.rows))
    with st.container(gap="small"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{domain.name}** :gray[:small[{periods}]]", width="stretch")
            if len(section.rows) > len(section.shown):
                st.button(
                    "ย่อเหลือตัวที่สำคัญ" if whole else f"ดูทุกตัวชี้วัดของด้านนี้ {len(section.rows):,} ตัว",
                    key=f"school-all-{domain.id}",
                    type="tertiary",
                    on_click=put,
                    args=(Key.SCHOOL_ALL, opened ^ {domain.id}),
                )
        key = f"{FigurePlace.SCHOOL_ROWS}-{domain.id}-{school_id}"
        if whole:
            _show_rows(section.rows, school_id, f"{key}-all", whole=True)
            return
        table, strips = st.columns([5.4, 1], gap=None)
        with table:
            _show_rows(section.shown, school_id, key, whole=False)
        with strips:
            _show_strips(section)


def _show_strips(section: DomainSection) -> None:
    spec = draw_strips(section.shown, section.domain.colour, row_height=_ROW_HEIGHT, head_height=_HEAD_HEIGHT)
    told = " ".join(point.sentence for row in section.shown for point in row.years)
    st.vega_lite_chart(spec, width="stretch", theme=None, key=f"school-strips-{section.domain.id}", alt=told)


def _show_rows(rows: Sequence[IndicatorRow], school_id: str, key: str, *, whole: bool) -> None:
    def ways(kind: FigureKind, whose: str = school_id) -> list[FigureId | None]:
        return [
            FigureId(kind, row.indicator.id, row.period, whose) if row.source_ref else None for row in rows
        ]

    lines = [_line(row, whole=whole) for row in rows]
    show_figures(
        lines,
        key=key,
        ways={
            "value": ways(FigureKind.SCHOOL),
            "counted": ways(FigureKind.SCHOOL),
            "area": ways(FigureKind.AREA, ""),
            "peers": [
                way if row.peers else None for way, row in zip(ways(FigureKind.PEER_RANGE), rows, strict=True)
            ],
            "certainty": ways(FigureKind.RELATION),
            "change": ways(FigureKind.SCHOOL_CHANGE),
        },
        height=_HEAD_HEIGHT + _ROW_HEIGHT * min(len(rows), _MOST_ROWS) + _BORDER,
        row_height=_ROW_HEIGHT,
        placeholder="–",
        column_config={
            "name": st.column_config.TextColumn("ตัวชี้วัด", width=196 if whole else 170),
            "value": st.column_config.TextColumn("ค่า", width=98),
            "counted": st.column_config.TextColumn("จำนวน", width=132),
            "area": st.column_config.TextColumn("เขต", width=62),
            "peers": st.column_config.TextColumn("ใกล้เคียง", help="ครึ่งกลางของโรงเรียนใกล้เคียง", width=116),
            "certainty": st.column_config.TextColumn("เทียบกับเขต", width=142 if whole else 164),
            "change": st.column_config.TextColumn("จากปีก่อน", width=135),
        },
    )


def _line(row: IndicatorRow, *, whole: bool) -> dict[str, object]:
    """One row of the table; the change has its place where no years are drawn beside it."""
    line: dict[str, object] = {
        "name": row.indicator.short_name,
        "value": row.value,
        "counted": row.counted or None,
        "area": row.area or None,
        "peers": row.peers or None,
        "certainty": row.certainty or None,
    }
    return line | {"change": row.change or None} if whole else line
