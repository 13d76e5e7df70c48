"""The years of an indicator in a meeting: the area's, or those of the groups asked about."""

import math

from lib.analysis.group_difference import group_change, group_line
from lib.domain.figures import FigureId, FigureKind
from lib.domain.meeting import PinnedTable, Term
from lib.domain.periods import Period
from lib.services.explore import IndicatorView
from lib.services.explore_charts import Picture, draw_picture
from lib.services.meeting_answer import Answer, Asked, heading, meeting_words
from lib.services.meeting_groups import home_of
from lib.services.meeting_next import follow_ups


def answer_trend(asked: Asked, view: IndicatorView) -> Answer:
    """The years of the area, or of the groups asked about beside it."""
    question, words = asked.question, view.words
    names = {term: asked.name(term) for term in question.who}
    lines = [group_line(asked.found, view.indicator.id, term, name) for term, name in names.items()]
    area = [
        (int(year), float(value), float(n), int(schools))
        for year, value, n, schools in zip(
            *(view.trend[name] for name in ("year_be", "all_schools", "n_total", "n_schools")), strict=True
        )
    ]
    period = view.summary.period
    shown: list[tuple[Term | None, str, int, float, float]] = [
        (None, "เขต", year, value, n) for year, value, n, _ in area
    ]
    for (term, name), line in zip(names.items(), lines, strict=True):
        shown += [(term, name, *point) for point in line.points if math.isfinite(point[1])]
    told = [
        _years_told(asked, view, who, [point[2:] for point in shown if point[0] is who], first=place == 0)
        for place, who in enumerate(question.who or (None,))
    ]
    title = heading("trend", indicator=view.indicator.name)
    return Answer(
        question,
        title,
        " · ".join(told),
        draw_picture(view, Picture.TREND, view.colour, "", None, *lines, title=title)
        if len(area) > 1
        else None,
        PinnedTable(
            ("ของ", "ปี", "ค่า", "จำนวน"),
            tuple(
                (name, str(year), words.figure(value), words.counted(n) or "–")
                for _, name, year, value, n in shown
            ),
        ),
        tuple(
            FigureId(FigureKind.AREA, view.indicator.id, Period(period.kind, year, period.term))
            if term is None
            else home_of(view.indicator.id, Period(period.kind, year, period.term), term)
            for term, _, year, _, _ in shown
        ),
        view.files,
        follow_ups(asked),
    )


def _years_told(
    asked: Asked,
    view: IndicatorView,
    who: Term | None,
    points: list[tuple[int, float, float]],
    *,
    first: bool,
) -> str:
    """The years of one group, or of the area, and what became of it since the year before."""
    wording, words = meeting_words(), view.words
    years = " · ".join(
        wording.say(
            "trend_year", year=str(year), figure=f"{words.figure(value)} {_of(words.counted(n))}".strip()
        )
        for year, value, n in points
    )
    if who is None:
        sentence = wording.say("trend", indicator=view.indicator.name, years=years)
        change = view.summary.change_all
    else:
        key = "trend_who" if first else "trend_next"
        sentence = wording.say(key, indicator=view.indicator.name, who=asked.name(who), years=years)
        change = group_change(asked.found, view.indicator.id, who)
    return f"{sentence} · {words.area_change(change)}" if change is not None else sentence


def _of(counted: str) -> str:
    return f"จาก{counted}" if counted else ""
