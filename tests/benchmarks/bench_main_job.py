"""How long the main job takes at the size of an office and at ten times that, and how it grows.

Run: python -m tests.benchmarks.bench_main_job
"""

import io
import math
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import numpy as np
import openpyxl
import python_calamine
from streamlit.testing.v1 import AppTest

from lib.catalog.loader import load_catalogue
from lib.domain.office import Office
from lib.domain.periods import PeriodKind
from lib.domain.schools import OfficeType, School
from lib.services.analysis import examine_office, load_office_data, make_periods
from lib.services.finding_decisions import accept_all
from lib.services.findings import compute_findings, join_reviews
from lib.services.imports import commit, preview_file
from lib.services.office import save_office
from lib.services.report import collect_report, make_report_docx
from lib.settings import DATABASE_VARIABLE
from lib.storage.engine import Store, open_store, writing
from lib.storage.schools import save_schools
from tests.builders import CODE, NAME, make_schools

N_SCHOOLS, N_COLUMNS, TIMES = 250, 40, 10
_APP = Path(__file__).resolve().parents[2] / "app.py"
_PAGES = ("data_import", "explore", "findings")


def headers() -> list[str]:
    """Names of indicators that take a per cent or a score of the academic year."""
    return [
        indicator.name
        for indicator in load_catalogue().indicators
        if indicator.period_kind is PeriodKind.ACADEMIC_YEAR
        and indicator.valid_min == 0
        and indicator.valid_max == 100
        and not indicator.total_of
    ][:N_COLUMNS]


def workbook(schools: Sequence[School], year_be: int) -> bytes:
    """A sheet of one row per school and one column per indicator, with two decimals."""
    names = headers()
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("ข้อมูล")
    sheet.append([f"ผลการดำเนินงาน ปีการศึกษา {year_be}"])
    sheet.append([CODE, NAME, *names])
    figures = np.random.default_rng(year_be).normal(55, 12, (len(schools), len(names))).clip(1, 99).round(2)
    for school, row in zip(schools, figures.tolist(), strict=True):
        sheet.append([school.school_id, school.name, *row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def took(action: Callable[[], object], rounds: int = 1) -> float:
    """Median seconds of some rounds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def bare_read(content: bytes) -> None:
    """What the reader alone needs: the floor of a preview."""
    python_calamine.load_workbook(io.BytesIO(content)).get_sheet_by_index(0).to_python()


def rerun_seconds(url: str, page: str) -> float:
    """A second run of a page whose caches are warm."""
    os.environ[DATABASE_VARIABLE] = url
    app = AppTest.from_file(str(_APP), default_timeout=300).run().switch_page(f"pages/{page}.py").run()
    if app.exception:
        raise RuntimeError(f"{page}: {app.exception[0].value}")
    return took(app.run, 3)


def main_job(n_schools: int) -> dict[str, float]:
    """Seconds of each step for an office of so many schools with two years of figures."""
    schools = make_schools(n_schools)
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{(Path(folder) / 'office.sqlite3').as_posix()}"
        store = open_store(url)
        try:
            return _steps(store, url, schools)
        finally:
            store.dispose()


def _steps(store: Store, url: str, schools: Sequence[School]) -> dict[str, float]:
    with writing(store) as session:
        save_schools(session, schools)
    name = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาสมมติ เขต 1"
    save_office(store, Office(name, "สพป.สมมติ เขต 1", OfficeType.PRIMARY), seen_version=0, by="ก")
    earlier, content = workbook(schools, 2566), workbook(schools, 2567)
    commit(store, preview_file(store, earlier, "ก่อน.xlsx"), earlier, by="ก")
    preview = preview_file(store, content, "ใหม่.xlsx")
    loaded = len(preview.accepted)
    if loaded < 0.99 * len(schools) * len(headers()):
        raise RuntimeError(f"only {loaded:,} values were read: {preview.issues[:3]}")
    steps = {
        "bare calamine read": took(lambda: bare_read(content), 3),
        "file chosen to preview": took(lambda: preview_file(store, content, "ใหม่.xlsx"), 3),
        "commit": took(lambda: commit(store, preview, content, by="ก")),
        "load all figures": took(lambda: load_office_data(store), 3),
    }
    data = load_office_data(store)
    periods = make_periods(data)
    steps["examine + findings"] = took(
        lambda: (examine_office(data, periods), compute_findings(data, periods)), 3
    )
    accept_all(store, join_reviews(store, *compute_findings(data, periods)).findings[:40], by="ก")

    def report() -> bytes:
        office = Office(name, "สพป.สมมติ เขต 1", OfficeType.PRIMARY)
        found = examine_office(data, periods)
        findings = join_reviews(store, *compute_findings(data, periods)).findings
        return make_report_docx(
            collect_report(store, office, data, periods, found, findings, made_on=date(2026, 1, 1))
        )

    steps["report as Word"] = took(report, 3)
    return steps | {f"rerun of {page}": rerun_seconds(url, page) for page in _PAGES}


def main() -> None:
    """Print both sizes, the growth exponent (1 is linear) and the ratio of a preview to the bare read."""
    main_job(20)  # imports and caches are paid once
    small, large = main_job(N_SCHOOLS), main_job(N_SCHOOLS * TIMES)
    print(f"{len(headers())} columns, {N_SCHOOLS:,} and {N_SCHOOLS * TIMES:,} schools, one embedded database")
    print(f"{'step':28s} {N_SCHOOLS:>10,} {N_SCHOOLS * TIMES:>10,}   growth exponent")
    for step, seconds in small.items():
        growth = math.log(large[step] / seconds) / math.log(TIMES)
        print(f"{step:28s} {seconds:8.3f} s {large[step]:8.3f} s {growth:8.2f}")
    for each in (small, large):
        ratio = each["file chosen to preview"] / each["bare calamine read"]
        print(f"preview / bare read: {ratio:.1f}")


if __name__ == "__main__":
    main()
