"""One load of a file: what came in, and the line of the history it leaves."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class RowCounts:
    """Rows beneath the headers of a file; read = loaded + rejected + ignored, always."""

    read: int = 0
    loaded: int = 0
    rejected: int = 0
    ignored: int = 0

    def __add__(self, other: "RowCounts") -> "RowCounts":
        return RowCounts(
            self.read + other.read,
            self.loaded + other.loaded,
            self.rejected + other.rejected,
            self.ignored + other.ignored,
        )


@dataclass(frozen=True, slots=True)
class DatasetRecord:
    """A line of the history.

    Attributes:
        n_values: observations and benchmarks that the load brought.
        undone_at: None while the load holds.
        replaced_by: the load that took this one's place as a whole and still holds.
    """

    dataset_id: int
    file_name: str
    sha256: str
    rows: RowCounts
    n_values: int
    loaded_at: datetime
    loaded_by: str
    undone_at: datetime | None
    undone_by: str | None
    replaced_by: int | None = None

    @property
    def speaks(self) -> bool:
        """Its figures count: nobody took it back and no other load took its place."""
        return self.undone_at is None and self.replaced_by is None


@dataclass(frozen=True, slots=True)
class RegisterLoad:
    """A line of the register's history: one file taken in.

    Attributes:
        added / updated / unchanged: schools of the file against the register as it stood.
        undone_at: None while the load holds.
    """

    load_id: int
    file_name: str
    sha256: str
    rows: RowCounts
    added: int
    updated: int
    unchanged: int
    loaded_at: datetime
    loaded_by: str
    undone_at: datetime | None
    undone_by: str | None
