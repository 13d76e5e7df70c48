from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from lib.domain.evidence import (
    Answer,
    EvidenceFile,
    LevelResult,
    MissingEvidence,
    RoundRecord,
    RoundStatus,
)
from lib.errors import EditConflict, WorkbenchError
from lib.storage.engine import Store, open_store, reading, writing
from lib.storage.evidence import FormKey, load_answers, save_answer
from lib.storage.evidence_files import (
    add_evidence,
    load_evidence,
    remove_evidence,
    save_evidence,
)
from lib.storage.evidence_rounds import (
    load_editions,
    load_rounds,
    load_snapshot,
    save_claim,
    save_round,
    save_round_status,
)
from lib.storage.evidence_versions import replace_evidence
from lib.storage.files import keep_file, load_file, register_file
from lib.storage.schema import audit

KEY = FormKey("ars46", 2569)
RESULT = LevelResult("6", 1, 2, 1, 1.0, 0.02, ("เหตุผล",), (MissingEvidence("2", 2, 2, ("ยังไม่มีไฟล์",)),))


@pytest.fixture
def store(any_database_url: str) -> Iterator[Store]:
    opened = open_store(any_database_url)
    yield opened
    opened.dispose()


def _attach(store: Store, content: bytes = b"order", item_id: str = "1") -> EvidenceFile:
    sha256 = keep_file(store, content)
    file = EvidenceFile(0, item_id, sha256, "คำสั่ง.pdf", "คำสั่งแต่งตั้ง", "order", page="1", note="ฉบับลงนาม")
    with writing(store) as session:
        register_file(session, sha256, file.file_name, len(content))
        return replace(file, evidence_id=add_evidence(session, KEY, file, by="ก"))


def _undated(record: RoundRecord) -> RoundRecord:
    """Without who and when, which every save sets anew."""
    return replace(record, saved_at=None, saved_by="")


def _n_audit(session: Session) -> int:
    return session.execute(select(func.count()).select_from(audit)).scalar_one()


def test_an_answer_comes_back_as_it_was_saved(store: Store) -> None:
    with writing(store) as session:
        save_answer(session, KEY, "1", Answer("yes", {"order_no": "๙/๒๕๖๘"}), by="ก")
    with reading(store) as session:
        assert load_answers(session, KEY) == {"1": Answer("yes", {"order_no": "๙/๒๕๖๘"}, 1)}


def test_the_second_of_two_editors_is_told(store: Store) -> None:
    with writing(store) as session:
        save_answer(session, KEY, "1", Answer("yes"), by="ก")
    with writing(store) as session:
        save_answer(session, KEY, "1", Answer("no", version=1), by="ก")
    with pytest.raises(EditConflict), writing(store) as session:
        save_answer(session, KEY, "1", Answer("yes", version=1), by="ข")
    with reading(store) as session:
        assert load_answers(session, KEY)["1"].answer == "no"


def test_years_and_forms_do_not_mix(store: Store) -> None:
    with writing(store) as session:
        save_answer(session, KEY, "1", Answer("yes"), by="ก")
    with reading(store) as session:
        assert load_answers(session, FormKey("ars46", 2568)) == {}
        assert load_answers(session, FormKey("other", 2569)) == {}


def test_a_double_click_attaches_a_file_once(store: Store) -> None:
    first, second = _attach(store), _attach(store)
    assert first.evidence_id == second.evidence_id
    with reading(store) as session:
        assert len(load_evidence(session, KEY)) == 1
        assert _n_audit(session) == 1


def test_one_file_may_prove_two_items(store: Store) -> None:
    _attach(store, item_id="1")
    _attach(store, item_id="2")
    with reading(store) as session:
        assert [file.item_id for file in load_evidence(session, KEY)] == ["1", "2"]


def test_a_removed_file_leaves_the_list_but_not_the_store(store: Store) -> None:
    file = _attach(store)
    with writing(store) as session:
        remove_evidence(session, KEY, file, by="ก")
    with reading(store) as session:
        assert load_evidence(session, KEY) == ()
        last = session.execute(select(audit).order_by(audit.c.audit_id.desc())).first()
    assert last is not None
    assert (last.action, last.detail["sha256"]) == ("remove_kpi_evidence", file.sha256)
    assert load_file(store, file.sha256) == b"order"


def test_removing_twice_is_recorded_once(store: Store) -> None:
    file = _attach(store)
    for _ in range(2):
        with writing(store) as session:
            remove_evidence(session, KEY, file, by="ก")
    with reading(store) as session:
        assert _n_audit(session) == 2


def test_a_file_taken_out_can_be_attached_again(store: Store) -> None:
    file = _attach(store)
    with writing(store) as session:
        remove_evidence(session, KEY, file, by="ก")
    _attach(store)
    with reading(store) as session:
        assert len(load_evidence(session, KEY)) == 1


def test_whether_a_file_counts_can_be_changed_once_per_version(store: Store) -> None:
    file = _attach(store)
    with writing(store) as session:
        save_evidence(session, KEY, replace(file, accepted=False), by="ก")
    with reading(store) as session:
        assert load_evidence(session, KEY)[0].accepted is False
    with pytest.raises(EditConflict), writing(store) as session:
        save_evidence(session, KEY, replace(file, title="อื่น"), by="ข")


def test_a_submitted_round_keeps_its_level_when_it_is_frozen(store: Store) -> None:
    submitted = RoundRecord("6", RoundStatus.SUBMITTED, RESULT, frozenset({"1"}))
    with writing(store) as session:
        save_round(session, KEY, submitted, by="ก", answers={"1": Answer("yes")})
    with writing(store) as session:
        save_round_status(session, KEY, replace(submitted, version=1), RoundStatus.FROZEN, by="ก")
    with reading(store) as session:
        kept = load_rounds(session, KEY)["6"]
    assert _undated(kept) == RoundRecord("6", RoundStatus.FROZEN, RESULT, frozenset({"1"}), 2)
    assert (kept.saved_by, kept.saved_at is None) == ("ก", False)


def test_a_reopened_round_has_no_level_of_its_own(store: Store) -> None:
    with writing(store) as session:
        save_round(session, KEY, RoundRecord("6", RoundStatus.SUBMITTED, RESULT), by="ก")
    with writing(store) as session:
        save_round(session, KEY, RoundRecord("6", version=1), by="ก")
    with reading(store) as session:
        assert _undated(load_rounds(session, KEY)["6"]) == RoundRecord("6", version=2)


def test_two_people_cannot_submit_one_round(store: Store) -> None:
    with writing(store) as session:
        save_round(session, KEY, RoundRecord("6", RoundStatus.SUBMITTED, RESULT), by="ก")
    with pytest.raises(EditConflict), writing(store) as session:
        save_round(session, KEY, RoundRecord("6", RoundStatus.SUBMITTED, RESULT), by="ข")


def test_a_replaced_file_is_kept_as_an_earlier_version(store: Store) -> None:
    first = _attach(store)
    newer = keep_file(store, b"newer")
    with writing(store) as session:
        register_file(session, newer, "ใหม่.pdf", 5)
        seen = load_evidence(session, KEY)[0]
        new = replace(seen, sha256=newer, file_name="ใหม่.pdf")
        assert replace_evidence(session, KEY, seen, new, reason="ลงนามแล้ว", by="ข") == 2
    with reading(store) as session:
        (kept,) = load_evidence(session, KEY)
    assert (kept.sha256, kept.file_name, kept.title, kept.version) == (newer, "ใหม่.pdf", "คำสั่งแต่งตั้ง", 2)
    assert [(each.number, each.sha256, each.reason, each.saved_by) for each in kept.earlier] == [
        (1, first.sha256, "ลงนามแล้ว", "ข")
    ]
    assert load_file(store, first.sha256) == b"order"


def test_the_second_to_replace_a_file_is_told_and_leaves_no_version(store: Store) -> None:
    _attach(store)
    for number, content in enumerate((b"one", b"two")):
        sha256 = keep_file(store, content)
        try:
            with writing(store) as session:
                register_file(session, sha256, "ใหม่.pdf", 3)
                seen = replace(load_evidence(session, KEY)[0], version=1)
                replace_evidence(session, KEY, seen, replace(seen, sha256=sha256), reason="", by="ข")
        except EditConflict:
            assert number == 1
    with reading(store) as session:
        (kept,) = load_evidence(session, KEY)
    assert (load_file(store, kept.sha256), len(kept.earlier)) == (b"one", 1)


def test_a_file_cannot_take_the_place_of_another_where_it_stands_already(store: Store) -> None:
    _attach(store)
    other = _attach(store, b"other")
    with writing(store) as session:
        seen = load_evidence(session, KEY)[0]
        with pytest.raises(WorkbenchError, match="อยู่แล้ว"):
            replace_evidence(session, KEY, seen, replace(seen, sha256=other.sha256), reason="", by="ก")
    with reading(store) as session:
        assert [each.earlier for each in load_evidence(session, KEY)] == [(), ()]


def test_a_removed_file_takes_its_earlier_versions_off_the_list_and_names_them_in_the_history(
    store: Store,
) -> None:
    first = _attach(store)
    newer = keep_file(store, b"newer")
    with writing(store) as session:
        register_file(session, newer, "ใหม่.pdf", 5)
        seen = load_evidence(session, KEY)[0]
        replace_evidence(session, KEY, seen, replace(seen, sha256=newer), reason="", by="ข")
        remove_evidence(session, KEY, load_evidence(session, KEY)[0], by="ข")
        assert load_evidence(session, KEY) == ()
        detail = session.execute(select(audit.c.detail).order_by(audit.c.audit_id.desc())).scalars().first()
    assert detail is not None
    assert [each["sha256"] for each in detail["earlier"]] == [first.sha256]
    assert load_file(store, first.sha256) == b"order"


def test_a_link_and_a_binder_come_back_without_a_file(store: Store) -> None:
    noted = EvidenceFile(
        0,
        "1",
        "",
        "",
        "แฟ้มคำสั่ง",
        "order",
        dated_on=date(2025, 10, 16),
        link="https://example.org/a",
        held_at="ตู้ 3",
    )
    with writing(store) as session:
        add_evidence(session, KEY, noted, by="ก")
        add_evidence(session, KEY, noted, by="ก")
    with reading(store) as session:
        kept = load_evidence(session, KEY)
    assert [(each.sha256, each.dated_on, each.link, each.held_at, each.counts) for each in kept] == [
        ("", date(2025, 10, 16), "https://example.org/a", "ตู้ 3", False)
    ]


def test_a_correction_is_a_new_edition_and_the_frozen_one_stays_as_it_was(store: Store) -> None:
    answers = {"1": Answer("yes", {"order_no": "9"}, sub_answers={"1.1": "no"})}
    submitted = RoundRecord("6", RoundStatus.SUBMITTED, RESULT, frozenset({"1"}))
    with writing(store) as session:
        save_round(session, KEY, submitted, by="ก", answers=answers, files=load_evidence(session, KEY))
        save_round_status(session, KEY, load_rounds(session, KEY)["6"], RoundStatus.FROZEN, by="ก")
        before = load_rounds(session, KEY)["6"]
        save_round(session, KEY, RoundRecord("6", edition=2, reason="เลขที่คำสั่งผิด"), by="ข")
    with reading(store) as session:
        frozen, correction = load_editions(session, KEY)
        assert load_rounds(session, KEY)["6"] == correction
        snapshot = load_snapshot(session, KEY, frozen)
        assert load_snapshot(session, KEY, correction) is None
    assert frozen == before
    assert (correction.edition, correction.status, correction.reason) == (2, RoundStatus.OPEN, "เลขที่คำสั่งผิด")
    assert snapshot is not None
    assert snapshot.answers == answers


def test_a_claimed_level_is_kept_beside_the_round_and_outlives_its_submission(store: Store) -> None:
    with writing(store) as session:
        claim = RoundRecord("6", claimed_level=2, claimed_reason="มีเอกสารรออนุมัติ")
        assert save_claim(session, KEY, claim, by="ก") == 1
        submitted = RoundRecord("6", RoundStatus.SUBMITTED, RESULT, frozenset({"1"}), version=1)
        save_round(session, KEY, submitted, by="ก", answers={})
    with reading(store) as session:
        kept = load_rounds(session, KEY)["6"]
    assert (kept.claimed_level, kept.claimed_reason, kept.result) == (2, "มีเอกสารรออนุมัติ", RESULT)
