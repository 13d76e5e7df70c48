"""Fictional self-assessment reports of two years: who sent one, in which layout, and at which levels."""

from collections.abc import Callable
from itertools import cycle, islice

from sample_data.chance import dice
from sample_data.measures import leaning
from sample_data.report_layouts import (
    by_boxes,
    by_item,
    by_number,
    by_old_set,
    by_standard,
    by_table,
    two_columns,
    workbook,
)
from sample_data.report_words import Report, Triple, more_words
from sample_data.school_list import YEARS, SampleSchool, all_pupils, all_schools

Layout = Callable[[Report], bytes]

YEAR_BE = YEARS[-1]
_FIRST_LAYOUTS: tuple[Layout, ...] = (by_standard, by_table, by_boxes, two_columns, workbook)
_LAYOUTS: tuple[Layout, ...] = (
    by_item, by_number, by_item, by_standard, by_item, two_columns, workbook, by_table, by_boxes,
)  # fmt: skip
_N_MORE, _N_BEFORE, _N_ONLY_BEFORE = 24, 15, 4


def self_assessment_files() -> dict[str, bytes]:
    """File name → content."""
    return {
        f"SAR {report.year_be} {report.school.name}.{'xlsx' if layout is workbook else 'docx'}": layout(
            report
        )
        for report, layout in laid_out_reports()
    }


def laid_out_reports() -> tuple[tuple[Report, Layout], ...]:
    """Every report with its layout; a school keeps its layout from year to year."""
    first = zip(_first_reports(), cycle(_FIRST_LAYOUTS), strict=False)
    more = zip(_more_reports(), cycle(_LAYOUTS), strict=False)
    latest = [*first, *more]
    latest[-1] = (latest[-1][0], by_old_set)
    kept = {report.school.smis: layout for report, layout in latest}
    before = [
        (report, kept.get(report.school.smis, layout))
        for report, layout in zip(_reports_before(), cycle(_LAYOUTS), strict=False)
    ]
    return (*latest, *before)


def _known() -> list[SampleSchool]:
    """Schools open in the latest year, the one that stands lowest in its results first."""
    present = [school for school in all_schools() if school.is_open(YEAR_BE)]
    return sorted(present, key=_standing)


def _standing(school: SampleSchool) -> float:
    return leaning(school, "reading") + leaning(school, "grades")


def _first_reports() -> tuple[Report, ...]:
    """Four schools that scored low and rate themselves high, two the other way round, six in between."""
    known = [school for school in _known() if school.has_early]
    enough = [school for school in known if 90 <= all_pupils(school, YEAR_BE) <= 600]
    middle = dice("reports").sample([school for school in known[25:85] if school not in enough], 3)
    middle += dice("reports", 2).sample([school for school in enough[14:-10] if school not in middle], 3)
    chosen = [*enough[:4], *enough[-2:], *middle]
    reports = []
    for number, school in enumerate(chosen):
        draw = dice("levels", school.smis)
        if number < 4:
            basic = (5 if number % 2 else 4, 5, 4)
        elif number < 6:
            basic = (2, 3, 3)
        else:
            basic = (draw.choice((3, 4)), draw.choice((3, 4, 4)), draw.choice((3, 4, 5)))
        early = (draw.choice((3, 4, 5)), draw.choice((3, 4)), draw.choice((4, 4, 5)))
        reports.append(Report(number, school, {"early_childhood": early, "basic": basic}, YEAR_BE))
    return tuple(reports)


def _more_reports() -> tuple[Report, ...]:
    """Schools whose levels go with their results, but for the three lowest and the three highest of them.

    Two that teach young children speak of the others only; one that does not speaks of them all the same.
    """
    sent = {report.school.smis for report in _first_reports()}
    known = [school for school in _known() if school.smis not in sent]
    low = [school for school in known if all_pupils(school, YEAR_BE) >= 90][:3]
    high = [school for school in known if all_pupils(school, YEAR_BE) >= 90][-3:]
    between = [school for school in known if school not in low and school not in high]
    strangers = [school for school in between if not school.has_early]
    usual = [school for school in between if school.has_early]
    spread = [*strangers[:2], *sorted(dice("more").sample(usual, _N_MORE - 8), key=_standing)]
    reports = []
    for number, school in enumerate([*low, *high, *spread], start=12):
        draw = dice("levels", school.smis)
        if school in low:
            basic: Triple = (5, 4, 5)
        elif school in high:
            basic = (2, 3, 3)
        else:
            middle = 3 + (_standing(school) > -0.2) + (_standing(school) > 0.9)
            basic = (
                _within(middle + draw.choice((-1, 0, 0, 0))),
                _within(middle + draw.choice((0, 0, 1))),
                _within(middle + draw.choice((-1, 0, 1))),
            )
        early = (draw.choice((3, 4, 4, 5)), draw.choice((3, 4, 4)), draw.choice((2, 3, 4, 5)))
        levels: dict[str, Triple] = {"early_childhood": early, "basic": basic}
        unsaid = (not school.has_early and school is not strangers[0]) or number in (20, 29)
        reports.append(Report(number, school, {"basic": basic} if unsaid else levels, YEAR_BE))
    return tuple(reports)


def _reports_before() -> tuple[Report, ...]:
    """Reports of the year before: most of schools that sent this year's too, whose levels moved since."""
    latest = [*_first_reports(), *_more_reports()]
    told = {report.school.smis for report in latest}
    both = sorted(
        dice("before").sample(latest[:-1], _N_BEFORE - _N_ONLY_BEFORE), key=lambda each: each.number
    )
    others = [school for school in _known() if school.smis not in told and school.has_early]
    alone = islice(iter(dice("before", 2).sample(others, _N_ONLY_BEFORE)), _N_ONLY_BEFORE)
    reports = [Report(100 + report.number, report.school, _moved(report), YEAR_BE - 1) for report in both]
    for number, school in enumerate(alone, start=150):
        draw = dice("levels", school.smis)
        levels = {
            level: _three(draw.choice((3, 3, 4)), draw.choice((3, 4)), draw.choice((3, 4)))
            for level in more_words()
        }
        reports.append(Report(number, school, levels, YEAR_BE - 1))
    return tuple(reports)


def _moved(report: Report) -> dict[str, Triple]:
    """The year before: more levels were lower than higher."""
    draw = dice("moved", report.school.smis)
    return {
        level: _three(*(_within(number + draw.choice((-1, -1, 0, 0, 0, 1))) for number in numbers))
        for level, numbers in report.levels.items()
    }


def _three(first: int, second: int, third: int) -> Triple:
    return first, second, third


def _within(level: int) -> int:
    return min(5, max(2, level))
