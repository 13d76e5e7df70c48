"""Put a backup back: everything is looked at before anything is touched, then one transaction."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Table, delete, func, insert, select, text
from sqlalchemy.exc import DataError, IntegrityError, StatementError
from sqlalchemy.orm import Session

from lib.errors import WorkbenchError
from lib.storage import audit
from lib.storage.backup_format import (
    TABLES,
    Manifest,
    RefusedBackup,
    decode_row,
    table_path,
)
from lib.storage.backup_reading import DAMAGED, FILE_NAME, read_and_compare
from lib.storage.engine import Store, writing
from lib.storage.files import keep_file, kept_files, remove_file
from lib.storage.schema import audit as audit_table
from lib.storage.schema import stored_files

_ROWS_AT_ONCE = 1000


def restore_backup(store: Store, source: Path, *, replace: bool, by: str) -> Manifest:
    """Load a backup into an empty database.

    Args:
        replace: empty the database first, in the same transaction.

    Raises:
        RefusedBackup: it is no backup, is damaged, or is of a newer program.
        WorkbenchError: the database holds data and ``replace`` was not asked for.
    """
    try:
        with zipfile.ZipFile(source) as archive:
            manifest = read_and_compare(archive)
            with _new_files_only_if_done(store), writing(store) as session:
                seen_version = audit.history_version(session)
                _make_room(session, replace=replace)
                _keep_files(store, archive, manifest)
                for table in (each for each in TABLES if each.name in manifest.columns):
                    _load_table(session, archive, manifest, table)
                _check_files_named(session, manifest)
                _record(session, manifest, seen_version, by)
                _set_sequences(session)
            return manifest
    # zipfile tells a password by RuntimeError and an unknown compression by NotImplementedError.
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as error:
        raise RefusedBackup(DAMAGED) from error
    except (IntegrityError, DataError, StatementError) as error:
        raise RefusedBackup("ข้อมูลในชุดสำรองขัดแย้งกันเอง") from error


@contextmanager
def _new_files_only_if_done(store: Store) -> Iterator[None]:
    """Take back the files that a failed restore brought along."""
    before = kept_files(store)
    try:
        yield
    except BaseException:
        for sha256 in kept_files(store) - before:
            remove_file(store, sha256)
        raise


def is_empty(session: Session) -> bool:
    """Whether the database holds nothing but its history."""
    return not any(
        session.execute(select(*table.primary_key.columns).limit(1)).first()
        for table in TABLES
        if table is not audit_table
    )


def empty_tables(session: Session, *, keep: tuple[Table, ...] = ()) -> None:
    """Delete every row, children before their parents."""
    for table in reversed(TABLES):
        if table not in keep:
            session.execute(delete(table))


def _make_room(session: Session, *, replace: bool) -> None:
    if not replace and not is_empty(session):
        raise WorkbenchError(
            "ฐานข้อมูลนี้มีข้อมูลอยู่แล้ว จึงยังไม่ได้กู้คืน ข้อมูลเดิมไม่เปลี่ยนแปลง",
            "กู้คืนลงฐานข้อมูลว่าง หรือยืนยันให้แทนที่ข้อมูลเดิมทั้งหมด",
        )
    empty_tables(session)


def _keep_files(store: Store, archive: zipfile.ZipFile, manifest: Manifest) -> None:
    for name in manifest.members:
        if FILE_NAME.fullmatch(name):
            keep_file(store, archive.read(name))


def _load_table(session: Session, archive: zipfile.ZipFile, manifest: Manifest, table: Table) -> None:
    columns = manifest.columns[table.name]
    waiting = []
    n_rows = 0
    with archive.open(table_path(table.name)) as stream:
        for line in stream:
            waiting.append(decode_row(table, columns, line))
            n_rows += 1
            if len(waiting) == _ROWS_AT_ONCE:
                session.execute(insert(table), waiting)
                waiting = []
    if waiting:
        session.execute(insert(table), waiting)
    if n_rows != manifest.rows[table.name]:
        raise RefusedBackup(f"จำนวนแถวของตาราง {table.name} ไม่ตรงกับสารบัญ")


def _check_files_named(session: Session, manifest: Manifest) -> None:
    """Every file that a row names is in the backup, or was already missing when it was made."""
    here = {name.removeprefix("files/") for name in manifest.members} | set(manifest.missing_files)
    if set(session.execute(select(stored_files.c.sha256)).scalars()) - here:
        raise RefusedBackup("ชุดสำรองขาดไฟล์ต้นฉบับบางไฟล์")


def _record(session: Session, manifest: Manifest, seen_version: int, by: str) -> None:
    """Say it in the history, under a number that no cache of this database has met."""
    version = max(seen_version, audit.history_version(session)) + 1
    session.execute(
        insert(audit_table).values(
            audit_id=version,
            at=datetime.now(UTC),
            by=by,
            action="restore",
            subject=manifest.created,
            detail={"rows": sum(manifest.rows.values())},
        )
    )


def _set_sequences(session: Session) -> None:
    """PostgreSQL numbers new rows by sequences, which rows with numbers of their own do not move."""
    if session.get_bind().dialect.name != "postgresql":
        return
    for table in TABLES:
        column = table.autoincrement_column
        if column is None:
            continue
        top = session.execute(select(func.max(column))).scalar()
        session.execute(
            text("SELECT setval(pg_get_serial_sequence(:table, :column), :top, :used)"),
            {"table": table.name, "column": column.name, "top": top or 1, "used": top is not None},
        )
