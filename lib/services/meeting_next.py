"""Questions that follow from an answer: the next level down, the years, the other way to look."""

import math
from typing import TYPE_CHECKING

from lib.analysis.members import members
from lib.analysis.school_profile import school_profile
from lib.domain.meeting import Look, Question, Term, TermKind
from lib.services.meeting_answer import Asked, FollowUp
from lib.thai.text import sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST = 14
_LOOKS = {
    Look.LEVEL: "ค่าปีนี้",
    Look.SCHOOLS: "ดูรายโรงเรียน",
    Look.TREND: "ดูแนวโน้มหลายปี",
    Look.SIZES: "ดูตามขนาดโรงเรียน",
}


def follow_ups(asked: Asked) -> tuple[FollowUp, ...]:
    """Other looks first, then the level below; at most what one glance takes in."""
    question = asked.question
    if not question.indicator_id:
        of_school = len(question.who) == 1 and question.who[0].kind is TermKind.SCHOOL
        return tuple([*(_domains(asked) if of_school else ()), *_indicators(asked)][:_MOST])
    return tuple([*_looks(question), *_below(asked)][:_MOST])


def start_questions(asked: Asked) -> tuple[FollowUp, ...]:
    """The first key indicators of each domain, before anything was asked."""
    filled = _with_figures(asked)
    every = []
    for area in asked.data.catalogue.domains:
        own = [
            one for one in asked.data.catalogue.of_domain(area.id) if one.id in filled and one.key_indicator
        ]
        every += [FollowUp(one.short_name, (Term(TermKind.INDICATOR, one.id).key,)) for one in own[:3]]
    return tuple(every)


def _looks(question: Question) -> "Iterable[FollowUp]":
    fitting = (Look.LEVEL, Look.TREND) if question.who else tuple(Look)
    base = [Term(TermKind.INDICATOR, question.indicator_id), *question.who]
    for look in fitting:
        if look is not question.look:
            own = [] if look is Look.LEVEL else [Term(TermKind.LOOK, look)]
            yield FollowUp(_LOOKS[look], tuple(term.key for term in (*base, *own)))


def _below(asked: Asked) -> "Iterable[FollowUp]":
    question, schools = asked.question, asked.data.schools
    indicator = Term(TermKind.INDICATOR, question.indicator_id)
    for term in question.who[:1]:
        if term.kind is TermKind.SCHOOL:
            yield FollowUp("ภาพรวมของโรงเรียนนี้", (term.key,))
            own = next((one for one in schools if one.school_id == term.id), None)
            if own is not None and own.cluster and len(question.who) == 1:
                cluster = Term(TermKind.CLUSTER, own.cluster)
                yield FollowUp(f"เทียบกับ{asked.name(cluster)}", (indicator.key, term.key, cluster.key))
        inside = members(schools, term) if term.kind is not TermKind.SCHOOL else ()
        below = [school for school, is_inside in zip(schools, inside, strict=False) if is_inside]
        for school in sorted(below, key=lambda one: sort_key(one.name)):
            yield FollowUp(school.name, (indicator.key, Term(TermKind.SCHOOL, school.school_id).key))
    if question.who:
        yield FollowUp("กลับไปทั้งเขต", (indicator.key,))
        return
    for name in sorted({school.cluster for school in schools} - {""}, key=sort_key):
        cluster = Term(TermKind.CLUSTER, name)
        yield FollowUp(asked.name(cluster), (indicator.key, cluster.key))


def _domains(asked: Asked) -> "Iterable[FollowUp]":
    who = asked.question.who[0]
    if asked.question.domain:
        yield FollowUp("ทุกด้าน", (who.key,))
    for area in asked.data.catalogue.domains:
        if area.id != asked.question.domain:
            yield FollowUp(area.name, (who.key, Term(TermKind.DOMAIN, area.id).key))


def _indicators(asked: Asked) -> "Iterable[FollowUp]":
    """Key indicators that the schools asked about have figures of."""
    question, who = asked.question, asked.question.who
    if len(who) == 1 and who[0].kind is TermKind.SCHOOL:
        filled = {
            one.indicator.id
            for one in school_profile(asked.found, who[0].id)
            if math.isfinite(one.value) and question.domain in ("", one.indicator.domain)
        }
    else:
        filled = _with_figures(asked)
    for one in asked.data.catalogue.indicators:
        if one.key_indicator and one.id in filled:
            terms = (Term(TermKind.INDICATOR, one.id), *who)
            yield FollowUp(one.short_name, tuple(term.key for term in terms))


def _with_figures(asked: Asked) -> set[str]:
    cube = asked.found.cube
    return {
        one.id
        for one, values in zip(cube.indicators, cube.value, strict=True)
        if (values[-1] == values[-1]).any()
    }
