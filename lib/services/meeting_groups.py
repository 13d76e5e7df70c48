"""Answers about groups of schools beside each other: clusters, sizes, schools, any two of them."""

import math
from dataclasses import replace

from lib.analysis.group_difference import (
    GroupDifference,
    GroupFigure,
    group_difference,
    group_figure,
    group_table,
)
from lib.domain.figures import FigureId, FigureKind
from lib.domain.meeting import PinnedTable, Term, TermKind
from lib.domain.periods import Period
from lib.services.explore import IndicatorView, told_groups
from lib.services.explore_charts import Picture, draw_picture
from lib.services.indicator_words import IndicatorWords
from lib.services.meeting_answer import Answer, Asked, meeting_words
from lib.services.meeting_next import follow_ups

_FIGURES = {"sum": "figure_total", "median": "figure_median"}


def answer_groups(asked: Asked, view: IndicatorView, groups: tuple[Term, ...], title: str) -> Answer:
    """Bars of the groups; of two of them the difference with what chance leaves of it.

    Args:
        title: over the picture.
    """
    found, words, wording = asked.found, view.words, meeting_words()
    figures = [group_figure(found, view.indicator.id, term) for term in groups]
    names = [asked.name(term) for term in groups]
    told = [
        figure_words(words, figure, of_school=term.kind is TermKind.SCHOOL)
        for term, figure in zip(groups, figures, strict=True)
    ]
    if len(groups) == 2:
        difference = group_difference(found, view.indicator.id, *groups)
        sentence = wording.say(
            "two",
            indicator=view.indicator.name,
            period=view.summary.period.label,
            first=names[0],
            first_figure=told[0],
            second=names[1],
            second_figure=told[1],
            verdict=_verdict(words, names, figures, told, difference),
        )
    else:
        sentence = wording.say(
            "several",
            indicator=view.indicator.name,
            period=view.summary.period.label,
            figures=" · ".join(
                wording.say("several_figure", who=name, figure=one, remark=_remark(figure))
                for name, one, figure in zip(names, told, figures, strict=True)
            ),
        )
    drawn = replace(
        view,
        groups=told_groups(
            group_table(found, view.indicator.id, list(zip(groups, names, strict=True))), words
        ),
    )
    has_values = any(math.isfinite(figure.value) for figure in figures)
    return Answer(
        asked.question,
        title,
        sentence,
        draw_picture(drawn, Picture.GROUPS, view.colour, title=title) if has_values else None,
        PinnedTable(
            ("กลุ่ม", "ค่า", "จำนวน", "โรงเรียนที่มีค่า", "ข้อสังเกต"),
            tuple(
                (
                    name,
                    words.figure(figure.value),
                    words.counted(figure.n) or "–",
                    f"{figure.n_schools:,}",
                    _remark(figure).strip(" ()"),
                )
                for name, figure in zip(names, figures, strict=True)
            ),
        ),
        tuple(
            home_of(view.indicator.id, view.summary.period, term) if figure.n_schools else None
            for term, figure in zip(groups, figures, strict=True)
        ),
        view.files,
        follow_ups(asked),
    )


def home_of(indicator_id: str, period: Period, term: Term) -> FigureId:
    """The way home of a group's figure."""
    if term.kind is TermKind.SCHOOL:
        return FigureId(FigureKind.SCHOOL, indicator_id, period, term.id)
    if term.kind is TermKind.CLUSTER:
        return FigureId(FigureKind.CLUSTER, indicator_id, period, term.id)
    return FigureId(FigureKind.GROUP, indicator_id, period, term.key)


def figure_words(words: IndicatorWords, figure: GroupFigure, *, of_school: bool) -> str:
    """A group's figure with the people or schools it rests on."""
    wording = meeting_words()
    if not math.isfinite(figure.value):
        return wording.say("figure_none")
    value, counted, n_schools = words.figure(figure.value), words.counted(figure.n), f"{figure.n_schools:,}"
    if of_school:
        return wording.say("figure_school", value=value, counted=counted) if counted else value
    if figure.aggregation in _FIGURES:
        return wording.say(_FIGURES[figure.aggregation], value=value, n_schools=n_schools)
    if not counted:
        return wording.say("figure_counted", value=value, n_schools=n_schools)
    return wording.say("figure_schools", value=value, counted=counted, n_schools=n_schools)


def _remark(figure: GroupFigure) -> str:
    return meeting_words().say("small") if figure.small and math.isfinite(figure.value) else ""


def _verdict(
    words: IndicatorWords,
    names: list[str],
    figures: list[GroupFigure],
    told: list[str],
    difference: GroupDifference,
) -> str:
    """What may be said of the difference of two groups."""
    wording = meeting_words()
    for name, figure, own in zip(names, figures, told, strict=True):
        if not math.isfinite(figure.value):
            return wording.say("gap_unknown", who=name)
        if figure.small:
            return wording.say("gap_small", who=name, figure=words.counted(figure.n) or own)
    if difference.n_common:
        return wording.say("gap_common", n=f"{difference.n_common:,}")
    if words.indicator.sums:
        return wording.say("gap_total")
    relation, _, gap = words.gap(figures[0].value, figures[1].value).partition(" ")
    parts = {"first": names[0], "second": names[1], "relation": relation, "gap": gap}
    if difference.certain is None or difference.lower is None or difference.upper is None:
        return wording.say("gap_without_n", **parts)
    return wording.say(
        "gap",
        **parts,
        lower=words.short(difference.lower, signed=True),
        upper=words.short(difference.upper, signed=True),
        unit=words.gap_unit,
        certainty=wording.say("certain" if difference.certain else "uncertain"),
    ).replace("  ", " ")
