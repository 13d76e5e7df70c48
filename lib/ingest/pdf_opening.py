"""Opens a PDF or says why it cannot be opened; reader child only."""

from typing import Final

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from lib.ingest.refusals import make_refusal

_END_MARK: Final = b"%%EOF"
_TAIL_BYTES: Final = 2048


def open_pdf(content: bytes) -> pdfium.PdfDocument:
    """pdfium's document.

    Raises:
        RefusedFile: F09 with a password, F10 or F11 when damaged, S04 without a page.
    """
    try:
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        fault = raw.FPDF_GetLastError()
        if fault == raw.FPDF_ERR_PASSWORD:
            raise make_refusal("F09") from error
        if fault == raw.FPDF_ERR_SUCCESS:
            # Its parts are sound, and no page is among them.
            raise make_refusal("S04-document") from error
        if _END_MARK not in content[-_TAIL_BYTES:]:
            raise make_refusal("F10") from error
        raise make_refusal("F11-pdf") from error
