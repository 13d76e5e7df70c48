"""What the sample office did with its money; every rate stands beside its baht."""

from sample_data.chance import count_of, dice, half_up
from sample_data.measures import Figure, Measure, count_measure, leaning, share_figure, share_measure
from sample_data.school_list import SampleSchool, all_pupils, all_schools

_PER_PUPIL = 2_520


def _schools(fiscal_be: int) -> list[SampleSchool]:
    return [school for school in all_schools() if school.is_open(fiscal_be - 1)]


def _rate(allocated: float, share: float) -> Figure:
    spent = half_up(allocated * share)
    return Figure(half_up(spent * 100 / allocated), round(allocated), spent)


def disbursement(fiscal_be: int) -> dict[str, Measure]:
    """All money of a school and its per-head subsidy: allocated, spent, left, per cent."""
    total, percap = {}, {}
    for school in _schools(fiscal_be):
        draw = dice("spend", school.smis, fiscal_be)
        heads = _PER_PUPIL * max(1, all_pupils(school, fiscal_be - 1))
        other = 41_500 + draw.randrange(0, 180_000, 500)
        share = min(0.996, max(0.55, 0.958 + 0.011 * leaning(school, "spending") + draw.gauss(0, 0.012)))
        if dice("slow", school.smis).random() < 0.05:
            share -= 0.22
        total[school.smis] = _rate(heads + other, share)
        percap[school.smis] = _rate(heads, min(0.997, share + draw.uniform(-0.01, 0.02)))
    found = {"total": Measure(total), "percap": Measure(percap)}
    for key in ("total", "percap"):
        left = {smis: Figure(half_up((f.n or 0) - (f.x or 0))) for smis, f in found[key].figures.items()}
        found[f"{key}_left"] = Measure(left, "sum")
    found["arrears"] = count_measure(_schools(fiscal_be), lambda school: _arrears(school, fiscal_be), 2)
    return found


def _arrears(school: SampleSchool, fiscal_be: int) -> float:
    draw = dice("arrears", school.smis, fiscal_be)
    return half_up(draw.uniform(2_000, 38_000)) if draw.random() < 0.14 else 0.0


def projects(fiscal_be: int) -> dict[str, Measure]:
    done, reached = {}, {}
    for school in _schools(fiscal_be):
        n = 8 + dice("projects", school.smis).randrange(0, 13)
        lean = 0.015 * leaning(school, "projects")
        finished = count_of(n, min(0.995, 0.945 + lean), "done", school.smis, fiscal_be)
        done[school.smis] = share_figure(finished, n)
        hit = count_of(finished, min(0.99, 0.91 + lean), "hit", school.smis, fiscal_be)
        reached[school.smis] = share_figure(hit, n)
    return {"done": Measure(done), "reached": Measure(reached)}


def subsidies(fiscal_be: int) -> dict[str, Measure]:
    schools = _schools(fiscal_be)
    poor = {
        school.smis: (
            school,
            round(all_pupils(school, fiscal_be - 1) * dice("poor", school.smis).uniform(0.18, 0.52)),
        )
        for school in schools
    }
    return {
        "gap": count_measure(schools, lambda school: float(_gap(school, fiscal_be))),
        "poor": share_measure("poor", "poor", fiscal_be, poor, share=0.972, between=0.5),
    }


def _gap(school: SampleSchool, fiscal_be: int) -> int:
    draw = dice("gap", school.smis, fiscal_be)
    return draw.choice((-3, -2, -1, 1, 2)) * _PER_PUPIL // 2 if draw.random() < 0.22 else 0


def controls(fiscal_be: int) -> dict[str, Measure]:
    schools = _schools(fiscal_be)
    assets = {
        school.smis: (school, 60 + round(all_pupils(school, fiscal_be - 1) * 0.9)) for school in schools
    }
    return {
        "assets": share_measure("assets", "assets", fiscal_be, assets, share=0.902, between=0.4),
        "audit": count_measure(schools, lambda school: float(_remarks(school, fiscal_be))),
    }


def _remarks(school: SampleSchool, fiscal_be: int) -> int:
    draw = dice("audit", school.smis, fiscal_be)
    often = 5 if leaning(school, "audit") < -2.5 else 0
    return often + (draw.choice((1, 1, 2, 3)) if draw.random() < 0.35 else 0)
