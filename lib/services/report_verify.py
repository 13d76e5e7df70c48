"""Lay a produced file beside the database: which of its figures still agree."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lib.catalog.report_words import load_report_words, load_sar_words
from lib.catalog.toml_files import DATA_DIR
from lib.domain.bound_figures import BoundFigure, DocumentKind, FileOrigin, bound_figures
from lib.domain.verified_figures import FigureCheck, FigureState, check_figures
from lib.errors import WorkbenchError
from lib.ingest.bound_files import read_bound_file
from lib.report.compose import compose_report
from lib.report.file_bundle import bundle_files
from lib.report.sar_report import compose_sar_report
from lib.report.school_sheet import sheet_pages
from lib.report.word_sheet import sheet_document
from lib.services.analysis import examine_office, load_office_data, make_periods
from lib.services.annex import annex_figures
from lib.services.evidence_focus import thai_today
from lib.services.evidence_outputs import form_figures_again
from lib.services.findings import compute_findings, join_reviews
from lib.services.office import load_office
from lib.services.publication_site import public_site_figures
from lib.services.report_run import start_run
from lib.services.sar_report import CONFIRMED, UNNAMED, SarSource, collect_sar_report
from lib.services.school_sheet import SheetDesk, collect_sheet
from lib.services.slides import slides_again
from lib.storage.engine import Store

#: What a public copy's figures stand in; a folder may hold anything beside it.
_PARTS_OF_SITE = (".html", ".csv", ".xml")


@dataclass(frozen=True, slots=True)
class FileVerdict:
    """Every figure of a file with its state."""

    origin: FileOrigin
    checks: tuple[FigureCheck, ...]

    @property
    def agrees(self) -> bool:
        """Whether all of them agree; a file without figures proves nothing."""
        return bool(self.checks) and all(each.state is FigureState.AGREES for each in self.checks)

    def count(self, state: FigureState) -> int:
        return Counter(each.state for each in self.checks)[state]


def verify_file(store: Store, content: bytes) -> FileVerdict:
    """Make the file's document again from the database, for its own years, and compare figure by figure.

    Raises:
        WorkbenchError: the file is damaged or not one of ours, or the data of its years are gone.
    """
    file = read_bound_file(content)
    maker = _MAKERS[file.origin.kind]
    return FileVerdict(file.origin, check_figures(file, maker(store, file.origin)))


def read_produced(path: Path) -> bytes:
    """A file, or the folder of a public copy packed as the ZIP that it is read from."""
    if not path.is_dir():
        return path.read_bytes()
    files = sorted(each for each in path.rglob("*") if each.suffix in _PARTS_OF_SITE and each.is_file())
    return bundle_files([(each.relative_to(path).as_posix(), each.read_bytes()) for each in files])


def _report_figures(store: Store, origin: FileOrigin) -> Iterable[BoundFigure]:
    run = start_run(store, origin.academic_year_be, origin.fiscal_year_be, today=_day(origin))
    return bound_figures(compose_report(run.content, load_report_words()))


def _sar_figures(store: Store, origin: FileOrigin) -> Iterable[BoundFigure]:
    year = origin.academic_year_be or 0
    office, _ = load_office(store)
    data = load_office_data(store)
    periods = make_periods(data, year, None)
    source = SarSource(data, examine_office(data, periods), compute_findings(data, periods)[0])
    chosen = origin.subject.split()
    content = collect_sar_report(
        store,
        office,
        source,
        year,
        made_on=_day(origin),
        names_schools=UNNAMED not in chosen,
        confirmed_only=CONFIRMED in chosen,
    )
    return bound_figures(compose_sar_report(content, load_sar_words()))


def _sheet_figures(store: Store, origin: FileOrigin) -> Iterable[BoundFigure]:
    office, _ = load_office(store)
    data = load_office_data(store)
    periods = make_periods(data, origin.academic_year_be, origin.fiscal_year_be)
    found = examine_office(data, periods)
    reviewed = join_reviews(store, *compute_findings(data, periods))
    desk = SheetDesk(store, office, data, found, reviewed, _day(origin))
    words = load_report_words(DATA_DIR / "school_sheet.toml")
    try:
        sheet = collect_sheet(desk, origin.subject, words)
    except KeyError as error:
        raise WorkbenchError(
            "ไม่พบโรงเรียนของเอกสารนี้ในทะเบียนที่เปิดอยู่", "ตรวจรหัสโรงเรียนในหน้าทะเบียน ข้อมูลในระบบไม่เปลี่ยน"
        ) from error
    return bound_figures(sheet_document(sheet_pages(sheet, words)))


def _day(origin: FileOrigin) -> date:
    return origin.made_on or thai_today()


_MAKERS: dict[DocumentKind, Callable[[Store, FileOrigin], Iterable[BoundFigure]]] = {
    DocumentKind.REPORT: _report_figures,
    DocumentKind.SAR_REPORT: _sar_figures,
    DocumentKind.SCHOOL_SHEET: _sheet_figures,
    DocumentKind.KPI_FORM: form_figures_again,
    DocumentKind.SLIDES: slides_again,
    DocumentKind.ANNEX: annex_figures,
    DocumentKind.PUBLICATION: public_site_figures,
}
