"""What is shown of a figure that was made of others."""

import math
from dataclasses import dataclass

from lib.analysis.contributions import Contribution
from lib.analysis.examination import Examination
from lib.domain.figures import FigureId, FigureKind
from lib.domain.observations import WHOLE_YEAR
from lib.domain.periods import Period
from lib.services.analysis import OfficeData
from lib.services.indicator_words import IndicatorWords, make_words


@dataclass(frozen=True, slots=True)
class Part:
    """One figure that another is made of, with its file and cell where it stands in one.

    Attributes:
        weight_pct: its share of the whole n; None where nothing is weighed.
        remark: what it counts as, such as ``ถึงเป้าหมาย``.
        figure: its own way home; None where there is no figure.
    """

    name: str
    period: str
    value: float | None
    n: float | None
    weight_pct: float | None
    remark: str
    source_file: str
    source_ref: str
    figure: FigureId | None


@dataclass(frozen=True, slots=True)
class Lead:
    """Another figure that this one rests on."""

    label: str
    printed: str
    figure: FigureId


@dataclass(frozen=True, slots=True)
class MadeView:
    """The way home of a figure of many.

    Attributes:
        printed: the figure with its unit.
        formula: the rule in words, then with its numbers.
    """

    printed: str
    formula: tuple[str, ...]
    parts: tuple[Part, ...] = ()
    leads: tuple[Lead, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Tracing:
    """What every kind of figure needs to be traced: the data, their examination, the indicator's place."""

    data: OfficeData
    found: Examination
    figure: FigureId
    place: int
    year: int
    words: IndicatorWords

    def figure_of(
        self, kind: FigureKind, period: Period | None = None, subject: str = "", since: int = 0
    ) -> FigureId:
        """Another figure of the same indicator."""
        return FigureId(kind, self.figure.indicator_id, period or self.figure.period, subject, since)

    def school_place(self, school_id: str) -> int:
        """Place of a school on the last axis.

        Raises:
            KeyError: the school has no figures in the years examined.
        """
        for place, school in enumerate(self.found.cube.schools):
            if school.school_id == school_id:
                return place
        raise KeyError(school_id)

    def parts(
        self,
        contributions: tuple[Contribution, ...],
        remarks: dict[str, str] | None = None,
        kind: FigureKind = FigureKind.SCHOOL,
    ) -> tuple[Part, ...]:
        """Contributions as lines; ``remarks``: school id → what it counts as; ``kind``: what each one is."""
        homes = self._homes()
        lines = []
        for each in contributions:
            known = math.isfinite(each.value)
            file, place = homes.get(
                (each.school_id, each.period.year_be, each.period.term or WHOLE_YEAR), ("", "")
            )
            lines.append(
                Part(
                    f"โรงเรียน{each.school_name}",
                    each.period.label,
                    each.value if known else None,
                    each.n,
                    each.weight_pct,
                    (remarks or {}).get(each.school_id, ""),
                    file,
                    place,
                    self.figure_of(kind, each.period, each.school_id) if known else None,
                )
            )
        return tuple(lines)

    def _homes(self) -> dict[tuple[str, int, int], tuple[str, str]]:
        all_of = self.data.observations
        mine = all_of[
            (all_of["indicator_id"] == self.figure.indicator_id)
            & (all_of["period_kind"] == str(self.figure.period.kind))
        ]
        columns = ("school_id", "year_be", "term", "source_file", "source_ref")
        return {
            (str(school_id), int(year), int(term)): (str(file), str(place))
            for school_id, year, term, file, place in zip(*(mine[name] for name in columns), strict=True)
        }


def start_tracing(data: OfficeData, found: Examination, figure: FigureId) -> Tracing:
    """Find the indicator and the year of a figure.

    Raises:
        KeyError: the indicator is unknown, or its year is not among those examined.
    """
    place = found.place(figure.indicator_id)
    year = figure.period.year_be - found.cube.year_be(place, 0)
    if not 0 <= year < found.cube.depth:
        raise KeyError(figure.period.year_be)
    return Tracing(data, found, figure, place, year, make_words(found.cube.indicators[place], found.rules))
