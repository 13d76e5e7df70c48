"""The package of an office's template: usual namespaces, no macros, nothing outside the file."""

import io
import re
import zipfile

from lib.domain.office_xml import to_transitional
from lib.report.fixed_dates import with_fixed_dates

_XML_ENDINGS = (".xml", ".rels")
_MAIN_TYPES = (
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    b"application/vnd.ms-word.document.macroEnabled.main+xml",
    b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
)
_DOCUMENT_TYPE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OUTSIDE = re.compile(
    rb"<Relationship\b[^>]*TargetMode\s*=\s*[\"']External[\"'][^>]*?/?>(?:</Relationship>)?"
)
_HYPERLINK = re.compile(rb"/hyperlink[\"']")
_ID = re.compile(rb"\bId\s*=\s*[\"']([^\"']+)[\"']")
_MACRO_PARTS = re.compile(r"vba(?:project|data)", re.IGNORECASE)
# An attached template or a mail merge makes Word ask about files of another machine; protection and
# tracking would meet whoever opens the report.
_SETTINGS_DROPPED = re.compile(
    rb"<w:(attachedTemplate|mailMerge|documentProtection|writeProtection|trackRevisions|revisionView)\b"
    rb"(?:[^>]*/>|.*?</w:\1>)",
    re.DOTALL,
)


def tidy_package(content: bytes) -> bytes:
    """The template as a plain docx; the same file gives the same bytes.

    Raises:
        zipfile.BadZipFile, KeyError: it is no office file.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as old:
        parts = {
            entry.filename: old.read(entry)
            for entry in old.infolist()
            if not entry.is_dir() and not _MACRO_PARTS.search(entry.filename)
        }
    for name, part in parts.items():
        if name.endswith(_XML_ENDINGS):
            part = to_transitional(part)
        if name.endswith(".rels"):
            part = _without_outside(part)
        elif name.endswith("settings.xml"):
            part = _SETTINGS_DROPPED.sub(b"", part)
        parts[name] = part
    types = parts["[Content_Types].xml"]
    for main_type in _MAIN_TYPES:
        types = types.replace(main_type, _DOCUMENT_TYPE)
    parts["[Content_Types].xml"] = types
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name, part in parts.items():
            new.writestr(name, part)
    return with_fixed_dates(stream.getvalue())


def _without_outside(rels: bytes) -> bytes:
    """Links of a part without those that Word would follow by itself."""

    def kept(found: re.Match[bytes]) -> bytes:
        return found[0] if _HYPERLINK.search(found[0]) else b""

    rels = _OUTSIDE.sub(kept, rels)
    return re.sub(rb"<Relationship\b[^>]*vbaProject[^>]*/>", b"", rels)
