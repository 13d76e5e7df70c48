"""Schools' self-assessment reports (SAR) as read, as corrected by a person, and as saved."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from lib.domain.issues import Issue, SettledIssue


class LevelOfEducation(StrEnum):
    """Standards are set apart for the two; most primary schools file both in one book."""

    EARLY_CHILDHOOD = "early_childhood"
    BASIC = "basic"

    @property
    def label(self) -> str:
        return "ปฐมวัย" if self is LevelOfEducation.EARLY_CHILDHOOD else "ขั้นพื้นฐาน"


class StatementKind(StrEnum):
    """What a school says of itself in words."""

    STRENGTH = "strength"
    IMPROVEMENT_AREA = "improvement_area"
    PLAN = "plan"
    SUGGESTION = "suggestion"

    @property
    def label(self) -> str:
        return {
            StatementKind.STRENGTH: "จุดเด่น",
            StatementKind.IMPROVEMENT_AREA: "จุดที่ควรพัฒนา",
            StatementKind.PLAN: "แผนและแนวทางการพัฒนา",
            StatementKind.SUGGESTION: "ข้อเสนอแนะและความต้องการช่วยเหลือ",
        }[self]


class ReportStatus(StrEnum):
    """A draft is what the program read; confirmed means a person has compared it with the text."""

    DRAFT = "draft"
    CONFIRMED = "confirmed"

    @property
    def label(self) -> str:
        return "ฉบับร่าง รอตรวจ" if self is ReportStatus.DRAFT else "ตรวจและยืนยันแล้ว"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in the school's file.

    Attributes:
        page: from 1; None in a workbook.
        block: zero-based position in ``DocumentText.blocks``; None in a workbook.
        sheet / cell: of a workbook, as Excel shows them; ``cell`` also names a cell of a document's table.
    """

    page: int | None = None
    block: int | None = None
    sheet: str = ""
    cell: str = ""

    @property
    def label(self) -> str:
        if self.sheet:
            return f"{self.sheet}!{self.cell}"
        return "" if self.page is None else f"หน้า {self.page}"


@dataclass(frozen=True, slots=True)
class OtherLevel:
    """Another place of the same report that states another level for the same standard, item or whole.

    Attributes:
        in_other_form: one of the two places gives a word, the other a number.
    """

    level: int
    place: Place
    quote: str
    in_other_form: bool = False


@dataclass(frozen=True, slots=True)
class Rating:
    """One quality level a school gave itself.

    Attributes:
        standard: number of the standard as text, ``"1"``; empty for the whole level of education.
        item: ``"1.1"``, empty for the standard itself.
        level: 1–5; None where the report's level is unreadable or out of range.
        scale: id of the level vocabulary; a level means nothing without it.
        expected: the target level the school had set.
        percent: the per cent written beside or instead of the level.
        quote: the text it was read from.
        confidence: 0–1, how directly the text says it; 1 for a person's own entry.
        number: the number written beside the level's word or instead of it.
        elsewhere: places that state another level.
        checked_by: who compared it with the report; empty for nobody yet.
    """

    level_of_education: LevelOfEducation
    standard: str
    item: str
    level: int | None
    scale: str
    expected: int | None = None
    percent: float | None = None
    place: Place = Place()
    quote: str = ""
    confidence: float = 1.0
    number: float | None = None
    elsewhere: tuple[OtherLevel, ...] = ()
    checked_by: str = ""

    @property
    def name(self) -> str:
        """``ระดับปฐมวัย มาตรฐานที่ 1 ประเด็น 1.2`` for messages."""
        parts = [f"ระดับ{self.level_of_education.label}"]
        parts += [f"มาตรฐานที่ {self.standard}"] if self.standard else ["ภาพรวม"]
        return " ".join([*parts, f"ประเด็น {self.item}"] if self.item else parts)


@dataclass(frozen=True, slots=True)
class Statement:
    """One strength, area for development, plan or suggestion in the school's own words.

    ``checked_by`` is who compared it with the report; empty for nobody yet.
    """

    kind: StatementKind
    text: str
    level_of_education: LevelOfEducation | None = None
    standard: str = ""
    place: Place = Place()
    checked_by: str = ""


@dataclass(frozen=True, slots=True)
class SelfAssessment:
    """What one report says.

    Attributes:
        school_id: None until the school is certain.
        school_text: code and name as the report writes them.
        academic_year_be: from the text, never from the file name.
        levels: levels of education the report covers.
        standard_sets: ids of the standard sets its numbering follows.
        ratings: per standard and item, in the order of the standards; at most one of each.
        issues: what is open still.
        overall: the level given to a whole level of education, ``standard`` empty.
        text_quality: 0–1; below 0.6 the text is damaged and every reading needs a person.
    """

    school_id: str | None
    school_text: str
    academic_year_be: int | None
    levels: tuple[LevelOfEducation, ...]
    ratings: tuple[Rating, ...]
    statements: tuple[Statement, ...]
    text_quality: float
    issues: tuple[Issue, ...]
    standard_sets: tuple[str, ...] = ()
    overall: tuple[Rating, ...] = ()
    settled: tuple[SettledIssue, ...] = ()


@dataclass(frozen=True, slots=True)
class SavedSelfAssessment:
    """A report in the database; ``version`` is handed back when a person saves a correction.

    A confirmed one cannot change, so ``saved_by`` and ``saved_at`` are who confirmed it, and when.
    """

    report_id: int
    school_id: str
    academic_year_be: int
    sha256: str
    file_name: str
    status: ReportStatus
    assessment: SelfAssessment
    version: int
    saved_at: datetime
    saved_by: str


@dataclass(frozen=True, slots=True)
class ReportedLevel:
    """Names one quality level of one report; ``standard`` empty for the whole level of education."""

    report_id: int
    level_of_education: LevelOfEducation
    standard: str
    item: str = ""
