"""The range of a school's like schools: the middle half of their values in one year."""

import numpy as np

from lib.analysis.contributions import area_made
from lib.analysis.school_profile import middle_half
from lib.services.way_home_view import MadeView, Tracing


def peer_range_view(way: Tracing) -> MadeView:
    """The quartiles over the like schools that have a figure in that year."""
    mine = way.school_place(way.figure.subject)
    found, words = way.found, way.words
    like = np.isin(np.arange(len(found.cube.schools)), found.peers.of(mine))
    low, high = (float(limit[way.place, 0]) for limit in middle_half(found, mine, way.year, way.year + 1))
    made = area_made(found, way.place, way.year, like)
    why = "ตามรายการที่สำนักงานเลือกไว้" if found.peers.chosen[mine] else "ขนาดและประเภทคล้ายกัน"
    told = (
        f"โรงเรียนใกล้เคียงที่มีค่าในปีนี้ {len(made.parts):,} แห่ง {why}",
        "เรียงค่าจากน้อยไปมาก ตัดหนึ่งในสี่ล่างและหนึ่งในสี่บนออก "
        f"เหลือครึ่งกลางตั้งแต่ {words.bare(low)} ถึง {words.bare(high)}",
    )
    return MadeView(f"{words.bare(low)} – {words.bare(high)}", told, way.parts(made.parts))
