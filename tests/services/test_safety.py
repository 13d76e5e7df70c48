"""Starting an office of one's own, and what the settings page says about copies."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest

from lib.errors import WorkbenchError
from lib.services.analysis import load_data_version
from lib.services.office import load_office, save_office
from lib.services.safety import (
    backup_bytes,
    backup_file_name,
    holds_nothing,
    last_backup_at,
    make_backup,
    restore_upload,
    start_own_office,
)
from lib.storage.engine import Store, open_store
from lib.storage.files import kept_files
from tests.storage.office_with_data import fill_office


@pytest.fixture
def store(any_database_url: str) -> Iterator[Store]:
    opened = open_store(any_database_url)
    fill_office(opened)
    yield opened
    opened.dispose()


def make_sample(store: Store) -> None:
    office, version = load_office(store)
    save_office(store, replace(office, is_sample=True), seen_version=version, by="ก")


def test_an_own_office_starts_from_nothing_but_the_history(store: Store) -> None:
    make_sample(store)
    version = load_data_version(store)
    start_own_office(store, by="ก")
    assert holds_nothing(store)
    assert kept_files(store) == set()
    assert load_data_version(store) == version + 1


def test_a_real_office_is_never_emptied(store: Store) -> None:
    with pytest.raises(WorkbenchError, match="ไม่ใช่สำนักงานตัวอย่าง"):
        start_own_office(store, by="ก")
    assert not holds_nothing(store)
    assert kept_files(store)


def test_a_downloaded_backup_can_be_uploaded_again(store: Store) -> None:
    content = backup_bytes(store, by="ก")
    make_sample(store)
    start_own_office(store, by="ก")
    restore_upload(store, BytesIO(content), replace=False, by="ก")
    assert load_office(store)[0].short_name == "สพป.สมมติ เขต 1"
    assert len(kept_files(store)) == 1


def test_the_last_backup_is_remembered(store: Store, tmp_path: Path) -> None:
    assert last_backup_at(store) is None
    make_backup(store, tmp_path / "a.zip", by="ก")
    assert last_backup_at(store) is not None


def test_a_backup_is_named_after_the_office_and_the_moment(store: Store) -> None:
    name = backup_file_name(store, datetime(2025, 1, 31, 2, 3, tzinfo=UTC))
    assert name == "ชุดสำรอง สพป.สมมติ เขต 1 2568-01-31 0903.zip"
