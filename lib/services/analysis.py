"""Current figures of the office, made ready for analysis once per version of the data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from lib.analysis.examination import Examination, examine
from lib.analysis.years import years_with_figures
from lib.catalog.peers import load_peer_rules
from lib.catalog.rules import RuleSet, load_rules
from lib.catalog.self_rating_links import load_self_rating_links
from lib.catalog.standards import load_standards
from lib.domain.indicators import Catalogue
from lib.domain.peers import PLAIN_BASIS, PeerBasis, PeerChoice
from lib.domain.periods import Period, PeriodKind
from lib.domain.schools import School
from lib.domain.self_ratings import CheckedReport, SelfRating
from lib.services.catalogue import load_office_catalogue
from lib.services.self_ratings import checked_reports_of, self_ratings_of
from lib.storage import audit
from lib.storage.datasets import load_history
from lib.storage.engine import Store, reading
from lib.storage.observations import load_benchmarks, load_observations
from lib.storage.peers import load_peer_choices
from lib.storage.schools import load_schools
from lib.storage.self_assessments import load_reports
from lib.thai.dates import thai_day

if TYPE_CHECKING:
    import pandas as pd

Periods = Mapping[PeriodKind, Period]


@dataclass(frozen=True, slots=True, eq=False)
class OfficeData:
    """Everything an analysis starts from.

    Attributes:
        observations: current figures with ``source_file``, one per school × indicator × year and term.
        schools: open schools of the office, for lists.
        register: the same with the closed ones, whose figures belong to the years they were open in.
        version: of the data; equal versions mean equal data.
        self_ratings: levels of confirmed self-assessments, of every year.
        checked_reports: the same reports with what does not add up in them.
        file_dates: file name → day of its latest load that still speaks.
        peer_basis: what like schools are found by, with the lists that people chose.
    """

    observations: "pd.DataFrame"
    benchmarks: "pd.DataFrame"
    schools: tuple[School, ...]
    register: tuple[School, ...]
    catalogue: Catalogue
    rules: RuleSet
    version: int
    self_ratings: tuple[SelfRating, ...] = ()
    file_dates: Mapping[str, date] = field(default_factory=dict)
    peer_basis: PeerBasis = PLAIN_BASIS
    checked_reports: tuple[CheckedReport, ...] = ()


def load_data_version(store: Store) -> int:
    """Grows whenever a figure may have changed; caches carry it in their keys."""
    with reading(store) as session:
        return audit.data_version(session)


def load_history_version(store: Store) -> int:
    """Grows with every write of any kind."""
    with reading(store) as session:
        return audit.history_version(session)


def load_office_data(store: Store) -> OfficeData:
    """Read everything once; a consistent view."""
    with reading(store) as session:
        observations = load_observations(session)
        benchmarks = load_benchmarks(session)
        schools = load_schools(session)
        reports = load_reports(session)
        loads = [load for load in load_history(session) if load.speaks]
        choices = load_peer_choices(session)
        version = audit.data_version(session)
    register = office_schools(schools, observations)
    return OfficeData(
        observations,
        benchmarks,
        tuple(school for school in register if school.active),
        register,
        load_office_catalogue(store),
        load_rules(),
        version,
        self_ratings_of(reports, load_standards(), load_self_rating_links()),
        {load.file_name: thai_day(load.loaded_at) for load in reversed(loads)},
        make_peer_basis(choices),
        checked_reports_of(reports, load_standards()),
    )


def make_peer_basis(choices: Mapping[str, PeerChoice]) -> PeerBasis:
    """What like schools are found by: the packaged rules with the lists that people chose."""
    rules = load_peer_rules()
    lists = {school_id: choice.school_ids for school_id, choice in choices.items() if choice.school_ids}
    return PeerBasis(rules.disadvantaged_n_of, rules.disadvantaged_weight, rules.min_known_pct, lists)


def office_schools(schools: tuple[School, ...], observations: "pd.DataFrame") -> tuple[School, ...]:
    """Schools that belong to the office's figures: of the areas that have any figure.

    A register may be the whole country's; schools of areas without a single figure are not "missing" here.
    """
    seen = set(observations["school_id"].unique())
    areas = {school.area_code for school in schools if school.school_id in seen}
    return tuple(school for school in schools if not areas or school.area_code in areas)


def known_years(data: OfficeData) -> dict[PeriodKind, tuple[int, ...]]:
    """Years with figures of key indicators (else of any), per calendar, the latest first."""
    judged = {indicator.id for indicator in data.catalogue.indicators if indicator.key_indicator}
    every = set(data.catalogue.by_id)
    return {
        kind: years_with_figures(data.observations, judged, kind)
        or years_with_figures(data.observations, every, kind)
        for kind in PeriodKind
    }


def make_periods(
    data: OfficeData, academic_year_be: int | None = None, fiscal_year_be: int | None = None
) -> dict[PeriodKind, Period]:
    """The two years a report shows side by side.

    The report of fiscal year N+1 shows the tests of academic year N (domain rule); where the later fiscal
    year has no figures yet, fiscal year N stands in. Without an academic year the latest one is taken.
    """
    years = known_years(data)
    academic = academic_year_be or next(iter(years[PeriodKind.ACADEMIC_YEAR]), None)
    fiscal = fiscal_year_be
    if fiscal is None and academic is not None:
        fiscal = academic + 1 if academic + 1 in years[PeriodKind.FISCAL_YEAR] else academic
    if fiscal is None:
        fiscal = next(iter(years[PeriodKind.FISCAL_YEAR]), None)
    periods = {}
    if academic is not None:
        periods[PeriodKind.ACADEMIC_YEAR] = Period(PeriodKind.ACADEMIC_YEAR, academic)
    if fiscal is not None:
        periods[PeriodKind.FISCAL_YEAR] = Period(PeriodKind.FISCAL_YEAR, fiscal)
    return periods


def examine_office(data: OfficeData, periods: Periods) -> Examination:
    """One pass over all figures of the office."""
    return examine(
        data.observations,
        data.benchmarks,
        data.catalogue.indicators,
        data.register,
        periods,
        data.rules,
        data.peer_basis,
    )
