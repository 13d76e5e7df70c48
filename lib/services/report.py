"""The committee report: collect what it shows, compose it, write it as Word."""

from datetime import date

from lib.analysis.examination import Examination
from lib.catalog.report_words import load_report_words
from lib.domain.bound_figures import DocumentKind, FileOrigin
from lib.domain.datasets import DatasetRecord
from lib.domain.office import Office
from lib.domain.periods import PeriodKind
from lib.domain.report_content import ListedSchool, ReportContent, SourceLine
from lib.domain.report_editions import EditionChanges
from lib.domain.sar_report_content import SarReportContent
from lib.domain.written_sections import REPORT_SECTIONS
from lib.errors import WorkbenchError
from lib.report.compose import compose_report
from lib.report.edition_changes import with_changes
from lib.report.office_frame import OfficeTemplate
from lib.report.word import write_docx
from lib.services.analysis import OfficeData, Periods
from lib.services.findings import ReviewedFinding
from lib.services.meeting_pins import list_pins, pinned_answers
from lib.services.office import size_scheme
from lib.services.report_doubts import data_doubts
from lib.services.report_kpi import collect_kpi
from lib.services.report_results import domain_results
from lib.services.sar_report import SarSource, collect_sar_report
from lib.storage.datasets import load_history
from lib.storage.engine import Store, reading, writing
from lib.storage.report_texts import load_report_texts, save_report_text
from lib.thai.dates import format_moment

#: Sections a person may write; the page shows them in this order.
SECTIONS = REPORT_SECTIONS


def load_texts(store: Store, year_be: int) -> dict[str, tuple[str, int]]:
    """What people wrote for the report of a year: section id → (text, version)."""
    with reading(store) as session:
        return load_report_texts(session, year_be)


def save_text(store: Store, section_id: str, year_be: int, text: str, *, seen_version: int, by: str) -> None:
    """Save one section.

    Raises:
        EditConflict: somebody saved it meanwhile.
    """
    with writing(store) as session:
        save_report_text(session, section_id, year_be, text.strip(), seen_version=seen_version, by=by)


def report_year(periods: Periods) -> int:
    """The year a report is filed under: the academic year, else the fiscal year.

    Raises:
        WorkbenchError: there are no figures of any year.
    """
    for kind in PeriodKind:
        if kind in periods:
            return periods[kind].year_be
    raise WorkbenchError("ยังไม่มีข้อมูลของปีใดเลย จึงยังทำรายงานไม่ได้", "นำเข้าข้อมูลอย่างน้อยหนึ่งด้านก่อน")


def collect_report(
    store: Store,
    office: Office,
    data: OfficeData,
    periods: Periods,
    found: Examination,
    findings: tuple[ReviewedFinding, ...],
    *,
    made_on: date,
) -> ReportContent:
    """Everything the report shows, as it stands now; only accepted findings whose figures still hold.

    Raises:
        WorkbenchError: there are no figures of any year.
    """
    year = report_year(periods)
    academic = periods.get(PeriodKind.ACADEMIC_YEAR)
    fiscal = periods.get(PeriodKind.FISCAL_YEAR)
    with reading(store) as session:
        history = [record for record in load_history(session) if record.speaks]
    domains = domain_results(data, found, findings)
    if not any(domain.rows for domain in domains):
        years = " และ".join(period.label for period in periods.values())
        raise WorkbenchError(f"ไม่มีข้อมูลของ{years} จึงยังทำรายงานไม่ได้", "เลือกปีอื่น หรือนำเข้าข้อมูลของปีนี้ก่อน")
    source = SarSource(data, found, tuple(each.finding for each in findings))
    pupils = [school.pupils for school in data.schools if school.pupils is not None]
    return ReportContent(
        office_name=office.name or "สำนักงานเขตพื้นที่การศึกษา",
        office_short_name=office.short_name,
        is_sample=office.is_sample,
        academic_year_be=academic.year_be if academic else None,
        fiscal_year_be=fiscal.year_be if fiscal else None,
        made_on=made_on,
        thai_digits=office.thai_digits,
        n_schools=len(data.schools),
        n_pupils=sum(pupils) if pupils else None,
        n_clusters=len({school.cluster for school in data.schools} - {""}),
        sizes=_sizes(office, data),
        domains=domains,
        sar=_sar(store, office, source, academic.year_be, made_on) if academic else None,
        kpi=collect_kpi(store, fiscal.year_be, today=made_on) if fiscal else (),
        sources=tuple(_source(record) for record in reversed(history)),
        gaps=data_doubts(findings, found),
        rules=data.rules.meanings,
        texts=tuple((section, text) for section, (text, _) in load_texts(store, year).items() if text),
        schools=_schools(office, data),
        pinned=pinned_answers(list_pins(store, data, size_scheme(office))),
    )


def make_report_docx(
    content: ReportContent,
    template: OfficeTemplate | None = None,
    *,
    changes: EditionChanges | None = None,
    for_editing: bool = False,
) -> bytes:
    """The report as a Word file.

    Args:
        template: the office's own, filled in; None for ours.
        changes: since the edition before, to be marked; None marks nothing.
        for_editing: sections without words keep a place for them.

    Raises:
        BrokenTemplate: the template cannot be written into.
    """
    document = compose_report(content, load_report_words(), for_editing=for_editing)
    origin = FileOrigin(
        DocumentKind.REPORT, content.academic_year_be, content.fiscal_year_be, "", content.made_on
    )
    return write_docx(with_changes(document, changes) if changes else document, template, origin)


def _source(record: DatasetRecord) -> SourceLine:
    rows = record.rows
    return SourceLine(
        record.file_name,
        format_moment(record.loaded_at),
        f"{rows.read:,} = {rows.loaded:,} + {rows.rejected:,} + {rows.ignored:,}",
        record.n_values,
        record.sha256,
    )


def _schools(office: Office, data: OfficeData) -> tuple[ListedSchool, ...]:
    scheme = size_scheme(office)
    listed = []
    for school in sorted(data.schools, key=lambda each: (each.cluster, each.name, each.school_id)):
        band = scheme.band_of(school.pupils)
        listed.append(
            ListedSchool(school.name, school.cluster, school.level, school.pupils, band.name if band else "")
        )
    return tuple(listed)


def _sizes(office: Office, data: OfficeData) -> tuple[tuple[str, int], ...]:
    scheme = size_scheme(office)
    bands = [scheme.band_of(school.pupils) for school in data.schools]
    known = tuple((band.name, sum(each is band for each in bands)) for band in scheme.bands)
    unknown = sum(each is None for each in bands)
    if unknown == len(bands):
        return ()
    return (*known, ("ไม่ทราบจำนวนนักเรียน", unknown)) if unknown else known


def _sar(
    store: Store, office: Office, source: SarSource, year_be: int, made_on: date
) -> SarReportContent | None:
    """Self-assessments of the academic year; None without a report."""
    content = collect_sar_report(store, office, source, year_be, made_on=made_on)
    return content if content.reports else None
