"""Figures of one school that are worked out: change, years together, distance from the area, estimate."""

import math
from decimal import Decimal

import numpy as np

from lib.analysis.chance import standard_errors
from lib.analysis.changes import school_changes
from lib.analysis.contributions import pooled_made
from lib.analysis.intervals import Z_95
from lib.analysis.probability import fit_beta_binomial, fit_normal_prior
from lib.analysis.sentences import printed_gap, two_decimals
from lib.domain.figures import FigureKind
from lib.domain.indicators import Compare
from lib.services.indicator_words import IndicatorWords
from lib.services.way_home_arithmetic import arithmetic, difference, exact_number, rounded
from lib.services.way_home_view import Lead, MadeView, Tracing
from lib.thai.numerals import round_half_up

_SHOWN = 6


def area_change_view(way: Tracing) -> MadeView:
    """The area's later figure minus its earlier one."""
    found, words = way.found, way.words
    earlier_year = way.figure.since_be - found.cube.year_be(way.place, 0)
    kind = FigureKind.AREA
    if way.figure.subject:  # over the schools of both years
        same = found.change_same[way.place]
        if same is None:
            return MadeView("–", ())
        now, before, kind = same.earlier + same.difference, same.earlier, FigureKind.SAME_SCHOOLS
    else:
        now, before = (float(found.area[way.place, year]) for year in (way.year, earlier_year))
    period, earlier = way.figure.period, found.cube.period(way.place, earlier_year)
    since = way.figure.since_be if kind is FigureKind.SAME_SCHOOLS else 0
    leads = (
        Lead(period.label, words.figure(now), way.figure_of(kind, since=since)),
        Lead(earlier.label, words.figure(before), way.figure_of(kind, earlier, since=since)),
    )
    return MadeView(_signed(words, now, before), _gap(now, before), leads=leads)


def school_change_view(way: Tracing) -> MadeView:
    """A school's latest figure minus the one of the latest comparable year before."""
    found, words = way.found, way.words
    s = way.school_place(way.figure.subject)
    changes = school_changes(found.cube, found.comparison.spread)
    earlier_year = int(changes.year[way.place])
    now, before = (float(found.cube.value[way.place, year, s]) for year in (way.year, earlier_year))
    if earlier_year < 0 or not (math.isfinite(now) and math.isfinite(before)):
        return MadeView("–", ("ไม่มีปีก่อนที่เทียบกันได้",))
    earlier = found.cube.period(way.place, earlier_year)
    lower, upper = (float(limit[way.place, s]) for limit in (changes.lower, changes.upper))
    formula = list(_gap(now, before))
    if math.isfinite(lower):
        told = "เกินความผันผวน" if lower > 0 or upper < 0 else "ยังแยกไม่ออกจากความผันผวน"
        formula.append(f"ช่วงเชื่อมั่นร้อยละ 95 ของผลต่าง {two_decimals(lower)} ถึง {two_decimals(upper)} จึง{told}")
    school = way.figure.subject
    leads = (
        Lead(way.figure.period.label, words.figure(now), way.figure_of(FigureKind.SCHOOL, subject=school)),
        Lead(earlier.label, words.figure(before), way.figure_of(FigureKind.SCHOOL, earlier, school)),
    )
    return MadeView(_signed(words, now, before), tuple(formula), leads=leads)


def pooled_view(way: Tracing) -> MadeView:
    """A school's latest comparable years together."""
    made = pooled_made(way.found, way.place, way.school_place(way.figure.subject))
    value = None if made.exact is None else float(made.exact)
    told = f"รวม {len(made.parts):,} ปีล่าสุดที่นิยามเดียวกัน"
    return MadeView(way.words.figure(value), (told, *arithmetic(made, way.words)), way.parts(made.parts))


def relation_view(way: Tracing) -> MadeView:
    """How far a school lies from the area, in units of chance at its n."""
    found, words = way.found, way.words
    s = way.school_place(way.figure.subject)
    value, n = (float(part[way.place, -1, s]) for part in (found.cube.value, found.cube.n))
    area = float(found.area[way.place, -1])
    error = float(
        standard_errors(found.cube, found.comparison.p0, found.comparison.spread, found.cube.n[:, -1])[
            way.place, s
        ]
    )
    formula = [f"ค่าของโรงเรียน {difference(value, area)} ({words.gap_unit}) จากค่าของเขต"]
    if math.isfinite(error) and error > 0:
        limit = float(found.comparison.spread.reach(Z_95)[way.place])
        if words.indicator.compare is Compare.PROPORTION:
            share = f"{two_decimals(area)} × (100 − {two_decimals(area)})"
            formula.append(f"ความผันผวนที่จำนวน {n:,.0f} = √({share} ÷ {n:,.0f}) = {_short(error)}")
        else:
            sd = float(found.comparison.spread.sd[way.place])
            formula.append(f"ความผันผวนที่จำนวน {n:,.0f} = {_short(sd)} ÷ √{n:,.0f} = {_short(error)}")
        z = (value - area) / error
        told = "เกินความผันผวนของปีเดียว" if abs(z) > limit else "ยังแยกไม่ออกจากความผันผวน"
        formula.append(f"ระยะห่าง {two_decimals(z)} เท่า เทียบเกณฑ์ ±{two_decimals(limit)} (ร้อยละ 95) จึง{told}")
    if words.indicator.has_n and n < words.indicator.min_n:
        formula.append(f"{words.counted(n)} น้อยกว่า {words.indicator.min_n:,} จึงไม่สรุปจากปีเดียว")
    leads = (
        Lead(
            "ค่าของโรงเรียน", words.figure(value), way.figure_of(FigureKind.SCHOOL, subject=way.figure.subject)
        ),
        Lead("ค่าของเขต", words.figure(area), way.figure_of(FigureKind.AREA)),
    )
    return MadeView(words.gap(value, area), tuple(formula), leads=leads)


def estimate_view(way: Tracing) -> MadeView:
    """The pooled value drawn towards the area as far as n is small, and on which side it probably lies."""
    found, words, i = way.found, way.words, way.place
    s = way.school_place(way.figure.subject)
    pooled, seen = found.comparison.pooled, found.comparison
    value, n, expected = (float(part[i, s]) for part in (pooled.value, pooled.n, pooled.expected))
    estimate, below = float(seen.posterior.estimate[i, s]), float(seen.posterior.below[i, s])
    formula = []
    if words.indicator.compare is Compare.PROPORTION:
        mean, weight = (
            float(part[0]) for part in fit_beta_binomial(pooled.x[i : i + 1], pooled.n[i : i + 1])
        )
        centre = 100 * mean if math.isfinite(weight) else expected
        own = n / (n + weight)
        formula.append(f"น้ำหนักของผลโรงเรียนเอง = {n:,.0f} ÷ ({n:,.0f} + {_short(weight)}) = {_short(own)}")
    else:
        variance = seen.spread.sd[i] ** 2 / pooled.n[i : i + 1]
        _, between = fit_normal_prior((pooled.value - pooled.expected)[i : i + 1], variance)
        own = float(between[0] / (between[0] + variance[0, s])) if variance[0, s] > 0 else 0.0
        centre = (estimate - own * value) / (1 - own) if own < 1 else expected
        formula.append(
            f"น้ำหนักของผลโรงเรียนเอง = {_short(float(between[0]))} ÷ "
            f"({_short(float(between[0]))} + {_short(float(variance[0, s]))}) = {_short(own)}"
        )
    formula += [
        f"ค่าประมาณ = {_short(own)} × {_short(value)} + (1 − {_short(own)}) × {_short(centre)} "
        f"= {rounded(_decimal(estimate))}",
        f"โอกาสที่ค่าจริงอยู่ต่ำกว่าค่าของเขต {two_decimals(below)} สูงกว่า {two_decimals(1 - below)}",
    ]
    school = way.figure.subject
    leads = (
        Lead("ผลรวมหลายปีของโรงเรียน", words.figure(value), way.figure_of(FigureKind.POOLED, subject=school)),
        Lead("ค่าของเขตปีล่าสุด", words.figure(float(seen.p0[i])), way.figure_of(FigureKind.AREA)),
    )
    return MadeView(words.figure(estimate), tuple(formula), leads=leads)


def _gap(now: float, before: float) -> tuple[str, ...]:
    told = difference(round_half_up(now), round_half_up(before))
    return ("ค่าปีหลัง − ค่าปีก่อน ตามที่ปัด 2 ตำแหน่งแล้ว", f"= {told}")


def _signed(words: IndicatorWords, now: float, before: float) -> str:
    return f"{words.short(printed_gap(now, before), signed=True)} {words.gap_unit}"


def _decimal(value: float) -> Decimal:
    return Decimal(repr(float(np.round(value, 10))))


def _short(value: float) -> str:
    """Six places at most; ∞ where schools are not known to differ."""
    return exact_number(round(Decimal(repr(value)), _SHOWN)) if math.isfinite(value) else "∞"
