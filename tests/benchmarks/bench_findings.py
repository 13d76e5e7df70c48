"""How long findings take, as ratios to sorting every latest value twice (percentile, discovery rate).

Run: python -m tests.benchmarks.bench_findings [SCHOOLS ...]

Without numbers: 250 schools × 60 indicators × 5 years, step by step, medians of interleaved rounds. With
numbers: one run per size in a process of its own, with its peak memory, and how both grow with the schools.
"""

import gc
import math
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from lib.analysis.areas import area_values
from lib.analysis.comparison import compare_schools
from lib.analysis.cube import make_cube
from lib.analysis.examination import Examination, examine
from lib.analysis.findings import findings_of
from lib.analysis.summary import summarize_all
from lib.catalog.rules import load_rules
from lib.domain.indicators import Catalogue, Indicator, Kind
from lib.domain.schools import School
from tests.analysis.builders import PERIODS, YEAR, benchmarks, catalogue, indicator, schools

_ROUNDS = 5
_N_INDICATORS, _N_YEARS = 60, 5
_ONE_SIZE = "--one-size"


@dataclass(frozen=True, slots=True, eq=False)
class Office:
    """An invented office: four indicators in ten are shares, three means, three without a sampling n."""

    table: pd.DataFrame
    indicators: tuple[Indicator, ...]
    schools: tuple[School, ...]
    known: Catalogue

    def examine(self) -> Examination:
        return examine(self.table, benchmarks(), self.indicators, self.schools, PERIODS, load_rules())


def make_office(n_schools: int) -> Office:
    rng = np.random.default_rng(2567)
    kinds = [Kind.PROPORTION] * 24 + [Kind.MEAN] * 18 + [Kind.SCORE] * 10 + [Kind.RATIO] * 8
    indicators = tuple(indicator(f"i{k:02d}", kind, target=70.0) for k, kind in enumerate(kinds))
    pupils = np.clip(np.exp(rng.normal(np.log(110), 0.75, n_schools)), 5, 900)
    in_schools = schools(n_schools, clusters=15, pupils=[int(p) for p in pupils])
    shape = (_N_INDICATORS, _N_YEARS, n_schools)
    n = np.maximum(rng.poisson(np.broadcast_to(pupils / 7, shape)), 1)
    truth = np.clip(0.7 + 0.08 * rng.normal(size=(_N_INDICATORS, 1, n_schools)), 0.05, 0.98)
    x = rng.binomial(n, np.broadcast_to(truth, shape)).astype(float)
    i, y, s = (axis.ravel() for axis in np.indices(shape))
    counted = np.where(np.arange(_N_INDICATORS)[:, None, None] < kinds.count(Kind.PROPORTION), x, np.nan)
    table = pd.DataFrame(
        {
            "indicator_id": pd.Categorical.from_codes(i, [each.id for each in indicators]),
            "school_id": pd.Categorical.from_codes(s, [each.school_id for each in in_schools]),
            "period_kind": pd.Categorical.from_codes(np.zeros(x.size, int), ["academic_year"]),
            "year_be": YEAR - (_N_YEARS - 1 - y),
            "term": np.zeros(x.size, int),
            "value": (100 * x / n).ravel(),
            "numerator": counted.ravel(),
            "n": n.ravel().astype(float),
            "sd": np.full(x.size, np.nan),
        }
    )
    return Office(table, indicators, in_schools, catalogue(*indicators))


def sort_twice(latest: np.ndarray) -> None:
    """The floor: every analysis must at least rank the schools of an indicator and the cells of the round."""
    np.argsort(latest, axis=1)
    np.argsort(latest.ravel())


def main() -> None:
    if _ONE_SIZE in sys.argv:
        run_one_size(int(sys.argv[-1]))
    elif len(sys.argv) > 1:
        show_growth([int(size) for size in sys.argv[1:]])
    else:
        show_steps()


def show_steps() -> None:
    """Every step of a findings run at 250 schools."""
    office, rules = make_office(250), load_rules()
    cube = make_cube(office.table, office.indicators, office.schools, PERIODS)
    found = office.examine()
    latest = np.ascontiguousarray(cube.value[:, -1])
    steps: dict[str, Callable[[], object]] = {
        "two argsorts (floor)": lambda: sort_twice(latest),
        "pandas groupby mean": lambda: office.table.groupby(["indicator_id", "year_be"], observed=True)[
            "value"
        ].mean(),
        "rows to cube": lambda: make_cube(office.table, office.indicators, office.schools, PERIODS),
        "area values": lambda: area_values(cube),
        "comparison kernel": lambda: compare_schools(cube, found.area, rules.thresholds),
        "summaries": lambda: summarize_all(found, ()),
        "findings from examination": lambda: findings_of(found, office.known),
        "all, rows to findings": lambda: findings_of(office.examine(), office.known),
    }
    took: dict[str, list[float]] = {name: [] for name in steps}
    for _ in range(_ROUNDS):
        for name, step in steps.items():
            took[name].append(_seconds(step))
    figures = {name: statistics.median(times) for name, times in took.items()}
    floor = figures["two argsorts (floor)"]
    n_findings = len(findings_of(found, office.known))
    print(f"{len(office.table):,} rows, {n_findings:,} findings, medians of {_ROUNDS} rounds")
    for name, seconds in figures.items():
        print(f"{name:28s} {1000 * seconds:8.1f} ms {seconds / floor:8.1f} x floor")
    each = 1e6 * figures["findings from examination"] / n_findings
    print(f"{'per sentence':28s} {each:8.0f} µs")


def run_one_size(n_schools: int) -> None:
    """Print floor, examination, sentences (seconds of CPU), findings and peak MiB of one size."""
    office = make_office(n_schools)
    gc.collect()
    before = _peak_mib()
    started = time.process_time()
    found = office.examine()
    examined = time.process_time()
    findings = findings_of(found, office.known)
    done = time.process_time()
    peak = _peak_mib()
    latest = np.ascontiguousarray(found.cube.value[:, -1])
    floor = min(_seconds(lambda: sort_twice(latest), time.process_time) for _ in range(3))
    print(floor, examined - started, done - examined, len(findings), before, peak)


def show_growth(sizes: list[int]) -> None:
    """A table of sizes; an exponent of 1 means twice the schools take twice as much."""
    head = (
        "schools",
        "cells",
        "examine s",
        "x floor",
        "findings",
        "sentences s",
        "µs each",
        "data MiB",
        "peak",
    )
    print("".join(f"{word:>13s}" for word in head))
    rows: list[tuple[float, float, float]] = []
    for size in sizes:
        command = [sys.executable, "-m", "tests.benchmarks.bench_findings", _ONE_SIZE, str(size)]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
        floor, examined, sentences, count, data, peak = (float(word) for word in said)
        cells = size * _N_INDICATORS * _N_YEARS
        print(
            f"{size:13,d}{cells:13,d}{examined:13.2f}{examined / floor:13.1f}{count:13,.0f}{sentences:13.2f}"
            f"{1e6 * sentences / max(count, 1):13.0f}{data:13,.0f}{peak:13,.0f}"
        )
        rows.append((examined, sentences, peak))
    for (small, first), (large, last) in zip(
        zip(sizes, rows, strict=True), list(zip(sizes, rows, strict=True))[1:], strict=False
    ):
        of = [math.log(b / a) / math.log(large / small) for a, b in zip(first, last, strict=True)]
        print(
            f"{small:,} to {large:,}: exponent of examining {of[0]:.2f}, of sentences {of[1]:.2f}, "
            f"of memory {of[2]:.2f}"
        )


def _seconds(step: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    started = clock()
    step()
    return clock() - started


def _peak_mib() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
