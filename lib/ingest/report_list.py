"""The list of statements under way in a report, and the statements found so far."""

from dataclasses import dataclass, field, replace

from lib.domain.assessments import LevelOfEducation, Place, Statement, StatementKind
from lib.ingest.statement_lists import NUMBER_ALONE, begins_item, first_number, is_nothing, split_statements


@dataclass(slots=True)
class StatementList:
    """The list under way.

    Attributes:
        kind: of the list being read, None outside one.
        n_before: statements there were when it began.
        itemised: its first statement stood behind a number or bullet; None before that.
        answered: a line stood beneath its heading, if only ไม่มี.
        in_row: it began in a row that gave its statements beside it.
        next_number: what the next line must be numbered to go on with a list inside a sentence; 0 elsewhere.
        number_alone: the line above held the number of the statement that follows and nothing else.
    """

    statements: list[Statement] = field(default_factory=list)
    kind: StatementKind | None = None
    n_before: int = 0
    itemised: bool | None = None
    answered: bool = False
    in_row: bool = False
    number_alone: bool = False
    next_number: int = 0

    def begin(self, kind: StatementKind | None) -> None:
        self.kind, self.n_before = kind, len(self.statements)
        self.itemised, self.answered, self.in_row, self.number_alone = None, False, False, False
        self.next_number = 0

    def pass_by(self, text: str) -> None:
        """A list inside a sentence ends at a line that does not take up its numbers."""
        if self.next_number and first_number(text) != self.next_number:
            self.kind = None
        self.next_number = 0

    @property
    def has_stated(self) -> bool:
        """The list has at least one statement."""
        return len(self.statements) > self.n_before

    def goes_on(self, text: str) -> bool:
        """Take in the next line; True where it added to the statement above or says nothing.

        In an itemised list a line without a number or bullet goes on with the statement above it.
        """
        self.answered = self.answered or bool(text)
        if is_nothing(text):
            self.number_alone = NUMBER_ALONE.match(text) is not None
            return True
        itemised = begins_item(text) or self.number_alone
        self.number_alone = False
        if self.itemised and not itemised and self.has_stated:
            last = self.statements[-1]
            self.statements[-1] = replace(last, text=f"{last.text} {text.strip()}")
            return True
        if self.itemised is None:
            self.itemised = itemised
        return False

    def add(
        self, kind: StatementKind, text: str, level: LevelOfEducation | None, standard: str, place: Place
    ) -> None:
        self.statements += [
            Statement(kind, statement, level, standard, place) for statement in split_statements(text)
        ]
