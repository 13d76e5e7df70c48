"""Decisions come back as they were saved, those of earlier versions of the program too."""

from datetime import UTC, datetime

from sqlalchemy import insert

from lib.domain.findings import Recommendation, Review
from lib.storage import audit
from lib.storage.engine import Store, reading, writing
from lib.storage.reviews import (
    keep_unsaved,
    load_past_decisions,
    load_reviews,
    save_order,
    save_review,
)
from lib.storage.schema import reviews

REVIEW = Review(
    "f1",
    "edited",
    "ได้ร้อยละ {value}",
    "",
    (Recommendation("สถานศึกษา", "จัดซ่อมเสริม"), Recommendation("สพท.", "นิเทศรายโรงเรียน")),
    "บันทึก",
    3,
    "h1",
    (("n", 12), ("value", 62.1)),
)


def loaded(store: Store, finding_id: str = "f1") -> Review:
    with reading(store) as session:
        return load_reviews(session)[finding_id]


def save(store: Store, review: Review, by: str = "ก") -> None:
    with writing(store) as session:
        save_review(session, review, by=by)


def test_a_review_comes_back_as_it_was_saved(store: Store) -> None:
    save(store, REVIEW)
    found = loaded(store)
    assert (found.status, found.sentence_text, found.note, found.order) == (
        "edited", "ได้ร้อยละ {value}", "บันทึก", 3,
    )  # fmt: skip
    assert found.recommendations == REVIEW.recommendations
    assert found.numbers == REVIEW.numbers
    assert (found.version, found.by) == (1, "ก")


def test_recommendations_come_back_in_the_order_of_their_recipients(store: Store) -> None:
    save(store, Review("f1", "accepted", recommendations=REVIEW.recommendations[::-1]))
    assert loaded(store).recommendations == REVIEW.recommendations


def test_a_row_of_an_earlier_version_has_one_recommendation_and_no_figures(store: Store) -> None:
    with writing(store) as session:
        row = {
            "finding_id": "f1", "status": "accepted", "sentence": "", "reason": "", "note": "",
            "recommendation": "[ด่วน] จัดนิเทศ", "recommend_to": "สพท.", "sort_order": 0, "numbers_hash": "h",
        }  # fmt: skip
        stamp = {"version": 1, "saved_at": datetime.now(UTC), "saved_by": "ก"}
        session.execute(insert(reviews).values(**row, **stamp))
    found = loaded(store)
    assert found.recommendations == (Recommendation("สพท.", "[ด่วน] จัดนิเทศ"),)
    assert found.numbers == ()


def test_a_recommendation_of_an_earlier_version_may_name_nobody(store: Store) -> None:
    with writing(store) as session:
        row = {
            "finding_id": "f1", "status": "accepted", "sentence": "", "reason": "", "note": "",
            "recommendation": "2567", "recommend_to": "", "sort_order": 0, "numbers_hash": "h",
        }  # fmt: skip
        stamp = {"version": 1, "saved_at": datetime.now(UTC), "saved_by": "ก"}
        session.execute(insert(reviews).values(**row, **stamp))
    assert loaded(store).recommendations == (Recommendation("", "2567"),)


def test_the_history_has_what_was_saved_and_what_came_too_late(store: Store) -> None:
    save(store, REVIEW)
    with writing(store) as session:
        keep_unsaved(session, Review("f1", "rejected", reason="ซ้ำ"), by="ข")
    with reading(store) as session:
        late, saved = load_past_decisions(session, "f1")
    assert (late.by, late.review.reason, late.saved) == ("ข", "ซ้ำ", False)
    assert (saved.by, saved.review.recommendations, saved.saved) == ("ก", REVIEW.recommendations, True)


def test_a_line_of_history_older_than_the_figures_is_read(store: Store) -> None:
    detail = {
        "status": "accepted", "sentence": "", "reason": "", "recommendation": "ก", "recommend_to": "",
        "note": "", "sort_order": 2, "numbers_hash": "h",
    }  # fmt: skip
    with writing(store) as session:
        audit.record(session, by="ก", action="review", subject="f1", detail=detail)
    with reading(store) as session:
        (past,) = load_past_decisions(session, "f1")
    assert (past.review.numbers, past.review.recommendations) == ((), (Recommendation("", "ก"),))


def test_putting_in_order_changes_no_decision(store: Store) -> None:
    save(store, REVIEW)
    before = loaded(store)
    with writing(store) as session:
        save_order(session, "academic", [before], by="ข")
    after = loaded(store)
    assert (after.order, after.version, after.by, after.at) == (1, before.version, "ก", before.at)
