"""The queue of reports: the hardest drafts first, what is confirmed last, and who comes next."""

from lib.domain.report_checks import QueueLine
from lib.services.report_queue import neighbour, next_draft

LINES = tuple(
    QueueLine(report_id, str(report_id), 1, confirmed)
    for report_id, confirmed in ((5, False), (3, False), (9, False), (1, True))
)


def test_after_a_report_comes_the_next_draft_and_at_the_end_the_first() -> None:
    assert [next_draft(LINES, each) for each in (5, 3, 9, 1)] == [3, 9, 5, 5]


def test_with_one_draft_left_there_is_no_next() -> None:
    assert next_draft((LINES[0], LINES[3]), 5) is None


def test_steps_stop_at_the_ends() -> None:
    assert [neighbour(LINES, 5, -1), neighbour(LINES, 5, 1), neighbour(LINES, 1, 1)] == [5, 3, 1]
