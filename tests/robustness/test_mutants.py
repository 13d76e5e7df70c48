"""T2: randomly damaged files of every kind: each becomes a workbook or a coded refusal.

The child's own functions read most of them, many in one process; a fair share, and every one at which such a
process dies or hangs, goes the whole way: service, door, capped child of its own, preview.
"""

import selectors
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from lib.errors import RefusedFile
from lib.ingest.file_kind import FileKind
from lib.storage.engine import Store
from tests.robustness.cases import Slot
from tests.robustness.figures import note, size
from tests.robustness.judge import LONGEST_SECONDS, count_everything, faults_of_refusal, hand_in
from tests.robustness.mutant_child import BROKEN
from tests.robustness.mutants import KINDS, mutant

ROOT = Path(__file__).resolve().parents[2]
N_MUTANTS = size("MUTANTS", short=112, full=10_000)
N_WHOLE_WAY = size("MUTANTS_WHOLE_WAY", short=14, full=1_050)


def read_in_one_process(kind: FileKind, first: int, end: int) -> tuple[dict[int, str], str]:
    """Outcomes by number until the process ended, and how: ``""``, ``died`` or ``hung``."""
    outcomes: dict[int, str] = {}
    number = first
    command = (sys.executable, "-m", "tests.robustness.mutant_child", kind.value, str(first), str(end))
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0
    ) as child:
        assert child.stdout is not None
        with selectors.DefaultSelector() as waiting:
            waiting.register(child.stdout, selectors.EVENT_READ)
            rest = b""
            while True:
                if not waiting.select(LONGEST_SECONDS):
                    child.kill()
                    return outcomes | {number: "hung"}, "hung"
                more = child.stdout.read(65_536)
                if not more:
                    break
                *lines, rest = (rest + more).split(b"\n")
                for line in lines:
                    if line.isdigit():
                        number = int(line)
                        outcomes[number] = "died"
                    else:
                        outcomes[number] = line.decode()
    return outcomes, "" if len(outcomes) == end - first and child.returncode == 0 else "died"


def go_the_whole_way(office: Store, kind: FileKind, number: int) -> tuple[str, float]:
    """Outcome and seconds of one mutant through its service, as a person's file goes."""
    content = mutant(kind, number)
    slot = Slot.REPORT if kind is FileKind.DOCX else Slot.FIGURES
    started = time.perf_counter()
    try:
        hand_in(office, slot, content, f"ข้อมูล {number}.{kind.value}")
        outcome = "read"
    except RefusedFile as refusal:
        faults = faults_of_refusal(refusal)
        outcome = f"{BROKEN} {faults}" if faults else f"refused {refusal.code}"
    except BaseException as fault:
        outcome = f"{BROKEN} {type(fault).__name__}: {fault}"
    return outcome, time.perf_counter() - started


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.value)
def test_a_damaged_file_becomes_a_workbook_or_a_coded_refusal(office: Store, kind: FileKind) -> None:
    place = KINDS.index(kind)
    n_here = (N_MUTANTS + len(KINDS) - 1 - place) // len(KINDS)
    n_whole_way = min(n_here, -(-N_WHOLE_WAY // len(KINDS)))
    before = count_everything(office)
    outcomes: dict[int, str] = {}
    again: list[int] = []
    while len(outcomes) < n_here - n_whole_way:
        found, ended = read_in_one_process(kind, len(outcomes), n_here - n_whole_way)
        if not found:
            pytest.fail(f"the reading process of {kind.value} ended ({ended}) before its first file")
        outcomes |= found
        again += [max(found)] if ended else []
    whole = {
        number: go_the_whole_way(office, kind, number)
        for number in (*again, *range(n_here - n_whole_way, n_here))
    }
    seen = Counter(
        outcome.split(" ")[0] for outcome in (*outcomes.values(), *(outcome for outcome, _ in whole.values()))
    )
    slowest = max(seconds for _, seconds in whole.values())
    said = ", ".join(f"{n} {outcome}" for outcome, n in seen.most_common())
    note(
        "T2",
        f"mutants of {kind.value}, {n_whole_way} of them the whole way, {len(again)} that ended a process",
        n_here,
        f"{said}; slowest {slowest:.1f} s",
    )
    assert {n: each for n, each in outcomes.items() if each.startswith(BROKEN)} == {}
    assert {n: each for n, (each, _) in whole.items() if each.startswith(BROKEN)} == {}
    assert slowest <= LONGEST_SECONDS
    # What kills or hangs a reading process must be refused on the way that people's files go.
    assert {n: whole[n][0] for n in again if not whole[n][0].startswith("refused")} == {}
    assert count_everything(office) == before
