"""The lines of a สมศ. report, one after another: which level and standard holds, what is said of it."""

from lib.domain.assessments import Place
from lib.domain.external_assessments import (
    ExternalReading,
    ExternalResult,
    ExternalStatement,
    ExternalStatementKind,
)
from lib.domain.external_rounds import ExternalPhase, ExternalRound
from lib.domain.issues import Issue, Severity
from lib.ingest.external_report_signs import ends_statements, labelled_result, statement_of, ticked_result
from lib.ingest.external_terms import find_result, numbered_standard
from lib.ingest.report_headings import level_heading, strip_numbering
from lib.ingest.report_lines import Line
from lib.ingest.statement_lists import begins_item, split_statements

_LONGEST_QUOTE = 300


class ExternalWalk:
    """What was read so far; a level or standard holds until the next one is named.

    Args:
        level: of education, until the report names one; may be empty.
    """

    def __init__(self, of: ExternalRound, phase: ExternalPhase, level: str) -> None:
        self.issues: list[Issue] = []
        self._of, self._phase = of, phase
        self._level, self._standard = level, ""
        self._kind: ExternalStatementKind | None = None
        self._heads: tuple[ExternalStatementKind | None, ...] = ()
        self._results: dict[tuple[str, str], ExternalResult] = {}
        self._said: dict[str, list[ExternalStatement]] = {}

    def take(self, line: Line) -> None:
        """Read one line or row of a table."""
        if line.table and len([cell for cell in line.cells if cell]) > 1:
            self._take_row(line)
        else:
            self._heads = ()
            for cell, place in zip(line.cells, line.places, strict=True):
                if cell:
                    self._take_text(cell, place, is_heading=line.is_heading)

    def outcomes(self) -> dict[str, ExternalReading]:
        """Level of education → reading; ``""`` where the report does not tell the level."""
        levels = dict.fromkeys([*(level for level, _ in self._results), *self._said])
        named = [level for level in levels if level]
        only = named[0] if len(named) == 1 else ""
        merged: dict[str, ExternalReading] = {}
        for level in levels:
            results = tuple(each for (of, _), each in self._results.items() if of == level)
            reading = ExternalReading(results, tuple(self._said.get(level, ())))
            target = level or only
            before = merged.get(target, ExternalReading())
            merged[target] = ExternalReading(
                before.results + reading.results, before.statements + reading.statements
            )
        return merged

    def _take_text(self, text: str, place: Place, *, is_heading: bool) -> None:
        level = level_heading(text, is_heading=is_heading)
        number = numbered_standard(strip_numbering(text))
        heading = statement_of(text)
        if level is not None:
            self._level, self._standard, self._kind = level.value, "", None
        if number is not None:
            self._standard, self._kind = number, None
        if heading is not None:
            self._kind = heading[0]
            self._add_statements(self._kind, heading[1], place)
        elif (told := labelled_result(text, self._of, self._phase)) is not None:
            self._add_result(self._standard, told, place, text)
        elif ends_statements(text):
            self._kind = None
        elif level is None and number is None and self._kind is not None:
            if is_heading and not begins_item(text):
                self._kind = None
            else:
                self._add_statements(self._kind, text, place)

    def _take_row(self, line: Line) -> None:
        heads = tuple(
            found[0] if (found := statement_of(cell)) and not found[1] else None for cell in line.cells
        )
        if sum(head is not None for head in heads) > 1:
            self._heads = heads
            return
        level = next((named for cell in line.cells if (named := level_heading(cell)) is not None), None)
        if level is not None:
            self._level, self._standard = level.value, ""
        number = next((n for cell in line.cells if (n := numbered_standard(cell)) is not None), None)
        told = next(
            (
                (word, place)
                for cell, place in zip(line.cells, line.places, strict=True)
                if (word := find_result(cell, self._phase) or ticked_result(cell, self._phase))
            ),
            None,
        )
        if told is not None and number is not None:
            self._add_result(number, told[0], told[1], line.text)
        if self._heads:
            for head, cell, place in zip(self._heads, line.cells, line.places, strict=False):
                if head is not None:
                    self._add_statements(head, cell, place)
        elif (kind := next((head for head in heads if head is not None), None)) is not None:
            for head, cell, place in zip(heads, line.cells, line.places, strict=True):
                if head is None:
                    self._add_statements(kind, cell, place)

    def _add_result(self, standard: str, word: str, place: Place, text: str) -> None:
        level = self._of.level(self._level)
        if standard and not self._of.open and level and level.standard(standard) is None:
            return
        quote = text[:_LONGEST_QUOTE]
        made = ExternalResult(standard, word, None, place, quote)
        known = self._results.setdefault((self._level, standard), made)
        if known.result != word:
            self.issues.append(
                Issue(
                    Severity.WARNING,
                    "X08",
                    f"{known.place.label} เขียนว่า “{known.result}” แต่{place.label} เขียนว่า “{word}” จึงใช้ค่าแรก",
                    "เทียบกับรายงาน แล้วแก้ในหน้ากรอกเอง",
                    value=quote,
                )
            )

    def _add_statements(self, kind: ExternalStatementKind, text: str, place: Place) -> None:
        said = self._said.setdefault(self._level, [])
        known = {(each.kind, each.key) for each in said}
        for statement in split_statements(text):
            made = ExternalStatement(kind, statement, self._standard, place)
            if (kind, made.key) not in known:
                said.append(made)
