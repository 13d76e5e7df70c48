"""A four-domain file read and checked: what the import page shows and a commit stores."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lib.domain.datasets import DatasetRecord, RowCounts
from lib.domain.issues import Issue, Severity
from lib.domain.schools import School
from lib.ingest.choices import ImportChoices
from lib.ingest.reading import DoubledSchool, Outcome, SchoolData
from lib.services.import_memory import RememberedAnswers
from lib.services.import_outcomes import SheetSummary
from lib.validation.offers import Reconciliation

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Preview:
    """A file read and checked, nothing stored.

    Attributes:
        data: without its observations, of which ``accepted`` is what may be stored.
        accepted / stated: what a commit would store.
        loaded_before: the load of this very file that still holds, if any.
        doubled_schools: schools of which one row is to be chosen, or was.
        ignored: (reason, rows) of rows passed over, and ``rejected`` likewise.
        clean_copy: kept in place of the file, because cells about single persons were emptied; else empty.
        other_encodings: how else a csv or HTML file may be decoded, the likeliest first.
        remembered: answers of an earlier file of the same layout, not yet used.
    """

    file_name: str
    sha256: str
    choices: ImportChoices
    data: SchoolData
    accepted: "pd.DataFrame" = field(repr=False)
    stated: "pd.DataFrame" = field(repr=False)
    issues: tuple[Issue, ...]
    reconciliation: tuple[Reconciliation, ...]
    sheets: tuple[SheetSummary, ...]
    rows: RowCounts
    ignored: tuple[tuple[str, int], ...]
    rejected: tuple[tuple[str, int], ...]
    loaded_before: DatasetRecord | None
    doubled_schools: tuple[DoubledSchool, ...]
    clean_copy: bytes = field(default=b"", repr=False)
    other_encodings: tuple[str, ...] = ()
    remembered: RememberedAnswers | None = None

    @property
    def kept_name(self) -> str:
        """Name of what is kept."""
        return kept_name(self.file_name, self.clean_copy)

    @property
    def new_schools(self) -> tuple[School, ...]:
        """Schools a commit puts into the register: those that were chosen and have figures."""
        used = set(self.accepted["school_id"])
        return tuple(school for school in self.data.new_schools if school.school_id in used)

    @property
    def questions(self) -> tuple[Issue, ...]:
        return tuple(issue for issue in self.issues if issue.severity is Severity.QUESTION)

    @property
    def can_commit(self) -> bool:
        empty = self.accepted.empty and self.stated.empty
        return self.loaded_before is None and not empty and not self.lost_schools

    @property
    def lost_schools(self) -> bool:
        """Rows of schools of which none is taken: its area row may be another office's."""
        of_schools = self.data.unknown_schools or any(row.outcome is Outcome.SCHOOL for row in self.data.rows)
        return self.accepted.empty and bool(of_schools)


def kept_name(file_name: str, clean_copy: bytes) -> str:
    """Name of what is kept of a file; a clean copy is an xlsx or csv whatever the file was."""
    if not clean_copy:
        return file_name
    stem = file_name.rpartition(".")[0] or file_name
    return f"{stem}.xlsx" if clean_copy.startswith(b"PK") else f"{stem}.csv"
