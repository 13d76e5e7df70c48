"""A question of a meeting answered: one sentence with n and certainty, one picture, their figures."""

import math

from lib.analysis.examination import Examination
from lib.domain.figures import FigureId, FigureKind
from lib.domain.meeting import Look, PinnedTable, Question, Term, TermKind
from lib.domain.periods import Period
from lib.domain.schools import SizeScheme
from lib.services.analysis import OfficeData, Periods, examine_office
from lib.services.explore import IndicatorView, load_indicator_view
from lib.services.explore_charts import Picture, draw_picture, funnel_message, pictures_of
from lib.services.meeting_answer import Answer, Asked, heading, meeting_words
from lib.services.meeting_groups import answer_groups, home_of
from lib.services.meeting_next import follow_ups, start_questions
from lib.services.meeting_school import answer_profile, answer_school
from lib.services.meeting_terms import size_terms
from lib.services.meeting_trend import answer_trend


def periods_of(question: Question) -> Periods:
    """The years a question looks at."""
    return {kind: Period(kind, year) for kind, year in question.years}


def answer(
    data: OfficeData, question: Question, scheme: SizeScheme, found: Examination | None = None
) -> Answer:
    """Answer a question.

    Args:
        scheme: of school sizes.
        found: of the question's years; None examines them here.

    Raises:
        KeyError: a school or an indicator that these data do not know.
    """
    asked = Asked(question, data, found or examine_office(data, periods_of(question)), scheme)
    if not question.indicator_id:
        return _without_indicator(asked)
    view = load_indicator_view(data, asked.found, question.indicator_id)
    if question.look is Look.TREND:
        return answer_trend(asked, view)
    if len(question.who) == 1:
        (who,) = question.who
        if who.kind is TermKind.SCHOOL:
            return answer_school(asked, view, who)
        rest = Term(TermKind.REST, who.key)
        return answer_groups(asked, view, (who, rest), _compared(asked, who, rest))
    if question.who:
        title = _compared(asked, *question.who) if len(question.who) == 2 else _heading("several", view)
        return answer_groups(asked, view, question.who, title)
    if question.look is Look.SIZES:
        sizes = tuple(term for term, _ in size_terms(scheme))
        return answer_groups(asked, view, sizes, _heading("sizes", view))
    return _area(asked, view)


def _area(asked: Asked, view: IndicatorView) -> Answer:
    """The area's standing with its clusters, or with its schools."""
    offered = pictures_of(view)
    order = (Picture.GROUPS, Picture.SPREAD, Picture.TREND)
    sentence = view.sentence
    if asked.question.look is Look.SCHOOLS:
        order = (Picture.FUNNEL, Picture.SPREAD, Picture.TREND)
        if Picture.FUNNEL in offered:
            sentence = meeting_words().say(
                "schools",
                indicator=view.indicator.name,
                period=view.summary.period.label,
                told=funnel_message(view),
                area=view.words.figure(view.summary.value),
            )
    kind = next((one for one in order if one in offered), None)
    by_schools = asked.question.look is Look.SCHOOLS
    table, homes = _school_rows(view) if by_schools else _cluster_rows(view)
    title = _heading("groups", view) if kind is Picture.GROUPS else ""
    return Answer(
        asked.question,
        title or view.indicator.name,
        sentence,
        draw_picture(view, kind, view.colour, title=title) if kind else None,
        table,
        homes,
        view.files,
        follow_ups(asked),
    )


def _cluster_rows(view: IndicatorView) -> tuple[PinnedTable, tuple[FigureId | None, ...]]:
    period, words = view.summary.period, view.words
    rows = [("เขต", words.figure(view.summary.value), words.counted(view.summary.n_total) or "–", "")]
    homes: list[FigureId | None] = [FigureId(FigureKind.AREA, view.indicator.id, period)]
    for one in view.groups.to_dict("records"):
        value = float(one["value"])
        remark = meeting_words().say("small").strip(" ()") if one["small"] and math.isfinite(value) else ""
        rows.append((str(one["group_name"]), words.figure(value), str(one["n_text"]) or "–", remark))
        home = home_of(view.indicator.id, period, Term(TermKind.CLUSTER, str(one["group_id"])))
        homes.append(home if math.isfinite(value) else None)
    return PinnedTable(("ของ", "ค่า", "จำนวน", "ข้อสังเกต"), tuple(rows)), tuple(homes)


def _school_rows(view: IndicatorView) -> tuple[PinnedTable, tuple[FigureId | None, ...]]:
    rows, homes = [], []
    for one in view.schools.to_dict("records"):
        if math.isfinite(float(one["value"])):
            own = (str(one["school_name"]), view.words.figure(float(one["value"])), str(one["n_text"]) or "–")
            rows.append((*own, str(one["relation_text"])))
            home = FigureId(FigureKind.SCHOOL, view.indicator.id, view.summary.period, str(one["school_id"]))
            homes.append(home)
    return PinnedTable(("โรงเรียน", "ค่า", "จำนวน", "เทียบกับเขต"), tuple(rows)), tuple(homes)


def _without_indicator(asked: Asked) -> Answer:
    """One school's key indicators; of anything else the question which indicator is meant."""
    who, wording = asked.question.who, meeting_words()
    if len(who) == 1 and who[0].kind is TermKind.SCHOOL:
        return answer_profile(asked, who[0])
    names = " · ".join(asked.name(term) for term in who)
    empty = PinnedTable((), ())
    next_steps = follow_ups(asked) if who else start_questions(asked)
    return Answer(asked.question, names, wording.texts["need_indicator"], None, empty, (), (), next_steps)


def _compared(asked: Asked, first: Term, second: Term) -> str:
    return heading("compared", first=asked.name(first), second=asked.name(second))


def _heading(key: str, view: IndicatorView) -> str:
    return heading(key, indicator=view.indicator.name)
