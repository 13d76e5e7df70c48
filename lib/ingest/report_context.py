"""Where a reader of a report stands, and what it has found so far."""

import re
from dataclasses import dataclass, field

from lib.domain.assessments import LevelOfEducation, Place, StatementKind
from lib.ingest.quality_levels import TICKED, LevelReading
from lib.ingest.rating_candidate import Candidate
from lib.ingest.rating_prose import read_prose
from lib.ingest.rating_rows import RowLevel, is_overall
from lib.ingest.report_headings import levels_named, strip_numbering
from lib.ingest.report_labels import RATING_LABEL
from lib.ingest.report_lines import Line
from lib.ingest.report_list import StatementList
from lib.thai.numerals import to_arabic_digits


@dataclass(slots=True)
class Context:
    """Level of education, standard and heading a line stands under.

    Attributes:
        year_be: the report's academic year, to pass over levels said of other years.
        listed: the list of statements being read, and all statements so far.
        begun_under_level / begun_under_standard: what was already named in this part when that list began; a
            list that began under a standard ends with it, one that began before any goes on.
        level_in_part: a level of education was named in this part of the book; where none was, a statement
            is about the whole school.
        list_open: a list of statements began in this part.
        awaits: ``level`` or ``expected`` after a label whose level must stand on the next line.
        number: of the line.
        items_begun / items_rated: headings of items beneath the standard, and those whose level was read.
    """

    year_be: int | None
    candidates: list[Candidate] = field(default_factory=list)
    listed: StatementList = field(default_factory=StatementList)
    level: LevelOfEducation | None = None
    standard: str = ""
    item: str = ""
    begun_under_level: bool = False
    begun_under_standard: bool = False
    level_in_part: bool = False
    list_open: bool = False
    awaits: str = ""
    number: int = 0
    items_begun: list[str] = field(default_factory=list)
    items_rated: set[str] = field(default_factory=set)

    def enter_item(self, item: str) -> None:
        self.item = item
        if item and item not in self.items_begun:
            self.items_begun.append(item)

    @property
    def kind(self) -> StatementKind | None:
        """Kind of the list of statements being read, None outside one."""
        return self.listed.kind

    def end_list(self) -> None:
        self.listed.kind = None

    def sums_up_the_standard(self, text: str) -> bool:
        """Beneath an item's heading: does a line such as สรุปผลการประเมิน speak of the whole standard?

        It does once the item has its level, or where items before it were left without one.
        """
        if "มาตรฐาน" in text:
            return True
        before = [item for item in self.items_begun if item != self.item]
        return text.startswith("สรุป") and (
            self.item in self.items_rated or not all(item in self.items_rated for item in before)
        )

    def begin_statements(self, text: str, kind: StatementKind | None) -> None:
        if self.list_open and not self.begun_under_standard:
            self.standard = ""
            self.level_in_part = self.level_in_part and self.begun_under_level
        named = levels_named(text)
        if len(named) == 1:
            self.level, self.level_in_part = named[0], True
        found = re.search(r"มาตรฐาน(?:ที่)?\s*(\d{1,2})", to_arabic_digits(text))
        if found:
            self.standard = str(int(found[1]))
        self.listed.begin(kind)
        self.item, self.list_open = "", True
        self.begun_under_level, self.begun_under_standard = self.level_in_part, bool(self.standard)

    def enter_level(self, level: LevelOfEducation, *, part: bool) -> None:
        if part:
            self.leave_part()
        self.level, self.standard, self.item, self.level_in_part = level, "", "", True
        if self.kind is not None and not (self.listed.has_stated or self.listed.answered):
            # จุดเด่น, beneath it ระดับปฐมวัย: the list is parted by levels, whatever it began under.
            self.begun_under_level = self.begun_under_standard = False
        if self.begun_under_level or self.begun_under_standard:
            self.end_list()
        self.listed.itemised = None

    def leave_part(self) -> None:
        self.standard = self.item = ""
        self.end_list()
        self.level_in_part = False
        self.begun_under_level = self.begun_under_standard = self.list_open = False

    def prose(self, text: str, place: Place, confidence: float, *, label_expects: bool | None = None) -> bool:
        """Levels of a sentence; one without a standard belongs to the line's own only after a label."""
        found = False
        for level in read_prose(text, self.year_be):
            standard, item = level.standard, level.item
            if not standard and not level.overall:
                if label_expects is None:
                    continue
                standard, item = self.standard, self.item
            expected = level.expected or bool(label_expects)
            self.add(
                level.reading, level.level_of_education, standard, item, text, place, confidence, expected
            )
            found = True
        return found

    def state(
        self,
        text: str,
        place: Place,
        kind: StatementKind | None = None,
        level: LevelOfEducation | None = None,
        standard: str | None = None,
    ) -> None:
        kind = kind or self.kind
        if kind is not None:
            standard = self.standard if standard is None else standard
            if level is None and (self.level_in_part or standard):
                level = self.level
            self.listed.add(kind, text, level, standard, place)

    def state_line(self, text: str, place: Place) -> None:
        """A paragraph of the list under way."""
        if not self.listed.goes_on(text):
            self.state(text, place)

    def rate(
        self, reading: LevelReading, text: str, place: Place, confidence: float, *, expected: bool = False
    ) -> None:
        overall = is_overall(re.sub(RATING_LABEL, "", strip_numbering(text))) and "มาตรฐานที่" not in text
        if not self.standard and not overall and "มาตรฐาน" in text:
            # ผลการประเมินมาตรฐานนี้ beneath a heading that was not understood.
            return
        standard, item = ("", "") if overall else (self.standard, self.item)
        self.add(reading, self.level, standard, item, text, place, confidence, expected)

    def rate_row(
        self,
        found: RowLevel,
        line: Line,
        level: LevelOfEducation | None,
        standard: str,
        item: str,
        confidence: float,
    ) -> None:
        place, quote = line.places[found.column], quote_of(line)
        self.add(found.reading, level, standard, item, quote, place, confidence, found.expected, found.ticked)

    def add(
        self,
        reading: LevelReading,
        level: LevelOfEducation | None,
        standard: str,
        item: str,
        quote: str,
        place: Place,
        confidence: float,
        expected: bool,
        ticked: bool = False,
    ) -> None:
        if reading.scale == "sar5_pct":
            confidence = min(confidence, 0.5)
        if item and not expected:
            self.items_rated.add(item)
        ticked = ticked or any(mark in quote for mark in TICKED)
        self.candidates.append(
            Candidate(
                level or self.level,
                standard,
                item,
                reading,
                place,
                quote[:300],
                confidence,
                self.number,
                expected,
                ticked,
            )
        )


def quote_of(line: Line) -> str:
    """A row as one quotation."""
    return " | ".join(cell.replace("\n", " ") for cell in line.cells if cell)
