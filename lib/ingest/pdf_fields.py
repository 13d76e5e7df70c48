"""What a person filled into a PDF's form or typed over a page, as words at their places; reader child only.

pdfium's text of a page has neither: both are drawn above it.
"""

import ctypes
from collections.abc import Callable, Iterator
from typing import Final

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from lib.ingest.limits import PDF_PAGE_LETTERS_MAX
from lib.ingest.pdf_ruler import turn_point
from lib.ingest.pdf_words import Word

_FIELDS_MAX: Final = 2_000
_TEXT_FIELDS: Final = (raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX)
_TICKED: Final = (raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON)
_LARGEST_LETTERS: Final = 14.0
# Part of a field's height that its letters take, and what of it lies below their line.
_FILLED: Final = 0.7
_BELOW: Final = 0.28
# Annotation flags: neither shown on screen nor printed.
_HIDDEN: Final = 0x02 | 0x20
_BYTES_MAX: Final = 2 * PDF_PAGE_LETTERS_MAX

Fill = Callable[[object, int], int]


def read_fields(document: pdfium.PdfDocument, page: pdfium.PdfPage, quarter_turns: int) -> tuple[Word, ...]:
    """Words of the filled-in fields and typed notes of one page; none for a document without either."""
    n_notes = min(int(raw.FPDFPage_GetAnnotCount(page)), _FIELDS_MAX)
    words: list[Word] = []
    for place in range(n_notes):
        note = raw.FPDFPage_GetAnnot(page, place)
        if not note:
            continue
        try:
            if not raw.FPDFAnnot_GetFlags(note) & _HIDDEN:
                words.extend(_note_words(document.formenv, note, quarter_turns))
        finally:
            raw.FPDFPage_CloseAnnot(note)
    return tuple(words)


def _note_words(form: object, note: object, turns: int) -> Iterator[Word]:
    kind = raw.FPDFAnnot_GetSubtype(note)
    if kind == raw.FPDF_ANNOT_FREETEXT:
        text = _read(lambda buffer, size: raw.FPDFAnnot_GetStringValue(note, b"Contents", buffer, size))
        yield from _place(text, note, turns)
    elif kind == raw.FPDF_ANNOT_WIDGET and form is not None:
        field = raw.FPDFAnnot_GetFormFieldType(form, note)
        if field in _TEXT_FIELDS:
            text = _read(lambda buffer, size: raw.FPDFAnnot_GetFormFieldValue(form, note, buffer, size))
            yield from _place(text, note, turns)
        elif field in _TICKED:
            yield from _place("☑" if raw.FPDFAnnot_IsChecked(form, note) else "☐", note, turns)


def _read(fill: Fill) -> str:
    size = int(fill(None, 0))
    if not 2 < size <= _BYTES_MAX:
        return ""
    buffer = ctypes.create_string_buffer(size)
    fill(ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")


def _place(text: str, note: object, turns: int) -> Iterator[Word]:
    """Each line of the text from the upper edge of its field down."""
    box = raw.FS_RECTF()
    lines = [line.strip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    lines = [line for line in lines if line]
    if not lines or not raw.FPDFAnnot_GetRect(note, box):
        return
    one, other = turn_point(box.left, box.bottom, turns), turn_point(box.right, box.top, turns)
    (x0, x1), (y0, y1) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    height = (y1 - y0) / len(lines)
    size = max(1.0, min(_LARGEST_LETTERS, _FILLED * height))
    for place, line in enumerate(lines):
        y = y1 - (place + 1) * height + _BELOW * height
        yield Word(line, x0, x1, y, size, True, False)
