"""Originals lie once each under their hash; a changed one is noticed; a broken write leaves nothing."""

import errno
import os
from pathlib import Path

import pytest
from sqlalchemy import func, select

from lib.errors import WorkbenchError
from lib.storage.engine import Store, reading, writing
from lib.storage.files import content_hash, keep_file, kept_files, load_file, register_file
from lib.storage.schema import stored_files

CONTENT = "เนื้อหาไฟล์สมมติ".encode()


def files_of(store: Store) -> list[Path]:
    return [path for path in store.files.rglob("*") if path.is_file()]


def test_the_same_content_is_kept_once(store: Store) -> None:
    assert keep_file(store, CONTENT) == keep_file(store, CONTENT) == content_hash(CONTENT)
    assert len(files_of(store)) == 1
    assert kept_files(store) == {content_hash(CONTENT)}


def test_an_original_comes_back_byte_for_byte(store: Store) -> None:
    assert load_file(store, keep_file(store, CONTENT)) == CONTENT


def test_a_changed_original_is_noticed(store: Store) -> None:
    sha256 = keep_file(store, CONTENT)
    (file,) = files_of(store)
    file.write_bytes(CONTENT + b"!")
    with pytest.raises(WorkbenchError, match="ถูกแก้ไข"):
        load_file(store, sha256)


def test_keeping_the_true_content_again_puts_a_changed_original_right(store: Store) -> None:
    sha256 = keep_file(store, CONTENT)
    (file,) = files_of(store)
    file.write_bytes(b"")
    keep_file(store, CONTENT)
    assert load_file(store, sha256) == CONTENT


def test_an_original_that_is_gone_is_named_so(store: Store) -> None:
    with pytest.raises(WorkbenchError, match="ไม่พบไฟล์ต้นฉบับ"):
        load_file(store, "0" * 64)


def test_a_full_disk_leaves_no_file_and_no_part_of_one(
    sqlite_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WorkbenchError) as refusal:
        keep_file(sqlite_store, CONTENT)
    assert "ดิสก์เต็ม" in refusal.value.message
    assert files_of(sqlite_store) == []


def test_an_interrupted_write_leaves_no_part(sqlite_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        keep_file(sqlite_store, CONTENT)
    assert files_of(sqlite_store) == []


def test_a_file_is_named_in_the_database_once(store: Store) -> None:
    sha256 = keep_file(store, CONTENT)
    with writing(store) as session:
        register_file(session, sha256, "หนึ่ง.xlsx", len(CONTENT))
        register_file(session, sha256, "สอง.xlsx", len(CONTENT))
    with reading(store) as session:
        assert session.execute(select(func.count()).select_from(stored_files)).scalar_one() == 1


def test_nothing_of_the_file_name_reaches_the_disk(store: Store) -> None:
    keep_file(store, CONTENT)
    (file,) = files_of(store)
    assert file.name == content_hash(CONTENT)
    assert file.parent.name == file.name[:2]
