"""What the rules of visits ask of a school on a day; fiscal year 2570 is October 2026 to September 2027."""

from datetime import date

import pytest

from lib.catalog.visit_rules import load_visit_rules
from lib.domain.visits import Visit, VisitDue, VisitKind, VisitState
from lib.services.visit_coverage import visit_dues

TODAY = date(2026, 12, 1)


def made(day: date, kind: VisitKind = VisitKind.SUPERVISION) -> Visit:
    return Visit(1, "99010001", kind, done_on=day)


def planned(day: date, kind: VisitKind = VisitKind.SUPERVISION) -> Visit:
    return Visit(2, "99010001", kind, planned_on=day)


def due(rule_id: str, *visits: Visit, today: date = TODAY) -> VisitDue:
    return next(each for each in visit_dues(load_visit_rules(), visits, today) if each.rule.id == rule_id)


def test_a_school_nobody_went_to_is_owed_everything_by_the_end_of_year_and_term() -> None:
    dues = visit_dues(load_visit_rules(), (), TODAY)
    assert [(each.rule.id, each.window, each.due, each.state) for each in dues] == [
        ("yearly_visit", "ปีงบประมาณ 2570", date(2027, 9, 30), VisitState.OWED),
        ("term_check", "ภาคเรียนที่ 2 ปีการศึกษา 2569", date(2027, 4, 1), VisitState.OWED),
        ("quality_check", "ปีงบประมาณ 2568–2570", date(2027, 9, 30), VisitState.OWED),
    ]


def test_a_visit_of_the_year_meets_the_year_and_the_next_is_due_a_year_later() -> None:
    met = due("yearly_visit", made(date(2026, 10, 1)))
    assert (met.state, met.due) == (VisitState.DONE, date(2028, 9, 30))


def test_a_visit_on_the_last_day_of_the_year_before_does_not_count() -> None:
    assert due("yearly_visit", made(date(2026, 9, 30))).state is VisitState.OWED


def test_a_quality_check_counts_for_three_fiscal_years() -> None:
    in_2568 = made(date(2024, 10, 1), VisitKind.QUALITY_CHECK)
    met = due("quality_check", in_2568)
    assert (met.state, met.due) == (VisitState.DONE, date(2028, 9, 30))
    assert due("quality_check", in_2568, today=date(2028, 9, 30)).state is VisitState.OWED
    assert due("quality_check", made(date(2024, 9, 30), VisitKind.QUALITY_CHECK)).state is VisitState.OWED


def test_supervision_is_no_internal_check() -> None:
    assert due("term_check", made(date(2026, 11, 20))).state is VisitState.OWED


def test_a_check_of_the_first_term_does_not_serve_the_second() -> None:
    first_term = made(date(2026, 10, 31), VisitKind.INTERNAL_CHECK)
    assert due("term_check", first_term, today=date(2026, 10, 31)).state is VisitState.DONE
    assert due("term_check", first_term, today=date(2026, 11, 1)).state is VisitState.OWED


def test_between_the_terms_what_was_not_done_is_overdue() -> None:
    assert due("term_check", today=date(2026, 10, 11)).state is VisitState.OWED
    late = due("term_check", today=date(2026, 10, 12))
    assert (late.window, late.due, late.state) == (
        "ภาคเรียนที่ 1 ปีการศึกษา 2569", date(2026, 10, 11), VisitState.OVERDUE,
    )  # fmt: skip


def test_the_second_term_belongs_to_the_academic_year_it_began_in() -> None:
    spring = due("term_check", today=date(2027, 3, 1))
    assert (spring.window, spring.due) == ("ภาคเรียนที่ 2 ปีการศึกษา 2569", date(2027, 4, 1))


def test_a_plan_ahead_is_a_plan_and_one_gone_by_is_none() -> None:
    assert due("yearly_visit", planned(date(2026, 12, 1))).state is VisitState.PLANNED
    assert due("yearly_visit", planned(date(2026, 11, 30))).state is VisitState.OWED


def test_a_plan_for_the_next_year_meets_no_rule_of_this_one() -> None:
    assert due("yearly_visit", planned(date(2027, 10, 1))).state is VisitState.OWED


@pytest.mark.parametrize("day", [date(2027, 2, 28), date(2028, 2, 29), date(2027, 5, 15), date(2027, 5, 16)])
def test_every_day_lies_in_exactly_one_term(day: date) -> None:
    check = made(day, VisitKind.INTERNAL_CHECK)
    assert due("term_check", check, today=day).done == (check,)
