"""One page of a PDF to a picture; runs in the reader child only."""

import json
import struct
import zlib
from typing import Final

import pypdfium2 as pdfium

from lib.ingest.limits import PICTURE_SIDE_MAX
from lib.ingest.pdf_opening import open_pdf
from lib.ingest.refusals import make_refusal
from lib.ingest.transfer import ResultWriter

_POINTS_PER_INCH: Final = 72
# Pages are mostly white: the fastest packing is nearly as small as the best.
_PACKING: Final = 1
_RGB: Final = 2


def write_picture(given: bytes, writer: ResultWriter) -> None:
    """Draw one page as a PNG, with what a person has filled into its form.

    Args:
        given: a line of JSON with the page and the dots per inch, then the file.

    Raises:
        RefusedFile: as for the text of a PDF; S04 for a page it has not or that cannot be drawn.
    """
    line, _, content = given.partition(b"\n")
    about = json.loads(line)
    number, dpi = int(about["page"]), int(about["dpi"])
    document = open_pdf(content)
    if not 1 <= number <= len(document):
        raise make_refusal("S04-page", page=number)
    document.init_forms()
    try:
        page = document[number - 1]
        width, height = page.get_size()
        scale = min(dpi / _POINTS_PER_INCH, PICTURE_SIDE_MAX / max(width, height, 1.0))
        bitmap = page.render(scale=scale, rev_byteorder=True, limit_image_cache=True)
    except (pdfium.PdfiumError, ValueError) as error:
        raise make_refusal("S04-page", page=number) from error
    picture = _png(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)
    writer.write_header("file", n_bytes=len(picture))
    writer.write_bytes(picture)


def _png(pixels: bytes, width: int, height: int, stride: int) -> bytes:
    """Three bytes a pixel, rows from the top, each ``stride`` bytes long."""
    rows = b"".join(b"\0" + pixels[row * stride : row * stride + 3 * width] for row in range(height))
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, _RGB, 0, 0, 0)),
            _chunk(b"IDAT", zlib.compress(rows, _PACKING)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
