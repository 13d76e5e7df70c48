"""The figures of the public copy, as they are printed, and the rules that give their levels."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from lib.analysis.cube import Cube
from lib.analysis.publication_hiding import HiddenTable
from lib.analysis.standing import level_of, scale_width, step_of
from lib.catalog.rules import RuleSet
from lib.domain.indicators import Catalogue, Direction, Indicator, Kind
from lib.domain.publication import LevelRule, PublishedFigure, PublishedUnit
from lib.thai.numerals import round_half_up

STEP_RULE = "R1"


def published_figures(
    hidden: Sequence[HiddenTable],
    cube: Cube,
    units: Sequence[PublishedUnit | None],
    catalogue: Catalogue,
    rules: RuleSet,
) -> Iterator[PublishedFigure]:
    """One per indicator, year and unit with a figure, the area first, schools in the order of their names.

    Args:
        units: per unit of the tables whom it is called; None for those left out of the public copy.
    """
    places = {indicator.id: place for place, indicator in enumerate(cube.indicators)}
    shown = [(place, unit) for place, unit in enumerate(units) if unit is not None]
    shown.sort(
        key=lambda pair: (pair[1].kind != "area", pair[1].kind == "school", pair[1].kind, pair[1].name)
    )
    for each in hidden:
        table = each.table
        period = cube.period(places[table.indicator.id], table.year)
        for place, unit in shown:
            if not np.isfinite(table.value[place]):
                continue
            value = round_half_up(float(table.value[place]))
            hides = each.reasons[place] != ""
            level, rule = ("", "") if hides else level_by_rule(table.indicator, unit, value, catalogue, rules)
            yield PublishedFigure(
                table.indicator.id,
                unit,
                period.kind,
                period.year_be,
                period.term or 0,
                None if hides else _whole_count(each, place, value),
                None if each.hides_n[place] else _people(each, place),
                None if hides else value,
                level,
                rule,
                each.reasons[place],
            )


def _whole_count(each: HiddenTable, place: int, value: float) -> int | None:
    """People counted, where they give the printed value."""
    table, x = each.table, float(each.table.x[place])
    if not np.isfinite(x) or table.indicator.n_is_baht:
        return None
    if table.indicator.kind is Kind.COUNT:
        return int(x) if float(x).is_integer() else None
    if table.indicator.kind is not Kind.PROPORTION or not x.is_integer():
        return None
    return int(x) if round_half_up(100 * x / float(table.n[place])) == value else None


def _people(each: HiddenTable, place: int) -> int | None:
    n = float(each.table.n[place])
    return round(n) if each.table.indicator.has_n and np.isfinite(n) else None


def level_by_rule(
    indicator: Indicator, unit: PublishedUnit, value: float, catalogue: Catalogue, rules: RuleSet
) -> tuple[str, str]:
    """The level's word and its rule; a total's target is the area's own."""
    if _has_steps(indicator):
        if indicator.sums and unit.kind != "area":
            return "", ""
        step = step_of(indicator, value, rules)
        return ("", "") if step is None else (rules.step_labels[step - 1], STEP_RULE)
    if not indicator.scale:
        return "", ""
    level = level_of(catalogue.scale(indicator.scale), value)
    return (level, indicator.scale) if level else ("", "")


def _has_steps(indicator: Indicator) -> bool:
    zero_total = indicator.sums and not indicator.target
    return indicator.target is not None and indicator.direction is not Direction.CONTEXT and not zero_total


def level_rules(indicators: Sequence[Indicator], catalogue: Catalogue, rules: RuleSet) -> Iterator[LevelRule]:
    """Every level that a published figure can have, lowest first."""
    signs: Mapping[Direction, int] = {Direction.LOWER: -1, Direction.BAND: 0}
    for indicator in indicators:
        if _has_steps(indicator) and indicator.target is not None:
            high = indicator.target if indicator.target_high is None else indicator.target_high
            base = abs(indicator.target) or scale_width(indicator)
            lowers = (None, *(float(limit) for limit in rules.step_limits_pct))
            sign = signs.get(indicator.direction, 1)
            for lower, label in zip(lowers, rules.step_labels, strict=True):
                yield LevelRule(
                    indicator.id, STEP_RULE, "gap_share", sign, indicator.target, high, base, lower, label
                )
        elif indicator.scale:
            for band in catalogue.scale(indicator.scale).bands:
                yield LevelRule(
                    indicator.id, indicator.scale, "value", 1, None, None, None, band.lower, band.label
                )
