"""The dialog in which one finding is decided about."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

import streamlit as st

from lib.domain.finding_figures import shown_sentence
from lib.domain.findings import RECIPIENTS, STATUS_LABELS, Finding, Recommendation, Review, ReviewStatus
from lib.errors import EditConflict
from lib.services.finding_decisions import accept_all, decide, decision_now, set_aside
from lib.services.findings import ReviewedFinding
from lib.storage.engine import Store
from lib.thai.dates import format_moment
from lib.ui.finding_changes import show_changes, show_history, show_keep_button
from lib.ui.finding_conflict import seen_review, show_conflict
from lib.ui.finding_sentence import ask_sentence
from lib.ui.kept_messages import say_after_rerun
from lib.ui.messages import errors_shown
from lib.ui.pickers import place_of
from lib.ui.resources import who
from lib.ui.state import Key, get, put

_DECISIONS: tuple[ReviewStatus, ...] = ("accepted", "edited", "rejected")
_OTHER_REASON = "เหตุผลอื่น (พิมพ์เอง)"
_REASONS = (
    "ต้องตรวจตัวเลขกับต้นทางก่อน",
    "เรื่องนี้อยู่ในข้ออื่นที่รับแล้ว",
    "ใช้ประกอบการวางแผน ไม่ใช่ประเด็นของรายงานรอบนี้",
    _OTHER_REASON,
)


def show_review(store: Store, findings: Sequence[ReviewedFinding]) -> None:
    """Draw the dialog of the finding that somebody opened, until it is saved or dismissed."""
    opened = get(Key.OPEN_FINDING, "")
    each = next((each for each in findings if each.finding.id == opened), None)
    if each is not None:
        _dialog(store, each)


def open_review(finding: Finding) -> None:
    """Let the dialog of that finding be drawn from the next run on; for ``on_click``."""
    put(Key.OPEN_FINDING, finding.id)


def close_review() -> None:
    """Draw no dialog any more; for ``on_dismiss`` and after saving."""
    put(Key.OPEN_FINDING, "")
    put(Key.REVIEW_SEEN, None)


def save_decision(store: Store, each: ReviewedFinding, decided: Review) -> None:
    """Save what a person decided on a card and say so; the page is drawn again."""
    with errors_shown():
        decide(store, each.finding, decided, by=who())
        say_after_rerun(f"บันทึกแล้ว: {STATUS_LABELS[decided.status]}")
        st.rerun()


def accept_and_say(store: Store, findings: tuple[ReviewedFinding, ...]) -> None:
    """Accept what nobody has decided about; say how many, and which ones somebody else decided about."""
    with errors_shown():
        done = accept_all(store, findings, by=who())
        said = f"รับเข้ารายงาน {done.n_accepted:,} ข้อแล้ว เขียนข้อเสนอแนะต่อได้ที่ปุ่ม “พิจารณา” ของแต่ละข้อ"
        say_after_rerun(said if done.n_accepted else "", failed=done.not_accepted)
        st.rerun()


@st.dialog("พิจารณาข้อค้นพบ", width="large", on_dismiss=close_review)
def _dialog(store: Store, each: ReviewedFinding) -> None:
    finding = each.finding
    seen = seen_review(finding, each.review)
    st.text(finding.sentence)
    if each.stale:
        show_changes(each)
        show_keep_button(store, each, place="dialog")
    mine, answers = _ask(finding, seen)
    now = decision_now(store, finding)
    save = partial(_save, store, finding, before=seen, answers=answers)
    if now.version != seen.version:
        show_conflict(
            finding,
            mine,
            now,
            when=format_moment(datetime.fromisoformat(now.at)),
            use_mine=lambda: save(replace(mine, version=now.version)),
            use_theirs=lambda: _use_theirs(store, finding, mine),
            use_both=lambda: _combine(finding, mine, now),
        )
    elif st.button("บันทึกผลการพิจารณา", type="primary", key=f"save-{finding.id}"):
        save(mine)
    show_history(store, each)


def _ask(finding: Finding, seen: Review) -> tuple[Review, dict[int, str]]:
    """The decision as the fields say it now, and what was answered about figures of its sentence."""
    key = finding.id
    choice = st.radio(
        "ผลการพิจารณา",
        _DECISIONS,
        index=place_of(seen.status, _DECISIONS),
        format_func=lambda status: STATUS_LABELS[status],
        horizontal=True,
        key=f"status-{key}",
    )
    text, answers = "", dict[int, str]()
    if choice == "edited":
        text, answers = ask_sentence(finding, shown_sentence(finding, seen), seen, key=f"text-{key}")
    mine = Review(
        key,
        status=choice,
        sentence_text=text,
        reason=_ask_reason(key, seen.reason) if choice == "rejected" else "",
        recommendations=_ask_recommendations(key, seen),
        note=st.text_input("บันทึกภายใน (ไม่พิมพ์ในรายงาน)", seen.note, key=f"note-{key}").strip(),
        order=seen.order,
        version=seen.version,
    )
    return mine, answers


def _ask_reason(key: str, reason: str) -> str:
    """One of the common reasons, or the person's own words."""
    first = place_of(reason, _REASONS) if reason in _REASONS else len(_REASONS) - 1 if reason else None
    chosen = st.radio("เหตุผลที่ไม่รับ (จำเป็น)", _REASONS, index=first, key=f"reason-pick-{key}")
    if chosen != _OTHER_REASON:
        return chosen or ""
    return st.text_input("เหตุผล", "" if reason in _REASONS else reason, key=f"reason-{key}").strip()


def _ask_recommendations(key: str, seen: Review) -> tuple[Recommendation, ...]:
    """One text for each recipient that is picked."""
    texts = {each.to: each.text for each in seen.recommendations}
    offered = [to for to in RECIPIENTS if to or "" in texts]
    picked = st.pills(
        "ข้อเสนอแนะ เสนอต่อ",
        offered,
        selection_mode="multi",
        default=list(texts),
        format_func=lambda to: to or "ไม่ระบุผู้รับ",
        key=f"to-{key}",
    )
    written = [
        Recommendation(
            to,
            st.text_area(
                f"ข้อเสนอแนะต่อ {to or 'ผู้ที่ไม่ระบุ'}",
                texts.get(to, ""),
                key=f"recommendation-{to}-{key}",
                height=90,
            ).strip(),
        )
        for to in offered
        if to in picked
    ]
    return tuple(each for each in written if each.text)


def _save(store: Store, finding: Finding, mine: Review, *, before: Review, answers: dict[int, str]) -> None:
    with errors_shown():
        try:
            decide(store, finding, mine, by=who(), before=before, answers=answers)
        except EditConflict:
            st.rerun()  # the dialog then shows both texts
        close_review()
        say_after_rerun(f"บันทึกแล้ว: {STATUS_LABELS[mine.status]}")
        st.rerun()


def _use_theirs(store: Store, finding: Finding, mine: Review) -> None:
    with errors_shown():
        set_aside(store, finding, mine, by=who())
        close_review()
        say_after_rerun("ใช้ผลพิจารณาที่มีผู้บันทึกไว้ก่อน ข้อความของท่านอยู่ในประวัติการพิจารณา")
        st.rerun()


def _combine(finding: Finding, mine: Review, theirs: Review) -> None:
    """Put both texts into the fields, and go on from the other person's decision."""
    key = finding.id
    texts = dict.fromkeys((shown_sentence(finding, theirs), mine.sentence_text or finding.sentence))
    st.session_state[f"status-{key}"] = "edited"
    st.session_state[f"text-{key}"] = "\n".join(texts)
    advice: dict[str, list[str]] = {}
    for each in (*theirs.recommendations, *mine.recommendations):
        if each.text not in advice.setdefault(each.to, []):
            advice[each.to].append(each.text)
    st.session_state[f"to-{key}"] = list(advice)
    for to, lines in advice.items():
        st.session_state[f"recommendation-{to}-{key}"] = "\n".join(lines)
    st.session_state[f"note-{key}"] = " ".join(dict.fromkeys(filter(None, (theirs.note, mine.note))))
    put(Key.REVIEW_SEEN, theirs)
