"""Everything a release is judged by, gathered once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from lib.catalog.evidence_forms import find_form_ids
from lib.domain.datasets import DatasetRecord
from lib.domain.documents import Document
from lib.domain.freshness import Board
from lib.domain.periods import PeriodKind
from lib.domain.report_content import ReportContent
from lib.domain.report_editions import Edition
from lib.services.analysis import OfficeData, Periods
from lib.services.evidence import EvidencePage, load_evidence_page
from lib.services.evidence_focus import KPI_FORM, is_begun
from lib.services.findings import ReviewedFinding
from lib.services.freshness import make_board
from lib.services.report import report_year
from lib.services.report_template import load_template_shelf, usable_template
from lib.storage.datasets import load_history
from lib.storage.engine import Store, reading
from lib.storage.files import kept_files
from lib.storage.report_editions import load_editions


@dataclass(frozen=True, slots=True, eq=False)
class ReleaseState:
    """What the checklist looks at.

    Attributes:
        findings: all of the round, whatever was decided.
        domain_names: domain id → name.
        board: which figures have come; None where it is not asked.
        loads: files whose figures count.
        originals: hashes of the originals that are there.
        unsourced: names of printed indicators with a figure that names no file or no cell.
        forms: KPI forms in use in the fiscal year.
        last_edition: None before the first.
        n_suppressed: cells that the public copy hides; None while not counted.
        template_faults: why the office's own template cannot be used; None where it has none.
    """

    content: ReportContent
    findings: tuple[ReviewedFinding, ...]
    domain_names: Mapping[str, str]
    today: date
    board: Board | None = None
    loads: tuple[DatasetRecord, ...] = ()
    originals: frozenset[str] | None = None
    unsourced: tuple[str, ...] = ()
    forms: tuple[EvidencePage, ...] | None = None
    last_edition: Edition | None = None
    n_suppressed: int | None = None
    template_faults: tuple[str, ...] | None = None


def load_release_state(
    store: Store,
    data: OfficeData,
    periods: Periods,
    content: ReportContent,
    findings: tuple[ReviewedFinding, ...],
    *,
    today: date,
    n_suppressed: int | None = None,
) -> ReleaseState:
    """Gather what the checklist looks at.

    Args:
        n_suppressed: cells that the public copy hides, which takes a minute to find; None while not counted.
    """
    with reading(store) as session:
        history = load_history(session)
        editions = load_editions(session, report_year(periods))
    fiscal = periods.get(PeriodKind.FISCAL_YEAR)
    return ReleaseState(
        content,
        findings,
        {area.id: area.name for area in data.catalogue.domains},
        today,
        board=make_board(data, history, frozenset(), periods, today=today),
        loads=tuple(record for record in history if record.speaks),
        originals=frozenset(kept_files(store)),
        unsourced=_unsourced(data, content),
        forms=_forms(store, fiscal.year_be, today) if fiscal else (),
        last_edition=editions[-1] if editions else None,
        template_faults=_template(store),
        n_suppressed=n_suppressed,
    )


def _unsourced(data: OfficeData, content: ReportContent) -> tuple[str, ...]:
    """Printed indicators of which some figure has no file or no cell."""
    bare: set[str] = set()
    for frame in (data.observations, data.benchmarks):
        lacks = (frame["source_ref"].fillna("") == "") | (frame["source_file"].fillna("") == "")
        rows = frame[lacks]
        bare |= {
            f"{indicator}|{kind}|{year}"
            for indicator, kind, year in zip(
                rows["indicator_id"], rows["period_kind"], rows["year_be"], strict=True
            )
        }
    return tuple(row.name for domain in content.domains for row in domain.rows if row.figure_id in bare)


def _forms(store: Store, fiscal_year_be: int, today: date) -> tuple[EvidencePage, ...]:
    pages = (
        load_evidence_page(store, form_id, fiscal_year_be, today=today)
        for form_id in find_form_ids(fiscal_year_be)
    )
    return tuple(page for page in pages if page.form.id == KPI_FORM or is_begun(page))


def _template(store: Store) -> tuple[str, ...] | None:
    """Why the office's own template cannot be used; None where it has none."""
    if load_template_shelf(store).in_use is None:
        return None
    _, why = usable_template(store, Document("", "", "", "", ()), None, None)
    return (why,) if why else ()
