"""What must be said about the schools of a table's rows, each at the row's code or name."""

from collections.abc import Sequence

from lib.domain.issues import Issue, Severity
from lib.domain.schools import School
from lib.domain.sheets import address
from lib.ingest.near_names import bare_district
from lib.ingest.rows import Row
from lib.ingest.school_identity import Match

_NAMED_CANDIDATES = 3
_NAMED_DIFFERENCES = 3
#: (column's title, its text in each row) of two rows.
Differences = tuple[tuple[str, tuple[str, ...]], ...]


class SchoolIssues:
    """Issues of one table; ``column`` is the zero-based one that identifies its rows."""

    def __init__(self, sheet: str, column: int) -> None:
        self._sheet = sheet
        self._column = column
        self.found: list[Issue] = []

    def cell(self, row: Row) -> str:
        return address(row.index, self._column)

    def matched_by_name(self, row: Row, school: School) -> None:
        """A code nobody knows beside a name that decided is worth a look."""
        self._add(
            Severity.WARNING,
            "S23",
            f"รหัส {row.code} ไม่มีในทะเบียน จึงจับคู่ด้วยชื่อ “{row.name}” "
            f"กับ {school.name} ({school.smis_code or school.school_id})",
            "ตรวจรหัสในไฟล์ ถ้าไม่ใช่โรงเรียนนี้ให้แก้ก่อนนำเข้า",
            (row,),
            row.code,
        )

    def closed(self, row: Row, school: School) -> None:
        self._add(
            Severity.WARNING,
            "S32",
            f"“{school.name}” เลิกหรือควบรวมแล้วตามทะเบียน แต่มีค่าในแถวนี้ จึงนำเข้าไว้ตามปีของไฟล์",
            "ตรวจว่าเป็นข้อมูลก่อนเลิกหรือควบรวม ถ้าไม่ใช่ให้เลือกโรงเรียนที่ถูกต้อง",
            (row,),
            row.name or row.code,
        )

    def unknown(self, row: Row, match: Match, *, addable: bool, foreign: bool, district: str) -> None:
        """Nobody can tell the school of a row.

        Args:
            addable: it may be added to the register as it is.
            foreign: its code begins as no school of the register does.
            district: of the row, where it contradicts the school of that name.
        """
        shown = " ".join(filter(None, (row.code, row.name)))
        if match.disagrees:
            message = f"รหัส {row.code} เป็นของโรงเรียนอื่นในทะเบียน แต่ชื่อในแถวคือ “{row.name}”"
        elif district:
            message = f"“{shown}” อยู่อำเภอ{bare_district(district)} แต่โรงเรียนชื่อนี้ในทะเบียนอยู่คนละอำเภอ"
        elif foreign:
            message = f"รหัสของ “{shown}” ขึ้นต้นไม่เหมือนโรงเรียนใดในทะเบียน อาจเป็นโรงเรียนของเขตอื่น"
        else:
            message = f"ไม่พบ “{shown}” ในทะเบียนโรงเรียน หรือมีหลายแห่งที่ชื่อนี้"
        hint = "เลือกโรงเรียนจากทะเบียน หรือข้ามแถวนี้"
        if addable:
            hint = "เพิ่มเป็นโรงเรียนใหม่ เลือกโรงเรียนจากทะเบียน หรือข้ามแถวนี้"
        names = " / ".join(map(str, match.candidates[:_NAMED_CANDIDATES]))
        hint += f" อาจหมายถึง {names}" if names else ""
        self._add(Severity.QUESTION, "S15", f"{message} จึงยังไม่นำเข้าแถวนี้", hint, (row,), shown)

    def near(self, row: Row, other: Row, differs: Differences) -> None:
        """Two rows whose names differ by a slip of the finger may be one school."""
        values = " · ".join(
            f"{title} {mine} / {theirs}" for title, (mine, theirs) in differs[:_NAMED_DIFFERENCES]
        )
        self._add(
            Severity.QUESTION,
            "S14",
            f"“{row.name}” (แถว {row.index + 1}) กับ “{other.name}” (แถว {other.index + 1}) "
            f"อาจเป็นโรงเรียนเดียวกัน (สะกดต่างกัน){f' ค่าในแถว: {values}' if values else ''}",
            "เลือกโรงเรียนของแถวที่ยังไม่ทราบ ถ้าเป็นแห่งเดียวกันให้เลือกแถวที่ถูกต้องต่อไป หรือข้ามแถวที่ซ้ำ",
            (row, other),
            row.name,
        )

    def doubled(self, school: str, rows: Sequence[Row], severity: Severity, what: str, hint: str) -> None:
        numbers = ", ".join(str(row.index + 1) for row in rows)
        said = f"โรงเรียน “{school}” ปรากฏ {len(rows)} แถว (แถว {numbers}) {what}"
        self._add(severity, "S13", said, hint, rows, school)

    def _add(
        self, severity: Severity, code: str, message: str, hint: str, rows: Sequence[Row], value: str
    ) -> None:
        cells = ", ".join(map(self.cell, rows))
        self.found.append(Issue(severity, code, message, hint, self._sheet, cells, value))
