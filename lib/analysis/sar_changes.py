"""Self-assessed levels over several academic years, and the schools behind every count."""

from collections.abc import Mapping, Sequence

from lib.analysis.sar_synthesis import synthesise_level
from lib.analysis.stated_levels import counted_reports
from lib.domain.assessment_synthesis import SchoolReport, YearSynthesis
from lib.domain.assessments import LevelOfEducation
from lib.domain.level_changes import LevelChange
from lib.domain.reported_counts import CountPart, ReportedCount
from lib.domain.standards import StandardsCatalogue

_LEVELS = range(1, 6)


def levels_over_years(
    years: Mapping[int, Sequence[SchoolReport]],
    level: LevelOfEducation,
    standards: StandardsCatalogue,
    *,
    confirmed_only: bool = False,
) -> tuple[YearSynthesis, ...]:
    """The years with a report of a level of education, oldest first, all by the set in force.

    Args:
        years: academic year (BE) → every active school with its report of that year.
    """
    found = (
        YearSynthesis(year, synthesise_level(years[year], level, standards, confirmed_only=confirmed_only))
        for year in sorted(years)
    )
    return tuple(each for each in found if each.level.n_counted)


def level_changes(
    years: Mapping[int, Sequence[SchoolReport]],
    from_year_be: int,
    to_year_be: int,
    level: LevelOfEducation,
    standards: StandardsCatalogue,
    *,
    confirmed_only: bool = False,
) -> tuple[LevelChange, ...]:
    """From-level by to-level of every standard, over the schools with a level in both years."""
    return tuple(
        _change(standard.id, standard.name, from_year_be, to_year_be, level, before, now)
        for standard in standards.current(level).standards
        for before, now in [
            tuple(
                _levels_of(years.get(year, ()), level, (standard.id, ""), standards, confirmed_only)
                for year in (from_year_be, to_year_be)
            )
        ]
    )


def _change(
    standard: str,
    name: str,
    from_year_be: int,
    to_year_be: int,
    level: LevelOfEducation,
    before: Mapping[str, int],
    now: Mapping[str, int],
) -> LevelChange:
    moves = [(before[school_id], now[school_id]) for school_id in before if school_id in now]
    return LevelChange(
        level,
        standard,
        name,
        from_year_be,
        to_year_be,
        tuple(tuple(moves.count((old, new)) for new in _LEVELS) for old in _LEVELS),
        len(before),
        len(now),
    )


def _levels_of(
    schools: Sequence[SchoolReport],
    level: LevelOfEducation,
    row: tuple[str, str],
    standards: StandardsCatalogue,
    confirmed_only: bool,
) -> dict[str, int]:
    reports = counted_reports(schools, level, standards, confirmed_only=confirmed_only)
    return {
        report.school.school_id: number
        for report in reports
        if (number := report.stated[row].level) is not None
    }


def schools_counted(
    years: Mapping[int, Sequence[SchoolReport]], cell: ReportedCount, standards: StandardsCatalogue
) -> tuple[tuple[SchoolReport, int | None, bool, int | None], ...]:
    """The schools behind one count, in the register's order.

    Args:
        years: the year of the count, and the year before it where it is of a change.

    Returns:
        Per school: its report, its level, whether that is the mean of items, and the level before where
        the count is of a change.
    """
    row = (cell.standard, cell.item)
    before: dict[str, int] = {}
    if cell.part is CountPart.MOVES and cell.before_year_be is not None:
        earlier = years.get(cell.before_year_be, ())
        before = _levels_of(earlier, cell.level_of_education, row, standards, cell.confirmed_only)
    found = []
    for report in counted_reports(
        years.get(cell.academic_year_be, ()),
        cell.level_of_education,
        standards,
        confirmed_only=cell.confirmed_only,
    ):
        if cell.group is not None and report.school.group(cell.group) != cell.group_name:
            continue
        stated, earlier_level = report.stated[row], before.get(report.school.school_id)
        counted = {
            CountPart.LEVELS: stated.level in cell.levels,
            CountPart.APART: stated.apart,
            CountPart.WITHOUT_LEVEL: stated.level is None and not stated.apart,
            CountPart.MOVES: (earlier_level, stated.level) in cell.moves,
        }[cell.part]
        if counted:
            found.append((report.school, stated.level, stated.recomputed, earlier_level))
    return tuple(found)
