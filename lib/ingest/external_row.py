"""One row of external results: its round, phase, level, results and statements, or why it is not taken."""

from dataclasses import dataclass, field
from datetime import date

from lib.domain.assessments import Place
from lib.domain.external_assessments import (
    ExternalExtra,
    ExternalReading,
    ExternalResult,
    ExternalStatement,
)
from lib.domain.external_rounds import ExternalPhase, ExternalRound
from lib.domain.issues import Issue, Severity
from lib.domain.sheets import DateCell, address
from lib.ingest.cells import cell_text, value_at
from lib.ingest.external_columns import ExternalColumns
from lib.ingest.external_results import Refusal, read_result
from lib.ingest.external_row_subject import RowSubject
from lib.ingest.external_terms import find_level
from lib.ingest.statement_lists import split_statements
from lib.ingest.tables import Table
from lib.thai.date_text import parse_date_be
from lib.thai.numerals import parse_number


@dataclass(slots=True)
class RowReading:
    """What one row came to.

    Attributes:
        levels: level of education → what the row says of it.
        refusal: why nothing of the row is taken; None for a row that is.
    """

    round_id: str = ""
    phase: str = ""
    levels: dict[str, ExternalReading] = field(default_factory=dict)
    assessed_on: date | None = None
    issues: list[Issue] = field(default_factory=list)
    refusal: Refusal | None = None


class RowReader:
    """Reads the rows of one table."""

    def __init__(self, table: Table, columns: ExternalColumns, subject: RowSubject) -> None:
        self._table, self._columns, self._subject = table, columns, subject

    def read(self, row: int) -> RowReading:
        """Everything of a row but its school."""
        made = RowReading()
        try:
            if not self._says_anything(row):
                raise Refusal("X10", "ไม่มีผลการประเมินในแถวนี้", is_fault=False)
            of = self._subject.round_of(row)
            phase = self._subject.phase_of(row, of)
            made.round_id, made.phase = of.id, phase.id
            self._read_levels(row, of, phase, made)
        except Refusal as refusal:
            made.refusal = refusal
            return made
        made.assessed_on = self._day(row, made)
        return made

    def _says_anything(self, row: int) -> bool:
        """Whether a cell of results or statements is filled; a blank row of a form is asked nothing."""
        columns = self._columns
        places = [
            *(each.index for each in columns.results),
            *(index for index, *_ in columns.statements),
            *(columns.named[name] for name in ("result", "points") if name in columns.named),
        ]
        texts = (cell_text(value_at(self._table.sheet, row, place)) for place in places)
        return any(not parse_number(text).missing for text in texts)

    def _read_levels(self, row: int, of: ExternalRound, phase: ExternalPhase, made: RowReading) -> None:
        own, _ = self._subject.level_of(row, of)
        results: dict[str, list[ExternalResult]] = {}
        for column in self._columns.results:
            level = find_level(column.level, of) if column.level else None
            self._take(
                row, column.index, column.standard, level.id if level else own, of, phase, made, results
            )
        long = self._columns.named.get("result", self._columns.named.get("points"))
        if long is not None:
            about = self._subject.standard_of(row, of.level(own), of)
            self._take(row, long, about, own, of, phase, made, results)
        about = self._subject.standard_of(row, of.level(own), of)
        statements: dict[str, list[ExternalStatement]] = {}
        for index, kind, band in self._columns.statements:
            place = self._place(row, index)
            level = find_level(band, of) if band else None
            said = split_statements(_raw(self._table, row, index))
            for target in [level.id] if level else list(results) or [own]:
                statements.setdefault(target, []).extend(
                    ExternalStatement(kind, text, about, place) for text in said
                )
        if "" in results or "" in statements:
            raise Refusal("X05", "ไม่ทราบว่าเป็นผลของระดับการศึกษาใด", asks="level")
        extras = tuple(
            ExternalExtra(name, text, self._place(row, index))
            for index, name in self._columns.extras
            if (text := cell_text(value_at(self._table.sheet, row, index)))
        )
        for level_id in dict.fromkeys((*results, *(each for each, said in statements.items() if said))):
            made.levels[level_id] = ExternalReading(
                tuple(results.get(level_id, ())), tuple(statements.get(level_id, ())), extras
            )
        if not made.levels and not made.issues:
            raise Refusal("X10", "ไม่มีผลการประเมินในแถวนี้", is_fault=False)

    def _take(
        self,
        row: int,
        index: int,
        standard: str,
        level_id: str,
        of: ExternalRound,
        phase: ExternalPhase,
        made: RowReading,
        results: dict[str, list[ExternalResult]],
    ) -> None:
        """Read one cell of results; a cell that is no result is told and left out."""
        value = value_at(self._table.sheet, row, index)
        number = parse_number(self._subject.text(row, "points")) if "points" in self._columns.named else None
        try:
            told = read_result(value, standard, of, phase, level_id, self._place(row, index), number)
        except Refusal as refusal:
            made.issues.append(refusal.as_issue(self._table.sheet.name, address(row, index)))
            return
        if told is not None:
            results.setdefault(level_id, []).append(told)

    def _day(self, row: int, made: RowReading) -> date | None:
        index = self._columns.named.get("date")
        if index is None:
            return None
        value = value_at(self._table.sheet, row, index)
        written = value.iso[:10] if isinstance(value, DateCell) else cell_text(value)
        day = parse_date_be(written) if written else None
        if written and day is None:
            made.issues.append(
                Issue(
                    Severity.WARNING, "X09", f"อ่านวันที่ “{written}” ไม่ได้ จึงเก็บผลไว้โดยไม่มีวันที่",
                    "เขียนเป็น วัน เดือน พ.ศ. เช่น 16 ธันวาคม 2565", self._table.sheet.name,
                    address(row, index), written,
                )
            )  # fmt: skip
        return day

    def _place(self, row: int, index: int) -> Place:
        return Place(sheet=self._table.sheet.name, cell=address(row, index))


def _raw(table: Table, row: int, index: int) -> str:
    """A cell of statements with its line breaks, which part them."""
    value = value_at(table.sheet, row, index)
    return value if isinstance(value, str) else cell_text(value)
