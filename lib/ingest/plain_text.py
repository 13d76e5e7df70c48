"""Cell texts made plain: NFC, nothing invisible; spaces and line breaks stay as they are."""

import re
import unicodedata
from typing import Final

from lib.domain.issues import Issue, Severity
from lib.ingest.limits import TEXT_LETTERS_MAX
from lib.ingest.refusals import make_refusal

_INVISIBLE: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffe\uffff"
    "\ud800-\udfff]"
)


class PlainText:
    """Cleans texts and counts the characters it took out."""

    def __init__(self) -> None:
        self.n_removed = 0
        self._known: dict[str, str] = {}

    def clean(self, text: str) -> str:
        """The text in NFC without control, bidi and zero-width characters; ``\\r\\n`` becomes ``\\n``.

        Raises:
            RefusedFile: F11 for a text of a million letters.
        """
        if len(text) > TEXT_LETTERS_MAX:
            raise make_refusal("F11-text", letters=len(text))
        if text.isascii() and text.isprintable():
            return text
        known = self._known.get(text)
        if known is not None:
            return known
        plain, removed = _INVISIBLE.subn("", text.replace("\r\n", "\n").replace("\r", "\n"))
        plain = unicodedata.normalize("NFC", plain)
        if removed:
            self.n_removed += removed
        elif len(self._known) < 100_000:
            self._known[text] = plain
        return plain

    @property
    def issues(self) -> tuple[Issue, ...]:
        """One remark (V18) when anything was taken out."""
        if not self.n_removed:
            return ()
        message = f"ลบอักขระที่มองไม่เห็นออกจากข้อความ {self.n_removed:,} ตัว"
        return (Issue(Severity.INFO, "V18", message, "ไม่ต้องทำอะไร ข้อความที่เห็นไม่เปลี่ยน"),)
