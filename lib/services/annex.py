"""The data annex of the committee report: collect it, write it as a workbook, name its figures again."""

from collections.abc import Iterable
from dataclasses import replace

from lib.catalog.report_words import load_report_words
from lib.domain.annex import AnnexContent
from lib.domain.bound_figures import BoundFigure, FileOrigin
from lib.domain.documents import Table
from lib.report.annex_workbook import write_annex
from lib.report.compose import compose_report
from lib.report.numbering import number_document
from lib.services.annex_figures import figure_blocks
from lib.services.annex_sheets import (
    dictionary_sheet,
    editions_sheet,
    method_sheet,
    self_assessment_sheet,
    sources_sheet,
    stated_sheet,
)
from lib.services.evidence_focus import thai_today
from lib.services.report import report_year
from lib.services.report_run import ReportRun, start_run
from lib.storage.datasets import load_history
from lib.storage.engine import Store, reading
from lib.storage.report_editions import load_editions
from lib.storage.settings import load_indicator_changes


def make_annex(run: ReportRun) -> bytes:
    """The annex as a workbook; the same data give the same bytes."""
    return write_annex(collect_annex(run), figure_blocks(run.data, run.found, run.content)).content


def annex_figures(store: Store, origin: FileOrigin) -> Iterable[BoundFigure]:
    """The figures that the annex of these years shows today."""
    run = start_run(store, origin.academic_year_be, origin.fiscal_year_be, today=thai_today())
    # what is bound are the area's figures and the tables: one school of each block keeps the sheets whole
    blocks = figure_blocks(run.data, run.found, run.content)
    short = (replace(block, schools=block.schools[:1]) for block in blocks)
    return (each.figure for each in write_annex(collect_annex(run), short).placed)


def collect_annex(run: ReportRun) -> AnnexContent:
    """Everything of the annex but the figures of the schools."""
    content, catalogue = run.content, run.data.catalogue
    document = compose_report(content, load_report_words())
    with reading(run.store) as session:
        loads = tuple(record for record in load_history(session) if record.speaks)
        changes = load_indicator_changes(session)
        editions = load_editions(session, report_year(run.periods))
    own = {key: frozenset(fields) for key, (fields, _) in changes.items()}
    sheets = (
        stated_sheet(run.data),
        self_assessment_sheet(content),
        dictionary_sheet(run.data, own),
        method_sheet(content),
        sources_sheet(loads, run.data),
        editions_sheet(editions),
    )
    subject = document.subtitle.replace("\n", " ")
    return AnnexContent(
        title=f"ภาคผนวกข้อมูล {subject}{' (ฉบับร่าง)' if content.is_draft else ''}",
        office=content.office_name,
        made_on=content.made_on,
        academic_year_be=content.academic_year_be,
        fiscal_year_be=content.fiscal_year_be,
        is_draft=content.is_draft,
        tables=tuple(
            (item.label, item.block)
            for item in number_document(document).all_blocks()
            if isinstance(item.block, Table)
        ),
        domains=tuple((area.id, area.short_name) for area in catalogue.domains),
        sheets=tuple(sheet for sheet in sheets if sheet is not None),
    )
