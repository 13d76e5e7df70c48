"""Answers about one school: one indicator against the area, and all its key indicators."""

import math
from functools import partial

from lib.analysis.school_profile import SchoolFigure, profile_frame, school_profile
from lib.charts.drawing import Drawing
from lib.charts.marks import Mark
from lib.charts.profile import make_profile
from lib.charts.spec import ChartSpec
from lib.charts.theme import PRIMARY
from lib.domain.figures import FigureId, FigureKind
from lib.domain.meeting import PinnedTable, Term
from lib.services.chart_tables import profile_table
from lib.services.chart_words import READ_PROFILE, source_line
from lib.services.explore import IndicatorView
from lib.services.explore_charts import Picture, draw_picture, pictures_of
from lib.services.indicator_words import IndicatorWords, make_words
from lib.services.meeting_answer import Answer, Asked, heading, meeting_words
from lib.services.meeting_next import follow_ups

_MOST_ROWS = 12
_TOP = 100.0
_UNITS = ("ร้อยละ", "คะแนน")


def answer_school(asked: Asked, view: IndicatorView, term: Term) -> Answer:
    """One school on one indicator: against the area, within the funnel where chance has a width."""
    wording, words = meeting_words(), view.words
    rows = view.schools[view.schools["school_id"] == term.id]
    title = heading("school", who=asked.name(term))
    known = [row for row in rows.to_dict("records") if math.isfinite(float(row["value"]))]
    offered = pictures_of(view)
    kind = next((one for one in (Picture.FUNNEL, Picture.SPREAD) if one in offered), None)
    if not known:
        sentence = wording.say(
            "no_figures",
            indicator=view.indicator.name,
            period=view.summary.period.label,
            who=asked.name(term),
        )
        return Answer(asked.question, title, sentence, None, PinnedTable((), ()), (), (), follow_ups(asked))
    row = known[0]
    sentence = f"{view.indicator.name} {view.summary.period.label}: {row['sentence']}"
    if row["change_text"]:
        told = words.change(float(row["change"]), _certain(row["change_certain"])).replace(" · ", " ")
        sentence += " · " + wording.say("since", year=f"{int(row['change_year_be'])}", told=told)
    period = view.summary.period
    area = (words.figure(view.summary.value), words.counted(view.summary.n_total) or "–")
    return Answer(
        asked.question,
        title,
        sentence,
        draw_picture(view, kind, view.colour, term.id, title=title) if kind else None,
        PinnedTable(
            ("ของ", "ค่า", "จำนวน", "เทียบกับเขต"),
            (
                (
                    asked.name(term),
                    words.figure(float(row["value"])),
                    row["n_text"] or "–",
                    row["relation_text"],
                ),
                ("เขต", *area, ""),
            ),
        ),
        (
            FigureId(FigureKind.SCHOOL, view.indicator.id, period, term.id),
            FigureId(FigureKind.AREA, view.indicator.id, period),
        ),
        (str(row["source_file"]),) if row["source_file"] else view.files,
        follow_ups(asked),
    )


def answer_profile(asked: Asked, term: Term) -> Answer:
    """All key indicators of one school, or those of one domain."""
    wording, question = meeting_words(), asked.question
    figures = [
        one
        for one in school_profile(asked.found, term.id)
        if one.indicator.key_indicator
        and math.isfinite(one.value)
        and question.domain in ("", one.indicator.domain)
    ]
    words = {one.indicator.id: make_words(one.indicator, asked.found.rules) for one in figures}
    marks = {one.indicator.id: words[one.indicator.id].mark(one.relation, small=one.small) for one in figures}
    counts = {mark: sum(each is mark for each in marks.values()) for mark in Mark}
    who = asked.name(term)
    if question.domain:
        who += f" {asked.data.catalogue.domain(question.domain).name}"
    periods = " และ".join(dict.fromkeys(one.period.label for one in figures)) or "ปีที่เลือก"
    title = heading("profile", who=who)
    return Answer(
        question,
        title,
        wording.say(
            "profile",
            who=who,
            period=periods,
            n=f"{len(figures):,}",
            n_good=f"{counts[Mark.GOOD]:,}",
            n_poor=f"{counts[Mark.POOR]:,}",
            n_chance=f"{counts[Mark.CHANCE]:,}",
            n_small=f"{counts[Mark.SMALL]:,}",
        ),
        _profile_chart(asked, figures, words, marks, title),
        PinnedTable(
            ("ตัวชี้วัด", "ค่า", "จำนวน", "เขต", "เทียบกับเขต"),
            tuple(_profile_row(one, words[one.indicator.id], marks[one.indicator.id]) for one in figures),
        ),
        tuple(FigureId(FigureKind.SCHOOL, one.indicator.id, one.period, term.id) for one in figures),
        _files(asked, term),
        follow_ups(asked),
    )


def _profile_row(one: SchoolFigure, words: IndicatorWords, mark: Mark) -> tuple[str, ...]:
    # a sum of the area is no measure for one school
    area = "–" if one.indicator.sums else words.bare(one.area)
    relation = "" if one.indicator.sums else words.relation(mark, one.value, one.area, one.n)
    return one.indicator.name, words.figure(one.value), words.counted(one.n) or "–", area, relation


def _profile_chart(
    asked: Asked,
    figures: list[SchoolFigure],
    words: dict[str, IndicatorWords],
    marks: dict[str, Mark],
    title: str,
) -> Drawing | None:
    """Of the indicators that end at 100; others share no axis."""
    fitting = [one for one in figures if one.indicator.valid_max == _TOP and one.indicator.unit in _UNITS][
        :_MOST_ROWS
    ]
    if not fitting:
        return None
    told = [
        (
            one.indicator.short_name,
            one.value,
            one.area,
            str(marks[one.indicator.id]),
            _label(one, words[one.indicator.id]),
            f"{one.indicator.name}: "
            + words[one.indicator.id].school_sentence(
                "นี้", one.value, one.n, one.area, marks[one.indicator.id]
            ),
        )
        for one in fitting
    ]
    periods = " · ".join(dict.fromkeys(one.period.label for one in fitting))
    shown = f"แสดง {len(fitting):,} จาก {len(figures):,} ตัวชี้วัดหลักที่มีค่า · ขีดตั้งคือค่าของเขต · {periods}"
    term = asked.question.who[0]
    spec = ChartSpec(
        title=title,
        subtitle=shown,
        footnote=source_line(_files(asked, term), asked.data.file_dates, asked.data.version),
        axis="ร้อยละ หรือคะแนนเต็ม 100",
        reading=READ_PROFILE,
        colour=PRIMARY,
    )
    rows = partial(profile_table, fitting, words, marks, asked.data.observations, term.id)
    return Drawing(make_profile(profile_frame(told), spec), spec, title, rows)


def _label(one: SchoolFigure, words: IndicatorWords) -> str:
    """Value and n in few letters: beside the sidebar longer words would leave no room to draw in."""
    return words.bare(one.value) + (f" (n {one.n:,.0f})" if words.counted(one.n) else "")


def _files(asked: Asked, term: Term) -> tuple[str, ...]:
    all_of = asked.data.observations
    years = {year for _, year in asked.question.years}
    own = all_of[(all_of["school_id"] == term.id) & all_of["year_be"].isin(years)]
    return tuple(sorted({str(name) for name in own["source_file"].unique()} - {""}))


def _certain(value: object) -> bool | None:
    return value if isinstance(value, bool) else None
