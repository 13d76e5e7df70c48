"""Visits in both databases: entered, changed, removed, and never over another's save."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from lib.domain.schools import School
from lib.domain.visits import Visit, VisitKind
from lib.errors import EditConflict
from lib.storage import audit
from lib.storage.engine import Store, open_store, reading, writing
from lib.storage.schema import audit as history
from lib.storage.schools import save_schools
from lib.storage.visits import load_visits, remove_visit, save_visit

PLAN = Visit(0, "99010001", VisitKind.SUPERVISION, planned_on=date(2026, 12, 15), by_role="ศึกษานิเทศก์")


@pytest.fixture
def store(any_database_url: str) -> Iterator[Store]:
    opened = open_store(any_database_url)
    with writing(opened) as session:
        save_schools(session, [School(f"9901000{n}", f"บ้านทดสอบ {n}") for n in (1, 2)])
    yield opened
    opened.dispose()


def saved(store: Store, visit: Visit) -> Visit:
    with writing(store) as session:
        visit_id = save_visit(session, visit, action="visit_plan", by="ผู้ทดสอบ")
    with reading(store) as session:
        return next(each for each in load_visits(session) if each.visit_id == visit_id)


def test_a_visit_comes_back_as_it_was_entered(store: Store) -> None:
    kept = saved(store, PLAN)
    assert kept == replace(PLAN, visit_id=kept.visit_id, version=1)


def test_a_day_that_is_not_known_stays_unknown(store: Store) -> None:
    assert saved(store, PLAN).done_on is None


def test_a_school_sees_its_own_visits_only(store: Store) -> None:
    kept = saved(store, PLAN)
    saved(store, replace(PLAN, school_id="99010002"))
    with reading(store) as session:
        assert load_visits(session, "99010001") == (kept,)


def test_the_second_of_two_editors_is_told_and_changes_nothing(store: Store) -> None:
    kept = saved(store, PLAN)
    first = saved(store, replace(kept, purpose="อ่านออกเขียนได้"))
    with pytest.raises(EditConflict), writing(store) as session:
        save_visit(session, replace(kept, purpose="การเงิน"), action="visit_plan", by="อีกคน")
    with reading(store) as session:
        assert load_visits(session) == (first,)


def test_a_visit_somebody_changed_is_not_removed(store: Store) -> None:
    kept = saved(store, PLAN)
    changed = saved(store, replace(kept, purpose="อ่านออกเขียนได้"))
    with pytest.raises(EditConflict), writing(store) as session:
        remove_visit(session, kept, by="อีกคน")
    with reading(store) as session:
        assert load_visits(session) == (changed,)


def test_a_removed_visit_stays_in_the_history(store: Store) -> None:
    kept = saved(store, PLAN)
    with writing(store) as session:
        remove_visit(session, kept, by="ผู้ทดสอบ")
    with reading(store) as session:
        assert load_visits(session) == ()
        last = session.execute(select(history).order_by(history.c.audit_id.desc())).mappings().first()
    assert last is not None
    assert (last["action"], last["detail"]["planned_on"]) == ("visit_cancel", "2026-12-15")


def test_a_visit_changes_no_figure_and_so_no_cache(store: Store) -> None:
    with reading(store) as session:
        before = audit.data_version(session)
    saved(store, PLAN)
    with reading(store) as session:
        assert audit.data_version(session) == before
        assert audit.history_version(session) > before
