"""The checks between a file read and its preview: units, doubles, small groups, questions left as read."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from lib.domain.columns import Role
from lib.domain.indicators import Catalogue
from lib.domain.issues import Issue, Severity
from lib.domain.schools import School
from lib.ingest.choices import ImportChoices
from lib.ingest.corrections import confirmed_cells
from lib.ingest.reading import DoubledSchool, SchoolData
from lib.services.import_outcomes import RowResult, row_results
from lib.validation.doubles import doubled_places, settle_benchmarks, settle_doubles
from lib.validation.observations import check_observations
from lib.validation.offers import Reconciliation
from lib.validation.reconciliation import issues_of_area_rows, reconcile
from lib.validation.small_groups import note_small_groups
from lib.validation.totals import check_stated_totals

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class CheckedData:
    """What a commit would store of a file, and what must be said.

    Attributes:
        accepted / stated: observations and benchmarks.
        outcomes: one result per row read.
        doubled_schools: schools of which one row is to be chosen, or was.
    """

    accepted: "pd.DataFrame" = field(repr=False)
    stated: "pd.DataFrame" = field(repr=False)
    issues: tuple[Issue, ...]
    reconciliation: tuple[Reconciliation, ...]
    outcomes: tuple[RowResult, ...]
    doubled_schools: tuple[DoubledSchool, ...]


def check_data(
    data: SchoolData,
    remarks: tuple[Issue, ...],
    catalogue: Catalogue,
    choices: ImportChoices,
    schools: tuple[School, ...],
) -> CheckedData:
    """Check a file as read.

    Args:
        remarks: what was noticed before the sheets were read.
        schools: the register.
    """
    names = {school.school_id: school.name for school in schools}
    confirmed = confirmed_cells(choices.corrections)
    checked = check_observations(data.observations, catalogue, _fractions(data, choices), confirmed)
    unique, doubled = settle_doubles(checked.accepted, catalogue, choices.kept_rows)
    stated, contradicted = settle_benchmarks(data.benchmarks, catalogue)
    contested = doubled_places(checked.accepted) if len(unique) < len(checked.accepted) else {}
    across = tuple(
        DoubledSchool(
            each, names.get(each, each), places, _differences(checked.accepted, each, places, catalogue)
        )
        for each, places in contested.items()
    )
    seen = frozenset(choices.seen)
    reconciliation = reconcile(unique, data.benchmarks, catalogue)
    totals = (
        *check_stated_totals(data.benchmarks, catalogue),
        *issues_of_area_rows(reconciliation, catalogue, confirmed),
    )
    said = (*checked.issues, *doubled, *contradicted, *totals, *note_small_groups(unique))
    issues = (*remarks, *data.issues, *said)
    return CheckedData(
        unique,
        stated,
        tuple(_left_as_read(issue, seen) for issue in issues),
        reconciliation,
        row_results(data, unique, checked.turned_away),
        (*data.doubled_schools, *across),
    )


def _differences(
    frame: "pd.DataFrame", school_id: str, places: tuple[tuple[str, int], ...], catalogue: Catalogue
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """(indicator, its value at each place) where the places of one school differ."""
    own = frame[frame["school_id"] == school_id]
    stated: dict[str, dict[tuple[str, int], str]] = {}
    for row in own.to_dict("records"):
        name = catalogue.by_id[str(row["indicator_id"])].short_name
        stated.setdefault(name, {})[str(row["sheet"]), int(row["row"])] = f"{row['value']:g}"
    return tuple(
        (name, tuple(values.get(place, "") for place in places))
        for name, values in stated.items()
        if len(set(values.values())) > 1
    )


def _left_as_read(issue: Issue, seen: frozenset[tuple[str, str, str]]) -> Issue:
    """A question that a person looked at and leaves as it is waits no more."""
    if issue.severity is Severity.QUESTION and (issue.code, issue.sheet, issue.cell) in seen:
        return replace(issue, severity=Severity.WARNING)
    return issue


def _fractions(data: SchoolData, choices: ImportChoices) -> dict[str, bool]:
    answers = dict(choices.fractions)
    return {
        indicator_id: answers[table.place(column)]
        for table in data.tables
        for column in table.columns
        for indicator_id in column.indicators
        if column.role is Role.VALUE and table.place(column) in answers
    }
