"""The public copy of an office: figures, report and open data as one folder, or as one ZIP."""

from pathlib import Path

from lib.catalog.report_words import load_report_words
from lib.charts.described_svg import chart_svg
from lib.errors import WorkbenchError
from lib.report.compose import compose_report
from lib.report.file_bundle import bundle_files
from lib.report.site import SiteContent, make_site
from lib.services.publication import PublicFigures, load_publication_settings, make_publication
from lib.services.publication_content import public_content, public_document
from lib.services.publication_history import load_publication_history
from lib.services.report_run import ReportRun


def make_public_site(run: ReportRun, figures: PublicFigures, *, as_draft: bool = False) -> dict[str, bytes]:
    """File name inside the folder → bytes; the same data give the same bytes.

    Raises:
        WorkbenchError: something still blocks the release and it is not asked for as a draft.
    """
    refuse_draft(run, as_draft=as_draft)
    public = public_content(run.content, figures, run.found)
    document = public_document(compose_report(public.content, load_report_words()))
    content = SiteContent(
        document,
        figures.publication,
        run.data.catalogue,
        run.office.name,
        run.content.rules,
        _notices(run),
        load_publication_history(run.store),
    )
    return make_site(content, chart_svg)


def make_public_zip(run: ReportRun, figures: PublicFigures, *, as_draft: bool = False) -> bytes:
    """The same folder as one ZIP.

    Raises:
        WorkbenchError: something still blocks the release and it is not asked for as a draft.
    """
    files = make_public_site(run, figures, as_draft=as_draft)
    return bundle_files(sorted(files.items()))


def write_public_site(run: ReportRun, folder: Path, *, as_draft: bool = False) -> None:
    """Write the folder by the office's saved choices; other files in it stay.

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
