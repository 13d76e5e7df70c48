"""What the sample office's pupils achieved: national tests, grades, qualities, early childhood."""

from collections.abc import Mapping

from sample_data.chance import count_of, dice, half_up
from sample_data.measures import Figure, Measure, score_measure, share_figure, share_measure
from sample_data.school_list import (
    EARLY_GRADES,
    LOWER_GRADES,
    PRIMARY_GRADES,
    SampleSchool,
    all_schools,
    pupils,
)

Takers = Mapping[str, tuple[SampleSchool, int]]

#: Subject → middle per academic year, and what province, affiliation and nation stand above the area.
_ONET_P6 = {
    "thai": ((54.3, 52.9, 53.8), (0.6, 1.1, 1.5)),
    "english": ((37.6, 38.8, 38.1), (0.3, 0.9, 1.9)),
    "math": ((28.4, 29.6, 28.0), (0.7, 1.8, 2.4)),
    "science": ((38.9, 39.7, 41.2), (-0.6, -1.0, -1.6)),
}
_ONET_M3 = {
    "thai": ((50.6, 51.4, 52.2), (0.2, 0.4, 0.9)),
    "english": ((29.7, 29.1, 30.4), (0.3, 0.8, 1.2)),
    "math": ((23.9, 24.3, 23.6), (0.4, 0.6, 1.0)),
    "science": ((30.2, 30.9, 31.6), (-0.3, -0.2, 0.3)),
    "social": ((36.1, 36.8, 37.5), (0.2, 0.5, 0.9)),
}
_NT = {"thai": ((57.4, 58.2, 59.6), (-0.7, -1.2, -1.9)), "math": ((50.3, 49.1, 47.4), (0.8, 1.4, 2.2))}
_RT = {
    "aloud": ((77.2, 77.9, 78.6), (-1.1, -1.9, -2.6)),
    "comprehension": ((73.4, 74.6, 75.1), (0.3, 0.2, -0.4)),
}
_GPA = {
    "thai": 0.72, "math": 0.61, "science": 0.68, "social": 0.76, "health": 0.88, "art": 0.87, "career": 0.86,
    "foreign": 0.59,
}  # fmt: skip


def takers_of(year_be: int, *grades: str, present: float = 0.95) -> Takers:
    """Ordinary test takers of some grades; children with special needs are reported apart."""
    return {
        school.smis: (
            school,
            count_of(sum(pupils(school, year_be, g) for g in grades), present, grades, year_be, school.smis),
        )
        for school in all_schools()
        if any(grade in school.grades for grade in grades) and school.is_open(year_be)
    }


def onet(grade: str, year_be: int) -> dict[str, Measure]:
    """Mean, spread and share of 50 and more per subject; ``mean`` is over the subjects held."""
    middles = _ONET_P6 if grade == "ป.6" else _ONET_M3
    takers = takers_of(year_be, grade)
    found: dict[str, Measure] = {}
    for subject, (years, gaps) in middles.items():
        scores = score_measure(
            f"onet{grade}{subject}",
            f"test-{subject}",
            year_be,
            takers,
            middle=years[year_be - 2566],
            gaps=gaps,
        )
        found[subject] = scores
        found[f"{subject}_50"] = Measure(
            {
                smis: _share_above(scores.figures[smis], 50, grade, subject, year_be, smis)
                for smis in scores.figures
            }
        )
    found["mean"] = _mean_of([found[subject] for subject in middles])
    return found


def nt(year_be: int) -> dict[str, Measure]:
    takers = takers_of(year_be, "ป.3", present=0.93)
    found = {
        part: score_measure(
            f"nt{part}", f"nt-{part}", year_be, takers, middle=years[year_be - 2566], spread=16, gaps=gaps
        )
        for part, (years, gaps) in _NT.items()
    }
    return found | {"both": _mean_of([found["thai"], found["math"]])}


def rt(year_be: int) -> dict[str, Measure]:
    takers = takers_of(year_be, "ป.1")
    found = {
        part: score_measure(
            f"rt{part}",
            f"rt-{part}",
            year_be,
            takers,
            middle=years[year_be - 2566],
            spread=17,
            between=3.4,
            gaps=gaps,
        )
        for part, (years, gaps) in _RT.items()
    }
    for part in _RT:
        found[f"{part}_good"] = Measure(
            {s: _share_above(f, 50, "rt", part, year_be, s) for s, f in found[part].figures.items()}
        )
    return found | {"both": _mean_of([found["aloud"], found["comprehension"]])}


def grades(year_be: int) -> dict[str, Measure]:
    """Shares of pupils with grade 3 and more, and the grade point average."""
    takers = takers_of(year_be, *PRIMARY_GRADES, *LOWER_GRADES, present=0.98)
    found = {
        subject: share_measure(f"gpa{subject}", "grades", year_be, takers, share=share, between=0.22)
        for subject, share in _GPA.items()
    }
    found["mean"] = share_measure("gpamean", "grades", year_be, takers, share=0.715, between=0.2)
    found["gpax"] = score_measure(
        "gpax", "grades", year_be, takers, middle=2.98, spread=0.55, between=0.09, top=4.0
    )
    return found


def qualities(year_be: int) -> dict[str, Measure]:
    takers = takers_of(year_be, *PRIMARY_GRADES, *LOWER_GRADES, present=0.98)
    early = takers_of(year_be, "ป.1", "ป.2", "ป.3", present=0.97)
    results = {smis: (school, n * 8) for smis, (school, n) in takers.items()}
    later = 0.006 * (year_be - 2566)
    return {
        "reading": share_measure("reading", "reading", year_be, takers, share=0.80 + later, between=0.28),
        "character": share_measure("character", "character", year_be, takers, share=0.94, between=0.3),
        "competency": share_measure(
            "competency", "competency", year_be, takers, share=0.86 + later, between=0.3
        ),
        "c8": score_measure(
            "c8", "competency", year_be, takers, middle=3.02, spread=0.5, between=0.1, top=4.0
        ),
        "literacy_fail": share_measure(
            "literacy", "reading", year_be, early, share=0.052 - later, between=0.35, lower_is_better=True
        ),
        "failed": share_measure(
            "failed", "grades", year_be, results, share=0.013, between=0.4, lower_is_better=True
        ),
    }


def early_childhood(year_be: int) -> dict[str, Measure]:
    takers = takers_of(year_be, *EARLY_GRADES, present=0.98)
    shares = {"body": 0.95, "emotion": 0.94, "social": 0.93, "mind": 0.885, "all4": 0.872}
    return {
        part: share_measure(f"ecd{part}", "early", year_be, takers, share=share, between=0.25)
        for part, share in shares.items()
    }


def quality_levels(year_be: int) -> Measure:
    """Overall level 1–5 of each school's self-assessment."""
    return Measure(
        {
            school.smis: Figure(
                float(min(5, max(2, round(3.7 + 0.5 * dice("sar", school.smis, year_be).gauss(0, 1)))))
            )
            for school in all_schools()
            if school.is_open(year_be)
        },
        "mean",
    )


def further_study(year_be: int) -> Measure:
    leavers = takers_of(year_be, "ม.3", present=0.97)
    return share_measure("continue", "continue", year_be, leavers, share=0.935, between=0.5)


def visits(year_be: int) -> Measure:
    """How often a school was visited in the fiscal year."""
    return Measure(
        {
            school.smis: Figure(
                float(max(0, round(2.2 + dice("visits", school.smis, year_be).gauss(0, 0.8))))
            )
            for school in all_schools()
            if school.is_open(year_be - 1)
        },
        "mean",
    )


def _share_above(figure: Figure, limit: float, *key: object) -> Figure:
    """How many of a group lie above a score, given its mean and spread."""
    if figure.value is None or not figure.n:
        return Figure()
    above = 1 / (1 + 2.718281828 ** (1.7 * (limit - figure.value) / (figure.sd or 12.0)))
    return share_figure(count_of(figure.n, above, "above", *key), figure.n)


def _mean_of(parts: list[Measure]) -> Measure:
    figures = {}
    for smis, first in parts[0].figures.items():
        values = [part.figures[smis].value or 0.0 for part in parts]
        figures[smis] = Figure(half_up(sum(values) / len(values)), first.n)
    gaps = tuple(half_up(sum(part.gaps[place] for part in parts) / len(parts)) for place in range(3))
    return Measure(figures, gaps=(gaps[0], gaps[1], gaps[2]))
