"""Look at a backup from end to end before anything is done with it."""

import hashlib
import re
import zipfile
from collections.abc import Iterator

from alembic.script import ScriptDirectory

from lib.storage.backup_format import MANIFEST, Manifest, RefusedBackup, read_manifest, table_path
from lib.storage.upgrade import alembic_config

DAMAGED = "ชุดสำรองเสียหายหรือคัดลอกมาไม่ครบ"
FILE_NAME = re.compile(r"files/[0-9a-f]{64}")
_LONGEST_MANIFEST = 64 * 1024 * 1024
_BLOCK = 1024 * 1024


def read_and_compare(archive: zipfile.ZipFile) -> Manifest:
    """The manifest, once every member has the name, the size and the hash that it states.

    Raises:
        RefusedBackup: anything is missing, surplus, damaged or of a newer program.
    """
    entries = archive.infolist()
    by_name = {entry.filename: entry for entry in entries}
    if MANIFEST not in by_name or len(by_name) != len(entries):
        raise RefusedBackup("ไฟล์ ZIP นี้ไม่ใช่ชุดสำรองของโปรแกรมนี้")
    if by_name[MANIFEST].file_size > _LONGEST_MANIFEST:
        raise RefusedBackup(DAMAGED)
    manifest = read_manifest(archive.read(MANIFEST))
    known = {each.revision for each in ScriptDirectory.from_config(alembic_config()).walk_revisions()}
    if manifest.revision not in known:
        raise RefusedBackup("ชุดสำรองนี้มาจากโปรแกรมรุ่นใหม่กว่า", "ปรับโปรแกรมในเครื่องนี้เป็นรุ่นล่าสุดก่อน แล้วกู้คืนใหม่")
    tables = {table_path(name) for name in manifest.columns}
    files = set(manifest.members) - tables
    if set(by_name) - {MANIFEST} != set(manifest.members) or not tables <= set(manifest.members):
        raise RefusedBackup("ไฟล์ในชุดสำรองไม่ครบหรือเกินจากสารบัญ")
    if not all(FILE_NAME.fullmatch(name) for name in files):
        raise RefusedBackup("ชุดสำรองมีชื่อไฟล์ที่ไม่ปลอดภัย")
    for name, member in manifest.members.items():
        wanted = name.removeprefix("files/") if name in files else member.sha256
        if by_name[name].file_size != member.n_bytes or member.sha256 != wanted:
            raise RefusedBackup(f"{DAMAGED} (ส่วน {name})")
        digest = hashlib.sha256()
        for block in _blocks(archive, name, member.n_bytes):
            digest.update(block)
        if digest.hexdigest() != member.sha256:
            raise RefusedBackup(f"{DAMAGED} (ส่วน {name})")
    return manifest


def _blocks(archive: zipfile.ZipFile, name: str, n_bytes: int) -> Iterator[bytes]:
    """The content of a member, never more than the manifest states."""
    with archive.open(name) as stream:
        left = n_bytes
        while block := stream.read(_BLOCK):
            left -= len(block)
            if left < 0:
                raise RefusedBackup(f"{DAMAGED} (ส่วน {name})")
            yield block
