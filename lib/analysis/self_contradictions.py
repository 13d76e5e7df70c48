"""R8 for schools' own levels: a report that contradicts itself is a doubt about the data."""

from collections.abc import Iterator, Sequence

from lib.analysis.examination import Examination
from lib.analysis.school_rules import subject_of
from lib.analysis.sentences import AREA, Subject, Wording, make_finding, two_decimals, whole_number
from lib.domain.findings import Finding, Number
from lib.domain.self_ratings import CheckedReport

#: The indicator that the levels of self-assessment themselves are kept under.
_LEVELS = "academic.sar_level"


def contradiction_findings(
    found: Examination, reports: Sequence[CheckedReport], findings: Sequence[Finding], wording: Wording
) -> Iterator[Finding]:
    """One finding per contradictory report; beyond a few, one of the area that counts them.

    Args:
        reports: every confirmed report, of any year.
        findings: those made before; an R8 of the area about the same indicator keeps its place.
    """
    place = next((i for i, each in enumerate(found.cube.indicators) if each.id == _LEVELS), None)
    if place is None:
        return
    period = found.cube.periods[place]
    schools = {school.school_id: s for s, school in enumerate(found.cube.schools) if school.active}
    of_year = sorted(
        (one for one in reports if one.year_be == period.year_be and one.school_id in schools),
        key=lambda one: one.school_id,
    )
    doubted = [one for one in of_year if one.says]
    taken = any(f.scope == "area" and f.rule_id == "R8" and f.indicator_id == _LEVELS for f in findings)
    if len(doubted) > found.rules.thresholds.doubts_told_singly and not taken:
        share = 100 * len(doubted) / len(of_year)
        yield _finding(
            found,
            place,
            AREA,
            "R8_levels_area",
            wording,
            {
                "n_doubted": whole_number(len(doubted)),
                "n_schools": whole_number(len(of_year)),
                "doubted_pct": two_decimals(share),
            },
            {"n_contradictory": len(doubted), "n_reports": len(of_year), "contradictory_pct": share},
            doubted,
        )
        return
    for one in doubted:
        n_others = len(one.says) - 1
        yield _finding(
            found,
            place,
            subject_of(found, schools[one.school_id]),
            "R8_levels",
            wording,
            {
                "report": one.source,
                "says": one.says[0],
                "others": wording.phrase("others_in_report", n_others=str(n_others)) if n_others else "",
            },
            {"says": one.says[0], "n_contradictions": len(one.says)},
            [one],
        )


def _finding(
    found: Examination,
    place: int,
    subject: Subject,
    template: str,
    wording: Wording,
    words: dict[str, str],
    numbers: dict[str, Number | None],
    reports: Sequence[CheckedReport],
) -> Finding:
    period = found.cube.periods[place]
    return make_finding(
        wording,
        subject,
        found.cube.indicators[place],
        period,
        kind="data_quality",
        tier=0,
        rule_id="R8",
        template=template,
        words=words,
        numbers=numbers,
        sources=tuple((one.school_id, period) for one in reports),
    )
