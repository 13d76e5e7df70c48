"""Numbers of persons in evidence: never typed about it; a list of them is refused, a few are told."""

import re
from typing import Final

from lib.domain.issues import Issue, Severity
from lib.domain.persons import PersonSort
from lib.errors import RefusedFile, WorkbenchError
from lib.ingest.guards_zip import open_checked_archive
from lib.ingest.personal_cells import number_in
from lib.ingest.refusals import NOTHING_SAVED

_NEVER_KEPT: Final = frozenset({PersonSort.CITIZEN_ID, PersonSort.PUPIL_CODE})
_PARTS: Final = re.compile(
    r"(?:word/(?:document|header\d*|footer\d*)|xl/sharedStrings|xl/worksheets/\w+)\.xml"
)
#: What ends a text that a person reads as one: a paragraph, a cell, a shared text.
_ENDS: Final = re.compile(rb"</(?:w:p|si|c|v)>")
_TAG: Final = re.compile(rb"<[^>]*>")
#: An order may name the number of an officer; so many are a list of persons.
_A_LIST: Final = 5
#: Each part is looked at so far; a list of persons shows itself at its beginning.
_LOOKED_BYTES: Final = 8_000_000


def refuse_numbers_of_persons(*texts: str) -> None:
    """See that texts typed about evidence name no citizen and no pupil by number.

    Raises:
        WorkbenchError: one does.
    """
    for text in texts:
        sort = number_in(text)
        if sort in _NEVER_KEPT:
            raise WorkbenchError(
                f"ข้อความหรือชื่อไฟล์มี{sort.label} ซึ่งระบบนี้ไม่เก็บข้อมูลรายบุคคล",
                f"ลบเลขนั้นออก แล้วลองใหม่ {NOTHING_SAVED}",
            )


def check_numbers_of_persons(content: bytes, file_name: str) -> tuple[Issue, ...]:
    """A remark (V17) where an admitted Word or Excel file holds a few such numbers; it is kept as it is.

    Raises:
        RefusedFile: V17; it holds a list of persons.
    """
    if not content.startswith(b"PK"):
        return ()
    n_found = 0
    with open_checked_archive(content) as archive:
        for name in filter(_PARTS.fullmatch, archive.namelist()):
            with archive.open(name) as part:
                texts = _TAG.sub(b"", _ENDS.sub(b"\n", part.read(_LOOKED_BYTES))).decode("utf-8", "replace")
            n_found += sum(number_in(line) in _NEVER_KEPT for line in texts.splitlines())
    if n_found >= _A_LIST:
        raise RefusedFile(
            "V17",
            f"{file_name} มีเลขประจำตัวประชาชนหรือนักเรียน {n_found:,} แห่ง เป็นรายชื่อบุคคล จึงไม่รับเป็นหลักฐาน",
            f"แนบฉบับที่ปกปิดเลขแล้ว หรือสรุปเป็นจำนวนรายโรงเรียน {NOTHING_SAVED}",
        )
    if not n_found:
        return ()
    return (
        Issue(
            Severity.WARNING,
            "V17",
            f"{file_name} มีเลขที่เข้าเกณฑ์เลขประจำตัวประชาชนหรือนักเรียน {n_found:,} แห่ง และจะติดไปกับไฟล์ ZIP ที่ส่งออก",
            "ปกปิดเลขในไฟล์ แล้วแทนด้วยไฟล์ฉบับใหม่ หรือนำไฟล์นี้ออก",
        ),
    )
