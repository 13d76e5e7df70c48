"""What was done to a school's self-assessment report, from its first file to the present one."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from lib.domain.assessments import SelfAssessment


class ReportAction(StrEnum):
    """What people do to a saved report."""

    SAVE = "save"
    REPLACE = "replace"
    CORRECT = "correct"
    CONFIRM = "confirm"
    REOPEN = "reopen"
    REMOVE = "remove"

    @property
    def label(self) -> str:
        return {
            ReportAction.SAVE: "อ่านจากไฟล์และบันทึกเป็นฉบับร่าง",
            ReportAction.REPLACE: "ใช้ไฟล์นี้แทนฉบับก่อน และบันทึกเป็นฉบับร่าง",
            ReportAction.CORRECT: "แก้ไข",
            ReportAction.CONFIRM: "เทียบกับข้อความในรายงานแล้วยืนยัน",
            ReportAction.REOPEN: "เปิดแก้ไขอีกครั้ง",
            ReportAction.REMOVE: "นำรายงานออก",
        }[self]


@dataclass(frozen=True, slots=True)
class ReportEvent:
    """One thing done to a report.

    Attributes:
        before / after: what the report said until then, and from then on; None where there was no report.
        file_name: of the file that came in, or was taken out; empty for the others.
        reason: why it was reopened or taken out, in the person's words.
    """

    action: ReportAction
    at: datetime
    by: str
    before: SelfAssessment | None
    after: SelfAssessment | None
    file_name: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RemovedReport:
    """A report that was taken out and that no later one stands in for."""

    school_id: str
    academic_year_be: int
    file_name: str
    at: datetime
    by: str
    reason: str
