"""Which schools teach the grade an indicator is about, and who ought to have a figure."""

import re

import numpy as np
import numpy.typing as npt

from lib.analysis.intervals import Array
from lib.domain.indicators import Indicator
from lib.domain.schools import School

_GRADE = re.compile(r"^(k|p|m)(\d)?$")
#: Words of the register's level column, with the grades they stand for (ขยายโอกาส runs from ป.1 to ม.3).
_TAUGHT = (
    (re.compile("ขยายโอกาส"), ("p", "m1", "m2", "m3")),
    (re.compile("มัธยมศึกษาตอนต้น"), ("m1", "m2", "m3")),
    (re.compile("มัธยม(?!ศึกษาตอนต้น)"), ("m",)),
    (re.compile("ประถม"), ("p",)),
)


def teaches(school: School, row: str) -> bool | None:
    """Whether a school has the grade of a grid row (``p6``, ``m3``, ``k2``); None if unknown.

    A row that is no grade concerns every school.
    """
    grade = _GRADE.match(row)
    if grade is None:
        return True
    if grade[1] == "k":
        return school.offers_early_childhood
    if not school.offers_basic:
        return False
    taught = grades_taught(school)
    return (row in taught or row[0] in taught) if taught else None


def grades_taught(school: School) -> frozenset[str]:
    """Grades of basic education that the register's level names (``p``, ``m1`` …); empty where none."""
    return frozenset(part for words, parts in _TAUGHT if words.search(school.level) for part in parts)


def expected_schools(
    indicators: tuple[Indicator, ...], schools: tuple[School, ...], value: Array
) -> npt.NDArray[np.bool_]:
    """By the grades a school teaches; where the register does not tell, whoever has reported it before."""
    by_row = {row: [teaches(school, row) for school in schools] for row in {ind.row for ind in indicators}}
    expected = np.array(np.isfinite(value).any(axis=1), bool)
    for place, indicator in enumerate(indicators):
        answers = by_row[indicator.row]
        sure = np.array([answer is True for answer in answers], bool)
        expected[place] |= sure
    active = np.array([school.active for school in schools], bool)
    return np.where(active, expected, np.isfinite(value[:, -1]))
