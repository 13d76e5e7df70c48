"""PDFs made to hurt whoever opens them: refused with a code or read, in the child, within its caps."""

import zlib
from collections.abc import Callable

import pytest

from lib.errors import RefusedFile
from lib.ingest.child import read_document
from lib.ingest.limits import MEGABYTE, ReaderCaps
from tests.ingest.pdf_files import lines_of, make_pdf
from tests.robustness.crafted_documents import pdf

CAPS = ReaderCaps(wall_seconds=30.0, cpu_seconds=20, memory_bytes=1_000 * MEGABYTE)
_CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
_PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</A 5 0 R>>>>>>"


def _stream(packed: bytes, entries: bytes = b"/Filter/FlateDecode") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(packed), packed)


def _page_of(content: bytes, form: bytes = b"null", entries: bytes = b"/Filter/FlateDecode") -> bytes:
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    return pdf(_CATALOGUE, pages, _PAGE, _stream(content, entries), form)


def _calls_itself() -> bytes:
    entries = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A 5 0 R>>>>"
    return _page_of(zlib.compress(b"/A Do\n" * 50), _stream(b"/A Do", entries))


def _bomb() -> bytes:
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(bytes(10 * MEGABYTE)) for _ in range(100)) + packer.flush()


CRAFTED: dict[str, Callable[[], bytes]] = {
    "flate bomb of a gigabyte": lambda: _page_of(_bomb()),
    "double flate bomb": lambda: _page_of(
        zlib.compress(_bomb()), entries=b"/Filter[/FlateDecode/FlateDecode]"
    ),
    "form that draws itself": _calls_itself,
    "600,000 drawings": lambda: _page_of(zlib.compress(b"0 0 m 9 9 l S\n" * 600_000)),
    "200,000 words": lambda: make_pdf(lines_of("ก 1 " * 50_000)),
    "page tree in a circle": lambda: pdf(_CATALOGUE, b"<</Type/Pages/Kids[2 0 R]/Count 1>>"),
    "arrays 100,000 deep": lambda: pdf(_CATALOGUE, b"[" * 100_000 + b"]" * 100_000),
    "one page 5,000 times": lambda: pdf(
        _CATALOGUE, b"<</Type/Pages/Count 5000/Kids[" + b"3 0 R " * 5000 + b"]>>", _PAGE, _stream(b"")
    ),
    "length that lies": lambda: pdf(_CATALOGUE, b"<</Length 99999999999>>stream\n"),
    "only its start": lambda: b"%PDF-1.7\n",
}


@pytest.mark.parametrize("name", CRAFTED)
def test_a_crafted_pdf_is_refused_or_read_and_harms_nobody(name: str) -> None:
    code = ""
    n_pages = 0
    try:
        n_pages = read_document(CRAFTED[name](), "รายงาน.pdf", caps=CAPS).page_count
    except RefusedFile as refused:
        code = refused.code
    assert code in {"F03", "F10", "F11", "F19", "S04"} or 1 <= n_pages <= 200
    assert read_document(make_pdf(lines_of("มาตรฐานที่ 1")), "ดี.pdf").blocks
