"""T1: a service refuses or reads each crafted bad input in coded Thai words, and stores nothing."""

from collections import Counter

import pytest

from lib.storage.engine import Store
from tests.robustness.cases import Case
from tests.robustness.crafted import every_case, sample
from tests.robustness.figures import is_full, note, size
from tests.robustness.judge import judge

N_LEAST = 300
CASES = list(every_case().values()) if is_full() else sample(size("CRAFTED", short=124, full=0))


@pytest.fixture(scope="module")
def seen():
    """Verdicts of the run, told to the command at its end."""
    verdicts = []
    yield verdicts
    outcomes = Counter(verdict.outcome for verdict in verdicts)
    slowest = max(verdicts, key=lambda verdict: verdict.seconds, default=None)
    said = ", ".join(f"{n} {outcome}" for outcome, n in outcomes.most_common())
    broken = sum(bool(verdict.breaches) for verdict in verdicts)
    longest = f"; slowest {slowest.seconds:.1f} s ({slowest.case.id})" if slowest else ""
    note("T1", "crafted inputs", len(verdicts), f"{said}; {broken} breaches{longest}")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_crafted_input_is_decided_in_coded_words_and_stores_nothing(
    office: Store, case: Case, seen
) -> None:
    verdict = judge(office, case)
    seen.append(verdict)
    assert verdict.breaches == ()


def test_there_are_at_least_three_hundred_crafted_inputs_of_many_families() -> None:
    every = every_case().values()
    assert len(every) >= N_LEAST
    assert len({case.family for case in every}) >= 60
