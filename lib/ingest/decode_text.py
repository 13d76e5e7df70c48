"""Bytes of a text file to text: as picked, else byte order mark, else UTF-8, else Thai Windows."""

import re
from dataclasses import dataclass
from typing import Final

from lib.ingest.file_kind import find_utf16
from lib.ingest.garbled_text import REPAIRS, repair_garbled
from lib.ingest.refusals import make_refusal

# cp874 and not tis-620: the latter turns the quotes and dashes of Thai Windows into invisible controls.
_THAI_WINDOWS: Final = "cp874"
_THAI: Final = re.compile("[\u0e01-\u0e5b]")
_LAST_BYTES: Final = 3

PLAIN_ENCODINGS: Final[dict[str, str]] = {
    "utf-8": "UTF-8",
    "cp874": "ไทยของ Windows (Windows-874 หรือ TIS-620)",
    "utf-16": "UTF-16",
}
#: What a person may pick for a text file, with its name for staff.
TEXT_ENCODINGS: Final[dict[str, str]] = PLAIN_ENCODINGS | dict.fromkeys(REPAIRS, "ซ่อมตัวอักษรไทยที่เพี้ยน")


@dataclass(frozen=True, slots=True)
class DecodedText:
    """A file's text without its byte order mark, and the encoding it was in."""

    text: str
    encoding: str


def decode_text(content: bytes, encoding: str = "") -> DecodedText:
    """Decode by the three-step rule, or as picked.

    Args:
        content: the whole file.
        encoding: one of ``TEXT_ENCODINGS``; empty for what is detected.

    Raises:
        RefusedFile: F10 when a UTF-8 file is cut inside its last letter, F12 for NUL bytes outside UTF-16,
            C01 with the line that cannot be read, also where the picked encoding does not fit.
    """
    if encoding:
        return _decode_as_picked(content, encoding)
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


def _decode_as_picked(content: bytes, encoding: str) -> DecodedText:
    if encoding in REPAIRS:
        repaired = repair_garbled(decode_text(content).text, encoding)
        if not repaired:
            raise make_refusal("C02", encoding=TEXT_ENCODINGS[encoding])
        return DecodedText(repaired, encoding)
    name = {"utf-8": "utf-8-sig", "utf-16": find_utf16(content) or "utf-16"}.get(encoding, encoding)
    if encoding not in TEXT_ENCODINGS:
        raise make_refusal("C01-picked", encoding=encoding[:20], line=1)
    try:
        text = content.decode(name)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise make_refusal("C01-picked", encoding=TEXT_ENCODINGS[encoding], line=line) from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise make_refusal("C01-picked", encoding=TEXT_ENCODINGS[encoding], line=line)
    return DecodedText(text, encoding)


def _decode(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise make_refusal("C01", line=content.count(b"\n", 0, error.start) + 1) from error
