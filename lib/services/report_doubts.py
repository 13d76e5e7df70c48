"""What the report says of doubted data: the questions of this year, and what earlier years leave out."""

from collections import defaultdict
from collections.abc import Iterable

import numpy as np

from lib.analysis.examination import Examination
from lib.services.findings import ReviewedFinding

_MOST_NAMES = 3


def data_doubts(findings: Iterable[ReviewedFinding], found: Examination) -> tuple[str, ...]:
    """Doubts about the data, of the area and its schools, whether or not anybody has looked at them."""
    listed = tuple(findings)
    doubts = tuple(each.finding.sentence for each in listed if each.finding.kind == "data_quality")
    changed = sum(each.stale for each in listed)
    said = (f"มีข้อค้นพบ {changed:,} ข้อที่ตัวเลขเปลี่ยนหลังพิจารณา จึงยังไม่เข้ารายงาน",) if changed else ()
    return (*said, *doubts, *_left_out_earlier(found))


def _left_out_earlier(found: Examination) -> tuple[str, ...]:
    """Schools that the area's value of an earlier year leaves out, told once for indicators alike."""
    cube = found.cube
    alike: dict[tuple[str, tuple[int, ...]], list[str]] = defaultdict(list)
    doubted = (cube.doubts.code > 0) & np.isfinite(cube.value)
    for i, year in np.argwhere(doubted[:, :-1].any(axis=2)):
        schools = tuple(int(s) for s in np.flatnonzero(doubted[i, year]))
        alike[cube.period(int(i), int(year)).label, schools].append(cube.indicators[i].short_name)
    return tuple(
        f"{label}: ค่าของเขตใน{_named(names)} ไม่รวม {len(schools):,} โรงเรียน "
        "เพราะจำนวนที่ใช้เป็นตัวหารของปีนั้นน่าสงสัย (ไม่ระบุ เกินจำนวนนักเรียน หรือต่างจากปีก่อนหน้ามาก) ผลต่างจากปีนั้นใช้ค่านี้"
        for (label, schools), names in sorted(alike.items())
    )


def _named(names: list[str]) -> str:
    shown = " ".join(names[:_MOST_NAMES])
    rest = len(names) - _MOST_NAMES
    return f"ตัวชี้วัด {shown}" + (f" และอีก {rest:,} ตัวชี้วัด" if rest > 0 else "")
