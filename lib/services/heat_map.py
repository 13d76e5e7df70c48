"""A domain at one look: every indicator of it for the area and its clusters, level beside change."""

import math
from collections.abc import Hashable, Mapping
from functools import partial
from os.path import commonprefix
from typing import TYPE_CHECKING

import numpy as np

from lib.analysis.changes import Change
from lib.analysis.cluster_standing import cluster_cells
from lib.analysis.examination import Examination
from lib.charts.drawing import ChartTable, Drawing, chart_table
from lib.charts.heatmap import make_heatmap
from lib.charts.spec import ChartSpec
from lib.domain.indicators import Indicator
from lib.services.analysis import OfficeData
from lib.services.chart_words import READ_HEAT, source_line
from lib.services.explore import list_indicators
from lib.services.indicator_words import IndicatorWords, make_words
from lib.thai.text import sort_key

if TYPE_CHECKING:
    import pandas as pd

AREA = "ทั้งเขต"
_SURE = {True: "เกินความผันผวน", False: "แยกไม่ออกจากความผันผวน", None: ""}
_CHANGE_SIGNS = {1: "▼", 2: "▼", 3: "=", 4: "▲", 5: "▲"}


def draw_heat_map(data: OfficeData, found: Examination, domain: str) -> Drawing | None:
    """The key indicators of a domain × the area and its clusters; None where no figure is to be shown."""
    ids = [each.id for each in list_indicators(data, found, domain) if each.key_indicator]
    cells = cluster_cells(found, ids)
    if cells.empty:
        return None
    indicators = {each: found.cube.indicators[found.place(each)] for each in ids}
    words = {each: make_words(indicator, found.rules) for each, indicator in indicators.items()}
    files = _files(data, found, ids)
    told = _told(found, cells, words)
    told = told.assign(files=told["indicator_id"].map({each: " · ".join(own) for each, own in files.items()}))
    name = f"ด้าน{data.catalogue.domain(domain).short_name}"
    periods = " · ".join(dict.fromkeys(found.cube.periods[found.place(each)].label for each in ids))
    clusters = {group for group in told["group_id"] if group}
    spec = ChartSpec(
        title=_message(name, told),
        subtitle=f"{name} · ระดับ 1–5 และทิศทางจากปีก่อน · ตัวชี้วัดหลัก {told['indicator_id'].nunique():,} ตัว · "
        f"กลุ่มโรงเรียน {len(clusters):,} กลุ่ม · โรงเรียน {len(data.schools):,} แห่ง · {periods}",
        footnote=source_line(
            sorted({file for own in files.values() for file in own}), data.file_dates, data.version
        ),
        axis="",
        reading=READ_HEAT,
    )
    rows = partial(_table, told)
    return Drawing(make_heatmap(told, spec), spec, f"ภาพรวม{name} ระดับและการเปลี่ยนแปลง {periods}", rows)


def _told(found: Examination, cells: "pd.DataFrame", words: Mapping[str, IndicatorWords]) -> "pd.DataFrame":
    """Cells with their labels, signs and sentences, clusters in dictionary order after the area."""
    rows = _labels([words[each].indicator for each in dict.fromkeys(cells["indicator_id"])])
    order = sorted({*cells["group_id"]}, key=lambda group: (bool(group), sort_key(group)))
    periods = {each: found.cube.periods[found.place(each)].label for each in words}
    changes: list[Change | None] = list(cells["change"])
    told = cells.assign(
        row=cells["indicator_id"].map(rows),
        column=cells["group_id"].map(_heads(order)),
        period=cells["indicator_id"].map(periods),
        indicator_name=cells["indicator_id"].map({each: own.indicator.name for each, own in words.items()}),
        unit=cells["indicator_id"].map({each: own.unit for each, own in words.items()}),
        status=cells["status"].where(~cells["small"]),
        level_chance=(cells["status_basis"] != "target") & (cells["status"] == 3) & ~cells["small"],
        change_sign=np.array([_sign(step) for step in cells["change_step"]], object),
        change_chance=np.array([change is not None and change.certain is False for change in changes], bool),
        sure=np.array(["" if change is None else _SURE[change.certain] for change in changes], object),
        difference=np.array([math.nan if change is None else change.printed for change in changes]),
        earlier_year_be=np.array([math.nan if change is None else change.year_be for change in changes]),
    )
    sentences = [_sentence(row, words[row["indicator_id"]]) for row in told.to_dict("records")]
    in_order = np.array([order.index(group) for group in told["group_id"]])
    return told.assign(
        sentence=sentences, at=in_order, line=told["row"].map(list(rows.values()).index)
    ).sort_values(["line", "at"], kind="stable")


def _labels(indicators: list[Indicator]) -> dict[str, str]:
    """Short names of rows; the full one where two would be alike."""
    short = [indicator.short_name for indicator in indicators]
    return {
        indicator.id: indicator.name if short.count(indicator.short_name) > 1 else indicator.short_name
        for indicator in indicators
    }


def _heads(groups: list[str]) -> dict[str, str]:
    """Names of columns without the word all clusters begin with."""
    named = [group for group in groups if group]
    shared = "กลุ่มโรงเรียน" if commonprefix(named).startswith("กลุ่มโรงเรียน") else ""
    return {group: group.removeprefix(shared).strip() or AREA for group in groups}


def _sign(step: float) -> str:
    """Better, worse or still; a dash without an earlier year and where no direction is good."""
    return _CHANGE_SIGNS[int(step)] if step == step else "–"


def _sentence(row: Mapping[Hashable, object], words: IndicatorWords) -> str:
    """Who, what, of how many, how it stands, and how it changed."""
    value, n, n_schools = float(str(row["value"])), float(str(row["n"])), int(str(row["n_schools"]))
    counted = words.counted(n)
    told = f"{row['group_id'] or AREA} {words.indicator.name} {row['period']}: {words.figure(value)}"
    told += f" จาก{counted} ใน {n_schools:,} โรงเรียน" if counted else f" จาก {n_schools:,} โรงเรียน"
    parts = [told]
    if row["small"]:
        parts.append("จำนวนน้อยเกินกว่าจะสรุป")
    elif row["status_label"]:
        goal = f" (เป้าหมาย {words.goal})" if row["status_basis"] == "target" else ""
        parts.append(f"{row['status_label']}{goal}")
    change = row["change"]
    parts.append(words.area_change(change) if isinstance(change, Change) else "ไม่มีปีก่อนให้เทียบ")
    return " · ".join(parts)


def _message(name: str, told: "pd.DataFrame") -> str:
    """How many targets the area reaches, and how many changes of it chance does not explain."""
    area = told[told["group_id"] == ""]
    judged = area[area["status_basis"] == "target"]
    parts = []
    if len(judged):
        parts.append(f"ถึงเป้าหมาย {int((judged['status'] >= 4).sum()):,} จาก {len(judged):,} ตัวที่มีค่ารายโรงเรียน")
    sure = area[area["distinguishable"].fillna(False).astype(bool)]
    if area["distinguishable"].notna().any():
        better, worse = int((sure["change_step"] > 3).sum()), int((sure["change_step"] < 3).sum())
        tested = int(area["distinguishable"].notna().sum())
        parts.append(f"ดีขึ้นเกินความผันผวน {better:,} แย่ลง {worse:,} จาก {tested:,}")
    return f"{name} ทั้งเขต: {' · '.join(parts) or f'{len(area):,} ตัวชี้วัดที่มีค่า'}"


def _files(data: OfficeData, found: Examination, ids: list[str]) -> dict[str, tuple[str, ...]]:
    """Indicator → files of the period examined."""
    periods = {each: found.cube.periods[found.place(each)] for each in ids}
    own = data.observations[["indicator_id", "year_be", "source_file"]]
    known = own[own["indicator_id"].isin(ids)].drop_duplicates().itertuples(index=False, name=None)
    files: dict[str, set[str]] = {each: set() for each in ids}
    for each, year, file in known:
        if year == periods[each].year_be:
            files[each].add(str(file))
    return {each: tuple(sorted(names)) for each, names in files.items()}


def _table(told: "pd.DataFrame") -> ChartTable:
    return chart_table(
        told.assign(group=told["group_id"].where(told["group_id"] != "", AREA)),
        {
            "indicator_name": "ตัวชี้วัด",
            "period": "ปี",
            "group": "กลุ่มโรงเรียน",
            "value": "ค่า",
            "unit": "หน่วย",
            "n": "จำนวนรองรับ (n)",
            "n_schools": "โรงเรียนที่มีค่า",
            "status": "ระดับ (1–5)",
            "status_label": "ความหมายของระดับ",
            "difference": "เปลี่ยนจากปีก่อน",
            "earlier_year_be": "ปีก่อน",
            "change_label": "ทิศทาง",
            "sure": "ความแน่นอนของการเปลี่ยนแปลง",
            "files": "ไฟล์",
        },
    )
