"""What an office archive says it is, and where its main part stands."""

import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from lib.ingest.file_kind import FileKind
from lib.ingest.limits import MEGABYTE
from lib.ingest.refusals import make_refusal

_CONTENT_TYPES: Final = "[Content_Types].xml"
_MANIFEST: Final = "META-INF/manifest.xml"
_SMALL_PART_BYTES: Final = 4 * MEGABYTE
_OFFICE_DOCUMENT: Final = "/officeDocument"
_MAIN_TYPES: Final = (
    ("spreadsheetml.sheet.main+xml", FileKind.XLSX),
    ("spreadsheetml.template.main+xml", FileKind.XLSX),
    ("ms-excel.sheet.macroenabled.main+xml", FileKind.XLSM),
    ("ms-excel.template.macroenabled.main+xml", FileKind.XLSM),
    ("ms-excel.sheet.binary.macroenabled.main", FileKind.XLSB),
    ("wordprocessingml.document.main+xml", FileKind.DOCX),
    ("wordprocessingml.template.main+xml", FileKind.DOCX),
    ("ms-word.document.macroenabled.main+xml", FileKind.DOCX),
    ("ms-word.template.macroenabled.main+xml", FileKind.DOCX),
)
_OPEN_DOCUMENTS: Final = (
    (b"application/vnd.oasis.opendocument.text", "text"),
    (b"application/vnd.oasis.opendocument.presentation", "slides"),
)
_MIME_BYTES: Final = 200
_OPEN_DOCUMENT_SHEET: Final = b"application/vnd.oasis.opendocument.spreadsheet"


@dataclass(frozen=True, slots=True)
class Relation:
    """A link from one part to another, with the target as a part name."""

    id: str
    kind: str
    target: str


def find_archive_kind(archive: zipfile.ZipFile) -> FileKind:
    """The office kind of an archive, ``ZIP`` for any other archive.

    Raises:
        RefusedFile: F11 when the list of contents cannot be read.
    """
    names = set(archive.namelist())
    if "mimetype" in names and archive.getinfo("mimetype").file_size < _MIME_BYTES:
        mime = archive.read("mimetype").strip()
        return FileKind.ODS if mime.startswith(_OPEN_DOCUMENT_SHEET) else FileKind.ZIP
    if _CONTENT_TYPES not in names:
        return FileKind.ZIP
    declared = {
        element.get("ContentType", "").lower() for element in read_small_xml(archive, _CONTENT_TYPES).iter()
    }
    for ending, kind in _MAIN_TYPES:
        if any(content_type.endswith(ending) for content_type in declared):
            return kind
    return FileKind.ZIP


def name_other_archive(archive: zipfile.ZipFile) -> str:
    """What an archive of no known office kind is: ``text`` (odt), ``slides``, empty for anything else."""
    names = set(archive.namelist())
    if "ppt/presentation.xml" in names:
        return "slides"
    if "mimetype" not in names or archive.getinfo("mimetype").file_size >= _MIME_BYTES:
        return ""
    mime = archive.read("mimetype").strip()
    return next((kind for start, kind in _OPEN_DOCUMENTS if mime.startswith(start)), "")


def is_encrypted_open_document(archive: zipfile.ZipFile) -> bool:
    """True when the manifest says that parts are encrypted: a password was set."""
    if _MANIFEST not in archive.namelist():
        return False
    return any(
        element.tag.endswith("}encryption-data") for element in read_small_xml(archive, _MANIFEST).iter()
    )


def find_main_part(archive: zipfile.ZipFile, expected: str) -> str:
    """Name of the workbook's or document's main part; Word Online calls it ``word/document2.xml``."""
    for relation in read_relations(archive, ""):
        if relation.kind.endswith(_OFFICE_DOCUMENT):
            return relation.target
    return expected


def read_relations(archive: zipfile.ZipFile, part: str) -> tuple[Relation, ...]:
    """The links of a part, or of the whole package for ``""``; none when it has no list of them."""
    folder, name = posixpath.split(part)
    listing = posixpath.join(folder, "_rels", f"{name}.rels")
    if listing not in archive.namelist():
        return ()
    relations = []
    for element in read_small_xml(archive, listing):
        if element.get("TargetMode") == "External":
            continue
        target = element.get("Target", "")
        absolute = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
        relations.append(
            Relation(element.get("Id", ""), element.get("Type", ""), posixpath.normpath(absolute))
        )
    return tuple(relations)


def read_small_xml(archive: zipfile.ZipFile, part: str) -> Element:
    """Parse a listing part whole.

    Raises:
        RefusedFile: F11 when it is absent, too large or not well formed.
    """
    try:
        if archive.getinfo(part).file_size > _SMALL_PART_BYTES:
            raise make_refusal("F11", part=part)
        root: Element = fromstring(archive.read(part))
    except (
        KeyError,
        ParseError,
        DefusedXmlException,
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        ValueError,
    ) as error:
        raise make_refusal("F11", part=part) from error
    return root
