"""Editions in the database: numbered in each year, written once, all or nothing."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy.orm import Session

from lib.errors import EditConflict
from lib.storage.audit import data_version
from lib.storage.engine import Store, open_store, reading, writing
from lib.storage.files import keep_file, register_file
from lib.storage.report_editions import load_editions, save_edition

AT = datetime(2025, 10, 1, 9, tzinfo=UTC)


@pytest.fixture
def store(any_database_url: str) -> Iterator[Store]:
    opened = open_store(any_database_url)
    yield opened
    opened.dispose()


def save(store: Store, session: Session, year_be: int, seen: int, content: bytes = b"docx") -> int:
    sha256 = keep_file(store, content)
    register_file(session, sha256, "ก.docx", len(content))
    return save_edition(
        session,
        year_be,
        sha256,
        figures={"a|1": "52.10"},
        sections={"preface_text": "คำนำ"},
        note="ครั้งแรก",
        at=AT,
        by="ก",
        seen=seen,
    )


def save_and_stop(store: Store) -> None:
    with writing(store) as session:
        save(store, session, 2567, 0)
        raise KeyboardInterrupt


def test_editions_are_numbered_in_each_year_and_come_back_as_written(store: Store) -> None:
    for year_be, seen in ((2567, 0), (2567, 1), (2568, 0)):
        with writing(store) as session:
            assert save(store, session, year_be, seen) == seen + 1
    with reading(store) as session:
        first, second = load_editions(session, 2567)
    assert (first.number, second.number) == (1, 2)
    assert first.figures == (("a|1", "52.10"),)
    assert first.sections == (("preface_text", "คำนำ"),)
    assert (first.note, first.made_at, first.made_by) == ("ครั้งแรก", AT, "ก")


def test_the_second_of_two_people_is_told_and_nothing_is_written(store: Store) -> None:
    with writing(store) as session:
        save(store, session, 2567, 0)
    with pytest.raises(EditConflict), writing(store) as session:
        save(store, session, 2567, 0)
    with reading(store) as session:
        assert len(load_editions(session, 2567)) == 1


def test_a_write_that_is_cut_off_leaves_no_edition(store: Store) -> None:
    with pytest.raises(KeyboardInterrupt):
        save_and_stop(store)
    with reading(store) as session:
        assert load_editions(session, 2567) == ()


def test_an_edition_moves_no_figure(store: Store) -> None:
    with reading(store) as session:
        before = data_version(session)
    with writing(store) as session:
        save(store, session, 2567, 0)
    with reading(store) as session:
        assert data_version(session) == before
