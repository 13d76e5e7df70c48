"""What goes into a committee report, collected and formatted; the document is composed from this alone."""

from dataclasses import dataclass
from datetime import date

from lib.domain.chart_descriptions import Chart
from lib.domain.findings import Finding, Recommendation
from lib.domain.kpi_report import KpiFormReport
from lib.domain.sar_report_content import SarReportContent
from lib.domain.topics import TopicSchool


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One indicator of a domain's result table; texts are as printed, ``–`` for what is not known.

    Attributes:
        figure_id: binds the value to its data, ``indicator|period kind|year``.
        short_name: for charts; ``period`` names the calendar and the year.
        value / target / benchmark: for charts, None where unknown.
        target_gap: distance to the target, positive once reached, whichever way is good; None without one.
        drawn: counted in per cent or points of 100, so that one axis fits.
        benchmark_of: (scope, name) whose figure the benchmark is; the scope is empty for the catalogue's own.
        is_median: the middle of the schools' values stands in where nothing weighs them.
        small_below: schools with fewer people than this should not be read alone; None where there are none.
    """

    figure_id: str
    name: str
    short_name: str
    unit: str
    period: str
    value: float | None
    value_text: str
    n_text: str
    target: float | None
    target_text: str
    target_gap: float | None
    benchmark: float | None
    benchmark_text: str
    change_text: str
    meeting_text: str
    drawn: bool
    benchmark_of: tuple[str, str] | None = None
    is_median: bool = False
    small_below: int | None = None

    @property
    def indicator_id(self) -> str:
        return self.figure_id.partition("|")[0]


@dataclass(frozen=True, slots=True)
class AcceptedFinding:
    """A finding that people took into the report, with what they recommend to whom.

    Attributes:
        family / short_name: words of the indicator's group and of the indicator.
        schools: those that a matter of several schools counts, by cluster and name; none for other findings.
        pieces: the sentence as text and name of the figure it is; empty binds none.
        unit: of the indicator.
    """

    finding: Finding
    sentence: str
    recommendations: tuple[Recommendation, ...] = ()
    family: str = ""
    short_name: str = ""
    schools: tuple[TopicSchool, ...] = ()
    pieces: tuple[tuple[str, str], ...] = ()
    unit: str = ""

    @property
    def is_shared(self) -> bool:
        """Whether it is a matter in which schools differ."""
        return self.finding.scope == "schools"


@dataclass(frozen=True, slots=True)
class DomainResults:
    """Results and findings of one domain, in the office's order.

    Attributes:
        charts: of years and schools, after those of the figures against their targets.
    """

    domain_id: str
    name: str
    colour: str
    rows: tuple[FigureRow, ...]
    findings: tuple[AcceptedFinding, ...]
    n_reached: int
    n_judged: int
    charts: tuple[Chart, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One file that the figures rest on."""

    file_name: str
    loaded_at: str
    rows_text: str
    n_values: int
    sha256: str


@dataclass(frozen=True, slots=True)
class ListedSchool:
    """One school of the office as its annex lists it; ``size`` is empty where the head count is unknown."""

    name: str
    cluster: str
    level: str
    pupils: int | None
    size: str


@dataclass(frozen=True, slots=True)
class PinnedAnswer:
    """An answer of a meeting as it was pinned.

    Attributes:
        stamp: who pinned it when, on which version of the data.
        remark: that the data have changed since, or were never loaded; empty otherwise.
    """

    title: str
    sentence: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    sources: tuple[str, ...]
    stamp: str
    remark: str


@dataclass(frozen=True, slots=True)
class ReportContent:
    """Everything a committee report shows.

    Attributes:
        sizes: (name, number of schools).
        texts: section id → text written by people; sections without one keep the packaged wording.
        rules: (rule id, what it does) of the rules in force.
        sar: of the academic year; None without one or without a report.
        kpi: forms begun in the fiscal year.
        gaps: sentences about missing or doubtful data.
        pinned: answers of meetings, in the order they were pinned.
        schools: by cluster and name, never by a result; empty where schools are not to be listed.
        is_draft: something still blocks the release; every document says so.
    """

    office_name: str
    office_short_name: str
    is_sample: bool
    academic_year_be: int | None
    fiscal_year_be: int | None
    made_on: date
    thai_digits: bool
    n_schools: int
    n_pupils: int | None
    n_clusters: int
    sizes: tuple[tuple[str, int], ...]
    domains: tuple[DomainResults, ...]
    sar: SarReportContent | None
    kpi: tuple[KpiFormReport, ...]
    sources: tuple[SourceLine, ...]
    gaps: tuple[str, ...]
    rules: tuple[tuple[str, str], ...]
    texts: tuple[tuple[str, str], ...] = ()
    pinned: tuple[PinnedAnswer, ...] = ()
    schools: tuple[ListedSchool, ...] = ()
    is_draft: bool = False

    def text(self, section_id: str) -> str:
        """What people wrote for a section, empty when nothing."""
        return dict(self.texts).get(section_id, "")

    @property
    def all_findings(self) -> tuple[AcceptedFinding, ...]:
        return tuple(each for domain in self.domains for each in domain.findings)
