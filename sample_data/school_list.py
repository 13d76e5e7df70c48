"""The schools of the sample office: codes, places, sizes true to a rural area, pupils per grade and year."""

import math
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from sample_data.chance import count_of, dice
from sample_data.office_names import BRANCH, CLOSED, CLUSTERS, HARD_NAMES, LARGE_NAMES, composed_names

YEARS = (2566, 2567, 2568)
EARLY_GRADES = ("อ.1", "อ.2", "อ.3")
PRIMARY_GRADES = ("ป.1", "ป.2", "ป.3", "ป.4", "ป.5", "ป.6")
LOWER_GRADES = ("ม.1", "ม.2", "ม.3")
GRADES = (*EARLY_GRADES, *PRIMARY_GRADES, *LOWER_GRADES)

_N_SCHOOLS = 120
_N_EXTENSION = 24
# Quantiles of the head count: six in ten have at most 120 pupils, the median one-grade cohort is 7 to 8.
_SIZES = (
    (0.00, 12), (0.10, 31), (0.25, 46), (0.40, 54), (0.50, 60), (0.60, 110), (0.70, 150),
    (0.80, 206), (0.90, 318), (1.00, 560),
)  # fmt: skip
_LARGE_SIZES = (1620, 980, 745, 690, 1130)


@dataclass(frozen=True, slots=True)
class SampleSchool:
    """One fictional school; ``size`` is the head count it was drawn for."""

    smis: str
    obec: str
    moe: str
    name: str
    district: str
    cluster: str
    size: int
    grades: tuple[str, ...]

    @property
    def is_extension(self) -> bool:
        return "ม.3" in self.grades

    @property
    def has_early(self) -> bool:
        return "อ.3" in self.grades

    @property
    def level(self) -> str:
        early = "อนุบาล-" if self.has_early else ""
        return f"{early}ประถมศึกษา-มัธยมศึกษาตอนต้น (ขยายโอกาส)" if self.is_extension else f"{early}ประถมศึกษา"

    def is_open(self, year_be: int) -> bool:
        return self.name != CLOSED or year_be < 2568


@cache
def all_schools() -> tuple[SampleSchool, ...]:
    """The register in the order of its codes."""
    names = [*LARGE_NAMES, *HARD_NAMES, *composed_names(_N_SCHOOLS - len(LARGE_NAMES) - len(HARD_NAMES))]
    places = [(district, cluster) for district, clusters in CLUSTERS.items() for cluster in clusters]
    per_cluster = _N_SCHOOLS // len(places)
    ranks = list(range(_N_SCHOOLS - len(LARGE_NAMES)))
    dice("sizes").shuffle(ranks)
    extension = set(
        dice("extension").sample([n for n in range(15, _N_SCHOOLS) if _fits(n, ranks)], _N_EXTENSION)
    )
    schools = []
    for number, name in enumerate(_spread(names)):
        place = names.index(name)
        size = _LARGE_SIZES[place] if place < len(LARGE_NAMES) else _size(ranks[place - len(LARGE_NAMES)])
        if name in (CLOSED, BRANCH):
            size = 19 if name == CLOSED else 31
        district, cluster = places[number // per_cluster]
        smis, obec = f"9901{number + 1:04d}", f"99{number * 7 + 112:04d}"
        moe = f"10{smis}" if name == BRANCH else f"1099{obec}"
        schools.append(
            SampleSchool(
                smis, obec, moe, name, district, cluster, size, _grades(name, place, place in extension)
            )
        )
    return tuple(schools)


def _fits(place: int, ranks: list[int]) -> bool:
    """Extension schools are rarely the tiny ones."""
    return _size(ranks[place - len(LARGE_NAMES)]) >= 60


def _spread(names: list[str]) -> list[str]:
    """Names over the districts: the large schools at the head of theirs, namesakes apart."""
    starts = {0: names[0], 36: names[1], 60: names[2], 96: names[3], 1: names[4]}
    rest = [name for name in names if name not in starts.values()]
    dice("places").shuffle(rest)
    ordered = [starts.get(number) or rest.pop() for number in range(len(names))]
    first, second = ordered.index(HARD_NAMES[0]), ordered.index(HARD_NAMES[1])
    if abs(first - second) < 40:
        far = (first + 60) % len(names)
        far += far in starts
        ordered[second], ordered[far] = ordered[far], ordered[second]
    return ordered


def _size(rank: int) -> int:
    share = rank / (_N_SCHOOLS - len(LARGE_NAMES) - 1)
    for (low, small), (high, big) in pairwise(_SIZES):
        if share <= high:
            part = (share - low) / (high - low)
            return round(math.exp(math.log(small) * (1 - part) + math.log(big) * part))
    return _SIZES[-1][1]


def _grades(name: str, place: int, extension: bool) -> tuple[str, ...]:
    early: tuple[str, ...] = EARLY_GRADES[1:] if place % 3 else EARLY_GRADES
    if place % 17 == 9:
        early = ()
    return (*early, *PRIMARY_GRADES, *(LOWER_GRADES if extension and name != BRANCH else ()))


@cache
def pupils(school: SampleSchool, year_be: int, grade: str) -> int:
    """Head count of one grade on 10 June; the same children are a grade higher a year later."""
    if grade not in school.grades or not school.is_open(year_be):
        return 0
    first_year = year_be - GRADES.index(grade)
    draw = dice("cohort", school.smis, first_year)
    base = school.size / len(school.grades) * 0.985 ** (first_year - 2560)
    moved = dice("moves", school.smis, year_be, grade).choice((-1, 0, 0, 0, 1)) if base > 5 else 0
    return max(0, round(base * math.exp(draw.gauss(0, 0.24))) + moved)


def all_pupils(school: SampleSchool, year_be: int) -> int:
    return sum(pupils(school, year_be, grade) for grade in school.grades)


def boys(school: SampleSchool, year_be: int, grade: str) -> int:
    return count_of(pupils(school, year_be, grade), 0.515, "boys", school.smis, year_be, grade)


def rooms(school: SampleSchool, year_be: int, grade: str) -> int:
    return math.ceil(pupils(school, year_be, grade) / 36)


def teachers(school: SampleSchool, year_be: int) -> int:
    """Teachers who really teach; small schools get by with few."""
    head_count = all_pupils(school, year_be)
    if not head_count:
        return 0
    wanted = 1.6 + head_count / 19.5
    return max(2, round(wanted + dice("teachers", school.smis).gauss(0, 0.7 + wanted * 0.05)))
