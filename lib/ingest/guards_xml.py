"""No part of an office file may carry a document type definition."""

import codecs
import re
import zipfile
import zlib

from lib.ingest.limits import XML_PROLOG_BYTES_MAX
from lib.ingest.refusals import make_refusal

_FIRST_BYTES = 1024
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BARE_UTF16 = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
_DECLARED_ENCODING = re.compile(r"""<\?xml[^>]*?encoding\s*=\s*["']([^"']*)""")
# libxml2 also reads encodings such as UTF-7 in which "<!DOCTYPE" is spelled in other bytes.
_PLAIN_ENCODINGS = frozenset(
    {"utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "us-ascii", "ascii", "iso-8859-1", "windows-1252"}
)
# What an office part may read as while being no XML: pictures, printer settings, the macro project.
_ELEMENT_START = re.compile(r"<[A-Za-z_:\u0080-\uffff]")


def check_xml_parts(archive: zipfile.ZipFile) -> None:
    """Look at the start of every part up to its first element.

    Args:
        archive: an open archive whose directory was checked.

    Raises:
        RefusedFile: F07 for a DTD, an encoding that could hide one, or a prolog too long to search;
            F11 for a part that cannot be unpacked.
    """
    for entry in archive.infolist():
        if entry.is_dir():
            continue
        try:
            with archive.open(entry) as stream:
                head = stream.read(_FIRST_BYTES)
                encoding = find_xml_encoding(head)
                if encoding and not is_safe_prolog(head, encoding):
                    head += stream.read(XML_PROLOG_BYTES_MAX)
                    if not is_safe_prolog(head, encoding):
                        raise make_refusal("F07", part=entry.filename[:80])
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise make_refusal("F11", part=entry.filename[:80]) from error


def find_xml_encoding(head: bytes) -> str:
    """The byte form of a part that reads as XML: utf-8, utf-16-le or utf-16-be; empty when it is no XML."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    start = head.lstrip(b" \t\r\n")
    for sign, encoding in _BARE_UTF16:
        if start.startswith(sign):
            return encoding
    return "utf-8" if start.startswith(b"<") else ""


def is_safe_prolog(head: bytes, encoding: str) -> bool:
    """True when the first element is reached with nothing but a declaration, comments and instructions."""
    text = head.decode(encoding, "ignore").lstrip("\ufeff \t\r\n")
    declared = _DECLARED_ENCODING.match(text)
    if declared and declared[1].lower() not in _PLAIN_ENCODINGS:
        return False
    place = 0
    while place < len(text):
        if text.startswith("<?", place):
            end, closing = text.find("?>", place), 2
        elif text.startswith("<!--", place):
            end, closing = text.find("-->", place), 3
        else:
            return _ELEMENT_START.match(text, place) is not None
        if end < 0:
            return False
        place = end + closing
        while place < len(text) and text[place].isspace():
            place += 1
    return False
