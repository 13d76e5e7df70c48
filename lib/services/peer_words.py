"""What makes schools alike, in words with ranges, and what is not known about them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from lib.analysis.peers import ENOUGH_FOR_NEAREST, Peers
from lib.domain.peers import PeerChoice
from lib.domain.schools import School
from lib.services.analysis import OfficeData
from lib.thai.dates import format_moment

_UNKNOWN = "ไม่ทราบ"


@dataclass(frozen=True, slots=True)
class Alike:
    """One thing that schools are alike in: the school's own, and the range or the counts of its peers."""

    label: str
    own: str
    of_peers: str


def alike_of(
    schools: Sequence[School], peers: Peers, place: int, current: Sequence[int]
) -> tuple[Alike, ...]:
    """Size, grades taught and share of disadvantaged pupils, of a school and of its peers."""
    rows = [
        Alike(
            "นักเรียน (คน)",
            _UNKNOWN if schools[place].pupils is None else f"{schools[place].pupils:,}",
            _range([schools[one].pupils for one in current], "{:,}"),
        ),
        Alike(
            "ระดับที่สอน", schools[place].level or _UNKNOWN, _counted([schools[one].level for one in current])
        ),
    ]
    share = peers.disadvantaged_pct
    if np.isfinite(share).any():
        own = share[place]
        of_peers = [float(share[one]) for one in current if np.isfinite(share[one])]
        told = f"{own:,.0f}" if np.isfinite(own) else _UNKNOWN
        rows.append(Alike("นักเรียนยากจน (ร้อยละ)", told, _range(of_peers, "{:,.0f}")))
    return tuple(rows)


def unused_of(data: OfficeData, peers: Peers, place: int) -> tuple[str, ...]:
    """What would count too and is not known, one sentence each."""
    told = ["ทะเบียนโรงเรียนไม่มีข้อมูลพื้นที่ห่างไกล พื้นที่สูง หรือเกาะ จึงไม่ได้ใช้ ถ้ามีผลต่อโรงเรียนนี้ ให้แก้รายการเอง"]
    indicator = data.catalogue.by_id.get(data.peer_basis.disadvantaged_n_of)
    if not peers.nearest:
        told.append(
            f"เขตมีโรงเรียนไม่ถึง {ENOUGH_FOR_NEAREST} แห่ง จึงแบ่งโรงเรียนเป็นสามกลุ่มตามจำนวนนักเรียน โดยไม่แยกระดับที่สอน"
        )
    elif indicator is not None and not peers.by_disadvantage[place]:
        whose = (
            "จำนวนนักเรียนยากจนของโรงเรียนนี้ยังไม่มี"
            if np.isfinite(peers.disadvantaged_pct).any()
            else "จำนวนนักเรียนยากจนยังไม่มี"
        )
        told.append(f"{whose} (มากับตัวชี้วัด {indicator.short_name}) จึงเทียบจากจำนวนนักเรียนและระดับที่สอนเท่านั้น")
    return tuple(told)


def state_of(peers: Peers, place: int, choice: PeerChoice, min_peers: int) -> str:
    """Who made the list, and how many schools are in it."""
    n, computed = len(peers.of(place)), len(peers.of(place, computed=True))
    if peers.chosen[place]:
        taken_in = len({*peers.of(place)} - {*peers.of(place, computed=True)})
        left_out = len({*peers.of(place, computed=True)} - {*peers.of(place)})
        changed = [f"เพิ่ม {taken_in:,} แห่ง"] * bool(taken_in) + [f"เอาออก {left_out:,} แห่ง"] * bool(left_out)
        return f"ใช้ {n:,} แห่งตามที่{_who(choice)} {' '.join(changed)} เพราะ{choice.note}".replace("  ", " ")
    gone = ""
    if choice.school_ids:
        gone = f" รายการที่{_who(choice)} เหลือโรงเรียนที่เปิดสอนไม่ถึง {min_peers:,} แห่ง จึงไม่ได้ใช้"
    if computed:
        return f"ใช้ {n:,} แห่งที่โปรแกรมคำนวณจากโรงเรียนที่คล้ายที่สุด{gone}"
    return f"ไม่มีโรงเรียนใกล้เคียงถึง {min_peers:,} แห่ง จึงไม่เทียบกับโรงเรียนใกล้เคียง เลือกโรงเรียนเองได้{gone}"


def _who(choice: PeerChoice) -> str:
    return f"{choice.by} เลือกไว้เมื่อ {format_moment(datetime.fromisoformat(choice.at))}"


def _range(values: Sequence[float | int | None], form: str) -> str:
    known = [value for value in values if value is not None]
    if not known:
        return "–"
    low, high = form.format(min(known)), form.format(max(known))
    told = low if low == high else f"{low} ถึง {high}"
    missing = len(values) - len(known)
    return f"{told} (ไม่ทราบ {missing:,} แห่ง)" if missing else told


def _counted(words: Sequence[str]) -> str:
    counts = Counter(word or _UNKNOWN for word in words)
    if len(counts) == 1:
        return next(iter(counts))
    return " · ".join(f"{word} {n:,} แห่ง" for word, n in counts.most_common()) or "–"
