"""What people decided about findings, versioned, with every earlier decision in the history."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.domain.findings import Review
from lib.storage import audit
from lib.storage.schema import reviews
from lib.storage.versioned import save_versioned


def load_reviews(session: Session) -> dict[str, Review]:
    """finding id → the decision that holds."""
    found = {}
    for row in session.execute(select(reviews)).mappings():
        found[row["finding_id"]] = Review(
            finding_id=row["finding_id"],
            status=row["status"],
            sentence_text=row["sentence"],
            reason=row["reason"],
            recommendation=row["recommendation"],
            recommend_to=row["recommend_to"],
            note=row["note"],
            order=row["sort_order"],
            numbers_hash=row["numbers_hash"],
            version=row["version"],
            by=row["saved_by"],
            at=row["saved_at"].isoformat(),
        )
    return found


def save_review(session: Session, review: Review, *, by: str) -> int:
    """Save a decision; ``review.version`` is the version the person had before them.

    Returns:
        The new version.

    Raises:
        EditConflict: somebody decided meanwhile.
    """
    values = {
        "status": review.status,
        "sentence": review.sentence_text,
        "reason": review.reason,
        "recommendation": review.recommendation,
        "recommend_to": review.recommend_to,
        "note": review.note,
        "sort_order": review.order,
        "numbers_hash": review.numbers_hash,
    }
    version = save_versioned(
        session, reviews, {"finding_id": review.finding_id}, values, seen_version=review.version, by=by
    )
    audit.record(session, by=by, action="review", subject=review.finding_id, detail=values)
    return version
