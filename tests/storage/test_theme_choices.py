"""People's choices of themes in both databases: remembered, changed, given back, never over another's."""

from collections.abc import Iterator

import pytest
from sqlalchemy import select

from lib.domain.themes import ThemeChoice
from lib.errors import EditConflict
from lib.storage import audit
from lib.storage.engine import Store, open_store, reading, writing
from lib.storage.schema import audit as history
from lib.storage.theme_choices import load_theme_choices, remove_theme_choice, save_theme_choice

KEY = "k" * 64
TEXT = "ผู้เรียนเก็บเงินที่ตกได้ส่งคืนเจ้าของ"


@pytest.fixture
def store(any_database_url: str) -> Iterator[Store]:
    opened = open_store(any_database_url)
    yield opened
    opened.dispose()


def move(store: Store, theme_id: str, *, seen: int = 0, by: str = "ก") -> ThemeChoice:
    with writing(store) as session:
        save_theme_choice(session, KEY, TEXT, theme_id, seen_version=seen, by=by)
    (choice,) = choices(store)
    return choice


def choices(store: Store) -> tuple[ThemeChoice, ...]:
    with reading(store) as session:
        return load_theme_choices(session)


def test_a_choice_comes_back_as_it_was_saved(store: Store) -> None:
    kept = move(store, "character")
    assert (kept.statement_key, kept.text, kept.theme_id) == (KEY, TEXT, "character")
    assert (kept.version, kept.saved_by) == (1, "ก")


def test_a_statement_can_be_said_to_belong_to_no_theme(store: Store) -> None:
    assert move(store, "").theme_id == ""


def test_the_second_of_two_editors_is_told_and_nothing_is_overwritten(store: Store) -> None:
    first = move(store, "character")
    move(store, "health", seen=first.version, by="ข")
    with pytest.raises(EditConflict, match="ข บันทึกเมื่อ"):
        move(store, "media", seen=first.version)
    assert [each.theme_id for each in choices(store)] == ["health"]


def test_a_choice_that_was_given_back_is_gone_and_told_in_the_history(store: Store) -> None:
    kept = move(store, "character")
    with writing(store) as session:
        remove_theme_choice(session, kept, by="ข")
    assert choices(store) == ()
    with reading(store) as session:
        told = session.execute(select(history.c.action, history.c.by).order_by(history.c.audit_id)).all()
    assert [tuple(row) for row in told] == [("theme_move", "ก"), ("theme_return", "ข")]


def test_what_another_changed_meanwhile_is_not_given_back(store: Store) -> None:
    old = move(store, "character")
    move(store, "health", seen=old.version, by="ข")
    with pytest.raises(EditConflict), writing(store) as session:
        remove_theme_choice(session, old, by="ก")
    assert [each.theme_id for each in choices(store)] == ["health"]


def test_a_move_changes_no_figure(store: Store) -> None:
    with reading(store) as session:
        before = audit.data_version(session)
    move(store, "character")
    with reading(store) as session:
        assert audit.data_version(session) == before
