"""The name a file was handed in under, made fit to keep and show; it is never used on the disk."""

import re
import unicodedata
from typing import Final

from lib.domain.issues import Issue, Severity
from lib.thai.text import clean_text

_LONGEST_NAME: Final = 200
_SPACE: Final = re.compile(r"[ \u00a0]+")
_EMPTY: Final = "ไฟล์"


def tidy_file_name(file_name: str, endings: tuple[str, ...] = ()) -> tuple[str, tuple[Issue, ...]]:
    """The last part of a path in either notation, without invisible characters, shortened.

    Args:
        endings: those that tell the truth about the content, the usual one first; none keeps the name's.

    Returns:
        The name, and a remark (A02) where more than a folder was taken away.
    """
    last = file_name.replace("\\", "/").rsplit("/", 1)[-1]
    name = clean_text(last) or _EMPTY
    stem, kept = _part(name, endings)
    shown = f"{stem[: _LONGEST_NAME - len(kept)]}{kept}"
    if shown == _SPACE.sub(" ", unicodedata.normalize("NFC", last)).strip():
        return shown, ()
    message = f"ปรับชื่อไฟล์เป็น “{shown}” เพราะชื่อเดิมยาวเกินไป มีอักขระพิเศษ หรือนามสกุลไม่ตรงกับเนื้อหา"
    return shown, (Issue(Severity.INFO, "A02", message, "ไม่ต้องทำอะไร เนื้อหาของไฟล์ไม่เปลี่ยน"),)


def _part(name: str, endings: tuple[str, ...]) -> tuple[str, str]:
    """Stem and ending of a name; the ending of the content where the name has another."""
    if not endings:
        stem, dot, own = name.rpartition(".")
        return (stem, f".{own}") if dot and stem and len(own) <= 5 else (name, "")
    ending = next((each for each in endings if name.lower().endswith(each)), "")
    stem = name[: -len(ending)] if ending else name
    return stem, name[len(stem) :] or endings[0]
