"""Planning, recording and cancelling visits, as the school's page does it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from lib.domain.schools import School
from lib.domain.visits import Visit, VisitKind, VisitState
from lib.errors import EditConflict, WorkbenchError
from lib.services.analysis import load_office_data
from lib.services.visits import (
    SchoolVisits,
    cancel_visit,
    plan_visit,
    record_visit,
    visits_due,
)
from lib.storage.engine import Store, open_store, writing
from lib.storage.schools import save_schools

TODAY = date(2026, 12, 1)
SCHOOL = "99010001"
VISIT = Visit(0, SCHOOL, VisitKind.INTERNAL_CHECK, by_role="ศึกษานิเทศก์ · ก.ต.ป.น.")


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = open_store(database_url)
    with writing(opened) as session:
        save_schools(session, [School(f"9901000{n}", f"บ้านทดสอบ {n}") for n in (1, 2)])
    yield opened
    opened.dispose()


def of_school(store: Store) -> SchoolVisits:
    return visits_due(store, load_office_data(store), SCHOOL, TODAY)


def test_a_planned_visit_is_listed_and_meets_its_rules_as_planned(store: Store) -> None:
    plan_visit(store, replace(VISIT, planned_on=date(2026, 12, 15)), today=TODAY, by="ผู้ทดสอบ")
    listed = of_school(store)
    assert [visit.planned_on for visit in listed.planned] == [date(2026, 12, 15)]
    assert {each.rule.id: each.state for each in listed.dues} == {
        "yearly_visit": VisitState.PLANNED,
        "term_check": VisitState.PLANNED,
        "quality_check": VisitState.OWED,
    }


def test_recording_a_planned_visit_moves_it_to_those_done(store: Store) -> None:
    plan_visit(store, replace(VISIT, planned_on=TODAY), today=TODAY, by="ผู้ทดสอบ")
    (plan,) = of_school(store).planned
    record_visit(store, replace(plan, done_on=TODAY, outcome="ดูแล้ว"), today=TODAY, by="ผู้ทดสอบ")
    listed = of_school(store)
    assert listed.planned == ()
    assert [(visit.planned_on, visit.done_on, visit.outcome) for visit in listed.done] == [
        (TODAY, TODAY, "ดูแล้ว")
    ]


def test_a_visit_that_was_never_planned_can_be_recorded(store: Store) -> None:
    record_visit(store, replace(VISIT, done_on=TODAY - timedelta(30)), today=TODAY, by="ผู้ทดสอบ")
    assert [visit.done_on for visit in of_school(store).done] == [date(2026, 11, 1)]


def test_a_cancelled_plan_is_gone_and_the_visit_is_owed_again(store: Store) -> None:
    plan_visit(store, replace(VISIT, planned_on=TODAY), today=TODAY, by="ผู้ทดสอบ")
    (plan,) = of_school(store).planned
    cancel_visit(store, plan, by="ผู้ทดสอบ")
    listed = of_school(store)
    assert listed.planned == ()
    assert {each.state for each in listed.dues} == {VisitState.OWED}


def test_who_recorded_meanwhile_is_not_overwritten_by_a_cancellation(store: Store) -> None:
    plan_visit(store, replace(VISIT, planned_on=TODAY), today=TODAY, by="ผู้ทดสอบ")
    (plan,) = of_school(store).planned
    record_visit(store, replace(plan, done_on=TODAY), today=TODAY, by="คนแรก")
    with pytest.raises(EditConflict, match="คนแรก"):
        cancel_visit(store, plan, by="คนที่สอง")
    assert len(of_school(store).done) == 1


@pytest.mark.parametrize(
    ("visit", "told"),
    [
        (replace(VISIT, planned_on=None), "ยังไม่ได้เลือกวันที่"),
        (replace(VISIT, planned_on=TODAY - timedelta(1)), "30 พฤศจิกายน 2569"),
        (replace(VISIT, planned_on=date(2569, 12, 15)), "3 ปี"),
        (replace(VISIT, planned_on=TODAY, by_role=""), "ผู้ไป"),
        (replace(VISIT, planned_on=TODAY, purpose="เด็กชายทดสอบ ระบบดี"), "ชื่อนักเรียน"),
        (replace(VISIT, planned_on=TODAY, by_role="ชื่อคนหนึ่ง"), "บทบาท"),
    ],
)
def test_a_plan_that_cannot_be_kept_is_refused_and_nothing_is_saved(
    store: Store, visit: Visit, told: str
) -> None:
    with pytest.raises(WorkbenchError, match=told):
        plan_visit(store, visit, today=TODAY, by="ผู้ทดสอบ")
    assert of_school(store).planned == ()


def test_a_visit_of_tomorrow_is_not_recorded_today(store: Store) -> None:
    with pytest.raises(WorkbenchError, match="ยังไม่ถึง"):
        record_visit(store, replace(VISIT, done_on=TODAY + timedelta(1)), today=TODAY, by="ผู้ทดสอบ")
    assert of_school(store).done == ()


def test_a_school_outside_the_register_is_not_asked_about(store: Store) -> None:
    with pytest.raises(KeyError):
        visits_due(store, load_office_data(store), "00000000", TODAY)
