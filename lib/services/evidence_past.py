"""Results of past fiscal years: levels of closed rounds take themselves over, else what was typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from lib.catalog.evidence_forms import load_form
from lib.domain.evidence import Answer, AnswerChoice, RoundRecord, RoundStatus
from lib.domain.evidence_forms import BASELINE_ITEM, EvidenceForm
from lib.errors import WorkbenchError
from lib.services.evidence_state import EvidenceState, key_of
from lib.storage.evidence_rounds import load_editions, load_snapshot
from lib.thai.numerals import to_arabic_digits

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

UNKNOWN = "-"


@dataclass(frozen=True, slots=True)
class PastYear:
    """What one fiscal year came to.

    Attributes:
        result: the level of its last closed round, else what was typed, else ``-``.
        closed_round: name of that round; empty where the result was typed or is unknown.
        is_final: that round is the form's last.
        answers: item id → answer of that round; empty without one.
        n_files: item id → pieces of evidence that counted in that round.
    """

    year_be: int
    result: str
    closed_round: str = ""
    is_final: bool = False
    answers: Mapping[str, AnswerChoice] = field(default_factory=dict)
    n_files: Mapping[str, int] = field(default_factory=dict)


def load_past(session: "Session", state: EvidenceState) -> tuple[PastYear, ...]:
    """The baseline years of a form, the oldest first; the row of levels speaks where there are several."""
    form = state.form
    typed = state.answers.get(BASELINE_ITEM, Answer()).fields
    row = next((each for each in form.baseline if each.from_level), None)
    return tuple(
        _past_year(session, form, year, typed.get(f"{row.id}:{year}", "") if row else "")
        for year in form.baseline_years
    )


def load_results(session: "Session", state: EvidenceState) -> dict[str, tuple[str, ...]]:
    """Baseline row id → results as the form prints them: closed last rounds, else typed, else a dash."""
    form = state.form
    typed = state.answers.get(BASELINE_ITEM, Answer()).fields
    levels = {year: _final_level(session, form, year) for year in form.baseline_years}
    return {
        row.id: tuple(
            (levels[year] if row.from_level else "") or typed.get(f"{row.id}:{year}", "") or UNKNOWN
            for year in form.baseline_years
        )
        for row in form.baseline
    }


def _past_year(session: "Session", form: EvidenceForm, year_be: int, typed: str) -> PastYear:
    then = _form_of(form, year_be)
    closed = _closed_rounds(session, then)
    if not closed:
        return PastYear(year_be, _label(form, typed) if typed else UNKNOWN)
    last = closed[-1]
    kept = load_snapshot(session, key_of(then), last)
    form_round = then.round(last.round_id)
    counted = [file.item_id for file in kept.files if file.counts] if kept else []
    return PastYear(
        year_be,
        then.label_of(last.result.level) if last.result else UNKNOWN,
        form_round.name if form_round else last.round_id,
        last.round_id == then.rounds[-1].id,
        {item_id: answer.answer for item_id, answer in kept.answers.items()} if kept else {},
        {item_id: counted.count(item_id) for item_id in counted},
    )


def _label(form: EvidenceForm, typed: str) -> str:
    """A typed level in the form's words, anything else as it was typed."""
    number = to_arabic_digits(typed)
    return form.label_of(int(number)) if number in {str(each.level) for each in form.levels} else typed


def _final_level(session: "Session", form: EvidenceForm, year_be: int) -> str:
    then = _form_of(form, year_be)
    closed = [each for each in _closed_rounds(session, then) if each.round_id == then.rounds[-1].id]
    return str(closed[-1].result.level) if closed and closed[-1].result else ""


def _form_of(form: EvidenceForm, year_be: int) -> EvidenceForm:
    """The copy in force in a year, whose rounds and levels its reports were written with."""
    try:
        return load_form(form.id, year_be)
    except WorkbenchError:
        return replace(form, fiscal_year_be=year_be)


def _closed_rounds(session: "Session", form: EvidenceForm) -> list[RoundRecord]:
    """Frozen editions of a form's year in the order of its rounds, the newest edition of each last."""
    order = [each.id for each in form.rounds]
    editions = load_editions(session, key_of(form))
    frozen = [each for each in editions if each.status is RoundStatus.FROZEN and each.round_id in order]
    return sorted(frozen, key=lambda each: (order.index(each.round_id), each.edition))
