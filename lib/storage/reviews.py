"""What people decided about findings, versioned, with every earlier decision in the history."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NotRequired, TypedDict, cast

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from lib.domain.findings import RECIPIENTS, Number, Recommendation, Review, ReviewStatus
from lib.errors import EditConflict
from lib.storage import audit
from lib.storage.schema import audit as history
from lib.storage.schema import reviews
from lib.storage.versioned import save_versioned

_SAVED, _UNSAVED, _ORDERED = "review", "review_unsaved", "review_order"


class _Written(TypedDict):
    """Columns of a decision, as in a row and as the history keeps them; older history has no ``numbers``."""

    status: ReviewStatus
    sentence: str
    reason: str
    recommendation: str
    recommend_to: str
    note: str
    numbers_hash: str
    numbers: NotRequired[dict[str, Number]]
    sort_order: NotRequired[int]


@dataclass(frozen=True, slots=True)
class PastDecision:
    """One line of the history of a finding; ``saved`` is false where somebody else had been faster."""

    at: datetime
    by: str
    review: Review
    saved: bool


def load_reviews(session: Session) -> dict[str, Review]:
    """finding id → the decision that holds."""
    return {
        row["finding_id"]: _review(
            row["finding_id"],
            cast(_Written, row),
            version=row["version"],
            by=row["saved_by"],
            at=row["saved_at"].isoformat(),
        )
        for row in session.execute(select(reviews)).mappings()
    }


def load_past_decisions(session: Session, finding_id: str) -> tuple[PastDecision, ...]:
    """Every decision about a finding, the newest first, with those that came too late to be saved."""
    lines = session.execute(
        select(history.c.at, history.c.by, history.c.action, history.c.detail)
        .where(history.c.subject == finding_id, history.c.action.in_((_SAVED, _UNSAVED)))
        .order_by(history.c.audit_id.desc())
    )
    return tuple(
        PastDecision(line.at, line.by, _review(finding_id, line.detail), line.action == _SAVED)
        for line in lines
    )


def save_review(session: Session, review: Review, *, by: str) -> int:
    """Save a decision; ``review.version`` is the version the person had before them.

    The place in the report is set with a first decision and by :func:`save_order` only.

    Returns:
        The new version.

    Raises:
        EditConflict: somebody decided meanwhile.
    """
    values = dict(_values(review))
    first = {"sort_order": review.order} if review.version == 0 else {}
    version = save_versioned(
        session,
        reviews,
        {"finding_id": review.finding_id},
        values | first,
        seen_version=review.version,
        by=by,
    )
    audit.record(session, by=by, action=_SAVED, subject=review.finding_id, detail=values)
    return version


def keep_unsaved(session: Session, review: Review, *, by: str) -> None:
    """Keep in the history what somebody wrote while another decided; it is no decision."""
    audit.record(session, by=by, action=_UNSAVED, subject=review.finding_id, detail=dict(_values(review)))


def save_order(session: Session, domain: str, placed: Sequence[Review], *, by: str) -> None:
    """Give decisions their places in the report, 1 and on in the order given; no decision is touched.

    Args:
        placed: the decisions as the person saw them.

    Raises:
        EditConflict: somebody decided about one of them or moved it meanwhile; no place was changed.
    """
    for place, review in enumerate(placed, start=1):
        seen = (
            reviews.c.finding_id == review.finding_id,
            reviews.c.version == review.version,
            reviews.c.sort_order == review.order,
        )
        moved = session.execute(update(reviews).where(*seen).values(sort_order=place))
        if moved.rowcount == 0:  # type: ignore[attr-defined]
            raise EditConflict(
                "มีผู้จัดลำดับหรือพิจารณาข้อในด้านนี้หลังจากที่เปิดหน้าต่างนี้ จึงยังไม่ได้บันทึกลำดับ", "เปิดหน้าต่างใหม่แล้วจัดลำดับอีกครั้ง"
            )
    ids = [review.finding_id for review in placed]
    audit.record(session, by=by, action=_ORDERED, subject=domain, detail={"finding_ids": ids})


def _values(review: Review) -> _Written:
    advice = [{"to": each.to, "text": each.text} for each in review.recommendations]
    return {
        "status": review.status,
        "sentence": review.sentence_text,
        "reason": review.reason,
        "recommendation": json.dumps(advice, ensure_ascii=False) if advice else "",
        "recommend_to": ", ".join(each.to for each in review.recommendations if each.to),
        "note": review.note,
        "numbers_hash": review.numbers_hash,
        "numbers": dict(review.numbers),
    }


def _review(finding_id: str, values: _Written, *, version: int = 0, by: str = "", at: str = "") -> Review:
    return Review(
        finding_id=finding_id,
        status=values["status"],
        sentence_text=values["sentence"],
        reason=values["reason"],
        recommendations=_recommendations(values["recommendation"], values["recommend_to"]),
        note=values["note"],
        order=values.get("sort_order", 0),
        numbers_hash=values["numbers_hash"],
        numbers=tuple(sorted(values.get("numbers", {}).items())),
        version=version,
        by=by,
        at=at,
    )


def _recommendations(text: str, to: str) -> tuple[Recommendation, ...]:
    """A list per recipient; rows of earlier versions hold one text and one recipient."""
    if not text:
        return ()
    try:
        found = json.loads(text)
        listed = tuple(Recommendation(each["to"], each["text"]) for each in found)
    except (ValueError, TypeError, KeyError):
        return (Recommendation(next((each for each in RECIPIENTS if each == to), ""), text),)
    return tuple(sorted(listed, key=lambda each: RECIPIENTS.index(each.to)))
