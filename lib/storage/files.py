"""Originals kept once each under their content hash: ``ab/<sha256>``; names live in the database only."""

import hashlib
import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from lib.errors import WorkbenchError
from lib.storage.engine import Store
from lib.storage.refusals import plain_words
from lib.storage.schema import stored_files


def content_hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def keep_file(store: Store, content: bytes) -> str:
    """Write an original to the files folder, durably and at once; call it before the row that names it.

    A file of that name whose content was changed meanwhile is put right.

    Returns:
        Its sha256.

    Raises:
        WorkbenchError: the disk is full, or the folder may not be written.
    """
    sha256 = content_hash(content)
    target = _path(store, sha256)
    if target.exists() and content_hash(target.read_bytes()) == sha256:
        return sha256
    with plain_words():
        _write_at_once(target, content)
    return sha256


def _write_at_once(target: Path, content: bytes) -> None:
    """The whole file under its name, or nothing."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def register_file(session: Session, sha256: str, file_name: str, n_bytes: int) -> None:
    """Name a kept file in the database; the same content is named once."""
    known = session.execute(select(stored_files.c.sha256).where(stored_files.c.sha256 == sha256)).first()
    if known is None:
        session.execute(
            insert(stored_files).values(
                sha256=sha256, n_bytes=n_bytes, file_name=file_name, stored_at=datetime.now(UTC)
            )
        )


def load_file(store: Store, sha256: str) -> bytes:
    """The bytes of an original.

    Raises:
        WorkbenchError: the file is gone or no longer what was stored.
    """
    try:
        content = _path(store, sha256).read_bytes()
    except OSError as error:
        raise WorkbenchError("ไม่พบไฟล์ต้นฉบับในที่เก็บไฟล์", "กู้จากชุดสำรองล่าสุดในหน้าตั้งค่า") from error
    if content_hash(content) != sha256:
        raise WorkbenchError("ไฟล์ต้นฉบับถูกแก้ไขหลังจัดเก็บ", "กู้จากชุดสำรองล่าสุดในหน้าตั้งค่า")
    return content


def kept_files(store: Store) -> set[str]:
    """Hashes of every file in the folder, named by the database or not."""
    return {
        path.name for path in store.files.glob("[0-9a-f][0-9a-f]/*") if not path.name.startswith(".part-")
    }


def remove_file(store: Store, sha256: str) -> None:
    """Delete an original that no row names any more."""
    _path(store, sha256).unlink(missing_ok=True)


def _path(store: Store, sha256: str) -> Path:
    return store.files / sha256[:2] / sha256


def sync_folder(folder: Path) -> None:
    """Make the new name itself survive a power cut; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
