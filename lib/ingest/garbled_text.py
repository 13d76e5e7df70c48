"""Thai letters that were once decoded with the wrong table: noticed, and read back where nothing was lost."""

import re
from typing import Final

_THAI: Final = re.compile("[\u0e01-\u0e5b]")
# UTF-8 Thai read as cp874 is a row of เธ and เน; read as Western Windows, of à¸ and à¹.
_AS_THAI_WINDOWS: Final = re.compile(
    "เธ[\u0e01-\u0e5b\u20ac\u2026\x80-\xa0]|เน[\u0e01-\u0e5b\u20ac\u2026\x80-\xa0]"
)
_AS_WESTERN: Final = re.compile("à[¸¹]")
# One-byte Thai read as Western Windows is a run of accented letters; no language writes six in a row.
_THAI_AS_WESTERN: Final = re.compile("[\u00a1-\u00fb]{6,}")
_LOST: Final = re.compile("\ufffd{2,}|\\?{4,}")
_FOREIGN_RUN: Final = re.compile("[^\x00-\x7f]+")
_SAMPLE_CHARACTERS: Final = 200_000
_ENOUGH: Final = 3

#: name -> (table the letters were wrongly read with, table they were written in)
REPAIRS: Final[dict[str, tuple[str, str]]] = {
    "utf-8 read as cp874": ("cp874", "utf-8"),
    "utf-8 read as cp1252": ("cp1252", "utf-8"),
    "cp874 read as cp1252": ("cp1252", "cp874"),
}


def find_repair(text: str) -> str:
    """Which of ``REPAIRS`` the text calls for; empty when its letters look sound."""
    sample = text[:_SAMPLE_CHARACTERS]
    if len(_AS_WESTERN.findall(sample)) >= _ENOUGH:
        return "utf-8 read as cp1252"
    n_thai = len(_THAI.findall(sample))
    if n_thai >= 12 and len(_AS_THAI_WINDOWS.findall(sample)) * 5 >= n_thai:
        return "utf-8 read as cp874"
    if n_thai == 0 and len(_THAI_AS_WESTERN.findall(sample)) >= _ENOUGH:
        return "cp874 read as cp1252"
    return ""


def has_lost_letters(text: str) -> bool:
    """True when letters were replaced by � or ???? before the file was saved: nothing can bring them back."""
    return len(_LOST.findall(text[:_SAMPLE_CHARACTERS])) >= _ENOUGH


def repair_garbled(text: str, repair: str) -> str:
    """The text with each garbled run read back; runs that are sound stay as they are.

    Args:
        text: as decoded, before anything invisible is taken out: some bytes became control characters.
        repair: one of ``REPAIRS``.

    Returns:
        The repaired text; empty when no run can be read back or one that is garbled cannot.
    """
    wrong, right = REPAIRS[repair]
    n_repaired = n_failed = 0

    def read_back(found: re.Match[str]) -> str:
        nonlocal n_repaired, n_failed
        try:
            repaired = _to_bytes(found[0], wrong).decode(right)
        except UnicodeError:
            n_failed += find_repair(found[0]) == repair
            return found[0]
        n_repaired += 1
        return repaired

    result = _FOREIGN_RUN.sub(read_back, text)
    return result if n_repaired and not n_failed else ""


def _to_bytes(text: str, encoding: str) -> bytes:
    """Letters back to bytes; Windows shows bytes that a table does not know as control characters."""
    return b"".join(
        bytes((ord(letter),)) if "\x80" <= letter <= "\x9f" else letter.encode(encoding) for letter in text
    )
