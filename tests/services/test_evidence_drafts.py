from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.catalog.evidence_forms import load_form
from lib.domain.evidence import Answer
from lib.errors import EditConflict, WorkbenchError
from lib.services.evidence import load_evidence_page
from lib.services.evidence_drafts import drop_draft, keep_draft, load_drafts, says_the_same
from lib.services.evidence_edits import save_answer
from lib.services.evidence_rounds import freeze_round, submit_round
from lib.services.safety import make_backup, restore
from lib.storage.audit import history_version
from lib.storage.engine import Store, open_store, reading
from lib.validation.evidence import tidy_fields

FORM, YEAR = "ars46", 2569
TYPED = Answer("yes", {"model": "กำลังพิมพ์"}, 0, {"1.1": "no"})


@pytest.fixture
def store(any_database_url: str) -> Iterator[Store]:
    opened = open_store(any_database_url)
    yield opened
    opened.dispose()


def drafts(store: Store, by: str = "ก") -> dict[str, Answer]:
    return {item_id: each.answer for item_id, each in load_drafts(store, FORM, YEAR, by=by).items()}


def test_what_was_typed_is_there_after_the_server_started_anew(any_database_url: str) -> None:
    first = open_store(any_database_url)
    assert keep_draft(first, FORM, YEAR, "2", TYPED, by="ก") is True
    first.dispose()
    second = open_store(any_database_url)
    kept = load_drafts(second, FORM, YEAR, by="ก")["2"]
    second.dispose()
    assert kept.answer == TYPED
    assert kept.typed_at.tzinfo is not None


def test_a_draft_is_its_persons_own_and_the_last_change_stands(store: Store) -> None:
    keep_draft(store, FORM, YEAR, "2", TYPED, by="ก")
    keep_draft(store, FORM, YEAR, "2", Answer("no", {"model": "ข้อความที่สอง"}), by="ก")
    assert drafts(store)["2"] == Answer("no", {"model": "ข้อความที่สอง"})
    assert drafts(store, "ข") == {}


def test_a_draft_counts_towards_nothing(store: Store) -> None:
    before = load_evidence_page(store, FORM, YEAR)
    keep_draft(store, FORM, YEAR, "1", Answer("yes", {"order_no": "9/2568"}), by="ก")
    after = load_evidence_page(store, FORM, YEAR)
    assert (after.answers, after.missing) == (before.answers, before.missing)


def test_a_draft_leaves_no_line_in_the_history(store: Store) -> None:
    keep_draft(store, FORM, YEAR, "2", TYPED, by="ก")
    with reading(store) as session:
        assert history_version(session) == 0


def test_half_a_date_and_unreadable_texts_are_kept_as_they_were_typed(store: Store) -> None:
    keep_draft(store, FORM, YEAR, "1", Answer("", {"order_date": "16 ธันวาคม", "order_no": "ไม่มีเลข"}), by="ก")
    fields = drafts(store)["1"].fields
    assert (fields["order_date"], fields["order_no"]) == ("16 ธันวาคม", "ไม่มีเลข")


def test_saving_an_item_takes_its_draft_away_and_leaves_those_of_others(store: Store) -> None:
    for by in ("ก", "ข"):
        keep_draft(store, FORM, YEAR, "2", TYPED, by=by)
    save_answer(store, FORM, YEAR, "2", TYPED, by="ก")
    assert drafts(store) == {}
    assert drafts(store, "ข") == {"2": TYPED}


def test_a_refused_save_leaves_the_draft(store: Store) -> None:
    typed = Answer("yes", {"order_date": "16 ธันวาคม"})
    keep_draft(store, FORM, YEAR, "1", typed, by="ก")
    with pytest.raises(WorkbenchError, match="วันที่ยังไม่ครบ"):
        save_answer(store, FORM, YEAR, "1", typed, by="ก")
    assert drafts(store)["1"].fields["order_date"] == "16 ธันวาคม"


def test_a_draft_older_than_what_somebody_saved_cannot_overwrite_it(store: Store) -> None:
    keep_draft(store, FORM, YEAR, "2", TYPED, by="ก")
    save_answer(store, FORM, YEAR, "2", Answer("yes", {"model": "ของเพื่อน"}), by="ข")
    mine = load_drafts(store, FORM, YEAR, by="ก")["2"].answer
    with pytest.raises(EditConflict, match="ข บันทึกเมื่อ"):
        save_answer(store, FORM, YEAR, "2", mine, by="ก")
    assert load_evidence_page(store, FORM, YEAR).answers["2"].fields["model"] == "ของเพื่อน"
    assert drafts(store) == {"2": TYPED}


def test_a_draft_of_a_frozen_round_is_kept_and_cannot_be_saved(store: Store) -> None:
    save_answer(store, FORM, YEAR, "1", Answer("yes"), by="ก")
    for round_id in ("6", "9", "12"):
        submit_round(store, FORM, YEAR, round_id, by="ก")
    freeze_round(store, FORM, YEAR, "6", by="ก")
    typed = Answer("no", {}, 1)
    assert keep_draft(store, FORM, YEAR, "1", typed, by="ก")
    with pytest.raises(WorkbenchError, match="จึงแก้ไขไม่ได้"):
        save_answer(store, FORM, YEAR, "1", typed, by="ก")
    assert drafts(store)["1"].answer == "no"


def test_typing_back_to_what_is_saved_leaves_no_draft(store: Store) -> None:
    save_answer(store, FORM, YEAR, "1", Answer("yes", {"order_date": "16 ธันวาคม 2568"}), by="ก")
    keep_draft(store, FORM, YEAR, "1", Answer("yes", {"order_date": "17 ธันวาคม 2568"}, 1), by="ก")
    same = Answer("yes", {"order_date": "16 ธันวาคม 2568", "order_no": ""}, 1)
    assert keep_draft(store, FORM, YEAR, "1", same, by="ก") is False
    assert drafts(store) == {}


def test_a_draft_thrown_away_leaves_what_is_saved(store: Store) -> None:
    save_answer(store, FORM, YEAR, "2", Answer("yes", {"model": "เดิม"}), by="ก")
    keep_draft(store, FORM, YEAR, "2", TYPED, by="ก")
    drop_draft(store, FORM, YEAR, "2", by="ก")
    drop_draft(store, FORM, YEAR, "2", by="ก")
    assert drafts(store) == {}
    assert load_evidence_page(store, FORM, YEAR).answers["2"].fields["model"] == "เดิม"


def test_a_draft_of_an_unknown_item_is_refused(store: Store) -> None:
    with pytest.raises(WorkbenchError, match="ไม่มีข้อ 9"):
        keep_draft(store, FORM, YEAR, "9", TYPED, by="ก")


def test_drafts_travel_with_a_backup(store: Store, tmp_path) -> None:
    keep_draft(store, FORM, YEAR, "2", TYPED, by="ก")
    make_backup(store, tmp_path / "copy.zip", by="ก")
    drop_draft(store, FORM, YEAR, "2", by="ก")
    restore(store, tmp_path / "copy.zip", replace=True, by="ก")
    assert drafts(store) == {"2": TYPED}


texts = st.dictionaries(
    st.sampled_from(["order_office", "order_no", "order_date"]),
    st.sampled_from(["", " ", "ก", " ก ", "16 ธันวาคม 2568", "16/12/2568", "2025-12-16", "16 ธันวาคม"]),
)


@given(texts, texts)
def test_two_answers_are_the_same_exactly_when_they_would_be_kept_alike(
    one: dict[str, str], other: dict[str, str]
) -> None:
    item = load_form(FORM, YEAR).item("1")
    assert item is not None
    alike = tidy_fields(item, one) == tidy_fields(item, other)
    assert says_the_same(item, Answer("yes", one), Answer("yes", other, 4)) is alike
    assert not says_the_same(item, Answer("yes", one), Answer("no", one))
