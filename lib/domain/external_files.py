"""What a file of external results came to before anything is stored."""

from dataclasses import dataclass

from lib.domain.datasets import RowCounts
from lib.domain.external_assessments import ExternalAssessment
from lib.domain.issues import Issue


@dataclass(frozen=True, slots=True)
class ExternalDefaults:
    """What a person says of rows that do not say it themselves; empty where nobody said."""

    round_id: str = ""
    phase: str = ""
    level_of_education: str = ""


NOTHING_SAID = ExternalDefaults()


@dataclass(frozen=True, slots=True)
class SchoolQuestion:
    """A school that the file names and the register does not know for certain.

    Attributes:
        alias: key under which the answer is remembered.
        text: as written.
        candidates: (school id, words), the likeliest first.
        n_rows: rows that wait for the answer.
    """

    alias: str
    text: str
    candidates: tuple[tuple[str, str], ...]
    n_rows: int = 1


@dataclass(frozen=True, slots=True)
class ExternalFile:
    """A file as read.

    Attributes:
        outcomes: one per school, round, phase and level of education.
        rows: read = loaded + rejected + ignored; of a report one row per outcome.
        asks_round / asks_level: rows wait for the person's word on it.
        phase_round: the round whose phase is asked, empty for none.
    """

    outcomes: tuple[ExternalAssessment, ...]
    rows: RowCounts
    issues: tuple[Issue, ...]
    questions: tuple[SchoolQuestion, ...] = ()
    asks_round: bool = False
    asks_level: bool = False
    phase_round: str = ""
