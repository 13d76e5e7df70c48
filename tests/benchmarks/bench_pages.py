"""How long a page rerun and a meeting's answer take, as ratios to Streamlit's own empty rerun.

Run: python -m tests.benchmarks.bench_pages [SCHOOLS ...]

Without numbers: an office of 250 schools × 60 indicators × 5 years in a database, every page that shows
figures and the meeting's answers. With numbers: the answers alone in memory, one run per size in a process of
its own with its peak memory, and how both grow with the schools.
"""

import math
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
from streamlit.testing.v1 import AppTest

from lib.catalog.loader import load_catalogue, load_size_schemes
from lib.catalog.rules import load_rules
from lib.domain.datasets import RowCounts
from lib.domain.indicators import Compare, Indicator
from lib.domain.meeting import Look, Question, Term, TermKind
from lib.domain.observations import BENCHMARK_COLUMNS, OBSERVATION_COLUMNS
from lib.domain.office import Office
from lib.domain.periods import PeriodKind
from lib.domain.schools import OfficeType, School
from lib.services.analysis import OfficeData, examine_office, load_office_data, make_periods
from lib.services.meeting import answer
from lib.services.office import save_office
from lib.settings import DATABASE_VARIABLE
from lib.storage.datasets import save_dataset
from lib.storage.engine import Store, open_store, writing
from lib.storage.files import keep_file, register_file
from lib.storage.schools import save_schools
from lib.ui.state import Key

_APP = Path(__file__).resolve().parents[2] / "app.py"
_PAGES = ("explore", "school", "findings", "meeting", "home")
_N_INDICATORS, _N_YEARS, _LATEST = 60, 5, 2568
_ROUNDS = 5
_ONE_SIZE = "--one-size"
_EMPTY_PAGE = "import streamlit as st\nst.write('')\n"


def chosen_indicators() -> tuple[Indicator, ...]:
    """Sixty of the packaged indicators that schools are compared by, in the catalogue's order."""
    every = load_catalogue().indicators
    fitting = [
        one
        for one in every
        if one.key_indicator
        and one.compare in (Compare.PROPORTION, Compare.MEAN)
        and one.period_kind is PeriodKind.ACADEMIC_YEAR
        and one.valid_max == 100
    ]
    if len(fitting) < _N_INDICATORS:
        raise RuntimeError(f"the catalogue has only {len(fitting)} fitting indicators")
    return tuple(fitting[:_N_INDICATORS])


def make_table(schools: tuple[School, ...]) -> pd.DataFrame:
    """The shared table: schools × 60 indicators × 5 years of invented shares and means."""
    rng = np.random.default_rng(2568)
    chosen = chosen_indicators()
    shape = (_N_INDICATORS, _N_YEARS, len(schools))
    pupils = np.array([school.pupils or 0 for school in schools])
    n = np.maximum(rng.poisson(np.broadcast_to(pupils / 7, shape)), 1)
    truth = np.clip(0.7 + 0.08 * rng.normal(size=(_N_INDICATORS, 1, len(schools))), 0.05, 0.98)
    x = rng.binomial(n, np.broadcast_to(truth, shape))
    i, y, s = (axis.ravel() for axis in np.indices(shape))
    shares = np.array([one.compare is Compare.PROPORTION for one in chosen])[i]
    table = pd.DataFrame(
        {
            "indicator_id": pd.Categorical.from_codes(i, [one.id for one in chosen]),
            "school_id": pd.Categorical.from_codes(s, [one.school_id for one in schools]),
            "period_kind": pd.Categorical.from_codes(np.zeros(i.size, int), ["academic_year"]),
            "year_be": _LATEST - (_N_YEARS - 1 - y),
            "term": np.zeros(i.size, int),
            "value": (100 * x / n).ravel(),
            "numerator": np.where(shares, x.ravel(), np.nan),
            "n": n.ravel().astype(float),
            "sd": np.full(i.size, np.nan),
            "source_ref": "ข้อมูล!E4",
        }
    )
    return table[list(OBSERVATION_COLUMNS)]


def make_schools(count: int) -> tuple[School, ...]:
    """Invented schools, most of them tiny, in clusters of about fifteen."""
    pupils = np.clip(np.exp(np.random.default_rng(1).normal(np.log(110), 0.75, count)), 5, 900)
    return tuple(
        School(
            f"{99_000_000 + k}",
            f"สมมติ {k}",
            f"{99_000_000 + k}",
            cluster=f"กลุ่มโรงเรียนสมมติ {k // 15}",
            level="ประถมศึกษา",
            area_code="9901",
            pupils=int(pupils[k]),
        )
        for k in range(count)
    )


def questions(data: OfficeData) -> dict[str, Question]:
    """One question of each kind that a meeting asks."""
    one = chosen_indicators()[0].id
    periods = make_periods(data)
    years = tuple((kind, period.year_be) for kind, period in periods.items())
    asked = Question(one, (), Look.LEVEL, "", years)
    school, cluster = data.schools[0], data.schools[0].cluster
    two = tuple(Term(TermKind.CLUSTER, name) for name in (cluster, data.schools[-1].cluster))
    return {
        "the area by clusters": asked,
        "the area by schools": replace(asked, look=Look.SCHOOLS),
        "the years": replace(asked, look=Look.TREND),
        "one school": replace(asked, who=(Term(TermKind.SCHOOL, school.school_id),)),
        "two clusters": replace(asked, who=two),
    }


def took(action: Callable[[], object], rounds: int = _ROUNDS) -> float:
    """Median seconds of some rounds."""
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        action()
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def fill(store: Store, schools: tuple[School, ...]) -> None:
    """An office with one load of everything."""
    table = make_table(schools)
    content = b"bench"
    sha256 = keep_file(store, content)
    with writing(store) as session:
        save_schools(session, schools)
        register_file(session, sha256, "สมมติ.xlsx", len(content))
        save_dataset(
            session,
            sha256=sha256,
            file_name="สมมติ.xlsx",
            choices_key="-",
            rows=RowCounts(len(table), len(table), 0, 0),
            observed=table,
            stated=pd.DataFrame(columns=list(BENCHMARK_COLUMNS)),
            report={},
            by="ก",
        )
    name = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาสมมติ เขต 1"
    save_office(store, Office(name, "สพป.สมมติ เขต 1", OfficeType.PRIMARY), seen_version=0, by="ก")


def show_office() -> None:
    """Pages and answers at 250 × 60 × 5."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{(Path(folder) / 'office.sqlite3').as_posix()}"
        store = open_store(url)
        try:
            fill(store, make_schools(250))
            _show(store, url)
        finally:
            store.dispose()


def _show(store: Store, url: str) -> None:
    empty = AppTest.from_string(_EMPTY_PAGE).run()
    floor = took(empty.run, 20)
    print(f"{'empty page (floor)':44s}{1000 * floor:9.1f} ms")
    os.environ[DATABASE_VARIABLE] = url
    for page in _PAGES:
        started = time.perf_counter()
        app = AppTest.from_file(str(_APP), default_timeout=300)
        app.session_state[Key.SCHOOL] = "99000000"
        app = app.run()
        if page != "home":
            app = app.switch_page(f"pages/{page}.py").run()
        first = time.perf_counter() - started
        if app.exception:
            raise RuntimeError(f"{page}: {app.exception[0].value}")
        again = took(app.run)
        print(f"{'first visit of ' + page:44s}{1000 * first:9.1f} ms")
        print(f"{'rerun of ' + page:44s}{1000 * again:9.1f} ms {again / floor:8.1f} x floor")
    data = load_office_data(store)
    _show_answers(data, floor)


def _show_answers(data: OfficeData, floor: float) -> None:
    scheme = load_size_schemes()[0]
    periods = make_periods(data)
    examined = took(lambda: examine_office(data, periods), 3)
    found = examine_office(data, periods)
    print(f"{'one pass over all figures, once per load':44s}{1000 * examined:9.1f} ms")
    for name, question in questions(data).items():
        seconds = took(lambda question=question: answer(data, question, scheme, found))
        print(f"{'answer: ' + name:44s}{1000 * seconds:9.1f} ms {seconds / floor:8.1f} x floor")


def run_one_size(n_schools: int) -> None:
    """Print seconds of the examination and of the slowest answer, and peak MiB, at one size in memory."""
    schools = make_schools(n_schools)
    table = make_table(schools).assign(source_file="สมมติ.xlsx")
    stated = pd.DataFrame(columns=list(BENCHMARK_COLUMNS))
    data = OfficeData(table, stated, schools, schools, load_catalogue(), load_rules(), 1)
    periods = make_periods(data)
    started = time.perf_counter()
    found = examine_office(data, periods)
    examined = time.perf_counter() - started
    scheme = load_size_schemes()[0]
    slowest = max(
        took(lambda question=question: answer(data, question, scheme, found), 3)
        for question in questions(data).values()
    )
    print(examined, slowest, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def show_growth(sizes: list[int]) -> None:
    """A table of sizes; an exponent of 1 means twice the schools take twice as much."""
    print(f"{'schools':>12s}{'examine s':>12s}{'answer s':>12s}{'peak MiB':>12s}")
    rows = []
    for size in sizes:
        command = [sys.executable, "-m", "tests.benchmarks.bench_pages", _ONE_SIZE, str(size)]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
        rows.append(tuple(float(word) for word in said))
        print(f"{size:12,d}" + "".join(f"{figure:12,.2f}" for figure in rows[-1]))
    for place in range(1, len(sizes)):
        wider = math.log(sizes[place] / sizes[place - 1])
        of = [math.log(b / a) / wider for a, b in zip(rows[place - 1], rows[place], strict=True)]
        print(
            f"{sizes[place - 1]:,} to {sizes[place]:,}: exponent of examining {of[0]:.2f}, "
            f"of the slowest answer {of[1]:.2f}, of memory {of[2]:.2f}"
        )


def main() -> None:
    if _ONE_SIZE in sys.argv:
        run_one_size(int(sys.argv[-1]))
    elif len(sys.argv) > 1:
        show_growth([int(size) for size in sys.argv[1:]])
    else:
        show_office()


if __name__ == "__main__":
    main()
