from collections.abc import Iterator
from datetime import date

import pytest

from lib.domain.evidence import Answer
from lib.services.evidence_edits import save_answer
from lib.services.evidence_rounds import submit_round
from lib.services.report_kpi import collect_kpi
from lib.storage.engine import Store, open_store

TODAY = date(2026, 2, 1)


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = open_store(database_url)
    yield opened
    opened.dispose()


def test_a_year_without_a_begun_form_tells_nothing(store: Store) -> None:
    assert collect_kpi(store, 2569, today=TODAY) == ()


def test_only_forms_that_were_begun_are_told(store: Store) -> None:
    save_answer(store, "ktpn_plan", 2569, "acted", Answer("yes", {}), by="ก")
    assert [form.form_id for form in collect_kpi(store, 2569, today=TODAY)] == ["ktpn_plan"]


def test_a_round_handed_in_is_told_as_it_was(store: Store) -> None:
    save_answer(store, "ars46", 2569, "2", Answer("no", {}), by="ก")
    submit_round(store, "ars46", 2569, "6", by="ก")
    # Nothing was counted, so the item may still be completed for a later round.
    save_answer(store, "ars46", 2569, "2", Answer("yes", {"model": "กระบวนการ 5 ขั้น"}, version=1), by="ก")
    (form,) = collect_kpi(store, 2569, today=TODAY)
    assert form.focus_round.name == "รอบ 6 เดือน"
    assert form.focus_round.is_reported
    assert form.focus_round.level == 0
    assert [line.number for line in form.evidence] == [1, 2]
    assert form.evidence[1].answer == "ไม่มี"


def test_before_any_round_is_handed_in_the_one_of_today_is_told(store: Store) -> None:
    save_answer(store, "ars46", 2569, "1", Answer("yes", {}), by="ก")
    (form,) = collect_kpi(store, 2569, today=date(2026, 5, 1))
    assert form.focus_round.name == "รอบ 9 เดือน"
    assert not form.focus_round.is_reported
    assert form.focus_round.arithmetic.startswith("คะแนน 0 × น้ำหนักร้อยละ 2.00")
