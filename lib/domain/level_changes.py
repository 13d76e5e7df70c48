"""How the levels that schools gave themselves moved between two academic years."""

from dataclasses import dataclass
from enum import StrEnum

from lib.domain.assessments import LevelOfEducation


class Direction(StrEnum):
    """Which way a school's level of a standard went."""

    RISEN = "risen"
    SAME = "same"
    FALLEN = "fallen"

    @property
    def label(self) -> str:
        return {Direction.RISEN: "สูงขึ้น", Direction.SAME: "เท่าเดิม", Direction.FALLEN: "ลดลง"}[self]

    @property
    def moves(self) -> tuple[tuple[int, int], ...]:
        """Every (level before, level now) of this direction."""
        pairs = [(before, now) for before in range(1, 6) for now in range(1, 6)]
        return tuple(
            (before, now)
            for before, now in pairs
            if (now > before) - (now < before) == {"risen": 1, "same": 0, "fallen": -1}[self]
        )


@dataclass(frozen=True, slots=True)
class LevelChange:
    """One standard in two academic years, over the schools with a level of the same set in both.

    Attributes:
        matrix: rows are the level before (1–5), columns the level now; number of schools.
        n_before / n_now: schools with a level in either year; ``n_both`` is the sum of the matrix.
    """

    level_of_education: LevelOfEducation
    standard: str
    name: str
    from_year_be: int
    to_year_be: int
    matrix: tuple[tuple[int, ...], ...]
    n_before: int
    n_now: int

    @property
    def n_both(self) -> int:
        return sum(map(sum, self.matrix))

    def n(self, direction: Direction) -> int:
        """Schools that went one way."""
        return sum(self.matrix[before - 1][now - 1] for before, now in direction.moves)
