"""Care for pupils, staying in school, safety, satisfaction, buildings of the sample office."""

import math

from sample_data.chance import count_of, dice, half_up
from sample_data.measures import (
    Figure,
    Measure,
    count_measure,
    leaning,
    score_measure,
    share_figure,
    share_measure,
)
from sample_data.school_list import SampleSchool, all_pupils, all_schools


def _schools(year_be: int) -> list[SampleSchool]:
    return [school for school in all_schools() if school.is_open(year_be) and all_pupils(school, year_be)]


def care(year_be: int) -> dict[str, Measure]:
    everyone = {school.smis: (school, all_pupils(school, year_be)) for school in _schools(year_be)}
    screened = {smis: (school, max(1, round(n * 0.96))) for smis, (school, n) in everyone.items()}
    return {
        "homevisit": share_measure("home", "care", year_be, everyone, share=0.965, between=0.8),
        "sdq": share_measure("sdq", "sdq", year_be, screened, share=0.081, between=0.3, lower_is_better=True),
        "nutrition": share_measure("food", "food", year_be, screened, share=0.745 - 0.012 * (year_be - 2566)),
    }


def enrolment(year_be: int) -> dict[str, Measure]:
    everyone = {school.smis: (school, all_pupils(school, year_be)) for school in _schools(year_be)}
    gone = share_measure("gone", "gone", year_be, everyone, share=0.0042, between=0.5, lower_is_better=True)
    kept = {smis: share_figure(round((f.n or 0) - (f.x or 0)), f.n or 1) for smis, f in gone.figures.items()}
    return {"dropout": gone, "retention": Measure(kept)}


def buildings(year_be: int) -> dict[str, Measure]:
    schools = _schools(year_be)
    rounds = {s.smis: share_figure(3 - (dice("dmc", s.smis, year_be).random() < 0.09), 3) for s in schools}
    return {
        "damaged": count_measure(schools, lambda school: float(_damaged(school, year_be))),
        "dmc": Measure(rounds),
    }


def _damaged(school: SampleSchool, year_be: int) -> int:
    worn = 4 if leaning(school, "building") < -2.5 else 0
    return worn + (dice("roof", school.smis, year_be // 2).choice((0, 0, 0, 1, 1, 2)))


def integrity(fiscal_be: int) -> dict[str, Measure]:
    schools = _schools(fiscal_be - 1)
    ita = {
        s.smis: Figure(
            half_up(min(99.4, 88.7 + 2.9 * leaning(s, "ita") + dice("ita", s.smis, fiscal_be).gauss(0, 1.8)))
        )
        for s in schools
    }
    measures = {school.smis: (school, 12) for school in schools}
    return {
        "ita": Measure(ita, "mean"),
        "safety": share_measure("safety", "safety", fiscal_be, measures, share=0.885, between=0.25),
        "disaster": Measure({s.smis: _kept(s, "disaster", fiscal_be, 0.89, of=1) for s in schools}),
        "control": Measure({s.smis: _kept(s, "control", fiscal_be, 0.94, of=2) for s in schools}),
    }


def _kept(school: SampleSchool, key: str, fiscal_be: int, share: float, *, of: int) -> Figure:
    """How many of a school's few papers were there in time."""
    return share_figure(count_of(of, share, key, school.smis, fiscal_be), of)


def satisfaction(fiscal_be: int) -> dict[str, Measure]:
    answers = {
        school.smis: (school, max(5, round(math.sqrt(all_pupils(school, fiscal_be - 1)) * 4)))
        for school in _schools(fiscal_be - 1)
    }
    return {
        "mean": score_measure(
            "served", "served", fiscal_be, answers, middle=4.31, spread=0.6, between=0.1, top=5.0
        ),
        "share": share_measure("servedpct", "served", fiscal_be, answers, share=0.878, between=0.3),
    }
