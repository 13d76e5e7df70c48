"""Editions of the committee report: write, hand out, tell what has changed since."""

from collections.abc import Iterator
from datetime import UTC, datetime

from lib.catalog.report_words import load_report_words
from lib.domain.bound_cells import cell_ids, row_names
from lib.domain.bound_figures import bound_figures
from lib.domain.bound_words import note_runs
from lib.domain.chart_descriptions import Chart
from lib.domain.documents import BulletList, Document, Paragraph, Run, Table
from lib.domain.report_content import ReportContent
from lib.domain.report_editions import ChangedFigure, Edition, EditionChanges
from lib.domain.written_sections import SECTION_TITLES
from lib.domain.written_text import fold_written
from lib.report.compose import compose_report
from lib.report.written_blocks import printed_sections
from lib.services.readiness_release import release_note
from lib.services.report import make_report_docx
from lib.services.report_run import ReportRun
from lib.services.report_template import usable_template
from lib.storage.engine import Store, reading, writing
from lib.storage.files import keep_file, load_file, register_file
from lib.storage.report_editions import load_editions as load_stored_editions
from lib.storage.report_editions import save_edition
from lib.thai.text import clean_text

_FINDING = "finding|"
#: A chart draws the figures of its table; told once.
_CHART = "chart|"
_LONGEST = 90


def load_editions(store: Store, year_be: int) -> tuple[Edition, ...]:
    """Editions of a year, the first one first."""
    with reading(store) as session:
        return load_stored_editions(session, year_be)


def edition_file(store: Store, edition: Edition) -> bytes:
    """The file as it was handed out.

    Raises:
        WorkbenchError: the file is gone or no longer what was stored.
    """
    return load_file(store, edition.sha256)


def changes_since(edition: Edition, content: ReportContent) -> EditionChanges:
    """What the report now would print otherwise than the edition did."""
    document = compose_report(content, load_report_words())
    before, now = dict(edition.figures), _figures(document, content)
    where = dict(figure_places(document))
    same = [
        each for each in (*now, *(key for key in before if key not in now)) if not each.startswith(_CHART)
    ]
    figures = tuple(
        ChangedFigure(each, where.get(each) or _from_id(each), before.get(each, ""), now.get(each, ""))
        for each in same
        if not _is_sentence(each) and before.get(each, "") != now.get(each, "")
    )
    old, new = ({k: v for k, v in told.items() if _is_sentence(k)} for told in (before, now))
    printed, written = dict(edition.sections), dict(printed_sections(document))
    return EditionChanges(
        edition.number,
        edition.made_at,
        _without_findings(figures, {*old} ^ {*new}),
        tuple(text for key, text in new.items() if key not in old),
        tuple(text for key, text in old.items() if key not in new),
        tuple(
            title
            for section_id, title in SECTION_TITLES.items()
            if fold_written(printed.get(section_id, "")) != fold_written(written.get(section_id, ""))
        ),
    )


def write_report(
    store: Store,
    content: ReportContent,
    *,
    changes: EditionChanges | None = None,
    for_editing: bool = False,
) -> tuple[bytes, str]:
    """The report in the office's template, in ours where that cannot be opened.

    Returns:
        The file, and why the office's template was not used; empty when all is well.
    """
    document = compose_report(content, load_report_words())
    template, remark = usable_template(store, document, content.academic_year_be, content.fiscal_year_be)
    file = make_report_docx(content, template, changes=changes, for_editing=for_editing)
    return file, remark


def template_fault(store: Store, content: ReportContent) -> str:
    """Why the report cannot use the office's template; empty when it can, or there is none."""
    document = compose_report(content, load_report_words())
    return usable_template(store, document, content.academic_year_be, content.fiscal_year_be)[1]


def hand_out(
    run: ReportRun,
    year_be: int,
    *,
    seen: int,
    note: str,
    reason: str,
    acknowledged: bool,
    marks_changes: bool,
    by: str,
) -> int:
    """Hand out the report as the next edition: its file, figures and sections are kept as they are now.

    Args:
        seen: number of the latest edition on the page, 0 for none.
        note: what the person says about this edition.
        reason / acknowledged: for what asks to be looked at before a release.
        marks_changes: changed figures are marked and listed.

    Returns:
        Its number.

    Raises:
        WorkbenchError: something stands against a release.
        EditConflict: somebody made an edition meanwhile.
    """
    at = datetime.now(UTC)
    released = release_note(run.checks, reason=reason, acknowledged=acknowledged, by=by, at=at)
    editions = load_editions(run.store, year_be)
    changes = changes_since(editions[-1], run.content) if editions and marks_changes else None
    file, _ = write_report(run.store, run.content, changes=changes)
    document = compose_report(run.content, load_report_words())
    sha256 = keep_file(run.store, file)
    with writing(run.store) as session:
        register_file(session, sha256, f"รายงาน กตปน {year_be} ฉบับที่ {seen + 1}.docx", len(file))
        return save_edition(
            session,
            year_be,
            sha256,
            figures=_figures(document, run.content),
            sections=dict(printed_sections(document)),
            note="\n".join(filter(None, (clean_text(note), released))),
            at=at,
            by=by,
            seen=seen,
        )


def _figures(document: Document, content: ReportContent) -> dict[str, str]:
    """Figure id → text as printed; findings also as whole sentences under ``finding|id``."""
    told = {each.figure_id: each.text for each in bound_figures(document)}
    return told | {f"{_FINDING}{each.finding.id}": each.sentence for each in content.all_findings}


def _is_sentence(figure_id: str) -> bool:
    return figure_id.startswith(_FINDING) and figure_id.count("|") == 1


def _without_findings(figures: tuple[ChangedFigure, ...], findings: set[str]) -> tuple[ChangedFigure, ...]:
    """Without the numbers inside findings that are told as a whole."""
    return tuple(
        each for each in figures if not any(each.figure_id.startswith(f"{finding}|") for finding in findings)
    )


def figure_places(document: Document) -> Iterator[tuple[str, str]]:
    """Figure id → what it is a figure of, as a reader of the report finds it."""
    for block in document.all_blocks():
        if isinstance(block, Paragraph):
            yield from _in_runs(block.runs)
        elif isinstance(block, BulletList):
            for item in block.items:
                yield from _in_runs(item)
        elif isinstance(block, Chart):
            yield from _in_runs(note_runs(block))
        elif isinstance(block, Table):
            yield from _in_runs(note_runs(block))
            titles = [" ".join(filter(None, (column.group, column.title))) for column in block.columns]
            for name, ids in zip(row_names(block), cell_ids(block), strict=True):
                yield from (
                    (figure_id, f"{name} · {title}")
                    for figure_id, title in zip(ids, titles, strict=True)
                    if figure_id
                )


def _in_runs(runs: tuple[Run, ...]) -> Iterator[tuple[str, str]]:
    text = "".join(run.text for run in runs).strip()
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    yield from ((run.figure_id, short) for run in runs if run.figure_id)


def _from_id(figure_id: str) -> str:
    """The name of a figure that the report no longer has; keys of ours are nothing to read."""
    kind, _, rest = figure_id.partition("|")
    if kind != "cell":
        return f"ตัวเลขที่ไม่อยู่ในรายงานแล้ว ({kind})"
    table, *parts = rest.split("|")
    return " · ".join(filter(None, (*parts, "" if table.isascii() else f"ตาราง{table}")))
