"""What people decide about findings: accept, edit, reject, each on the figures as they are."""

from dataclasses import replace

from lib.domain.findings import Finding, Review
from lib.errors import WorkbenchError
from lib.services.findings import ReviewedFinding
from lib.storage.engine import Store, writing
from lib.storage.reviews import save_review


def decide(store: Store, finding: Finding, review: Review, *, by: str) -> int:
    """Save a decision on the figures as they are now.

    Args:
        review: ``version`` as the person saw it.

    Raises:
        WorkbenchError: a rejection without a reason, or an edit without a sentence.
        EditConflict: somebody decided meanwhile.
    """
    if review.status == "rejected" and not review.reason.strip():
        raise WorkbenchError("ยังไม่ได้ระบุเหตุผลที่ไม่รับข้อค้นพบนี้ จึงยังไม่ได้บันทึก", "พิมพ์เหตุผลสั้น ๆ แล้วบันทึกอีกครั้ง")
    if review.status == "edited" and not review.sentence_text.strip():
        raise WorkbenchError("ข้อความที่แก้ไขว่างอยู่ จึงยังไม่ได้บันทึก", "พิมพ์ข้อความ หรือเลือกรับข้อความเดิม")
    with writing(store) as session:
        return save_review(session, replace(review, numbers_hash=finding.numbers_hash), by=by)


def accept_all(store: Store, findings: tuple[ReviewedFinding, ...], *, by: str) -> int:
    """Accept every finding that nobody has decided about yet; one transaction.

    Returns:
        How many were accepted.
    """
    waiting = [each for each in findings if each.review.status == "new"]
    with writing(store) as session:
        for each in waiting:
            accepted = replace(each.review, status="accepted", numbers_hash=each.finding.numbers_hash)
            save_review(session, accepted, by=by)
    return len(waiting)
