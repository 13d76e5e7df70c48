"""Tab names made fit to show: nothing invisible, no two alike; a remark says where one was changed."""

import unicodedata
from collections.abc import Iterable
from typing import Final

from lib.domain.issues import Issue, Severity
from lib.ingest.plain_text import PlainText

# Excel stops at 31; other formats do not stop.
_LONGEST: Final = 100
_NAMELESS: Final = "ชีต"


def tidy_sheet_names(names: Iterable[str]) -> tuple[tuple[str, ...], tuple[Issue, ...]]:
    """The names as they are shown, in order, and a remark (A02) for each that is not what the file says."""
    shown: list[str] = []
    issues = []
    taken: set[str] = set()
    for name in names:
        plain = " ".join(PlainText().clean(name).split())[:_LONGEST].strip() or _NAMELESS
        number, unique = 1, plain
        while unique.casefold() in taken:
            number += 1
            unique = f"{plain} ({number})"
        taken.add(unique.casefold())
        shown.append(unique)
        if unique != " ".join(unicodedata.normalize("NFC", name).split(" ")).strip():
            message = f"ปรับชื่อชีตเป็น “{unique}” เพราะชื่อเดิมยาวเกินไป ซ้ำกัน หรือมีอักขระที่มองไม่เห็น"
            hint = "ไม่ต้องทำอะไร เนื้อหาของชีตไม่เปลี่ยน"
            issues.append(Issue(Severity.INFO, "A02", message, hint, unique))
    return tuple(shown), tuple(issues)
