"""Results of external assessment counted by standard and word, with the schools they rest on."""

from collections import Counter
from collections.abc import Mapping, Sequence

from lib.domain.external_assessments import ExternalAssessment
from lib.domain.external_board import PhaseCounts, StandardCounts, WordCount
from lib.domain.external_figures import ExternalCount
from lib.domain.external_rounds import ExternalRound, ExternalRounds
from lib.domain.schools import School
from lib.thai.numerals import round_half_up
from lib.thai.text import sort_key


def count_results(
    outcomes: Sequence[ExternalAssessment], schools: Mapping[str, School], rounds: ExternalRounds
) -> tuple[PhaseCounts, ...]:
    """One entry per round, phase and level of education with an outcome; the latest round first.

    Args:
        outcomes: those of other schools are left out.
        schools: the register's open schools by id.
    """
    groups: dict[tuple[str, str, str], list[ExternalAssessment]] = {}
    for each in outcomes:
        key = each.key
        if key.school_id in schools and key.round_id in rounds.by_id:
            groups.setdefault((key.round_id, key.phase, key.level_of_education), []).append(each)
    order = {each.id: place for place, each in enumerate(rounds.rounds)}
    keys = sorted(groups, key=lambda key: (-order[key[0]], *_within(rounds.by_id[key[0]], *key[1:])))
    return tuple(_phase_counts(rounds.by_id[key[0]], key[1], key[2], groups[key], schools) for key in keys)


def schools_counted(
    outcomes: Sequence[ExternalAssessment], count: ExternalCount
) -> tuple[ExternalAssessment, ...]:
    """The outcomes behind one count, in the order given."""
    wanted = (count.round_id, count.phase, count.level_of_education)
    found = []
    for each in outcomes:
        result = each.reading.result_of(count.standard)
        if (each.key.round_id, each.key.phase, each.key.level_of_education) != wanted or result is None:
            continue
        if count.result is None or result.result == count.result:
            found.append(each)
    return tuple(found)


def offers(school: School, level_id: str) -> bool:
    """Whether the register says that a school offers a level; a level it does not know counts as offered."""
    if level_id == "early_childhood":
        return school.offers_early_childhood
    return school.offers_basic if level_id == "basic" else True


def _within(of: ExternalRound, phase: str, level: str) -> tuple[int, int, str]:
    """The latest phase first, levels in the round's order, unknown ones last."""
    phases = [each.id for each in of.phases]
    levels = [each.id for each in of.levels]
    place = levels.index(level) if level in levels else len(levels)
    return (-phases.index(phase) if phase in phases else 1, place, level)


def _phase_counts(
    of: ExternalRound,
    phase_id: str,
    level_id: str,
    outcomes: Sequence[ExternalAssessment],
    schools: Mapping[str, School],
) -> PhaseCounts:
    phase, level = of.phase(phase_id), of.level(level_id)
    met = {result.result for each in outcomes for result in each.reading.results}
    scale = tuple(word.word for word in phase.words) if phase else ()
    words = (*scale, *sorted(met - set(scale), key=sort_key))
    known = [standard.id for standard in level.standards] if level else []
    told = {result.standard for each in outcomes for result in each.reading.results}
    standards = [each for each in known if each in told]
    standards += sorted(told - set(known) - {""}, key=sort_key)
    standards += [""] if "" in told else []
    return PhaseCounts(
        of.id,
        of.name,
        phase_id,
        of.phase_name(phase_id),
        level_id,
        of.level_name(level_id),
        len(schools),
        sum(offers(school, level_id) for school in schools.values()),
        len(outcomes),
        words,
        tuple(_standard_counts(of, level_id, standard, words, outcomes) for standard in standards),
    )


def _standard_counts(
    of: ExternalRound,
    level_id: str,
    standard: str,
    words: Sequence[str],
    outcomes: Sequence[ExternalAssessment],
) -> StandardCounts:
    counted = Counter(
        result.result for each in outcomes if (result := each.reading.result_of(standard)) is not None
    )
    total = counted.total()
    return StandardCounts(
        standard,
        of.standard_name(level_id, standard),
        total,
        tuple(
            WordCount(word, counted[word], round_half_up(100 * counted[word] / total) if total else None)
            for word in words
        ),
    )
