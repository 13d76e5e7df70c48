"""The rows of a KPI evidence form: what each asks for and the blanks it prints."""

from dataclasses import dataclass
from enum import StrEnum


class FieldType(StrEnum):
    """What may be written in an evidence field.

    ``order_no``: a number in a series, such as 125/2568. ``project``: names of projects, one a line.
    """

    TEXT = "text"
    NUMBER = "number"
    ORDER_NO = "order_no"
    YEAR_BE = "year_be"
    DATE_BE = "date_be"
    PAGE = "page"
    PROJECT = "project"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class EvidenceField:
    """One blank to fill in; a value is kept as text, a date as ``YYYY-MM-DD`` of the common era.

    Attributes:
        required: an empty one keeps the item from counting.
        choices: the allowed texts of a choice.
        blank_lines: dotted lines printed while it is empty.
    """

    id: str
    label: str
    type: FieldType
    required: bool = True
    choices: tuple[str, ...] = ()
    blank_lines: int = 1


@dataclass(frozen=True, slots=True)
class SubCriterion:
    """One line of โดยพิจารณา, numbered as on the form."""

    number: str
    text: str


class WorkOutput(StrEnum):
    """What the workbench writes itself and what an item may be proven with."""

    CATALOGUE = "catalogue"
    INTAKE = "intake"
    VISITS = "visits"
    FINDINGS = "findings"
    SAR_READINGS = "sar_readings"
    SAR_REPORT = "sar_report"
    COMMITTEE_REPORT = "committee_report"
    RECOMMENDATIONS = "recommendations"
    MEETING_ANSWERS = "meeting_answers"

    @property
    def label(self) -> str:
        return _OUTPUT_LABELS[self]


_OUTPUT_LABELS = {
    WorkOutput.CATALOGUE: "พจนานุกรมตัวชี้วัด 4 ด้าน",
    WorkOutput.INTAKE: "บันทึกการรับข้อมูล",
    WorkOutput.VISITS: "บันทึกการนิเทศและตรวจเยี่ยม",
    WorkOutput.FINDINGS: "ผลการวิเคราะห์ที่พิจารณาแล้ว",
    WorkOutput.SAR_READINGS: "บันทึกการอ่านรายงาน SAR",
    WorkOutput.SAR_REPORT: "รายงานการสังเคราะห์ SAR",
    WorkOutput.COMMITTEE_REPORT: "รายงาน ก.ต.ป.น.",
    WorkOutput.RECOMMENDATIONS: "ข้อเสนอแนะที่รับแล้ว",
    WorkOutput.MEETING_ANSWERS: "บันทึกคำตอบในที่ประชุม",
}


@dataclass(frozen=True, slots=True)
class EvidenceOffer:
    """An output of the workbench that fits an item, and the kind of evidence it is there."""

    output: WorkOutput
    kind: str


@dataclass(frozen=True, slots=True)
class FormItem:
    """One row of the form.

    Attributes:
        number: as printed.
        level: the milestone it stands for; 0 in a checklist.
        round_id: the round in which it is first reported.
        lines: the third column as printed; ``{id}`` is a field, ``{id.day}``, ``{id.month}``, ``{id.year}``
            are parts of a date.
        sub_criteria: each is answered มี or ไม่มี by itself, and the item counts only if all are there.
        min_files: accepted files needed.
        offers: outputs of the workbench that prove it.
    """

    id: str
    number: int
    level: int
    round_id: str
    title: str
    lines: tuple[str, ...]
    fields: tuple[EvidenceField, ...] = ()
    sub_criteria: tuple[SubCriterion, ...] = ()
    min_files: int = 0
    offers: tuple[EvidenceOffer, ...] = ()
