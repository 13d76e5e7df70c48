"""What people decide about findings: accept, edit, reject, each on the figures as they are."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from lib.domain.figure_names import label_of, print_number
from lib.domain.finding_binding import Bound, bind
from lib.domain.finding_figures import gone_figures, printed_figures, stored_parts
from lib.domain.finding_text import fill, write_parts
from lib.domain.findings import Finding, Review, ReviewStatus
from lib.errors import EditConflict, WorkbenchError
from lib.services.findings import ReviewedFinding
from lib.storage.engine import Store, reading, writing
from lib.storage.reviews import (
    keep_unsaved,
    load_past_decisions,
    load_reviews,
    save_order,
    save_review,
)
from lib.thai.dates import format_moment


@dataclass(frozen=True, slots=True)
class AcceptedAll:
    """How many were accepted, and which were not because somebody decided about them meanwhile."""

    n_accepted: int
    not_accepted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EarlierDecision:
    """A line of the history in words; ``sentence`` has the figures as they were, empty for the rule's own."""

    when: str
    by: str
    status: ReviewStatus
    sentence: str
    reason: str
    recommendations: tuple[str, ...]
    saved: bool


def bind_text(finding: Finding, text: str, before: Review, answers: Mapping[int, str] | None = None) -> Bound:
    """Bind the figures of an edited sentence to the data; what is asked must be answered before saving.

    Args:
        before: the decision that held when the person began to edit.
        answers: as of :func:`lib.domain.finding_binding.bind`.
    """
    return bind(text, finding, stored_parts(before) if before.sentence_text else (), answers)


def decide(
    store: Store,
    finding: Finding,
    review: Review,
    *,
    by: str,
    before: Review | None = None,
    answers: Mapping[int, str] | None = None,
) -> int:
    """Save a decision on the figures as they are now.

    Args:
        review: ``version`` as the person saw it; ``sentence_text`` as the person wrote it.
        before / answers: see :func:`bind_text`.

    Raises:
        WorkbenchError: a rejection without a reason, an edit without a sentence, or one with a figure that is
            none of the data and that nobody has spoken for.
        EditConflict: somebody decided meanwhile; what was written is kept in the history.
    """
    if review.status == "rejected" and not review.reason.strip():
        raise WorkbenchError("ยังไม่ได้ระบุเหตุผลที่ไม่รับข้อค้นพบนี้ จึงยังไม่ได้บันทึก", "เลือกหรือพิมพ์เหตุผลสั้น ๆ แล้วบันทึกอีกครั้ง")
    text = review.sentence_text.strip()
    if review.status == "edited" and not text:
        raise WorkbenchError("ข้อความที่แก้ไขว่างอยู่ จึงยังไม่ได้บันทึก", "พิมพ์ข้อความ หรือเลือกรับข้อความเดิม")
    bound = bind_text(finding, text, before or Review(finding.id), answers)
    if bound.asked:
        figures = ", ".join(each.text for each in bound.asked)
        raise WorkbenchError(
            f"ตัวเลขหรือคำเปรียบเทียบนี้ไม่ตรงกับข้อมูล: {figures} จึงยังไม่ได้บันทึก",
            "เลือกให้แต่ละตัวว่าเป็นข้อความของผู้เขียน หรือใช้ตัวเลขของข้อมูล",
        )
    return _save(store, finding, replace(review, sentence_text=write_parts(bound.parts)), by=by)


def keep_decision(store: Store, each: ReviewedFinding, *, by: str) -> int:
    """Let a decision stand on the figures as they are now; an edited sentence shows the new ones.

    Raises:
        WorkbenchError: the person's sentence names a figure that the data no longer give, or was written
            before figures were bound and has others than the data.
        EditConflict: somebody decided meanwhile.
    """
    gone = gone_figures(each.finding, each.review)
    if gone:
        names = ", ".join(label_of(name) for name in gone)
        raise WorkbenchError(
            f"ข้อความที่แก้ไว้ใช้ตัวเลขที่ไม่มีแล้ว: {names} จึงยังไม่ได้บันทึก", "แก้ข้อความใหม่ในช่องด้านล่าง แล้วบันทึก"
        )
    if each.review.sentence_text and not each.review.numbers:
        return decide(store, each.finding, each.review, by=by)
    return _save(store, each.finding, each.review, by=by)


def accept_all(store: Store, findings: tuple[ReviewedFinding, ...], *, by: str) -> AcceptedAll:
    """Accept every finding that nobody has decided about yet; one transaction.

    Those that somebody decided about meanwhile stay as that person decided; the others are accepted.
    """
    n_accepted, not_accepted = 0, []
    with writing(store) as session:
        for each in findings:
            if each.review.status != "new":
                continue
            try:
                save_review(
                    session, _on_figures(replace(each.review, status="accepted"), each.finding), by=by
                )
                n_accepted += 1
            except EditConflict as conflict:
                not_accepted.append(
                    f"ไม่ได้รับข้อนี้เพราะมีผู้พิจารณาก่อน: {each.finding.sentence} ({conflict.message})"
                )
    return AcceptedAll(n_accepted, tuple(not_accepted))


def put_in_order(store: Store, domain: str, findings: tuple[ReviewedFinding, ...], *, by: str) -> None:
    """Let the report tell the accepted findings of a domain in this order.

    Raises:
        EditConflict: somebody decided or put in order meanwhile; nothing was changed.
    """
    with writing(store) as session:
        save_order(session, domain, [each.review for each in findings], by=by)


def set_aside(store: Store, finding: Finding, review: Review, *, by: str) -> None:
    """Keep in the history what somebody wrote and left for another person's decision."""
    with writing(store) as session:
        keep_unsaved(session, _on_figures(review, finding), by=by)


def decision_now(store: Store, finding: Finding) -> Review:
    """The decision that holds at this moment, whatever the page was drawn with."""
    with reading(store) as session:
        return load_reviews(session).get(finding.id, Review(finding.id))


def earlier_decisions(store: Store, finding: Finding) -> tuple[EarlierDecision, ...]:
    """Every decision about a finding with who, when, what and why, the newest first."""
    with reading(store) as session:
        past = load_past_decisions(session, finding.id)
    today = printed_figures(finding)
    return tuple(
        EarlierDecision(
            format_moment(each.at),
            each.by,
            each.review.status,
            fill(
                stored_parts(each.review),
                today | {name: print_number(name, of) for name, of in each.review.numbers},
            ),
            each.review.reason,
            tuple(advice.addressed for advice in each.review.recommendations),
            each.saved,
        )
        for each in past
    )


def _save(store: Store, finding: Finding, review: Review, *, by: str) -> int:
    kept = _on_figures(review, finding)
    try:
        with writing(store) as session:
            return save_review(session, kept, by=by)
    except EditConflict:
        set_aside(store, finding, kept, by=by)
        raise


def _on_figures(review: Review, finding: Finding) -> Review:
    """The decision with the figures it is made on."""
    return replace(review, numbers_hash=finding.numbers_hash, numbers=finding.numbers)
