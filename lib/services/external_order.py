"""In which order outcomes of external assessment and their results are told."""

from collections.abc import Sequence

from lib.domain.external_assessments import ExternalAssessment
from lib.domain.external_board import ToldResult
from lib.domain.external_figures import ExternalOutcome
from lib.domain.external_rounds import ExternalRound, ExternalRounds


def latest_first(outcomes: Sequence[ExternalAssessment], rounds: ExternalRounds) -> list[ExternalAssessment]:
    """Outcomes of the latest round and phase first, otherwise in the order given."""

    def place(one: ExternalAssessment) -> tuple[int, int]:
        of = rounds.by_id[one.key.round_id]
        return -rounds.rounds.index(of), -_phase_place(of, one.key.phase)

    return sorted(outcomes, key=place)


def _phase_place(of: ExternalRound, phase_id: str) -> int:
    return next((place for place, each in enumerate(of.phases) if each.id == phase_id), -1)


def tell_results(one: ExternalAssessment, of: ExternalRound) -> tuple[ToldResult, ...]:
    """Results in the order of the round's standards, the overall one last."""
    level = of.level(one.key.level_of_education)
    order = [each.id for each in level.standards] if level else []
    results = sorted(
        one.reading.results,
        key=lambda each: (
            not each.standard,
            order.index(each.standard) if each.standard in order else len(order),
        ),
    )
    return tuple(
        ToldResult(
            each.standard,
            of.standard_name(one.key.level_of_education, each.standard),
            each.result,
            ExternalOutcome(one.assessment_id, each.standard),
        )
        for each in results
    )
