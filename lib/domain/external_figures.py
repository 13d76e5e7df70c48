"""Names of single results of external assessment and of counts of them, so that they can be traced."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExternalOutcome:
    """Names one result of one saved outcome; ``standard`` empty for the whole level of education."""

    assessment_id: int
    standard: str = ""


@dataclass(frozen=True, slots=True)
class ExternalCount:
    """Names one count of schools, so that they can be found.

    Attributes:
        result: the word counted; None counts every school with a result.
    """

    round_id: str
    phase: str
    level_of_education: str
    standard: str
    result: str | None = None
