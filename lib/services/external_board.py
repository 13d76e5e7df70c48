"""External assessment on one day: what was found, what is followed up, who is due."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lib.analysis.external_counts import count_results
from lib.catalog.external_rounds import load_external_rounds
from lib.domain.assessments import SavedSelfAssessment
from lib.domain.external_assessments import ExternalAssessment, ExternalDue, FollowUp
from lib.domain.external_board import (
    ExternalBoard,
    FollowedRecommendation,
    SchoolOutcome,
)
from lib.domain.external_rounds import ExternalRounds
from lib.domain.schools import School
from lib.services.external_compared import compare_with_reports
from lib.services.external_order import latest_first, tell_results
from lib.services.external_readiness import list_dues
from lib.storage.engine import Store, reading
from lib.storage.external_assessments import load_outcomes
from lib.storage.external_follow_ups import load_dues, load_follow_ups
from lib.storage.schools import load_schools
from lib.storage.self_assessments import load_reports
from lib.thai.text import sort_key

CAPTION = (
    "SAR ใช้ 5 ระดับ (กำลังพัฒนา–ยอดเยี่ยม) ส่วน สมศ. ใช้คำของแต่ละรอบ เป็นคนละเกณฑ์และคนละปี "
    "จึงวางไว้ข้างกันโดยไม่แปลงและไม่ตัดสินว่าตรงหรือไม่ตรง"
)


@dataclass(frozen=True, slots=True)
class ExternalKept:
    """Everything kept about external assessment of the open schools.

    Attributes:
        schools: the register's open schools, by cluster and name.
        reports: self-assessment reports of every year.
    """

    schools: Mapping[str, School]
    outcomes: tuple[ExternalAssessment, ...]
    follow_ups: tuple[FollowUp, ...]
    dues: tuple[ExternalDue, ...]
    reports: tuple[SavedSelfAssessment, ...]


def load_kept(store: Store) -> ExternalKept:
    """Read everything once."""
    with reading(store) as session:
        register = load_schools(session, active_only=True)
        kept = sorted(register, key=lambda each: (sort_key(each.cluster), sort_key(each.name)))
        schools = {each.school_id: each for each in kept}
        place = {school_id: number for number, school_id in enumerate(schools)}
        outcomes = [each for each in load_outcomes(session) if each.key.school_id in schools]
        return ExternalKept(
            schools,
            tuple(sorted(outcomes, key=lambda each: place[each.key.school_id])),
            load_follow_ups(session),
            load_dues(session),
            load_reports(session),
        )


def load_external_board(store: Store, today: date) -> ExternalBoard:
    """The whole board; lists stand by cluster and name of the school, the latest round of a school first."""
    return make_board(load_kept(store), load_external_rounds(), today)


def load_school_board(store: Store, school_id: str, today: date) -> ExternalBoard:
    """The board of one school alone: its outcomes and recommendations; empty for a school that is closed."""
    with reading(store) as session:
        own = {
            each.school_id: each
            for each in load_schools(session, active_only=True)
            if each.school_id == school_id
        }
        kept = ExternalKept(
            own, load_outcomes(session, school_id) if own else (), load_follow_ups(session), (), ()
        )
    return make_board(kept, load_external_rounds(), today)


def make_board(kept: ExternalKept, rounds: ExternalRounds, today: date) -> ExternalBoard:
    """The board of what is kept."""
    known = tuple(each for each in kept.outcomes if each.key.round_id in rounds.by_id)
    followed = _follow(known, kept, rounds, today)
    due_round = rounds.rounds[-1]
    return ExternalBoard(
        today,
        len(kept.schools),
        count_results(known, kept.schools, rounds),
        _outcomes(known, kept, rounds, followed),
        followed,
        compare_with_reports(known, kept.reports, kept.schools, rounds),
        due_round.id,
        due_round.name,
        list_dues(due_round, rounds, known, kept.dues, kept.reports, kept.schools, followed, today),
    )


def _outcomes(
    known: Sequence[ExternalAssessment],
    kept: ExternalKept,
    rounds: ExternalRounds,
    followed: Sequence[FollowedRecommendation],
) -> tuple[SchoolOutcome, ...]:
    open_keys = {
        (each.school_id, each.round_id, each.follow_up.recommendation_key)
        for each in followed
        if each.is_open
    }
    by_school: dict[str, list[ExternalAssessment]] = {}
    for each in known:
        by_school.setdefault(each.key.school_id, []).append(each)
    told: list[SchoolOutcome] = []
    for school_id, own in by_school.items():
        seen: set[str] = set()
        school = kept.schools[school_id]
        for each in latest_first(own, rounds):
            key, of = each.key, rounds.by_id[each.key.round_id]
            asked = each.reading.recommendations
            told.append(
                SchoolOutcome(
                    each.assessment_id,
                    school_id,
                    school.name,
                    school.cluster,
                    of.id,
                    of.name,
                    of.phase_name(key.phase),
                    of.level_name(key.level_of_education),
                    each.assessed_on,
                    tell_results(each, of),
                    len(asked),
                    sum((school_id, of.id, one.key) in open_keys for one in asked),
                    each.file_name,
                    key.level_of_education not in seen,
                )
            )
            seen.add(key.level_of_education)
    return tuple(told)


def _follow(
    known: Sequence[ExternalAssessment], kept: ExternalKept, rounds: ExternalRounds, today: date
) -> tuple[FollowedRecommendation, ...]:
    """One line per school, round and wording; told to both levels of education it is one."""
    saved = {(each.school_id, each.round_id, each.recommendation_key): each for each in kept.follow_ups}
    lines: dict[tuple[str, str, str], FollowedRecommendation] = {}
    levels: dict[tuple[str, str, str], list[str]] = {}
    for each in known:
        of, school = rounds.by_id[each.key.round_id], kept.schools[each.key.school_id]
        for statement in each.reading.recommendations:
            key = (each.key.school_id, of.id, statement.key)
            names = levels.setdefault(key, [])
            name = of.level_name(each.key.level_of_education)
            names += [name] if name not in names else []
            follow_up = saved.get(key, FollowUp(*key))
            first = lines.get(key)
            lines[key] = FollowedRecommendation(
                school.school_id,
                school.name,
                school.cluster,
                of.id,
                of.name,
                " ".join(names),
                first.statement if first else statement,
                first.file_name if first else each.file_name,
                first.assessment_id if first else each.assessment_id,
                follow_up,
                follow_up.days_overdue(today),
            )
    return tuple(lines.values())
