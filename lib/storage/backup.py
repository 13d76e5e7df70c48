"""Copy a database and its stored files into one ZIP as of one moment, while people go on working."""

import hashlib
import os
import tempfile
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from alembic.runtime.migration import MigrationContext
from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from lib.errors import WorkbenchError
from lib.storage.backup_format import (
    FORMAT,
    FORMAT_VERSION,
    MANIFEST,
    TABLES,
    Manifest,
    Member,
    encode_row,
    file_path,
    manifest_bytes,
    table_path,
)
from lib.storage.engine import Store, reading
from lib.storage.files import load_file, sync_folder
from lib.storage.schema import stored_files

_ROWS_AT_ONCE = 2000


def write_backup(store: Store, target: Path) -> Manifest:
    """Write a backup; ``target`` holds the whole of it or is not touched.

    Raises:
        WorkbenchError: the place cannot be written to.
    """
    try:
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".part-", suffix=".zip")
    except OSError as error:
        raise _no_room(target) from error
    try:
        with os.fdopen(handle, "wb") as stream:
            with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
                manifest = _write_all(store, archive)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).replace(target)
    except OSError as error:
        Path(temporary).unlink(missing_ok=True)
        raise _no_room(target) from error
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    sync_folder(target.parent)
    return manifest


def _no_room(target: Path) -> WorkbenchError:
    return WorkbenchError(
        f"เขียนชุดสำรองลง {target} ไม่ได้ ข้อมูลเดิมไม่เปลี่ยนแปลง", "ตรวจว่ามีโฟลเดอร์นี้ มีสิทธิ์เขียน และมีเนื้อที่พอ"
    )


def _write_all(store: Store, archive: zipfile.ZipFile) -> Manifest:
    """Rows first, files after them: a file is kept before the row that names it and never changes."""
    members: dict[str, Member] = {}
    with reading(store) as session:
        revision = MigrationContext.configure(session.connection()).get_current_revision() or ""
        for table in TABLES:
            members[table_path(table.name)] = _write_table(session, archive, table)
        named = session.execute(select(stored_files.c.sha256).order_by(stored_files.c.sha256)).scalars().all()
    missing = []
    for sha256 in named:
        try:
            content = load_file(store, sha256)
        except WorkbenchError:
            missing.append(sha256)
            continue
        archive.writestr(file_path(sha256), content)
        members[file_path(sha256)] = Member(len(content), sha256)
    manifest = Manifest(
        FORMAT,
        FORMAT_VERSION,
        revision,
        datetime.now(UTC).isoformat(timespec="seconds"),
        {table.name: [column.name for column in table.columns] for table in TABLES},
        members,
        missing,
    )
    archive.writestr(MANIFEST, manifest_bytes(manifest))
    return manifest


def _write_table(session: Session, archive: zipfile.ZipFile, table: Table) -> Member:
    query = select(*table.columns).order_by(*table.primary_key.columns)
    digest = hashlib.sha256()
    n_rows = n_bytes = 0
    with archive.open(table_path(table.name), "w", force_zip64=True) as stream:
        for row in session.execute(query.execution_options(yield_per=_ROWS_AT_ONCE)):
            line = encode_row(row)
            stream.write(line)
            digest.update(line)
            n_rows += 1
            n_bytes += len(line)
    return Member(n_bytes, digest.hexdigest(), n_rows)
