"""Bytes of a text file to text: byte order mark, else UTF-8, else Thai Windows."""

import re
from dataclasses import dataclass
from typing import Final

from lib.ingest.file_kind import find_utf16
from lib.ingest.refusals import make_refusal

# cp874 and not tis-620: the latter turns the quotes and dashes of Thai Windows into invisible controls.
_THAI_WINDOWS: Final = "cp874"
_THAI: Final = re.compile("[\u0e01-\u0e5b]")
# UTF-8 Thai read as cp874 is a row of เธ and เน; read as Western Windows, of à¸ and à¹.
_GARBLED: Final = re.compile("เธ[\u0e01-\u0e5b\u20ac\u2026\xa0]|เน[\u0e01-\u0e5b\u20ac\u2026\xa0]")
_GARBLED_WESTERN: Final = re.compile("à[¸¹]")
_LAST_BYTES: Final = 3


@dataclass(frozen=True, slots=True)
class DecodedText:
    """A file's text without its byte order mark, and the encoding it was in."""

    text: str
    encoding: str


def decode_text(content: bytes) -> DecodedText:
    """Decode by the three-step rule.

    Raises:
        RefusedFile: F10 when a UTF-8 file is cut inside its last letter, F12 for NUL bytes outside UTF-16,
            C01 with the line that cannot be read.
    """
    if content.startswith(b"\xef\xbb\xbf"):
        return DecodedText(_decode(content, "utf-8-sig"), "utf-8-sig")
    utf16 = find_utf16(content)
    if utf16:
        return DecodedText(_decode(content, utf16), utf16)
    if b"\0" in content:
        raise make_refusal("F12")
    try:
        return DecodedText(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(content) - _LAST_BYTES and _THAI.search(content[: error.start].decode("utf-8")):
            raise make_refusal("F10") from error
    return DecodedText(_decode(content, _THAI_WINDOWS), _THAI_WINDOWS)


def _decode(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise make_refusal("C01", line=content.count(b"\n", 0, error.start) + 1) from error


def looks_garbled(text: str) -> bool:
    """True when Thai was decoded once with the wrong table before it was saved."""
    if len(_GARBLED_WESTERN.findall(text)) >= 3:
        return True
    n_thai = len(_THAI.findall(text))
    return n_thai >= 12 and len(_GARBLED.findall(text)) * 5 >= n_thai
