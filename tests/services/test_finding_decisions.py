"""A decision is made on figures: it needs its reason, and it waits again when they change."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from lib.domain.findings import Finding, Review
from lib.domain.periods import Period, PeriodKind
from lib.errors import EditConflict, WorkbenchError
from lib.services.finding_decisions import accept_all, decide
from lib.services.findings import ReviewedFinding, join_reviews, matches
from lib.storage.engine import Store, open_store

YEAR = Period(PeriodKind.ACADEMIC_YEAR, 2567)
FINDING = Finding(
    "f1", "school", "10990001", "บ้านสมมติ 1", "academic", "academic.onet_p6_math", "strength", 1, "S1", YEAR,
    "ประโยคจากกฎ [S1]", (("ผล", 50.5),),
)  # fmt: skip
OTHER = replace(FINDING, id="f2", scope="area", scope_id="", scope_name="เขต")


@pytest.fixture
def store(any_database_url: str) -> Iterator[Store]:
    opened = open_store(any_database_url)
    yield opened
    opened.dispose()


def seen(store: Store, *findings: Finding) -> tuple[ReviewedFinding, ...]:
    return join_reviews(store, findings or (FINDING,), ()).findings


def test_a_finding_nobody_looked_at_waits_and_stays_out_of_the_report(store: Store) -> None:
    (each,) = seen(store)
    assert (each.waits, each.enters_report, each.stale) == (True, False, False)
    assert matches(each, "open")


def test_an_accepted_finding_enters_the_report_with_the_rule_s_sentence(store: Store) -> None:
    decide(store, FINDING, Review("f1", "accepted"), by="ก")
    (each,) = seen(store)
    assert each.enters_report
    assert each.sentence == FINDING.sentence
    assert matches(each, "in")


def test_an_edited_sentence_is_the_one_that_counts(store: Store) -> None:
    decide(store, FINDING, Review("f1", "edited", sentence_text="ประโยคของคณะทำงาน"), by="ก")
    assert seen(store)[0].sentence == "ประโยคของคณะทำงาน"


@pytest.mark.parametrize(
    "review", [Review("f1", "rejected"), Review("f1", "rejected", reason="  "), Review("f1", "edited")]
)
def test_a_rejection_needs_a_reason_and_an_edit_a_sentence(store: Store, review: Review) -> None:
    with pytest.raises(WorkbenchError):
        decide(store, FINDING, review, by="ก")
    assert seen(store)[0].review.version == 0


def test_a_rejected_finding_stays_out(store: Store) -> None:
    decide(store, FINDING, Review("f1", "rejected", reason="ข้อมูลไม่ครบ"), by="ก")
    (each,) = seen(store)
    assert not each.enters_report
    assert matches(each, "rejected")


def test_a_decision_waits_again_once_its_figures_have_changed(store: Store) -> None:
    decide(store, FINDING, Review("f1", "accepted"), by="ก")
    (each,) = seen(store, replace(FINDING, numbers=(("ผล", 51.0),)))
    assert each.stale
    assert each.waits
    assert not each.enters_report


def test_a_decision_holds_while_the_figures_do(store: Store) -> None:
    decide(store, FINDING, Review("f1", "accepted"), by="ก")
    assert not seen(store, replace(FINDING, sentence="ถ้อยคำใหม่ของกฎ [S1]"))[0].stale


def test_the_second_of_two_who_decide_is_told(store: Store) -> None:
    decide(store, FINDING, Review("f1", "accepted"), by="ก")
    with pytest.raises(EditConflict, match="ก"):
        decide(store, FINDING, Review("f1", "rejected", reason="x"), by="ข")
    assert seen(store)[0].review.status == "accepted"


def test_accept_all_takes_only_what_nobody_decided(store: Store) -> None:
    decide(store, FINDING, Review("f1", "rejected", reason="ข้อมูลไม่ครบ"), by="ก")
    assert accept_all(store, seen(store, FINDING, OTHER), by="ก") == 1
    assert [each.review.status for each in seen(store, FINDING, OTHER)] == ["rejected", "accepted"]


def test_accept_all_is_one_action_that_a_conflict_undoes_whole(store: Store) -> None:
    before = seen(store, FINDING, OTHER)
    decide(store, OTHER, Review("f2", "accepted"), by="ข")
    with pytest.raises(EditConflict):
        accept_all(store, before, by="ก")
    assert [each.review.status for each in seen(store, FINDING, OTHER)] == ["new", "accepted"]
