"""How long a file takes from its bytes to its preview, against the bare reader and against inflate + expat.

Run: python -m tests.benchmarks.bench_intake
"""

import io
import math
import statistics
import tempfile
import threading
import time
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.parsers import expat

import psutil
import python_calamine

from lib.domain.schools import School
from lib.ingest.child import read_workbook
from lib.ingest.child_process import measure_memory
from lib.services.imports import preview_file
from lib.services.register import preview_register
from lib.storage.engine import Store, open_store, writing
from lib.storage.schools import save_schools
from tests.benchmarks.bench_main_job import headers, workbook
from tests.builders import make_register, make_schools

SMALL_SCHOOLS, NATION_SCHOOLS, LARGE_ROWS = 250, 30_811, 30_000
_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of each way to take one file in, and the peak memory of the preview in bytes.

    ``cpu`` is the preview's in this process: on a busy machine it says more than the seconds on the wall.
    """

    n_cells: int
    floor: float
    bare: float
    child: float
    preview: float
    cpu: float
    parent_peak: int
    child_peak: int


def floor(content: bytes) -> None:
    """Inflate every sheet and the texts and let expat walk them, nothing kept: about the same as in C."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if "worksheets/sheet" not in name and "sharedStrings" not in name:
                continue
            parser = expat.ParserCreate()
            with archive.open(name) as stream:
                parser.ParseFile(stream)


def bare(content: bytes) -> None:
    """The bare grid reader: every cell a Python value."""
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python(skip_empty_area=False)


def took(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


class Peak:
    """Watches this process and its children while something runs."""

    def __enter__(self) -> "Peak":
        self.parent = self.child = 0
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()
        return self

    def _watch(self) -> None:
        me = psutil.Process()
        while not self._end.wait(0.02):
            self.parent = max(self.parent, me.memory_info().rss)
            self.child = max([self.child, *(measure_memory(one.pid) for one in me.children())])

    def __exit__(self, *given: object) -> None:
        self._end.set()
        self._thread.join()


def measure(content: bytes, preview: Callable[[], object], n_cells: int, rounds: int, peak: Peak) -> Timing:
    """One file in every way, the ways in turn so that a busy minute touches all of them."""
    ways: dict[str, Callable[[], object]] = {
        "floor": lambda: floor(content),
        "bare": lambda: bare(content),
        "child": lambda: read_workbook(content, "a.xlsx"),
        "preview": preview,
    }
    times: dict[str, list[float]] = {name: [] for name in (*ways, "cpu")}
    for _ in range(rounds):
        for name, way in ways.items():
            before = time.process_time()
            times[name].append(took(way))
        times["cpu"].append(time.process_time() - before)
    middle = {name: statistics.median(each) for name, each in times.items()}
    return Timing(n_cells, **middle, parent_peak=peak.parent, child_peak=peak.child)


def figures(n_schools: int, rounds: int) -> Timing:
    """A workbook of one row a school and forty columns, previewed in an office that knows the schools."""
    schools = make_schools(n_schools)
    content = workbook(schools, 2567)
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{(Path(folder) / 'office.sqlite3').as_posix()}")
        try:
            return _figures(store, schools, content, rounds)
        finally:
            store.dispose()


def _figures(store: Store, schools: Sequence[School], content: bytes, rounds: int) -> Timing:
    with writing(store) as session:
        save_schools(session, schools)
    with Peak() as peak:
        n_values = len(preview_file(store, content, "a.xlsx").accepted)
    wanted = len(schools) * len(headers())
    if n_values < 0.99 * wanted:
        raise RuntimeError(f"only {n_values:,} of {wanted:,} values were read")
    n_cells = len(schools) * (len(headers()) + 2)
    return measure(content, lambda: preview_file(store, content, "a.xlsx"), n_cells, rounds, peak)


def register(n_schools: int, rounds: int) -> Timing:
    """A register file of so many schools."""
    schools = make_schools(n_schools)
    content = make_register(schools)
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{(Path(folder) / 'office.sqlite3').as_posix()}")
        try:
            with Peak() as peak:
                preview_register(store, content, "a.xlsx")
            n_cells = 4 * n_schools
            return measure(content, lambda: preview_register(store, content, "a.xlsx"), n_cells, rounds, peak)
        finally:
            store.dispose()


def show(title: str, small: Timing, large: Timing) -> None:
    print(f"\n{title}: {small.n_cells:,} and {large.n_cells:,} cells")
    print(f"{'':28s} {'small':>10s} {'large':>10s}   exponent   µs/cell")
    for name in ("floor", "bare", "child", "preview", "cpu"):
        first, last = getattr(small, name), getattr(large, name)
        growth = math.log(last / first) / math.log(large.n_cells / small.n_cells)
        words = {
            "floor": "inflate + expat",
            "bare": "bare calamine",
            "child": "read in the child",
            "preview": "read, tidied, checked",
            "cpu": "… CPU of the server in that",
        }[name]
        print(f"{words:28s} {first:8.3f} s {last:8.3f} s {growth:9.2f} {last / large.n_cells * 1e6:9.2f}")
    for name, each in (("small", small), ("large", large)):
        print(
            f"{name}: child / bare {each.child / each.bare:.1f}, "
            f"preview / bare {each.preview / each.bare:.1f}, "
            f"preview / floor {each.preview / each.floor:.1f}; "
            f"peak server {each.parent_peak // _MEGABYTE} MB, reader {each.child_peak // _MEGABYTE} MB"
        )


def main() -> None:
    """Print both kinds of file at both sizes."""
    figures(20, 1)  # imports and caches are paid once
    show("figures, 40 columns", figures(SMALL_SCHOOLS, 3), figures(LARGE_ROWS, 1))
    show("register", register(SMALL_SCHOOLS, 3), register(NATION_SCHOOLS, 1))


if __name__ == "__main__":
    main()
