"""A school's domains: a small table with the latest years drawn beside it, every indicator behind a click."""

from collections.abc import Sequence

import streamlit as st

from lib.domain.figures import FigureId, FigureKind
from lib.services.school_rows import DomainSection, IndicatorRow
from lib.services.school_strips import draw_strips
from lib.ui.figure_tables import FigurePlace, show_figures

_ROW_HEIGHT = 44
_DENSE_ROW = 35
#: Streamlit gives the header of a table the height of its default row.
_HEAD_HEIGHT = 35
_BORDER = 2


def show_domain(section: DomainSection, school_id: str) -> None:
    """Draw one domain; without a figure it is not drawn."""
    if not section.rows:
        return
    st.subheader(section.domain.name)
    st.caption(" · ".join(dict.fromkeys(row.period.label for row in section.rows)))
    key = f"{FigurePlace.SCHOOL_ROWS}-{section.domain.id}-{school_id}"
    if section.shown:
        table, strips = st.columns([5, 1], gap=None)
        with table:
            _show_rows(section.shown, school_id, key, dense=False)
        with strips:
            _show_strips(section)
    if len(section.rows) > len(section.shown):
        with st.expander(f"ดูทุกตัวชี้วัดของด้านนี้ {len(section.rows):,} ตัว"):
            _show_rows(section.rows, school_id, f"{key}-all", dense=True)


def _show_strips(section: DomainSection) -> None:
    spec = draw_strips(
        section.shown, section.domain.colour, row_height=_ROW_HEIGHT, head_height=_HEAD_HEIGHT + 1
    )
    told = " ".join(point.sentence for row in section.shown for point in row.years)
    st.vega_lite_chart(spec, width="stretch", theme=None, key=f"school-strips-{section.domain.id}", alt=told)


def _show_rows(rows: Sequence[IndicatorRow], school_id: str, key: str, *, dense: bool) -> None:
    def ways(kind: FigureKind, whose: str = school_id) -> list[FigureId | None]:
        return [
            FigureId(kind, row.indicator.id, row.period, whose) if row.source_ref else None for row in rows
        ]

    height = _DENSE_ROW if dense else _ROW_HEIGHT
    lines: list[dict[str, object]] = [
        {
            "name": row.indicator.name if dense else row.indicator.short_name,
            "value": row.value,
            "counted": row.counted or None,
            "area": row.area or None,
            "peers": row.peers or None,
            "certainty": row.certainty or None,
            "change": row.change or None,
        }
        for row in rows
    ]
    if not dense:  # the years are drawn beside it
        for line in lines:
            del line["change"]
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
        height=min(_HEAD_HEIGHT + height * len(rows), 15 * height) + _BORDER,
        row_height=height,
        placeholder="–",
        column_config={
            "name": st.column_config.TextColumn("ตัวชี้วัด", width=260 if dense else 220),
            "value": st.column_config.TextColumn("ค่า", width=100),
            "counted": st.column_config.TextColumn("จำนวน", width=125),
            "area": st.column_config.TextColumn("เขต", width=65),
            "peers": st.column_config.TextColumn("ใกล้เคียง (ครึ่งกลาง)", width=125),
            "certainty": st.column_config.TextColumn("เทียบกับเขต", width=165),
            "change": st.column_config.TextColumn("จากปีก่อน", width=150),
        },
    )
