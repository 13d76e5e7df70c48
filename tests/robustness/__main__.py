"""The long form of the robustness targets by one command: what was tried, what happened, where it is tested.

``python -m tests.robustness`` tries everything; ``--only T1,T3`` some; ``--short`` as CI does. The status is
not 0 when any target was missed.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.robustness.figures import FIGURES_FILE, FULL

ROOT = Path(__file__).resolve().parents[2]
_HELD = 0


@dataclass(frozen=True)
class Target:
    """One line of the robustness targets and the tests that hold it."""

    id: str
    promise: str
    tests: tuple[str, ...]


TARGETS = (
    Target("T1", "crafted inputs: no death, no row, coded Thai words", ("test_crafted.py",)),
    Target("T2", "mutants: a workbook or a coded refusal", ("test_mutants.py",)),
    Target(
        "T3",
        "T13: kill -9 leaves the old state or the new one",
        ("../storage/test_killed_import.py", "test_kills.py", "test_kills_kpi.py"),
    ),
    Target("T4", "images of the disk at random moments open whole", ("test_crash_images.py",)),
    Target("T5", "interrupted and doubled clicks: no half write", ("test_interruptions.py",)),
    Target("T6", "one file at once twice: one import", ("test_same_file.py",)),
    Target(
        "T7",
        "eight editors lose no save; six writers wait",
        ("../storage/test_versioned.py", "test_writers.py"),
    ),
    Target("T12", "backups made while others write are whole", ("test_backups_under_load.py",)),
    Target("T14", "no text runs on a page", ("../browser/test_no_text_runs.py",)),
    Target("T15", "no text becomes a formula", ("test_formulas.py",)),
    Target("T16", "numbers of persons are found and never kept", ("test_persons.py",)),
    Target("rows", "no row and no look of a table is lost", ("../ingest/test_nothing_is_lost.py",)),
    Target("sums", "each printed figure is what its sum gives", ("../services/test_way_home_sums.py",)),
    Target("codes", "74 messages by their codes", ("test_message_codes.py",)),
)


def main() -> int:
    """Run the chosen targets one after the other and print the table."""
    options = _options()
    chosen = [each for each in TARGETS if not options.only or each.id in options.only.split(",")]
    missed = 0
    for target in chosen:
        missed += _run(target, options)
    print(f"\n{len(chosen) - missed} of {len(chosen)} targets held")
    return 1 if missed or not chosen else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.robustness", description=__doc__)
    parser.add_argument("--only", default="", help="targets, such as T1,T3")
    parser.add_argument("--short", action="store_true", help="as CI runs them")
    for name, full in (("mutants", 10_000), ("mutants-whole-way", 1_050), ("kills", 500)):
        parser.add_argument(f"--{name}", type=int, default=0, help=f"instead of {full:,}")
    return parser.parse_args()


def _run(target: Target, options: argparse.Namespace) -> int:
    """Print the target's lines; 1 when it was missed."""
    here = Path(__file__).parent
    files = [str((here / each).resolve().relative_to(ROOT)) for each in target.tests]
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        figures = Path(folder) / "figures.jsonl"
        environment = {**os.environ, FIGURES_FILE: str(figures)}
        if not options.short:
            environment[FULL] = "1"
        for name in ("mutants", "mutants_whole_way", "kills"):
            if getattr(options, name):
                environment[f"KTPN_{name.upper()}"] = str(getattr(options, name))
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "--tb=short", "-p", "no:cacheprovider", *files],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        lines = figures.read_text(encoding="utf-8").splitlines() if figures.exists() else []
    held = done.returncode == _HELD
    seconds = time.monotonic() - started
    print(f"\n{target.id}  {target.promise}: {'held' if held else 'MISSED'} ({seconds:,.0f} s)", flush=True)
    for line in lines:
        _, tried, n, happened = json.loads(line)
        print(f"    {n:>7,}  {tried}: {happened}", flush=True)
    print(f"    {done.stdout.strip().splitlines()[-1] if done.stdout.strip() else 'no test ran'}", flush=True)
    if not held:
        print(done.stdout[-8000:] + done.stderr[-2000:], flush=True)
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
