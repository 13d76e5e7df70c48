"""What somebody typed into an item of a KPI form and did not save."""

from dataclasses import dataclass
from datetime import datetime

from lib.domain.evidence import Answer


@dataclass(frozen=True, slots=True)
class AnswerDraft:
    """One person's unsaved work on one item; it counts towards nothing.

    Attributes:
        answer: as typed, its texts unchecked; ``version`` is the saved version the person had before them.
        typed_at: the last change.
    """

    item_id: str
    answer: Answer
    typed_at: datetime
