"""What the rules of visits ask of one school on a given day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lib.domain.visits import SchoolTerm, Visit, VisitDue, VisitRule, VisitRules, VisitState, VisitWindow
from lib.thai.dates import BE_OFFSET, fiscal_year_of

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Days over which visits are counted, and the day by which they are to be made."""

    first: date
    last: date
    due: date
    label: str


def visit_dues(rules: VisitRules, visits: Sequence[Visit], today: date) -> tuple[VisitDue, ...]:
    """How one school stands to every rule, in the order of the rules."""
    return tuple(_due(rule, rules.terms, visits, today) for rule in rules.rules)


def _due(rule: VisitRule, terms: Sequence[SchoolTerm], visits: Sequence[Visit], today: date) -> VisitDue:
    stretch = _term_stretch(terms, today) if rule.window is VisitWindow.TERM else _years_stretch(rule, today)
    counting = [visit for visit in visits if visit.kind in rule.kinds]
    done = sorted(
        (visit for visit in counting if visit.done_on and stretch.first <= visit.done_on <= stretch.last),
        key=lambda visit: (visit.done_on or today, visit.visit_id),
    )
    # a planned day that has gone by promises nothing any more
    planned = sorted(
        (
            visit
            for visit in counting
            if not visit.done_on and visit.planned_on and today <= visit.planned_on <= stretch.last
        ),
        key=lambda visit: (visit.planned_on or today, visit.visit_id),
    )
    due = stretch.due
    if len(done) >= rule.n_visits:
        state = VisitState.DONE
        if rule.window is VisitWindow.FISCAL_YEAR:
            counted = done[-rule.n_visits].done_on or today
            due = _fiscal_year_end(fiscal_year_of(counted) + rule.n_years)
    elif today > due:
        state = VisitState.OVERDUE
    elif len(done) + len(planned) >= rule.n_visits:
        state = VisitState.PLANNED
    else:
        state = VisitState.OWED
    return VisitDue(rule, stretch.label, due, state, tuple(done), tuple(planned))


def _years_stretch(rule: VisitRule, today: date) -> _Stretch:
    last_be = fiscal_year_of(today)
    first_be = last_be - rule.n_years + 1
    label = f"ปีงบประมาณ {last_be}" if first_be == last_be else f"ปีงบประมาณ {first_be}–{last_be}"
    last = _fiscal_year_end(last_be)
    return _Stretch(_fiscal_year_end(first_be - 1) + _ONE_DAY, last, last, label)


def _fiscal_year_end(year_be: int) -> date:
    return date(year_be - BE_OFFSET, 9, 30)


def _term_stretch(terms: Sequence[SchoolTerm], today: date) -> _Stretch:
    """The term that opened last, until the day before the next one opens."""
    openings = sorted(_openings(terms, today), key=lambda opening: opening[0])
    place = max(place for place, (opens, _, _) in enumerate(openings) if opens <= today)
    opens, term, year_be = openings[place]
    closes = date(opens.year, *term.closes)
    if closes < opens:
        closes = date(opens.year + 1, *term.closes)
    label = f"ภาคเรียนที่ {term.number} ปีการศึกษา {year_be}"
    return _Stretch(opens, openings[place + 1][0] - _ONE_DAY, closes, label)


def _openings(terms: Sequence[SchoolTerm], today: date) -> Iterator[tuple[date, SchoolTerm, int]]:
    """First days around today with the academic year they belong to, which begins with the first term."""
    begins = min(terms, key=lambda term: term.number).opens
    for year in range(today.year - 2, today.year + 3):
        for term in terms:
            first_of_year = year if term.opens >= begins else year - 1
            yield date(year, *term.opens), term, first_of_year + BE_OFFSET
