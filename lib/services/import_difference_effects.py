"""What storing a file would change in findings and report: the same analysis with the file laid over."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from lib.catalog.report_words import load_report_words
from lib.domain.documents import Document
from lib.domain.findings import Finding
from lib.domain.office import Office
from lib.domain.periods import PeriodKind
from lib.errors import WorkbenchError
from lib.report.changes import DocumentChanges, compare_documents
from lib.report.compose import compose_report
from lib.services.analysis import (
    OfficeData,
    Periods,
    examine_office,
    known_years,
    make_periods,
    office_schools,
)
from lib.services.findings import ReviewedFinding, compute_findings, join_reviews
from lib.services.import_preview import Preview
from lib.services.office import load_office
from lib.services.report import collect_report
from lib.storage.engine import Store, reading
from lib.storage.observations import load_benchmarks, load_observations
from lib.storage.schools import load_schools
from lib.validation.differences import lay_benchmarks, lay_observations

if TYPE_CHECKING:
    import pandas as pd

Progress = Callable[[float, str], None]


@dataclass(frozen=True, slots=True)
class SentenceOfFinding:
    """A finding whose sentence would read otherwise."""

    finding: Finding
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Effects:
    """What a file would change, were it stored.

    Attributes:
        periods: the years examined, before and after alike.
        appearing / vanishing: findings that only one side has.
        changed: findings that stay and say something else.
        outdated: findings somebody decided about, whose decision would no longer hold.
        report: tables and sentences of the committee's report that would differ.
    """

    periods: Periods
    appearing: tuple[Finding, ...]
    vanishing: tuple[Finding, ...]
    changed: tuple[SentenceOfFinding, ...]
    outdated: tuple[ReviewedFinding, ...]
    report: DocumentChanges

    @property
    def none(self) -> bool:
        """Nothing that people read would change."""
        findings = self.appearing or self.vanishing or self.changed or self.outdated
        return not (findings or self.report.tables or self.report.sentences)


def effects(
    store: Store,
    data: OfficeData,
    preview: Preview,
    replaces: int | None = None,
    *,
    periods: Periods | None = None,
    progress: Progress | None = None,
) -> Effects:
    """Examine the figures as they are and with a previewed file laid over them; nothing is stored.

    Args:
        replaces: a load whose place the file would take as a whole.
        periods: the years looked at; a file that brings a later year is looked at in that year.
    """
    say = progress or (lambda _share, _words: None)
    say(0.05, "วางค่าของไฟล์ทับค่าปัจจุบัน")
    then = lay_over(store, data, preview, replaces)
    now_years = periods or make_periods(data)
    years = now_years if _latest_years(then) == _latest_years(data) else make_periods(then)
    office, _ = load_office(store)
    say(0.2, "หาข้อค้นพบจากค่าปัจจุบัน")
    before = join_reviews(store, *compute_findings(data, years)).findings
    say(0.4, "หาข้อค้นพบเมื่อรวมไฟล์นี้")
    after = join_reviews(store, *compute_findings(then, years)).findings
    say(0.6, "เรียบเรียงรายงานจากค่าปัจจุบัน")
    report_before = _report(store, office, data, years, before)
    say(0.8, "เรียบเรียงรายงานเมื่อรวมไฟล์นี้")
    report_after = _report(store, office, then, years, after)
    say(1.0, "เทียบเสร็จแล้ว")
    old = {each.finding.id: each for each in before}
    new = {each.finding.id: each for each in after}
    return Effects(
        years,
        tuple(each.finding for key, each in new.items() if key not in old),
        tuple(each.finding for key, each in old.items() if key not in new),
        tuple(
            SentenceOfFinding(each.finding, old[key].finding.sentence, each.finding.sentence)
            for key, each in new.items()
            if key in old and old[key].finding.sentence != each.finding.sentence
        ),
        tuple(
            each
            for key, each in old.items()
            if each.review.version and not each.stale and (key not in new or new[key].stale)
        ),
        compare_documents(report_before, report_after),
    )


def lay_over(store: Store, data: OfficeData, preview: Preview, replaces: int | None) -> OfficeData:
    """The office's data as they would be with the file stored; where it has a figure, it speaks."""
    with reading(store) as session:
        schools = load_schools(session, without=replaces)
        observed, stated = data.observations, data.benchmarks
        if replaces is not None:
            others = observed[observed["dataset_id"] != replaces]
            observed = lay_observations(others, load_observations(session, beneath=replaces))
            stated = load_benchmarks(session, without=replaces)
    observed = lay_observations(_as_stored(preview.accepted, observed, preview), observed)
    stated = lay_benchmarks(_as_stored(preview.stated, stated, preview), stated)
    known = {school.school_id for school in schools}
    everyone = (*schools, *(school for school in preview.new_schools if school.school_id not in known))
    register = office_schools(everyone, observed)
    return replace(
        data,
        observations=observed,
        benchmarks=stated,
        schools=tuple(school for school in register if school.active),
        register=register,
    )


def _latest_years(data: OfficeData) -> dict[PeriodKind, int | None]:
    return {kind: next(iter(years), None) for kind, years in known_years(data).items()}


def _as_stored(new: "pd.DataFrame", current: "pd.DataFrame", preview: Preview) -> "pd.DataFrame":
    came = new.assign(dataset_id=0, source_id=preview.sha256, source_file=preview.file_name)
    return came.reindex(columns=current.columns)


def _report(
    store: Store, office: Office, data: OfficeData, periods: Periods, findings: tuple[ReviewedFinding, ...]
) -> Document | None:
    """The report as it would read; None where there are no figures to make one of."""
    found = examine_office(data, periods)
    try:
        content = collect_report(store, office, data, periods, found, findings, made_on=date.min)
    except WorkbenchError:
        return None
    return compose_report(content, load_report_words())
