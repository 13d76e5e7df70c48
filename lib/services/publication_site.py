"""The public copy of an office: figures, report and open data as one folder, or as one ZIP."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from lib.catalog.report_words import load_report_words
from lib.charts.described_svg import chart_svg
from lib.domain.bound_figures import BoundFigure, DocumentKind, FileOrigin
from lib.domain.documents import Document
from lib.domain.publication import PublicationSettings
from lib.errors import WorkbenchError
from lib.report.compose import compose_report
from lib.report.file_bundle import bundle_files
from lib.report.site import SiteContent, make_site
from lib.report.site_binding import public_figures
from lib.services.evidence_focus import thai_today
from lib.services.publication import PublicFigures, load_publication_settings, make_publication
from lib.services.publication_changes import public_changes
from lib.services.publication_content import public_content, public_document
from lib.services.publication_history import load_publication_history, record_publication
from lib.services.report_run import ReportRun, start_run
from lib.storage.engine import Store


def make_public_site(run: ReportRun, figures: PublicFigures, *, as_draft: bool = False) -> dict[str, bytes]:
    """File name inside the folder → bytes; the same data give the same bytes.

    Raises:
        WorkbenchError: something still blocks the release and it is not asked for as a draft.
    """
    refuse_draft(run, as_draft=as_draft)
    document = _document(run, figures)
    settings = json.dumps(asdict(figures.publication.settings), sort_keys=True)
    content = SiteContent(
        document,
        figures.publication,
        run.data.catalogue,
        run.office.name,
        run.content.rules,
        _notices(run),
        public_changes(run, document),
        load_publication_history(run.store),
        FileOrigin(
            DocumentKind.PUBLICATION,
            run.content.academic_year_be,
            run.content.fiscal_year_be,
            settings,
            run.content.made_on,
        ),
    )
    return make_site(content, chart_svg)


def public_site_figures(store: Store, origin: FileOrigin) -> Iterable[BoundFigure]:
    """The figures that a public copy of these years and choices shows today."""
    made_on = origin.made_on or thai_today()
    run = start_run(store, origin.academic_year_be, origin.fiscal_year_be, today=made_on)
    chosen = json.loads(origin.subject)
    settings = PublicationSettings(**(chosen | {"sections": tuple(chosen["sections"])}))
    figures = make_publication(store, run.office, run.data, run.found, settings)
    return public_figures(_document(run, figures), figures.publication)


def _document(run: ReportRun, figures: PublicFigures) -> Document:
    public = public_content(run.content, figures, run.found, run.data.rules)
    return public_document(compose_report(public, load_report_words()))


def make_public_zip(run: ReportRun, figures: PublicFigures, *, as_draft: bool = False) -> bytes:
    """The same folder as one ZIP.

    Raises:
        WorkbenchError: something still blocks the release and it is not asked for as a draft.
    """
    files = make_public_site(run, figures, as_draft=as_draft)
    return bundle_files(sorted(files.items()))


def write_public_site(run: ReportRun, folder: Path, *, by: str, as_draft: bool = False) -> None:
    """Write the folder by the office's saved choices and note it in the log; other files in it stay.

    Raises:
        WorkbenchError: something still blocks the release and it is not asked for as a draft.
    """
    settings, _ = load_publication_settings(run.store)
    refuse_draft(run, as_draft=as_draft)
    figures = make_publication(run.store, run.office, run.data, run.found, settings)
    for name, content in make_public_site(run, figures, as_draft=as_draft).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    if not run.content.is_draft:
        record_publication(run.store, figures.publication, run.content.made_on, by=by)


def refuse_draft(run: ReportRun, *, as_draft: bool) -> None:
    """Raise WorkbenchError while something blocks the release, unless a draft is asked for."""
    if run.content.is_draft and not as_draft:
        raise WorkbenchError(
            "ยังเผยแพร่ไม่ได้ เพราะรายงานยังมีเรื่องที่ต้องแก้",
            "แก้เรื่องในรายการ พร้อมหรือยัง ให้ครบ หรือสร้างเป็นฉบับร่างเพื่อดูภายใน",
        )


def _notices(run: ReportRun) -> tuple[str, ...]:
    sample = "ข้อมูลทั้งหมดในเอกสารนี้เป็นข้อมูลสมมติ ไม่ใช่ของสำนักงานหรือโรงเรียนใด" if run.office.is_sample else ""
    draft = "ฉบับร่าง ยังไม่ใช่ฉบับเผยแพร่" if run.content.is_draft else ""
    return tuple(filter(None, (sample, draft)))
