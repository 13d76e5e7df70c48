"""What the committee report says of the KPI forms of a fiscal year."""

from collections.abc import Mapping
from datetime import date

from lib.catalog.evidence_forms import find_form_ids
from lib.domain.evidence import Answer, EvidenceFile, RoundStatus
from lib.domain.evidence_forms import EvidenceForm
from lib.domain.kpi_report import KpiEvidenceLine, KpiFormReport, KpiRoundReport
from lib.services.evidence import EvidencePage, RoundView, load_evidence_page
from lib.services.evidence_focus import KPI_FORM, is_begun
from lib.services.evidence_state import key_of
from lib.storage.engine import Store, reading
from lib.storage.evidence_rounds import load_snapshot
from lib.thai.dates import format_date

_ANSWERS = {"yes": "มี", "no": "ไม่มี", "": "ยังไม่ได้ตอบ"}
_NO_ANSWER = Answer()


def collect_kpi(store: Store, fiscal_year_be: int, *, today: date) -> tuple[KpiFormReport, ...]:
    """Every form that was begun in a fiscal year, that of ตัวชี้วัดที่ 46 first.

    Args:
        today: decides which round is being prepared where none was handed in.
    """
    form_ids = sorted(find_form_ids(fiscal_year_be), key=lambda form_id: (form_id != KPI_FORM, form_id))
    pages = (load_evidence_page(store, form_id, fiscal_year_be, today=today) for form_id in form_ids)
    return tuple(_form_report(store, page) for page in pages if is_begun(page))


def _form_report(store: Store, page: EvidencePage) -> KpiFormReport:
    form = page.form
    handed_in = [
        place for place, view in enumerate(page.rounds) if view.record.status is not RoundStatus.OPEN
    ]
    ids = [view.form_round.id for view in page.rounds]
    focus = handed_in[-1] if handed_in else ids.index(page.current_round_id)
    answers, files = _as_reported(store, page, page.rounds[focus])
    return KpiFormReport(
        form_id=form.id,
        code=form.code,
        title=f"{form.indicator_label} {form.indicator_name}",
        fiscal_year_be=form.fiscal_year_be,
        n_levels=len(form.levels),
        rounds=tuple(_round_report(form, view) for view in page.rounds),
        focus=focus,
        evidence=tuple(
            KpiEvidenceLine(
                item.number,
                item.title,
                _ANSWERS[answers.get(item.id, _NO_ANSWER).answer],
                tuple(file.title for file in files if file.item_id == item.id and file.accepted),
            )
            for item in form.reported_in(page.rounds[focus].form_round)
        ),
    )


def _as_reported(
    store: Store, page: EvidencePage, view: RoundView
) -> tuple[Mapping[str, Answer], tuple[EvidenceFile, ...]]:
    """Answers and evidence as a round was handed in, else as they stand."""
    if view.record.status is RoundStatus.OPEN:
        return page.answers, page.files
    with reading(store) as session:
        kept = load_snapshot(session, key_of(page.form), view.record)
    return (kept.answers, kept.files) if kept else (page.answers, page.files)


def _round_report(form: EvidenceForm, view: RoundView) -> KpiRoundReport:
    record, result = view.record, view.level
    claimed = record.claimed_level
    edition = f" แก้ไขครั้งที่ {record.edition - 1}" if record.edition > 1 else ""
    return KpiRoundReport(
        round_id=view.form_round.id,
        name=view.form_round.name,
        due_text=format_date(view.due, short=True),
        status=record.status.label + edition,
        level=result.level,
        cap=result.cap,
        level_text=form.label_of(result.level),
        cap_text=form.label_of(result.cap),
        score=result.score,
        weighted_score=result.weighted_score,
        # The level's reasons end with the sum.
        arithmetic=result.reasons[-1] if result.reasons else "",
        reasons=result.reasons[:-1],
        claimed=claimed,
        claimed_text="" if claimed is None else form.label_of(claimed),
        claimed_reason=record.claimed_reason,
        missing=tuple((each.number, " ".join(each.needs)) for each in result.missing),
        is_reported=record.status is not RoundStatus.OPEN,
    )
