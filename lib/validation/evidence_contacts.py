"""Whether what was written about the people of a KPI form can be read; every part may stay empty."""

import re
from collections.abc import Iterator

from lib.domain.evidence_contacts import Contact
from lib.domain.issues import Issue, Severity

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PHONE = re.compile(r"\+?[\d\s\-(),]*\d[\d\s\-(),]*(?:ต่อ\s*[\d,\s\-]+)?")
_CITIZEN_DIGITS = 13


def check_contact(contact: Contact) -> tuple[Issue, ...]:
    """Faults of one contact; ``value`` of an issue is never what was typed."""
    return tuple(
        Issue(Severity.ERROR, "E02", f"{contact.role} ช่อง {place}: {reason}", hint)
        for place, reason, hint in _faults(contact)
    )


def _faults(contact: Contact) -> Iterator[tuple[str, str, str]]:
    if contact.phone and sum(letter.isdigit() for letter in contact.phone) == _CITIZEN_DIGITS:
        yield "โทรศัพท์", "มี 13 หลัก เหมือนเลขประจำตัวประชาชน ซึ่งไม่เก็บในระบบนี้", "กรอกเฉพาะหมายเลขโทรศัพท์ที่ติดต่อได้"
    elif contact.phone and not _PHONE.fullmatch(contact.phone):
        yield "โทรศัพท์", "อ่านเป็นหมายเลขไม่ได้", "กรอกเฉพาะตัวเลข เว้นวรรค ขีด และคำว่า ต่อ"
    if contact.email and not _EMAIL.fullmatch(contact.email):
        yield "อีเมล", "ไม่ใช่ที่อยู่อีเมล", "เขียนแบบ ชื่อ@หน่วยงาน หรือเว้นว่างไว้"
