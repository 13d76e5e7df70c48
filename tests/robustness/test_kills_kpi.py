"""T3: kill −9 in a save of a KPI form — an answer, evidence with its file, a round — leaves old or new."""

import json
import random
from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import func, select

from lib.services.evidence import load_evidence_page
from lib.services.evidence_files import attach_file
from lib.storage.engine import Store, open_store, reading
from lib.storage.integrity import check_store
from lib.storage.schema import audit, kpi_rounds
from tests.robustness.figures import note, size
from tests.robustness.killed_kpi import (
    FORM,
    ITEM,
    YEAR,
    answer_forever,
    attach_forever,
    submit_forever,
    text_of,
)
from tests.robustness.killing import HAS_KILL, Work, work_until_killed

N_KILLS = size("KILLS_KPI", short=3, full=40)
_LONGEST_S = 0.15

pytestmark = pytest.mark.skipif(not HAS_KILL, reason="Windows has no kill -9")


@pytest.fixture
def store(any_database_url: str) -> Iterator[Store]:
    opened = open_store(any_database_url)
    attach_file(opened, FORM, YEAR, "1", b"%PDF-1.7 one", "คำสั่ง.pdf", kind="order", by="ก")
    yield opened
    opened.dispose()


def kill_often(store: Store, work: Work, actions: tuple[str, ...], still_whole: Callable[[], None]) -> str:
    """Kill the work again and again; every acknowledged act, and at most the one begun, is in the history."""
    chance = random.Random(2569)
    before, begun, done = acts(store, actions), 0, 0
    for _ in range(N_KILLS):
        more_begun, more_done = work_until_killed(work, store.url, begun, chance.uniform(0, _LONGEST_S))
        begun, done = begun + more_begun, done + more_done
        assert [result.faults for result in check_store(store) if not result.fine] == []
        assert done <= acts(store, actions) - before <= begun
        still_whole()
    return f"{begun} begun, {done} acknowledged: always the old or the new state, no fault found"


def acts(store: Store, actions: tuple[str, ...]) -> int:
    with reading(store) as session:
        query = select(func.count()).select_from(audit).where(audit.c.action.in_(actions))
        return int(session.execute(query).scalar_one())


def tell(store: Store, what: str, happened: str) -> None:
    note("T3", f"kills in {what} on {store.write_engine.dialect.name}", N_KILLS, happened)


def test_a_killed_answer_is_the_one_before_or_the_one_after(store: Store) -> None:
    def one_number_in_every_part() -> None:
        answer = load_evidence_page(store, FORM, YEAR).answers[ITEM]
        if answer.version == 0:
            return
        number = int(answer.fields["model"].split()[1])
        assert answer.fields["model"] == text_of(number)
        assert {answer.answer, *answer.sub_answers.values()} == {"yes" if number % 2 else "no"}

    tell(
        store, "an answer", kill_often(store, answer_forever, ("save_kpi_answer",), one_number_in_every_part)
    )


def test_killed_evidence_has_its_file_or_is_not_there(store: Store) -> None:
    made = ("attach_kpi_evidence", "replace_kpi_evidence", "remove_kpi_evidence", "return_kpi_evidence")

    def the_first_evidence_stands() -> None:
        (kept,) = load_evidence_page(store, FORM, YEAR).files_of("1")
        assert kept.file_name == "คำสั่ง.pdf"

    tell(store, "evidence with its file", kill_often(store, attach_forever, made, the_first_evidence_stands))


def test_a_killed_round_is_in_the_state_before_or_after_and_a_closed_one_never_changed(store: Store) -> None:
    made = ("kpi_round_open", "kpi_round_submitted", "kpi_round_frozen")
    closed: dict[int, str] = {}

    def closed_reports_stand() -> None:
        with reading(store) as session:
            rows = session.execute(select(kpi_rounds)).all()
        frozen = {
            row.edition: json.dumps(row.snapshot, sort_keys=True) for row in rows if row.status == "frozen"
        }
        assert closed.items() <= frozen.items()
        closed.update(frozen)
        assert all(bool(row.snapshot) == (row.status != "open") for row in rows)

    tell(store, "a round", kill_often(store, submit_forever, made, closed_reports_stand))
    assert closed or N_KILLS < 10
