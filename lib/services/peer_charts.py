"""A school among its like schools: the rows of the table and the picture."""

import math
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from lib.analysis.examination import Examination
from lib.charts.drawing import ChartTable, Drawing, chart_table
from lib.charts.spec import ChartSpec, HeldAgainst
from lib.charts.strip import make_strip
from lib.domain.indicators import Direction
from lib.services.chart_tables import n_column
from lib.services.chart_words import source_line
from lib.services.explore import IndicatorView
from lib.services.peers import PeerView, load_peer_line

if TYPE_CHECKING:
    import pandas as pd

_READ = (
    "อ่านว่า: แถวบนคือโรงเรียนนี้ แถวล่างคือโรงเรียนใกล้เคียงแต่ละแห่ง จุดโปร่งคือจำนวนน้อยเกินกว่าจะสรุป "
    "ระยะห่างในปีเดียวยังไม่ใช่ข้อสรุป ข้อสรุปที่คำนึงความผันผวนอยู่ในหน้าจุดเด่นและจุดที่ควรพัฒนา (กติกา R5)"
)


def peer_rows(view: IndicatorView, peers: PeerView) -> "pd.DataFrame":
    """The school and its peers on one indicator.

    Returns:
        The columns of ``view.schools`` with ``own``, ``picked``, ``pupils`` and ``disadvantaged_pct``; one
        row per school, the school itself first, then its peers in dictionary order.
    """
    known = {peer.school.school_id: peer for peer in peers.peers}
    own = peers.school.school_id
    rows = view.schools[view.schools["school_id"].isin([own, *known])]
    ids = [str(one) for one in rows["school_id"]]
    schools = {one: peer.school for one, peer in known.items()} | {own: peers.school}
    shares = {one: peer.disadvantaged_pct for one, peer in known.items()}
    told = rows.assign(
        own=[one == own for one in ids],
        picked=[one in known and known[one].picked for one in ids],
        pupils=np.array([_number(schools[one].pupils) for one in ids], float),
        disadvantaged_pct=np.array([_number(shares.get(one)) for one in ids], float),
    )
    return told.sort_values("own", ascending=False, kind="stable").reset_index(drop=True)


def _number(value: float | None) -> float:
    return math.nan if value is None else float(value)


def peer_picture(view: IndicatorView, found: Examination, peers: PeerView) -> Drawing | None:
    """The school over its peers on one indicator; None where fewer than two of them have a value."""
    rows = peer_rows(view, peers)
    valued = rows[rows["value"].notna()]
    n_peers = int((~valued["own"]).sum())
    if n_peers < 2:
        return None
    name = peers.school.name
    rows = rows.assign(row=[name if own else f"ใกล้เคียง {n_peers:,} แห่ง" for own in rows["own"]])
    together = _together(found, view, peers)
    words = _words(view, valued, name, n_peers, together)
    file_name = f"{view.indicator.name} โรงเรียน{name}กับโรงเรียนใกล้เคียง {view.summary.period.label}"
    return Drawing(make_strip(rows, words), words, file_name, partial(_table, view, rows))


def _together(found: Examination, view: IndicatorView, peers: PeerView) -> tuple[float, float]:
    """Value and n of the peers together in the year examined."""
    line = load_peer_line(found, view.indicator.id, peers.school.school_id)
    if line is None or not line.points or view.indicator.sums:
        return math.nan, math.nan
    year, value, n = line.points[-1]
    return (value, n) if year == view.summary.period.year_be else (math.nan, math.nan)


def _words(
    view: IndicatorView,
    valued: "pd.DataFrame",
    name: str,
    n_peers: int,
    together: tuple[float, float],
) -> ChartSpec:
    told, indicator, summary = view.words, view.indicator, view.summary
    value, n = together
    own = valued[valued["own"]]
    of_peers = valued[~valued["own"]]["value"]
    held = []
    if math.isfinite(value):
        held.append(HeldAgainst("benchmark", value, f"โรงเรียนใกล้เคียงรวม {told.bare(value)}"))
    if summary.value is not None and not indicator.sums:
        held.append(HeldAgainst("area", summary.value, f"เขต {told.bare(summary.value)}"))
    if summary.target is not None and not indicator.sums and indicator.direction is not Direction.BAND:
        held.append(HeldAgainst("target", summary.target, f"เป้าหมาย {told.bare(summary.target)}"))
    mine = f"{name} {told.figure(float(own['value'].iloc[0]))}" if len(own) else f"{name} ยังไม่มีค่า"
    low, high = told.short(float(of_peers.min())), told.short(float(of_peers.max()))
    counted = [told.counted(float(own["n"].iloc[0]))] if len(own) else []
    counted = [f"โรงเรียนนี้ {counted[0]}"] if counted and counted[0] else []
    if told.counted(n):
        counted.append(f"โรงเรียนใกล้เคียง {told.counted(n)}")
    return ChartSpec(
        title=f"{mine} · โรงเรียนใกล้เคียง {n_peers:,} แห่งอยู่ระหว่าง {low} ถึง {high}",
        subtitle=" · ".join([indicator.name, f"หน่วย {told.unit}", *counted, summary.period.label]),
        footnote=source_line(view.files, view.file_dates, view.data_version),
        axis=told.unit,
        reading=_READ,
        colour=view.colour,
        low=indicator.valid_min,
        high=indicator.valid_max,
        held=tuple(held),
    )


def _table(view: IndicatorView, rows: "pd.DataFrame") -> ChartTable:
    return chart_table(
        rows[rows["value"].notna()],
        {
            "school_id": "รหัสโรงเรียน",
            "school_name": "โรงเรียน",
            "pupils": "นักเรียนในทะเบียน",
            "value": f"ค่า ({view.words.unit})",
            "n": n_column(view),
            "mark": "เทียบกับเขต",
            "source_file": "ไฟล์",
            "source_ref": "เซลล์",
        },
    )
