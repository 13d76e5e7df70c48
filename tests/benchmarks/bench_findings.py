"""How long findings take, as ratios to sorting every latest value twice (percentile, discovery rate).

Run: python -m tests.benchmarks.bench_findings
"""

import statistics
import time
from collections.abc import Callable

import numpy as np
import pandas as pd

from lib.analysis.areas import area_values
from lib.analysis.comparison import compare_schools
from lib.analysis.cube import make_cube
from lib.analysis.examination import examine
from lib.analysis.findings import findings_of
from lib.analysis.summary import summarize_all
from lib.catalog.rules import load_rules
from lib.domain.indicators import Kind
from tests.analysis.builders import PERIODS, benchmarks, catalogue, dense_table, indicator, schools

_ROUNDS = 5


def main() -> None:
    """250 schools × 60 indicators × 5 years: four in ten are shares, three means, three without n."""
    rng = np.random.default_rng(2567)
    kinds = [Kind.PROPORTION] * 24 + [Kind.MEAN] * 18 + [Kind.SCORE] * 10 + [Kind.RATIO] * 8
    indicators = tuple(indicator(f"i{k:02d}", kind, target=70.0) for k, kind in enumerate(kinds))
    pupils = np.clip(np.exp(rng.normal(np.log(110), 0.75, 250)), 5, 900)
    in_schools = schools(250, clusters=15, pupils=[int(p) for p in pupils])
    shape = (60, 5, 250)
    n = np.maximum(rng.poisson(np.broadcast_to(pupils / 7, shape)), 1).astype(float)
    truth = np.clip(0.7 + 0.08 * rng.normal(size=(60, 1, 250)), 0.05, 0.98)
    x = rng.binomial(n.astype(int), np.broadcast_to(truth, shape)).astype(float)
    value = 100 * x / n
    table = dense_table(
        indicators, in_schools, value, n, np.where(np.arange(60)[:, None, None] < 24, x, np.nan)
    )
    known, rules, none = catalogue(*indicators), load_rules(), benchmarks()
    cube = make_cube(table, indicators, in_schools, PERIODS)
    found = examine(table, none, indicators, in_schools, PERIODS, rules)
    latest = np.ascontiguousarray(cube.value[:, -1])
    steps: dict[str, Callable[[], object]] = {
        "two argsorts (floor)": lambda: (np.argsort(latest, axis=1), np.argsort(latest.ravel())),
        "pandas groupby mean": lambda: table.groupby(["indicator_id", "year_be"])["value"].mean(),
        "rows to cube": lambda: make_cube(table, indicators, in_schools, PERIODS),
        "area values": lambda: area_values(cube),
        "comparison kernel": lambda: compare_schools(cube, found.area, rules.thresholds),
        "summaries": lambda: summarize_all(found, ()),
        "findings from examination": lambda: findings_of(found, known),
        "all, rows to findings": lambda: findings_of(
            examine(table, none, indicators, in_schools, PERIODS, rules), known
        ),
    }
    took: dict[str, list[float]] = {name: [] for name in steps}
    for _ in range(_ROUNDS):
        for name, step in steps.items():
            start = time.perf_counter()
            step()
            took[name].append(time.perf_counter() - start)
    figures = pd.Series({name: statistics.median(times) for name, times in took.items()})
    floor = figures["two argsorts (floor)"]
    print(f"{len(table):,} rows, {len(findings_of(found, known)):,} findings, medians of {_ROUNDS} rounds")
    for name, seconds in figures.items():
        print(f"{name:28s} {1000 * seconds:8.1f} ms {seconds / floor:8.1f} x floor")


if __name__ == "__main__":
    main()
