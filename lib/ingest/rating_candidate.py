"""One place of a report that states a level, and runs of such places that only explain the scale."""

from collections import defaultdict
from dataclasses import dataclass

from lib.domain.assessments import LevelOfEducation, Place
from lib.ingest.quality_levels import LevelReading

_CRITERIA_LEVELS = 3
_CRITERIA_GAP = 12
_UNLABELLED = 0.6  # beside descriptions of levels, a level without a label is one more of them


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place that states a level.

    Attributes:
        level_of_education: None where neither heading nor name tells it.
        standard / item: ``standard`` empty for a whole level of education.
        expected: it is a target, not a result.
        ticked: chosen among printed options, so a list of all levels beside it is no contradiction.
        line: number of the line, to see which candidates stand together.
    """

    level_of_education: LevelOfEducation | None
    standard: str
    item: str
    reading: LevelReading
    place: Place
    quote: str
    confidence: float
    line: int
    expected: bool = False
    ticked: bool = False


def without_criteria(candidates: tuple[Candidate, ...]) -> list[Candidate]:
    """Leave out runs that walk through the levels of one standard: they explain the scale."""
    dropped: set[int] = set()
    by_key: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, c in enumerate(candidates):
        if not c.ticked:
            by_key[(c.level_of_education, c.standard, c.item, c.expected)].append(number)
    for numbers in by_key.values():
        run: list[int] = []
        for number in [*numbers, -1]:
            apart = number == -1 or (
                run and candidates[number].line - candidates[run[-1]].line > _CRITERIA_GAP
            )
            if apart:
                if len({candidates[n].reading.level for n in run}) >= _CRITERIA_LEVELS:
                    dropped.update(run)
                run = []
            run.append(number)
    return [
        c
        for number, c in enumerate(candidates)
        if number not in dropped and not (dropped and not c.ticked and c.confidence <= _UNLABELLED)
    ]
