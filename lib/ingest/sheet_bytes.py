"""An xlsx sheet's XML as bytes to search: in UTF-8, with element names as the writer spelled them."""

import codecs
import re
from collections.abc import Iterator
from typing import IO, Final

from lib.ingest.guards_xml import find_xml_encoding

_CHUNK_BYTES: Final = 1 << 20
_PREFIX: Final = re.compile(rb"<(?:([A-Za-z_][\w.-]*):)?worksheet[\s>/]")
_NEEDLES_MAX: Final = 40


class SheetTokens:
    """The byte strings to look for, with the part's namespace prefix."""

    def __init__(self, head: bytes, percent_styles: frozenset[str]) -> None:
        named = _PREFIX.search(head)
        prefix = named[1] + b":" if named and named[1] else b""
        self.row = b"<" + prefix + b"row"
        self.cell = b"<" + prefix + b"c"
        self.end = b"</" + prefix + b"sheetData"
        self.values = (b"<" + prefix + b"v", b"<" + prefix + b"is")
        self.formula = b"<" + prefix + b"f"
        name = re.escape(prefix)
        self.bare_formula = re.compile(
            rb"(?:</%(p)sf>|<%(p)sf\b[^>]*/>)\s*(?:</%(p)sc>|<%(p)sv\s*/>|<%(p)sv[^>]*>\s*</%(p)sv>)"
            % {b"p": name}
        )
        # Each string to look for costs a pass over the part; the rarer quote is tried only where it occurs.
        quotes = (b'"', b"'") if b"='" in head else (b'"',)
        self.errors = tuple(b"t=" + quote + b"e" + quote for quote in quotes)
        styles = sorted(percent_styles)
        self.percents = tuple(
            b"s=" + quote + style.encode() + quote for style in styles[:_NEEDLES_MAX] for quote in quotes
        )
        self.assume_percents = len(styles) > _NEEDLES_MAX


def read_utf8(stream: IO[bytes]) -> Iterator[bytes]:
    """The part in pieces of about a megabyte."""
    head = stream.read(_CHUNK_BYTES)
    encoding = find_xml_encoding(head[:1024])
    if not encoding.startswith("utf-16"):
        while head:
            yield head
            head = stream.read(_CHUNK_BYTES)
        return
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    while head:
        yield decoder.decode(head).encode("utf-8", "replace")
        head = stream.read(_CHUNK_BYTES)
