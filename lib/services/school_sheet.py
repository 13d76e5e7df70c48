"""The sheet of one school for a visit: the page of the school as a Word file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from lib.analysis.examination import Examination
from lib.catalog.report_words import ReportWords, load_report_words
from lib.catalog.toml_files import DATA_DIR
from lib.domain.bound_figures import DocumentKind, FileOrigin
from lib.domain.findings import KIND_LABELS
from lib.domain.office import Office
from lib.domain.periods import PeriodKind
from lib.domain.school_sheet import (
    SchoolSheet,
    SheetDomain,
    SheetFinding,
    SheetLevel,
    SheetRow,
)
from lib.report.file_bundle import bundle_files
from lib.report.file_names import safe_file_name
from lib.report.school_sheet import make_school_sheet
from lib.services.analysis import OfficeData
from lib.services.findings import FindingsResult
from lib.services.office import size_scheme
from lib.services.school import SchoolView, load_school_view
from lib.services.school_findings import FindingLine, lines_in_sight
from lib.services.school_levels import OwnLevel
from lib.services.school_rows import SIGNS, IndicatorRow
from lib.services.school_sources import source_lines
from lib.services.school_trends import LINE_COLOURS, sheet_trends
from lib.services.visit_words import visit_lines
from lib.services.visits import SchoolVisits, visits_due
from lib.storage.engine import Store
from lib.thai.dates import format_date

_MOST_FINDINGS = 5
_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True, eq=False)
class SheetDesk:
    """What every sheet of a round is made from."""

    store: Store
    office: Office
    data: OfficeData
    found: Examination
    findings: FindingsResult
    today: date


def make_sheet(desk: SheetDesk, school_id: str) -> tuple[str, bytes]:
    """File name and Word file of one school.

    Raises:
        KeyError: the school is not in the register, or closed.
    """
    words = load_report_words(DATA_DIR / "school_sheet.toml")
    sheet = collect_sheet(desk, school_id, words)
    name = f"ข้อมูลเพื่อการนิเทศ {school_id} {sheet.school_name}"
    years = {period.kind: period.year_be for period in desk.found.cube.periods}
    origin = FileOrigin(
        DocumentKind.SCHOOL_SHEET,
        years.get(PeriodKind.ACADEMIC_YEAR),
        years.get(PeriodKind.FISCAL_YEAR),
        school_id,
        desk.today,
    )
    return safe_file_name(name, _LONGEST_NAME, ".docx"), make_school_sheet(sheet, words, origin)


def collect_sheet(desk: SheetDesk, school_id: str, words: ReportWords) -> SchoolSheet:
    """What the sheet of one school says.

    Raises:
        KeyError: the school is not in the register, or closed.
    """
    view = load_school_view(
        desk.store, desk.data, desk.found, desk.findings, school_id, size_scheme(desk.office)
    )
    return sheet_of(desk, view, visits_due(desk.store, desk.data, school_id, desk.today), words)


def make_cluster_sheets(
    desk: SheetDesk, cluster: str, tell: Callable[[int, int], None] | None = None
) -> bytes:
    """The sheets of every open school of a cluster in one ZIP, by school id.

    Args:
        tell: is told how many are done, of how many.
    """
    ids = sorted(school.school_id for school in desk.data.schools if school.cluster == cluster)
    files = []
    for place, school_id in enumerate(ids, start=1):
        files.append(make_sheet(desk, school_id))
        if tell is not None:
            tell(place, len(ids))
    return bundle_files(files)


def sheet_of(desk: SheetDesk, view: SchoolView, listed: SchoolVisits, words: ReportWords) -> SchoolSheet:
    """What the sheet says, from what the page shows."""
    shown = lines_in_sight(view.lines, _MOST_FINDINGS)
    standards = tuple(dict.fromkeys(one.standard for one in view.levels))
    taught = tuple(dict.fromkeys(one.level_of_education for one in view.levels))
    known = {(one.level_of_education, one.standard): one for one in view.levels}
    names = {indicator.id: indicator.name for indicator in desk.data.catalogue.indicators}
    short_names = {indicator.id: indicator.short_name for indicator in desk.data.catalogue.indicators}
    report = view.report
    return SchoolSheet(
        office_name=desk.office.name or "สำนักงานเขตพื้นที่การศึกษา",
        is_sample=desk.office.is_sample,
        school_name=view.school.name,
        facts=view.facts,
        sentence=view.sentence,
        findings=tuple(_finding(line) for line in shown),
        n_more=len(view.lines) - len(shown),
        domains=tuple(
            SheetDomain(section.domain.name, _periods(section.shown), tuple(map(_row, section.shown)))
            for section in view.sections
        ),
        trends=sheet_trends(desk.found, view, shown),
        colours=LINE_COLOURS,
        reading=words.say("reading", n_peers=f"{view.n_peers:,}")
        if view.n_peers
        else words.phrases["reading_alone"],
        report_line=words.say("report_line", year=str(report.academic_year_be), status=report.status.label)
        if report
        else words.phrases["no_report"],
        standards=standards,
        levels=tuple(
            SheetLevel(level, tuple(_level(known.get((level, standard))) for standard in standards))
            for level in taught
        ),
        disagreements=tuple(
            words.say(
                "disagreement",
                standard=one.standard,
                level_of_education=one.level_of_education,
                level=one.level,
                indicator=names[finding.indicator_id],
            )
            for one in view.levels
            for finding in one.disagreeing
        ),
        questions=_questions(shown, short_names, words, has_report=report is not None),
        visits=visit_lines(listed, desk.today),
        sources=source_lines([row for section in view.sections for row in section.shown], words),
        data_line=words.say("data_line", version=f"{view.data_version:,}", date=format_date(desk.today)),
        made_on=desk.today,
        thai_digits=desk.office.thai_digits,
    )


def _finding(line: FindingLine) -> SheetFinding:
    finding = line.finding
    return SheetFinding(
        SIGNS[finding.kind], KIND_LABELS[finding.kind], line.certainty, line.sentence, finding.id
    )


def _row(row: IndicatorRow) -> SheetRow:
    key = f"{row.indicator.id}|{row.period.kind}|{row.period.year_be}"
    return SheetRow(
        key,
        row.indicator.short_name,
        row.value,
        row.counted or "–",
        row.area or "–",
        row.peers or "–",
        row.certainty or "–",
    )


def _periods(rows: Sequence[IndicatorRow]) -> str:
    return " · ".join(dict.fromkeys(row.period.label for row in rows))


def _level(one: OwnLevel | None) -> str:
    return "–" if one is None else f"{one.level}{' ◆' if one.disagreeing else ''}"


def _questions(
    shown: Sequence[FindingLine], names: dict[str, str], words: ReportWords, *, has_report: bool
) -> tuple[str, ...]:
    """One question per kind of finding, naming what it is about; a likely one is said not to be certain."""
    about: dict[str, list[str]] = {}
    for line in shown:
        name = names[line.finding.indicator_id]
        told = words.say("likely", indicator=name) if line.finding.tier == 2 else name
        about.setdefault(line.finding.kind, []).append(told)
    asked = [words.say(f"ask_{kind}", indicators=", ".join(told)) for kind, told in about.items()]
    if not has_report:
        asked.append(words.texts["ask_no_report"])
    if not shown:
        asked.append(words.texts["ask_nothing"])
    return tuple(asked)
