"""Figures of many schools: the area, clusters, like schools, and counts of schools."""

from decimal import Decimal

import numpy as np

from lib.analysis.areas import is_netted
from lib.analysis.benchmarks import benchmarks_of
from lib.analysis.contributions import Contribution, Made, area_made, many_pooled
from lib.analysis.cube import BoolArray
from lib.analysis.members import members
from lib.analysis.standing import reaches_target
from lib.analysis.trends import area_trend
from lib.domain.figures import FigureKind
from lib.domain.meeting import read_term
from lib.domain.observations import Scope
from lib.services.way_home_arithmetic import arithmetic, quotient
from lib.services.way_home_view import Lead, MadeView, Tracing

_UNKNOWN = "–"


def area_view(way: Tracing) -> MadeView:
    """The area's figure of one year; a stated one leads to its cell."""
    made = area_made(way.found, way.place, way.year)
    if made.parts:
        return _of(way, made)
    indicator = way.found.cube.indicators[way.place]
    rows = () if is_netted(indicator) else benchmarks_of(way.found.benchmarks, indicator, way.figure.period)
    stated = next((row for row in rows if row.scope is Scope.AREA), None)
    if stated is None:
        return MadeView(_UNKNOWN, ("ปีนี้ไม่มีค่าของโรงเรียนใด",))
    lead = Lead(
        stated.name,
        way.words.figure(stated.value),
        way.figure_of(FigureKind.STATED, subject=f"{stated.scope}:{stated.name}"),
    )
    return MadeView(way.words.figure(stated.value), ("ไม่มีค่ารายโรงเรียน ใช้ค่าของเขตตามที่ไฟล์แจ้ง",), leads=(lead,))


def cluster_view(way: Tracing) -> MadeView:
    """One cluster's figure, or that of schools named together."""
    return _of(way, area_made(way.found, way.place, way.year, _members(way)))


def schools_view(way: Tracing) -> MadeView:
    """Schools named one by one, together, and how many they are."""
    view = _of(way, area_made(way.found, way.place, way.year, _members(way)))
    return MadeView(view.printed, (f"โรงเรียนในข้อนี้ {len(view.parts):,} แห่ง", *view.formula), view.parts)


def same_schools_view(way: Tracing) -> MadeView:
    """The area over the schools that have a figure in every year compared."""
    has = np.isfinite(way.found.cube.value[way.place])
    if way.figure.since_be:
        first = way.figure.since_be - way.found.cube.year_be(way.place, 0)
        member = has[first] & has[way.found.cube.depth - 1]
        years = f"ปี {way.figure.since_be} และ {way.found.cube.periods[way.place].year_be}"
    else:
        shown = [int(year) for year in area_trend(way.found, way.figure.indicator_id)["year_be"]]
        member = has[[year - way.found.cube.year_be(way.place, 0) for year in shown]].all(axis=0)
        years = f"ทุกปีตั้งแต่ {min(shown)} ถึง {max(shown)}"
    view = _of(way, area_made(way.found, way.place, way.year, member))
    told = f"นับเฉพาะโรงเรียนที่มีค่า{years} {len(view.parts):,} แห่ง"
    return MadeView(view.printed, (told, *view.formula), view.parts)


def peers_view(way: Tracing) -> MadeView:
    """Like schools over the pooled years."""
    mine = way.school_place(way.figure.subject)
    peers = way.found.peers
    like = np.isin(np.arange(len(way.found.cube.schools)), peers.of(mine))
    made = many_pooled(way.found, way.place, like)
    why = "ตามรายการที่สำนักงานเลือกไว้" if peers.chosen[mine] else "ขนาดและประเภทคล้ายกัน"
    told = f"โรงเรียนใกล้เคียง {len(made.parts):,} แห่ง {why} รวมหลายปีของแต่ละแห่ง"
    return MadeView(
        way.words.figure(_float(made)),
        (told, *arithmetic(made, way.words)),
        way.parts(made.parts, kind=FigureKind.POOLED),
    )


def median_view(way: Tracing) -> MadeView:
    """The middle of the schools' values, whatever the area's own figure is."""
    made = area_made(way.found, way.place, way.year)
    ordered = sorted(part.value for part in made.parts)
    half = len(ordered) // 2
    middle = tuple(ordered[half - 1 + len(ordered) % 2 : half + 1])
    return _of(way, Made("median", made.parts, Decimal(), Decimal(), middle))


def apart_view(way: Tracing) -> MadeView:
    """Sum of the schools that want, or of those that have too many."""
    short = way.figure.kind is FigureKind.SHORT
    values = way.found.cube.value[way.place, way.year]
    with np.errstate(invalid="ignore"):
        made = area_made(way.found, way.place, way.year, values < 0 if short else values > 0)
    total = sum((Decimal(repr(part.value)) for part in made.parts), Decimal())
    summed = Made("sum", made.parts, abs(total), Decimal())
    told = f"รวมเฉพาะโรงเรียนที่{'ขาด' if short else 'เกิน'} {len(made.parts):,} แห่ง ไม่หักกลบกัน"
    return MadeView(
        way.words.figure(float(abs(total))),
        (told, *arithmetic(summed, way.words)),
        way.parts(made.parts),
    )


def meeting_view(way: Tracing) -> MadeView:
    """Schools that reach the target, of those with a figure."""
    made = area_made(way.found, way.place, way.year, _members(way))
    reached = _reached(way, made)
    n_reached, n = sum(reached.values()), len(made.parts)
    formula = [
        f"โรงเรียนที่มีค่า {n:,} แห่ง ถึงเป้าหมาย {n_reached:,} แห่ง ไม่ถึง {n - n_reached:,} แห่ง",
        "เทียบกับเป้าหมายหลังปัดค่าเป็น 2 ตำแหน่งแล้ว",
    ]
    if n:
        formula += [
            f"ถึง: {quotient(Decimal(n_reached), Decimal(n), 100)}",
            f"ไม่ถึง: {quotient(Decimal(n - n_reached), Decimal(n), 100)}",
        ]
    remarks = {school: "ถึงเป้าหมาย" if good else "ไม่ถึงเป้าหมาย" for school, good in reached.items()}
    target = Lead(
        "เป้าหมาย", way.words.goal or _UNKNOWN, way.figure_of(FigureKind.CATALOGUE, subject="target")
    )
    return MadeView(f"{n_reached:,} จาก {n:,}", tuple(formula), way.parts(made.parts, remarks), (target,))


def pupils_below_view(way: Tracing) -> MadeView:
    """Share of n that is in schools below the target."""
    made = area_made(way.found, way.place, way.year)
    reached = _reached(way, made)
    counted = [part for part in made.parts if part.n is not None]
    below = sum((Decimal(repr(part.n)) for part in counted if not reached[part.school_id]), Decimal())
    total = sum((Decimal(repr(part.n)) for part in counted), Decimal())
    share = quotient(below, total, 100) if total else _UNKNOWN
    remarks = {school: "" if good else "ไม่ถึงเป้าหมาย" for school, good in reached.items()}
    rule = f"{way.words.indicator.denominator}ในโรงเรียนที่ไม่ถึงเป้าหมาย ÷ ทั้งหมด × 100"
    printed = way.words.bare(float(100 * below / total)) if total else _UNKNOWN
    return MadeView(f"ร้อยละ {printed}", (rule, f"= {share}"), way.parts(made.parts, remarks))


def coverage_view(way: Tracing) -> MadeView:
    """Schools with a figure, of those that ought to have one; the others by name."""
    found, place = way.found, way.place
    member = _members(way)
    made = area_made(found, place, way.year, member)
    n = len(made.parts)
    if member is not None or way.year != found.cube.depth - 1:
        return MadeView(f"{n:,} โรงเรียน", (f"โรงเรียนที่มีค่าในปีนี้ {n:,} แห่ง",), way.parts(made.parts))
    missing = found.cube.expected[place] & ~np.isfinite(found.cube.value[place, -1])
    n_expected = int(found.cube.expected[place].sum())
    absent = [found.cube.schools[s] for s in np.flatnonzero(missing)]
    lost = tuple(
        Contribution(each.school_id, each.name, way.figure.period, float("nan"), None, None, None)
        for each in absent
    )
    formula = [f"โรงเรียนที่มีค่า {n:,} แห่ง จากที่ควรมี {n_expected:,} แห่ง"]
    if n_expected:
        formula.append(f"= {quotient(Decimal(n), Decimal(n_expected), 100)}")
    remarks = {each.school_id: "ยังไม่มีค่า" for each in absent}
    return MadeView(f"{n:,} จาก {n_expected:,}", tuple(formula), way.parts((*lost, *made.parts), remarks))


def small_view(way: Tracing) -> MadeView:
    """Schools with fewer people than the indicator's smallest n."""
    least = way.words.indicator.min_n
    made = area_made(way.found, way.place, way.year, _members(way))
    small = tuple(part for part in made.parts if part.n is not None and part.n < least)
    counted = f"นับได้ {len(small):,} จาก {len(made.parts):,} แห่งที่มีค่า"
    told = f"โรงเรียนที่มี{way.words.indicator.denominator}น้อยกว่า {least:,} {counted}"
    return MadeView(f"{len(small):,} โรงเรียน", (told,), way.parts(small))


def _of(way: Tracing, made: Made) -> MadeView:
    return MadeView(way.words.figure(_float(made)), arithmetic(made, way.words), way.parts(made.parts))


def _float(made: Made) -> float | None:
    return None if made.exact is None else float(made.exact)


def _members(way: Tracing) -> BoolArray | None:
    """Schools of the cluster that the figure is about; None for the whole area."""
    if not way.figure.subject:
        return None
    if way.figure.kind is FigureKind.SCHOOLS:
        named = way.figure.subject.split(",")
        return np.array([school.school_id in named for school in way.found.cube.schools], bool)
    if way.figure.kind is FigureKind.GROUP:
        return members(way.found.cube.schools, read_term(way.figure.subject))
    return np.array([school.cluster == way.figure.subject for school in way.found.cube.schools], bool)


def _reached(way: Tracing, made: Made) -> dict[str, bool]:
    values = np.array([part.value for part in made.parts], float)
    reached = reaches_target(way.words.indicator, values)
    return {part.school_id: bool(good) for part, good in zip(made.parts, reached, strict=True)}
