from datetime import date

from lib.analysis.submissions import make_submission_board
from lib.domain.assessment_synthesis import SchoolReport
from lib.domain.submissions import SubmissionBoard
from tests.analysis.sar_schools import rating, sent, silent

DUE, TODAY = date(2024, 4, 30), date(2024, 5, 10)


def board(
    *schools: SchoolReport, due: date | None = DUE, today: date = TODAY, **saved_on: date
) -> SubmissionBoard:
    return make_submission_board(schools, 2566, saved_on, due=due, today=today)


def test_days_overdue_are_counted_to_today_after_the_due_day_only() -> None:
    # 30 April to 10 May is 10 days
    assert [each.days_after for each in board(silent(1)).missing] == [10]
    assert [each.days_after for each in board(silent(1), today=DUE).missing] == [None]
    assert board(silent(1), today=date(2024, 4, 1)).days_overdue == 0


def test_without_a_due_day_nobody_is_overdue() -> None:
    found = board(silent(1), sent(2, rating(4)), due=None, S2=date(2030, 1, 1))
    assert ([each.days_after for each in found.missing], found.late, found.days_overdue) == ([None], (), None)


def test_a_report_saved_after_the_due_day_is_late_by_its_own_day_and_not_by_today() -> None:
    found = board(sent(1, rating(4)), sent(2, rating(4)), S1=date(2024, 5, 3), S2=DUE)
    assert [(each.school_id, each.days_after) for each in found.late] == [("S1", 3)]
    assert found.missing == ()


def test_a_report_whose_day_is_unknown_is_never_called_late() -> None:
    assert board(sent(1, rating(4))).late == ()


def test_who_is_missing_stands_by_cluster_then_name_and_those_of_no_cluster_last() -> None:
    found = board(
        silent(3, cluster=""),
        silent(2, cluster="กลุ่ม ข"),
        silent(9, cluster="กลุ่ม ก"),
        silent(1, cluster="กลุ่ม ข"),
    )
    assert [each.school_id for each in found.missing] == ["S9", "S1", "S2", "S3"]
    assert (found.n_schools, len(found.missing)) == (4, 4)
