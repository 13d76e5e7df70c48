"""Copies of the office's data, putting them back, looking after them, and starting an office of one's own."""

import shutil
import tempfile
from datetime import datetime
from pathlib import Path
from typing import BinaryIO
from zoneinfo import ZoneInfo

from lib.errors import WorkbenchError
from lib.report.file_names import safe_name
from lib.services.office import load_office
from lib.storage import audit
from lib.storage.backup import write_backup
from lib.storage.backup_format import Manifest
from lib.storage.engine import Store, reading, writing
from lib.storage.files import remove_file
from lib.storage.integrity import orphan_files
from lib.storage.restore import empty_tables, is_empty, restore_backup
from lib.storage.schema import audit as audit_table
from lib.thai.dates import BE_OFFSET

_THAILAND = ZoneInfo("Asia/Bangkok")


def make_backup(store: Store, target: Path, *, by: str) -> Manifest:
    """Write a backup file and note in the history that it was made.

    Raises:
        WorkbenchError: the place cannot be written to.
    """
    manifest = write_backup(store, target)
    with writing(store) as session:
        audit.record(
            session, by=by, action="backup", subject=target.name, detail={"rows": sum(manifest.rows.values())}
        )
    return manifest


def backup_bytes(store: Store, *, by: str) -> bytes:
    """A backup as bytes to download."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "backup.zip"
        make_backup(store, target, by=by)
        return target.read_bytes()


def backup_file_name(store: Store, now: datetime) -> str:
    """A name that says whose data and of which moment; ``now`` carries its zone."""
    office, _ = load_office(store)
    local = now.astimezone(_THAILAND)
    day = f"{local.year + BE_OFFSET}-{local:%m-%d %H%M}"
    return safe_name(f"ชุดสำรอง {office.short_name} {day}", 116) + ".zip"


def restore(store: Store, source: Path, *, replace: bool, by: str) -> Manifest:
    """Load a backup; with ``replace`` what is here goes, in the same transaction.

    Raises:
        RefusedBackup: it is no backup, is damaged, or is of a newer program.
        WorkbenchError: the database holds data and ``replace`` was not asked for.
    """
    return restore_backup(store, source, replace=replace, by=by)


def restore_upload(store: Store, upload: BinaryIO, *, replace: bool, by: str) -> Manifest:
    """Load an uploaded backup piece by piece; raises as :func:`restore` does."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "backup.zip"
        with source.open("wb") as target:
            shutil.copyfileobj(upload, target)
        return restore(store, source, replace=replace, by=by)


def holds_nothing(store: Store) -> bool:
    """Whether a backup can be put back without replacing anything."""
    with reading(store) as session:
        return is_empty(session)


def last_backup_at(store: Store) -> datetime | None:
    """When a backup was last made, None for never."""
    with reading(store) as session:
        return audit.last_at(session, "backup")


def start_own_office(store: Store, *, by: str) -> None:
    """Empty a database of the sample office: every table but the history, then the stored files.

    Raises:
        WorkbenchError: the office is a real one; nothing was deleted.
    """
    office, _ = load_office(store)
    if not office.is_sample:
        raise WorkbenchError(
            "สำนักงานนี้ไม่ใช่สำนักงานตัวอย่าง จึงไม่ได้ล้างข้อมูล", "ถ้าต้องการเริ่มใหม่ ให้กู้คืนชุดสำรอง หรือเปิดฐานข้อมูลใหม่"
        )
    with writing(store) as session:
        empty_tables(session, keep=(audit_table,))
        audit.record(session, by=by, action="start_own_office", subject=office.short_name)
    for sha256 in orphan_files(store):
        remove_file(store, sha256)
