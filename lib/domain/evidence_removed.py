"""A piece of evidence that was taken away from its item and can be brought back."""

from dataclasses import dataclass
from datetime import datetime

from lib.domain.evidence import EvidenceFile


@dataclass(frozen=True, slots=True)
class RemovedEvidence:
    """What stood there; ``line`` is the line of the history that took it away."""

    line: int
    file: EvidenceFile
    removed_at: datetime
    removed_by: str
