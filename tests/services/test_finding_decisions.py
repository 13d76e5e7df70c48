"""A decision is made on figures: it needs its reason, and it waits again when they change."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from lib.domain.findings import Finding, Review
from lib.domain.periods import Period, PeriodKind
from lib.errors import EditConflict, WorkbenchError
from lib.services.finding_decisions import (
    accept_all,
    bind_text,
    decide,
    decision_now,
    earlier_decisions,
    keep_decision,
    put_in_order,
)
from lib.services.findings import ReviewedFinding, join_reviews, matches, report_place
from lib.storage.engine import Store, open_store, writing
from lib.storage.reviews import save_review

YEAR = Period(PeriodKind.ACADEMIC_YEAR, 2567)
FINDING = Finding(
    "f1", "school", "10990001", "บ้านสมมติ 1", "academic", "academic.onet_p6_math", "strength", 1, "S1", YEAR,
    "ประโยคจากกฎ [S1]", (("ผล", 50.5),),
)  # fmt: skip
OTHER = replace(FINDING, id="f2", scope="area", scope_id="", scope_name="เขต", sentence="ประโยคที่สอง [S1]")
FIGURED = replace(
    FINDING,
    sentence="โรงเรียนบ้านสมมติ 1 คณิตศาสตร์ ปีการศึกษา 2567 อยู่ที่ ร้อยละ 62.10 (ผู้เรียน 1,234 คน) (กฎ R1)",
    numbers=(("n", 1234), ("value", 62.1)),
)
NEW_FIGURES = replace(
    FIGURED,
    sentence="โรงเรียนบ้านสมมติ 1 คณิตศาสตร์ ปีการศึกษา 2567 อยู่ที่ ร้อยละ 65.00 (ผู้เรียน 1,300 คน) (กฎ R1)",
    numbers=(("n", 1300), ("value", 65.0)),
)


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


def test_what_came_too_late_is_kept_beside_the_decision(store: Store) -> None:
    decide(store, FINDING, Review("f1", "edited", sentence_text="ของ ก"), by="ก")
    with pytest.raises(EditConflict):
        decide(store, FINDING, Review("f1", "edited", sentence_text="ของ ข"), by="ข")
    assert [(each.by, each.sentence, each.saved) for each in earlier_decisions(store, FINDING)] == [
        ("ข", "ของ ข", False),
        ("ก", "ของ ก", True),
    ]
    assert decision_now(store, FINDING).by == "ก"


def test_the_history_tells_who_decided_what_and_why(store: Store) -> None:
    decide(store, FIGURED, Review("f1", "rejected", reason="ข้อมูลไม่ครบ"), by="ก")
    edited = Review("f1", "edited", sentence_text="ได้ร้อยละ 62.10", version=1)
    decide(store, FIGURED, edited, by="ข")
    newest, oldest = earlier_decisions(store, NEW_FIGURES)
    assert (oldest.by, oldest.status, oldest.reason) == ("ก", "rejected", "ข้อมูลไม่ครบ")
    assert (newest.by, newest.status, newest.sentence) == ("ข", "edited", "ได้ร้อยละ 62.10")


def test_an_edited_sentence_shows_the_figures_of_today_and_is_asked_again(store: Store) -> None:
    decide(store, FIGURED, Review("f1", "edited", sentence_text="ได้ร้อยละ 62.10 จาก 1,234 คน"), by="ก")
    (each,) = seen(store, NEW_FIGURES)
    assert each.sentence == "ได้ร้อยละ 65.00 จาก 1,300 คน"
    assert each.stale
    assert dict(each.review.numbers) == {"value": 62.1, "n": 1234}


def test_a_decision_can_be_kept_on_the_new_figures(store: Store) -> None:
    decide(store, FIGURED, Review("f1", "edited", sentence_text="ได้ร้อยละ 62.10"), by="ก")
    keep_decision(store, seen(store, NEW_FIGURES)[0], by="ข")
    (each,) = seen(store, NEW_FIGURES)
    assert (each.stale, each.enters_report, each.sentence) == (False, True, "ได้ร้อยละ 65.00")


def test_a_sentence_with_a_figure_that_is_gone_cannot_be_kept(store: Store) -> None:
    decide(store, FIGURED, Review("f1", "edited", sentence_text="จาก 1,234 คน"), by="ก")
    gone = replace(FIGURED, numbers=(("value", 62.1),), sentence="ปีการศึกษา 2567 ร้อยละ 62.10 (กฎ R1)")
    with pytest.raises(WorkbenchError, match="จำนวนที่เป็นฐาน"):
        keep_decision(store, seen(store, gone)[0], by="ก")
    assert seen(store, gone)[0].stale


def test_a_figure_that_is_none_of_the_data_is_not_saved_unasked(store: Store) -> None:
    wrong = Review("f1", "edited", sentence_text="ได้ร้อยละ 55")
    with pytest.raises(WorkbenchError, match="55"):
        decide(store, FIGURED, wrong, by="ก")
    assert seen(store, FIGURED)[0].review.version == 0
    (asked,) = bind_text(FIGURED, wrong.sentence_text, Review("f1")).asked
    decide(store, FIGURED, wrong, by="ก", answers={asked.start: "value"})
    assert seen(store, FIGURED)[0].sentence == "ได้ร้อยละ 62.10"


def test_a_text_saved_before_figures_were_bound_stands_as_it_was(store: Store) -> None:
    with writing(store) as session:
        old = Review("f1", "edited", sentence_text="ได้ร้อยละ 62.10 {ก}", numbers_hash=FIGURED.numbers_hash)
        save_review(session, old, by="ก")
    assert seen(store, FIGURED)[0].sentence == "ได้ร้อยละ 62.10 {ก}"
    (each,) = seen(store, NEW_FIGURES)
    assert each.stale
    with pytest.raises(WorkbenchError, match=r"62\.10"):
        keep_decision(store, each, by="ก")


def test_accept_all_takes_only_what_nobody_decided(store: Store) -> None:
    decide(store, FINDING, Review("f1", "rejected", reason="ข้อมูลไม่ครบ"), by="ก")
    assert accept_all(store, seen(store, FINDING, OTHER), by="ก").n_accepted == 1
    assert [each.review.status for each in seen(store, FINDING, OTHER)] == ["rejected", "accepted"]


def test_accept_all_leaves_what_somebody_decided_meanwhile_and_names_it(store: Store) -> None:
    before = seen(store, FINDING, OTHER)
    decide(store, OTHER, Review("f2", "rejected", reason="ข้อมูลไม่ครบ"), by="สมหญิง")
    done = accept_all(store, before, by="ก")
    assert done.n_accepted == 1
    (told,) = done.not_accepted
    assert OTHER.sentence in told
    assert "สมหญิง" in told
    assert [each.review.status for each in seen(store, FINDING, OTHER)] == ["accepted", "rejected"]


def test_the_report_follows_the_order_that_people_gave(store: Store) -> None:
    accept_all(store, seen(store, FINDING, OTHER), by="ก")
    first, second = seen(store, FINDING, OTHER)
    put_in_order(store, "academic", (second, first), by="ข")
    ordered = sorted(seen(store, FINDING, OTHER), key=report_place)
    assert [each.finding.id for each in ordered] == ["f2", "f1"]
    assert ordered[0].review.by == "ก"


def test_what_nobody_put_in_order_stands_behind(store: Store) -> None:
    decide(store, FINDING, Review("f1", "accepted"), by="ก")
    decide(store, OTHER, Review("f2", "accepted", order=1), by="ก")
    ordered = sorted(seen(store, FINDING, OTHER), key=report_place)
    assert [each.finding.id for each in ordered] == ["f2", "f1"]


def test_the_second_of_two_who_put_in_order_is_told_and_changes_nothing(store: Store) -> None:
    accept_all(store, seen(store, FINDING, OTHER), by="ก")
    first, second = seen(store, FINDING, OTHER)
    put_in_order(store, "academic", (second, first), by="ข")
    with pytest.raises(EditConflict, match="ลำดับ"):
        put_in_order(store, "academic", (first, second), by="ก")
    assert [each.review.order for each in seen(store, FINDING, OTHER)] == [2, 1]


def test_deciding_again_keeps_the_place_in_the_report(store: Store) -> None:
    accept_all(store, seen(store, FINDING, OTHER), by="ก")
    first, second = seen(store, FINDING, OTHER)
    put_in_order(store, "academic", (second, first), by="ข")
    decide(store, FINDING, Review("f1", "accepted", note="x", version=1), by="ก")
    assert seen(store, FINDING)[0].review.order == 2
