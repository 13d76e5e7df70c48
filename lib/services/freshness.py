"""The page ความพร้อมของข้อมูล: which figures have come, which lack or are old, and who is to send them."""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date

from lib.analysis.presence import Presence, find_presence
from lib.domain.datasets import DatasetRecord
from lib.domain.freshness import Board, BoardRow, Load, Mark, State
from lib.domain.indicators import Compare, Indicator, Kind
from lib.domain.periods import Period, PeriodKind
from lib.services.analysis import OfficeData, Periods
from lib.services.self_assessments import not_submitted
from lib.storage.datasets import load_history
from lib.storage.engine import Store, reading
from lib.thai.dates import BE_OFFSET, thai_day

#: Months of an academic year that fall into the calendar year of its number; the others are of the next.
_FIRST_ACADEMIC_MONTH = 6
_FIRST_FISCAL_MONTH = 10

Group = tuple[str, str, str]


def load_board(store: Store, data: OfficeData, periods: Periods, *, today: date) -> Board:
    """The board of the two years, with who has loaded what and whose SAR is missing."""
    with reading(store) as session:
        history = load_history(session)
    period = periods.get(PeriodKind.ACADEMIC_YEAR)
    missing = not_submitted(store, period.year_be) if period else ()
    own = {school.school_id for school in data.schools}
    without = frozenset(school.school_id for school in missing if school.school_id in own)
    return make_board(data, history, without, periods, today=today)


def make_board(
    data: OfficeData,
    history: Sequence[DatasetRecord],
    without_report: frozenset[str],
    periods: Periods,
    *,
    today: date,
) -> Board:
    """The board from what is loaded; pure, so that equal data make equal boards.

    Args:
        without_report: schools whose SAR of the academic year is not here.
        periods: the year looked at, per calendar.
    """
    years = {kind: period.year_be for kind, period in periods.items()}
    presence = find_presence(
        data.observations, data.benchmarks, data.catalogue.indicators, data.schools, years
    )
    loads = {
        each.dataset_id: Load(each.dataset_id, each.file_name, thai_day(each.loaded_at), each.loaded_by)
        for each in history
    }
    ever = presence.latest_year > 0
    had = {
        (each.domain, each.period_kind) for each, seen in zip(presence.indicators, ever, strict=True) if seen
    }
    groups: dict[Group, list[int]] = {}
    for place, each in enumerate(presence.indicators):
        owner = each.owner or data.catalogue.domain(each.domain).owner
        groups.setdefault((each.domain, each.group, owner), []).append(place)
    order = {area.id: number for number, area in enumerate(data.catalogue.domains)}
    rows = [
        _row(presence, group, places, periods, loads, never_had=(group[0], _kind(presence, places)) in had)
        for group, places in sorted(groups.items(), key=lambda one: order[one[0][0]])
    ]
    return Board(tuple(rows), presence.schools, without_report, today)


def _kind(presence: Presence, places: Sequence[int]) -> PeriodKind:
    return presence.indicators[places[0]].period_kind


def _row(
    presence: Presence,
    group: Group,
    places: list[int],
    periods: Periods,
    loads: Mapping[int, Load],
    *,
    never_had: bool,
) -> BoardRow:
    domain, _, owner = group
    period = periods[_kind(presence, places)]
    waited = _waited_for(presence, places)
    by_area = [place for place in waited if _is_of_the_area(presence, place)]
    by_school = [place for place in waited if place not in set(by_area)]
    marks = _marks(presence, by_school)
    newest = max(places, key=lambda place: (presence.latest_year[place], presence.latest_load[place]))
    latest = int(presence.latest_year[newest])
    n_full, n_part = marks.count(Mark.FULL), marks.count(Mark.PART)
    n_expected = len(marks) - marks.count(Mark.NOT_TAUGHT)
    n_area = sum(bool(presence.area[place]) for place in by_area)
    nothing = not (n_full or n_part or n_area)
    if nothing and not latest:
        state = State.NEVER if never_had or not (n_expected or by_area) else State.MISSING
    elif nothing:
        state = State.OLD
    else:
        state = State.FULL if n_full == n_expected and n_area == len(by_area) else State.PART
    return BoardRow(
        ".".join(group),
        domain,
        presence.indicators[places[0]].group_name,
        owner,
        period,
        tuple(presence.indicators[place] for place in waited),
        state,
        n_expected,
        n_full,
        n_part,
        n_area,
        len(by_area),
        Period(period.kind, latest) if latest else None,
        loads.get(int(presence.latest_load[newest])),
        _due([presence.indicators[place] for place in waited], period),
        _gaps(presence, by_school),
        tuple(presence.indicators[place].id for place in by_area if not presence.area[place]),
        marks,
    )


def _waited_for(presence: Presence, places: list[int]) -> list[int]:
    """Indicators that the office has had; else the judged ones; else all of the group."""
    had = [place for place in places if presence.latest_year[place]]
    judged = [place for place in places if presence.indicators[place].key_indicator]
    return had or judged or places


def _is_of_the_area(presence: Presence, place: int) -> bool:
    """No school ever reported it, and the area did, or schools are never told apart by it."""
    if presence.ever[place].any():
        return False
    indicator = presence.indicators[place]
    counted = indicator.kind in (Kind.COUNT, Kind.AMOUNT)
    return bool(presence.area_ever[place]) or (indicator.compare is Compare.NONE and not counted)


def _marks(presence: Presence, places: list[int]) -> tuple[Mark, ...]:
    """Of counts one figure is enough: which of its grades a school leaves blank tells nothing."""
    here, expected = presence.here[places], presence.expected[places]
    asked, got = expected.sum(axis=0), (here & expected).sum(axis=0)
    if not any(presence.indicators[place].key_indicator for place in places):
        asked, got = asked.clip(max=1), got.clip(max=1)
    return tuple(
        Mark.NOT_TAUGHT if not n else Mark.FULL if k == n else Mark.PART if k else Mark.NONE
        for n, k in zip(asked.tolist(), got.tolist(), strict=True)
    )


def _gaps(presence: Presence, places: list[int]) -> tuple[tuple[str, frozenset[str]], ...]:
    """Of counts only schools without any; else every figure that lacks."""
    counts = not any(presence.indicators[place].key_indicator for place in places)
    reported = presence.here[places].any(axis=0)
    found = []
    for place in places:
        lacking = presence.expected[place] & ~presence.here[place]
        if counts:
            lacking = lacking & ~reported
        names = frozenset(presence.schools[at].school_id for at in lacking.nonzero()[0].tolist())
        if names:
            found.append((presence.indicators[place].id, names))
    return tuple(found)


def _due(indicators: Sequence[Indicator], period: Period) -> date | None:
    """Last day of the month in which all of the group's figures of the year are normally out."""
    months = [each.due_month for each in indicators if each.due_month is not None]
    if not months:
        return None
    number = period.year_be - BE_OFFSET
    if period.kind is PeriodKind.ACADEMIC_YEAR:
        days = [(number + (month < _FIRST_ACADEMIC_MONTH), month) for month in months]
    else:
        days = [(number - (month >= _FIRST_FISCAL_MONTH), month) for month in months]
    year, month = max(days)
    return date(year, month, monthrange(year, month)[1])
