"""The sample office's teachers: staffing in June, development over the fiscal year, well-being."""

import math

from sample_data.chance import count_of, dice, half_up
from sample_data.measures import Figure, Measure, count_measure, leaning, score_measure, share_measure
from sample_data.school_list import (
    SampleSchool,
    all_pupils,
    all_schools,
    rooms,
    teachers,
)


def _schools(year_be: int) -> list[SampleSchool]:
    return [school for school in all_schools() if school.is_open(year_be) and all_pupils(school, year_be)]


def wanted_teachers(school: SampleSchool, year_be: int) -> int:
    """Teachers by the staffing rule, simplified."""
    head_count = all_pupils(school, year_be)
    return max(2, math.ceil(head_count / 17)) if head_count <= 120 else math.ceil(head_count / 18) + 1


def staffing(year_be: int) -> dict[str, Measure]:
    schools = _schools(year_be)
    staff = {school.smis: (school, teachers(school, year_be)) for school in schools}
    gap_pct, ratio, per_room = {}, {}, {}
    for school in schools:
        wanted, real = wanted_teachers(school, year_be), teachers(school, year_be)
        heads, n_rooms = all_pupils(school, year_be), sum(rooms(school, year_be, g) for g in school.grades)
        gap_pct[school.smis] = Figure(half_up((real - wanted) * 100 / wanted), wanted)
        ratio[school.smis] = Figure(half_up(heads / real), real)
        per_room[school.smis] = Figure(half_up(heads / n_rooms), n_rooms)
    return {
        "heads": count_measure(schools, lambda school: float(all_pupils(school, year_be))),
        "gap": count_measure(schools, lambda s: float(teachers(s, year_be) - wanted_teachers(s, year_be))),
        "gap_pct": Measure(gap_pct),
        "ratio": Measure(ratio),
        "per_room": Measure(per_room),
        "vacancy": count_measure(schools, lambda s: float(dice("head", s.smis, year_be).random() < 0.11)),
        "out_of_field": share_measure(
            "field", "field", year_be, staff, share=0.155, between=0.5, lower_is_better=True
        ),
        "retire": share_measure(
            "retire", "age", year_be, staff, share=0.17, between=0.4, lower_is_better=True
        ),
        "transfer": count_measure(schools, lambda s: float(_movers(s, year_be))),
    }


def _movers(school: SampleSchool, year_be: int) -> int:
    often = 0.2 if leaning(school, "morale") < -2.5 else 0.06
    return count_of(teachers(school, year_be), often, "movers", school.smis, year_be)


def development(fiscal_be: int) -> dict[str, Measure]:
    schools = _schools(fiscal_be - 1)
    staff = {school.smis: (school, teachers(school, fiscal_be - 1)) for school in schools}
    people = {smis: (school, n + other_staff(school)) for smis, (school, n) in staff.items()}
    hours = {
        smis: Figure(
            half_up(
                max(
                    4.0, 23.6 + 2.6 * leaning(school, "training") + dice("hours", smis, fiscal_be).gauss(0, 3)
                )
            ),
            n,
        )
        for smis, (school, n) in people.items()
    }
    return {
        "standing": share_measure("standing", "standing", fiscal_be, staff, share=0.64, between=0.4),
        "agreement": share_measure("agreement", "training", fiscal_be, staff, share=0.972, between=0.5),
        "trained": share_measure("trained", "training", fiscal_be, people, share=0.86, between=0.5),
        "hours": Measure(hours),
    }


def welfare(fiscal_be: int) -> dict[str, Measure]:
    schools = _schools(fiscal_be - 1)
    answers = {
        school.smis: (school, max(2, round(teachers(school, fiscal_be - 1) * 0.9))) for school in schools
    }
    return {
        "morale": score_measure(
            "morale", "morale", fiscal_be, answers, middle=4.02, spread=0.55, between=0.16, top=5.0
        ),
        "discipline": count_measure(
            schools, lambda s: float(dice("cases", s.smis, fiscal_be).random() < 0.025)
        ),
    }


def other_staff(school: SampleSchool) -> int:
    """People who are no teachers: clerks, janitors, contract staff."""
    return 1 + dice("staff", school.smis).randrange(0, 3)
