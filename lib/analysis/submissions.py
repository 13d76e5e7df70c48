"""Who has sent a self-assessment report, who has not, and by how many days after the day it was due."""

from collections.abc import Iterable, Mapping
from datetime import date

from lib.domain.assessment_synthesis import SchoolReport
from lib.domain.submissions import Submission, SubmissionBoard
from lib.thai.text import sort_key


def make_submission_board(
    schools: Iterable[SchoolReport],
    year_be: int,
    saved_on: Mapping[str, date],
    *,
    due: date | None,
    today: date,
) -> SubmissionBoard:
    """The board of one academic year.

    Args:
        schools: every active school, with its report where it sent one.
        saved_on: school id → the day its report was first saved.
        due: the office's day; None while nobody has set one.
    """
    every = tuple(_submission(school, saved_on, due, today) for school in schools)
    ordered = sorted(every, key=lambda each: (not each.cluster, sort_key(each.cluster), sort_key(each.name)))
    return SubmissionBoard(
        academic_year_be=year_be,
        due=due,
        today=today,
        n_schools=len(every),
        missing=tuple(each for each in ordered if not each.sent),
        late=tuple(each for each in ordered if each.sent and each.days_after),
    )


def _submission(
    school: SchoolReport, saved_on: Mapping[str, date], due: date | None, today: date
) -> Submission:
    sent = school.assessment is not None
    saved = saved_on.get(school.school_id) if sent else None
    until = saved if sent else today
    days = (until - due).days if until is not None and due is not None else 0
    return Submission(
        school.school_id,
        school.name,
        school.cluster,
        school.district,
        sent,
        saved,
        days if days > 0 else None,
    )
