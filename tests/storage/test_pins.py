"""Pinned answers: as they were given, on either database, and no new version of the data."""

from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import text

from lib.storage import audit
from lib.storage.engine import Store, reading, writing
from lib.storage.integrity import check_store
from lib.storage.pins import load_pins, remove_pin, save_pin
from tests.storage.office_with_data import PINNED


def test_a_pin_comes_back_as_it_was_given(store: Store) -> None:
    before = datetime.now(UTC)
    with writing(store) as session:
        pin_id = save_pin(session, PINNED)
    with reading(store) as session:
        (found,) = load_pins(session)
    assert replace(found, pin_id=0, pinned_at=PINNED.pinned_at) == PINNED
    assert found.pin_id == pin_id
    assert found.pinned_at >= before


def test_the_newest_pin_comes_first_and_a_removed_one_is_gone(store: Store) -> None:
    with writing(store) as session:
        first = save_pin(session, PINNED)
        second = save_pin(session, replace(PINNED, sentence="อีกข้อ"))
        assert [pin.pin_id for pin in load_pins(session)] == [second, first]
        remove_pin(session, second, by="ข")
        remove_pin(session, second, by="ข")
        assert [pin.pin_id for pin in load_pins(session)] == [first]


def test_pinning_is_in_the_history_and_changes_no_figure(store: Store) -> None:
    with writing(store) as session:
        data, history = audit.data_version(session), audit.history_version(session)
        save_pin(session, PINNED)
        assert audit.data_version(session) == data
        assert audit.history_version(session) == history + 1


def test_the_check_names_a_pin_whose_table_lost_a_cell(store: Store) -> None:
    with writing(store) as session:
        pin_id = save_pin(session, PINNED)
        session.execute(text("""UPDATE pins SET rows = '[["2567"]]'"""))
    told = [result for result in check_store(store) if result.name == "คำตอบที่ปักหมุดไว้"]
    assert [(result.n_seen, result.n_faults) for result in told] == [(1, 1)]
    assert str(pin_id) in told[0].faults[0]
