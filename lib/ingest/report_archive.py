"""Reports that come together in one zip file: told apart without unpacking more than one at a time."""

import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from lib.errors import RefusedFile
from lib.ingest.content_types import find_archive_kind, name_other_archive
from lib.ingest.file_kind import FileKind, find_kind
from lib.ingest.guards_zip import check_sizes, open_checked_archive
from lib.ingest.limits import ARCHIVE_REPORTS_MAX, FILE_BYTES_MAX, MEGABYTE
from lib.ingest.refusals import make_refusal

_UTF8_FLAG: Final = 0x800
_LEFT_BEHIND: Final = frozenset({"thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class ReportFile:
    """One file to read.

    Attributes:
        name: as the person or the archive names it; never used as a path.
        load: gives its content when its turn has come; may refuse.
    """

    name: str
    load: Callable[[], bytes]


def split_archive(name: str, content: bytes) -> tuple[ReportFile, ...]:
    """The files of a plain zip, or the file itself; a zip that must not be opened refuses when it is read."""
    if find_kind(content) is not FileKind.ZIP:
        return (ReportFile(name, lambda: content),)
    try:
        with open_checked_archive(content, is_of_files=True) as archive:
            if find_archive_kind(archive) is not FileKind.ZIP:
                return (ReportFile(name, lambda: content),)
            entries = [entry for entry in archive.infolist() if is_report_name(_name(entry))]
        if len(entries) > ARCHIVE_REPORTS_MAX:
            raise make_refusal("F03-archive", files=len(entries), limit=ARCHIVE_REPORTS_MAX)
        if not entries:
            raise make_refusal("F16")
    except RefusedFile as error:
        # Word and Excel set their own passwords in another container: this one is the archive's.
        refusal = make_refusal("F09-archive") if error.code == "F08" else error
        return (ReportFile(name, lambda: _refuse(refusal)),)
    return tuple(ReportFile(_name(entry), _loader(content, entry)) for entry in entries)


def is_report_name(path: str) -> bool:
    """False for a folder's own entry and for what programs leave in folders: hidden and half-saved files."""
    *folders, name = path.replace("\\", "/").split("/")
    is_hidden = name.startswith((".", "~$")) or any(
        folder.startswith((".", "__MACOSX")) for folder in folders
    )
    return bool(name) and not is_hidden and name.lower() not in _LEFT_BEHIND


def _name(entry: zipfile.ZipInfo) -> str:
    """The name as it was written: Windows in Thai writes cp874 and says nothing of it."""
    if entry.flag_bits & _UTF8_FLAG:
        return entry.filename
    written = entry.filename.encode("cp437", "replace")
    for encoding in ("utf-8", "cp874"):
        try:
            return written.decode(encoding)
        except UnicodeDecodeError:
            continue
    return entry.filename


def _loader(content: bytes, entry: zipfile.ZipInfo) -> Callable[[], bytes]:
    def load() -> bytes:
        if entry.file_size > FILE_BYTES_MAX:
            size, limit = -(-entry.file_size // MEGABYTE), FILE_BYTES_MAX // MEGABYTE
            raise make_refusal("F02", megabytes=size, limit=limit)
        check_sizes([entry])
        try:
            with zipfile.ZipFile(BytesIO(content)) as archive:
                inner = archive.read(entry)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError) as error:
            raise make_refusal("F11", part=_name(entry)[:80]) from error
        if _name(entry).lower().endswith(".zip") and _is_archive_of_files(inner):
            raise make_refusal("F16-nested")
        return inner

    return load


def _is_archive_of_files(content: bytes) -> bool:
    """A zip that is neither an office file nor anything else with a name of its own."""
    if find_kind(content) is not FileKind.ZIP:
        return False
    try:
        with open_checked_archive(content, is_of_files=True) as archive:
            return find_archive_kind(archive) is FileKind.ZIP and not name_other_archive(archive)
    except RefusedFile:
        # Its own door says why.
        return False


def _refuse(refusal: RefusedFile) -> bytes:
    raise refusal
