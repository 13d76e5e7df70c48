"""The rows behind each picture, as they leave in a file: Thai columns, n, and the cell of each figure."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from lib.analysis.school_profile import SchoolFigure
from lib.analysis.sources import school_sources
from lib.charts.drawing import ChartTable, chart_table
from lib.charts.marks import Mark
from lib.services.explore import IndicatorView
from lib.services.indicator_words import IndicatorWords
from lib.thai.numerals import round_half_up

if TYPE_CHECKING:
    import pandas as pd

_FILE, _CELL = "ไฟล์", "เซลล์"


def schools_table(view: IndicatorView) -> ChartTable:
    """One row per school with a value."""
    return chart_table(
        view.schools[view.schools["value"].notna()],
        {
            "school_id": "รหัสโรงเรียน",
            "school_name": "โรงเรียน",
            "cluster": "กลุ่มโรงเรียน",
            "value": _value_column(view),
            "n": n_column(view),
            "lower": "ช่วงร้อยละ 95 ตั้งแต่",
            "upper": "ช่วงร้อยละ 95 ถึง",
            "mark": "เทียบกับเขต",
            "source_file": _FILE,
            "source_ref": _CELL,
        },
    )


def groups_table(view: IndicatorView) -> ChartTable:
    """One row per group with the cells of its schools."""
    groups = view.groups[view.groups["value"].notna()]
    cells = [_cells(view, str(group)) for group in groups["group_id"]]
    return chart_table(
        groups.assign(files=[files for files, _ in cells], cells=[places for _, places in cells]),
        {
            "group_name": "กลุ่ม",
            "value": _value_column(view),
            "n_total": n_column(view),
            "n_schools": "โรงเรียนที่มีค่า",
            "files": _FILE,
            "cells": _CELL,
        },
    )


def trend_table(view: IndicatorView, lines: "pd.DataFrame") -> ChartTable:
    """One row per line and year; ``lines`` as drawn."""
    files = [" · ".join(view.year_files.get(int(year), ())) for year in lines["year_be"]]
    return chart_table(
        lines.assign(files=files),
        {
            "series": "ชุดข้อมูล",
            "year_be": view.summary.period.kind.label,
            "value": _value_column(view),
            "n": n_column(view),
            "files": _FILE,
        },
    )


def profile_table(
    figures: Sequence[SchoolFigure],
    words: Mapping[str, IndicatorWords],
    marks: Mapping[str, Mark],
    observations: "pd.DataFrame",
    school_id: str,
) -> ChartTable:
    """One row per indicator of a school; words and marks by indicator id."""
    sources = school_sources(observations, school_id)
    rows = []
    for one in figures:
        place = (one.indicator.id, one.period.year_be, one.period.term or 0)
        file, cell = sources.get(place, ("", ""))
        told = words[one.indicator.id]
        rows.append(
            (
                one.indicator.name,
                one.period.label,
                told.unit,
                round_half_up(one.value),
                told.counted(one.n),
                round_half_up(one.area) if one.area == one.area else None,
                str(marks[one.indicator.id]),
                file,
                cell,
            )
        )
    header = ("ตัวชี้วัด", "ปี", "หน่วย", "ค่า", "จำนวน", "ค่าของเขต", "เทียบกับเขต", _FILE, _CELL)
    return ChartTable(header, tuple(rows))


def n_column(view: IndicatorView) -> str:
    """Whom n counts, with the word they are counted by."""
    if not view.indicator.has_n:
        return "จำนวน"
    counting = view.words.wording.rules.classifier(view.indicator.denominator)
    return f"{view.indicator.denominator} ({counting})"


def _value_column(view: IndicatorView) -> str:
    return f"ค่า ({view.words.unit})"


def _cells(view: IndicatorView, group: str) -> tuple[str, str]:
    """Files and cells of a cluster or a school; of other groups the files of the indicator."""
    kind, _, name = group.rpartition(":")
    mine = view.schools[view.schools["school_id" if kind == "school" else "cluster"] == name]
    mine = mine[mine["value"].notna()]
    if mine.empty:
        return " · ".join(view.files), ""
    return " · ".join(dict.fromkeys(mine["source_file"])), ", ".join(mine["source_ref"])
