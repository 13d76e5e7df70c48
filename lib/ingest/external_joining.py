"""Rows that speak of one outcome joined: standards side by side, the same said twice once."""

from dataclasses import dataclass, replace

from lib.domain.external_assessments import ExternalAssessment, ExternalReading, ExternalResult, OutcomeKey
from lib.ingest.external_results import Refusal


@dataclass(frozen=True, slots=True)
class Addition:
    """Whether a row brought anything new, and what of it contradicts a row before."""

    taken: bool
    clash: Refusal | None = None


class Joined:
    """Outcomes of one file, in the order in which they are first met."""

    def __init__(self) -> None:
        self._kept: dict[OutcomeKey, ExternalAssessment] = {}

    def outcomes(self) -> tuple[ExternalAssessment, ...]:
        return tuple(self._kept.values())

    def add(self, one: ExternalAssessment) -> Addition:
        """Lay one row's reading over what is known; a second word for one standard is not taken."""
        before = self._kept.get(one.key)
        if before is None:
            self._kept[one.key] = one
            return Addition(True)
        known = {each.standard: each for each in before.reading.results}
        fresh = [each for each in one.reading.results if each.standard not in known]
        clash = next(
            (
                _clash(known[each.standard], each)
                for each in one.reading.results
                if each.standard in known and known[each.standard].result != each.result
            ),
            None,
        )
        said = {(each.kind, each.key) for each in before.reading.statements}
        statements = [each for each in one.reading.statements if (each.kind, each.key) not in said]
        noted = {(each.name, each.text) for each in before.reading.extras}
        extras = [each for each in one.reading.extras if (each.name, each.text) not in noted]
        if not fresh and not statements and (clash is not None or not extras):
            return Addition(False, clash)
        reading = ExternalReading(
            (*before.reading.results, *fresh),
            (*before.reading.statements, *statements),
            (*before.reading.extras, *extras),
        )
        self._kept[one.key] = replace(
            before, reading=reading, assessed_on=before.assessed_on or one.assessed_on
        )
        return Addition(True, clash)


def _clash(known: ExternalResult, other: ExternalResult) -> Refusal:
    return Refusal(
        "X08",
        f"ผลไม่ตรงกับที่ {known.place.label} ซึ่งเขียนว่า “{known.result}” จึงใช้ค่าแรก",
        other.place.cell,
        other.result,
    )
