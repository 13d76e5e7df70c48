"""What the sheet of one school says, formatted; the Word file for a visit is written from this alone."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class SheetFinding:
    """One matter with its kind and certainty in words; ``finding_id`` binds it to its figures."""

    sign: str
    kind: str
    certainty: str
    sentence: str
    finding_id: str


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One indicator, every cell as it is read on screen."""

    figure_id: str
    name: str
    value: str
    counted: str
    area: str
    peers: str
    certainty: str


@dataclass(frozen=True, slots=True)
class SheetDomain:
    """A domain's few rows that matter, with the periods they are of."""

    name: str
    periods: str
    rows: tuple[SheetRow, ...]


@dataclass(frozen=True, slots=True)
class SheetTrend:
    """Latest years of one indicator: (name, values) of school, area and like schools; None leaves a gap.

    Attributes:
        target: what every school is to reach; None where there is none or only the area has one.
    """

    caption: str
    unit: str
    years: tuple[str, ...]
    lines: tuple[tuple[str, tuple[float | None, ...]], ...]
    decimals: int
    target: float | None = None


@dataclass(frozen=True, slots=True)
class SheetLevel:
    """Levels a school gave itself in one level of education, in the order of ``SchoolSheet.standards``."""

    level_of_education: str
    levels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SchoolSheet:
    """Everything on the sheet.

    Attributes:
        facts: (label, words) of the head.
        n_more: matters that are not on the sheet.
        colours: of the lines of a trend, six hex digits each.
        reading: how the table of indicators is read.
        report_line: which self-assessment the levels are of, or that there is none.
        disagreements: levels that the results do not agree with, in sentences.
        questions: what to look at and ask, drawn from the findings; no cause is asserted.
        visits: what is owed, planned and was done, in lines.
        sources: file, sheet and cells of the figures, in lines; they keep their digits.
        data_line: version of the data and the day it was made.
    """

    office_name: str
    is_sample: bool
    school_name: str
    facts: tuple[tuple[str, str], ...]
    sentence: str
    findings: tuple[SheetFinding, ...]
    n_more: int
    domains: tuple[SheetDomain, ...]
    trends: tuple[SheetTrend, ...]
    colours: tuple[str, ...]
    reading: str
    report_line: str
    standards: tuple[str, ...]
    levels: tuple[SheetLevel, ...]
    disagreements: tuple[str, ...]
    questions: tuple[str, ...]
    visits: tuple[str, ...]
    sources: tuple[str, ...]
    data_line: str
    made_on: date
    thai_digits: bool
