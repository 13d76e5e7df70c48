from collections.abc import Iterator
from dataclasses import replace

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
from lib.errors import EditConflict
from lib.storage.engine import Store, open_store, reading, writing
from lib.storage.evidence import (
    FormKey,
    add_evidence,
    load_answers,
    load_evidence,
    remove_evidence,
    save_answer,
    save_evidence,
)
from lib.storage.evidence_rounds import load_rounds, save_round, save_round_status
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
        assert load_rounds(session, KEY) == {
            "6": RoundRecord("6", RoundStatus.FROZEN, RESULT, frozenset({"1"}), 2)
        }


def test_a_reopened_round_has_no_level_of_its_own(store: Store) -> None:
    with writing(store) as session:
        save_round(session, KEY, RoundRecord("6", RoundStatus.SUBMITTED, RESULT), by="ก")
    with writing(store) as session:
        save_round(session, KEY, RoundRecord("6", version=1), by="ก")
    with reading(store) as session:
        assert load_rounds(session, KEY) == {"6": RoundRecord("6", version=2)}


def test_two_people_cannot_submit_one_round(store: Store) -> None:
    with writing(store) as session:
        save_round(session, KEY, RoundRecord("6", RoundStatus.SUBMITTED, RESULT), by="ก")
    with pytest.raises(EditConflict), writing(store) as session:
        save_round(session, KEY, RoundRecord("6", RoundStatus.SUBMITTED, RESULT), by="ข")
