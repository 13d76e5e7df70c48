"""Schools due in a round: days left and how ready they are; what the data tells is not asked of people."""

from collections.abc import Mapping, Sequence
from datetime import date

from lib.domain.assessments import SavedSelfAssessment
from lib.domain.external_assessments import ExternalAssessment, ExternalDue
from lib.domain.external_board import FollowedRecommendation, SchoolDue
from lib.domain.external_rounds import ExternalRound, ExternalRounds, ReadinessStep, StepSource, StepState
from lib.domain.schools import School


def list_dues(
    of: ExternalRound,
    rounds: ExternalRounds,
    outcomes: Sequence[ExternalAssessment],
    dues: Sequence[ExternalDue],
    reports: Sequence[SavedSelfAssessment],
    schools: Mapping[str, School],
    followed: Sequence[FollowedRecommendation],
    today: date,
) -> tuple[SchoolDue, ...]:
    """The schools entered as due in a round, in the order of ``schools``."""
    due_of = {each.school_id: each for each in dues if each.round_id == of.id}
    newest = max((each.academic_year_be for each in reports), default=None)
    sent = {each.school_id for each in reports if each.academic_year_be == newest}
    earlier = [each.id for each in rounds.before(of.id)]
    lines = []
    for school in schools.values():
        due = due_of.get(school.school_id)
        if due is None:
            continue
        own = [each for each in outcomes if each.key.school_id == school.school_id]
        last = next((round_id for round_id in earlier if any(e.key.round_id == round_id for e in own)), "")
        waiting = tuple(
            each.statement.text
            for each in followed
            if each.school_id == school.school_id and each.round_id in earlier and each.is_open
        )
        states = tuple(
            _state(step, due, _known(step, school, newest, sent, last, waiting)) for step in rounds.steps
        )
        lines.append(
            SchoolDue(
                school.school_id,
                school.name,
                school.cluster,
                due,
                (due.due_on - today).days if due.due_on else None,
                states,
                rounds.by_id[last].name if last else "",
                waiting,
                any(each.key.round_id == of.id for each in own),
            )
        )
    return tuple(lines)


def _known(
    step: ReadinessStep,
    school: School,
    newest: int | None,
    sent: set[str],
    last: str,
    waiting: Sequence[str],
) -> tuple[bool, str] | None:
    """Whether the data says a step is done, and why; None for a step that people tick."""
    match step.source:
        case StepSource.PERSON:
            return None
        case StepSource.SAR:
            if newest is None:
                return False, "ยังไม่มี SAR ในระบบ"
            is_sent = school.school_id in sent
            return is_sent, f"SAR ปีการศึกษา {newest} {'ส่งแล้ว' if is_sent else 'ยังไม่ส่ง'}"
        case StepSource.RECOMMENDATIONS:
            if not last:
                return False, "ไม่มีผลรอบก่อนในระบบ"
            return not waiting, f"ค้าง {len(waiting):,} ข้อ" if waiting else "ครบทุกข้อ"


def _state(step: ReadinessStep, due: ExternalDue, known: tuple[bool, str] | None) -> StepState:
    if known is None:
        return StepState(step.id, step.name, step.id in due.steps, False)
    return StepState(step.id, step.name, known[0], True, known[1])
